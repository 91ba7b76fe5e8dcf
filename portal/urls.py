"""Addresses of the portal. Pages live under /<language>/; what machines read does not."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.contrib.auth.decorators import login_not_required
from django.urls import include, path
from django.views.i18n import set_language

from core.files import upload_views, views
from core.history.admin import history as history_of_record
from entities.views import ProfileView, switch_entity
from meetings.views import feeds
from portal.views import (
    components,
    countries,
    desk,
    drafts,
    health,
    home,
    jobs,
    notifications,
    pages,
    preferences,
    record,
    search,
)

handler400 = "portal.views.errors.bad_request"
handler403 = "portal.views.errors.permission_denied"
handler404 = "portal.views.errors.page_not_found"
handler500 = "portal.views.errors.server_error"

urlpatterns = [
    path("favicon.ico", pages.favicon, name="favicon"),
    path("health/live", health.live, name="health_live"),
    path("health/ready", health.ready, name="health_ready"),
    # A visitor may change the language too, so this is one of the pages that need no sign-in.
    path("i18n/setlang/", login_not_required(set_language), name="set_language"),
    path("files/<slug:token>/<str:name>", views.file, name="file"),
    path("uploads/", upload_views.UploadCreateView.as_view(), name="upload_create"),
    path("uploads/<slug:token>/", upload_views.UploadView.as_view(), name="upload"),
    path("calendar/<str:token>.ics", feeds.personal_calendar, name="calendar_feed"),
    path("preferences/scheme/", preferences.set_scheme, name="set_scheme"),
]

urlpatterns += i18n_patterns(
    path("", home.home, name="home"),
    path("desk/", desk.desk, name="desk"),
    path("desk/notifications/", notifications.NotificationListView.as_view(), name="notification_list"),
    path("desk/notifications/read/", notifications.read_notifications, name="notification_read"),
    path("desk/notifications/<int:pk>/open/", notifications.open_notification, name="notification_open"),
    path("unsubscribe/<str:token>/", notifications.unsubscribe_by_mail, name="unsubscribe"),
    path("unsubscribe/<str:token>/undo/", notifications.undo_unsubscribe, name="unsubscribe_undo"),
    # Background jobs: desk/jobs/
    path("desk/jobs/", jobs.job_list, name="job_list"),
    path("desk/jobs/start/<slug:kind>/", jobs.job_start, name="job_start"),
    path("desk/jobs/<int:pk>/", jobs.job_detail, name="job_detail"),
    path("desk/jobs/<int:pk>/repeat/", jobs.job_repeat, name="job_repeat"),
    path("desk/jobs/<int:pk>/cancel/", jobs.job_cancel, name="job_cancel"),
    path("drafts/<int:pk>/", drafts.draft_detail, name="draft_detail"),
    path("drafts/<int:pk>/discard/", drafts.draft_discard, name="draft_discard"),
    path("history/", include("core.history.urls")),
    path("imports/", include("core.imports.urls")),
    path("search/", search.search, name="search"),
    path("search/suggest/", search.suggest, name="search_suggest"),
    path("countries/", countries.country_list, name="country_list"),
    path("countries/<str:iso3>/", countries.country_detail, name="country_detail"),
    path("about/", pages.about, name="about"),
    path("about/accessibility/", pages.accessibility, name="accessibility"),
    path("about/privacy/", pages.privacy, name="privacy"),
    path("about/data/", pages.data, name="data"),
    path("initiatives/", include("initiatives.urls")),
    path("strategy/", include("strategy.urls")),
    path("meetings/", include("meetings.urls")),
    path("resources/", include("resources.urls")),
    path("entities/", include("entities.urls")),
    path("accounts/profile/", ProfileView.as_view(), name="profile"),
    path("accounts/notifications/", notifications.NotificationChoiceView.as_view(), name="notification_choices"),
    path("accounts/calendar/", feeds.calendar_page, name="calendar_page"),
    path("accounts/calendar/make/", feeds.calendar_make, name="calendar_make"),
    path("accounts/calendar/renew/", feeds.calendar_renew, name="calendar_renew"),
    path("accounts/calendar/revoke/", feeds.calendar_revoke, name="calendar_revoke"),
    path("accounts/entity/", switch_entity, name="entity_switch"),
    path("accounts/", include("entities.account_urls")),
    # Stands before the admin's own address of the same form, which asks for no right to see the record.
    path("admin/r/<int:content_type>/<int:record>/", record.view_on_site),
    # Stands before the admin's own, which knows only what was changed in the admin.
    path("admin/<str:app_label>/<str:model_name>/<path:object_id>/history/", history_of_record),
    path("admin/", admin.site.urls),
)

if settings.DEVELOPMENT:
    urlpatterns += i18n_patterns(path("components/", components.components, name="components"))
