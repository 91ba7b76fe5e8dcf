"""The follow-up item fills itself with what is open, and owners answer before the meeting."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from meetings.models import ProgressNote
from tests.forms_on_page import opened
from tests.meetings.factory import make_action_point, make_item, make_meeting, make_series

TODAY = timezone.localdate()


@pytest.fixture
def series(make):
    return make_series(make)


@pytest.fixture
def meeting(make, series):
    meeting = make_meeting(make, series=series, is_public=True, date=TODAY + timedelta(days=20))
    make_item(make, meeting, kind="follow_up", title="Follow-up")
    return meeting


@pytest.fixture
def earlier(make, series):
    return make_meeting(make, series=series, date=TODAY - timedelta(days=60), state="adopted", is_public=True)


def rows(client, meeting):
    agenda = client.get(meeting.get_absolute_url()).context["agenda"]
    follow_up = next((row.follow_up for row in agenda.rows if row.follow_up), None)
    return [row.point.text_en.removesuffix(" [en]") for row in follow_up.rows] if follow_up else []


def answer_page(meeting):
    return reverse("meetings:follow_up_answer", args=[meeting.slug])


def test_open_points_of_the_series_come_back_the_most_urgent_first(
    client, make, ilo, series, earlier, meeting, focal_point
):
    make_action_point(make, earlier, ilo, text="Later", due=TODAY + timedelta(days=90))
    make_action_point(make, earlier, ilo, text="Overdue", overdue=True)
    make_action_point(make, earlier, ilo, text="Reported", state="reported_done", reporter=focal_point)
    make_action_point(make, earlier, ilo, text="Withdrawn", state="withdrawn")
    make_action_point(make, make_meeting(make, state="adopted"), ilo, text="Elsewhere")
    following = make_meeting(make, series=series, date=meeting.date + timedelta(days=30), state="in_progress")
    make_action_point(make, following, ilo, text="From the next meeting")

    client.force_login(focal_point)

    assert rows(client, meeting) == ["Overdue", "Reported", "Later"]


def test_without_a_series_the_same_kind_and_organizer_are_followed_up(client, make, ilo, fao, focal_point):
    past = TODAY - timedelta(days=60)
    for organizer, kind, text in [
        (ilo, "mechanism", "Same"),
        (fao, "mechanism", "Other"),
        (ilo, "working_group", "Group"),
    ]:
        make_action_point(make, make_meeting(make, organizer=organizer, kind=kind, date=past), ilo, text=text)
    meeting = make_meeting(make, organizer=ilo, kind="mechanism", date=TODAY)
    make_item(make, meeting, kind="follow_up")

    client.force_login(focal_point)

    assert rows(client, meeting) == ["Same"]


def test_visitors_see_the_item_and_none_of_the_points(client, make, ilo, earlier, meeting):
    make_action_point(make, earlier, ilo, text="Zzpoint")

    page = client.get(meeting.get_absolute_url())

    assertContains(page, "Follow-up [en]")
    assertNotContains(page, "Zzpoint")
    assertNotContains(page, "Nothing is open from earlier meetings.")


def test_owner_answers_before_the_meeting_and_everybody_reads_it_there(
    client, make, ilo, fao, earlier, meeting, contributor, other_focal_point
):
    mine = make_action_point(make, earlier, ilo, text="Share the note")
    others = make_action_point(make, earlier, fao, text="Map the tools")
    client.force_login(contributor)
    form = opened(client, answer_page(meeting))
    assert f"point_{others.pk}" not in form

    response = client.post(answer_page(meeting), form | {f"point_{mine.pk}": "The note was sent on Monday."})

    assertRedirects(response, meeting.get_absolute_url() + "#follow-up", fetch_redirect_response=False)
    note = ProgressNote.objects.get()
    assert (note.action_point, note.meeting, note.entity, note.author) == (mine, meeting, ilo, contributor)
    client.post(answer_page(meeting), form | {f"point_{mine.pk}": "The note was sent on Monday."})  # pressed twice
    assert ProgressNote.objects.count() == 1
    client.force_login(other_focal_point)
    assertContains(client.get(meeting.get_absolute_url()), "The note was sent on Monday.")


def test_nothing_written_is_no_answer(client, make, ilo, earlier, meeting, contributor):
    make_action_point(make, earlier, ilo)
    client.force_login(contributor)

    response = client.post(answer_page(meeting), opened(client, answer_page(meeting)))

    assertContains(response, "Write an answer to one of the action points at least.")


def test_who_owns_nothing_has_nothing_to_answer(client, make, ilo, earlier, meeting, other_focal_point):
    point = make_action_point(make, earlier, ilo)
    client.force_login(other_focal_point)

    assert client.get(answer_page(meeting)).status_code == 403
    assert client.post(answer_page(meeting), {f"point_{point.pk}": "Mine now"}).status_code == 403
    assert client.post(answer_page(meeting), {"autosave": "1", "original_language": "en"}).status_code == 403


def test_past_meeting_shows_what_was_open_on_its_day(client, make, ilo, series, focal_point):
    first = make_meeting(make, series=series, date=TODAY - timedelta(days=90), state="adopted")
    second = make_meeting(make, series=series, date=TODAY - timedelta(days=30), state="adopted")
    make_item(make, second, kind="follow_up")
    point = make_action_point(make, first, ilo, text="Done since", state="verified", reporter=focal_point)
    long_done = make_action_point(make, first, ilo, text="Done before", state="reported_done", reporter=focal_point)
    long_done.state, long_done.verified_by = "verified", point.verified_by
    long_done.verified_at = timezone.now() - timedelta(days=60)
    long_done.save()
    before = ProgressNote(action_point=point, entity=ilo, written_on=TODAY - timedelta(days=40))
    after = ProgressNote(action_point=point, entity=ilo, written_on=TODAY - timedelta(days=2))
    for note, text in ((before, "Half of it"), (after, "All of it")):
        note.set_text(text)
        note.save()
    client.force_login(focal_point)

    page = client.get(second.get_absolute_url())

    assert rows(client, second) == ["Done since"]
    assertContains(page, "Half of it")
    assertNotContains(page, "All of it")


def test_follow_up_needs_the_same_queries_for_one_point_and_for_three(client, make, ilo, earlier, meeting, contributor):
    make_action_point(make, earlier, ilo)
    client.force_login(contributor)
    client.get(meeting.get_absolute_url())  # what the frame of the page holds in the cache is read once
    with CaptureQueriesContext(connection) as for_one:
        client.get(meeting.get_absolute_url())
    for _number in range(2):
        make_action_point(make, earlier, ilo)

    with CaptureQueriesContext(connection) as for_three:
        assert len(rows(client, meeting)) == 3

    assert len(for_three) == len(for_one)
