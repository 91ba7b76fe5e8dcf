"""Frameworks, questionnaires, cycles and reports for the secretariat. Answers are read here, written on their page."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationTabularInline

from core import languages
from core.admin import LANGUAGE_FIELDS, ReadOnly, TranslatedAdmin, WorkflowActions, WorkflowAdmin
from core.saving.admin import VersionedInline
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
    Framework,
    Indicator,
    IndicatorValue,
    NarrativeChoice,
    Node,
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
