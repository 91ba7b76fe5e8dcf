"""What the database itself forbids."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, IntegrityError

from strategy.models import Answer, Choice, Cycle, Framework, Node, Question, Questionnaire, Report, Section, Submission
from tests.strategy.factory import make_cycle, make_framework, make_indicator, make_questionnaire, make_report


def test_framework_cannot_end_before_it_starts(make):
    with pytest.raises(IntegrityError, match="framework_ends_after_start"):
        make_framework(make, period_start=2024, period_end=2020)


def test_code_of_a_part_is_used_once_in_a_framework(make):
    framework = make_framework(make, with_indicator=False)

    with pytest.raises(IntegrityError, match="node_code_once"):
        Node.objects.create(framework=framework, code="S1")


def test_part_cannot_stand_under_itself(make):
    node = make_framework(make, with_indicator=False).nodes.get()

    with pytest.raises(IntegrityError, match="node_not_its_own_parent"):
        Node.objects.filter(pk=node.pk).update(parent=node)


def test_code_of_a_question_is_used_once_in_a_questionnaire(make):
    """Submissions keep answers by code, over all sections."""
    questionnaire = make_questionnaire(make)
    question = Question.objects.filter(section__questionnaire=questionnaire).first()
    section = Section.objects.create(questionnaire=questionnaire, code="Z")
    elsewhere = Section.objects.create(questionnaire=make_questionnaire(make, code="other"), code="Z")

    with pytest.raises(ValidationError, match="has this code"):
        Question(section=section, code=question.code, type="number").clean()

    Question(section=elsewhere, code="9.9", type="number").clean()
    question.clean()


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"baseline_value": 10}, "indicator_baseline_with_year"),
        ({"target_year": 2030}, "indicator_target_with_year"),
    ],
)
def test_baseline_and_target_need_value_and_year(make, fields, constraint):
    node = make_framework(make, with_indicator=False).nodes.get()

    with pytest.raises(IntegrityError, match=constraint):
        make_indicator(make, node, **fields)


def test_indicator_has_one_published_value_a_year(make):
    node = make_framework(make, with_indicator=False).nodes.get()

    with pytest.raises(IntegrityError, match="indicator_value_once_a_year"):
        make_indicator(make, node, values=[(2023, 81), (2023, 82)])


@pytest.mark.parametrize(
    ("record", "constraint"),
    [
        (lambda q: Questionnaire(code=q.code, edition=1), "questionnaire_edition_once"),
        (lambda q: Section(questionnaire=q, code="1"), "section_code_once"),
        (lambda q: Question(section=q.sections.first(), code="1.1", type="number"), "question_code_once"),
        (lambda q: Choice(question=Question.objects.get(code="1.2"), code="means"), "choice_code_once"),
    ],
)
def test_codes_are_used_once(make, record, constraint):
    with pytest.raises(IntegrityError, match=constraint):
        record(make_questionnaire(make)).save()


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"minimum": 5, "maximum": 1}, "question_maximum_above_minimum"),
        ({"condition_equals": "yes"}, "question_condition_complete"),
    ],
)
def test_question_makes_sense(make, fields, constraint):
    section = make_questionnaire(make).sections.first()

    with pytest.raises(IntegrityError, match=constraint):
        Question.objects.create(section=section, code="9.9", type="number", **fields)


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"opens_on": date(2026, 2, 1), "due_on": date(2026, 1, 1)}, "cycle_due_after_opening"),
        ({"closes_on": date(2026, 2, 1)}, "cycle_closes_after_due"),
        ({"grace_until": date(2026, 3, 1)}, "cycle_grace_between_due_and_closing"),
        ({"grace_until": date(2027, 3, 1)}, "cycle_grace_between_due_and_closing"),
        ({"period_start": date(2026, 3, 1), "period_end": date(2026, 2, 1)}, "cycle_period_ends_after_start"),
    ],
)
def test_dates_of_a_cycle_are_in_order(make, fields, constraint):
    dates = {"opens_on": date(2026, 1, 1), "due_on": date(2026, 3, 31), "closes_on": date(2026, 4, 30)}

    with pytest.raises(IntegrityError, match=constraint):
        make_cycle(make, **(dates | fields))


def test_cycle_with_a_grace_period_is_stored(make):
    cycle = make_cycle(
        make,
        opens_on=date(2026, 1, 1),
        due_on=date(2026, 3, 31),
        grace_until=date(2026, 4, 15),
        closes_on=date(2026, 4, 30),
    )

    assert Cycle.objects.get() == cycle


def test_entity_has_one_report_per_cycle_and_questionnaire(make):
    report = make_report(make)

    with pytest.raises(IntegrityError, match="report_once"):
        Report.objects.create(entity=report.entity, cycle=report.cycle, questionnaire=report.questionnaire)


@pytest.mark.parametrize("state", ["submitted", "returned"])
def test_submitted_report_has_a_date(make, state):
    report = make_report(make)

    with pytest.raises(IntegrityError, match="report_submitted_with_date"):
        Report.objects.filter(pk=report.pk).update(state=state)


def test_accepted_report_has_the_submission_that_was_accepted(make):
    report = make_report(make, state="submitted")

    with pytest.raises(IntegrityError, match="report_accepted_with_submission"):
        Report.objects.filter(pk=report.pk).update(state="accepted")


def test_question_is_answered_once(make):
    answer = make_report(make, complete=True).answers.first()

    with pytest.raises(IntegrityError, match="answer_once"):
        Answer.objects.create(report=answer.report, question=answer.question)


def test_submission_number_is_used_once(make):
    submission = make_report(make, state="submitted").submissions.get()

    with pytest.raises(IntegrityError, match="submission_number_once"):
        Submission.objects.create(report=submission.report, number=1, at=submission.at, content={})


def test_database_refuses_to_change_a_submission(make):
    submission = make_report(make, state="submitted").submissions.get()

    with pytest.raises(DatabaseError, match="immutable"):
        Submission.objects.filter(pk=submission.pk).update(content={})


def test_database_refuses_to_delete_a_submission(make):
    submission = make_report(make, state="submitted").submissions.get()

    with pytest.raises(DatabaseError, match="immutable"):
        submission.delete()


def test_framework_is_named_by_its_short_title(make):
    assert str(make_framework(make)) == "Short UNSWS [en]"
    assert str(Framework(code="X")) == "X"


@pytest.mark.parametrize(
    ("promised", "consent", "kept"),
    [("secretariat", "members", False), ("members", "public", False), ("members", "secretariat", True)],
)
def test_answers_are_not_opened_to_more_people_than_was_promised(make, promised, consent, kept):
    make_report(make, complete=True)
    question = Question.objects.get(code="2.1")
    Question.objects.filter(pk=question.pk).update(consent=promised)
    question.consent = consent

    if kept:
        question.clean()
    else:
        with pytest.raises(ValidationError, match="Make a new edition"):
            question.clean()
