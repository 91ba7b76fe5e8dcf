"""Each move: works, wrong role, wrong state, what is missing."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertRedirects

from core.models import TransitionEvent
from initiatives.workflow import INITIATIVE
from tests.initiatives.factory import make_initiative

CASES = [
    # event, from, who, to
    ("submit", "draft", "focal_point", "submitted"),
    ("submit", "returned", "alternate", "submitted"),
    ("recall", "submitted", "focal_point", "draft"),
    ("publish", "submitted", "secretariat", "published"),
    ("return", "submitted", "secretariat", "returned"),
    ("confirm", "published", "focal_point", "published"),
    ("end", "published", "focal_point", "ended"),
    ("archive", "published", "focal_point", "archived"),
    ("archive", "ended", "secretariat", "archived"),
    ("unpublish", "published", "secretariat", "returned"),
    ("restore", "archived", "secretariat", "published"),
]


def test_cases_cover_every_move():
    assert {case[0] for case in CASES} == {transition.event for transition in INITIATIVE.transitions}


@pytest.mark.parametrize(("event", "before", "who", "after"), CASES)
def test_move_works_and_is_written_down(client, make, request, event, before, who, after):
    person = request.getfixturevalue(who)
    initiative = make_initiative(make, state=before)
    client.force_login(person)

    response = client.post(initiative.get_transition_url(event), {"reason": "Because"})

    assertRedirects(response, initiative.get_absolute_url())
    initiative.refresh_from_db()
    logged = TransitionEvent.objects.of(initiative).get()
    assert (initiative.state, logged.by, logged.from_state, logged.to_state) == (after, person, before, after)


@pytest.mark.parametrize(("event", "before", "who", "after"), CASES)
def test_contributor_makes_no_move(client, make, contributor, event, before, who, after):
    initiative = make_initiative(make, state=before)
    client.force_login(contributor)

    response = client.post(initiative.get_transition_url(event), {"reason": "Because"})

    assert response.status_code == 403
    initiative.refresh_from_db()
    assert initiative.state == before


@pytest.mark.parametrize(
    ("event", "who", "state"),
    [
        ("submit", "focal_point", "published"),
        ("recall", "focal_point", "draft"),
        ("publish", "secretariat", "published"),
        ("return", "secretariat", "returned"),
        ("end", "focal_point", "submitted"),
        ("restore", "secretariat", "published"),
    ],
)
def test_move_from_another_state_is_told_kindly(client, make, request, event, who, state):
    initiative = make_initiative(make, state=state)
    client.force_login(request.getfixturevalue(who))

    response = client.post(initiative.get_transition_url(event), {"reason": "Because"})

    assertContains(response, "Someone was faster", status_code=409)
    initiative.refresh_from_db()
    assert initiative.state == state


def test_incomplete_draft_is_not_submitted_and_says_why(client, make, focal_point):
    initiative = make_initiative(make, state="draft", contact="")
    client.force_login(focal_point)

    response = client.post(initiative.get_transition_url("submit"))

    assertContains(response, "Give a contact mailbox.", status_code=409)
    initiative.refresh_from_db()
    assert initiative.state == "draft"


def test_page_of_a_draft_lists_what_is_missing(client, make, focal_point):
    initiative = make_initiative(make, state="draft", contact="")
    client.force_login(focal_point)

    assertContains(client.get(initiative.get_absolute_url()), "Give a contact mailbox.")


@pytest.mark.parametrize("event", ["return", "end", "archive", "unpublish", "restore"])
def test_move_back_needs_a_reason(client, make, secretariat, event):
    initiative = make_initiative(make, state=INITIATIVE[event].sources[0])
    client.force_login(secretariat)

    response = client.post(initiative.get_transition_url(event), {"reason": "  "})

    assertContains(response, "Say why", status_code=409)


def test_trusted_entity_publishes_by_itself(client, make, ilo, focal_point):
    ilo.is_trusted = True
    ilo.save()
    initiative = make_initiative(make, state="draft")
    client.force_login(focal_point)

    client.post(initiative.get_transition_url("publish"))

    initiative.refresh_from_db()
    assert initiative.state == "published"
    assert initiative.confirmed_on is not None


def test_entity_that_is_not_trusted_does_not_publish(client, make, focal_point):
    initiative = make_initiative(make, state="draft")
    client.force_login(focal_point)

    assert client.post(initiative.get_transition_url("publish")).status_code == 403


def test_ended_initiative_is_closed(client, make, focal_point):
    initiative = make_initiative(make, status="implementation")
    client.force_login(focal_point)

    client.post(initiative.get_transition_url("end"), {"reason": "All done"})

    initiative.refresh_from_db()
    assert initiative.status == "closed"


def test_reason_of_a_return_stands_on_the_page(client, make, focal_point, secretariat):
    initiative = make_initiative(make, state="submitted")
    INITIATIVE.perform(initiative, "return", by=secretariat, reason="The countries are missing")
    client.force_login(focal_point)

    assertContains(client.get(initiative.get_absolute_url()), "The countries are missing")


def test_archived_initiative_keeps_its_page_but_leaves_the_catalogue(client, make):
    initiative = make_initiative(make, state="archived")

    assertContains(client.get(initiative.get_absolute_url()), "This initiative is archived")
    assert client.get(reverse("initiatives:initiative_list")).context["total"] == 0


def test_visitor_sees_no_reason_and_no_person(client, make, secretariat):
    initiative = make_initiative(make)
    INITIATIVE.perform(initiative, "end", by=secretariat, reason="An inner reason")

    page = client.get(initiative.get_absolute_url()).content.decode()

    assert "An inner reason" not in page
    assert str(secretariat) not in page
