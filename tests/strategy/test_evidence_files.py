"""Files as evidence, where nothing else fits: for the entity's people and, once submitted, for the secretariat."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, connection, transaction
from django.db.models import ProtectedError
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from core.files import owners
from core.files.sweeping import discard, sweep
from core.models import File
from strategy.models import Evidence, Question
from strategy.workflow import REPORT
from tests.core.factory import make_file
from tests.core.samples import pdf
from tests.strategy.factory import make_report


def save(client, person, report, code="1.3", **fields):
    client.force_login(person)
    question = Question.objects.get(code=code)
    data = {f"q{question.pk}-value": "12"} | {
        name if name == "autosave" else f"q{question.pk}-{name}": value for name, value in fields.items()
    }
    return client.post(report.get_edit_url(question.section.code), data)


def sent(content=None, name="Survey.pdf"):
    return SimpleUploadedFile(name, pdf() if content is None else content)


@pytest.fixture
def reads(client):
    """Status that the person gets for a file."""

    def ask(person, file):
        client.force_login(person)
        return client.get(file.get_absolute_url()).status_code

    return ask


def file_of(report, person, code="1.3", name="Survey.pdf"):
    answer = report.answers.get(question__code=code)
    return Evidence.objects.create(answer=answer, file=make_file(person, name)).file


def publish(report, by):
    REPORT.perform(report, "accept", by=by)
    report.cycle.state = "published"
    report.cycle.save()


def test_file_that_was_uploaded_before_becomes_evidence_and_is_shown(client, contributor, draft):
    file = make_file(contributor, "مسح.pdf")

    save(client, contributor, draft, **{"file-token": file.token})

    assert Evidence.objects.get().file == file
    page = client.get(draft.get_absolute_url())
    assertContains(page, file.get_absolute_url())
    assertContains(page, "<bdi>مسح.pdf</bdi>", html=True)
    assertContains(page, file.sha256)


def test_without_script_the_form_sends_the_file_itself(client, contributor, draft):
    save(client, contributor, draft, file=sent())

    file = Evidence.objects.get().file
    assert (file.name, file.uploaded_by) == ("Survey.pdf", contributor)
    assert file.open().read() == pdf()


def test_refused_file_is_said_beside_its_answer_and_the_rest_stays(client, contributor, draft):
    response = save(client, contributor, draft, url="https://www.un.org/", file=sent(b"<html>", "Survey.html"))

    assertContains(response, "Survey.html: Web pages and drawings that can hold scripts are not kept.")
    assertContains(response, 'value="https://www.un.org/"')
    assert not Evidence.objects.exists()


def test_file_survives_an_error_elsewhere_in_the_answer(client, contributor, draft):
    response = save(client, contributor, draft, url="no link", file=sent())

    file = File.objects.get()
    question = Question.objects.get(code="1.3")
    assertContains(response, f'name="q{question.pk}-file-token" value="{file.token}"')
    save(client, contributor, draft, **{"file-token": file.token})
    assert Evidence.objects.get().file == file


def test_uploaded_file_is_kept_while_the_draft_saves_itself_and_given_by_the_button(client, contributor, draft):
    file = make_file(contributor)

    save(client, contributor, draft, **{"file-token": file.token, "autosave": "1"})

    assert not Evidence.objects.exists()
    assertContains(client.get(draft.get_edit_url("1")), f'value="{file.token}"')
    assert owners.named_in_drafts([file.token]) == {file.token}
    save(client, contributor, draft, **{"file-token": file.token})
    assert Evidence.objects.get().file == file
    assert owners.named_in_drafts([file.token]) == set()


def test_form_that_is_sent_twice_gives_the_file_once(client, contributor, draft):
    file = make_file(contributor)

    for _attempt in range(2):
        response = save(client, contributor, draft, **{"file-token": file.token})

    assert response.status_code == 302
    assert Evidence.objects.get().file == file


@pytest.mark.parametrize("whose", ["colleague", "other report"])
def test_file_of_somebody_else_cannot_be_given(client, contributor, focal_point, draft, make, fao, cycle, whose):
    if whose == "colleague":
        file = make_file(focal_point)
    else:
        file = file_of(make_report(make, entity=fao, cycle=cycle, complete=True), contributor)

    response = save(client, contributor, draft, **{"file-token": file.token})

    assertContains(response, "This file is not here any more. Choose it again.")
    assert not draft.answers.filter(evidence__isnull=False).exists()


def test_file_is_taken_away(client, contributor, draft):
    file = file_of(draft, contributor)

    save(client, contributor, draft, removed=[str(Evidence.objects.get().pk)])

    assert not Evidence.objects.exists()
    assertNotContains(client.get(draft.get_absolute_url()), file.token)


def test_file_is_for_the_entitys_people_and_once_submitted_for_the_secretariat(
    reads, contributor, focal_point, other_focal_point, secretariat, draft
):
    file = file_of(draft, contributor)
    readers = (contributor, focal_point, secretariat, other_focal_point)
    assert [reads(person, file) for person in readers] == [200, 200, 404, 404]

    REPORT.perform(draft, "submit", by=focal_point)

    assert [reads(person, file) for person in readers] == [200, 200, 200, 404]


def test_file_is_not_published_with_its_answer(
    client, reads, contributor, focal_point, other_focal_point, secretariat, draft
):
    file = file_of(draft, contributor, name="Zzsecret.pdf")
    publish(REPORT.perform(draft, "submit", by=focal_point), secretariat)

    assert reads(other_focal_point, file) == 404
    for address in (draft.cycle.get_absolute_url(), draft.entity.get_absolute_url()):
        assertNotContains(client.get(address), "Zzsecret")
    client.logout()
    assert client.get(file.get_absolute_url()).status_code == 404
    assertNotContains(client.get(draft.cycle.get_absolute_url()), "Zzsecret")


def test_submission_keeps_the_file_when_the_answer_lets_it_go(
    client, reads, contributor, focal_point, other_focal_point, secretariat, draft
):
    file = file_of(draft, contributor)
    report = REPORT.perform(draft, "submit", by=focal_point)
    kept = report.submissions.get().answers["1.3"]["evidence"]
    assert kept == [{"file": file.token, "name": "Survey.pdf", "sha256": file.sha256}]
    report = REPORT.perform(report, "return", by=secretariat, reason="More")
    report = REPORT.perform(report, "revise", by=focal_point)

    save(client, contributor, report, removed=[str(Evidence.objects.get().pk)])

    readers = (contributor, secretariat, other_focal_point)
    assert [reads(person, file) for person in readers] == [200, 200, 404]
    client.force_login(secretariat)
    assertContains(client.get(f"{report.get_absolute_url()}?submission=1"), file.sha256)
    assertNotContains(client.get(report.get_absolute_url()), file.token)


def test_file_of_a_recalled_submission_is_the_entitys_own_again(reads, contributor, focal_point, secretariat, draft):
    file = file_of(draft, contributor)
    REPORT.perform(REPORT.perform(draft, "submit", by=focal_point), "recall", by=focal_point)
    Evidence.objects.all().delete()

    assert [reads(person, file) for person in (contributor, secretariat)] == [200, 404]


def test_submitted_file_is_never_swept_and_cannot_be_deleted(contributor, focal_point, draft):
    file = file_of(draft, contributor)
    loose = make_file(contributor)
    REPORT.perform(draft, "submit", by=focal_point)
    Evidence.objects.all().delete()
    File.objects.update(changed_at=timezone.now() - timedelta(days=400))

    assert sweep().orphans == 1

    assert not File.objects.filter(pk=loose.pk).exists()
    assert file.open().read() == pdf()
    with pytest.raises(ProtectedError):
        discard(file)


@pytest.mark.parametrize(
    "change", ["UPDATE strategy_submittedfile SET file_id = 0", "DELETE FROM strategy_submittedfile"]
)
def test_database_refuses_to_change_what_a_submission_keeps(contributor, focal_point, draft, change):
    file_of(draft, contributor)
    REPORT.perform(draft, "submit", by=focal_point)

    with pytest.raises(DatabaseError, match="immutable"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(change)


def test_reviewer_sees_that_another_file_stands_under_the_same_answer(
    client, contributor, focal_point, secretariat, draft
):
    file_of(draft, contributor)
    report = REPORT.perform(draft, "submit", by=focal_point)
    report = REPORT.perform(report, "return", by=secretariat, reason="More")
    report = REPORT.perform(report, "revise", by=focal_point)
    Evidence.objects.all().delete()
    file_of(report, contributor, name="Better.pdf")
    report = REPORT.perform(report, "submit", by=focal_point)
    client.force_login(secretariat)

    page = client.get(report.get_absolute_url())

    assertContains(page, "Differs from version 1", count=1)
    assertContains(page, "Better.pdf")


@pytest.mark.parametrize("way", ["token", "file"])
def test_file_travels_over_the_page_that_compares_two_answers(client, contributor, focal_point, draft, way):
    answer = draft.answers.get(question__code="1.3")
    began_from = str(answer.version)
    answer.value, answer.changed_by = 77, focal_point
    answer.save()
    given = {"file-token": make_file(contributor).token} if way == "token" else {"file": sent(name="Paper.pdf")}

    response = save(client, contributor, draft, version=began_from, **given)

    assert response.status_code == 409
    assertContains(response, "<bdi>Paper.pdf</bdi>", status_code=409, html=True)
    assert not Evidence.objects.exists()
    client.post(draft.get_edit_url("1"), dict(response.context["carried"]) | {"resolve": "overwrite"})
    assert Evidence.objects.get().file.name == "Paper.pdf"
