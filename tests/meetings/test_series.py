"""Series: the rule, its dates, who sees them, and what a change of clocks does to those elsewhere."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from meetings.clock_changes import Shift, shifts
from meetings.models import Meeting, Series
from meetings.recurrence import is_last_of_its_kind
from meetings.series_dates import rule_in_words
from tests.forms_on_page import opened
from tests.meetings.factory import make_meeting, make_meeting_with_hours, make_series

NEW, LIST = reverse("meetings:series_create"), reverse("meetings:series_list")
THURSDAY = date(2027, 1, 14)
SERIES = {
    "original_language": "en",
    "title_en": "Working group",
    "kind": "working_group",
    "frequency": "monthly_weekday",
    "interval": "1",
    "first_date": "2027-01-14",
    "start_time": "10:00",
    "end_time": "12:00",
    "time_zone": "Europe/Zurich",
}


def test_series_is_begun_and_shows_its_next_dates(editor):
    response = editor.post(NEW, SERIES | {"count": "3"})

    series = Series.objects.get()
    assertRedirects(response, series.get_absolute_url())
    page = editor.get(series.get_absolute_url())
    assert [row.day for row in page.context["dates"]] == [date(2027, 1, 14), date(2027, 2, 11), date(2027, 3, 11)]
    assertContains(page, "Every month: Thursday, number 2 in the month")
    assertContains(page, "3 dates in all")


def test_dates_are_shown_before_anything_is_saved(editor):
    response = editor.post(
        NEW, SERIES | {"title_en": "", "first_date": "2027-12-31", "frequency": "monthly_day", "show_dates": "1"}
    )

    assert [row.day for row in response.context["preview"]][:3] == [
        date(2027, 12, 31),
        date(2028, 1, 31),
        date(2028, 2, 29),
    ]
    assertContains(response, "In shorter months: the last day.")
    assertNotContains(response, "Write this text in English")
    assert not Series.objects.exists()


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"frequency": "monthly_last"}, "After that day its month has another such weekday. Choose the last one."),
        ({"until": "2027-05-01", "count": "3"}, "Give the last day or the number of dates, not both."),
        ({"until": "2026-05-01"}, "The last day cannot be before the first date."),
        ({"interval": "0"}, "greater than or equal to 1"),
        ({"count": "521"}, "less than or equal to 520"),
        ({"end_time": "09:00"}, "The meeting cannot end before it starts."),
        ({"time_zone": "EST5"}, "Select a valid choice."),
        ({"first_date": ""}, "This field is required."),
        ({"first_date": "9999-12-31", "frequency": "monthly_last"}, "Choose a day between 1945 and 2200."),
    ],
)
def test_rule_that_contradicts_itself_is_refused_in_words(editor, changes, message):
    for button in ({}, {"show_dates": "1"}):
        response = editor.post(NEW, SERIES | changes | button)

        assertContains(response, message)
        assertContains(response, "Working group")
    assert not Series.objects.exists()


def test_database_refuses_a_rule_that_contradicts_itself(make):
    for fields, name in [
        ({"interval": 0}, "series_goes_on"),
        ({"until": THURSDAY, "count": 2}, "series_ends_in_one_way"),
        ({"until": THURSDAY - timedelta(days=1)}, "series_ends_after_first_date"),
        ({"end_time": None}, "series_hours_complete"),
    ]:
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            make_series(make, **fields)
    series = make_series(make)
    make_meeting(make, series=series, occurrence=THURSDAY)
    with pytest.raises(IntegrityError, match="meeting_occurrence_once"), transaction.atomic():
        make_meeting(make, series=series, occurrence=THURSDAY)
    with pytest.raises(IntegrityError, match="meeting_occurrence_of_series"), transaction.atomic():
        make_meeting(make, occurrence=THURSDAY)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"frequency": "weekly", "interval": 2}, ["Every 2 weeks: Thursday", "Without end"]),
        ({"frequency": "monthly_day", "count": 1}, ["Every month: day 14", "1 date in all"]),
        (
            {"frequency": "monthly_weekday", "first_date": date(2027, 3, 30), "interval": 3},
            [
                "Every 3 months: Tuesday, number 5 in the month",
                "Months that have only four such weekdays are left out.",
                "Without end",
            ],
        ),
        (
            {"frequency": "monthly_last", "first_date": date(2027, 1, 28), "until": date(2027, 12, 31)},
            ["Every month: Thursday, the last in the month", "Until 31 December 2027"],
        ),
    ],
)
def test_rule_is_said_in_words(make, fields, words):
    assert [sentence.replace("\u00a0", " ") for sentence in rule_in_words(make_series(make, **fields))] == words


def test_date_is_left_out_and_taken_in_again(editor, make):
    series = make_series(make, count=3)
    date_url = [series.pk, "2027-02-11"]

    editor.post(reverse("meetings:series_leave_out", args=date_url))

    series.refresh_from_db()
    assert [row.is_left_out for row in editor.get(series.get_absolute_url()).context["dates"]] == [False, True, False]
    assert list(series.rule.dates()) == [THURSDAY, date(2027, 3, 11)]
    editor.post(reverse("meetings:series_take_in", args=date_url))
    series.refresh_from_db()
    assert series.left_out == []
    assert editor.post(reverse("meetings:series_leave_out", args=[series.pk, "2027-02-12"])).status_code == 404


def test_next_date_is_the_first_that_is_still_free(make):
    today = timezone.localdate()
    series = make_series(make, frequency="weekly", first_date=today - timedelta(weeks=3), left_out=[today])
    planned = make_meeting(make, series=series, occurrence=today + timedelta(weeks=1), state="draft")

    assert series.next_free_date() == today + timedelta(weeks=2)
    Meeting.objects.filter(pk=planned.pk).update(date=today + timedelta(days=9), state="scheduled")
    assert series.next_free_date() == today + timedelta(weeks=2), (
        "a meeting that was moved keeps its date in the series"
    )
    assert make_series(make, count=1, first_date=date(2024, 1, 11)).next_free_date() is None


def test_meeting_that_is_planned_already_joins_a_series_and_leaves_it(editor, make):
    """On a date of the rule it holds that date, unless another meeting does; on another day it is one more."""
    series = make_series(make)
    first, second, between = [
        make_meeting_with_hours(make, date=day, state="draft", title=title)
        for day, title in ((THURSDAY, "First"), (THURSDAY, "Second"), (date(2027, 1, 20), "Between"))
    ]

    def choose(meeting, choice):
        page = opened(editor, meeting.get_edit_url()) | {"series": choice}
        assertRedirects(editor.post(meeting.get_edit_url(), page), meeting.get_absolute_url())
        meeting.refresh_from_db()
        return meeting.series, meeting.occurrence

    assert choose(first, series.pk) == (series, THURSDAY)
    assert choose(second, series.pk) == choose(between, series.pk) == (series, None)
    page = editor.get(series.get_absolute_url())
    assert {meeting.pk for meeting in page.context["coming"]} == {second.pk, between.pk}
    assertContains(page, "Between", count=1)
    assert choose(first, "") == (None, None)


def test_series_shows_each_reader_only_the_meetings_that_the_reader_sees(client, make, focal_point, secretariat):
    series = make_series(make, is_public=True, joining_link="https://example.org/room")
    draft = make_meeting(make, series=series, occurrence=THURSDAY, date=THURSDAY, state="draft", title="Draft plan")
    make_meeting(make, series=series, date=date(2026, 1, 8), state="adopted", title="Members only")
    make_meeting(make, series=series, date=date(2025, 1, 9), state="adopted", is_public=True, title="Open one")

    def seen(person):
        client.force_login(person) if person else client.logout()
        page = client.get(series.get_absolute_url())
        words = ("Draft plan", "Members only", "Open one", "https://example.org/room")
        return [word for word in words if word in page.text], page.context["dates"][0].meeting

    assert seen(None) == (["Open one"], None)
    assert seen(focal_point) == (["Members only", "Open one", "https://example.org/room"], None)
    assert seen(secretariat) == (["Draft plan", "Members only", "Open one", "https://example.org/room"], draft)
    make_series(make, title="Closed series")
    search = reverse("search")
    assertContains(client.get(search, {"q": "closed", "in": "series"}), "Closed")
    client.logout()
    assertNotContains(client.get(LIST), "Closed series")
    assert client.get(search, {"q": "closed series", "in": "series"}).text.count("Closed") == 0


@pytest.mark.parametrize("rows", [1, 3])
def test_list_and_series_need_the_same_queries_for_one_and_for_three(client, make, django_assert_num_queries, rows):
    for _number in range(rows):
        series = make_series(make, is_public=True)
    for number in range(rows):
        day = series.rule.next_dates(THURSDAY, 9)[number]
        make_meeting(make, series=series, occurrence=day, date=day, is_public=True)
        make_meeting(make, series=series, is_public=True, state="adopted")

    with django_assert_num_queries(2):
        client.get(LIST)
    with django_assert_num_queries(5):
        client.get(series.get_absolute_url())


def test_series_is_edited_and_its_planned_meetings_stay_as_they_are(editor, make):
    series = make_series(make)
    meeting = make_meeting_with_hours(make, series=series, occurrence=THURSDAY, date=THURSDAY)
    page = opened(editor, series.get_edit_url())

    response = editor.post(series.get_edit_url(), page | {"start_time": "14:00", "end_time": "16:00"})

    assertRedirects(response, series.get_absolute_url())
    meeting.refresh_from_db()
    assert (series.meetings.get().start_time.hour, meeting.date) == (10, THURSDAY)


def test_series_without_meetings_is_removed_and_another_one_is_not(editor, make):
    series, used = make_series(make), make_series(make)
    make_meeting(make, series=used)

    editor.post(reverse("meetings:series_delete", args=[series.pk]), {"version": series.version})
    editor.post(reverse("meetings:series_delete", args=[used.pk]), {"version": used.version})

    assert list(Series.objects.all()) == [used]


def a_pair(make, first, second, **fields):
    return [make_meeting_with_hours(make, date=day, **fields) for day in (first, second)]


@pytest.mark.parametrize(
    ("zone", "days", "own", "mine", "others"),
    [
        # New York goes back on 1 November 2026, Geneva on 25 October.
        ("Europe/Zurich", (date(2026, 10, 22), date(2026, 10, 29)), "America/New_York", 60, "Nairobi"),
        ("Europe/Zurich", (date(2026, 10, 29), date(2026, 11, 5)), "America/New_York", -60, None),
        ("America/New_York", (date(2026, 3, 5), date(2026, 3, 12)), "Europe/Zurich", -60, "Nairobi"),
        ("Africa/Nairobi", (date(2026, 4, 2), date(2026, 4, 9)), "America/Santiago", -60, None),
        ("Africa/Nairobi", (date(2026, 4, 2), date(2026, 4, 9)), "Asia/Bangkok", 0, None),
    ],
)
def test_change_of_clocks_since_the_last_meeting_is_pointed_out(make, zone, days, own, mine, others):
    previous, meeting = a_pair(make, *days, time_zone=zone)

    found = shifts(previous, meeting, own)

    assert sum(shift.minutes for shift in found if shift.is_mine) == mine
    if others:
        assert any(others in shift.places and shift.minutes == mine for shift in found)


def test_shift_is_said_in_words_and_nothing_is_said_without_one(make):
    assert Shift(-60, ("New York", "Santiago")).words == "New York, Santiago: 1 hour earlier than last time"
    assert Shift(30, ("Lord Howe",), is_mine=True).words == "Your time (Lord Howe): 30 minutes later than last time"
    previous, meeting = a_pair(make, date(2026, 6, 4), date(2026, 7, 2), time_zone="Europe/Zurich")
    assert shifts(previous, meeting, "America/New_York") == []
    assert shifts(previous, make_meeting(make, date=date(2026, 12, 3)), "America/New_York") == [], "hours not stated"
    later = make_meeting_with_hours(make, date=date(2026, 12, 3), start_time="11:00", time_zone="Europe/Zurich")
    assert shifts(previous, later, "Africa/Nairobi")[0].minutes == 120, "one hour by the clocks, one by its new start"


def test_page_of_the_next_meeting_says_so_and_that_of_a_past_one_does_not(client, make, focal_point):
    focal_point.time_zone = "America/New_York"
    focal_point.save()
    client.force_login(focal_point)
    series = make_series(make)
    fields = {"series": series, "time_zone": "Europe/Zurich"}
    make_meeting_with_hours(make, date=date(2026, 10, 22), state="adopted", **fields)
    make_meeting_with_hours(make, date=date(2026, 10, 28), state="cancelled", **fields)
    meeting = make_meeting_with_hours(make, date=date(2026, 10, 29), **fields)

    assertContains(client.get(meeting.get_absolute_url()), "Your time (New York): 1 hour later than last time")
    Meeting.objects.filter(pk=meeting.pk).update(state="adopted")
    assertNotContains(client.get(meeting.get_absolute_url()), "than last time")


def test_first_date_of_a_last_weekday_must_be_one(make):
    day = date(2027, 1, 21)
    assert not is_last_of_its_kind(day)

    with pytest.raises(ValidationError, match="Choose the last one"):
        Series(first_date=day, frequency="monthly_last").clean()
