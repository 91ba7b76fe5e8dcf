"""The agenda as a reader gets it: clock times derived from start and order, and what was said under each item."""

from dataclasses import dataclass, field
from datetime import time, timedelta

from django.db.models import Prefetch

from initiatives.models import Initiative
from meetings import questions, times
from meetings.models import AgendaItem, Intervention, Meeting
from strategy.models import Node


@dataclass
class AgendaRow:
    """An item with its clock time, where the meeting states its hours and the items before it their minutes."""

    item: AgendaItem
    starts: time | None
    is_hidden: bool = False
    is_over: bool = False  # it begins when the meeting should have ended
    is_open: bool = False  # the first item with interventions shows them, the others fold them
    interventions: list = field(default_factory=list)  # each with its answers in `shown_answers`
    documents: list = field(default_factory=list)

    @property
    def number_said(self):
        return number_of(self.interventions)


@dataclass
class Agenda:
    rows: list
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
    items = list(meeting.items.select_related("presenter").prefetch_related(nodes))
    readable = set(AgendaItem.objects.visible_to(user).filter(meeting=meeting).values_list("pk", flat=True))
    agenda = Agenda([AgendaRow(item, None, item.pk not in readable) for item in items])
    set_clock(agenda, meeting)
    add_interventions(agenda, meeting, user)
    return agenda


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
