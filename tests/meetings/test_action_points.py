"""Decisions and action points: written by the secretariat, carried out by their owners, verified by another person."""

import threading
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from core.models import TransitionEvent
from core.workflow import AlreadyMoved, TransitionRefused
from meetings import times
from meetings.models import ActionPoint, ActionPointState, Decision
from meetings.workflow import ACTION_POINT
from tests.meetings.factory import make_action_point, make_decision, make_item, make_meeting

REGISTER = reverse("meetings:action_point_list")


@pytest.fixture
def meeting(make):
    return make_meeting(make, state="record_preparation", date="2026-09-16", title="Autumn")


@pytest.fixture
def point(make, meeting, ilo):
    return make_action_point(make, meeting, ilo)


def numbers(response):
    return [point.number for point in response.context["page_obj"]]


# Writing them


def test_decision_gets_its_number_when_it_is_saved(client, make, meeting, secretariat):
    item = make_item(make, meeting)
    client.force_login(secretariat)
    address = reverse("meetings:decision_create", args=[meeting.slug])

    form = client.get(f"{address}?item={item.pk}").context["form"]
    client.post(address, {"item": item.pk, "original_language": "en", "text_en": "The meeting decided."})

    decision = Decision.objects.get()
    assert form["item"].value() == item.pk
    assert (decision.number, decision.item, decision.text_en) == ("2026/1", item, "The meeting decided.")


def test_decision_is_corrected_until_the_adoption(client, make, meeting, secretariat):
    decision = make_decision(make, meeting)
    client.force_login(secretariat)

    data = {"original_language": "en", "text_en": "Better words.", "version": decision.version}
    client.post(decision.get_edit_url(), data)

    decision.refresh_from_db()
    assert (decision.text_en, decision.number) == ("Better words.", decision.number)


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


# The register


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


# Its life


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


@pytest.mark.django_db(transaction=True)
def test_decisions_that_are_written_at_the_same_instant_get_different_numbers(make):
    meeting, together = make_meeting(make, state="in_progress"), threading.Barrier(4)

    def write():
        together.wait()
        make_decision(make, meeting)
        connection.close()

    threads = [threading.Thread(target=write) for _number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(Decision.objects.values_list("serial", flat=True)) == [1, 2, 3, 4]


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
