"""Meetings, what is said in them, and what follows from them."""

from meetings.models.agenda import AgendaItem, ItemKind
from meetings.models.agenda_parts import AgendaSection, Presenter
from meetings.models.bundles import PaperBundle
from meetings.models.calendar import CalendarFeed
from meetings.models.circulated import CirculatedAgenda
from meetings.models.clearance import Clearance, Objection, ObjectionState, Proposal, ProposalState, RecordComment
from meetings.models.documents import PAPER_STATES, DocumentLevel, EarlierFile, MeetingDocument
from meetings.models.evidence import ActionPointEvidence
from meetings.models.interventions import Intervention, InterventionKind
from meetings.models.invitations import Invitation
from meetings.models.live import ItemTurn
from meetings.models.meeting import PLANNING_STATES, RECORDING_STATES, WRITING_STATES, Meeting, MeetingState
from meetings.models.outcomes import ActionPoint, ActionPointState, Channel, Decision, ProgressNote
from meetings.models.people import Answer, Attendance, Mode, Presence
from meetings.models.plan import MeetingFormat, MeetingKind
from meetings.models.proposals import AgendaProposal, AgendaProposalState
from meetings.models.records import (
    Corrigendum,
    Outcome,
    PartKind,
    Record,
    RecordPart,
    RecordRevision,
)
from meetings.models.series import Series
from meetings.models.slots import SLOT, EarlierSlot
from meetings.models.templates import MeetingTemplate, TemplateItem

__all__ = [
    "PAPER_STATES",
    "PLANNING_STATES",
    "RECORDING_STATES",
    "SLOT",
    "WRITING_STATES",
    "ActionPoint",
    "ActionPointEvidence",
    "ActionPointState",
    "AgendaItem",
    "AgendaProposal",
    "AgendaProposalState",
    "AgendaSection",
    "Answer",
    "Attendance",
    "CalendarFeed",
    "Channel",
    "CirculatedAgenda",
    "Clearance",
    "Corrigendum",
    "Decision",
    "DocumentLevel",
    "EarlierFile",
    "EarlierSlot",
    "Intervention",
    "InterventionKind",
    "Invitation",
    "ItemKind",
    "ItemTurn",
    "Meeting",
    "MeetingDocument",
    "MeetingFormat",
    "MeetingKind",
    "MeetingState",
    "MeetingTemplate",
    "Mode",
    "Objection",
    "ObjectionState",
    "Outcome",
    "PaperBundle",
    "PartKind",
    "Presence",
    "Presenter",
    "ProgressNote",
    "Proposal",
    "ProposalState",
    "Record",
    "RecordComment",
    "RecordPart",
    "RecordRevision",
    "Series",
    "TemplateItem",
]
