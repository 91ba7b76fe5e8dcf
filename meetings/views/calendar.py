"""Meetings on the sheet of a month."""

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.generic import TemplateView

from entities.roles import is_member, is_secretariat
from meetings import times
from meetings.filters import MeetingFilter
from meetings.models import EarlierSlot, Meeting, MeetingKind
from meetings.month import Month


@dataclass(frozen=True)
class Entry:
    """What stands on a day: a meeting, or the slot that one had before it was moved."""

    day: date
    start: time | None
    meeting: Any
    is_slot: bool = False


@method_decorator(login_not_required, name="dispatch")
class MonthView(TemplateView):
    """`month` is 2026-12; without it, the month of today in the reader's zone."""

    template_name = "meetings/calendar_month.html"

    def get_context_data(self, **kwargs):
        today = self.today()
        asked = self.request.GET.get("month", "")
        month = Month.read(asked) or Month.of(today)
        meetings = MeetingFilter(self.request.GET, Meeting.objects.visible_to(self.request.user), request=self.request)
        entries = entries_of(meetings.qs if meetings.is_valid() else meetings.queryset.none(), month)
        by_day = {}
        for entry in entries:
            by_day.setdefault(entry.day, []).append(entry)
        return super().get_context_data(**kwargs) | {
            "filter": meetings,
            "month": month,
            "is_unknown_month": bool(asked) and str(month) != asked,
            "is_this_month": month == Month.of(today),
            "week_days": month.weeks({}, today)[0],
            "weeks": month.weeks(by_day, today),
            "entries": [entry for entry in entries if month.first <= entry.day <= month.last],
            "kinds": MeetingKind.choices,
            "is_member": is_member(self.request.user),
            "can_plan": is_secretariat(self.request.user),
        }

    def today(self):
        """A visitor's is that of the secretariat."""
        return timezone.localdate() if self.request.user.is_authenticated else times.today_in()


def entries_of(meetings, month):
    """Of all days that the sheet shows, in the order of the hours."""
    shown = month.shown
    held = [Entry(meeting.date, meeting.start_time, meeting) for meeting in meetings.filter(date__range=shown)]
    slots = EarlierSlot.objects.filter(meeting__in=meetings, date__range=shown).select_related("meeting")
    moved = [Entry(slot.date, slot.start_time, slot.meeting, is_slot=True) for slot in slots]
    return sorted(held + moved, key=lambda entry: (entry.day, entry.start or time(), entry.meeting.pk))
