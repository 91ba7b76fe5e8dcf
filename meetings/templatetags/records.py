"""Parts that show a record."""

from django import template

from core import dates, languages
from meetings import times
from meetings.printed_record import revision_label

register = template.Library()


@register.filter
def at(found, key):
    """found[key], or nothing."""
    return found.get(key)


@register.filter
def language_of(code):
    return languages.BY_CODE[code]


@register.filter
def rev(revision):
    """Rev.1; empty for the first text."""
    return revision_label(revision.number)


@register.inclusion_tag("meetings/_deadline.html", takes_context=True)
def deadline_of(context, revision):
    """The deadline in its city, in UTC and in the reader's zone; a place that agrees is left out."""
    user = context["request"].user
    own_zone = user.time_zone if user.is_authenticated else ""
    seen, elsewhere = {times.local(revision.deadline, revision.deadline_zone).utcoffset()}, []
    for zone in ["UTC", *([own_zone] if times.is_zone(own_zone) else [])]:
        local = times.local(revision.deadline, zone)
        if local.utcoffset() not in seen:
            seen.add(local.utcoffset())
            elsewhere.append((times.city(zone), dates.day(local.date()), local.time(), zone == own_zone))
    return {"revision": revision, "elsewhere": elsewhere}


@register.filter
def record_badge(outcome):
    """The badge of a revision: while it is open it looks as its meeting does."""
    return "clearance" if outcome == "open" else outcome


@register.filter
def objection_badge(state):
    """An open objection says more than open."""
    return "objected" if state == "open" else state
