"""Small, hardly ever changing tables held in the process, so that a page needs no query for a name."""

from django.core.cache import cache

from core import languages
from core.models import Country, Goal

HELD_SECONDS = 600


def _held(key, model, code_field):
    """{code: {language code: name}} of a reference table, from the cache."""

    def read():
        rows = model.objects.values_list(code_field, *languages.columns("name"))
        return {row[0]: dict(zip(languages.CODES, row[1:], strict=True)) for row in rows}

    return cache.get_or_set(f"reference:{key}", read, HELD_SECONDS)


def _name(names):
    order = languages.reading_order(languages.current().code)
    return next((names[code] for code in order if names.get(code)), "")


def goal_name(number):
    return _name(_held("goals", Goal, "number").get(int(number), {}))


def country_name(iso3):
    return _name(_held("countries", Country, "iso3").get(iso3, {}))


def forget():
    """Called after reference data changed."""
    cache.delete_many(["reference:goals", "reference:countries"])
