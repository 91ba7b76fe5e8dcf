"""What the database forbids, by the name of the constraint."""

from datetime import time

import pytest
from django.db import IntegrityError, transaction

from meetings.models import ActionPoint, AgendaItem, Attendance, Decision, Meeting, MeetingState
from tests.meetings.factory import (
    make_action_point,
    make_attendance,
    make_decision,
    make_item,
    make_meeting,
    make_meeting_with_hours,
)


def refuses(name):
    return pytest.raises(IntegrityError, match=name)


def test_symbol_belongs_to_one_meeting_and_may_be_empty(make):
    make_meeting(make, symbol="IAM/2026/1")
    make_meeting(make, symbol="")
    make_meeting(make, symbol="")

    with refuses("meeting_symbol_once"):
        make_meeting(make, symbol="IAM/2026/1")


@pytest.mark.parametrize(
    "hours",
    [
        {"start_time": "10:00"},
        {"end_time": "10:00"},
        {"start_time": "10:00", "end_time": "11:00", "time_zone": ""},
    ],
)
def test_hours_are_complete_or_absent(make, hours):
    with refuses("meeting_hours_complete"):
        make_meeting(make, **hours)


def test_meeting_ends_after_it_starts(make):
    with refuses("meeting_ends_after_start"):
        make_meeting_with_hours(make, end_time="10:00")


def test_cancelled_meeting_has_a_reason(make):
    with refuses("meeting_cancelled_with_reason"):
        make_meeting(make, state=MeetingState.CANCELLED, cancelled_because="")


def test_number_of_an_item_is_used_once_in_its_meeting(make):
    meeting = make_meeting(make)
    make_item(make, meeting, number=1)
    make_item(make, make_meeting(make), number=1)

    with refuses("agenda_item_number_once"), transaction.atomic():
        make_item(make, meeting, number=1)
        # The check is deferred, so that items can change places.
        transaction.get_connection().check_constraints()


def test_two_items_change_places_in_one_transaction(make):
    meeting = make_meeting(make)
    first, second = make_item(make, meeting, number=1), make_item(make, meeting, number=2)

    with transaction.atomic():
        AgendaItem.objects.filter(pk=first.pk).update(number=2)
        AgendaItem.objects.filter(pk=second.pk).update(number=1)

    assert list(meeting.items.order_by("number")) == [second, first]


@pytest.mark.parametrize(
    ("values", "name"), [({"number": 0}, "agenda_item_number_from_one"), ({"minutes": 0}, "agenda_item_lasts")]
)
def test_item_counts_from_one(make, values, name):
    with refuses(name):
        make_item(make, make_meeting(make), **values)


def test_person_is_listed_once(make, ilo):
    meeting = make_meeting(make)
    make_attendance(make, meeting, ilo, person_name="Ana")

    with refuses("attendance_once"):
        make_attendance(make, meeting, ilo, person_name="Ana")


def test_report_of_an_action_point_names_its_author(make, ilo):
    with refuses("action_point_reported_by_somebody"):
        make_action_point(make, make_meeting(make), ilo, state="reported_done")


def test_verification_names_its_author(make, ilo, focal_point):
    point = make_action_point(make, make_meeting(make), ilo, reporter=focal_point)

    with refuses("action_point_verified_by_somebody"):
        ActionPoint.objects.filter(pk=point.pk).update(state="verified")


def test_nobody_verifies_their_own_report(make, ilo, focal_point):
    point = make_action_point(make, make_meeting(make), ilo, reporter=focal_point)

    with refuses("action_point_verified_by_another"):
        ActionPoint.objects.filter(pk=point.pk).update(verified_by=focal_point)


def test_withdrawn_action_point_has_a_reason(make, ilo):
    with refuses("action_point_withdrawn_with_reason"):
        make_action_point(make, make_meeting(make), ilo, state="withdrawn", withdrawn_because="")


def test_decisions_and_action_points_are_numbered_by_the_year_of_the_meeting(make, ilo):
    meeting, other = make_meeting(make), make_meeting(make, date="2026-09-16")

    decisions = [make_decision(make, meeting), make_decision(make, meeting), make_decision(make, other)]
    points = [make_action_point(make, other, ilo), make_action_point(make, other, ilo)]

    assert [decision.number for decision in decisions] == ["2024/1", "2024/2", "2026/1"]
    assert [point.number for point in points] == ["AP-2026-001", "AP-2026-002"]


def test_number_of_a_decision_is_not_given_again(make):
    meeting = make_meeting(make)
    first = make_decision(make, meeting)

    with refuses("number"):
        Decision.objects.filter(pk=make_decision(make, meeting).pk).update(number=first.number)


def test_hours_of_the_good_row_pass(make):
    meeting = make_meeting_with_hours(make)

    assert (meeting.start_time, meeting.minutes) == (time(10), 120)
    assert Meeting.objects.count() == 1
    assert not Attendance.objects.exists()


@pytest.mark.parametrize(
    ("constraint", "line"),
    [
        ("attendance_of_entity_or_guest", {"organization": "University of Lima"}),
        ("attendance_of_entity_or_guest", {"entity": None, "person_name": "Rosa"}),
        ("attendance_of_entity_or_guest", {"entity": None, "organization": "University of Lima"}),
        ("attendance_replaced_by_somebody", {"answer": "replaced"}),
        ("attendance_replaced_by_somebody", {"answer": "yes", "replaced_by": "Rosa"}),
        ("attendance_mode_of_who_comes", {"answer": "no", "mode": "online"}),
        ("attendance_once", {"person_name": "JOSÉ PENA"}),
        ("attendance_guest_once", {"entity": None, "organization": "university of lima", "person_name": "Rosa DÍAZ"}),
    ],
)
def test_line_of_attendance_says_who_came_for_whom_and_how(make, ilo, constraint, line):
    meeting = make_meeting(make)
    make_attendance(make, meeting, ilo, person_name="Jose Peña", answer="replaced", replaced_by="Rosa", mode="room")
    make_attendance(make, meeting, None, organization="University of Lima", person_name="Rosa Díaz")
    make_attendance(make, meeting, None, organization="University of Quito", person_name="Rosa Díaz")

    with refuses(constraint):
        make_attendance(make, meeting, line.pop("entity", ilo), **line)


def test_account_has_one_line_for_an_entity_and_an_entity_one_invitation(make, ilo, focal_point):
    meeting = make_meeting(make)
    make_attendance(make, meeting, ilo, person=focal_point, person_name="Ana")
    meeting.invitations.create(entity=ilo)

    with refuses("attendance_of_account_once"), transaction.atomic():
        make_attendance(make, meeting, ilo, person=focal_point, person_name="Ana Silva")
    with refuses("invitation_once"):
        meeting.invitations.create(entity=ilo)
