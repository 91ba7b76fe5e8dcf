"""The agenda is circulated; what changes afterwards is shown as changed, to each reader what he or she may read."""

import pytest
from django.db import DatabaseError, connection, transaction
from hypothesis import given, settings
from hypothesis import strategies as st
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from core.models import Notification
from meetings import order
from meetings.agenda_changes import settled
from meetings.models import CirculatedAgenda
from tests.meetings.factory import make_item, make_meeting


@pytest.fixture
def meeting(make):
    meeting = make_meeting(make, is_public=True)
    for title in ("Opening", "Survey", "Closing"):
        make_item(make, meeting, title=title, minutes=10)
    return meeting


def circulate(client, meeting):
    return client.post(meeting.get_transition_url("circulate_agenda"))


def move(meeting, number, to):
    item = meeting.items.get(number=number)
    order.move(meeting, order.key_of(item), to, order.token_of(order.lines_of(meeting)))


def seen_by(client, meeting):
    """{title: what is marked}, and the titles that were taken off, as the page of the meeting has them."""
    agenda = client.get(meeting.get_absolute_url()).context["agenda"]
    marks = {row.item.title_en.split()[0]: words_of(row.change) for row in agenda.rows if row.change}
    return marks, [item.title_en.split()[0] for item in agenda.changes.removed]


def words_of(mark):
    if mark.is_new:
        return "new"
    found = {"moved": mark.is_moved, "renamed": mark.is_renamed, "retimed": mark.is_retimed}
    return " ".join(word for word, holds in found.items() if holds)


def test_circulated_agenda_is_kept_and_focal_points_are_told(editor, meeting, focal_point):
    response = circulate(editor, meeting)

    assertRedirects(response, meeting.get_absolute_url())
    edition = CirculatedAgenda.objects.get()
    assert (edition.revision, edition.label) == (0, "")
    assert [(item.number, item.title_fr, item.minutes) for item in edition.items] == [
        (1, "Opening [fr]", 10),
        (2, "Survey [fr]", 10),
        (3, "Closing [fr]", 10),
    ]
    assert Notification.objects.of(focal_point).get().kind == "meeting"
    assert seen_by(editor, meeting) == ({}, [])


def test_later_changes_are_shown_until_the_agenda_goes_out_as_revision(editor, make, meeting):
    circulate(editor, meeting)
    meeting.items.filter(title_en="Survey [en]").update(title_en="Results", minutes=20)
    meeting.items.filter(title_en="Opening [en]").update(title_fr="Ouverture")  # a translation is no new title
    make_item(make, meeting, title="Budget")
    move(meeting, 3, 0)

    assert seen_by(editor, meeting) == ({"Closing": "moved", "Results": "renamed retimed", "Budget": "new"}, [])
    page = editor.get(meeting.get_absolute_url())
    for words in (
        "Moved: it was item 3",
        "New title: it was “Survey [en]”",
        "New length: it was 10 minutes",
        "Added since the agenda was circulated",
    ):
        assertContains(page, words)

    circulate(editor, meeting)

    assert CirculatedAgenda.objects.last().label == "Rev.1"
    assert seen_by(editor, meeting) == ({}, [])
    assertContains(editor.get(meeting.get_absolute_url()), "Rev.1")


def test_item_that_is_taken_off_is_named_and_the_others_have_not_moved(client, editor, meeting):
    circulate(editor, meeting)
    order.remove(meeting, meeting.items.get(number=1))

    client.logout()

    assert seen_by(client, meeting) == ({}, ["Opening"])
    assertContains(client.get(meeting.get_absolute_url()), "Taken off: item 1, Opening [en]")


def test_agenda_that_has_not_changed_is_not_circulated_again(editor, meeting):
    circulate(editor, meeting)

    again = circulate(editor, meeting)

    assertContains(again, "Nothing on it has changed since it was circulated.", status_code=409)
    assert CirculatedAgenda.objects.count() == 1


@pytest.mark.parametrize("state", ["draft", "in_progress", "adopted"])
def test_agenda_is_circulated_only_of_an_announced_meeting(editor, make, state):
    meeting = make_meeting(make, state=state)
    make_item(make, meeting)

    assert circulate(editor, meeting).status_code == 409


def test_who_sees_nothing_of_an_item_learns_nothing_of_its_changes(client, editor, make, meeting, focal_point):
    hidden = make_item(make, meeting, title="Zzbudget", is_members_only=True, minutes=10)
    gone = make_item(make, meeting, title="Zzgone", is_members_only=True)
    opened = make_item(make, meeting, title="Zzopened", is_members_only=True)
    circulate(editor, meeting)
    order.remove(meeting, gone)
    hidden.refresh_from_db()
    move(meeting, hidden.number, 0)
    meeting.items.filter(pk=hidden.pk).update(title_en="Zzrenamed", minutes=50)
    meeting.items.filter(pk=opened.pk).update(title_en="Nowpublic", is_members_only=False)
    make_item(make, meeting, title="Zzadded", is_members_only=True)

    client.logout()

    assert seen_by(client, meeting) == ({"Nowpublic": "new"}, [])
    assertNotContains(client.get(meeting.get_absolute_url()), "Zz")
    client.force_login(focal_point)
    marks, removed = seen_by(client, meeting)
    assert marks == {"Zzrenamed": "moved renamed retimed", "Nowpublic": "renamed", "Zzadded": "new"}
    assert removed == ["Zzgone"]


def test_edition_is_never_changed(editor, meeting):
    circulate(editor, meeting)
    edition = CirculatedAgenda.objects.get()

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        CirculatedAgenda.objects.filter(pk=edition.pk).update(kept=[])
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM meetings_circulatedagenda")


@settings(max_examples=50)
@given(st.sets(st.integers(0, 9)), st.sets(st.integers(0, 9)), st.data())
def test_fewest_items_are_called_moved(removed, added, data):
    before = [key for key in range(10) if key not in added]
    now = [key for key in data.draw(st.permutations(range(10))) if key not in removed]
    both = set(before) & set(now)

    stays = settled([key for key in before if key in both], [key for key in now if key in both])

    assert [key for key in before if key in stays] == [key for key in now if key in stays]
    if [key for key in before if key in both] == [key for key in now if key in both]:
        assert stays == both
