"""The agenda as a reader gets it: clock times derived from start and order, headings with their sums, what changed
since it was circulated, and what was said and is still owed under each item."""

from dataclasses import dataclass, field
from datetime import time, timedelta

from django.db.models import Prefetch

from entities.roles import is_member
from initiatives.models import Initiative
from meetings import questions, times
from meetings.agenda_changes import Changes, Mark, changes_for
from meetings.follow_up import FollowUp, follow_up_of
from meetings.models import AgendaItem, AgendaSection, Intervention, ItemKind, Meeting, Presenter
from strategy.models import Node


@dataclass
class AgendaRow:
    """An item with its clock time, where the meeting states its hours and the items before it their minutes."""

    item: AgendaItem
    starts: time | None
    is_hidden: bool = False
    section: "Section | None" = None  # whose heading stands above this row
    change: Mark | None = None  # since the agenda was circulated
    follow_up: FollowUp | None = None
    is_over: bool = False  # it begins when the meeting should have ended
    is_open: bool = False  # the first item with interventions shows them, the others fold them
    interventions: list = field(default_factory=list)  # each with its answers in `shown_answers`
    documents: list = field(default_factory=list)

    @property
    def number_said(self):
        return number_of(self.interventions)


@dataclass
class Section:
    """A heading with the minutes of its items, as far as the reader sees them."""

    heading: AgendaSection
    minutes: int = 0


@dataclass
class Agenda:
    rows: list
    changes: Changes | None = None  # None where it was never circulated
    ends: time | None = None
    overrun: int = 0  # minutes by which the items last longer than the meeting
    elsewhere: list = field(default_factory=list)  # interventions of which no item is known

    @property
    def number_elsewhere(self):
        return number_of(self.elsewhere)


def number_of(interventions):
    """With their answers."""
    return sum(1 + len(intervention.shown_answers) for intervention in interventions)


def agenda_for(meeting: Meeting, user):
    """All items of a meeting that the user sees: one for members keeps its number and hides the rest from visitors."""
    nodes = Prefetch("nodes", Node.objects.visible_to(user).select_related("framework"))
    presenters = Prefetch("presenters", Presenter.objects.select_related("entity"))
    items = list(meeting.items.prefetch_related(nodes, presenters))
    readable = set(AgendaItem.objects.visible_to(user).filter(meeting=meeting).values_list("pk", flat=True))
    agenda = Agenda([AgendaRow(item, None, item.pk not in readable) for item in items])
    set_clock(agenda, meeting)
    add_sections(agenda, meeting)
    add_changes(agenda, meeting, user)
    add_follow_up(agenda, meeting, user)
    add_interventions(agenda, meeting, user)
    return agenda


def add_sections(agenda, meeting):
    """A heading stands above the first item of it that the reader may read: one without any would only tell what the
    hidden items are about, or that there is nothing."""
    headings = list(meeting.sections.all())
    section = shown = None
    for row in agenda.rows:
        while headings and headings[0].first_number <= row.item.number:
            section = Section(headings.pop(0))
        if section is None or row.is_hidden:
            continue
        section.minutes += row.item.minutes or 0
        if section is not shown:
            row.section = shown = section


def add_changes(agenda, meeting, user):
    visible = [row for row in agenda.rows if not row.is_hidden]
    agenda.changes = changes_for(meeting, [row.item for row in visible], reads_all=is_member(user))
    for row in visible if agenda.changes else ():
        row.change = agenda.changes.marks.get(row.item.pk)


def add_follow_up(agenda, meeting, user):
    """Read once for the meeting, and shown under the first item that is meant for it."""
    row = next((row for row in agenda.rows if row.item.kind == ItemKind.FOLLOW_UP and not row.is_hidden), None)
    if row:
        row.follow_up = follow_up_of(meeting, user)


def set_clock(agenda, meeting):
    if not meeting.has_hours:
        return
    moment = meeting.starts_at
    for row in agenda.rows:
        if moment is not None:
            row.starts = times.local(moment, meeting.time_zone).time()
            row.is_over = moment >= meeting.ends_at
            moment = moment + timedelta(minutes=row.item.minutes) if row.item.minutes else None
    planned = sum(row.item.minutes or 0 for row in agenda.rows)
    agenda.overrun = max(0, planned - meeting.minutes)
    agenda.ends = meeting.end_time


def shown_initiatives(user):
    """Only initiatives that the reader may see are linked."""
    return Prefetch("initiatives", Initiative.objects.visible_to(user), to_attr="shown_initiatives")


def add_interventions(agenda, meeting, user):
    said = (
        Intervention.objects.visible_to(user)
        .filter(meeting=meeting)
        .select_related("entity", "addressed_to", "item")
        .prefetch_related("processes", "goals", shown_initiatives(user))
        .order_by("pk")
    )
    by_item = {row.item.pk: row.interventions for row in agenda.rows}
    for intervention in questions.with_answers(list(said)):
        by_item.get(intervention.item_id, agenda.elsewhere).append(intervention)
    first = next((row for row in agenda.rows if row.interventions), None)
    if first:
        first.is_open = True
