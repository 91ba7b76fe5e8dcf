"""One meeting: its times, its agenda, what was said, decided and is to be done, each only for those who may read it."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from core import languages
from tests.initiatives.factory import make_initiative
from tests.meetings.factory import (
    make_action_point,
    make_attendance,
    make_decision,
    make_document,
    make_intervention,
    make_item,
    make_meeting,
    make_meeting_with_hours,
)


def page(client, meeting):
    return client.get(meeting.get_absolute_url())


def clock_times(response):
    return [row.starts and row.starts.strftime("%H:%M") for row in response.context["agenda"].rows]


def test_times_are_shown_in_the_city_in_utc_and_mine(client, make, ilo):
    meeting = make_meeting_with_hours(make, date=date(2026, 11, 25))
    client.force_login(make.person("a@ilo.example", ilo, time_zone="Asia/Bangkok"))

    response = page(client, meeting)

    assertContains(response, "<bdi>10:00–12:00</bdi>, New York", html=False)
    assertContains(response, "<bdi>15:00–17:00</bdi>, UTC", html=False)
    assertContains(response, "<bdi>22:00–00:00</bdi>, your time (Bangkok)", html=False)


def test_clock_times_follow_from_start_and_minutes(client, make):
    meeting = make_meeting_with_hours(make, is_public=True)
    for minutes in (15, 30, 45):
        make_item(make, meeting, minutes=minutes)

    assert clock_times(page(client, meeting)) == ["10:00", "10:15", "10:45"]


def test_order_of_the_numbers_is_the_order_of_the_clock(client, make):
    meeting = make_meeting_with_hours(make, is_public=True)
    make_item(make, meeting, number=2, minutes=10)
    make_item(make, meeting, number=1, minutes=50)

    assert clock_times(page(client, meeting)) == ["10:00", "10:50"]


def test_clock_stops_at_an_item_without_minutes(client, make):
    meeting = make_meeting_with_hours(make, is_public=True)
    for minutes in (15, None, 45):
        make_item(make, meeting, minutes=minutes)

    assert clock_times(page(client, meeting)) == ["10:00", "10:15", None]


def test_meeting_without_hours_has_no_clock_times(client, make):
    meeting = make_meeting(make, is_public=True)
    make_item(make, meeting, minutes=15)

    assert clock_times(page(client, meeting)) == [None]


def test_clock_of_the_agenda_jumps_with_the_clocks_of_the_city(client, make):
    meeting = make_meeting_with_hours(make, date=date(2026, 3, 8), start_time="01:30", end_time="04:00", is_public=True)
    make_item(make, meeting, minutes=30)
    make_item(make, meeting, minutes=30)

    assert clock_times(page(client, meeting)) == ["01:30", "03:00"]


def test_clock_of_an_agenda_that_runs_over_midnight_goes_on_after_it(client, make):
    meeting = make_meeting_with_hours(make, start_time="23:00", end_time="23:45", is_public=True)
    for minutes in (45, 30, 10):
        make_item(make, meeting, minutes=minutes)

    response = page(client, meeting)

    assert clock_times(response) == ["23:00", "23:45", "00:15"]
    assert [row.is_over for row in response.context["agenda"].rows] == [False, True, True]


def test_agenda_that_is_too_long_says_by_how_much(client, make):
    meeting = make_meeting_with_hours(make, is_public=True)
    for minutes in (120, 25):
        make_item(make, meeting, minutes=minutes)

    response = page(client, meeting)

    assertContains(response, "The agenda is 25 minutes longer than the meeting")
    assert [row.is_over for row in response.context["agenda"].rows] == [False, True]


def test_hour_that_comes_twice_is_pointed_out(client, make):
    meeting = make_meeting_with_hours(
        make, date=date(2026, 11, 1), start_time="01:30", end_time="04:00", is_public=True
    )

    assertContains(page(client, meeting), "The first of the two is meant.")


def test_item_for_members_keeps_its_number_and_hides_its_title(client, make, focal_point):
    meeting = make_meeting(make, is_public=True)
    make_item(
        make, meeting, title="Budget", summary_en="Secret summary", is_members_only=True, presenters=[(None, "Ana")]
    )

    response = page(client, meeting)

    assertContains(response, "Item for members")
    for words in ("Budget", "Secret summary", "Ana"):
        assertNotContains(response, words)
    client.force_login(focal_point)
    assertContains(page(client, meeting), "Budget [en]")


def a_whole_meeting(make, ilo, **fields):
    meeting = make_meeting(make, joining_link="https://example.org/join", **fields)
    item = make_item(make, meeting)
    make_intervention(make, meeting, ilo, item=item, text="Spoken words")
    make_intervention(make, meeting, ilo, item=item, text="Draft words", is_draft=True)
    make_decision(make, meeting, item=item, text="Decided words")
    make_action_point(make, meeting, ilo, text="Owed words")
    make_attendance(make, meeting, ilo, person_name="Anastasiia")
    for level in ("public", "members", "secretariat"):
        make_document(make, meeting, level=level)
    return meeting


EVERYTHING = (
    "Spoken words",
    "Draft words",
    "Decided words",
    "Owed words",
    "Anastasiia",
    "https://example.org/join",
    "Paper for public",
    "Paper for members",
    "Paper for secretariat",
)


def seen(response):
    return [words for words in EVERYTHING if words in response.content.decode()]


def test_visitor_reads_title_and_agenda_of_a_public_meeting_before_adoption(client, make, ilo):
    meeting = a_whole_meeting(make, ilo, state="clearance", is_public=True)

    response = page(client, meeting)

    assertContains(response, "Item 1 [en]")
    assert seen(response) == ["Paper for public"]


def test_visitor_reads_the_adopted_record_without_what_is_for_members(client, make, ilo):
    meeting = a_whole_meeting(make, ilo, state="adopted", is_public=True)

    assert seen(page(client, meeting)) == ["Spoken words", "Decided words", "Paper for public"]


def test_member_of_another_entity_reads_all_but_drafts(client, make, ilo, other_focal_point):
    meeting = a_whole_meeting(make, ilo, state="clearance")
    client.force_login(other_focal_point)

    assert seen(page(client, meeting)) == [
        words for words in EVERYTHING if words not in ("Draft words", "Paper for secretariat")
    ]


def test_own_people_read_their_draft_and_not_yet_the_decisions(client, make, ilo, contributor):
    meeting = a_whole_meeting(make, ilo, state="record_preparation")
    client.force_login(contributor)

    assert seen(page(client, meeting)) == [
        words for words in EVERYTHING if words not in ("Decided words", "Paper for secretariat")
    ]


def test_secretariat_reads_everything(client, make, ilo, secretariat):
    meeting = a_whole_meeting(make, ilo, state="record_preparation")
    client.force_login(secretariat)

    assert seen(page(client, meeting)) == list(EVERYTHING)


def test_intervention_leads_only_to_initiatives_that_the_reader_sees(client, make, ilo):
    public, draft = make_initiative(make, title="Water"), make_initiative(make, title="Hidden", state="draft")
    meeting = make_meeting(make, state="adopted", is_public=True)
    make_intervention(make, meeting, ilo, initiatives=[public, draft])

    response = page(client, meeting)

    assertContains(response, public.get_absolute_url())
    assertNotContains(response, "Hidden")


def test_visitor_reads_before_the_adoption_only_what_the_entity_has_published_itself(client, make, ilo, fao):
    meeting = make_meeting(make, state="record_preparation", is_public=True)
    make_intervention(make, meeting, ilo, text="Open", is_published_by_entity=True)
    make_intervention(make, meeting, fao, text="Waiting")
    make_intervention(make, meeting, fao, text="Unfinished", is_published_by_entity=True, is_draft=True)

    response = page(client, meeting)

    assertContains(response, "Open [en]")
    assertContains(response, "Published by the entity itself")
    assertNotContains(response, "Waiting")
    assertNotContains(response, "Unfinished")


def test_cancelled_meeting_says_why(client, make):
    meeting = make_meeting(make, state="cancelled", is_public=True, cancelled_because="A storm is coming.")

    assertContains(page(client, meeting), "A storm is coming.")


def test_text_that_is_not_translated_is_marked_with_its_language(client, make):
    meeting = make_meeting(make, is_public=True, **{"title_ar": ""})

    response = client.get(f"/ar/meetings/{meeting.slug}/")

    assertContains(response, f'<span lang="en" dir="ltr">{meeting.title_en}</span>')


@pytest.mark.parametrize("language", languages.LANGUAGES, ids=lambda language: language.code)
def test_meeting_in_each_language(client, make, ilo, language):
    meeting = make_meeting_with_hours(make, title="Water", state="adopted", is_public=True)
    make_intervention(make, meeting, ilo, item=make_item(make, meeting), text="Spoken")

    response = client.get(f"/{language.code}/meetings/{meeting.slug}/")

    assertContains(response, f"Spoken [{language.code}]")
    assert f'<html lang="{language.html}" dir="{language.direction}"' in " ".join(response.content.decode().split())


def add_one_of_each(make, meeting, ilo, name):
    item = make_item(make, meeting, presenters=[(ilo, "")])
    make_intervention(make, meeting, ilo, item=item, initiatives=[make_initiative(make)])
    decision = make_decision(make, meeting, item=item)
    make_action_point(make, meeting, ilo, decision=decision)
    make_document(make, meeting, item=item)
    make_attendance(make, meeting, ilo, person_name=name)


@pytest.mark.parametrize("rows", [1, 3])
def test_adopted_meeting_needs_the_same_queries_for_one_of_each_and_for_three(
    client, make, ilo, django_assert_num_queries, rows
):
    meeting = make_meeting(make, state="adopted", is_public=True)
    for number in range(rows):
        add_one_of_each(make, meeting, ilo, str(number))

    with django_assert_num_queries(17):
        page(client, meeting)


def test_member_needs_the_same_queries_for_one_of_each_and_for_three(client, make, ilo, focal_point):
    meeting = make_meeting(make, state="clearance")
    client.force_login(focal_point)
    add_one_of_each(make, meeting, ilo, "first")
    page(client, meeting)  # what the frame of the page holds in the cache is read once
    with CaptureQueriesContext(connection) as for_one:
        page(client, meeting)
    add_one_of_each(make, meeting, ilo, "second")
    add_one_of_each(make, meeting, ilo, "third")

    with CaptureQueriesContext(connection) as for_three:
        page(client, meeting)

    assert len(for_three) == len(for_one)


def test_unknown_meeting_is_not_found(client, db):
    assert client.get(reverse("meetings:meeting_detail", args=["nothing"])).status_code == 404
