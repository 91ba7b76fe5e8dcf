"""How an action point is shown to be done: evidence, priority, notes on behalf of an owner, a date that moves."""

import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from core.models import File, Notification
from core.workflow import TransitionRefused
from meetings.models import ActionPointEvidence, ProgressNote
from meetings.workflow import ACTION_POINT
from tests.core.samples import pdf
from tests.initiatives.factory import make_initiative
from tests.meetings.factory import make_action_point, make_decision, make_document, make_meeting
from tests.strategy.factory import make_report


@pytest.fixture
def meeting(make):
    return make_meeting(make, state="record_preparation", date="2026-09-16")


@pytest.fixture
def point(make, meeting, ilo):
    return make_action_point(make, meeting, ilo, is_important=True)


def give(client, point, **data):
    return client.post(reverse("meetings:evidence_create", args=[point.pk]), data)


def test_important_action_point_is_reported_done_only_with_evidence(client, point, focal_point, contributor):
    with pytest.raises(TransitionRefused):
        ACTION_POINT.perform(point, "report_done", by=focal_point, reason="Done.")
    client.force_login(contributor)
    assertContains(client.get(point.get_absolute_url()), "It is important: it is reported done only with evidence.")

    give(client, point, url="https://example.org/note")

    assert point.evidence.get().added_by == contributor
    assert ACTION_POINT.perform(point, "report_done", by=focal_point, reason="Done.").state == "reported_done"


def test_each_field_that_is_filled_becomes_one_piece(client, make, meeting, point, ilo, focal_point):
    initiative = make_initiative(make, title="School meals", lead=ilo)
    decision = make_decision(make, make_meeting(make, state="adopted", date="2026-10-01"))
    paper = make_document(make, meeting, level="members", title="Minutes of the group")
    answer = make_report(make, entity=ilo, complete=True).answers.first()
    client.force_login(focal_point)

    give(
        client,
        point,
        url="https://example.org/note",
        initiative=initiative.pk,
        decision=decision.pk,
        document=paper.pk,
        answer=answer.pk,
        file=SimpleUploadedFile("Photo of the event.pdf", pdf()),
    )

    assert {piece.kind for piece in point.evidence.all()} == {
        "url", "initiative", "decision", "document", "answer", "file",
    }  # fmt: skip
    page = client.get(point.get_absolute_url())
    for piece in point.evidence.all():
        assertContains(page, f'href="{piece.address}"')
    for other in (decision, initiative, answer.report):
        assertContains(client.get(other.get_absolute_url()), f'href="{point.get_absolute_url()}"')


def test_evidence_names_nothing_that_its_reader_may_not_see(client, make, point, ilo, focal_point, other_focal_point):
    draft = make_initiative(make, state="draft", title="Secret plan", lead=ilo)
    answer = make_report(make, entity=ilo, state="draft", complete=True).answers.first()
    for piece in ({"initiative": draft}, {"answer": answer}, {"url": "https://example.org/open"}):
        point.evidence.create(**piece)

    client.force_login(other_focal_point)
    page = client.get(point.get_absolute_url())
    assertNotContains(page, "Secret plan")
    assertNotContains(page, answer.get_absolute_url())
    assertContains(page, "https://example.org/open")
    client.force_login(focal_point)
    assertContains(client.get(point.get_absolute_url()), "Secret plan [en]")


def test_long_decision_is_offered_by_its_beginning(client, make, point, focal_point):
    decision = make_decision(make, make_meeting(make, state="adopted", date="2026-10-01"), text="Days " * 40)
    client.force_login(focal_point)

    page = client.get(reverse("meetings:evidence_create", args=[point.pk]))

    label = page.context["form"]["decision"].field.label_from_instance(decision)
    assert label.startswith(f"{decision.number} Days Days")
    assert label.endswith("…")
    assertContains(page, label)


def test_what_the_person_does_not_see_cannot_be_given(client, make, point, focal_point, fao):
    foreign = make_initiative(make, state="draft", lead=fao)
    secret = make_document(make, point.meeting, level="secretariat")
    client.force_login(focal_point)

    assertContains(give(client, point, initiative=foreign.pk), "Select a valid choice.")
    assertContains(give(client, point, document=secret.pk), "Select a valid choice.")
    assertContains(give(client, point), "Give a link, choose a record or add a file.")
    give(client, point, url="https://example.org/note")
    assertContains(give(client, point, url="https://example.org/note"), "This is given as evidence already.")

    assert point.evidence.count() == 1


def test_file_is_read_by_the_members(client, make, point, focal_point, other_focal_point):
    client.force_login(focal_point)
    give(client, point, file=SimpleUploadedFile("Photo.pdf", pdf()))
    address = File.objects.get().get_absolute_url()

    client.force_login(other_focal_point)
    assert client.get(address).status_code == 200
    client.force_login(make.person("stranger@example.org"))
    assert client.get(address).status_code == 404
    client.logout()
    assert client.get(address).status_code == 404


