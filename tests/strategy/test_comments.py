"""The talk about one answer between the secretariat and the entity."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertRedirects

from strategy.models import Answer, AnswerComment, Report
from tests.strategy.factory import make_report


def comment(client, person, report, code="1.3", **data):
    client.force_login(person)
    return client.post(reverse("strategy:answer_comment", args=[report.pk, code]), {"text": "How many?"} | data)


def test_secretariat_comments_and_the_review_begins(client, secretariat, submitted):
    response = comment(client, secretariat, submitted, follow_up="on")

    assertRedirects(response, f"{submitted.get_absolute_url()}#q-1.3", fetch_redirect_response=False)
    written = AnswerComment.objects.get()
    assert (written.by, written.is_secretariat, written.answer.follow_up) == (secretariat, True, True)
    assert Report.objects.get().review_began_at is not None


def test_entity_replies_and_sees_the_talk(client, secretariat, contributor, submitted):
    comment(client, secretariat, submitted)

    response = comment(client, contributor, submitted, text="Twelve")

    page = client.get(response["Location"].split("#")[0])
    assertContains(page, "How many?")
    assertContains(page, "Twelve")
    assert not AnswerComment.objects.get(text="Twelve").is_secretariat


def test_reply_of_the_entity_does_not_begin_the_review(client, contributor, submitted):
    comment(client, contributor, submitted)

    assert Report.objects.get().review_began_at is None


def test_entity_cannot_mark_an_answer_for_follow_up(client, contributor, submitted):
    comment(client, contributor, submitted, follow_up="on")

    assert not Answer.objects.filter(follow_up=True).exists()


def test_question_without_an_answer_can_be_commented(client, secretariat, submitted):
    comment(client, secretariat, submitted, code="2.2")

    assert AnswerComment.objects.get().answer.question.code == "2.2"


@pytest.mark.parametrize(
    ("text", "error"), [("", "Write your comment first."), ("A" * 4001, "at most 4000 characters")]
)
def test_comment_that_cannot_be_sent_stays_on_the_page(client, secretariat, submitted, text, error):
    response = comment(client, secretariat, submitted, text=text)

    assertContains(response, error)
    assertContains(response, text)
    assert not AnswerComment.objects.exists()


def test_unknown_question_is_not_found(client, secretariat, submitted):
    assert comment(client, secretariat, submitted, code="9.9").status_code == 404


def test_secretariat_cannot_comment_on_a_draft(client, make, cycle, ilo, secretariat):
    draft = make_report(make, entity=ilo, cycle=cycle, number=1)

    assert comment(client, secretariat, draft).status_code == 403


def test_other_entity_cannot_comment(client, other_focal_point, submitted):
    assert comment(client, other_focal_point, submitted).status_code == 404


def test_comment_is_shown_as_text(client, secretariat, submitted):
    comment(client, secretariat, submitted, text="<b>bold</b>")

    assertContains(client.get(submitted.get_absolute_url()), "&lt;b&gt;bold&lt;/b&gt;")
