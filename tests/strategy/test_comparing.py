"""Two versions of a report, answer by answer, and what the secretariat asked between them."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from strategy.models import Answer, Report
from strategy.workflow import REPORT, comment_on


@pytest.fixture
def revised(make, questionnaire, submitted, secretariat, focal_point):
    """Returned with two questions of the secretariat; the entity is revising it and changed one answer."""
    questions = {question.code: question for question in questionnaire.questions}
    comment_on(submitted, questions["1.3"], "How many in all?", secretariat)
    comment_on(submitted, questions["1.2"], "Is it a means?", secretariat)
    report = REPORT.perform(Report.objects.get(pk=submitted.pk), "return", by=secretariat, reason="Two questions.")
    report = REPORT.perform(report, "revise", by=focal_point)
    Answer.objects.filter(report=report, question__code="1.3").update(value=99)
    return report


def compare(client, person, report, **query):
    client.force_login(person)
    return client.get(reverse("strategy:report_compare", args=[report.pk]), query)


def test_entity_sees_what_was_asked_and_what_it_changed_so_far(client, focal_point, revised):
    page = compare(client, focal_point, revised)

    for words in ("Two questions.", "How many in all?", "What you changed", "+87"):
        assertContains(page, words)
    assert [row.question.code for row in page.context["changed"]] == ["1.3"]
    assert [row.question.code for row in page.context["unanswered"]] == ["1.2"]
    assert [row.question.code for row in page.context["same"]] == ["1.1", "2.1"]


def test_secretariat_compares_submissions_and_never_the_draft(client, secretariat, focal_point, revised):
    assertContains(compare(client, secretariat, revised), "There is only one version")
    assert compare(client, secretariat, revised, a="1", b="draft").status_code == 200
    assertNotContains(compare(client, secretariat, revised, a="1", b="draft"), "99")

    REPORT.perform(revised, "submit", by=focal_point)

    page = compare(client, secretariat, revised, a="2", b="1")
    assertContains(page, "What the entity changed")
    assert (page.context["old"].key, page.context["new"].key) == ("1", "2")
    assert compare(client, secretariat, revised, a="1", b="7").status_code == 404


def test_page_of_the_report_says_whose_turn_it_is_and_who_did_what(client, focal_point, secretariat, revised):
    client.force_login(focal_point)
    page = client.get(revised.get_absolute_url())
    assertContains(page, "Whose turn it is")
    assert page.context["turn"].of == "entity"
    report = REPORT.perform(revised, "submit", by=focal_point)
    page = client.get(report.get_absolute_url())
    assert (page.context["turn"].of, page.context["turn"].since is not None) == ("secretariat", True)

    report = REPORT.perform(report, "accept", by=secretariat)

    turn = client.get(report.get_absolute_url()).context["turn"]
    assert (turn.of, turn.accepted_by) == ("", secretariat)
    REPORT.perform(report, "reopen", by=secretariat, reason="A figure is wrong.")
    page = client.get(report.get_absolute_url())
    assertContains(page, "It counts until a new version is accepted.")


def test_reviewer_sees_what_changed_since_the_last_version(client, focal_point, secretariat, returned):
    report = REPORT.perform(returned, "revise", by=focal_point)
    Answer.objects.filter(question__code="1.3").update(value=99)
    report = REPORT.perform(report, "submit", by=focal_point)
    client.force_login(secretariat)

    assertContains(client.get(report.get_absolute_url()), "Differs from version 1", count=1)
    assertNotContains(client.get(report.get_absolute_url() + "?submission=1"), "Differs from")


def test_first_version_differs_from_nothing(client, focal_point, draft):
    client.force_login(focal_point)

    assertNotContains(client.get(draft.get_absolute_url()), "Differs from")
    assert Report.objects.get().number == 0
