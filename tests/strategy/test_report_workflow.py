"""How a report moves: works, wrong role, wrong state, something missing."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from pytest_django.asserts import assertContains, assertRedirects

from core.models import Notification, TransitionEvent
from core.workflow import AlreadyMoved, TransitionRefused
from strategy.models import Answer, AnswerComment, Report
from strategy.workflow import REPORT
from tests.strategy.factory import make_report


def move(client, person, report, event, **data):
    client.force_login(person)
    return client.post(report.get_transition_url(event), data)


def comment(report, by):
    return AnswerComment.objects.create(
        answer=report.answers.get(question__code="1.3"), by=by, is_secretariat=True, text="How many?"
    )


# submit


def test_focal_point_submits_a_complete_report(client, focal_point, draft):
    response = move(client, focal_point, draft, "submit")

    assertRedirects(response, draft.get_absolute_url())
    draft.refresh_from_db()
    assert (draft.state, draft.number, draft.submitted_by) == ("submitted", 1, focal_point)


def test_alternate_submits_too(client, alternate, draft):
    move(client, alternate, draft, "submit")

    assert Report.objects.get().state == "submitted"


def test_submission_keeps_every_answer_word_for_word(client, focal_point, draft):
    move(client, focal_point, draft, "submit")

    answers = draft.submissions.get().answers
    assert set(answers) == {"1.1", "1.2", "1.3", "2.1"}
    assert answers["2.1"]["text"] == "Texte de la réponse"


def test_answer_whose_condition_is_no_longer_met_is_not_submitted(client, focal_point, draft):
    Answer.objects.filter(question__code="1.1").update(value="no")

    move(client, focal_point, draft, "submit")

    assert "1.2" not in draft.submissions.get().answers


@pytest.mark.parametrize("person", ["contributor", "secretariat"])
def test_nobody_else_submits(request, client, draft, person):
    response = move(client, request.getfixturevalue(person), draft, "submit")

    assert response.status_code == 403
    draft.refresh_from_db()
    assert draft.state == "draft"


def test_incomplete_report_is_refused_with_links_to_what_is_missing(client, focal_point, draft):
    Answer.objects.filter(question__code="1.3").delete()

    response = move(client, focal_point, draft, "submit")

    url = reverse("strategy:report_edit", args=[draft.pk]) + "?section=1#q-1.3"
    assertContains(response, f'<a href="{url}">1.3 Not answered yet: Question 1.3 [en]</a>', status_code=409, html=True)
    assert Report.objects.get().state == "draft"


def test_missing_list_names_each_thing_once(draft):
    Answer.objects.filter(question__code__in=["1.3", "2.1"]).delete()
    Answer.objects.filter(question__code="1.1").update(carried_over="unconfirmed")

    assert [str(sentence).split(":")[0] for sentence in draft.missing_to_submit()] == [
        "1.1 Confirm the answer of the last cycle",
        "1.3 Not answered yet",
        "2.1 Not answered yet",
    ]


def test_not_applicable_needs_its_reason(draft):
    Answer.objects.filter(question__code="1.3").update(value=None, not_applicable=True, reason="")

    assert [str(sentence) for sentence in draft.missing_to_submit()] == [
        "1.3 Say why this does not apply: Question 1.3 [en]"
    ]


def test_conditional_question_is_missed_only_when_it_is_asked(draft):
    Answer.objects.filter(question__code="1.2").delete()
    assert len(draft.missing_to_submit()) == 1

    Answer.objects.filter(question__code="1.1").update(value="no")
    assert draft.missing_to_submit() == []


@pytest.mark.parametrize(("state", "refused"), [("open", False), ("grace", False), ("closed", True)])
def test_first_submission_needs_an_open_cycle(draft, cycle, focal_point, state, refused):
    cycle.state = state
    cycle.save()
    draft.refresh_from_db()

    assert ("The cycle does not take reports now." in draft.missing_to_submit()) == refused


def test_report_that_came_back_is_submitted_again_after_the_cycle_closed(draft, cycle, focal_point):
    cycle.state = "closed"
    cycle.save()
    Report.objects.filter(pk=draft.pk).update(number=1, submitted_at="2026-01-01T00:00Z")

    report = REPORT.perform(draft, "submit", by=focal_point)

    assert (report.state, report.number) == ("submitted", 2)


def test_second_submission_keeps_the_first(make, returned, focal_point):
    report = REPORT.perform(returned, "revise", by=focal_point)
    Answer.objects.filter(question__code="1.3").update(value=99)

    REPORT.perform(report, "submit", by=focal_point)

    values = [submission.answers["1.3"]["value"] for submission in report.submissions.order_by("number")]
    assert values == [12, 99]


def test_second_of_two_who_submit_is_told_kindly(draft, focal_point, alternate):
    REPORT.perform(draft, "submit", by=focal_point)

    with pytest.raises(AlreadyMoved, match="Someone was faster"):
        REPORT.perform(draft, "submit", by=alternate)


def test_get_asks_and_changes_nothing(client, focal_point, draft):
    client.force_login(focal_point)

    response = client.get(draft.get_transition_url("submit"))

    assertContains(response, "You will not be able to change its answers")
    assert Report.objects.get().state == "draft"


# recall


def test_focal_point_recalls_until_the_review_began(client, focal_point, submitted):
    move(client, focal_point, submitted, "recall")

    assert Report.objects.get().state == "draft"


def test_recall_is_refused_once_the_review_began(focal_point, secretariat, client, submitted):
    client.force_login(secretariat)
    client.post(reverse("strategy:answer_comment", args=[submitted.pk, "1.3"]), {"text": "How many?"})

    with pytest.raises(TransitionRefused, match="has begun to review"):
        REPORT.perform(submitted, "recall", by=focal_point)


@pytest.mark.parametrize("person", ["contributor", "secretariat"])
def test_nobody_else_recalls(request, submitted, person):
    with pytest.raises(PermissionDenied):
        REPORT.perform(submitted, "recall", by=request.getfixturevalue(person))


# return


def test_secretariat_returns_with_a_reason(client, secretariat, submitted):
    move(client, secretariat, submitted, "return", reason="Check 1.3")

    event = TransitionEvent.objects.of(submitted).get()
    assert (Report.objects.get().state, event.reason, event.by) == ("returned", "Check 1.3", secretariat)


def test_secretariat_returns_with_a_comment_on_an_answer_and_no_reason(client, secretariat, submitted):
    comment(submitted, secretariat)

    move(client, secretariat, submitted, "return")

    assert Report.objects.get().state == "returned"


def test_return_without_reason_and_comment_is_refused(secretariat, submitted):
    with pytest.raises(TransitionRefused, match="Say why"):
        REPORT.perform(submitted, "return", by=secretariat)


def test_comment_of_an_earlier_round_is_no_reason(secretariat, submitted):
    old = comment(submitted, secretariat)
    AnswerComment.objects.filter(pk=old.pk).update(at="2020-01-01T00:00Z")

    with pytest.raises(TransitionRefused, match="Say why"):
        REPORT.perform(submitted, "return", by=secretariat)


def test_entity_cannot_return_its_own_report(focal_point, submitted):
    with pytest.raises(PermissionDenied):
        REPORT.perform(submitted, "return", by=focal_point, reason="x")


# accept, revise, reopen


def test_secretariat_accepts_the_submission(client, secretariat, submitted):
    move(client, secretariat, submitted, "accept")

    submitted.refresh_from_db()
    assert (submitted.state, submitted.accepted_submission) == ("accepted", submitted.submissions.get())


def test_entity_cannot_accept_its_own_report(focal_point, submitted):
    with pytest.raises(PermissionDenied):
        REPORT.perform(submitted, "accept", by=focal_point)


@pytest.mark.parametrize("event", ["submit", "recall", "return", "accept", "reopen"])
def test_returned_report_is_only_revised(returned, focal_point, secretariat, event):
    with pytest.raises(AlreadyMoved):
        REPORT.perform(returned, event, by=secretariat, reason="x")


def test_contributor_revises_a_returned_report_and_writes_on(client, contributor, returned):
    response = move(client, contributor, returned, "revise")

    assertRedirects(response, returned.get_edit_url())
    assert Report.objects.get().state == "draft"


def test_secretariat_reopens_with_a_reason_and_what_was_accepted_still_counts(secretariat, accepted):
    report = REPORT.perform(accepted, "reopen", by=secretariat, reason="A figure was wrong")

    assert (report.state, report.accepted_submission) == ("returned", accepted.submissions.get())
    assert Report.objects.accepted().get() == report


def test_reopening_needs_a_reason(secretariat, accepted):
    with pytest.raises(TransitionRefused, match="Say why"):
        REPORT.perform(accepted, "reopen", by=secretariat)


def test_entity_cannot_reopen(focal_point, accepted):
    with pytest.raises(PermissionDenied):
        REPORT.perform(accepted, "reopen", by=focal_point, reason="x")


# who is told


def told():
    return sorted(Notification.objects.values_list("person__email", flat=True))


def test_secretariat_is_told_of_a_submission(make, focal_point, secretariat, draft):
    REPORT.perform(draft, "submit", by=focal_point)

    assert told() == ["secretariat@unossc.example"]


def test_focal_points_of_the_entity_are_told_of_a_return(
    focal_point, alternate, contributor, other_focal_point, secretariat, submitted
):
    REPORT.perform(submitted, "return", by=secretariat, reason="Check")

    assert told() == ["alternate@ilo.example", "focal@ilo.example"]


def test_former_focal_point_is_not_told(make, ilo, secretariat, submitted):
    from datetime import date

    make.person("former@ilo.example", ilo, ends=date(2020, 12, 31))

    REPORT.perform(submitted, "accept", by=secretariat)

    assert told() == []


def test_buttons_are_those_of_the_table(make, cycle, ilo, focal_point, contributor, secretariat, submitted):
    def events(person):
        return {action.transition.event for action in REPORT.actions_for(submitted, person)}

    assert (events(focal_point), events(contributor), events(secretariat)) == ({"recall"}, set(), {"accept", "return"})


def test_report_of_another_cycle_does_not_matter(make, questionnaire, ilo, focal_point, draft):
    from tests.strategy.factory import make_cycle

    other = make_cycle(make, slug="other", questionnaire=questionnaire, year=2025)
    make_report(make, entity=ilo, cycle=other)

    REPORT.perform(draft, "submit", by=focal_point)

    assert sorted(Report.objects.values_list("cycle__slug", "state")) == [
        ("cycle-2026", "submitted"),
        ("other", "draft"),
    ]
