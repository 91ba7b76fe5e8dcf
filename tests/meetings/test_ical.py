"""Meetings as calendar programs read them: public, personal, one by one."""

from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urlsplit

import pytest
import time_machine
from django.urls import reverse
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st

from entities.models import Appointment
from meetings import ical
from meetings.models import CalendarFeed, Meeting
from tests.meetings import ical_reader
from tests.meetings.factory import make_item, make_meeting, make_meeting_with_hours

PUBLIC = "/en/meetings/calendar.ics"
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
LINK = "https://meet.example/zzsecret"


@pytest.fixture(autouse=True)
def _now():
    with time_machine.travel(NOW, tick=False):
        yield


def events(response):
    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    calendar = ical_reader.read(response.content)
    return {event["SUMMARY"].text: event for event in calendar.all("VEVENT")}


def feed_of(person):
    return urlsplit(CalendarFeed.objects.get_or_create(person=person)[0].address).path


def make_a_world(make):
    """What could leak: everything but the first two and the last is not for visitors."""
    make_meeting_with_hours(make, title="Open", date="2027-02-10", is_public=True, joining_link=LINK)
    make_meeting(make, title="Called off", date="2027-02-11", is_public=True, state="cancelled")
    make_meeting_with_hours(make, title="Members", date="2027-02-12", joining_link=LINK)
    make_meeting(make, title="Draft", date="2027-02-13", is_public=True, state="draft")
    make_item(make, Meeting.objects.get(title_en="Open [en]"), title="zzsecret item", is_members_only=True)
    make_meeting(make, title="Long ago", date="2024-07-30", is_public=True, state="adopted")


def test_public_calendar_shows_what_visitors_see_whoever_asks(client, make, secretariat):
    make_a_world(make)

    response = client.get(PUBLIC)

    found = events(response)
    assert set(found) == {"Open [en]", "Cancelled: Called off [en]"}
    assert b"zzsecret" not in response.content
    assert {title: event["STATUS"].value for title, event in found.items()} == {
        "Open [en]": "CONFIRMED",
        "Cancelled: Called off [en]": "CANCELLED",
    }
    assert found["Open [en]"]["CLASS"].value == "PUBLIC"
    assert "CONFERENCE" not in found["Open [en]"]
    client.force_login(secretariat)
    assert client.get(PUBLIC).content == response.content


def test_public_calendar_says_how_long_it_holds_and_is_not_sent_twice(client, make):
    meeting = make_meeting(make, title="Open", date="2027-02-10", is_public=True)
    first = client.get(PUBLIC)

    calendar = ical_reader.read(first.content)
    assert "public" in first["Cache-Control"]
    assert "max-age=900" in first["Cache-Control"]
    assert not first.cookies, "a cookie would keep caches from sharing it"
    for name in ("X-PUBLISHED-TTL", "REFRESH-INTERVAL"):
        assert ical_reader.duration(calendar[name].value) == timedelta(hours=1)
    assert client.get(PUBLIC, headers={"if-none-match": first["ETag"]}).status_code == 304
    assert client.get(PUBLIC, headers={"if-modified-since": first["Last-Modified"]}).status_code == 304

    with time_machine.travel(NOW + timedelta(hours=2), tick=False):
        meeting.is_public = False
        meeting.save()
        for header in ({"if-none-match": first["ETag"]}, {"if-modified-since": first["Last-Modified"]}):
            assert events(client.get(PUBLIC, headers=header)) == {}


@pytest.mark.parametrize("number", [1, 3])
def test_public_calendar_costs_two_queries(client, make, django_assert_num_queries, number):
    for day in range(number):
        make_meeting_with_hours(make, date=date(2027, 2, 10 + day), is_public=True)

    with django_assert_num_queries(2):
        client.get(PUBLIC)


