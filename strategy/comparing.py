"""Two versions of one report, answer by answer, and what the secretariat asked between them."""

from dataclasses import dataclass, field
from datetime import datetime

from core.models import TransitionEvent
from strategy.completeness import contents_of
from strategy.differences import Difference, difference
from strategy.evidence import evidence_of, names_the_same, submitted_evidence_of
from strategy.models import AnswerComment, Report, ReportState, Submission

PRESENT = "draft"


@dataclass(frozen=True)
class Version:
    """A submission, or the draft as it stands: `key` as in the address, `at` None of a draft."""

    key: str
    submission: Submission | None
    at: datetime | None
    contents: dict  # {question code: content}
    evidence: dict  # {question code: [Evidence]}


@dataclass
class Compared:
    """One question that at least one of the two versions answers."""

    question: object
    old: dict | None
    new: dict | None
    difference: Difference
    old_evidence: list
    new_evidence: list
    asked: list = field(default_factory=list)  # comments of the secretariat in between

    @property
    def has_other_evidence(self):
        return not names_the_same(self.old_evidence, self.new_evidence)

    @property
    def is_changed(self):
        return self.difference.is_change or self.has_other_evidence


def versions_of(report, user):
    """Keys of what the person may compare, oldest first: numbers of submissions, and the draft of one's own."""
    numbers = Submission.objects.visible_to(user).filter(report=report).values_list("number", flat=True)
    keys = [str(number) for number in numbers]
    is_own_draft = report.state == ReportState.DRAFT
    if is_own_draft and Report.objects.with_text_for(user).filter(pk=report.pk).exists():
        keys.append(PRESENT)
    return keys


def version(report, user, key, questions):
    if key == PRESENT:
        return draft(report, user, questions)
    submission = Submission.objects.visible_to(user).select_related("by").get(report=report, number=int(key))
    evidence = submitted_evidence_of(submission, user)
    return Version(key, submission, submission.at, submission.answers, evidence)


def draft(report, user, questions):
    codes = {question.pk: question.code for question in questions}
    contents = {codes[key]: content for key, content in contents_of(report).items()}
    evidence = evidence_of(report, user)
    named = {codes[answer.question_id]: evidence.get(answer.pk, []) for answer in report.answers.all()}
    return Version(PRESENT, None, None, contents, named)


def questions_of(report):
    return report.asked.questions


def compare(questions, old, new, asked):
    """[Compared] of every answered question, in the order of the form."""
    return [
        Compared(
            question=question,
            old=old.contents.get(question.code),
            new=new.contents.get(question.code),
            difference=difference(question, old.contents.get(question.code), new.contents.get(question.code)),
            old_evidence=old.evidence.get(question.code, []),
            new_evidence=new.evidence.get(question.code, []),
            asked=asked.get(question.pk, []),
        )
        for question in questions
        if question.code in old.contents or question.code in new.contents or question.pk in asked
    ]


def asked_between(report, user, old, new):
    """{question id: comments of the secretariat} after the older version was submitted and before the newer one."""
    comments = AnswerComment.objects.visible_to(user).filter(answer__report=report, is_secretariat=True)
    comments = between(comments.select_related("by", "answer"), old, new)
    found = {}
    for comment in comments:
        found.setdefault(comment.answer.question_id, []).append(comment)
    return found


def returned_between(report, old, new):
    """The events that sent the report back after the older version, with their reasons."""
    return list(between(TransitionEvent.objects.of(report).filter(to_state=ReportState.RETURNED), old, new))


def between(rows, old, new):
    rows = rows.filter(at__gte=old.at)
    return rows.filter(at__lt=new.at) if new.at else rows
