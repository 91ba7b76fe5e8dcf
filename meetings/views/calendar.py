"""Meetings on the sheet of a month."""

from django.contrib.auth.decorators import login_not_required
from django.db.models import F
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.generic import TemplateView

from entities.roles import is_member, is_secretariat
from meetings import times
from meetings.filters import MeetingFilter
from meetings.listing import Row
from meetings.models import EarlierSlot, Meeting, MeetingKind
from meetings.month import Month
from meetings.views.feeds import public_address


@method_decorator(login_not_required, name="dispatch")
class MonthView(TemplateView):
    """`month` is 2026-12; without it, the month of today in the reader's zone."""

    template_name = "meetings/calendar_month.html"

    def get_context_data(self, **kwargs):
        today = self.today()
        asked = self.request.GET.get("month", "")
        month = Month.read(asked) or Month.of(today)
        meetings = MeetingFilter(self.request.GET, Meeting.objects.visible_to(self.request.user), request=self.request)
        rows = rows_of(meetings.qs if meetings.is_valid() else meetings.queryset.none(), month)
        by_day = {}
        for row in rows:
            by_day.setdefault(row.day, []).append(row)
        return super().get_context_data(**kwargs) | {
            "filter": meetings,
            "month": month,
            "is_unknown_month": bool(asked) and str(month) != asked,
            "is_this_month": month == Month.of(today),
            "week_days": month.weeks({}, today)[0],
            "weeks": month.weeks(by_day, today),
            "rows": [row for row in rows if month.first <= row.day <= month.last],
            "kinds": MeetingKind.choices,
            "public_address": public_address(),
            "is_member": is_member(self.request.user),
            "can_plan": is_secretariat(self.request.user),
        }

    def today(self):
        """A visitor's is that of the secretariat."""
        return timezone.localdate() if self.request.user.is_authenticated else times.today_in()


def rows_of(meetings, month):
    """On all days that the sheet shows, in the order of the hours. A meeting that is moved to other hours of its day
    stands there once."""
    shown = month.shown
    slots = EarlierSlot.objects.filter(meeting__in=meetings.order_by().values("pk"), date__range=shown)
    left = slots.exclude(date=F("meeting__date")).select_related("meeting")
    moved = {(slot.meeting_id, slot.date): Row(slot.meeting, slot) for slot in left}
    return sorted([*map(Row, meetings.filter(date__range=shown)), *moved.values()], key=lambda row: row.place)
