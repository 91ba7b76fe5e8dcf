"""Which fields of meetings are multilingual; after that, what has a history."""

from modeltranslation.translator import TranslationOptions, register

from core.history.tracking import track
from meetings.models import (
    ActionPoint,
    AgendaItem,
    Attendance,
    Decision,
    EarlierFile,
    Intervention,
    Meeting,
    MeetingDocument,
    ProgressNote,
)


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


track(Meeting)
for model in (AgendaItem, MeetingDocument, Attendance, Intervention, Decision, ActionPoint):
    track(model, parent="meeting")
track(ProgressNote, parent="action_point")
track(EarlierFile, parent="document")
