"""How the United Nations writes dates in the six languages: names of months and days, clock times, periods.

Everything here is plain text; {% day %}, {% moment %} and {% period %} wrap it in <time>. Digits are 0-9
in all languages. A partial date is a date of known precision: 2015, "2015-07" or a whole date. The words
themselves stand in date_words.py.
"""

import datetime
from typing import NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, ngettext_lazy

from core import date_words as words
from core import languages

NBSP = "\u00a0"


def current(language=None):
    return language or languages.current().code


class Partial(NamedTuple):
    year: int
    month: int | None = None
    day: int | None = None

    @property
    def iso(self):
        parts = [f"{self.year:04d}"] + [f"{part:02d}" for part in (self.month, self.day) if part]
        return "-".join(parts)

    @property
    def precision(self):
        return "day" if self.day else "month" if self.month else "year"


def partial(value, precision=None):
    """Reads 2015, "2015", "2015-07", "2015-07-30", (2015, 7) or a date; precision shortens what is known."""
    if value is None or value == "":
        return None
    if isinstance(value, datetime.datetime):
        value = to_local(value).date()
    if isinstance(value, Partial):
        known = value
    elif isinstance(value, datetime.date):
        known = Partial(value.year, value.month, value.day)
    elif isinstance(value, (tuple, list)):
        known = Partial(*value)
    else:
        known = Partial(*(int(part) for part in str(value).split("-")))
    if precision == "year":
        return Partial(known.year)
    if precision == "month":
        return Partial(known.year, known.month)
    return known


def to_local(moment):
    return timezone.localtime(moment) if timezone.is_aware(moment) else moment


def short_month(month, language=None):
    return words.SHORT_MONTHS[current(language)][month - 1]


def weekday_name(day, language=None):
    return words.WEEKDAYS[current(language)][day.weekday()]


def text(value, language=None, form="plain", year=True):
    """One date in words, as precise as it is known. form names its place in a sentence: see date_words.FORMS."""
    language = current(language)
    known = partial(value)
    patterns = words.PATTERNS[language] if year else words.PATTERNS_WITHOUT_YEAR[language]
    pattern = patterns[known.precision]
    month = words.MONTHS[language][known.month - 1] if known.month else ""
    if language == "ru" and (known.day or form == "genitive"):
        month = words.GENITIVE_MONTHS[known.month - 1] if known.month else ""
        pattern = pattern.replace("{year}\u00a0год", "{year}\u00a0года") if known.precision == "year" else pattern
    day_number = "1er" if language == "fr" and known.day == 1 else known.day
    return pattern.format(year=known.year, month=month, day=day_number)


def day(value, weekday=False, year=True, language=None):
    """Tuesday 30 July 2024."""
    language = current(language)
    written = text(value, language, year=year)
    if not weekday:
        return written
    known = partial(value)
    name = weekday_name(datetime.date(*known), language)
    return words.WITH_WEEKDAY[language].format(weekday=name, day=written)


def clock(value, language=None):
    """10:30; French 10 h 30 and 10 h."""
    if isinstance(value, str):
        value = datetime.time.fromisoformat(value)
    if isinstance(value, datetime.datetime):
        value = to_local(value)
    if current(language) != "fr":
        return f"{value.hour:02d}:{value.minute:02d}"
    return f"{value.hour}{NBSP}h" + (f"{NBSP}{value.minute:02d}" if value.minute else "")


def moment(value, weekday=False, language=None):
    """30 July 2024, 10:30, in the active time zone."""
    language = current(language)
    value = to_local(value)
    return words.DAY_AND_TIME[language].format(
        day=day(value.date(), weekday, language=language), time=clock(value, language)
    )


def clocks(start, end, language=None):
    """10:00–12:00; Arabic in words."""
    return words.CLOCK_RANGE[current(language)].format(start=clock(start, language), end=clock(end, language))


def period(start, end=None, language=None, wrap=None):
    """2015–2019, July 2015 to May 2019, since 2011, until 2019: whole phrases, each language in its own order.

    wrap(text, iso) may put each date into an element; it is given plain text and returns what goes into the phrase.
    """
    language = current(language)
    start, end = partial(start), partial(end)
    wrap = wrap or (lambda written, iso: written)

    def phrase(form, value):
        pattern, of = words.FORMS[language][form][value.precision]
        if language == "fr" and pattern.startswith("de ") and value.month and not value.day:
            vowel = words.MONTHS["fr"][value.month - 1][0] in "ao"
            pattern = pattern.replace("de ", "d’", 1) if vowel else pattern
        return pattern.format(wrap(text(value, language, form=of), value.iso))

    if not start and not end:
        return ""
    if not end:
        return phrase("since", start)
    if not start:
        return phrase("until", end)
    if start == end:
        return wrap(text(start, language), start.iso)
    if start.precision == end.precision == "year":
        years = (wrap(str(value.year), value.iso) for value in (start, end))
        return words.YEARS[language].format(*years)
    return words.FROM_TO[language].format(phrase("from", start), phrase("to", end))


# Up to so many days, in units of so many days: what is ahead, what is past.
SPANS = [
    (21, 1, ngettext_lazy("in %(n)d day", "in %(n)d days", "n"), ngettext_lazy("%(n)d day ago", "%(n)d days ago", "n")),
    (
        70,
        7,
        ngettext_lazy("in %(n)d week", "in %(n)d weeks", "n"),
        ngettext_lazy("%(n)d week ago", "%(n)d weeks ago", "n"),
    ),
    (
        700,
        30.44,
        ngettext_lazy("in %(n)d month", "in %(n)d months", "n"),
        ngettext_lazy("%(n)d month ago", "%(n)d months ago", "n"),
    ),
    (
        float("inf"),
        365.25,
        ngettext_lazy("in %(n)d year", "in %(n)d years", "n"),
        ngettext_lazy("%(n)d year ago", "%(n)d years ago", "n"),
    ),
]


def days_until(value, today=None):
    """Days from today to a date or a moment, in the active time zone; negative when it is past."""
    if isinstance(value, datetime.datetime):
        value = to_local(value).date()
    return (value - (today or timezone.localdate())).days


def distance(value, today=None):
    """How far a day is from today, in words: today, in 3 days, 4 days ago."""
    days = days_until(value, today)
    if days == 0:
        return _("today")
    if days == 1:
        return _("tomorrow")
    if days == -1:
        return _("yesterday")
    for limit, unit, ahead, past in SPANS:
        if abs(days) < limit:
            return (ahead if days > 0 else past) % {"n": round(abs(days) / unit)}


def lateness(value, today=None):
    """For something due: 4 days late, or the distance while there is time."""
    days = days_until(value, today)
    if days >= 0:
        return distance(value, today)
    return ngettext("%(n)d day late", "%(n)d days late", -days) % {"n": -days}
