"""The administration of frameworks, under the rules of their pages: what is in use keeps its meaning."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationTabularInline

from core import languages
from core.admin import LANGUAGE_FIELDS, TranslatedAdmin
from core.saving.admin import VersionedInline
from strategy.models import Framework, Indicator, IndicatorValue, Node


class MeaningAdmin(TranslatedAdmin):
    """What entities reported on is not deleted; its fields refuse another meaning by themselves (models/meaning.py)."""

    def has_delete_permission(self, request, obj=None):
        is_free = obj is None or not obj.framework_of_meaning.is_in_use
        return is_free and super().has_delete_permission(request, obj)


@admin.register(Framework)
class FrameworkAdmin(MeaningAdmin):
    list_display = ["code", "edition", "short_title", "symbol", "period_start", "period_end", "status"]
    list_filter = ["status", "is_official_title"]
    search_fields = [*languages.columns("title", "short_title"), "code", "symbol"]
    prepopulated_fields = {"slug": ["code"]}
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "code",
                    "slug",
                    "title",
                    "short_title",
                    "is_official_title",
                    "description",
                    *LANGUAGE_FIELDS,
                ],
                "description": _("Parts and indicators of the framework have pages of their own."),
            },
        ),
        (
            _("Document"),
            {"fields": ["symbol", "status", "period_start", "period_end", "source", "source_url", "position", "note"]},
        ),
    ]


@admin.register(Node)
class NodeAdmin(MeaningAdmin):
    list_display = ["code", "text", "framework", "kind", "is_sample"]
    list_filter = ["framework", "kind", "is_sample"]
    list_select_related = ["framework"]
    search_fields = [*languages.columns("text"), "code"]
    autocomplete_fields = ["framework", "parent"]
    fieldsets = [
        (
            None,
            {
                "fields": ["framework", "parent", "code", "kind", "position", "text", "description", *LANGUAGE_FIELDS],
                "description": _("Mark as sample what is not the official text or numbering: the page says so."),
            },
        ),
        (_("Source"), {"fields": ["is_sample", "source"]}),
    ]


class IndicatorValueInline(VersionedInline, TranslationTabularInline):
    model = IndicatorValue
    extra = 0
    fields = ["year", "value", "respondents", "is_approximate", "symbol", "source_title"]


@admin.register(Indicator)
class IndicatorAdmin(MeaningAdmin):
    list_display = ["code", "short_title", "node", "unit", "aggregation", "target_value"]
    list_filter = ["node__framework", "unit", "aggregation"]
    list_select_related = ["node"]
    search_fields = [*languages.columns("title", "short_title"), "code"]
    autocomplete_fields = ["node"]
    inlines = [IndicatorValueInline]
    fieldsets = [
        (None, {"fields": ["node", "code", "title", "short_title", "definition", "position", *LANGUAGE_FIELDS]}),
        (
            _("Measure"),
            {
                "fields": [
                    "unit",
                    "unit_label",
                    "direction",
                    "aggregation",
                    ("baseline_value", "baseline_year"),
                    ("target_value", "target_year"),
                    "disaggregation",
                ],
                "description": _("Leave baseline and target empty unless a document states them."),
            },
        ),
    ]


@admin.register(IndicatorValue)
class IndicatorValueAdmin(TranslatedAdmin):
    list_display = ["indicator", "year", "value", "respondents", "symbol"]
    list_filter = ["year", "symbol"]
    list_select_related = ["indicator"]
    search_fields = ["indicator__code", "symbol", *languages.columns("source")]
    autocomplete_fields = ["indicator"]
