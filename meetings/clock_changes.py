"""What a change of clocks between two meetings of a series does to those who sit elsewhere.

The meeting keeps its hour in its own city. Where the clocks of another city did not change with it, the meeting comes
an hour earlier or later there than last time, and who does not expect it misses it.
"""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from entities.timezones import CITIES
from meetings import times


@dataclass(frozen=True)
class Shift:
    """`minutes`: by so much later than last time the clocks of these places show the meeting; below 0 earlier."""

    minutes: int
    places: tuple[str, ...]
    is_mine: bool = False

    @property
    def words(self):
        """1 hour later than last time: New York, Santiago."""
        pattern = _("Your time ({places}): {shift}") if self.is_mine else _("{places}: {shift}")
        places = pgettext("between the names of a list", ", ").join(self.places)
        return pattern.format(places=places, shift=shift_in_words(self.minutes))


def shift_in_words(minutes):
    if minutes % 60:
        n = abs(minutes)
        earlier = ngettext("{n} minute earlier than last time", "{n} minutes earlier than last time", n)
        later = ngettext("{n} minute later than last time", "{n} minutes later than last time", n)
    else:
        n = abs(minutes) // 60
        earlier = ngettext("{n} hour earlier than last time", "{n} hours earlier than last time", n)
        later = ngettext("{n} hour later than last time", "{n} hours later than last time", n)
    return (later if minutes > 0 else earlier).format(n=n)


def shifts(previous, meeting, own_zone=""):
    """[Shift] for the reader's own zone first, then for the cities of the organizations; empty where nothing moved."""
    if not (previous.has_hours and meeting.has_hours and previous.time_zone == meeting.time_zone):
        return []
    mine = own_zone if times.is_zone(own_zone) and own_zone != meeting.time_zone else ""
    by_minutes = {}
    for zone in CITIES:
        if zone not in (mine, meeting.time_zone, "UTC"):
            by_minutes.setdefault(shift(previous, meeting, zone), []).append(str(times.city(zone)))
    found = [Shift(minutes, tuple(places)) for minutes, places in sorted(by_minutes.items()) if minutes]
    own = shift(previous, meeting, mine) if mine else 0
    return [Shift(own, (str(times.city(mine)),), is_mine=True), *found] if own else found


def shift(previous, meeting, zone):
    """0 where the clocks of the zone changed as those of the meeting's city did. Otherwise what its people see: the
    meeting may begin at another hour than last time, too."""
    moved = lead(meeting, zone) - lead(previous, zone)
    return moved and moved + minute_of_day(meeting.start_time) - minute_of_day(previous.start_time)


def minute_of_day(clock):
    return clock.hour * 60 + clock.minute


def lead(meeting, zone):
    """Minutes by which the clocks of the zone are ahead of those of the meeting's city when it starts."""
    here, there = (times.local(meeting.starts_at, name).utcoffset() for name in (meeting.time_zone, zone))
    return int((there - here).total_seconds() // 60)
