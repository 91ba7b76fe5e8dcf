"""Looking at the answers of a submitted report, one by one or all unchanged ones at once."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from entities.roles import is_secretariat, represents
from strategy.completeness import LinkedSentence
from strategy.contents import says_the_same
from strategy.models import AnswerReview, CarriedOver, Looked, Question, Report, ReportState


def may_review(report, user):
    """An officer who serves the entity too leaves its report to another one."""
    return is_secretariat(user) and not represents(user, report.entity_id)


@dataclass(frozen=True)
class ReviewProgress:
    """How many of the submitted answers were looked at, and which were not."""

    looked: int
    total: int
    open_codes: tuple = ()


def current_submission(report):
    """What is reviewed: the last one that was submitted."""
    return report.submissions.filter(number=report.number).first()


def looked_at(submission):
    """{question code: AnswerReview}"""
    return {review.question.code: review for review in submission.reviews.select_related("question", "by")}


def progress_of_review(submission, reviews):
    codes = [code for code in submission.answers if code not in reviews]
    total = len(submission.answers)
    return ReviewProgress(total - len(codes), total, tuple(codes))


def unseen_notes(report):
    """What is said before a report is accepted: how many of its answers nobody looked at, with the way to them."""
    submission = current_submission(report)
    progress = progress_of_review(submission, looked_at(submission))
    if not progress.open_codes:
        return []
    sentence = ngettext(
        "{n} of {total} answers was not looked at: {codes}",
        "{n} of {total} answers were not looked at: {codes}",
        len(progress.open_codes),
    )
    sentence = sentence.format(n=len(progress.open_codes), total=progress.total, codes=", ".join(progress.open_codes))
    return [LinkedSentence(sentence, reverse("strategy:review", args=[report.pk]) + "?show=open")]


def unchanged_codes(submission):
    """Of answers that the entity carried over from the last cycle and confirmed as unchanged."""
    return {
        code for code, content in submission.answers.items() if content.get("carried_over") == CarriedOver.UNCHANGED
    }


def questions_by_code(report, codes):
    questions = Question.objects.filter(section__questionnaire=report.questionnaire_id, code__in=codes)
    return {question.code: question for question in questions}


# One answer


@transaction.atomic
def look_at(report, code, by):
    """Marks one answer of the last submission. Two officers who mark the same one agree: the first is named."""
    submission = _reviewed(report, by)
    question = questions_by_code(report, [code])[code]
    AnswerReview.objects.get_or_create(submission=submission, question=question, defaults={"by": by})
    begin_review(report)


@transaction.atomic
def take_back_look(report, code, by):
    submission = _reviewed(report, by)
    AnswerReview.objects.editable_by(by).filter(submission=submission, question__code=code).delete()


def _reviewed(report, by):
    """The submission under review, its report locked, so that nobody returns it at the same moment."""
    locked = Report.objects.select_for_update(of=("self",)).get(pk=report.pk)
    if locked.state != ReportState.SUBMITTED or not may_review(locked, by):
        raise PermissionDenied
    return current_submission(locked)


def begin_review(report):
    """From the first word or mark of the secretariat on, the entity cannot recall."""
    waiting = Report.objects.filter(pk=report.pk, state=ReportState.SUBMITTED, review_began_at=None)
    waiting.update(review_began_at=timezone.now())


# All unchanged answers: effects of the workflow


def still_unchanged(report):
    """Codes of unchanged answers that nobody has looked at."""
    submission = current_submission(report)
    return unchanged_codes(submission) - set(looked_at(submission))


def missing_unchanged(report):
    return [] if still_unchanged(report) else [_("No unchanged answer waits for a look.")]


def accept_unchanged(report, by, reason):
    """One act of the log, one mark per answer."""
    submission = current_submission(report)
    questions = questions_by_code(report, still_unchanged(report))
    AnswerReview.objects.bulk_create(
        AnswerReview(submission=submission, question=question, by=by, how=Looked.UNCHANGED)
        for question in questions.values()
    )
    report.review_began_at = report.review_began_at or timezone.now()


def _marked_together(report):
    return AnswerReview.objects.filter(submission=current_submission(report), how=Looked.UNCHANGED)


def missing_marks(report):
    return [] if _marked_together(report).exists() else [_("No answer was accepted as unchanged.")]


def take_back_unchanged(report, by, reason):
    _marked_together(report).delete()


# A new version


def keep_looks(submission):
    """What was looked at in the version before and says the same now needs no second look."""
    earlier = submission.report.submissions.filter(number=submission.number - 1).first()
    if earlier is None:
        return
    AnswerReview.objects.bulk_create(
        AnswerReview(submission=submission, question=review.question, by=review.by, at=review.at, how=Looked.EARLIER)
        for code, review in looked_at(earlier).items()
        if is_as_before(submission.answers.get(code), earlier.answers.get(code))
    )


def is_as_before(content, earlier):
    """The same answer on the same evidence."""
    if not content or not earlier:
        return False
    return says_the_same(content, earlier) and _evidence(content) == _evidence(earlier)


def _evidence(content):
    return sorted(map(str, content.get("evidence", [])))
