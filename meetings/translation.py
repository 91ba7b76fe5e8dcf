"""Which fields of meetings are multilingual; after that, what has a history."""

from modeltranslation.translator import TranslationOptions, register

from core.history.tracking import only_grows, track
from meetings.models import (
    ActionPoint,
    ActionPointEvidence,
    AgendaItem,
    AgendaProposal,
    AgendaSection,
    Attendance,
    CirculatedAgenda,
    Clearance,
    Corrigendum,
    Decision,
    EarlierFile,
    EarlierSlot,
    Intervention,
    Invitation,
    ItemTurn,
    Meeting,
    MeetingDocument,
    MeetingTemplate,
    Objection,
    Presenter,
    ProgressNote,
    Proposal,
    Record,
    RecordPart,
    Series,
    TemplateItem,
)


@register(Meeting)
class MeetingTranslation(TranslationOptions):
    fields = ("title", "purpose", "place", "note")


@register([Series, MeetingTemplate])
class PlanTranslation(TranslationOptions):
    fields = ("title", "purpose", "place")


@register(AgendaItem)
class AgendaItemTranslation(TranslationOptions):
    fields = ("title", "summary")


@register(AgendaProposal)
class AgendaProposalTranslation(TranslationOptions):
    fields = ("title", "reason")


@register([MeetingDocument, AgendaSection])
class TitleTranslation(TranslationOptions):
    fields = ("title",)


@register(TemplateItem)
class TemplateItemTranslation(TranslationOptions):
    fields = ("title", "heading")


@register(Intervention)
class InterventionTranslation(TranslationOptions):
    fields = ("speaker_title", "text", "note")


@register([Decision, ActionPoint, ProgressNote, Corrigendum])
class TextTranslation(TranslationOptions):
    fields = ("text",)


@register(RecordPart)
class RecordPartTranslation(TranslationOptions):
    fields = ("body",)


# The sequence follows from the other columns.
track(Meeting, exclude=("sequence",))
track(Series)
track(MeetingTemplate)
track(TemplateItem, parent="template")
for model in (AgendaItem, MeetingDocument, Attendance, Intervention, Invitation, Decision, ActionPoint):
    track(model, parent="meeting")
for model in (ProgressNote, ActionPointEvidence):
    track(model, parent="action_point")
track(EarlierFile, parent="document")
only_grows(EarlierSlot)
track(ItemTurn, parent="meeting")
track(Record, parent="meeting")
track(RecordPart, parent="record")
for model in (Clearance, Proposal, Objection):
    track(model, parent="revision")
track(Presenter, parent="item")
track(AgendaSection, parent="meeting")
track(AgendaProposal, parent="meeting")
only_grows(CirculatedAgenda)
