"""The rules of zones that go into calendars, read back by dateutil and compared with the zones themselves."""

import io
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from dateutil.tz import tzical
from hypothesis import example, given, settings
from hypothesis import strategies as st

from meetings.vtimezone import vtimezone

ZONES = sorted(available_timezones() - {"localtime", "Factory"})


def read_back(name, *years):
    return tzical(io.StringIO(vtimezone(name, min(years), max(years)).to_ical().decode())).get(name)


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        # Clocks go forward at 02:00 in New York and in Geneva, and at midnight in Santiago.
        ("America/New_York", ["20260308T020000", "20261101T020000"]),
        ("Europe/Zurich", ["20260329T020000", "20261025T030000"]),
        ("America/Santiago", ["20260405T000000", "20260906T000000"]),
        ("Africa/Nairobi", []),
    ],
)
def test_change_of_clocks_is_dated_by_the_clocks_before_it(name, changes):
    text = vtimezone(name, 2026, 2026).to_ical().decode()

    assert [line[8:] for line in text.split("\r\n") if line.startswith("DTSTART:")] == ["20260101T000000", *changes]


@settings(max_examples=50)
@given(st.sampled_from(ZONES), st.datetimes(datetime(2015, 1, 1), datetime(2037, 12, 31)))
@example("Africa/Casablanca", datetime(2026, 3, 1, 12))  # an hour back for a month that the moon decides
@example("Europe/Dublin", datetime(2026, 1, 1))
@example("Pacific/Apia", datetime(2020, 12, 31, 23, 59))
@example("Antarctica/Troll", datetime(2026, 3, 29, 3, 30))  # the clocks jump by two hours
def test_described_zone_has_the_offsets_of_the_zone(name, clock):
    zone, described = ZoneInfo(name), read_back(name, clock.year)
    for minutes in range(-180, 181, 45):
        local = clock + timedelta(minutes=minutes)
        exists = local.replace(tzinfo=zone).astimezone(UTC).astimezone(zone).replace(tzinfo=None) == local
        comes_twice = local.replace(tzinfo=zone, fold=1).utcoffset() != local.replace(tzinfo=zone).utcoffset()
        if local.year == clock.year and exists and not comes_twice:
            assert local.replace(tzinfo=described).utcoffset() == local.replace(tzinfo=zone).utcoffset(), local


@pytest.mark.parametrize("name", ["America/New_York", "Europe/Zurich", "America/Santiago", "Africa/Nairobi"])
def test_every_hour_of_two_years_in_the_four_cities(name):
    zone, described = ZoneInfo(name), read_back(name, 2026, 2027)
    moment = datetime(2026, 1, 2, tzinfo=UTC)
    while moment.year < 2028:
        local = moment.astimezone(zone)
        if local.fold == 0 and local.year < 2028:
            naive = local.replace(tzinfo=None)
            assert naive.replace(tzinfo=described).utcoffset() == local.utcoffset(), naive
        moment += timedelta(hours=1)
