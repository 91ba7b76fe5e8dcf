"""The days of a month in weeks, as a wall calendar shows them. Weeks begin on Monday."""

import calendar
import re
from dataclasses import dataclass, field
from datetime import date, timedelta

# Nobody plans outside of these years; further pages would only lead robots on for ever.
FIRST, LAST = 1990, 2100


@dataclass(frozen=True)
class Day:
    date: date
    is_outside: bool
    is_today: bool
    rows: list = field(default_factory=list)


@dataclass(frozen=True)
class Month:
    year: int
    number: int

    @classmethod
    def of(cls, day):
        return cls(day.year, day.month)

    @classmethod
    def read(cls, text):
        """Of 2026-12; None where that is no month."""
        match = re.fullmatch(r"([0-9]{4})-([0-9]{2})", text)
        if not match or not (FIRST <= int(match[1]) <= LAST and 1 <= int(match[2]) <= 12):
            return None
        return cls(int(match[1]), int(match[2]))

    def __str__(self):
        return f"{self.year:04d}-{self.number:02d}"

    @property
    def first(self):
        return date(self.year, self.number, 1)

    @property
    def last(self):
        return self.first.replace(day=calendar.monthrange(self.year, self.number)[1])

    @property
    def previous(self):
        """None at the end of the years."""
        return Month.read(str(Month.of(self.first - timedelta(days=1))))

    @property
    def next(self):
        return Month.read(str(Month.of(self.last + timedelta(days=1))))

    @property
    def shown(self):
        """(first, last) day of the whole weeks that hold the month."""
        start = self.first - timedelta(days=self.first.weekday())
        return start, self.last + timedelta(days=6 - self.last.weekday())

    def weeks(self, rows, today):
        """[[Day]]. `rows` is {date: what stands on that day}."""
        start, end = self.shown
        days = [start + timedelta(days=number) for number in range((end - start).days + 1)]
        cells = [Day(day, day.month != self.number, day == today, rows.get(day, [])) for day in days]
        return [cells[number : number + 7] for number in range(0, len(cells), 7)]
