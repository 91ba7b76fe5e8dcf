"""What the page of writing says beside the questions: what is open, who wrote last cycle's answer, who writes now."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from strategy.completeness import what_is_missing
from strategy.contents import applies
from strategy.editions import changes_since
from strategy.models import Answer, Questionnaire

# Whoever changed an answer so recently is taken to be writing still.
RECENT = timedelta(minutes=15)


@dataclass(frozen=True)
class Writer:
    person: object
    at: datetime


def is_open(form, contents, report):
    """Is there something to do: an answer that is missing, unconfirmed, unusual, or commented on by the secretariat?"""
    if not applies(form.question, contents):
        return False
    content = contents.get(form.question.pk)
    has_warning = bool(form.warnings) and not form.is_checked
    return bool(what_is_missing(form.question, content)) or has_warning or has_open_comment(form, report)


def has_open_comment(form, report):
    """The secretariat spoke of the answer, and it has not changed since."""
    return any(
        comment.is_secretariat and form.answer.changed_at < comment.at and report.number for comment in form.comments
    )


def writers_of(submission):
    """{question code: Writer} of the last cycle's answers: who changed each before it was submitted, else who
    submitted it."""
    if submission is None:
        return {}
    rows = Answer.objects.filter(report=submission.report_id).select_related("changed_by", "question")
    changed = {row.question.code: row for row in rows.order_by()}
    found = {}
    for code in submission.answers:
        row = changed.get(code)
        is_known = row is not None and row.changed_by is not None and row.changed_at <= submission.at
        found[code] = Writer(row.changed_by, row.changed_at) if is_known else Writer(submission.by, submission.at)
    return found


def changes_since_last(questionnaire, submission):
    """{question code: [Change]}: what is asked otherwise than in the report that the submission belongs to."""
    if submission is None or submission.report.questionnaire_id == questionnaire.pk:
        return {}
    earlier = Questionnaire.objects.with_questions().get(pk=submission.report.questionnaire_id)
    return changes_since(questionnaire, earlier)


def writing_now(answers, user):
    """{section id: Writer}: other people who changed an answer within the last minutes."""
    found = {}
    since = timezone.now() - RECENT
    for answer in answers:
        if answer.changed_by is None or answer.changed_by == user or answer.changed_at < since:
            continue
        section = answer.question.section_id
        if section not in found or found[section].at < answer.changed_at:
            found[section] = Writer(answer.changed_by, answer.changed_at)
    return found
