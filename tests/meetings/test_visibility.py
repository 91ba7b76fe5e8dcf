"""Who sees what: the table of rights, model by model. Everything that could leak is created first."""

import pytest
from django.contrib.auth.models import AnonymousUser

from meetings.models import ActionPoint, AgendaItem, Attendance, Decision, Intervention, Meeting, MeetingDocument
from tests.meetings.factory import (
    make_action_point,
    make_attendance,
    make_decision,
    make_document,
    make_intervention,
    make_item,
    make_meeting,
)

WRITING_STATES = ("scheduled", "in_progress", "record_preparation")
OPEN_STATES = (*WRITING_STATES, "clearance")


@pytest.fixture
def people(make, contributor, focal_point, other_focal_point, secretariat):
    return {
        "visitor": AnonymousUser(),
        "stranger": make.person("stranger@example.org"),
        "other": other_focal_point,
        "contributor": contributor,
        "focal_point": focal_point,
        "secretariat": secretariat,
    }


def seers(people, queryset):
    """The names of those who see the one record."""
    return {name for name, person in people.items() if queryset.visible_to(person).exists()}


def editors(people, queryset):
    return {name for name, person in people.items() if queryset.editable_by(person).exists()}


EVERYBODY = {"visitor", "stranger", "other", "contributor", "focal_point", "secretariat"}
MEMBERS = EVERYBODY - {"visitor", "stranger"}
OWN = {"contributor", "focal_point", "secretariat"}
SECRETARIAT = {"secretariat"}


@pytest.mark.parametrize(
    ("state", "is_public", "expected"),
    [
        ("draft", True, SECRETARIAT),
        ("draft", False, SECRETARIAT),
        ("scheduled", True, EVERYBODY),
        ("scheduled", False, MEMBERS),
        ("cancelled", True, EVERYBODY),
        ("adopted", False, MEMBERS),
    ],
)
def test_meeting(make, people, state, is_public, expected):
    make_meeting(make, state=state, is_public=is_public)

    assert seers(people, Meeting.objects.all()) == expected


@pytest.mark.parametrize(
    ("state", "expected"),
    [(state, SECRETARIAT) for state in ("draft", *OPEN_STATES)] + [("adopted", set()), ("cancelled", set())],
)
def test_meeting_is_edited_by_the_secretariat_until_it_is_closed(make, people, state, expected):
    make_meeting(make, state=state)

    assert editors(people, Meeting.objects.all()) == expected


@pytest.mark.parametrize(("is_members_only", "expected"), [(True, MEMBERS), (False, EVERYBODY)])
def test_item_for_members_is_kept_from_visitors(make, people, is_members_only, expected):
    make_item(make, make_meeting(make, is_public=True), is_members_only=is_members_only)

    assert seers(people, AgendaItem.objects.all()) == expected


@pytest.mark.parametrize(
    ("state", "is_public", "expected"),
    [(state, True, MEMBERS) for state in OPEN_STATES] + [("adopted", True, EVERYBODY), ("adopted", False, MEMBERS)],
)
def test_intervention_is_public_once_the_record_is_adopted_and_public(make, people, ilo, state, is_public, expected):
    make_intervention(make, make_meeting(make, state=state, is_public=is_public), ilo)

    assert seers(people, Intervention.objects.all()) == expected


def test_intervention_on_an_item_for_members_is_never_public(make, people, ilo):
    meeting = make_meeting(make, state="adopted", is_public=True)
    make_intervention(make, meeting, ilo, item=make_item(make, meeting, is_members_only=True))

    assert seers(people, Intervention.objects.all()) == MEMBERS


@pytest.mark.parametrize("state", ["record_preparation", "adopted"])
def test_draft_of_an_intervention_stays_with_its_entity_and_the_secretariat(make, people, ilo, state):
    make_intervention(make, make_meeting(make, state=state, is_public=True), ilo, is_draft=True)

    assert seers(people, Intervention.objects.all()) == OWN


@pytest.mark.parametrize(
    ("state", "is_draft", "expected"),
    [(state, False, {"focal_point", "secretariat"}) for state in WRITING_STATES]
    + [(state, True, OWN) for state in WRITING_STATES]
    + [("clearance", False, set()), ("clearance", True, set()), ("adopted", False, set()), ("cancelled", True, set())],
)
def test_intervention_is_written_until_the_record_is_circulated(make, people, ilo, state, is_draft, expected):
    make_intervention(make, make_meeting(make, state=state, is_public=True), ilo, is_draft=is_draft)

    assert editors(people, Intervention.objects.all()) == expected


@pytest.mark.parametrize(
    ("state", "is_public", "expected"),
    [
        ("in_progress", True, SECRETARIAT),
        ("record_preparation", True, SECRETARIAT),
        ("clearance", True, MEMBERS),
        ("adopted", True, EVERYBODY),
        ("adopted", False, MEMBERS),
    ],
)
def test_decision_is_read_from_circulation_on_and_public_once_adopted(make, people, state, is_public, expected):
    make_decision(make, make_meeting(make, state=state, is_public=is_public))

    assert seers(people, Decision.objects.all()) == expected


def test_decision_on_an_item_for_members_is_never_public(make, people):
    meeting = make_meeting(make, state="adopted", is_public=True)
    make_decision(make, meeting, item=make_item(make, meeting, is_members_only=True))

    assert seers(people, Decision.objects.all()) == MEMBERS


@pytest.mark.parametrize("state", ["in_progress", "adopted"])
def test_action_points_are_for_members(make, people, ilo, state):
    make_action_point(make, make_meeting(make, state=state, is_public=True), ilo)

    assert seers(people, ActionPoint.objects.all()) == MEMBERS
    assert editors(people, ActionPoint.objects.all()) == SECRETARIAT


def test_progress_is_noted_by_the_owners_people_and_the_secretariat(make, people, ilo):
    make_action_point(make, make_meeting(make, state="adopted"), ilo)

    noting = {name for name, person in people.items() if ActionPoint.objects.reportable_by(person).exists()}

    assert noting == OWN


@pytest.mark.parametrize(
    ("level", "expected"), [("public", EVERYBODY), ("members", MEMBERS), ("secretariat", SECRETARIAT)]
)
def test_document_is_seen_by_its_level(make, people, level, expected):
    make_document(make, make_meeting(make, is_public=True), level=level)

    assert seers(people, MeetingDocument.objects.all()) == expected


def test_public_document_is_not_seen_more_widely_than_its_meeting_or_item(make, people):
    make_document(make, make_meeting(make, is_public=False))
    meeting = make_meeting(make, is_public=True)
    make_document(make, meeting, item=make_item(make, meeting, is_members_only=True))

    assert seers(people, MeetingDocument.objects.all()) == MEMBERS


@pytest.mark.parametrize(("state", "expected"), [("scheduled", MEMBERS), ("adopted", EVERYBODY)])
def test_attendance_is_public_with_the_record(make, people, ilo, state, expected):
    make_attendance(make, make_meeting(make, state=state, is_public=True), ilo)

    assert seers(people, Attendance.objects.all()) == expected
