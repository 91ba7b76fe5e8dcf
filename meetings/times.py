"""Wall time and zones. A meeting is held at ten o'clock in a named city, whatever happens to the clocks until then.

Stored are the date, the clock times and the IANA name of the zone, never an offset: a country may change its
rules after the meeting was planned. Instants are computed when they are needed.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from django.utils.translation import gettext_lazy as _

from entities.timezones import city, time_zone_names

# A deadline is the end of the day in the secretariat's city.
SECRETARIAT_ZONE = "America/New_York"

# Outside these years a mistyped date is more likely than a meeting, and far outside them the moment cannot be computed.
FIRST_YEAR, LAST_YEAR = 1945, 2200


def is_plausible(day):
    return FIRST_YEAR <= day.year <= LAST_YEAR


def implausible_day():
    return _("Choose a day between {first} and {last}.").format(first=FIRST_YEAR, last=LAST_YEAR)


def is_zone(name):
    """True for zones of places. EST and Etc/GMT+5 are offsets under a name, which follow no change of clocks."""
    return name in time_zone_names()


def instant(day, clock, zone):
    """The moment, in UTC, at which the clocks of the zone show this time on this day.

    Of an hour that comes twice the first is meant; a time that the clocks skip counts from before the change.
    """
    return datetime.combine(day, clock, ZoneInfo(zone)).astimezone(UTC)


def is_skipped(day, clock, zone):
    """True where the clocks go forward over this time, so that it does not exist."""
    return local(instant(day, clock, zone), zone).time() != clock


def is_repeated(day, clock, zone):
    """True where the clocks go back over this time, so that it comes twice."""
    first = datetime.combine(day, clock, ZoneInfo(zone))
    return not is_skipped(day, clock, zone) and first.utcoffset() != first.replace(fold=1).utcoffset()


def local(moment, zone):
    return moment.astimezone(ZoneInfo(zone))


def today_in(zone=SECRETARIAT_ZONE):
    return datetime.now(ZoneInfo(zone)).date()


@dataclass(frozen=True)
class Clock:
    """What the clocks show in one place from start to end. `day` is given where it is not the meeting's own."""

    place: str
    start: time
    end: time
    day: date | None = None
    is_mine: bool = False


def clocks(meeting, own_zone=""):
    """The hours of a meeting in its city, in UTC and in the reader's zone; a place that agrees is left out."""
    if not meeting.has_hours:
        return []
    zones = dict.fromkeys([meeting.time_zone, "UTC", *([own_zone] if is_zone(own_zone) else [])])
    shown, seen = [], set()
    for zone in zones:
        start, end = local(meeting.starts_at, zone), local(meeting.ends_at, zone)
        if start.utcoffset() in seen and zone != "UTC":
            continue
        seen.add(start.utcoffset())
        day = start.date() if start.date() != meeting.date else None
        is_mine = zone == own_zone and zone != meeting.time_zone
        shown.append(Clock(str(city(zone)), start.time(), end.time(), day, is_mine))
    return shown
