"""The rules of a time zone as a calendar program reads them: VTIMEZONE, RFC 5545 section 3.6.5.

The library can write them too, but where the clocks go forward it gives the hour after the change as its beginning,
and RFC 5545 asks for the hour before. A program that takes the text at its word is then wrong for one hour.
"""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import pairwise
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard


@lru_cache(maxsize=256)
def vtimezone(zone, first_year, last_year):
    """The component for all dates of these years. One part for each change of clocks: every program reads that,
    while some do not read a rule."""
    component = Timezone()
    component.add("tzid", zone)
    for moment, before in changes(ZoneInfo(zone), first_year, last_year):
        component.add_component(observance(moment, before))
    return component


def changes(zone, first_year, last_year):
    """[(the first moment of a new offset, the offset before)], from the offset with which the first year begins."""
    moment = datetime.combine(date(first_year, 1, 1), time(), zone)
    found = [(moment, moment.utcoffset())]
    # By days of UTC: the wall clock of the zone jumps, and no zone changes twice within a day.
    start, days = moment.astimezone(UTC), (date(last_year + 1, 1, 2) - date(first_year, 1, 1)).days
    by_day = [(day, offset(day, zone)) for day in (start + timedelta(days=number) for number in range(days + 1))]
    for (day, before), (next_day, after) in pairwise(by_day):
        if before != after:
            found.append((change_between(day, next_day, zone).astimezone(zone), before))
    return found


def offset(moment, zone):
    return moment.astimezone(zone).utcoffset()


def change_between(before, after, zone):
    """The second from which the offset is that of `after`."""
    old = offset(before, zone)
    while after - before > timedelta(seconds=1):
        middle = before + timedelta(seconds=(after - before).total_seconds() // 2)
        before, after = (middle, after) if offset(middle, zone) == old else (before, middle)
    return after


def observance(moment, before):
    part = TimezoneDaylight() if moment.dst() else TimezoneStandard()
    # What the clocks would have shown at that moment without the change.
    part.add("dtstart", (moment.astimezone(UTC) + before).replace(tzinfo=None))
    part.add("tzoffsetfrom", before)
    part.add("tzoffsetto", moment.utcoffset())
    part.add("tzname", moment.tzname())
    return part
