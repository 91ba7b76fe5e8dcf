"""The admin of meetings, under the same rules as the pages: an adopted record is not changed here either."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from core import languages
from core.access import can_edit
from core.admin import LANGUAGE_FIELDS, ReadOnly, TranslatedAdmin, VisibleChoices, WorkflowAdmin
from core.saving.admin import VersionedAdmin, VersionedInline
from meetings import calendar_admin, planning_admin, record_admin  # noqa: F401 - they register themselves
from meetings.calendar_invitations import tell_change
from meetings.models import (
    RECORDING_STATES,
    SLOT,
    ActionPoint,
    AgendaItem,
    AgendaProposal,
    AgendaSection,
    Attendance,
    CirculatedAgenda,
    Decision,
    Intervention,
    Invitation,
    ItemTurn,
    Meeting,
    MeetingDocument,
    MeetingState,
    PaperBundle,
    Presenter,
    ProgressNote,
)
from meetings.models.meeting import PLANNING_STATES
from meetings.outcome_admin import NamesInitiatives, StandsInRecord
from meetings.proposals import PROPOSAL
from meetings.reminders import tell_saved
from meetings.workflow import ACTION_POINT, MEETING
from strategy.evidence_kinds import KeepsEvidence

# Who answered and when is kept with an answer: it is given on its page.
ANSWER_FIELDS = ["answer", "mode", "replaced_by", "answer_note"]


class AttendanceInline(VersionedInline, VisibleChoices, admin.TabularInline):
    model = Attendance
    extra = 0
    autocomplete_fields = ["entity"]
    readonly_fields = ["answer"]
    exclude = ANSWER_FIELDS[1:]


@admin.register(Meeting)
class MeetingAdmin(WorkflowAdmin):
    workflow = MEETING
    list_display = ["date", "title_in_my_language", "kind", "state", "is_public", "is_demo"]
    list_display_links = ["date", "title_in_my_language"]
    list_filter = ["state", "kind", "is_public", "is_demo"]
    search_fields = [*languages.columns("title"), "slug", "symbol"]
    date_hierarchy = "date"
    autocomplete_fields = ["organizer"]
    readonly_fields = ["state", "adopted_on", "cancelled_because"]
    inlines = [AttendanceInline]
    fieldsets = [
        (
            None,
            {
                "fields": ["slug", "symbol", "kind", "title", "purpose", "organizer", "state", *LANGUAGE_FIELDS],
                "description": _("The agenda is easier to write on the page of the meeting."),
            },
        ),
        (
            _("When and where"),
            {
                "fields": ["date", "start_time", "end_time", "time_zone", "format", "place", "interpretation"],
                "description": _(
                    "Hours are those of the named city, for example America/New_York. "
                    "Leave them empty where no source states them."
                ),
            },
        ),
        (_("Who sees it"), {"fields": ["is_public", "joining_link", "is_demo"]}),
        (_("Where the facts come from"), {"fields": ["note", "source_title", "source_url"]}),
        (_("What became of it"), {"fields": ["adopted_on", "cancelled_because"]}),
    ]

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        tell_change(obj, by=request.user)

    def get_readonly_fields(self, request, obj=None):
        """An announced meeting is moved on its own page, where everybody is told where it went."""
        fields = super().get_readonly_fields(request, obj)
        return [*fields, *SLOT] if obj and obj.can_be_moved else fields


class OfMeeting:
    """For what belongs to a meeting: it is added only where the meeting still takes it, and stays there."""

    meeting_states = None

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "meeting":
            meetings = Meeting.objects.editable_by(request.user)
            kwargs["queryset"] = meetings.filter(state__in=self.meeting_states) if self.meeting_states else meetings
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def get_readonly_fields(self, request, obj=None):
        fields = super().get_readonly_fields(request, obj)
        return [*fields, "meeting"] if obj else fields

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and (obj is None or can_edit(obj, request.user))


class PresenterInline(VersionedInline, VisibleChoices, admin.TabularInline):
    model = Presenter
    extra = 0
    autocomplete_fields = ["entity"]


@admin.register(AgendaItem)
class AgendaItemAdmin(OfMeeting, TranslatedAdmin):
    meeting_states = (*PLANNING_STATES, MeetingState.RECORD_PREPARATION)
    list_display = ["meeting", "number", "title_in_my_language", "kind", "minutes", "is_members_only"]
    list_display_links = ["number", "title_in_my_language"]
    list_filter = ["kind", "is_members_only", "is_for_decision"]
    list_select_related = ["meeting"]
    search_fields = [*languages.columns("title"), "meeting__slug"]
    autocomplete_fields = ["meeting"]
    inlines = [PresenterInline]
    filter_horizontal = ["nodes"]


@admin.register(Invitation)
class InvitationAdmin(ReadOnly, admin.ModelAdmin):
    """Entities are added and removed on the page of the invitations, which tells them."""

    list_display = ["meeting", "entity", "invited_at", "invited_by"]
    list_select_related = ["meeting", "entity", "invited_by"]
    search_fields = ["entity__code", "meeting__slug"]

    def get_queryset(self, request):
        return super().get_queryset(request).visible_to(request.user)


@admin.register(AgendaProposal)
class AgendaProposalAdmin(WorkflowAdmin):
    workflow = PROPOSAL
    list_display = ["title_in_my_language", "entity", "meeting", "state"]
    list_filter = ["state", "kind"]
    list_select_related = ["entity", "meeting"]
    search_fields = [*languages.columns("title"), "entity__code", "meeting__slug"]
    autocomplete_fields = ["entity"]
    readonly_fields = ["meeting", "series", "state", "item", "declined_because"]
    fieldsets = [
        (None, {"fields": ["title", "reason", "entity", "kind", "minutes", *LANGUAGE_FIELDS]}),
        (
            _("What became of it"),
            {
                "fields": ["meeting", "series", "state", "item", "declined_because"],
                "description": _("The state changes on the page of the proposal, or by an action of the list."),
            },
        ),
    ]

    def has_add_permission(self, request):
        """Entities propose on the page of a meeting."""
        return False


@admin.register(AgendaSection)
class AgendaSectionAdmin(OfMeeting, TranslatedAdmin):
    """Headings are put in order on the page of the agenda, where they are added too."""

    list_display = ["meeting", "first_number", "title_in_my_language"]
    list_display_links = ["title_in_my_language"]
    list_select_related = ["meeting"]
    search_fields = [*languages.columns("title"), "meeting__slug"]
    readonly_fields = ["first_number"]

    def has_add_permission(self, request):
        return False


@admin.register(CirculatedAgenda)
class CirculatedAgendaAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ["meeting", "revision", "circulated_at", "by"]
    list_select_related = ["meeting", "by"]
    search_fields = ["meeting__slug"]


@admin.register(Attendance)
class AttendanceAdmin(VersionedAdmin, OfMeeting, admin.ModelAdmin):
    list_display = ["meeting", "entity", "organization", "person_name", "answer", "presence"]
    list_filter = ["presence", "answer", "mode"]
    list_select_related = ["meeting", "entity"]
    search_fields = ["person_name", "organization", "entity__code", "meeting__slug"]
    autocomplete_fields = ["meeting", "entity"]
    readonly_fields = [*ANSWER_FIELDS, "person", "answered_at", "answered_by", "is_on_behalf"]

    def get_queryset(self, request):
        return super().get_queryset(request).visible_to(request.user)

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and (obj is None or can_edit(obj, request.user))


@admin.register(Intervention)
class InterventionAdmin(StandsInRecord, OfMeeting, NamesInitiatives, TranslatedAdmin):
    list_display = ["meeting", "entity", "speaker_name", "kind", "is_draft", "text_in_my_language"]
    list_filter = ["kind", "is_draft", "is_summary", "is_published_by_entity"]
    list_select_related = ["meeting", "entity"]
    search_fields = [*languages.columns("text"), "speaker_name", "entity__code", "meeting__slug"]
    autocomplete_fields = [
        "meeting",
        "item",
        "entity",
        "answers",
        "addressed_to",
        "initiatives",
        "processes",
        "goals",
    ]


@admin.register(ItemTurn)
class ItemTurnAdmin(VersionedAdmin, OfMeeting, admin.ModelAdmin):
    """The times are kept on the live page of a meeting; here one mends what was called by mistake."""

    meeting_states = RECORDING_STATES
    list_display = ["item", "meeting", "began_at", "ended_at", "called_by"]
    list_select_related = ["item", "meeting", "called_by"]
    search_fields = ["meeting__slug", *languages.columns("item__title")]
    autocomplete_fields = ["meeting", "item"]
    readonly_fields = ["called_by"]

    def get_queryset(self, request):
        return super().get_queryset(request).visible_to(request.user)

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and (obj is None or can_edit(obj, request.user))


@admin.register(Decision)
class DecisionAdmin(KeepsEvidence, StandsInRecord, OfMeeting, NamesInitiatives, TranslatedAdmin):
    list_display = ["number", "meeting", "text_in_my_language"]
    list_filter = ["year"]
    list_select_related = ["meeting"]
    search_fields = [*languages.columns("text"), "number", "meeting__slug"]
    autocomplete_fields = ["meeting", "item", "initiatives"]
    filter_horizontal = ["nodes"]
    readonly_fields = ["number"]

    def has_delete_permission(self, request, obj=None):
        """Its number has been quoted: a decision stays."""
        return False


@admin.register(ActionPoint)
class ActionPointAdmin(StandsInRecord, OfMeeting, WorkflowAdmin):
    workflow = ACTION_POINT
    list_display = ["number", "meeting", "due", "is_important", "state", "text_in_my_language"]
    list_filter = ["state", "is_important", "year"]
    list_select_related = ["meeting"]
    search_fields = [*languages.columns("text"), "number", "meeting__slug"]
    autocomplete_fields = ["meeting", "item", "decision", "owners"]
    readonly_fields = [
        "number",
        "state",
        "reported_by",
        "reported_at",
        "verified_by",
        "verified_at",
        "withdrawn_because",
    ]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "number",
                    "meeting",
                    "item",
                    "decision",
                    "text",
                    "owners",
                    "due",
                    "is_important",
                    *LANGUAGE_FIELDS,
                ]
            },
        ),
        (
            _("How far it is"),
            {
                "fields": ["state", "reported_by", "reported_at", "verified_by", "verified_at", "withdrawn_because"],
                "description": _("The state changes on the page of the action point, or by an action of the list."),
            },
        ),
    ]

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        tell_saved(form.instance, by=request.user, is_moved=change and "due" in form.changed_data)


@admin.register(MeetingDocument)
class MeetingDocumentAdmin(KeepsEvidence, TranslatedAdmin):
    list_display = ["title_in_my_language", "citation", "meeting", "language", "level", "entity"]
    list_filter = ["level", "language"]
    list_select_related = ["meeting", "entity"]
    search_fields = [*languages.columns("title"), "meeting__slug", "meeting__symbol"]
    autocomplete_fields = ["meeting", "item", "entity"]
    # Files come in by the pages, where they are checked; a number that was given stays.
    readonly_fields = ["file", "serial", "revision"]


@admin.register(PaperBundle)
class PaperBundleAdmin(ReadOnly, admin.ModelAdmin):
    """Made by a background job, forgotten after a week. The archive itself is its person's alone."""

    list_display = ["meeting", "by", "level", "language", "made_at"]
    list_select_related = ["meeting", "by"]


@admin.register(ProgressNote)
class ProgressNoteAdmin(ReadOnly, TranslatedAdmin):
    """Notes are added on the page of the action point and never changed."""

    list_display = ["action_point", "written_on", "entity", "author"]
    list_select_related = ["action_point", "entity", "author"]
    search_fields = [*languages.columns("text"), "action_point__number"]
