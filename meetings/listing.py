"""The rows of the list of meetings: a meeting that was moved leaves a row in its old place that says where it went."""

from dataclasses import dataclass
from datetime import time

from django.db.models import F
from django.utils import timezone

from meetings.models import EarlierSlot, Meeting


@dataclass(frozen=True)
class Row:
    meeting: Meeting
    slot: EarlierSlot | None = None

    @property
    def day(self):
        return (self.slot or self.meeting).date

    @property
    def place(self):
        """What comes earlier is smaller; of a day, what has no hours comes last."""
        at = self.slot or self.meeting
        return at.date, at.start_time is None, at.start_time or time.min, at.pk


def rows_of_page(found, upcoming, page):
    """(what comes, what was held), each in the order of its list. `found`: the meetings that the person may see and
    asked for; a slot is shown with its meeting or not at all."""
    today = timezone.localdate()
    moved = [Row(slot.meeting, slot) for slot in slots_of_page(found, page)]
    coming = [*map(Row, upcoming), *(row for row in moved if row.slot.date >= today)]
    held = [*map(Row, page), *(row for row in moved if row.slot.date < today)]
    return sorted(coming, key=lambda row: row.place), sorted(held, key=lambda row: row.place, reverse=True)


def slots_of_page(found, page):
    """Those whose day the meeting has left, each once, down to the oldest meeting of this page of the list."""
    slots = EarlierSlot.objects.filter(meeting__in=found.order_by().values("pk")).exclude(date=F("meeting__date"))
    if page.has_previous():
        before = page.paginator.object_list[page.start_index() - 2]
        slots = slots.filter(date__lt=before.date)
    if page.has_next():
        slots = slots.filter(date__gte=page[-1].date)
    return {(slot.meeting_id, slot.date): slot for slot in slots.select_related("meeting")}.values()
