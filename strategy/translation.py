from modeltranslation.translator import TranslationOptions, register

from strategy.models import (
    Choice,
    Column,
    Cycle,
    Framework,
    Indicator,
    IndicatorValue,
    Node,
    Question,
    Questionnaire,
    Section,
)


@register(Framework)
class FrameworkTranslation(TranslationOptions):
    fields = ("title", "short_title", "description")


@register(Node)
class NodeTranslation(TranslationOptions):
    fields = ("text", "description")


@register(Indicator)
class IndicatorTranslation(TranslationOptions):
    fields = ("title", "short_title", "definition", "unit_label")


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
