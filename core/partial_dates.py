"""Dates of which only the year or the month may be known: 2024, 2024-07, 2024-07-30."""

import re
from calendar import monthrange
from datetime import date

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _


class Precision(models.TextChoices):
    """How much of a date is known."""

    DAY = "day", _("day")
    MONTH = "month", _("month")
    YEAR = "year", _("year")


LENGTHS = {Precision.YEAR: 4, Precision.MONTH: 7, Precision.DAY: 10}
PATTERN = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?", re.ASCII)
FIRST_YEAR, LAST_YEAR = 1945, 2100


def partial_date(written, last=False):
    """(date, precision) of a partial date: the first day that it may mean, or the last one.

    Raises ValueError where it is no such date.
    """
    if not written:
        return None, Precision.DAY
    if not PATTERN.fullmatch(written):
        raise ValueError(written)
    parts = [int(part) for part in written.split("-")]
    if len(parts) == 3:
        return date(*parts), Precision.DAY
    if len(parts) == 2:
        year, month = parts
        return date(year, month, monthrange(year, month)[1] if last else 1), Precision.MONTH
    (year,) = parts
    return date(year, 12 if last else 1, 31 if last else 1), Precision.YEAR


def written(day, precision):
    """The date as a person writes it: 2024, 2024-07 or 2024-07-30."""
    return day.isoformat()[: LENGTHS[precision]] if day else ""


class PartialDateField(forms.CharField):
    """A text field: the browser's date field knows whole days only."""

    default_error_messages = {
        "invalid": _("“{value}” is not a date. Write a year, a year and month, or a day: 2024, 2024-07 or 2024-07-30."),
        "year": _("The year {year} is outside {first}–{last}."),
    }

    def __init__(self, *, last=False, **kwargs):
        super().__init__(max_length=20, **kwargs)
        self.last = last
        self.widget.attrs |= {"dir": "ltr", "autocomplete": "off", "inputmode": "numeric"}

    def clean(self, value):
        written = super().clean(value)
        try:
            day, precision = partial_date(written, self.last)
        except ValueError:
            raise forms.ValidationError(self.error_messages["invalid"].format(value=written), code="invalid") from None
        if day and not FIRST_YEAR <= day.year <= LAST_YEAR:
            message = self.error_messages["year"].format(year=day.year, first=FIRST_YEAR, last=LAST_YEAR)
            raise forms.ValidationError(message, code="year")
        return day, precision