def test_evidence_is_taken_away_only_before_the_report(client, point, focal_point, other_focal_point):
    piece = point.evidence.create(url="https://example.org/note")
    other = point.evidence.create(url="https://example.org/other")
    address = reverse("meetings:evidence_delete", args=[piece.pk])
    client.force_login(other_focal_point)
    assert client.post(address).status_code == 403
    client.force_login(focal_point)
    assertContains(client.get(address), "https://example.org/note")
    client.post(address)
    assert list(point.evidence.all()) == [other]

    ACTION_POINT.perform(point, "report_done", by=focal_point, reason="Done.")

    assert client.post(reverse("meetings:evidence_delete", args=[other.pk])).status_code == 403
    assertNotContains(client.get(point.get_absolute_url()), "Take away")


def test_piece_of_evidence_is_one_thing(make, point, ilo):
    initiative = make_initiative(make, lead=ilo)
    point.evidence.create(initiative=initiative)

    for name, fields in [
        ("action_point_evidence_is_one_thing", {}),
        ("action_point_evidence_is_one_thing", {"initiative": initiative, "url": "https://example.org/"}),
        ("action_point_evidence_initiative_once", {"initiative": initiative}),
    ]:
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            ActionPointEvidence.objects.create(action_point=point, **fields)


# The secretariat passes on what an owner told it


def test_secretariat_reports_for_an_owner_that_told_it_and_another_officer_verifies(
    client, make, meeting, ilo, secretariat, focal_point
):
    point = make_action_point(make, meeting, ilo)
    client.force_login(secretariat)
    report = point.get_transition_url("report_on_behalf")
    assertContains(client.post(report), "add a note on its behalf", status_code=409)
    note = {"text": "The note was sent.", "original_language": "en", "entity": ilo.pk}
    assertContains(client.post(point.get_absolute_url(), note), "Say how the entity told you.")

    client.post(point.get_absolute_url(), note | {"channel": "phone"})
    client.post(report)

    point.refresh_from_db()
    assert (point.state, point.reported_by) == ("reported_done", secretariat)
    assert (point.notes.get().entity, point.notes.get().author) == (ilo, secretariat)
    assertContains(client.get(point.get_absolute_url()), "told to the secretariat: By telephone")
    assert Notification.objects.filter(person=focal_point, params__event="report_on_behalf").exists()
    assert not ACTION_POINT.can(point, "verify", secretariat)
    assert ACTION_POINT.can(point, "verify", make.officer("second@unossc.example"))


def test_note_from_before_the_reopening_does_not_count(make, meeting, ilo, secretariat):
    point = make_action_point(make, meeting, ilo)
    ProgressNote.objects.create(action_point=point, entity=ilo, author=secretariat, channel="mail", text_en="Done.")
    reported = ACTION_POINT.perform(point, "report_on_behalf", by=secretariat)
    reopened = ACTION_POINT.perform(reported, "reopen", by=secretariat, reason="The figures lack.")

    with pytest.raises(TransitionRefused):
        ACTION_POINT.perform(reopened, "report_on_behalf", by=secretariat)


def test_people_of_an_owner_write_for_it_and_name_no_other(client, make, meeting, ilo, fao, contributor):
    point = make_action_point(make, meeting, ilo, fao)
    client.force_login(contributor)

    client.post(
        point.get_absolute_url(),
        {"text": "Begun.", "original_language": "en", "entity": fao.pk, "channel": "mail"},
    )

    assert (point.notes.get().entity, point.notes.get().channel) == (ilo, "")
    with pytest.raises(IntegrityError, match="progress_note_on_behalf_of_an_entity"), transaction.atomic():
        ProgressNote.objects.create(action_point=point, channel="mail", text_en="By whom?")


# The due date


def test_moved_date_is_shown_and_owners_are_told(client, make, meeting, ilo, secretariat, focal_point, contributor):
    point = make_action_point(make, meeting, ilo, due=date(2026, 12, 1))
    client.force_login(secretariat)

    for day in ("2026-12-15", "2027-01-20"):
        point.refresh_from_db()
        data = {
            "owners": [ilo.pk],
            "due": day,
            "original_language": "en",
            "text_en": "Share.",
            "version": point.version,
        }
        client.post(point.get_edit_url(), data)

    page = client.get(point.get_absolute_url()).text
    moves = re.findall(r'Moved from <time datetime="(.*?)">.*? to <time datetime="(.*?)">', page)
    assert moves == [("2026-12-15", "2027-01-20"), ("2026-12-01", "2026-12-15")]
    told = Notification.objects.filter(params__sentence="due_moved")
    assert [notification.person for notification in told] == [focal_point, focal_point]
