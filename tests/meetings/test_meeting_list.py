"""The list of meetings and the stable address of the next one."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from tests.meetings.factory import make_attendance, make_meeting, make_meeting_with_hours

LIST = reverse("meetings:meeting_list")


def day(distance):
    return timezone.localdate() + timedelta(days=distance)


def titles(meetings):
    return [meeting.title_en for meeting in meetings]


def test_list_tells_what_comes_from_what_was(client, make):
    make_meeting(make, title="Far", date=day(20), is_public=True)
    make_meeting(make, title="Near", date=day(3), is_public=True)
    make_meeting(make, title="Old", date=day(-30), is_public=True, state="adopted")
    make_meeting(make, title="Recent", date=day(-3), is_public=True, state="clearance")

    response = client.get(LIST)

    assert titles(response.context["upcoming"]) == ["Near [en]", "Far [en]"]
    assert titles(response.context["page_obj"]) == ["Recent [en]", "Old [en]"]


def test_meeting_is_past_from_the_minute_it_ends_in_its_city(make, client):
    # Half a day apart: in one of the two it is not about midnight.
    here = next(
        moment
        for moment in (timezone.localtime(timezone=ZoneInfo(zone)) for zone in ("Asia/Bangkok", "America/Lima"))
        if 1 <= moment.hour <= 22
    )
    hours = {"date": here.date(), "time_zone": here.tzinfo.key, "is_public": True, "start_time": "00:10"}
    make_meeting_with_hours(make, title="Over", end_time=(here - timedelta(minutes=1)).time(), **hours)
    make_meeting_with_hours(make, title="Running", end_time=(here + timedelta(minutes=5)).time(), **hours)

    response = client.get(LIST)

    assert titles(response.context["upcoming"]) == ["Running [en]"]
    assert titles(response.context["page_obj"]) == ["Over [en]"]


def test_visitor_does_not_find_members_meetings_and_drafts(client, make):
    make_meeting(make, title="Members", is_public=False)
    make_meeting(make, title="Draft", state="draft", is_public=True)
    make_meeting(make, title="Public", is_public=True)

    response = client.get(LIST, {"q": "en"})

    assert titles(response.context["page_obj"]) == ["Public [en]"]
    assert "2024" in {value for value, _label in response.context["filter"].form.fields["year"].choices}


def test_years_of_hidden_meetings_are_no_choice(client, make):
    make_meeting(make, date="2023-01-10", is_public=False)

    response = client.get(LIST)

    assert [value for value, _label in response.context["filter"].form.fields["year"].choices] == [""]


def test_filter_by_kind(client, make):
    make_meeting(make, title="Group", kind="working_group", is_public=True)
    make_meeting(make, title="Mechanism", is_public=True)

    assert titles(client.get(LIST, {"kind": "working_group"}).context["page_obj"]) == ["Group [en]"]


def test_filter_by_year(client, make):
    make_meeting(make, title="Now", date="2026-03-01", is_public=True)
    make_meeting(make, title="Then", date="2024-03-01", is_public=True)

    assert titles(client.get(LIST, {"year": "2024"}).context["page_obj"]) == ["Then [en]"]


@pytest.mark.parametrize("words", ["Eau [fr]", "[ar] Eau", "IAM/7"])
def test_search_in_any_language_and_by_symbol(client, make, words):
    make_meeting(make, title="Eau", symbol="IAM/7", is_public=True)
    make_meeting(make, title="Air", is_public=True)

    assert titles(client.get(LIST, {"q": words}).context["page_obj"]) == ["Eau [en]"]


@pytest.mark.parametrize("query", [{"kind": "party"}, {"year": "1066"}, {"year": "x"}])
def test_filter_that_makes_no_sense_shows_its_error_and_nothing_else(client, make, query):
    make_meeting(make, title="Public", is_public=True)

    response = client.get(LIST, query)

    assertContains(response, "Select a valid choice")
    assertNotContains(response, "Public [en]")


def test_list_is_paged_and_keeps_its_query(client, make):
    for _number in range(21):
        make_meeting(make, is_public=True)

    response = client.get(LIST, {"year": "2024"})

    assert len(response.context["page_obj"]) == 20
    assertContains(response, "?year=2024&amp;page=2")


def test_empty_list_says_what_will_appear(client, db):
    assertContains(client.get(LIST), "Meetings appear here when the secretariat announces them.")


def test_nothing_found_leads_back(client, make):
    make_meeting(make, is_public=True)

    assertContains(client.get(LIST, {"q": "zzz"}), "No meeting matches")


@pytest.mark.parametrize("rows", [1, 3])
def test_list_needs_the_same_queries_for_one_row_and_for_three(client, make, ilo, django_assert_num_queries, rows):
    for _number in range(rows):
        make_attendance(make, make_meeting(make, is_public=True), ilo)
        make_meeting(make, date=day(5), is_public=True)

    with django_assert_num_queries(5):
        client.get(LIST)


def test_next_meeting_is_the_nearest_that_one_sees(client, make, focal_point):
    make_meeting(make, date=day(1), state="cancelled", is_public=True)
    members = make_meeting(make, date=day(2))
    public = make_meeting(make, date=day(9), is_public=True)
    address = reverse("meetings:meeting_next")

    assertRedirects(client.get(address), public.get_absolute_url())
    client.force_login(focal_point)
    assertRedirects(client.get(address), members.get_absolute_url())


def test_without_a_next_meeting_the_list_says_so(client, make):
    make_meeting(make, is_public=True)

    response = client.get(reverse("meetings:meeting_next"), follow=True)

    assertRedirects(response, LIST)
    assertContains(response, "No meeting is announced at the moment.")


@pytest.mark.parametrize(("language", "direction"), [("fr", "ltr"), ("ar", "rtl"), ("zh-hans", "ltr")])
def test_list_in_each_language(client, make, language, direction):
    make_meeting(make, title="Water", is_public=True)

    response = client.get(f"/{language}/meetings/")

    assertContains(response, f"Water [{language}]")
    assertContains(response, f'dir="{direction}"')


@pytest.mark.parametrize(("state", "is_told"), [("record_preparation", False), ("adopted", True)])
def test_visitor_is_told_how_many_were_present_once_the_record_is_adopted(
    client, make, ilo, focal_point, state, is_told
):
    make_attendance(make, make_meeting(make, state=state, is_public=True), ilo)
    words = "1 entity named as present"

    assert (words in client.get(LIST).text) == is_told
    client.force_login(focal_point)
    assertContains(client.get(LIST), words)
