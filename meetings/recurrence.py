"""On which days a series meets. Plain dates: the hours are wall time, which no change of clocks moves (times.py).

The weekday, the day of the month and the number of the week all follow from the first date, so a rule cannot
contradict itself. A rule on the 29th, 30th or 31st takes the last day of shorter months; a fifth weekday exists only
in some months, and the others are left out.
"""

from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import islice

from dateutil.rrule import MONTHLY, WEEKLY, rrule, weekday
from django.db import models
from django.utils.translation import gettext_lazy as _

# Days that every month has, and the week that it may not have.
EVERY_MONTH_HAS, NOT_IN_EVERY_MONTH = 28, 5


class Frequency(models.TextChoices):
    WEEKLY = "weekly", _("By week, on the weekday of the first date")
    MONTHLY_DAY = "monthly_day", _("By month, on the day of the month of the first date")
    MONTHLY_WEEKDAY = "monthly_weekday", _("By month, on the same weekday, counted from the start of the month")
    MONTHLY_LAST = "monthly_last", _("By month, on the last such weekday of the month")


def week_of_month(day):
    """1 for the first Thursday of its month, 5 for the fifth."""
    return (day.day - 1) // 7 + 1


def is_last_of_its_kind(day):
    """Is there no such weekday any more in its month?"""
    return day.day + 7 > monthrange(day.year, day.month)[1]


@dataclass(frozen=True)
class Rule:
    """`interval`: every so many weeks or months. `count` counts the dates of the rule, those left out included."""

    frequency: str
    first: date
    interval: int = 1
    until: date | None = None
    count: int | None = None
    left_out: frozenset = field(default_factory=frozenset)

    def dates(self, since=date.min):
        """All dates from `since` on, in order; without end where the rule has none (to the year 9999)."""
        for moment in self._rrule().xafter(datetime.combine(since, datetime.min.time()), inc=True):
            if moment.date() not in self.left_out:
                yield moment.date()

    def next_dates(self, since, number):
        return list(islice(self.dates(since), number))

    def gives(self, day):
        return next(self.dates(day), None) == day

    def _rrule(self):
        until = self.until and datetime.combine(self.until, datetime.min.time())
        frequency = WEEKLY if self.frequency == Frequency.WEEKLY else MONTHLY
        start = datetime.combine(self.first, datetime.min.time())
        # dateutil takes either the end or the number.
        return rrule(frequency, start, self.interval, until=until, count=self.count, **self._days())

    def _days(self):
        if self.frequency == Frequency.MONTHLY_DAY:
            if self.first.day <= EVERY_MONTH_HAS:
                return {"bymonthday": self.first.day}
            return {"bymonthday": range(EVERY_MONTH_HAS, self.first.day + 1), "bysetpos": -1}
        if self.frequency == Frequency.MONTHLY_WEEKDAY:
            return {"byweekday": weekday(self.first.weekday())(week_of_month(self.first))}
        if self.frequency == Frequency.MONTHLY_LAST:
            return {"byweekday": weekday(self.first.weekday())(-1)}
        return {"byweekday": self.first.weekday()}
