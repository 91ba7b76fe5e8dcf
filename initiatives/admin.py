"""The secretariat's view of all initiatives. States move by the workflow's actions only."""

from django.contrib import admin, messages
from django.utils.translation import gettext_lazy as _

from core import languages
from core.access import can_edit
from core.admin import TranslatedAdmin, VisibleChoices, WorkflowAdmin
from core.saving.admin import VersionedAdmin, VersionedInline
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
from initiatives.workflow import INITIATIVE


class RowInline(VersionedInline, VisibleChoices, admin.StackedInline):
    extra = 0


class TableInline(VersionedInline, VisibleChoices, admin.TabularInline):
    extra = 0


class GoalInline(TableInline):
    model = InitiativeGoal
    autocomplete_fields = ["goal"]


class ParticipationInline(RowInline):
    model = Participation
    autocomplete_fields = ["country", "region", "entity", "organization"]


class BudgetInline(RowInline):
    model = Budget


class ContributionInline(RowInline):
    model = Contribution
    autocomplete_fields = ["entity"]


class IdentifierInline(TableInline):
    model = ExternalIdentifier


class LinkInline(RowInline):
    model = Link


class CitationInline(TableInline):
    model = Citation


class RelationInline(TableInline):
    model = InitiativeRelation
    fk_name = "initiative"
    autocomplete_fields = ["other"]

    def get_queryset(self, request):
        return to_visible_others(super().get_queryset(request), request.user)


def to_visible_others(relations, user):
    """A relation names the other initiative, so it is as hidden as that."""
    return relations.filter(other__in=Initiative.objects.visible_to(user))


@admin.register(Initiative)
class InitiativeAdmin(WorkflowAdmin):
    workflow = INITIATIVE
    list_display = ["code", "title", "lead", "state", "status", "start", "is_demo", "updated_at"]
    list_filter = ["state", "status", "cooperation_type", "origin", "is_demo", "lead"]
    list_select_related = ["lead"]
    search_fields = [*languages.columns("title", "short_title", "summary", "keywords"), "code", "slug"]
    autocomplete_fields = ["lead", "nominated_by", "themes", "modalities", "targets"]
    readonly_fields = ["code", "state", "replaces", "confirmed_on", "created_by", "created_at", "updated_at"]
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

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and (obj is None or not obj.has_open_version)

    def change_view(self, request, object_id, *args, **kwargs):
        public = self.get_object(request, object_id)
        if request.method == "GET" and public and public.has_open_version:
            messages.info(request, _("A new version of this record is being written. Change it there."))
        return super().change_view(request, object_id, *args, **kwargs)

    def save_model(self, request, obj, form, change):
        if not change:
            obj.created_by = request.user
        super().save_model(request, obj, form, change)


@admin.register(Organization)
class OrganizationAdmin(TranslatedAdmin):
    list_display = ["name", "type"]
    list_filter = ["type"]
    search_fields = languages.columns("name")


def is_changed_in_place(initiative, user):
    return can_edit(initiative, user) and not initiative.has_open_version


class OfVisibleInitiatives(VisibleChoices):
    """Parts of a draft are as hidden as the draft, and those of a record that nobody may change stay as they are."""

    def get_queryset(self, request):
        return super().get_queryset(request).filter(initiative__in=Initiative.objects.visible_to(request.user))

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "initiative":
            kwargs["queryset"] = Initiative.objects.editable_by(request.user).filter(new_version=None)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def has_change_permission(self, request, obj=None):
        permitted = super().has_change_permission(request, obj)
        return permitted and (obj is None or is_changed_in_place(obj.initiative, request.user))

    def has_delete_permission(self, request, obj=None):
        permitted = super().has_delete_permission(request, obj)
        return permitted and (obj is None or is_changed_in_place(obj.initiative, request.user))


@admin.register(Participation)
class ParticipationAdmin(OfVisibleInitiatives, TranslatedAdmin):
    list_display = ["initiative", "role", "country", "region", "entity", "organization", "answer"]
    list_filter = ["role", "answer"]
    list_select_related = ["initiative", "country", "region", "entity", "organization"]
    search_fields = [*languages.columns("group_text"), "initiative__code", "country__iso3", "entity__code"]
    autocomplete_fields = ["initiative", "country", "region", "entity", "organization"]


class PartAdmin(OfVisibleInitiatives):
    """Parts are edited on their initiative; here they can be found."""

    list_display = ["initiative", "__str__"]
    list_select_related = ["initiative"]
    search_fields = ["initiative__code", "initiative__slug"]
    autocomplete_fields = ["initiative"]

    def has_module_permission(self, request):
        return False


@admin.register(Budget, Link)
class TranslatedPartAdmin(PartAdmin, TranslatedAdmin):
    pass


@admin.register(Contribution, ExternalIdentifier, Citation, InitiativeGoal)
class PlainPartAdmin(VersionedAdmin, PartAdmin, admin.ModelAdmin):
    pass


@admin.register(InitiativeRelation)
class RelationAdmin(VersionedAdmin, PartAdmin, admin.ModelAdmin):
    autocomplete_fields = ["initiative", "other"]

    def get_queryset(self, request):
        return to_visible_others(super().get_queryset(request), request.user)
