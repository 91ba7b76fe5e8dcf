"""The dates of a series as its pages show them, and its rule in words."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core import dates
from meetings import recurrence, times
from meetings.models import Meeting
from meetings.recurrence import Frequency

NEXT_SHOWN, PREVIEW_SHOWN = 8, 24


@dataclass
class SeriesDate:
    """A date of the rule with the hours of the series. `meeting`: what is planned there, as far as the reader sees it;
    a date may be taken by a draft that the reader does not see."""

    day: date
    hours: Meeting
    meeting: Meeting | None = None
    is_left_out: bool = False

    @property
    def is_skipped_hour(self):
        """The clocks go forward over the start or the end: the meeting would need other hours on that day."""
        clocks = [clock for clock in (self.hours.start_time, self.hours.end_time) if clock]
        return any(times.is_skipped(self.day, clock, self.hours.time_zone) for clock in clocks)


def date_of(series, day, **more):
    hours = Meeting(date=day, start_time=series.start_time, end_time=series.end_time, time_zone=series.time_zone)
    return SeriesDate(day, hours, **more)


def preview(series):
    """What a rule that is not saved yet would give, from its first date on."""
    return [date_of(series, day) for day in series.rule.next_dates(series.first_date, PREVIEW_SHOWN)]


def next_dates(series, user):
    """The dates from today on in the city of the series, with those that are left out."""
    days = series.whole_rule.next_dates(times.today_in(series.zone), NEXT_SHOWN)
    meetings = Meeting.objects.visible_to(user).filter(series=series, occurrence__in=days)
    planned = {meeting.occurrence: meeting for meeting in meetings}
    left_out = set(series.left_out)
    return [date_of(series, day, meeting=planned.get(day), is_left_out=day in left_out) for day in days]


def rule_in_words(series):
    """Short sentences: how often, on which day, until when, and what happens where a month has no such day."""
    return [how_often(series), *exceptions_of_the_calendar(series), end_in_words(series)]


def how_often(series):
    n, first = series.interval, series.first_date
    weekday = dates.weekday_name(first)
    if series.frequency == Frequency.WEEKLY:
        # Not the singular of the other sentence: in some languages that holds for 21 weeks too.
        often = _("Every week: {day}") if n == 1 else ngettext("Every {n} week: {day}", "Every {n} weeks: {day}", n)
        return often.format(n=n, day=weekday)
    on = {
        Frequency.MONTHLY_DAY: _("day {number}").format(number=first.day),
        Frequency.MONTHLY_WEEKDAY: _("{weekday}, number {number} in the month").format(
            weekday=weekday, number=recurrence.week_of_month(first)
        ),
        Frequency.MONTHLY_LAST: _("{weekday}, the last in the month").format(weekday=weekday),
    }[series.frequency]
    often = _("Every month: {day}") if n == 1 else ngettext("Every {n} month: {day}", "Every {n} months: {day}", n)
    return often.format(n=n, day=on)


def exceptions_of_the_calendar(series):
    """What happens in a month that has no such day."""
    first, frequency = series.first_date, series.frequency
    if frequency == Frequency.MONTHLY_DAY and first.day > recurrence.EVERY_MONTH_HAS:
        return [_("In shorter months: the last day.")]
    is_fifth = recurrence.week_of_month(first) == recurrence.NOT_IN_EVERY_MONTH
    if frequency == Frequency.MONTHLY_WEEKDAY and is_fifth:
        return [_("Months that have only four such weekdays are left out.")]
    return []


def end_in_words(series):
    if series.until:
        return _("Until {day}").format(day=dates.day(series.until))
    if series.count:
        return ngettext("{n} date in all", "{n} dates in all", series.count).format(n=series.count)
    return _("Without end")
