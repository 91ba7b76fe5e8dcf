"""The sheet of a month."""

import re
from datetime import UTC, date, datetime

import pytest
import time_machine
from hypothesis import given, settings
from hypothesis import strategies as st
from pytest_django.asserts import assertContains, assertNotContains

from entities.models import User
from meetings.models import EarlierSlot
from meetings.month import FIRST, LAST, Month
from tests.meetings.factory import make_meeting, make_meeting_with_hours

MONTH = "/en/meetings/calendar/"


@settings(max_examples=50)
@given(st.integers(FIRST, LAST), st.integers(1, 12))
def test_sheet_holds_every_day_of_the_month_once_in_weeks_from_monday(year, number):
    month = Month(year, number)

    weeks = month.weeks({}, today=date(year, number, 1))

    days = [day.date for week in weeks for day in week]
    assert all(len(week) == 7 and week[0].date.weekday() == 0 for week in weeks)
    assert [day.toordinal() for day in days] == list(range(days[0].toordinal(), days[0].toordinal() + len(days)))
    inside = [day.date for week in weeks for day in week if not day.is_outside]
    assert (inside[0], inside[-1]) == (month.first, month.last)
    assert {day.month for day in inside} == {number}
    assert Month.read(str(month)) == month
    assert month.next is None or month.next.previous == month


def test_first_and_last_month_lead_no_further():
    assert Month(FIRST, 1).previous is None
    assert Month(LAST, 12).next is None


@time_machine.travel(datetime(2026, 11, 24, 12, tzinfo=UTC), tick=False)
def test_month_shows_meetings_slots_and_what_is_cancelled(client, make, focal_point):
    open_ = make_meeting_with_hours(make, title="Open", date="2026-12-10", is_public=True)
    make_meeting(make, title="Called off", date="2026-12-11", is_public=True, state="cancelled")
    moved = make_meeting_with_hours(make, title="Moved", date="2027-02-03", is_public=True)
    make_slot(moved, date(2026, 12, 9))
    members = make_meeting_with_hours(make, title="Members", date="2026-12-10", start_time="09:00")
    make_slot(members, date(2026, 12, 2))
    make_slot(members, date(2026, 12, 10))
    make_meeting(make, title="Draft", date="2026-12-10", is_public=True, state="draft")
    make_meeting(make, title="Edge", date="2026-11-30", is_public=True)

    page = client.get(MONTH, {"month": "2026-12"})

    assert shown(page) == [
        ("2026-11-30", ["Edge [en]"]),
        ("2026-12-09", ["10:00 Moved [en] Moved to 3 February"]),
        ("2026-12-10", ["10:00 Open [en]"]),
        ("2026-12-11", ["Called off [en] Cancelled"]),
    ]
    # The list below, which is all that a phone shows, has the days of the month itself.
    listed = [str(row.meeting) for row in page.context["rows"]]
    assert listed == ["Moved [en]", "Open [en]", "Called off [en]"]
    assertContains(page, f'href="{open_.get_absolute_url()}"')
    assertNotContains(page, "Members [en]")
    client.force_login(focal_point)
    days = dict(shown(client.get(MONTH, {"month": "2026-12"})))
    assert days["2026-12-02"] == ["09:00 Members [en] Moved to 10 December"]
    assert days["2026-12-10"] == ["09:00 Members [en]", "10:00 Open [en]"]


def make_slot(meeting, day):
    return EarlierSlot.objects.create(
        meeting=meeting,
        date=day,
        start_time=meeting.start_time,
        end_time=meeting.end_time,
        time_zone=meeting.time_zone,
        reason="Another meeting is held then.",
        moved_by=User.objects.get_or_create(email="mover@unossc.example", defaults={"full_name": "Mover"})[0],
    )


def shown(page):
    """[(day, what stands on it)], of the days on which something stands."""
    cells = re.findall(r'<td[^>]*>\s*<time datetime="([\d-]+)">(.*?)</td>', page.text, re.DOTALL)
    found = [(day, re.findall(r"<a [^>]*>(.*?)</a>", cell, re.DOTALL)) for day, cell in cells]
    words = [(day, [" ".join(re.sub(r"<[^>]+>", " ", link).split()) for link in links]) for day, links in found]
    return [(day, links) for day, links in words if links]


@time_machine.travel(datetime(2027, 1, 1, 2, tzinfo=UTC), tick=False)
def test_present_month_is_that_of_the_readers_city(client, focal_point):
    """It is still December in New York, whose day a visitor reads."""
    visitors = client.get(MONTH)
    assertContains(visitors, "December 2026")
    assertContains(visitors, 'class="is-today" aria-current="date"')
    focal_point.time_zone = "Asia/Bangkok"
    focal_point.save()
    client.force_login(focal_point)
    assert str(client.get(MONTH).context["month"]) == "2027-01"


def test_month_leads_to_its_neighbours_and_back_and_keeps_the_kind(client, make):
    make_meeting(make, title="Group", date="2026-12-10", is_public=True, kind="working_group")
    make_meeting(make, title="Mechanism", date="2026-12-11", is_public=True)

    page = client.get(MONTH, {"month": "2026-12", "kind": "working_group"})

    assert shown(page) == [("2026-12-10", ["Group [en]"])]
    assertContains(page, 'href="?kind=working_group&amp;month=2026-11" rel="prev nofollow"')
    assertContains(page, 'href="?kind=working_group&amp;month=2027-01" rel="next nofollow"')
    assertContains(page, "/en/meetings/?kind=working_group")
    assertContains(
        client.get("/en/meetings/?kind=working_group&year=2026"), "/en/meetings/calendar/?kind=working_group"
    )


@pytest.mark.parametrize(
    "month", ["2026-13", "0000-01", "9999-12", "abc", "2026-1", "٢٠٢٦-١٢", "2026-12\x00", "²026-01"]
)
def test_month_that_there_is_not_leads_to_the_present_one_and_says_so(client, db, month):
    page = client.get(MONTH, {"month": month})

    assertContains(page, "There is no such month")
    assert page.context["is_this_month"]


def test_unknown_kind_shows_nothing_and_says_so(client, make):
    make_meeting(make, date="2026-12-10", is_public=True)

    page = client.get(MONTH, {"month": "2026-12", "kind": "party"})

    assert page.status_code == 200
    assert shown(page) == []
    assertContains(page, "party is not one of the available choices")


@pytest.mark.parametrize("number", [1, 3])
def test_month_asks_the_same_however_many_meetings(client, make, django_assert_num_queries, number):
    for day in range(number):
        make_slot(make_meeting_with_hours(make, date=date(2026, 12, 10 + day), is_public=True), date(2026, 12, 1 + day))

    with django_assert_num_queries(3):
        client.get(MONTH, {"month": "2026-12"})


def test_month_and_public_calendar_are_in_the_readers_language(client, db):
    for language, words in [("fr", "Décembre 2026"), ("zh-hans", "2026年12月"), ("ar", "كانون الأول/ديسمبر 2026")]:
        page = client.get(f"/{language}/meetings/calendar/", {"month": "2026-12"})
        assertContains(page, words)
        assertContains(page, f'value="http://127.0.0.1:8000/{language}/meetings/calendar.ics"')
