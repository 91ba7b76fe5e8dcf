"""An announced meeting is moved: the old slot says where it went, calendars and people are told."""

from datetime import date, time, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from core.models import Notification
from meetings.models import EarlierSlot, Meeting
from meetings.moving import move
from meetings.workflow import MEETING
from tests.forms_on_page import opened
from tests.meetings.factory import make_meeting, make_meeting_with_hours

LIST = reverse("meetings:meeting_list")
DAY = timezone.localdate() + timedelta(days=20)
LATER = DAY + timedelta(days=7)


def address(meeting):
    return reverse("meetings:meeting_move", args=[meeting.slug])


def sequence(meeting):
    return Meeting.objects.get(pk=meeting.pk).sequence


def moved(meeting, by, day, reason="The room is taken."):
    meeting = Meeting.objects.get(pk=meeting.pk)
    meeting.date = day
    return move(meeting, by, reason)


def test_meeting_is_moved_and_its_old_slot_says_where_it_went(editor, client, make, secretariat, focal_point):
    meeting = make_meeting_with_hours(make, date=DAY, is_public=True, title="Autumn")
    page = opened(editor, address(meeting))

    answer = editor.post(
        address(meeting),
        page | {"date": LATER.isoformat(), "start_time": "15:00", "end_time": "17:00", "reason": "Fog"},
    )

    assertRedirects(answer, meeting.get_absolute_url(), fetch_redirect_response=False)
    meeting.refresh_from_db()
    assert (meeting.date, meeting.start_time, meeting.sequence, meeting.state) == (LATER, time(15), 1, "scheduled")
    slot = EarlierSlot.objects.get()
    assert (slot.date, slot.start_time, slot.end_time, slot.time_zone) == (DAY, time(10), time(12), "America/New_York")
    assert (slot.moved_by, slot.reason) == (secretariat, "Fog")
    told = Notification.objects.get(person=focal_point)
    assert (told.kind, told.params["sentence"], told.params["reason"]) == ("meeting", "meeting_moved", "Fog")
    assert not Notification.objects.filter(person=secretariat).exists()
    client.logout()
    page = client.get(meeting.get_absolute_url())
    assertContains(page, "This meeting was moved")
    assertContains(page, "Fog")
    coming = client.get(LIST).context["coming"]
    assert [(row.meeting, row.slot) for row in coming] == [(meeting, slot), (meeting, None)]
    assertContains(client.get(LIST), "Moved to")
    assertContains(client.get(LIST), "Moved from")


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({}, "That is when the meeting is already."),
        ({"date": "2020-01-01"}, "That day is over."),
        ({"date": LATER.isoformat(), "end_time": "09:00"}, "The meeting cannot end before it starts."),
        ({"date": LATER.isoformat(), "end_time": ""}, "Give start, end and city together, or none of them."),
        ({"date": "2037-03-08", "start_time": "02:30"}, "02:30 does not exist on that day in New York"),
        ({"date": LATER.isoformat(), "reason": " "}, "This field is required."),
        ({"date": "31/02/2027x"}, "Enter a valid date."),
        ({"date": "9999-12-31"}, "Choose a day between 1945 and 2200."),
    ],
)
def test_bad_slot_is_refused_and_what_was_typed_stays(editor, make, changes, message):
    meeting = make_meeting_with_hours(make, date=DAY)
    page = opened(editor, address(meeting)) | {"reason": "The typed reason"}

    response = editor.post(address(meeting), page | changes)

    assertContains(response, message)
    if "reason" not in changes:
        assertContains(response, "The typed reason")
    assert not EarlierSlot.objects.exists()


def test_move_from_an_older_version_shows_both(editor, colleague, make):
    """Two officers move the same meeting at once: the second sees where the first has put it."""
    meeting = make_meeting_with_hours(make, date=DAY)
    page = opened(editor, address(meeting)) | {"reason": "Mine"}
    colleague.post(address(meeting), page | {"date": LATER.isoformat(), "reason": "Theirs"})

    response = editor.post(address(meeting), page | {"date": (LATER + timedelta(days=1)).isoformat()})

    assert response.status_code == 409
    assert EarlierSlot.objects.get().reason == "Theirs"


