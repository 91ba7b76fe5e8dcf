"""Small, hardly ever changing tables held in the process, so that a page needs no query for a name.

Another process sees a change after HELD_SECONDS at the latest.
"""

import time

from core import languages
from core.models import Country, Goal, Region

HELD_SECONDS = 300
_held = {}


def held(key, read, version=None):
    """The value of read(), kept in this process for HELD_SECONDS, and no longer than `version` stays the same."""
    value, of, until = _held.get(key, (None, None, 0))
    if of != version or until < time.monotonic():
        value = read()
        _held[key] = (value, version, time.monotonic() + HELD_SECONDS)
    return value


def forget():
    """Called after reference data changed."""
    _held.clear()


def names(model, code_field="code", field="name"):
    """{code: {language code: text}} of a whole table, in its own order."""

    def read():
        rows = model.objects.values_list(code_field, *languages.columns(field))
        return {row[0]: dict(zip(languages.CODES, row[1:], strict=True)) for row in rows}

    return held(f"{model._meta.label}.{field}", read)


def text(by_language):
    """What a reader of the active language sees of {language code: text}."""
    order = languages.reading_order(languages.current().code)
    return next((by_language[code] for code in order if by_language.get(code)), "")


def goal_name(number):
    return text(names(Goal, "number").get(int(number), {}))


def country_name(iso3):
    return text(names(Country, "iso3").get(iso3, {}))


def region_name(code):
    return text(names(Region).get(code, {}))
