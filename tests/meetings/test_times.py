"""Wall time in a named city, across the days on which clocks change."""

import zoneinfo
from datetime import UTC, date, datetime, time
from importlib import resources

import pytest
from django.core.exceptions import ValidationError

from meetings import times
from meetings.models import Meeting
from tests.meetings.factory import make_meeting_with_hours

NEW_YORK = "America/New_York"
TEN = time(10)


@pytest.mark.parametrize(
    ("day", "zone", "hour"),
    [
        (date(2026, 3, 6), NEW_YORK, 15),  # the Friday before the clocks go forward in New York
        (date(2026, 3, 9), NEW_YORK, 14),
        (date(2026, 10, 30), NEW_YORK, 14),
        (date(2026, 11, 2), NEW_YORK, 15),
        (date(2026, 3, 27), "Europe/Zurich", 9),  # three weeks later in Europe
        (date(2026, 3, 30), "Europe/Zurich", 8),
        (date(2026, 4, 1), "Africa/Nairobi", 7),  # no change of clocks
    ],
)
def test_ten_o_clock_stays_ten_o_clock_when_the_clocks_change(day, zone, hour):
    assert times.instant(day, TEN, zone) == datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


def test_hour_that_is_skipped_in_spring_is_known():
    assert times.is_skipped(date(2026, 3, 8), time(2, 30), NEW_YORK)
    assert not times.is_skipped(date(2026, 3, 9), time(2, 30), NEW_YORK)


def test_hour_that_comes_twice_in_autumn_is_known_and_means_the_first():
    day, clock = date(2026, 11, 1), time(1, 30)

    assert times.is_repeated(day, clock, NEW_YORK)
    assert times.instant(day, clock, NEW_YORK) == datetime(2026, 11, 1, 5, 30, tzinfo=UTC)
    assert not times.is_repeated(date(2026, 11, 2), clock, NEW_YORK)


def test_meeting_at_a_time_that_does_not_exist_is_refused():
    meeting = Meeting(
        slug="night", title="Night", date=date(2026, 3, 8), start_time=time(2, 30), end_time=time(4), time_zone=NEW_YORK
    )

    with pytest.raises(ValidationError) as refused:
        meeting.clean()

    assert refused.value.message_dict == {
        "start_time": ["02:30 does not exist on that day in New York: the clocks go forward."]
    }


@pytest.mark.parametrize("zone", ["EST", "Etc/GMT+5", "GMT-5", "-05:00", "posixrules", "Mars/Olympus"])
def test_offset_is_no_zone_of_a_meeting(zone):
    meeting = Meeting(slug="m", title="M", date=date(2026, 7, 8), start_time=TEN, end_time=time(12), time_zone=zone)

    with pytest.raises(ValidationError, match="Choose a city from the list"):
        meeting.clean()


def test_meeting_over_the_change_of_clocks_lasts_as_long_as_it_lasts(make):
    meeting = make_meeting_with_hours(make, date=date(2026, 3, 8), start_time="01:00", end_time="04:00")

    assert meeting.minutes == 120


def test_hours_are_shown_in_the_city_in_utc_and_in_my_zone(make):
    meeting = make_meeting_with_hours(make, date=date(2026, 11, 25))

    shown = times.clocks(meeting, "Europe/Zurich")

    assert shown == [
        times.Clock("New York", time(10), time(12)),
        times.Clock("UTC", time(15), time(17)),
        times.Clock("Geneva", time(16), time(18), is_mine=True),
    ]


def test_other_day_is_named_where_the_meeting_falls_on_it(make):
    meeting = make_meeting_with_hours(make, date=date(2026, 11, 25), start_time="22:00", end_time="23:00")

    mine = times.clocks(meeting, "Asia/Bangkok")[-1]

    assert mine == times.Clock("Bangkok", time(10), time(11), date(2026, 11, 26), is_mine=True)


def test_meeting_over_midnight_of_the_reader_stands_under_the_day_on_which_it_starts(make):
    meeting = make_meeting_with_hours(make, date=date(2026, 11, 25), start_time="10:00", end_time="13:00")

    assert times.clocks(meeting, "Asia/Bangkok")[-1] == times.Clock("Bangkok", time(22), time(1), is_mine=True)


def test_country_that_changes_its_clocks_after_the_meeting_was_stored_moves_the_moment_and_not_the_hours(
    make, tmp_path
):
    meeting = make_meeting_with_hours(make, date=date(2027, 1, 13), time_zone="Africa/Nairobi")
    assert meeting.starts_at == datetime(2027, 1, 13, 7, tzinfo=UTC)
    new_rules = tmp_path / "Africa" / "Nairobi"
    new_rules.parent.mkdir()
    new_rules.write_bytes(resources.files("tzdata.zoneinfo.Asia").joinpath("Bangkok").read_bytes())

    zoneinfo.reset_tzpath([tmp_path])
    zoneinfo.ZoneInfo.clear_cache()
    try:
        meeting.refresh_from_db()
        assert (meeting.start_time, meeting.starts_at) == (TEN, datetime(2027, 1, 13, 3, tzinfo=UTC))
    finally:
        zoneinfo.reset_tzpath()
        zoneinfo.ZoneInfo.clear_cache()


def test_my_zone_is_left_out_where_it_agrees_with_the_city(make):
    meeting = make_meeting_with_hours(make, date=date(2026, 11, 25))

    assert [clock.place for clock in times.clocks(meeting, "America/Toronto")] == ["New York", "UTC"]


def test_unknown_zone_of_a_person_is_ignored(make):
    meeting = make_meeting_with_hours(make, date=date(2026, 11, 25))

    assert [clock.place for clock in times.clocks(meeting, "Mars/Olympus")] == ["New York", "UTC"]


def test_meeting_without_hours_shows_none(make):
    assert times.clocks(Meeting(date=date(2024, 7, 30)), "UTC") == []


@pytest.mark.parametrize(("zone", "city"), [("America/Argentina/Buenos_Aires", "Buenos Aires"), ("UTC", "UTC")])
def test_zone_is_named_after_its_city(zone, city):
    assert times.city(zone) == city
