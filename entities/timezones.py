"""The time zones that a person can choose: one list of IANA names, by region, and the cities after which they go."""

from functools import cache
from zoneinfo import available_timezones

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

REGIONS = ("Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")


@cache
def time_zone_names():
    return ["UTC", *sorted(name for name in available_timezones() if name.split("/")[0] in REGIONS)]


def time_zone_choices():
    return [(name, name.replace("_", " ")) for name in time_zone_names()]


# Zones are named after a city; where the organizations of the United Nations sit in another one, theirs is shown.
CITIES = {
    "Africa/Addis_Ababa": gettext_lazy("Addis Ababa"),
    "Africa/Nairobi": gettext_lazy("Nairobi"),
    "America/New_York": gettext_lazy("New York"),
    "America/Santiago": gettext_lazy("Santiago"),
    "Asia/Bangkok": gettext_lazy("Bangkok"),
    "Asia/Beirut": gettext_lazy("Beirut"),
    "Europe/Paris": gettext_lazy("Paris"),
    "Europe/Rome": gettext_lazy("Rome"),
    "Europe/Vienna": gettext_lazy("Vienna"),
    "Europe/Zurich": gettext_lazy("Geneva"),
    "UTC": "UTC",
}


def city(zone):
    """The city after which a zone is named: Buenos Aires for America/Argentina/Buenos_Aires."""
    return CITIES.get(zone) or zone.rpartition("/")[2].replace("_", " ")


def city_choices():
    """Cities with offices of the organizations first, then all zones."""
    known = [(zone, city(zone)) for zone in CITIES]
    return [("", "---------"), (_("Cities of the United Nations"), known), (_("All time zones"), time_zone_choices())]
