"""The admin of series, templates and earlier slots. Dates of a series are left out on its page."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from core import languages
from core.admin import LANGUAGE_FIELDS, TranslatedAdmin
from core.read_only_admin import ReadOnly
from core.saving.admin import VersionedInline
from meetings.models import EarlierSlot, MeetingTemplate, Series, TemplateItem

WHAT = ["title", "kind", "purpose", "organizer", "is_public", "is_demo", *LANGUAGE_FIELDS]
WHEN_AND_WHERE = ["start_time", "end_time", "time_zone", "format", "place", "joining_link", "interpretation"]


@admin.register(Series)
class SeriesAdmin(TranslatedAdmin):
    list_display = ["title_in_my_language", "kind", "frequency", "first_date", "is_public", "is_demo"]
    list_filter = ["kind", "is_public", "is_demo"]
    search_fields = languages.columns("title")
    autocomplete_fields = ["organizer", "template"]
    readonly_fields = ["left_out"]
    fieldsets = [
        (None, {"fields": WHAT}),
        (_("Rule"), {"fields": ["frequency", "interval", "first_date", "until", "count", "left_out", "template"]}),
        (_("When and where"), {"fields": WHEN_AND_WHERE}),
    ]


class TemplateItemInline(VersionedInline, admin.StackedInline):
    model = TemplateItem
    extra = 0
    fields = ["number", "kind", *languages.columns("title", "heading"), "minutes", "is_members_only", "is_for_decision"]


@admin.register(MeetingTemplate)
class MeetingTemplateAdmin(TranslatedAdmin):
    list_display = ["title_in_my_language", "kind", "is_demo"]
    list_filter = ["kind", "is_demo"]
    search_fields = languages.columns("title")
    autocomplete_fields = ["organizer"]
    inlines = [TemplateItemInline]
    fieldsets = [(None, {"fields": WHAT}), (_("When and where"), {"fields": WHEN_AND_WHERE})]


@admin.register(EarlierSlot)
class EarlierSlotAdmin(ReadOnly, admin.ModelAdmin):
    """Written when a meeting is moved, on its page."""

    list_display = ["meeting", "date", "start_time", "time_zone", "moved_at", "moved_by"]
    list_select_related = ["meeting", "moved_by"]
    search_fields = ["meeting__slug", "reason"]
    date_hierarchy = "moved_at"
