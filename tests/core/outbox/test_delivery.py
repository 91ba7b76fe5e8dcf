"""When a mail may go: choices, quiet hours and changes of clocks."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from core.outbox import delivery
from core.outbox.delivery import When, after_quiet_hours, due_at, next_morning


@dataclass
class Person:
    time_zone: str = "UTC"
    quiet_from: time | None = time(20)
    quiet_to: time | None = time(7)


def moment(text, zone="UTC"):
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))


@pytest.mark.parametrize(
    ("zone", "event", "expected"),
    [
        ("Africa/Nairobi", "2026-11-24 10:00", "2026-11-24 10:02"),
        ("Africa/Nairobi", "2026-11-24 19:59", "2026-11-25 07:00"),  # the two minutes lead into the quiet hours
        ("Africa/Nairobi", "2026-11-24 23:30", "2026-11-25 07:00"),
        ("Africa/Nairobi", "2026-11-25 06:57", "2026-11-25 07:00"),
        ("Africa/Nairobi", "2026-11-25 06:58", "2026-11-25 07:00"),
        ("Europe/Zurich", "2026-03-28 22:00", "2026-03-29 07:00"),  # the night with an hour less
        ("Europe/Zurich", "2026-10-24 22:00", "2026-10-25 07:00"),  # the night with an hour more
        ("America/New_York", "2026-03-07 21:00", "2026-03-08 07:00"),
        ("America/New_York", "2026-11-01 01:30", "2026-11-01 07:00"),
    ],
)
def test_mail_at_once_waits_two_minutes_and_for_the_end_of_the_quiet_hours(zone, event, expected):
    due = due_at(When.AT_ONCE, moment(event, zone), Person(zone))

    assert due == moment(expected, zone)


@pytest.mark.parametrize(
    ("zone", "event", "expected"),
    [
        ("Africa/Nairobi", "2026-11-24 06:59", "2026-11-24 07:00"),
        ("Africa/Nairobi", "2026-11-24 07:00", "2026-11-25 07:00"),
        ("Europe/Zurich", "2026-03-28 12:00", "2026-03-29 07:00"),
        ("America/New_York", "2026-11-01 00:30", "2026-11-01 07:00"),
        ("Pacific/Kiritimati", "2026-12-31 20:00", "2027-01-01 07:00"),
    ],
)
def test_daily_digest_comes_in_the_next_morning_of_the_persons_city(zone, event, expected):
    assert due_at(When.DAILY, moment(event, zone), Person(zone)) == moment(expected, zone)


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        ("2026-11-24 10:00", "2026-11-30 07:00"),  # a Tuesday
        ("2026-11-30 06:00", "2026-11-30 07:00"),
        ("2026-11-30 07:00", "2026-12-07 07:00"),
    ],
)
def test_weekly_digest_comes_on_monday(event, expected):
    assert due_at(When.WEEKLY, moment(event, "Europe/Zurich"), Person("Europe/Zurich")) == moment(
        expected, "Europe/Zurich"
    )


def test_digest_waits_for_late_quiet_hours_too():
    late_riser = Person("Europe/Zurich", time(22), time(9, 30))

    assert due_at(When.DAILY, moment("2026-11-24 12:00"), late_riser) == moment("2026-11-25 09:30", "Europe/Zurich")


def test_who_wants_no_mail_gets_none():
    assert due_at(When.OFF, moment("2026-11-24 12:00"), Person()) is None


def test_without_quiet_hours_a_mail_comes_at_any_hour():
    assert due_at(When.AT_ONCE, moment("2026-11-24 23:00"), Person("UTC", None, None)) == moment("2026-11-24 23:02")


def test_quiet_hours_may_lie_within_a_day():
    siesta = Person("UTC", time(13), time(15))

    assert due_at(When.AT_ONCE, moment("2026-11-24 14:00"), siesta) == moment("2026-11-24 15:00")
    assert due_at(When.AT_ONCE, moment("2026-11-24 20:00"), siesta) == moment("2026-11-24 20:02")


def test_zone_that_no_longer_exists_counts_as_utc():
    assert delivery.zone_of(Person("Mars/Base")) == UTC


moments = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC))
zones = st.sampled_from(
    ["Africa/Nairobi", "Europe/Zurich", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca"]
)
clocks = st.times().map(lambda clock: clock.replace(second=0, microsecond=0))


@given(moments, zones, clocks, clocks)
# The end, half past one, comes twice that night; and a quiet time whose end is left out in spring.
@example(datetime(2026, 11, 1, 6, 15, tzinfo=UTC), "America/New_York", time(0), time(1, 30))
@example(datetime(2026, 3, 29, 0, 30, tzinfo=UTC), "Europe/Zurich", time(1), time(2, 30))
def test_what_waits_goes_at_the_first_moment_that_is_not_quiet(wanted, zone, start, end):
    zone = ZoneInfo(zone)

    due = after_quiet_hours(wanted, zone, start, end)

    def quiet(at):
        return delivery.is_quiet(at.astimezone(zone).time(), start, end)

    assert not quiet(due)
    assert due == wanted if not quiet(wanted) else wanted < due <= wanted + timedelta(hours=49)
    assert after_quiet_hours(due, zone, start, end) == due


@given(moments, zones)
def test_digest_comes_within_a_day_at_seven(now, zone):
    morning = next_morning(now, ZoneInfo(zone))

    assert now < morning <= now + timedelta(hours=25)
    assert morning.astimezone(ZoneInfo(zone)).time() == time(7)