def test_event_is_the_same_for_ever_while_meeting_moves(client, make, settings):
    meeting = make_meeting_with_hours(make, title="Open", date="2027-02-10", is_public=True)
    before = events(client.get(PUBLIC))["Open [en]"]

    settings.SITE_URL = "https://elsewhere.example"
    meeting.slug, meeting.title_en, meeting.date = "other", "New", date(2027, 3, 1)
    with time_machine.travel(NOW + timedelta(days=1), tick=False):
        meeting.save()
        after = events(client.get(PUBLIC))["New"]

    assert before["UID"].value == after["UID"].value == f"meeting-{meeting.pk}@{settings.CALENDAR_HOST}"
    assert (before["SEQUENCE"].value, after["SEQUENCE"].value) == ("0", "1")
    assert (before["LAST-MODIFIED"].value, after["LAST-MODIFIED"].value) == ("20261124T120000Z", "20261125T120000Z")
    assert after["URL"].value == "https://elsewhere.example/en/meetings/other/"


@pytest.mark.parametrize(
    ("zone", "days"),
    [
        ("America/New_York", ["2027-03-12", "2027-03-16", "2027-11-05", "2027-11-09"]),
        ("Europe/Zurich", ["2027-03-26", "2027-03-30", "2027-10-29", "2027-11-02"]),
        ("America/Santiago", ["2027-04-02", "2027-04-06", "2027-09-03", "2027-09-07"]),
        ("Africa/Nairobi", ["2027-03-12", "2027-11-09"]),
        ("UTC", ["2027-03-12"]),
    ],
)
def test_hours_stay_the_same_across_both_changes_of_clocks(client, make, zone, days):
    """Meetings that straddle the spring and the autumn change, read back with the rules that the calendar gives."""
    for day in days:
        make_meeting_with_hours(make, title=day, date=day, time_zone=zone, is_public=True)

    calendar = ical_reader.read(client.get(PUBLIC).content)

    assert len(calendar.all("VTIMEZONE")) == (zone != "UTC")
    for event in calendar.all("VEVENT"):
        meeting = Meeting.objects.get(title_en=event["SUMMARY"].text)
        assert ical_reader.moment_of(calendar, event, "DTSTART") == meeting.starts_at
        assert ical_reader.moment_of(calendar, event, "DTEND") == meeting.ends_at


def test_hour_that_comes_twice_is_the_first_of_the_two(make):
    meeting = make_meeting_with_hours(
        make, date="2026-11-01", start_time="01:15", end_time="01:45", time_zone="America/New_York"
    )

    calendar = ical_reader.read(ical.one(meeting, for_members=True))

    (event,) = calendar.all("VEVENT")
    assert ical_reader.moment_of(calendar, event, "DTSTART") == datetime(2026, 11, 1, 5, 15, tzinfo=UTC)


def test_meeting_without_hours_takes_the_whole_day_and_keeps_nobody_busy(make):
    calendar = ical_reader.read(ical.one(make_meeting(make, date="2028-02-29"), for_members=True))

    (event,) = calendar.all("VEVENT")
    assert ical_reader.moment_of(calendar, event, "DTSTART") == date(2028, 2, 29)
    assert ical_reader.moment_of(calendar, event, "DTEND") == date(2028, 3, 1)
    assert event["TRANSP"].value == "TRANSPARENT"
    assert not calendar.all("VTIMEZONE")


def test_text_is_in_the_language_of_the_address_or_says_in_which_it_is(client, make):
    make_meeting(make, title="Open", date="2027-02-10", is_public=True)
    make_meeting(
        make, date="2027-02-11", is_public=True, **{f"title_{code}": "" for code in ("ar", "zh_hans", "en", "ru", "es")}
    )

    arabic = events(client.get("/ar/meetings/calendar.ics"))

    assert arabic["Open [ar]"]["SUMMARY"].parameters["LANGUAGE"] == "ar"
    assert arabic["Open [ar]"]["URL"].value.endswith("/ar/meetings/meeting-1/")
    assert arabic["Meeting 2 [fr]"]["SUMMARY"].parameters["LANGUAGE"] == "fr"
    assert "Open [zh-hans]" in events(client.get("/zh-hans/meetings/calendar.ics"))


