"""Words on the sheet of a month."""

from django import template
from django.utils.text import capfirst

from core import dates

register = template.Library()


@register.filter
def month_name(month):
    """December 2026, of a meetings.month.Month."""
    return capfirst(dates.text(str(month)))


@register.filter
def weekday_name(day):
    return capfirst(dates.weekday_name(day))


@register.filter
def day_words(day):
    """10 December, for those who hear the sheet."""
    return dates.day(day, year=False)
