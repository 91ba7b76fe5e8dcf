"""The register of action points: filtered, searched, and as quick for three rows as for one."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from meetings.models import ActionPoint
from tests.meetings.factory import make_action_point, make_decision, make_meeting

REGISTER = reverse("meetings:action_point_list")


@pytest.fixture
def meeting(make):
    return make_meeting(make, state="record_preparation", date="2026-09-16", title="Autumn")


@pytest.fixture
def point(make, meeting, ilo):
    return make_action_point(make, meeting, ilo)


def numbers(response):
    return [point.number for point in response.context["page_obj"]]


def test_register_filters_by_state(client, make, meeting, ilo, focal_point):
    make_action_point(make, meeting, ilo)
    withdrawn = make_action_point(make, meeting, ilo, state="withdrawn")
    client.force_login(focal_point)

    assert numbers(client.get(REGISTER, {"state": "withdrawn"})) == [withdrawn.number]


def test_register_filters_by_owner(client, make, meeting, ilo, fao, focal_point):
    shared = make_action_point(make, meeting, ilo, fao)
    make_action_point(make, meeting, ilo)
    client.force_login(focal_point)

    assert numbers(client.get(REGISTER, {"entity": "FAO"})) == [shared.number]


def test_register_filters_by_overdue(client, make, meeting, ilo, focal_point):
    late = make_action_point(make, meeting, ilo, overdue=True)
    make_action_point(make, meeting, ilo)
    client.force_login(focal_point)

    response = client.get(REGISTER, {"due": "overdue"})

    assert numbers(response) == [late.number]
    assertContains(response, "2 action points are still to be done.")
    assertContains(response, "1 of them is overdue.")


@pytest.mark.parametrize("words", ["Measure [fr]", "AP-2026-001"])
def test_register_is_searched_by_text_and_number(client, make, ilo, focal_point, words):
    meeting = make_meeting(make, state="adopted", date="2026-09-16")
    found = make_action_point(make, meeting, ilo, text="Measure")
    make_action_point(make, meeting, ilo, text="Share")
    client.force_login(focal_point)

    assert numbers(client.get(REGISTER, {"q": words})) == [found.number]


@pytest.mark.parametrize("query", [{"state": "lost"}, {"entity": "NATO"}])
def test_filter_that_makes_no_sense_shows_its_error_and_no_rows(client, point, focal_point, query):
    client.force_login(focal_point)

    response = client.get(REGISTER, query)

    assertContains(response, "Select a valid choice.")
    assertNotContains(response, point.number)


def test_stranger_finds_an_empty_register(client, make, point):
    client.force_login(make.person("stranger@example.org"))

    response = client.get(REGISTER)

    assertContains(response, "There is no action point yet")
    assertNotContains(response, point.number)


def test_register_needs_the_same_queries_for_one_row_and_for_three(client, make, meeting, ilo, fao, focal_point):
    client.force_login(focal_point)
    make_action_point(make, meeting, ilo, fao)
    client.get(REGISTER)  # what the frame of the page holds in the cache is read once
    with CaptureQueriesContext(connection) as for_one:
        client.get(REGISTER)
    make_action_point(make, meeting, ilo, fao)
    make_action_point(make, make_meeting(make, state="adopted"), ilo, fao)

    with CaptureQueriesContext(connection) as for_three:
        client.get(REGISTER)

    assert len(for_three) == len(for_one)


@pytest.mark.parametrize("page", ["decision", "entity"])
def test_other_pages_need_the_same_queries_for_one_row_and_for_three(
    client, make, meeting, ilo, fao, focal_point, page
):
    client.force_login(focal_point)
    meeting = make_meeting(make, state="adopted")
    decision = make_decision(make, meeting)
    address = (decision if page == "decision" else ilo).get_absolute_url()

    def count(points):
        for _point in range(points):
            make_action_point(make, meeting, ilo, fao, decision=decision)
        with CaptureQueriesContext(connection) as queries:
            response = client.get(address)
        assert "AP-" in response.content.decode()
        return len(queries)

    count(1)  # what the frame of the page holds in the cache is read once
    ActionPoint.objects.all().delete()
    assert count(1) == count(2)
