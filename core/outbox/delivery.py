"""When a notification may be mailed: what the person chose, the quiet hours, the clock of the person's city.

Plain functions of moments: nothing here reads the database or the clock.
"""

import zoneinfo
from datetime import UTC, datetime, time, timedelta

from django.conf import settings
from django.db import models
from django.utils.translation import pgettext_lazy

DIGEST_AT = time(7)
MONDAY = 0


class When(models.TextChoices):
    """How soon a person is told by mail. The notification stands on the site in any case."""

    AT_ONCE = "at_once", pgettext_lazy("mail", "At once")
    DAILY = "daily", pgettext_lazy("mail", "Once a day, in the morning")
    WEEKLY = "weekly", pgettext_lazy("mail", "Once a week, on Monday")
    OFF = "off", pgettext_lazy("mail", "No mail")


def zone_of(person):
    try:
        return zoneinfo.ZoneInfo(person.time_zone)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError):
        return UTC


def due_at(when, now, person):
    """The moment from which a mail may go; None where the person wants none."""
    if when == When.OFF:
        return None
    zone = zone_of(person)
    if when == When.AT_ONCE:
        wanted = now + timedelta(seconds=settings.NOTIFICATION_MERGE_SECONDS)
    else:
        wanted = next_morning(now, zone, weekday=MONDAY if when == When.WEEKLY else None)
    return after_quiet_hours(wanted, zone, person.quiet_from, person.quiet_to)


def next_morning(now, zone, weekday=None):
    """The next time, after now, that the clock of the zone shows the hour of the digest; on that weekday."""
    day = now.astimezone(zone).date()
    while True:
        morning = at_clock(day, DIGEST_AT, zone)
        if morning > now and weekday in (None, day.weekday()):
            return morning
        day += timedelta(days=1)


def after_quiet_hours(moment, zone, start, end):
    """The moment itself or, where it falls into the quiet hours, their end."""
    while is_quiet(moment.astimezone(zone).time(), start, end):
        local = moment.astimezone(zone)
        day = local.date() + timedelta(days=1 if local.time() >= end else 0)
        later = at_clock(day, end, zone)
        # The hour that comes twice in autumn: its first end may lie before the moment.
        moment = later if later > moment else at_clock(day, end, zone, fold=1)
    return moment


def is_quiet(clock, start, end):
    """Of a wall clock time. The start belongs to the quiet hours, the end does not; they may span midnight."""
    if start is None or end is None or start == end:
        return False
    return start <= clock < end if start < end else clock >= start or clock < end


def at_clock(day, clock, zone, fold=0):
    """In UTC. An hour that a change of clocks leaves out becomes the one after it."""
    return datetime.combine(day, clock.replace(fold=fold), tzinfo=zone).astimezone(UTC)
