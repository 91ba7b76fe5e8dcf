"""The admin of this room, under the same rights as its pages."""

import pytest
from django.apps import apps
from django.urls import reverse
from pghistory.models import Event
from pytest_django.asserts import assertContains, assertNotContains

from strategy.consolidated_snapshot import take
from strategy.models import (
    AnswerComment,
    AnswerReview,
    Column,
    ConsolidatedReport,
    Evidence,
    NarrativeChoice,
    Question,
    Reminder,
    SectionAssignment,
    SnapshotPaper,
    SubmittedFile,
)
from tests.core.factory import make_file
from tests.factory import in_six_languages
from tests.strategy.factory import make_extension, make_framework, make_report

# Not the tables of the history, nor the proxies on which its triggers hang.
MODELS = [
    model._meta.model_name
    for model in apps.get_app_config("strategy").get_models(include_auto_created=False)
    if not issubclass(model, Event) and not model._meta.proxy
]
WRITTEN_ON_PAGES = {"report", "answer", "answercomment", "submission", "submittedfile", "evidence"}
WRITTEN_ON_PAGES |= {"answerreview", "extension", "reminder", "sectionassignment"}
WRITTEN_ON_PAGES |= {"narrativechoice", "cyclesnapshot", "snapshotpaper"}


@pytest.fixture
def one_of_each(make, submitted, secretariat):
    make_framework(make)
    Column.objects.create(question=Question.objects.get(code="1.3"), code="a", **in_six_languages("label", "A"))
    make_extension(submitted.cycle, submitted.entity)
    Reminder.objects.create(cycle=submitted.cycle, entity=submitted.entity, due_on=submitted.cycle.due_on, days=7)
    question = Question.objects.get(code="2.1")
    consolidated = ConsolidatedReport.objects.create(cycle=submitted.cycle)
    NarrativeChoice.objects.create(consolidated=consolidated, question=question)
    SectionAssignment.objects.create(report=submitted, section=question.section, person=secretariat)
    snapshot = take(submitted.cycle, by=secretariat)
    words = {"edition": "public", "language": "en", "name": "report.pdf"}
    SnapshotPaper.objects.create(snapshot=snapshot, file=make_file(secretariat), **words)
    answer = submitted.answers.first()
    AnswerComment.objects.create(answer=answer, by=secretariat, is_secretariat=True, text="Why?")
    Evidence.objects.create(answer=answer, url="https://www.un.org/")
    AnswerReview.objects.create(submission=submitted.submissions.get(), question=answer.question, by=secretariat)
    SubmittedFile.objects.create(submission=submitted.submissions.get(), file=make_file(secretariat))


@pytest.mark.parametrize("model", MODELS)
def test_list_search_and_form_open_for_the_secretariat(client, secretariat, one_of_each, model):
    client.force_login(secretariat)
    record = apps.get_model("strategy", model).objects.first()

    changelist = reverse(f"admin:strategy_{model}_changelist")
    for url in (
        changelist,
        f"{changelist}?q=1",
        reverse(f"admin:strategy_{model}_change", args=[record.pk]),
    ):
        assert client.get(url).status_code == 200, url


@pytest.mark.parametrize("model", sorted(set(MODELS) - WRITTEN_ON_PAGES))
def test_secretariat_can_add(client, secretariat, one_of_each, model):
    client.force_login(secretariat)

    assert client.get(reverse(f"admin:strategy_{model}_add")).status_code == 200


@pytest.mark.parametrize("model", sorted(WRITTEN_ON_PAGES))
def test_what_entities_said_is_not_typed_in_the_admin(client, administrator, secretariat, one_of_each, model):
    client.force_login(administrator)

    assert client.get(reverse(f"admin:strategy_{model}_add")).status_code == 403


def test_text_of_a_draft_is_not_in_the_admin(client, secretariat, draft):
    client.force_login(secretariat)
    answer = draft.answers.get(question__code="2.1")

    assertNotContains(client.get(reverse("admin:strategy_answer_changelist")), "Texte de la réponse")
    response = client.get(reverse("admin:strategy_answer_change", args=[answer.pk]), follow=True)
    assertNotContains(response, "Texte de la réponse")


def test_text_of_a_submitted_report_is(client, secretariat, submitted):
    client.force_login(secretariat)
    answer = submitted.answers.get(question__code="2.1")

    assertContains(client.get(reverse("admin:strategy_answer_change", args=[answer.pk])), "Texte de la réponse")


def test_report_is_accepted_from_the_list(client, secretariat, submitted):
    client.force_login(secretariat)

    client.post(
        reverse("admin:strategy_report_changelist"),
        {"action": "transition_accept", "_selected_action": [submitted.pk]},
    )

    submitted.refresh_from_db()
    assert submitted.state == "accepted"


def test_draft_of_an_entity_is_not_submitted_from_the_list(client, administrator, make, cycle, ilo):
    draft = make_report(make, entity=ilo, cycle=cycle, complete=True)
    client.force_login(administrator)

    response = client.post(
        reverse("admin:strategy_report_changelist"),
        {"action": "transition_submit", "_selected_action": [draft.pk]},
        follow=True,
    )

    assertContains(response, "you may not do this")
    draft.refresh_from_db()
    assert draft.state == "draft"


def test_question_that_entities_were_asked_is_not_deleted_in_the_administration(client, administrator, make, cycle):
    client.force_login(administrator)
    question = Question.objects.get(code="1.3")
    several = {"action": "delete_selected", "_selected_action": [question.pk], "post": "yes"}

    delete = reverse("admin:strategy_question_delete", args=[question.pk])
    assert client.post(delete, {"post": "yes"}).status_code == 403
    client.post(reverse("admin:strategy_question_changelist"), several | {f"version-{question.pk}": question.version})

    assert Question.objects.filter(pk=question.pk).exists()
    cycle.reports.all().delete()
    type(cycle).objects.update(state="planned")
    client.post(reverse("admin:strategy_question_changelist"), several | {f"version-{question.pk}": question.version})
    assert not Question.objects.filter(pk=question.pk).exists()
