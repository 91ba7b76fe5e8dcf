"""Meetings, what is said in them, and what follows from them."""

from meetings.models.agenda import AgendaItem, ItemKind
from meetings.models.documents import DocumentLevel, EarlierFile, MeetingDocument
from meetings.models.interventions import Intervention, InterventionKind
from meetings.models.meeting import RECORDING_STATES, WRITING_STATES, Meeting, MeetingFormat, MeetingKind, MeetingState
from meetings.models.outcomes import ActionPoint, ActionPointState, Decision, ProgressNote
from meetings.models.people import Answer, Attendance, Presence

__all__ = [
    "RECORDING_STATES",
    "WRITING_STATES",
    "ActionPoint",
    "ActionPointState",
    "AgendaItem",
    "Answer",
    "Attendance",
    "Decision",
    "DocumentLevel",
    "EarlierFile",
    "Intervention",
    "InterventionKind",
    "ItemKind",
    "Meeting",
    "MeetingDocument",
    "MeetingFormat",
    "MeetingKind",
    "MeetingState",
    "Presence",
    "ProgressNote",
]
