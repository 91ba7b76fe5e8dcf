"""Makers of the room strategy. Each takes the common factory first; a keyword names a situation."""

from datetime import date, timedelta

from django.utils import timezone

from strategy.contents import BLANK
from strategy.models import (
    Answer,
    Choice,
    Cycle,
    CycleState,
    Extension,
    ExtensionState,
    Framework,
    Indicator,
    IndicatorValue,
    Node,
    Question,
    Questionnaire,
    QuestionType,
    Report,
    ReportState,
    Section,
    Submission,
)
from tests.factory import in_six_languages

SUBMITTED_STATES = {ReportState.SUBMITTED, ReportState.RETURNED, ReportState.ACCEPTED}


def make_framework(make, code="UNSWS", with_indicator=True, **fields):
    """A framework with one part and, unless told otherwise, the indicator INS-1 with two published values."""
    defaults = {
        "slug": code.lower(),
        "period_start": 2020,
        "period_end": 2024,
        **in_six_languages("title", f"Framework {code}"),
        **in_six_languages("short_title", f"Short {code}"),
    }
    framework = Framework.objects.create(code=code, **(defaults | fields))
    node = Node.objects.create(framework=framework, code="S1", is_sample=True, **in_six_languages("text", "Policy"))
    if with_indicator:
        make_indicator(make, node)
    return framework


def make_indicator(make, node, code="INS-1", values=((2022, 73), (2023, 81)), **fields):
    defaults = {
        "unit": "percent",
        "aggregation": "share_of_yes",
        **in_six_languages("title", f"Indicator {code}"),
        **in_six_languages("definition", "Definition"),
    }
    indicator = Indicator.objects.create(node=node, code=code, **(defaults | fields))
    for year, value in values:
        IndicatorValue.objects.create(
            indicator=indicator, year=year, value=value, symbol="A/79/230", **in_six_languages("source", "Quoted")
        )
    return indicator


def make_questionnaire(make, code="progress-report", indicator=None, **fields):
    """Two sections. 1: yes or no (1.1, public), one of (1.2, only if 1.1 is yes), number (1.3). 2: long text, members
    only (2.1), percent, not required (2.2)."""
    questionnaire = Questionnaire.objects.create(
        code=code, **(in_six_languages("title", "Progress report") | in_six_languages("short_title", "Report") | fields)
    )
    policy = make_section(make, questionnaire, "1")
    plan = make_question(make, policy, "1.1", QuestionType.YES_NO, indicator=indicator)
    how = make_question(make, policy, "1.2", QuestionType.ONE_OF, condition_question=plan, condition_equals="yes")
    for position, choice in enumerate(["means", "result"]):
        Choice.objects.create(question=how, code=choice, position=position, **in_six_languages("label", choice))
    make_question(make, policy, "1.3", QuestionType.NUMBER, minimum=0)
    progress = make_section(make, questionnaire, "2")
    make_question(make, progress, "2.1", QuestionType.LONG_TEXT, consent="members")
    make_question(make, progress, "2.2", QuestionType.PERCENT, minimum=0, maximum=100, required=False)
    return questionnaire


def make_section(make, questionnaire, code="1", **fields):
    fields = in_six_languages("title", f"Section {code}") | fields
    return Section.objects.create(questionnaire=questionnaire, code=code, position=int(code), **fields)


def make_question(make, section, code, type=QuestionType.NUMBER, **fields):
    fields = in_six_languages("text", f"Question {code}") | {"position": section.questions.count()} | fields
    return Question.objects.create(section=section, code=code, type=type, **fields)


def make_cycle(make, slug="cycle-2026", state=CycleState.OPEN, questionnaire=None, entities=(), days_left=30, **fields):
    """A cycle that is due in `days_left` days, with one questionnaire and the given entities asked."""
    due = timezone.localdate() + timedelta(days=days_left)
    defaults = {
        "year": 2026,
        "opens_on": due - timedelta(days=60),
        "due_on": due,
        "closes_on": due + timedelta(days=30),
        **in_six_languages("title", f"Cycle {slug}"),
    }
    cycle = Cycle.objects.create(slug=slug, state=state, **(defaults | fields))
    cycle.questionnaires.add(questionnaire or Questionnaire.objects.first() or make_questionnaire(make))
    cycle.entities.add(*entities)
    return cycle


ANSWERS = {
    "1.1": {"value": "yes"},
    "1.2": {"value": "means"},
    "1.3": {"value": 12},
    "2.1": {"text": "Texte de la réponse", "text_language": "fr"},
}


def make_report(
    make, entity=None, cycle=None, state=ReportState.DRAFT, complete=False, answers=None, by=None, **fields
):
    """A report in a state. `complete=True` answers every required question; `answers` is {code: fields of Answer}.

    Submitted, returned and accepted ones carry their submission.
    """
    entity = entity or make.entity("ILO")
    cycle = cycle or Cycle.objects.first() or make_cycle(make, entities=[entity])
    cycle.entities.add(entity)
    questionnaire = cycle.questionnaires.first()
    is_submitted = state in SUBMITTED_STATES
    if fields.get("channel") == "secretariat":
        fields = RECEIVED | fields
    report = Report.objects.create(entity=entity, cycle=cycle, questionnaire=questionnaire, **fields)
    if answers is None:
        answers = ANSWERS if complete or is_submitted else {}
    for question in questionnaire.questions:
        if question.code in answers:
            Answer.objects.create(report=report, question=question, **answers[question.code])
    if is_submitted:
        submit(report, by)
    report.state = state
    if state == ReportState.ACCEPTED:
        report.accepted_submission = report.submissions.last()
    report.save()
    return report


def make_extension(cycle, entity, state=ExtensionState.GRANTED, days=20, by=None, **fields):
    """More time until so many days after the due day. With `by` it was asked for."""
    until = cycle.due_on + timedelta(days=days)
    defaults = {"state": state, "asked_until": until, "reason": "Our mission ran late" if by else "", "asked_by": by}
    if state not in (ExtensionState.REQUESTED, ExtensionState.WITHDRAWN):
        defaults |= {"until": until, "answer": "Granted once", "answered_at": timezone.now()}
    return Extension.objects.create(cycle=cycle, entity=entity, **(defaults | fields))


def submit(report, by=None):
    report.number += 1
    report.submitted_at = timezone.now()
    report.submitted_by = by
    content = {
        "answers": {answer.question.code: answer.content for answer in report.answers.select_related("question")}
    }
    return Submission.objects.create(
        report=report, number=report.number, by=by, at=report.submitted_at, content=content
    )


# A report on behalf of an entity says how it came.
RECEIVED = {"received_through": "mail", "received_from": "Ana Ruiz, planning unit", "received_on": date(2026, 3, 2)}


def content(**fields):
    return BLANK | fields


PERIOD = {"period_start": date(2025, 1, 1), "period_end": date(2025, 12, 31)}
