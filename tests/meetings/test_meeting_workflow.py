"""How a meeting moves from draft to adopted, or is cancelled."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from pytest_django.asserts import assertContains, assertRedirects

from core.models import TransitionEvent
from core.workflow import AlreadyMoved, TransitionRefused
from meetings.models import MeetingState
from meetings.workflow import MEETING
from tests.meetings.factory import make_decision, make_item, make_meeting

PATH = [
    ("schedule", "draft", "scheduled"),
    ("circulate_agenda", "scheduled", "scheduled"),
    ("begin", "scheduled", "in_progress"),
    ("close", "in_progress", "record_preparation"),
    ("take_back", "clearance", "record_preparation"),
    ("cancel", "scheduled", "cancelled"),
]


@pytest.mark.parametrize(("event", "source", "target"), PATH)
def test_secretariat_moves_a_meeting(client, make, secretariat, event, source, target):
    meeting = make_meeting(make, state=source)
    make_item(make, meeting)
    client.force_login(secretariat)

    response = client.post(meeting.get_transition_url(event), {"reason": "A reason."})

    assertRedirects(response, meeting.get_absolute_url())
    meeting.refresh_from_db()
    assert meeting.state == target
    logged = TransitionEvent.objects.get()
    assert (logged.event, logged.from_state, logged.to_state, logged.by) == (event, source, target, secretariat)


@pytest.mark.parametrize("transition", MEETING.transitions, ids=lambda transition: transition.event)
def test_nobody_else_moves_a_meeting(make, focal_point, transition):
    meeting = make_meeting(make, state=transition.sources[0])
    make_item(make, meeting)

    with pytest.raises(PermissionDenied):
        MEETING.perform(meeting, transition.event, by=focal_point, reason="A reason.")


@pytest.mark.parametrize("transition", MEETING.transitions, ids=lambda transition: transition.event)
def test_meeting_moves_only_from_the_states_of_the_table(make, secretariat, transition):
    for state in set(MeetingState) - set(transition.sources):
        meeting = make_meeting(make, state=state)

        with pytest.raises(AlreadyMoved):
            MEETING.perform(meeting, transition.event, by=secretariat, reason="A reason.")


def test_meeting_without_agenda_is_not_opened(make, secretariat):
    with pytest.raises(TransitionRefused, match="The agenda has no item"):
        MEETING.perform(make_meeting(make), "begin", by=secretariat)


def test_meeting_is_not_opened_before_its_day(make, secretariat):
    meeting = make_meeting(make, date=timezone.localdate() + timedelta(days=2))
    make_item(make, meeting)

    with pytest.raises(TransitionRefused, match="The day of the meeting has not come"):
        MEETING.perform(meeting, "begin", by=secretariat)


def test_meeting_is_not_closed_while_a_decision_is_missing(client, make, secretariat):
    meeting = make_meeting(make, state="in_progress")
    item = make_item(make, meeting, title="Counting", is_for_decision=True)
    sentence = "Item 1, “Counting [en]”, is for decision: write its decision."
    client.force_login(secretariat)

    response = client.post(meeting.get_transition_url("close"))

    assertContains(response, sentence, status_code=409)
    assertContains(client.get(meeting.get_absolute_url()), sentence)
    make_decision(make, meeting, item=item)
    client.post(meeting.get_transition_url("close"))
    meeting.refresh_from_db()
    assert meeting.state == "record_preparation"


@pytest.mark.parametrize("event", ["cancel", "take_back"])
def test_reason_is_required(make, secretariat, event):
    meeting = make_meeting(make, state=MEETING[event].sources[0])

    with pytest.raises(TransitionRefused, match="Say why"):
        MEETING.perform(meeting, event, by=secretariat, reason="  ")


def test_reason_for_cancelling_stays_on_the_page(client, make, secretariat):
    meeting = make_meeting(make, is_public=True)

    MEETING.perform(meeting, "cancel", by=secretariat, reason="A storm is coming.")

    assertContains(client.get(meeting.get_absolute_url()), "A storm is coming.")


def test_record_is_adopted_by_the_clock_and_by_no_person(make, secretariat):
    meeting = make_meeting(make, state="clearance")

    with pytest.raises(PermissionDenied):
        MEETING.perform(meeting, "adopt", by=secretariat)
    with pytest.raises(TransitionRefused, match="The record is not circulated"):
        MEETING.perform(meeting, "adopt", by=None)


def test_focal_points_are_told_of_a_cancellation_each_once(make, ilo, secretariat, focal_point, alternate, contributor):
    former = make.person("former@ilo.example", ilo, ends=timezone.localdate() - timedelta(days=1))

    told = MEETING["cancel"].recipients(make_meeting(make), secretariat)

    assert set(told) == {focal_point, alternate}
    assert former not in told


def test_buttons_are_for_the_secretariat(client, make, secretariat, focal_point):
    meeting = make_meeting(make)
    make_item(make, meeting)

    assert [action.transition.event for action in MEETING.actions_for(meeting, secretariat)] == [
        "circulate_agenda",
        "begin",
        "cancel",
    ]
    assert MEETING.actions_for(meeting, focal_point) == []
