"""Which fields of the strategy are multilingual; after that, what has a history."""

from modeltranslation.translator import TranslationOptions, register

from core.history.tracking import only_grows, track
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
    Submission,
    SubmittedFile,
)


@register(Framework)
class FrameworkTranslation(TranslationOptions):
    fields = ("title", "short_title", "description")


@register(Node)
class NodeTranslation(TranslationOptions):
    fields = ("text", "description")


@register(Indicator)
class IndicatorTranslation(TranslationOptions):
    fields = ("title", "short_title", "definition", "unit_label", "disaggregation")


@register(IndicatorValue)
class IndicatorValueTranslation(TranslationOptions):
    fields = ("source",)


@register(Questionnaire)
class QuestionnaireTranslation(TranslationOptions):
    fields = ("title", "short_title", "description")


@register(Section)
class SectionTranslation(TranslationOptions):
    fields = ("title", "intro")


@register(Question)
class QuestionTranslation(TranslationOptions):
    fields = ("text", "help", "unit")


@register(Choice)
@register(Column)
class OptionTranslation(TranslationOptions):
    fields = ("label",)


@register(Cycle)
class CycleTranslation(TranslationOptions):
    fields = ("title", "note")


@register(ConsolidatedReport)
class ConsolidatedReportTranslation(TranslationOptions):
    fields = ("title", "introduction", "findings", "conclusions", "annex_title")


for model in (Framework, Indicator, Questionnaire, Cycle, Report):
    track(model)
track(Node, parent="framework")
track(IndicatorValue, parent="indicator")
track(Section, parent="questionnaire")
track(Question, parent="section")
track(Choice, parent="question")
track(Column, parent="question")
track(Answer, parent="report")
track(AnswerComment, parent="answer")
track(AnswerReview, parent="submission")
track(Evidence, parent="answer")
track(Extension, parent="cycle")
track(ConsolidatedReport)
track(NarrativeChoice, parent="consolidated")
only_grows(CycleSnapshot)
track(SectionAssignment, parent="report")
only_grows(Submission)
only_grows(SubmittedFile)
only_grows(Reminder)
