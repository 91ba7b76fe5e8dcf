"""Who sees a report, who reads its text, who writes it."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from strategy.models import Answer, AnswerComment, Evidence, Report, Submission
from strategy.workflow import REPORT
from tests.initiatives.factory import make_initiative
from tests.strategy.factory import make_report

SECRET = "Texte de la réponse"


@pytest.fixture(params=["draft", "submitted", "returned", "accepted"])
def report(request, make, cycle, ilo):
    return make_report(make, entity=ilo, cycle=cycle, state=request.param, complete=True)


def test_own_people_read_every_answer(client, contributor, report):
    client.force_login(contributor)

    response = client.get(report.get_absolute_url())

    assert SECRET in response.content.decode()


def test_other_entity_does_not_find_the_report(client, other_focal_point, report):
    client.force_login(other_focal_point)

    assert client.get(report.get_absolute_url()).status_code == 404
    assert not Report.objects.visible_to(other_focal_point).exists()
    assert not Submission.objects.visible_to(other_focal_point).exists()
    assert not Answer.objects.visible_to(other_focal_point).exists()


def test_secretariat_reads_the_text_once_it_is_submitted(client, secretariat, report):
    client.force_login(secretariat)

    page = client.get(report.get_absolute_url()).content.decode()

    assert (SECRET in page) == (report.state != "draft")
    assert Answer.objects.visible_to(secretariat).exists() == (report.state != "draft")


def test_secretariat_sees_how_far_a_draft_is(client, secretariat, draft):
    client.force_login(secretariat)

    page = client.get(draft.get_absolute_url()).content.decode()

    assert "The secretariat sees how far it is, not its text." in page
    assert "3 of 3" in page


def test_draft_that_was_submitted_before_keeps_its_new_text_from_the_secretariat(client, secretariat, draft, make):
    submitted_before = draft
    submitted_before.number = 1
    submitted_before.save()
    client.force_login(secretariat)

    assert SECRET not in client.get(draft.get_absolute_url()).content.decode()


def test_secretariat_reads_an_earlier_submission_while_the_entity_revises(client, secretariat, returned):
    answer = returned.answers.get(question__code="2.1")
    answer.text = "Texte nouveau"
    answer.save()
    Report.objects.filter(pk=returned.pk).update(state="draft")
    client.force_login(secretariat)

    page = client.get(returned.get_absolute_url() + "?submission=1").content.decode()

    assert SECRET in page
    assert "Texte nouveau" not in page


@pytest.mark.parametrize("number", ["2", "0", "x", "1" * 30, "-1"])
def test_submission_that_does_not_exist_is_not_found(client, focal_point, submitted, number):
    client.force_login(focal_point)

    assert client.get(f"{submitted.get_absolute_url()}?submission={number}").status_code == 404


def test_only_drafts_are_written_and_only_by_the_entity(make, contributor, focal_point, secretariat, report):
    is_draft = report.state == "draft"

    assert Report.objects.editable_by(contributor).exists() == is_draft
    assert Report.objects.editable_by(focal_point).exists() == is_draft
    assert not Report.objects.editable_by(secretariat).exists()


def test_secretariat_reads_and_writes_what_it_entered_on_behalf(make, cycle, ilo, secretariat):
    report = make_report(make, entity=ilo, cycle=cycle, channel="secretariat")

    assert Report.objects.editable_by(secretariat).get() == report
    assert Report.objects.with_text_for(secretariat).get() == report


def test_comments_are_seen_by_the_two_sides_only(submitted, focal_point, secretariat, other_focal_point):
    AnswerComment.objects.create(
        answer=submitted.answers.first(), by=secretariat, is_secretariat=True, text="How many?"
    )

    assert AnswerComment.objects.visible_to(focal_point).exists()
    assert AnswerComment.objects.visible_to(secretariat).exists()
    assert not AnswerComment.objects.visible_to(other_focal_point).exists()


@pytest.mark.parametrize(("state", "read"), [("published", {"1.1", "1.2", "1.3"}), ("closed", set())])
def test_visitor_reads_public_answers_of_published_cycles_only(accepted, cycle, state, read):
    from django.contrib.auth.models import AnonymousUser

    cycle.state = state
    cycle.save()

    visible = Answer.objects.visible_to(AnonymousUser())

    assert set(visible.values_list("question__code", flat=True)) == read


def test_members_read_answers_for_members_in_published_cycles(accepted, cycle, other_focal_point):
    cycle.state = "published"
    cycle.save()

    codes = set(Answer.objects.visible_to(other_focal_point).values_list("question__code", flat=True))

    assert codes == {"1.1", "1.2", "1.3", "2.1"}


# What the entity wrote since, or took back


def test_recalled_version_is_kept_from_the_secretariat_until_it_is_submitted_again(
    client, focal_point, secretariat, submitted
):
    report = REPORT.perform(submitted, "recall", by=focal_point)
    version = f"{report.get_absolute_url()}?submission=1"
    client.force_login(secretariat)

    assert client.get(version).status_code == 404
    assert "Version 1<" not in client.get(report.get_absolute_url()).content.decode()
    assert not Submission.objects.visible_to(secretariat).exists()
    assert Submission.objects.visible_to(focal_point).exists()

    REPORT.perform(report, "submit", by=focal_point)
    assert client.get(version).status_code == 200


def test_version_shows_the_evidence_that_was_submitted_and_not_what_was_added_since(
    client, focal_point, secretariat, draft
):
    answer = draft.answers.get(question__code="1.3")
    Evidence.objects.create(answer=answer, url="https://un.example/then")
    report = REPORT.perform(draft, "submit", by=focal_point)
    report = REPORT.perform(report, "return", by=secretariat, reason="More")
    report = REPORT.perform(report, "revise", by=focal_point)
    Evidence.objects.create(answer=answer, url="https://un.example/since")
    client.force_login(secretariat)

    page = client.get(f"{report.get_absolute_url()}?submission=1").content.decode()

    assert "https://un.example/then" in page
    assert "https://un.example/since" not in page


def test_secretariat_reads_what_the_entity_says_of_a_draft_once_it_is_submitted(draft, contributor, secretariat):
    answer = draft.answers.first()
    AnswerComment.objects.create(answer=answer, by=contributor, text="Not for you yet")
    AnswerComment.objects.create(answer=answer, by=secretariat, text="Our question", is_secretariat=True)

    assert [comment.text for comment in AnswerComment.objects.visible_to(secretariat)] == ["Our question"]
    Report.objects.update(state="submitted", number=1, submitted_at=timezone.now())
    assert AnswerComment.objects.visible_to(secretariat).count() == 2


def test_report_that_the_secretariat_entered_is_the_entitys_own_once_it_revises(
    make, cycle, ilo, focal_point, secretariat
):
    report = make_report(make, entity=ilo, cycle=cycle, state="returned", channel="secretariat")

    report = REPORT.perform(report, "revise", by=focal_point)

    assert not Report.objects.with_text_for(secretariat).exists()
    assert not Report.objects.editable_by(secretariat).exists()
    assert Report.objects.editable_by(focal_point).get() == report


def test_evidence_names_no_initiative_that_the_reader_does_not_see(client, make, fao, ilo, secretariat, submitted):
    hidden = make_initiative(make, lead=ilo, state="draft", title="Hidden title")
    Evidence.objects.create(answer=submitted.answers.first(), initiative=hidden)
    client.force_login(secretariat)

    assert "Hidden title" not in client.get(submitted.get_absolute_url()).content.decode()
    assert not Evidence.objects.visible_to(secretariat).exists()


def test_answer_to_a_question_that_applies_no_more_was_not_submitted_and_stays_with_its_writers(
    contributor, focal_point, secretariat, draft
):
    Answer.objects.filter(report=draft, question__code="1.1").update(value="no")
    Answer.objects.filter(report=draft, question__code="1.2").update(text="Not for them")
    report = REPORT.perform(draft, "submit", by=focal_point)
    answers = Answer.objects.filter(question__code="1.2")

    assert not answers.visible_to(secretariat).exists()
    assert answers.visible_to(contributor).exists()

    report = REPORT.perform(report, "accept", by=secretariat)
    report.cycle.state = "published"
    report.cycle.save()
    assert not answers.visible_to(AnonymousUser()).exists()
    assert Answer.objects.filter(question__code="1.1").visible_to(AnonymousUser()).exists()
