"""The secretariat's view of all initiatives. States move by the workflow's actions only."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from core import languages
from core.admin import TranslatedAdmin, WorkflowAdmin
from initiatives.models import (
    Budget,
    Citation,
    Contribution,
    ExternalIdentifier,
    Initiative,
    InitiativeGoal,
    InitiativeRelation,
    Link,
    Organization,
    Participation,
)
from initiatives.models.initiative import SEARCHED
from initiatives.workflow import INITIATIVE


class RowInline(admin.StackedInline):
    extra = 0


class GoalInline(admin.TabularInline):
    model = InitiativeGoal
    extra = 0
    autocomplete_fields = ["goal"]


class ParticipationInline(RowInline):
    model = Participation
    autocomplete_fields = ["country", "region", "entity", "organization"]


class BudgetInline(RowInline):
    model = Budget


class ContributionInline(RowInline):
    model = Contribution
    autocomplete_fields = ["entity"]


class IdentifierInline(admin.TabularInline):
    model = ExternalIdentifier
    extra = 0


class LinkInline(RowInline):
    model = Link


class CitationInline(admin.TabularInline):
    model = Citation
    extra = 0


class RelationInline(admin.TabularInline):
    model = InitiativeRelation
    fk_name = "initiative"
    extra = 0
    autocomplete_fields = ["other"]


@admin.register(Initiative)
class InitiativeAdmin(WorkflowAdmin):
    workflow = INITIATIVE
    list_display = ["code", "title", "lead", "state", "status", "start", "is_demo", "updated_at"]
    list_filter = ["state", "status", "cooperation_type", "origin", "is_demo", "lead"]
    list_select_related = ["lead"]
    search_fields = [*languages.columns(*SEARCHED), "code", "slug"]
    autocomplete_fields = ["lead", "nominated_by", "themes", "modalities", "targets"]
    readonly_fields = ["code", "state", "replaces", "confirmed_on", "created_by", "version", "created_at", "updated_at"]
    inlines = [
        ParticipationInline,
        GoalInline,
        BudgetInline,
        ContributionInline,
        IdentifierInline,
        LinkInline,
        CitationInline,
        RelationInline,
    ]
    fieldsets = [
        (
            None,
            {
                "fields": ["code", "slug", "state", "replaces", "lead", "title", "short_title", "summary", "keywords"],
                "description": _(
                    "A change here is public at once where the record is public. The lead entity works with new "
                    "versions instead. The state moves by the actions of the list and of the record’s own page."
                ),
            },
        ),
        (
            _("Kind"),
            {
                "fields": [
                    "cooperation_type",
                    "type_as_stated",
                    "instrument",
                    "method",
                    "themes",
                    "modalities",
                    "targets",
                    "good_practice",
                    "nominated_by",
                ],
                "description": _("Choose what the record states; leave empty what it does not."),
            },
        ),
        (
            _("Period and money"),
            {
                "fields": [
                    "start",
                    "start_precision_shown",
                    "end",
                    "end_precision_shown",
                    "period_note",
                    "status",
                    "status_note",
                    "people_reached",
                    "budget_note",
                ],
                "description": _("How much of a date is known is set on the record’s own page."),
            },
        ),
        (
            _("Texts"),
            {
                "fields": [
                    "challenge",
                    "solution",
                    "south_south_element",
                    "results",
                    "innovation",
                    "sustainability",
                    "replicability",
                    "lead_note",
                ],
                "description": _("The original language comes first; other languages may follow later."),
            },
        ),
        (
            _("Contact and markers"),
            {
                "fields": [
                    "contact",
                    "contact_is_public",
                    "gender_marker",
                    "youth_marker",
                    "disability_marker",
                    "climate_marker",
                ],
                "description": _("A mailbox of a unit, not of a person."),
            },
        ),
        (
            _("Source"),
            {
                "fields": [
                    "origin",
                    "confidence",
                    "confidence_note",
                    "confirmed_on",
                    "original_language",
                    "working_translations",
                    "is_demo",
                    "created_by",
                    "version",
                    "created_at",
                    "updated_at",
                ],
                "description": _("Every record says what it rests on."),
            },
        ),
    ]

    def get_readonly_fields(self, request, obj=None):
        return [*super().get_readonly_fields(request, obj), "start_precision_shown", "end_precision_shown"]

    @admin.display(description=_("known of the start"))
    def start_precision_shown(self, obj):
        return obj.get_start_precision_display()

    @admin.display(description=_("known of the end"))
    def end_precision_shown(self, obj):
        return obj.get_end_precision_display()

    def save_model(self, request, obj, form, change):
        if not change:
            obj.created_by = request.user
        super().save_model(request, obj, form, change)


@admin.register(Organization)
class OrganizationAdmin(TranslatedAdmin):
    list_display = ["name", "type"]
    list_filter = ["type"]
    search_fields = languages.columns("name")


class OfVisibleInitiatives:
    """Parts of a draft are as hidden as the draft."""

    def get_queryset(self, request):
        return super().get_queryset(request).filter(initiative__in=Initiative.objects.visible_to(request.user))


@admin.register(Participation)
class ParticipationAdmin(OfVisibleInitiatives, TranslatedAdmin):
    list_display = ["initiative", "role", "country", "region", "entity", "organization", "answer"]
    list_filter = ["role", "answer"]
    list_select_related = ["initiative", "country", "region", "entity", "organization"]
    search_fields = [*languages.columns("group_text"), "initiative__code", "country__iso3", "entity__code"]
    autocomplete_fields = ["initiative", "country", "region", "entity", "organization"]


for model in (Budget, Contribution, ExternalIdentifier, Link, Citation, InitiativeRelation, InitiativeGoal):

    @admin.register(model)
    class PartAdmin(OfVisibleInitiatives, TranslatedAdmin if model in (Budget, Link) else admin.ModelAdmin):
        """Parts are edited on their initiative; here they can be found."""

        list_display = ["initiative", "__str__"]
        list_select_related = ["initiative"]
        search_fields = ["initiative__code", "initiative__slug"]
        autocomplete_fields = ["initiative"]

        def has_module_permission(self, request):
            return False
