"""Action points: written by the secretariat to a decision; each has a page on which its owners note progress."""

from datetime import timedelta

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from meetings import times
from meetings.models import ActionPoint
from tests.meetings.factory import make_action_point, make_decision, make_item, make_meeting


@pytest.fixture
def meeting(make):
    return make_meeting(make, state="record_preparation", date="2026-09-16", title="Autumn")


@pytest.fixture
def point(make, meeting, ilo):
    return make_action_point(make, meeting, ilo)


# Writing them


def test_action_point_is_written_to_a_decision(client, make, meeting, ilo, fao, secretariat):
    decision = make_decision(make, meeting, item=make_item(make, meeting))
    client.force_login(secretariat)
    address = reverse("meetings:action_point_create", args=[meeting.slug])

    form = client.get(f"{address}?decision={decision.pk}").context["form"]
    response = client.post(
        address,
        {
            "decision": decision.pk,
            "item": decision.item_id,
            "owners": [ilo.pk, fao.pk],
            "due": "2026-12-01",
            "original_language": "en",
            "text_en": "Share the note.",
        },
    )

    point = ActionPoint.objects.get()
    assert (form["decision"].value(), form["item"].value()) == (decision.pk, decision.item_id)
    assert (point.number, point.state, point.decision) == ("AP-2026-001", "open", decision)
    assert set(point.owners.all()) == {ilo, fao}
    assertRedirects(response, point.get_absolute_url())


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"owners": []}, "This field is required."),
        ({"due": "2020-01-01"}, "The date lies before the meeting."),
        ({"text_en": ""}, "Write this text in English, the original language of the record."),
    ],
)
def test_action_point_needs_owner_text_and_a_possible_date(client, meeting, ilo, secretariat, changes, message):
    client.force_login(secretariat)
    data = {"owners": [ilo.pk], "due": "2026-12-01", "original_language": "en", "text_en": "Share."} | changes

    response = client.post(reverse("meetings:action_point_create", args=[meeting.slug]), data)

    assertContains(response, message)
    assert not ActionPoint.objects.exists()


def test_decision_of_another_meeting_is_refused(client, make, meeting, ilo, secretariat):
    foreign = make_decision(make, make_meeting(make))
    client.force_login(secretariat)
    data = {"owners": [ilo.pk], "decision": foreign.pk, "original_language": "en", "text_en": "Share."}

    response = client.post(reverse("meetings:action_point_create", args=[meeting.slug]), data)

    assertContains(response, "Select a valid choice.")


# Overdue is derived


@pytest.mark.parametrize(
    ("days", "state", "is_overdue"),
    [(-1, "open", True), (-1, "in_progress", True), (0, "open", False), (1, "open", False), (-1, "withdrawn", False)],
)
def test_action_point_is_overdue_when_its_day_has_ended_in_new_york(make, meeting, ilo, days, state, is_overdue):
    point = make_action_point(make, meeting, ilo, state=state, due=times.today_in() + timedelta(days=days))

    assert point.is_overdue is is_overdue
    assert ActionPoint.objects.overdue().exists() is is_overdue


def test_reported_action_point_is_not_overdue(make, meeting, ilo, focal_point):
    point = make_action_point(make, meeting, ilo, state="reported_done", overdue=True, reporter=focal_point)

    assert not point.is_overdue


# One action point


def test_page_leads_to_meeting_item_and_decision(client, make, ilo, focal_point):
    meeting = make_meeting(make, state="adopted", title="Autumn")
    item = make_item(make, meeting)
    decision = make_decision(make, meeting, item=item)
    point = make_action_point(make, meeting, ilo, item=item, decision=decision)
    client.force_login(focal_point)

    response = client.get(point.get_absolute_url())

    for address in (meeting.get_absolute_url(), item.get_absolute_url(), decision.get_absolute_url()):
        assertContains(response, f'href="{address}"')


def test_page_does_not_show_a_decision_that_is_not_circulated(client, make, meeting, ilo, focal_point, secretariat):
    point = make_action_point(make, meeting, ilo, decision=make_decision(make, meeting, text="Secret words"))

    client.force_login(focal_point)
    assertNotContains(client.get(point.get_absolute_url()), "Secret words")
    client.force_login(secretariat)
    assertContains(client.get(point.get_absolute_url()), "Secret words")


def test_contributor_notes_progress_in_her_language(client, point, ilo, contributor):
    client.force_login(contributor)

    client.post(point.get_absolute_url(), {"text": "El borrador está listo.", "original_language": "es"})

    note = point.notes.get()
    assert (note.text_es, note.original_language, note.entity, note.author) == (
        "El borrador está listo.",
        "es",
        ilo,
        contributor,
    )
    response = client.get(point.get_absolute_url())
    assertContains(response, '<div lang="es" dir="ltr"><p>El borrador está listo.</p></div>', html=False)


def test_empty_note_is_refused_beside_its_field(client, point, contributor):
    client.force_login(contributor)

    response = client.post(
        point.get_absolute_url(), {"text": " ", "url": "https://example.org/", "original_language": "es"}
    )

    assertContains(response, "This field is required.")
    assertContains(response, 'value="https://example.org/"')
    assert not point.notes.exists()
