"""The time zones that a person can choose: one list of IANA names, by region."""

from functools import cache
from zoneinfo import available_timezones

REGIONS = ("Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")


@cache
def time_zone_names():
    return ["UTC", *sorted(name for name in available_timezones() if name.split("/")[0] in REGIONS)]


def time_zone_choices():
    return [(name, name.replace("_", " ")) for name in time_zone_names()]
