"""Personal calendars in the administration, for administrators: who has one, and its end. Never its address."""

from django.contrib import admin

from core.read_only_admin import ReadOnly
from meetings.models import CalendarFeed


@admin.register(CalendarFeed)
class CalendarFeedAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ["person", "made_at", "last_read_on"]
    list_select_related = ["person"]
    search_fields = ["person__full_name", "person__email"]
    fields = ["person", "made_at", "last_read_on"]

    def has_module_permission(self, request):
        return request.user.is_superuser

    def has_view_permission(self, request, obj=None):
        return request.user.is_superuser

    def has_delete_permission(self, request, obj=None):
        """The old address then leads nowhere, as when the person ends it."""
        return request.user.is_superuser
