"""Which fields of meetings are multilingual."""

from modeltranslation.translator import TranslationOptions, register

from meetings.models import ActionPoint, AgendaItem, Decision, Intervention, Meeting, MeetingDocument, ProgressNote


@register(Meeting)
class MeetingTranslation(TranslationOptions):
    fields = ("title", "purpose", "place", "note")


@register(AgendaItem)
class AgendaItemTranslation(TranslationOptions):
    fields = ("title", "summary")


@register(MeetingDocument)
class MeetingDocumentTranslation(TranslationOptions):
    fields = ("title",)


@register(Intervention)
class InterventionTranslation(TranslationOptions):
    fields = ("speaker_title", "text", "note")


@register([Decision, ActionPoint, ProgressNote])
class TextTranslation(TranslationOptions):
    fields = ("text",)
