"""The review of a report: beside the last cycle, marks on answers, rights of officers, the queue, the list of flags."""

import re

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from core.models import TransitionEvent
from entities.models import Appointment, Role
from strategy.models import Answer, AnswerComment, AnswerReview, Report
from strategy.reviewing import current_submission, look_at
from strategy.workflow import REPORT
from tests.strategy.factory import ANSWERS, make_cycle, make_report


def url(report, show=""):
    return reverse("strategy:review", args=[report.pk]) + (f"?show={show}" if show else "")


def look(client, report, code, show="", **data):
    return client.post(reverse("strategy:look", args=[report.pk, code]) + (f"?show={show}" if show else ""), data)


@pytest.fixture
def report(make, questionnaire, cycle, ilo):
    """Submitted: 1.1 and 1.2 unchanged since last year, 1.3 changed from 8 to 12, 2.1 new."""
    past = make_cycle(make, slug="past", year=2025, state="published", questionnaire=questionnaire, entities=[ilo])
    last = {"1.1": {"value": "yes"}, "1.2": {"value": "means"}, "1.3": {"value": 8}}
    make_report(make, entity=ilo, cycle=past, state="accepted", answers=last)
    carried = {"1.1": "unchanged", "1.2": "unchanged", "1.3": "changed", "2.1": ""}
    answers = {code: fields | {"carried_over": carried[code]} for code, fields in ANSWERS.items()}
    return make_report(make, entity=ilo, cycle=cycle, state="submitted", answers=answers)


@pytest.fixture
def officer(client, secretariat):
    client.force_login(secretariat)
    return client


def shown(response):
    return re.findall(r'<article[^>]* id="q-([\d.]+)"', response.content.decode())


def test_answers_stand_beside_those_of_the_last_cycle_with_the_difference(officer, report):
    response = officer.get(url(report))

    assert shown(response) == ["1.1", "1.2", "1.3", "2.1", "2.2"]
    assertContains(response, "+4")
    assertContains(response, "+50%")
    assertContains(response, "<b>0</b> of 4", html=False)


def test_reviewer_reads_what_may_be_wrong_and_whether_the_writer_said_that_it_is_right(officer, report):
    answer = report.answers.get(question__code="1.3")
    assertNotContains(officer.get(url(report)), "far from the last cycle")

    answer.value = 100
    answer.save()
    page = officer.get(url(report))
    assertContains(page, "100 is far from the last cycle’s 8", count=1)
    assertNotContains(page, "It is right")

    answer.checked_value = 100
    answer.save()
    assertContains(officer.get(url(report)), "It is right", count=1)


@pytest.mark.parametrize(
    ("show", "codes"),
    [
        ("changed", ["1.3"]),
        ("new", ["2.1"]),
        ("comments", ["1.2"]),
        ("flagged", ["1.2"]),
        ("open", ["1.1", "1.2", "2.1"]),
    ],
)
def test_filters_of_a_review(officer, secretariat, report, show, codes):
    look_at(report, "1.3", secretariat)
    officer.post(
        reverse("strategy:review_comment", args=[report.pk, "1.2"]), {"text": "Which means?", "follow_up": "on"}
    )

    assert shown(officer.get(url(report, show))) == codes
    assert officer.get(url(report, "nonsense")).status_code == 404


def test_one_answer_after_the_other_is_looked_at_and_the_page_goes_on_with_the_next(officer, secretariat, report):
    response = look(officer, report, "1.1", show="open")

    assertRedirects(response, url(report, "open") + "#q-1.2", fetch_redirect_response=False)
    review = AnswerReview.objects.get()
    assert (review.question.code, review.by, review.how) == ("1.1", secretariat, "singly")
    report.refresh_from_db()
    assert report.review_began_at is not None
    look(officer, report, "1.1", back="1")
    assert not AnswerReview.objects.exists()
    assert look(officer, report, "9.9").status_code == 404


def test_all_unchanged_answers_are_accepted_in_one_act_of_the_log_and_taken_back(officer, secretariat, report):
    look_at(report, "1.1", secretariat)

    response = officer.post(report.get_transition_url("accept_unchanged"), follow=True)

    assertContains(response, "1 answer accepted as unchanged.")
    assert [(row.question.code, row.how) for row in AnswerReview.objects.all()] == [
        ("1.1", "singly"),
        ("1.2", "unchanged"),
    ]
    event = TransitionEvent.objects.of(report).get()
    assert (event.event, event.by, event.to_state) == ("accept_unchanged", secretariat, "submitted")
    assertContains(officer.get(report.get_absolute_url()), "Accept all unchanged answers")
    officer.post(report.get_transition_url("take_back_unchanged"))
    assert AnswerReview.objects.get().question.code == "1.1"
    assert TransitionEvent.objects.of(report).count() == 2


