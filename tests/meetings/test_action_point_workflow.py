"""The life of an action point: carried out by its owners, verified by another person."""

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from pytest_django.asserts import assertContains

from core.models import TransitionEvent
from core.workflow import AlreadyMoved, TransitionRefused
from meetings.models import ActionPoint, ActionPointState
from meetings.workflow import ACTION_POINT
from tests.meetings.factory import make_action_point, make_meeting


@pytest.fixture
def meeting(make):
    return make_meeting(make, state="record_preparation", date="2026-09-16", title="Autumn")


@pytest.fixture
def point(make, meeting, ilo):
    return make_action_point(make, meeting, ilo)


def test_owner_starts_and_reports_and_another_person_verifies(client, point, ilo, focal_point, secretariat):
    client.force_login(focal_point)
    client.post(point.get_transition_url("start"))
    client.post(point.get_transition_url("report_done"), {"reason": "The note was sent: https://example.org/note"})

    point.refresh_from_db()
    assert (point.state, point.reported_by) == ("reported_done", focal_point)
    note = point.notes.get()
    assert (note.text_en, note.entity) == ("The note was sent: https://example.org/note", ilo)

    client.force_login(secretariat)
    client.post(point.get_transition_url("verify"))
    point.refresh_from_db()
    assert (point.state, point.verified_by) == ("verified", secretariat)


def test_button_that_is_pressed_twice_verifies_once_and_says_what_is_the_case(
    client, make, point, focal_point, secretariat
):
    ACTION_POINT.perform(point, "report_done", by=focal_point, reason="Sent.")
    client.force_login(secretariat)
    button = point.get_transition_url("verify")

    first, second = client.post(button), client.post(button)

    assert (first.status_code, second.status_code) == (302, 409)
    assertContains(second, "Verified", status_code=409)
    point.refresh_from_db()
    assert (point.state, TransitionEvent.objects.filter(event="verify").count()) == ("verified", 1)


def test_report_needs_its_evidence(client, point, focal_point):
    client.force_login(focal_point)

    response = client.post(point.get_transition_url("report_done"), {"reason": ""})

    assertContains(response, "What was done, and where it can be seen", status_code=409)
    point.refresh_from_db()
    assert point.state == "open"


@pytest.mark.parametrize("event", ["start", "report_done"])
def test_only_a_focal_point_of_an_owner_reports(point, contributor, other_focal_point, secretariat, event):
    for person in (contributor, other_focal_point, secretariat):
        with pytest.raises(PermissionDenied):
            ACTION_POINT.perform(point, event, by=person, reason="Done.")


def test_secretariat_reports_what_the_coordinator_owes_and_another_officer_verifies(make, meeting, secretariat):
    unossc = make.entity(code="UNOSSC", kind="secretariat_coordinator")
    point = make_action_point(make, meeting, unossc)
    colleague = make.officer("second@unossc.example")

    reported = ACTION_POINT.perform(point, "report_done", by=secretariat, reason="It was held.")

    with pytest.raises(PermissionDenied):
        ACTION_POINT.perform(reported, "verify", by=secretariat)
    assert ACTION_POINT.perform(reported, "verify", by=colleague).verified_by == colleague
    assert point.notes.get().entity == unossc


@pytest.mark.parametrize("event", ["verify", "reopen", "withdraw"])
def test_owner_does_not_verify_reopen_or_withdraw(make, meeting, ilo, focal_point, alternate, event):
    point = make_action_point(make, meeting, ilo, state="reported_done", reporter=focal_point)

    with pytest.raises(PermissionDenied):
        ACTION_POINT.perform(point, event, by=alternate, reason="Why not.")


def test_reopened_action_point_forgets_its_report_and_can_be_reported_again(
    make, meeting, ilo, focal_point, secretariat
):
    point = make_action_point(make, meeting, ilo, state="reported_done", reporter=focal_point)

    reopened = ACTION_POINT.perform(point, "reopen", by=secretariat, reason="The note lacks figures.")

    assert (reopened.state, reopened.reported_by, reopened.reported_at) == ("open", None, None)
    assert ACTION_POINT.perform(reopened, "report_done", by=focal_point, reason="Now with figures.")


def test_withdrawn_action_point_says_why(client, point, secretariat):
    client.force_login(secretariat)

    client.post(point.get_transition_url("withdraw"), {"reason": "Done by another body."})

    assertContains(client.get(point.get_absolute_url()), "Done by another body.")


@pytest.mark.parametrize("event", ["report_done", "reopen", "withdraw"])
def test_reason_is_required(make, meeting, ilo, focal_point, secretariat, event):
    state = "reported_done" if event == "reopen" else "open"
    point = make_action_point(make, meeting, ilo, state=state, reporter=focal_point)
    person = focal_point if event == "report_done" else secretariat

    with pytest.raises(TransitionRefused):
        ACTION_POINT.perform(point, event, by=person, reason=" ")


@pytest.mark.parametrize("transition", ACTION_POINT.transitions, ids=lambda transition: transition.event)
def test_action_point_moves_only_from_the_states_of_the_table(make, meeting, ilo, secretariat, transition):
    reporter = make.person("reporter@ilo.example", ilo)
    states = [state for state in ActionPointState if state not in transition.sources]
    for number, state in enumerate(states):
        verifier = {"verified_by": make.person(f"v{number}@x.example"), "verified_at": timezone.now()}
        given = verifier if state == "verified" else {}
        point = make_action_point(make, meeting, ilo, state=ActionPointState.OPEN, reporter=reporter, **given)
        ActionPoint.objects.filter(pk=point.pk).update(state=state, withdrawn_because="Because.")

        with pytest.raises(AlreadyMoved):
            ACTION_POINT.perform(point, transition.event, by=secretariat, reason="A reason.")


def test_those_concerned_are_told(point, focal_point, alternate, contributor, secretariat):
    assert ACTION_POINT["report_done"].recipients(point, focal_point) == [secretariat]
    assert set(ACTION_POINT["verify"].recipients(point, secretariat)) == {focal_point, alternate}