def test_only_an_announced_meeting_is_moved(make, secretariat):
    for state in ("draft", "in_progress", "adopted", "cancelled"):
        with pytest.raises(PermissionDenied):
            moved(make_meeting(make, state=state), secretariat, LATER)
    with pytest.raises(IntegrityError, match="moved_with_reason"), transaction.atomic():
        moved(make_meeting(make), secretariat, LATER, reason="")
    assert not EarlierSlot.objects.exists()


def test_form_of_an_announced_meeting_leaves_its_slot_alone(editor, make):
    meeting = make_meeting_with_hours(make, date=DAY)
    page = opened(editor, meeting.get_edit_url())

    editor.post(meeting.get_edit_url(), page | {"date": LATER.isoformat(), "start_time": "15:00", "title_en": "New"})

    meeting.refresh_from_db()
    assert (meeting.date, meeting.start_time, meeting.title_en) == (DAY, time(10), "New")
    assertContains(editor.get(meeting.get_edit_url()), address(meeting))


def test_old_slot_is_hidden_with_its_meeting_and_where_the_meeting_came_back(client, make, secretariat, focal_point):
    members = make_meeting(make, date=DAY)
    public = make_meeting(make, date=DAY, is_public=True)
    moved(members, secretariat, LATER, "Secret reason")
    moved(public, secretariat, LATER)
    moved(public, secretariat, DAY)

    assertNotContains(client.get(LIST), "Secret reason")
    assert [(row.meeting, row.slot and row.slot.date) for row in client.get(LIST).context["coming"]] == [
        (public, None),
        (public, LATER),
    ]
    client.force_login(focal_point)
    assert (members, DAY) in [(row.meeting, row.slot and row.slot.date) for row in client.get(LIST).context["coming"]]


def test_old_slot_stands_once_in_the_pages_of_what_was_held(client, make, secretariat, django_assert_num_queries):
    days = [date(2024, 1, 1) + timedelta(days=number) for number in range(41)]
    for day in days:
        make_meeting(make, date=day, state="in_progress", is_public=True)
    for old in (days[5], days[20], days[21], days[40]):
        meeting = make_meeting(make, date=old, is_public=True)
        Meeting.objects.filter(pk=meeting.pk).update(date=date(2024, 1, 2))
        EarlierSlot.objects.create(meeting=meeting, date=old, moved_by=secretariat, reason="Moved")

    shown = [
        row.slot.date for page in (1, 2, 3) for row in client.get(LIST, {"page": page}).context["held"] if row.slot
    ]

    assert shown == [days[40], days[21], days[20], days[5]]
    with django_assert_num_queries(5):
        client.get(LIST, {"page": 2})


def test_sequence_goes_up_with_each_change_that_a_calendar_must_know(make, secretariat):
    meeting = make_meeting_with_hours(make, date=DAY)
    changes = [
        ({"date": LATER}, 1),
        ({"start_time": time(9)}, 2),
        ({"time_zone": "Europe/Zurich"}, 3),
        ({"title_fr": "Autre titre"}, 4),
        ({"place_en": "Palais des Nations"}, 5),
        ({"joining_link": "https://example.org/room"}, 6),
        ({"symbol": "IAM/1", "purpose_en": "Why", "place_fr": "", "is_public": True, "state": "in_progress"}, 6),
        ({"state": "scheduled", "sequence": 0}, 6),
    ]
    for values, expected in changes:
        Meeting.objects.filter(pk=meeting.pk).update(**values)
        assert sequence(meeting) == expected, values

    meeting.refresh_from_db()
    MEETING.perform(meeting, "cancel", by=secretariat, reason="Nobody comes.")

    assert sequence(meeting) == 7
    draft = make_meeting(make, state="draft")
    Meeting.objects.filter(pk=draft.pk).update(date=LATER)
    assert sequence(draft) == 0
