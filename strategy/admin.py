"""Frameworks, questionnaires, cycles and reports for the secretariat. Answers are read here, written on their page."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationTabularInline

from core import languages
from core.admin import LANGUAGE_FIELDS, ReadOnly, TranslatedAdmin, WorkflowActions, WorkflowAdmin
from core.saving.admin import VersionedInline
from strategy import framework_admin  # noqa: F401 - registers itself
from strategy.cycle_workflow import CYCLE
from strategy.extension_workflow import EXTENSION
from strategy.models import (
    Answer,
    AnswerComment,
    AnswerReview,
    Choice,
    Column,
    ConsolidatedReport,
    Cycle,
    CycleSnapshot,
    Evidence,
    Extension,
    NarrativeChoice,
    Question,
    Questionnaire,
    Reminder,
    Report,
    Section,
    SectionAssignment,
    SnapshotPaper,
    Submission,
    SubmittedFile,
)
from strategy.questionnaire_admin import KeepsMeaning
from strategy.workflow import REPORT


@admin.register(Questionnaire)
class QuestionnaireAdmin(TranslatedAdmin):
    list_display = ["code", "edition", "title", "framework", "composed_for_portal"]
    list_filter = ["framework", "composed_for_portal"]
    list_select_related = ["framework"]
    search_fields = [*languages.columns("title", "short_title"), "code"]
    autocomplete_fields = ["framework"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "code",
                    "edition",
                    "framework",
                    "title",
                    "short_title",
                    "description",
                    "composed_for_portal",
                    *LANGUAGE_FIELDS,
                ],
                "description": _("A new wording is a new edition: answers of older ones stay with their questions."),
            },
        )
    ]


@admin.register(Section)
class SectionAdmin(KeepsMeaning, TranslatedAdmin):
    list_display = ["code", "title", "questionnaire", "node"]
    list_filter = ["questionnaire"]
    list_select_related = ["questionnaire", "node"]
    search_fields = [*languages.columns("title"), "code"]
    autocomplete_fields = ["questionnaire", "node"]


class ChoiceInline(VersionedInline, TranslationTabularInline):
    model = Choice
    extra = 0
    fields = ["code", "position", "label"]


class ColumnInline(VersionedInline, TranslationTabularInline):
    model = Column
    extra = 0
    fields = ["code", "position", "is_number", "label"]


@admin.register(Question)
class QuestionAdmin(KeepsMeaning, TranslatedAdmin):
    list_display = ["code", "text", "section", "type", "required", "consent", "indicator"]
    list_filter = ["section__questionnaire", "type", "consent", "required"]
    list_select_related = ["section", "indicator"]
    search_fields = [*languages.columns("text"), "code"]
    autocomplete_fields = ["section", "indicator", "condition_question"]
    inlines = [ChoiceInline, ColumnInline]
    fieldsets = [
        (None, {"fields": ["section", "code", "position", "text", "help", *LANGUAGE_FIELDS]}),
        (
            _("Answer"),
            {
                "fields": ["type", "required", "consent", "unit", "minimum", "maximum", "indicator"],
                "description": _(
                    "Who reads the answers of published cycles is decided here, for every page and export."
                ),
            },
        ),
        (
            _("Condition"),
            {
                "fields": ["condition_question", "condition_equals"],
                "description": _("The code of the choice, or yes or no. The other question must come earlier."),
            },
        ),
    ]


@admin.register(Choice)
class ChoiceAdmin(KeepsMeaning, TranslatedAdmin):
    list_display = ["code", "label", "question"]
    list_filter = ["question__section__questionnaire"]
    list_select_related = ["question"]
    search_fields = [*languages.columns("label"), "code"]
    autocomplete_fields = ["question"]


@admin.register(Column)
class ColumnAdmin(ChoiceAdmin):
    list_display = ["code", "label", "question", "is_number"]


@admin.register(Cycle)
class CycleAdmin(WorkflowAdmin):
    workflow = CYCLE
    list_display = ["title", "year", "state", "opens_on", "due_on", "closes_on", "is_demo"]
    list_filter = ["state", "year", "is_demo"]
    search_fields = [*languages.columns("title"), "slug"]
    filter_horizontal = ["questionnaires", "entities"]
    readonly_fields = ["state"]
    fieldsets = [
        (
            None,
            {"fields": ["state", "slug", "title", "note", "questionnaires", "entities", "is_demo", *LANGUAGE_FIELDS]},
        ),
        (
            _("Dates"),
            {
                "fields": [
                    "year",
                    ("period_start", "period_end"),
                    "opens_on",
                    "due_on",
                    "grace_until",
                    "closes_on",
                    ("city", "time_zone"),
                ],
                "description": _("Every date ends with the day in this city; the pages say so."),
            },
        ),
    ]


class ReadOnlyAdmin(ReadOnly, admin.ModelAdmin):
    """Shows what the person may see."""

    def get_queryset(self, request):
        return super().get_queryset(request).visible_to(request.user)


@admin.register(Report)
class ReportAdmin(WorkflowActions, ReadOnlyAdmin):
    """A report is made and written on its own page; here it is found and moved."""

    workflow = REPORT
    list_display = ["entity", "cycle", "questionnaire", "state", "number", "submitted_at", "changed_at"]
    list_filter = ["state", "cycle", "questionnaire", "channel"]
    list_select_related = ["entity", "cycle", "questionnaire"]
    search_fields = [*languages.columns("entity__name"), "entity__code"]


@admin.register(Extension)
class ExtensionAdmin(WorkflowActions, ReadOnlyAdmin):
    """Asked for and given on its own pages; here it is found and moved."""

    workflow = EXTENSION
    list_display = ["entity", "cycle", "state", "asked_until", "until", "asked_at", "answered_by"]
    list_filter = ["state", "cycle"]
    list_select_related = ["entity", "cycle", "answered_by"]
    search_fields = [*languages.columns("entity__name"), "entity__code"]


@admin.register(Reminder)
class ReminderAdmin(ReadOnlyAdmin):
    list_display = ["at", "entity", "cycle", "due_on", "days", "by"]
    list_filter = ["cycle"]
    list_select_related = ["entity", "cycle", "by"]
    search_fields = ["entity__code"]


@admin.register(Submission)
class SubmissionAdmin(ReadOnlyAdmin):
    list_display = ["report", "number", "by", "at"]
    list_filter = ["report__cycle"]
    list_select_related = ["report__entity", "report__cycle", "report__questionnaire", "by"]
    search_fields = ["report__entity__code"]


@admin.register(Answer)
class AnswerAdmin(ReadOnlyAdmin):
    list_display = ["report", "question", "value", "not_applicable", "carried_over", "follow_up", "changed_at"]
    list_filter = ["follow_up", "carried_over", "not_applicable", "report__cycle"]
    list_select_related = ["report__entity", "report__cycle", "report__questionnaire", "question"]
    search_fields = ["report__entity__code", "question__code", "text"]


@admin.register(AnswerComment)
class AnswerCommentAdmin(ReadOnlyAdmin):
    list_display = ["at", "by", "is_secretariat", "answer", "text"]
    list_filter = ["is_secretariat"]
    list_select_related = ["by", "answer"]
    search_fields = ["text", "answer__report__entity__code"]


@admin.register(AnswerReview)
class AnswerReviewAdmin(ReadOnlyAdmin):
    """Marks are made and taken back on the page of the review."""

    list_display = ["submission", "question", "how", "by", "at"]
    list_filter = ["how", "submission__report__cycle"]
    list_select_related = [
        "submission__report__entity",
        "submission__report__cycle",
        "submission__report__questionnaire",
        "question",
        "by",
    ]
    search_fields = ["question__code", "submission__report__entity__code"]


@admin.register(Evidence)
class EvidenceAdmin(ReadOnlyAdmin):
    list_display = ["answer", "initiative", "kind", "record_id", "url", "file"]
    list_filter = ["kind"]
    list_select_related = ["answer", "initiative", "file"]
    search_fields = ["url", "file__name", "answer__report__entity__code"]

    def get_queryset(self, request):
        # As long as a book, and not shown.
        return super().get_queryset(request).defer("file__text")


@admin.register(SectionAssignment)
class SectionAssignmentAdmin(ReadOnlyAdmin):
    """Sections are divided by the focal points, on a page of the report."""

    list_display = ["report", "section", "person", "assigned_by", "assigned_at"]
    list_filter = ["report__cycle"]
    list_select_related = [
        "report__entity",
        "report__cycle",
        "report__questionnaire",
        "section",
        "person",
        "assigned_by",
    ]
    search_fields = ["report__entity__code", "person__full_name", "person__email"]


@admin.register(SubmittedFile)
class SubmittedFileAdmin(ReadOnlyAdmin):
    list_display = ["submission", "file"]
    list_select_related = ["submission", "file"]
    search_fields = ["file__name", "submission__report__entity__code"]

    def get_queryset(self, request):
        # As long as a book, and not shown.
        return super().get_queryset(request).defer("file__text")


@admin.register(SnapshotPaper)
class SnapshotPaperAdmin(ReadOnlyAdmin):
    """Made by a background job; served where the paper is asked for."""

    list_display = ["snapshot", "name", "edition", "language", "made_at"]
    list_select_related = ["snapshot__cycle", "file"]


@admin.register(CycleSnapshot)
class CycleSnapshotAdmin(ReadOnlyAdmin):
    """Read on the page of the report: its content is plain data."""

    list_display = ["cycle", "number", "at", "by"]
    list_select_related = ["cycle", "by"]
    exclude = ["content"]

    def get_queryset(self, request):
        return super().get_queryset(request).defer("content")


@admin.register(ConsolidatedReport)
class ConsolidatedReportAdmin(TranslatedAdmin):
    list_display = ["cycle", "title", "symbol"]
    list_select_related = ["cycle"]
    search_fields = [*languages.columns("title"), "symbol", "cycle__slug"]
    autocomplete_fields = ["cycle"]
    fieldsets = [
        (None, {"fields": ["cycle", "symbol", "title", "introduction", "findings", "conclusions", *LANGUAGE_FIELDS]}),
        (_("Annex for the report of the Secretary-General"), {"fields": ["annex_symbol", "annex_title"]}),
    ]


@admin.register(NarrativeChoice)
class NarrativeChoiceAdmin(ReadOnlyAdmin):
    """Chosen on the page of the report, which shows the texts."""

    list_display = ["consolidated", "question", "order", "left_out"]
    list_select_related = ["consolidated__cycle", "question"]