def test_who_accepts_is_told_what_nobody_looked_at_and_may_accept_all_the_same(officer, report):
    look(officer, report, "1.1")

    page = officer.get(report.get_transition_url("accept"))

    assertContains(page, "3 of 4 answers were not looked at: 1.2, 1.3, 2.1")
    officer.post(report.get_transition_url("accept"))
    report.refresh_from_db()
    assert report.state == "accepted"
    assert look(officer, report, "1.2").status_code == 403


def test_what_was_looked_at_and_says_the_same_in_the_next_version_stays_so(focal_point, secretariat, report):
    for code in ("1.2", "1.3"):
        look_at(report, code, secretariat)
    report = REPORT.perform(report, "return", by=secretariat, reason="How many?")
    report = REPORT.perform(report, "revise", by=focal_point)
    Answer.objects.filter(report=report, question__code="1.3").update(value=99)

    report = REPORT.perform(report, "submit", by=focal_point)

    reviews = current_submission(report).reviews.all()
    assert [(row.question.code, row.how, row.by) for row in reviews] == [("1.2", "earlier", secretariat)]


def test_comment_leads_back_to_the_review_and_an_empty_one_is_asked_for_there(officer, report):
    address = reverse("strategy:review_comment", args=[report.pk, "1.3"])

    assertRedirects(officer.post(address, {"text": "Why?"}), url(report) + "#q-1.3", fetch_redirect_response=False)
    assertContains(officer.post(address, {"text": ""}), "Write your comment first.")
    assert AnswerComment.objects.get().is_secretariat


def test_officer_who_serves_the_entity_reviews_nothing_of_it(client, secretariat, ilo, report):
    Appointment.objects.create(user=secretariat, entity=ilo, role=Role.CONTRIBUTOR, starts="2020-01-01")
    client.force_login(secretariat)

    assertContains(client.get(report.get_absolute_url()), "another officer reviews its report")
    assert client.get(url(report)).status_code == 403
    for event in ("accept", "return", "accept_unchanged"):
        assert client.post(report.get_transition_url(event), {"reason": "x"}).status_code == 403, event
    with pytest.raises(PermissionDenied):
        look_at(report, "1.1", secretariat)
    client.post(reverse("strategy:answer_comment", args=[report.pk, "1.3"]), {"text": "Ours."})
    assert not AnswerComment.objects.get().is_secretariat
    assertNotContains(client.get(reverse("strategy:review_queue")), url(report))
    report.refresh_from_db()
    assert report.state == "submitted"


def test_queue_shows_who_waits_longest_first_filters_and_exports(
    officer, make, report, cycle, django_assert_num_queries
):
    later = make_report(make, entity=make.entity("FAO", kind="fund_programme"), cycle=cycle, state="submitted")
    queue = reverse("strategy:review_queue")

    page = officer.get(queue)
    assert [waiting.pk for waiting in page.context["page_obj"]] == [report.pk, later.pk]
    kept = officer.get(queue, {"kind": "fund_programme", "began": "no", "cycle": cycle.slug})
    assert [waiting.pk for waiting in kept.context["page_obj"]] == [later.pk]
    assertContains(officer.get(queue, {"began": "yes"}), "No report matches")
    assert "FAO" in officer.get(queue, {"export": "json"}).getvalue().decode()
    assertContains(officer.get(url(report)), f'href="{url(later)}" rel="next"')


def test_list_of_flagged_answers_hides_the_text_of_a_draft_and_is_cleared(
    officer, focal_point, secretariat, report, cycle
):
    officer.post(reverse("strategy:review_comment", args=[report.pk, "2.1"]), {"text": "More?", "follow_up": "on"})
    address = reverse("strategy:follow_up", args=[cycle.slug])
    assertContains(officer.get(address), "Texte de la réponse")
    report = REPORT.perform(Report.objects.get(pk=report.pk), "return", by=secretariat)
    REPORT.perform(report, "revise", by=focal_point)

    page = officer.get(address)

    assertContains(page, "More?")
    assertNotContains(page, "Texte de la réponse")
    officer.post(reverse("strategy:followed_up", args=[report.pk, "2.1"]))
    assertContains(officer.get(address), "No answer is marked")