@settings(max_examples=40)
@given(
    st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=200)
    | st.text('اجتماع، 会议；,;\\"n\r\n:', min_size=40, max_size=200)
)
def test_any_text_is_escaped_folded_and_read_back(text):
    """Arabic and Chinese, commas, semicolons, line ends, and lines of 75 octets that end inside a character."""
    meeting = Meeting(
        pk=7, slug="m", title_en=text, date=date(2027, 2, 10), start_time=time(10), end_time=time(12),
        time_zone="Europe/Zurich", created_at=NOW, updated_at=NOW, is_public=True,
    )  # fmt: skip

    with translation.override("en"):
        (event,) = ical_reader.read(ical.one(meeting, for_members=False)).all("VEVENT")

    expected = ical.CONTROL.sub("", text).replace("\\N", "\n").replace("\r\n", "\n").replace("\r", "\n")
    assert event["SUMMARY"].text == expected


# The personal calendar


def test_personal_calendar_shows_what_the_person_may_see_today(client, make, ilo, focal_point):
    make_a_world(make)
    address = feed_of(focal_point)
    focal_point.language = "fr"
    focal_point.save()

    response = client.get(address)

    assert set(events(response)) == {"Open [fr]", "Annulée\xa0: Called off [fr]", "Members [fr]"}
    assert events(response)["Members [fr]"]["CONFERENCE"].value == LINK
    assert events(response)["Members [fr]"]["CLASS"].value == "PRIVATE"
    assert "private" in response["Cache-Control"]
    assert "Last-Modified" not in response

    Appointment.objects.filter(user=focal_point).update(ends=date(2026, 11, 23))
    without = client.get(address, headers={"if-none-match": response["ETag"]})
    assert set(events(without)) == {"Open [fr]", "Annulée\xa0: Called off [fr]"}
    assert b"zzsecret" not in without.content


def test_address_of_a_calendar_can_be_looked_up_changed_and_ended(client, make, focal_point, other_focal_point):
    make_meeting(make, title="Members", date="2027-02-12")
    page = reverse("calendar_page")
    foreign = feed_of(other_focal_point)
    client.force_login(focal_point)

    assert client.get(page).context["feed"] is None
    client.post(reverse("calendar_make"))
    client.post(reverse("calendar_make"))
    first = client.get(page).context["feed"].address
    assert first in client.get(page).text
    client.post(reverse("calendar_renew"))
    second = client.get(page).context["feed"].address
    client.logout()
    assert client.get(urlsplit(first).path).status_code == 404
    assert set(events(client.get(urlsplit(second).path))) == {"Members [en]"}

    client.force_login(focal_point)
    assert client.get(page).context["feed"].last_read_on == date(2026, 11, 24)
    client.post(reverse("calendar_revoke"))
    client.post(reverse("calendar_renew"))
    assert client.get(urlsplit(second).path).status_code == 404
    assert client.get(page).context["feed"] is None
    assert client.get(foreign).status_code == 200, "another person's is left alone"


def test_address_that_was_never_given_and_that_of_a_closed_account_lead_nowhere(client, make, focal_point):
    feed = CalendarFeed.objects.create(person=focal_point)
    good = urlsplit(feed.address).path

    assert client.get(good).status_code == 200
    for bad in (
        f"/calendar/{feed.key}.ics",
        good.replace(feed.key, "x" + feed.key),
        good[:-5] + ".ics",
        "/calendar/é.x.ics",
    ):
        assert client.get(bad).status_code == 404
    assert feed.key not in feed.address.replace(feed.key, "", 1)
    focal_point.is_active = False
    focal_point.save()
    assert client.get(good).status_code == 404


def test_one_meeting_is_added_to_a_calendar_by_hand(client, make, focal_point, secretariat):
    make_meeting_with_hours(make, slug="open", date="2027-02-10", is_public=True, joining_link=LINK)
    make_meeting_with_hours(make, slug="draft", date="2027-02-10", state="draft")
    address = "/en/meetings/open/calendar.ics"

    assert b"zzsecret" not in client.get(address).content
    client.force_login(focal_point)
    response = client.get(address)
    (event,) = events(response).values()
    assert event["CONFERENCE"].value == LINK
    assert response["Content-Disposition"] == 'attachment; filename="open.ics"'
    client.force_login(secretariat)
    (draft,) = events(client.get("/en/meetings/draft/calendar.ics")).values()
    assert draft["STATUS"].value == "TENTATIVE"
