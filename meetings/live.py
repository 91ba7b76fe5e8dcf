"""A meeting while it runs: the item that is before it, how long each one took, and when it ends at this pace."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property

from django.db import transaction
from django.utils import timezone

from core.access import ensure
from entities.roles import is_secretariat
from meetings import times
from meetings.models import AgendaItem, ItemTurn, Meeting


class Overtaken(Exception):
    """Another note taker called an item since the page was made."""


def may_take_notes(meeting, user):
    """While the meeting runs, and to complete what was said until its record is circulated."""
    return is_secretariat(user) and meeting.is_recording


@transaction.atomic
def call_item(meeting, item, by, shown):
    """Puts the item before the meeting and ends the time of the one before it; None pauses.

    `shown` is the number of the turn that the caller saw running, "" for none: where another one runs by now, and not
    on the item that is wanted, Overtaken is raised. So two people who press "next" at once move on by one item.
    """
    meeting = Meeting.objects.select_for_update(of=("self",)).get(pk=meeting.pk)
    ensure(is_secretariat(by) and meeting.is_running)
    running = meeting.turns.running().first()
    if (running and running.item_id) == (item and item.pk):
        return running
    if shown != str(running.pk if running else ""):
        raise Overtaken
    stop_clock(meeting)
    return ItemTurn.objects.create(meeting=meeting, item=item, called_by=by) if item else None


def stop_clock(meeting, *_of_transition):
    for turn in meeting.turns.running():
        turn.ended_at = max(timezone.now(), turn.began_at)
        turn.save(update_fields=["ended_at"])


@dataclass
class Row:
    """An item of the agenda with the stretches of time in which it was before the meeting."""

    item: AgendaItem
    turns: list[ItemTurn] = field(default_factory=list)

    @property
    def running(self):
        return next((turn for turn in self.turns if turn.ended_at is None), None)

    @property
    def ended(self):
        return [turn for turn in self.turns if turn.ended_at]

    @property
    def spent(self):
        """The time of its turns that are over."""
        return sum((turn.ended_at - turn.began_at for turn in self.ended), timedelta())

    @property
    def minutes_spent(self):
        return round(self.spent / timedelta(minutes=1))

    @property
    def minutes_over(self):
        """How much longer than planned it took; 0 where nothing was planned."""
        return max(0, self.minutes_spent - self.item.minutes) if self.item.minutes else 0

    @property
    def until(self):
        """The moment at which the planned minutes of the running item are used up; None where none are planned."""
        if not (self.running and self.item.minutes):
            return None
        return self.running.began_at + timedelta(minutes=self.item.minutes) - self.spent


@dataclass
class Live:
    """What the note takers see. Moments are instants; the clocks are those of the meeting's city, whoever reads."""

    meeting: Meeting
    rows: list[Row]
    now: datetime

    @cached_property
    def current(self):
        """The row before the meeting; None before the first item and during a pause."""
        return next((row for row in self.rows if row.running), None)

    @cached_property
    def place(self):
        """Where the meeting stands on its agenda: the row before it, or the one that was before it last."""
        called = [row for row in self.rows if row.turns]
        return self.current or max(called, key=lambda row: row.turns[-1].began_at, default=None)

    @property
    def turn(self):
        return self.current.running if self.current else None

    @property
    def next(self):
        after = self.rows[self.rows.index(self.place) + 1 :] if self.place else self.rows
        return after[0] if after else None

    @property
    def previous(self):
        before = self.rows[: self.rows.index(self.place)] if self.place else []
        return before[-1] if before else None

    @property
    def ends(self):
        """When the meeting is over if what was not called yet takes as long as planned; None where it does not run."""
        if not self.meeting.is_running:
            return None
        here = max(self.now, self.current.until or self.now) if self.current else self.now
        planned = sum(row.item.minutes or 0 for row in self.rows if not row.turns)
        return here + timedelta(minutes=planned)

    @property
    def minutes_late(self):
        """By how much the meeting will pass its end; 0 where it keeps to it or has no stated hours."""
        if self.ends is None or not self.meeting.has_hours:
            return 0
        return max(0, round((self.ends - self.meeting.ends_at) / timedelta(minutes=1)))

    @property
    def city(self):
        return times.city(self.zone)

    @property
    def zone(self):
        return self.meeting.time_zone or times.SECRETARIAT_ZONE

    def clock(self, moment):
        return times.local(moment, self.zone).time() if moment else None

    @property
    def since_clock(self):
        return self.clock(self.turn and self.turn.began_at)

    @property
    def until_clock(self):
        return self.clock(self.current and self.current.until)

    @property
    def ends_clock(self):
        return self.clock(self.ends)


def live_for(meeting, now=None):
    rows = {item.pk: Row(item) for item in meeting.items.all()}
    for turn in meeting.turns.order_by("began_at", "pk"):
        rows[turn.item_id].turns.append(turn)
    return Live(meeting, list(rows.values()), now or timezone.now())
