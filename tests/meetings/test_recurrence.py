"""On which days a series meets, and that its hours stay what the clocks of its city show."""

from datetime import date, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meetings import times
from meetings.recurrence import Frequency, Rule, is_last_of_its_kind, week_of_month

DAYS = st.dates(date(2024, 1, 1), date(2040, 12, 31))
CITIES = ("America/New_York", "Europe/Zurich", "Africa/Nairobi", "America/Santiago")


@st.composite
def rules(draw, **fields):
    frequency = draw(st.sampled_from(list(Frequency)))
    days = DAYS.filter(is_last_of_its_kind) if frequency == Frequency.MONTHLY_LAST else DAYS
    values = {"frequency": frequency, "first": draw(days), "interval": draw(st.integers(1, 6))}
    return Rule(**(values | {name: draw(values_of) for name, values_of in fields.items()}))


def days(*texts):
    return [date.fromisoformat(text) for text in texts]


@pytest.mark.parametrize(
    ("frequency", "interval", "first", "dates"),
    [
        (Frequency.WEEKLY, 1, "2027-01-07", ["2027-01-07", "2027-01-14", "2027-01-21"]),
        (Frequency.WEEKLY, 2, "2027-12-20", ["2027-12-20", "2028-01-03", "2028-01-17"]),
        (Frequency.MONTHLY_DAY, 1, "2027-01-15", ["2027-01-15", "2027-02-15", "2027-03-15"]),
        (Frequency.MONTHLY_DAY, 3, "2027-11-30", ["2027-11-30", "2028-02-29", "2028-05-30"]),
        (Frequency.MONTHLY_WEEKDAY, 1, "2027-01-14", ["2027-01-14", "2027-02-11", "2027-03-11"]),
        (Frequency.MONTHLY_LAST, 1, "2027-01-28", ["2027-01-28", "2027-02-25", "2027-03-25"]),
    ],
)
def test_dates_follow_from_the_rule_and_the_first_date(frequency, interval, first, dates):
    rule = Rule(frequency, date.fromisoformat(first), interval)

    assert rule.next_dates(rule.first, 3) == days(*dates)


def test_31st_falls_on_the_last_day_of_shorter_months():
    rule = Rule(Frequency.MONTHLY_DAY, date(2027, 12, 31))

    assert rule.next_dates(rule.first, 5) == days("2027-12-31", "2028-01-31", "2028-02-29", "2028-03-31", "2028-04-30")


def test_fifth_tuesday_leaves_out_the_months_that_have_four():
    rule = Rule(Frequency.MONTHLY_WEEKDAY, date(2027, 3, 30))

    assert rule.next_dates(rule.first, 4) == days("2027-03-30", "2027-06-29", "2027-08-31", "2027-11-30")


@given(rules())
@settings(max_examples=50)
def test_every_rule_keeps_its_promise_in_every_month(rule):
    dates = rule.next_dates(rule.first, 30)

    assert dates[0] == rule.first
    assert dates == sorted(set(dates)), "no date twice, and in order"
    if rule.frequency == Frequency.WEEKLY:
        assert {later - earlier for earlier, later in pairwise(dates)} == {timedelta(weeks=rule.interval)}
        return
    months = [day.year * 12 + day.month for day in dates]
    assert {(month - months[0]) % rule.interval for month in months} == {0}
    if rule.frequency == Frequency.MONTHLY_DAY:
        assert months == [months[0] + rule.interval * step for step in range(30)], "no month without its meeting"
        assert all(day.day == rule.first.day or (day + timedelta(days=1)).day == 1 for day in dates)
    else:
        assert {day.weekday() for day in dates} == {rule.first.weekday()}
    if rule.frequency == Frequency.MONTHLY_WEEKDAY:
        assert {week_of_month(day) for day in dates} == {week_of_month(rule.first)}
    if rule.frequency == Frequency.MONTHLY_LAST:
        assert all(is_last_of_its_kind(day) for day in dates)


@given(rules(count=st.integers(1, 40)))
@settings(max_examples=30)
def test_number_of_dates_is_respected(rule):
    assert len(list(rule.dates())) == rule.count


@given(rules(), st.integers(0, 900))
@settings(max_examples=30)
def test_last_day_is_respected_and_belongs_to_the_series(rule, length):
    until = rule.first + timedelta(days=length)
    dates = list(Rule(rule.frequency, rule.first, rule.interval, until=until).dates())

    assert dates == [day for day in rule.next_dates(rule.first, len(dates) + 1) if day <= until]
    assert Rule(rule.frequency, rule.first, rule.interval, until=dates[-1]).next_dates(rule.first, 999) == dates


@given(rules(), st.sets(st.integers(0, 19)))
@settings(max_examples=30)
def test_dates_left_out_fall_out_and_the_others_stay(rule, places):
    dates = rule.next_dates(rule.first, 20)
    left_out = frozenset(dates[place] for place in places)
    shorter = Rule(rule.frequency, rule.first, rule.interval, left_out=left_out)

    assert list(shorter.next_dates(rule.first, 20 - len(places))) == [day for day in dates if day not in left_out]
    assert not any(shorter.gives(day) for day in left_out)


@pytest.mark.parametrize("city", CITIES)
@given(rule=rules(), clock=st.times(time(4), time(23, 30)).map(lambda clock: clock.replace(second=0, microsecond=0)))
@settings(max_examples=20)
def test_hour_on_the_wall_stays_through_every_change_of_clocks(city, rule, clock):
    """From four in the morning on: at night a change may skip the hour, which the meeting itself then refuses."""
    moments = [times.instant(day, clock, city) for day in rule.next_dates(rule.first, 60)]

    assert {times.local(moment, city).time() for moment in moments} == {clock}
    assert len(set(moments)) == 60


@pytest.mark.parametrize(
    ("city", "hours"),
    [
        # From winter to summer and back: the change of clocks of 2027 in each city.
        ("America/New_York", [15, 15, 15, 14, 14, 14, 14, 14, 14, 14, 15, 15]),
        ("Europe/Zurich", [9, 9, 9, 8, 8, 8, 8, 8, 8, 8, 9, 9]),
        ("Africa/Nairobi", [7] * 12),
        ("America/Santiago", [13, 13, 13, 14, 14, 14, 14, 14, 13, 13, 13, 13]),
    ],
)
def test_ten_o_clock_in_a_monthly_series_of_2027(city, hours):
    """The second Thursday of each month; what the clocks of the city do in the year is what UTC sees."""
    rule = Rule(Frequency.MONTHLY_WEEKDAY, date(2027, 1, 14), count=12)

    assert [times.instant(day, time(10), city).hour for day in rule.dates()] == hours
