"""A record as one person reads it: the plain structures that record.py fills, for the page, for PDF and for DOCX."""

from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils.translation import gettext as _

from core.frozen import Passage
from core.languages import Language
from core.saving.words import side_by_side
from meetings.models import Meeting, MeetingState, Outcome, RecordRevision


@dataclass(frozen=True)
class NamedEntity:
    id: int
    acronym: Passage
    name: Passage


@dataclass(frozen=True)
class AttendanceLine:
    """An entity, or for guests the name of their organization; `people` are [(name, unit, how they took part)].

    Visitors get the entities that were present, without names and guests."""

    entity: NamedEntity | None
    organization: str
    was_present: bool
    people: list = field(default_factory=list)


@dataclass(frozen=True)
class PrintedIntervention:
    id: int
    paragraph: int
    entity: NamedEntity
    speaker: str
    function: Passage
    unit: str
    kind: str  # in words
    is_summary: bool
    text: Passage


@dataclass(frozen=True)
class PrintedDecision:
    number: str
    text: Passage


@dataclass(frozen=True)
class PrintedActionPoint:
    number: str
    text: Passage
    owners: list  # of NamedEntity
    due: date | None


@dataclass(frozen=True)
class PrintedItem:
    """An item for members keeps its number and nothing else for visitors: `is_hidden`. `number` is None for what was
    said or decided under no item. `paragraph` numbers the body, None where there is none."""

    number: int | None
    title: Passage
    is_members_only: bool = False
    is_hidden: bool = False
    paragraph: int | None = None
    body: Passage | None = None
    interventions: list = field(default_factory=list)
    decisions: list = field(default_factory=list)
    action_points: list = field(default_factory=list)

    @property
    def is_empty(self):
        return not (self.body or self.interventions or self.decisions or self.action_points)


@dataclass(frozen=True)
class Correction:
    """A wording that an entity proposed during the clearance and the secretariat accepted, in one language."""

    entity: NamedEntity
    item_number: int | None
    paragraph: int
    language: Language
    before: str
    after: str

    @property
    def sides(self):
        """(before, after) as HTML with the words marked that differ."""
        return side_by_side(self.before, self.after)


@dataclass(frozen=True)
class PrintedCorrigendum:
    number: int
    item_number: int | None
    text: Passage
    reason: str
    published_at: datetime


@dataclass
class PrintedRecord:
    """`revision` is None for the draft of the secretariat, and for a record that was adopted elsewhere."""

    meeting: Meeting
    heading: Passage
    facts: list  # of (label, value), plain words
    attendance: list
    opening: tuple  # (number of the paragraph, Passage), or (None, None)
    items: list
    closing: tuple
    revision: RecordRevision | None = None
    corrections: list = field(default_factory=list)
    corrigenda: list = field(default_factory=list)

    @property
    def is_draft(self):
        return self.revision is None and self.meeting.state != MeetingState.ADOPTED

    @property
    def is_adopted(self):
        return self.revision.outcome == Outcome.ADOPTED if self.revision else not self.is_draft

    @property
    def revision_label(self):
        """Rev.1, Rev.2; empty for the first text and for a draft."""
        return revision_label(self.revision.number) if self.revision else ""

    @property
    def symbol(self):
        """The symbol of the meeting with the revision, as papers are cited; empty where it has none."""
        return "/".join(filter(None, [self.meeting.symbol, self.revision_label])) if self.meeting.symbol else ""


def revision_label(number):
    return _("Rev.{number}").format(number=number) if number else ""
