"""How reports move, and who is told."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.outbox.notifications import notify
from core.workflow import Transition, Workflow
from entities.people import focal_points, officers
from entities.roles import is_focal, represents
from strategy import reminders
from strategy.carry_over import carry_over
from strategy.contents import applies, is_answered
from strategy.evidence import evidence_of, keep_files, kept
from strategy.models import (
    Answer,
    AnswerComment,
    Channel,
    Report,
    ReportState,
    Submission,
)
from strategy.models.reports import WITH_THE_ENTITY
from strategy.reviewing import (
    accept_unchanged,
    begin_review,
    keep_looks,
    may_review,
    missing_marks,
    missing_unchanged,
    take_back_unchanged,
)

# Who


def by_the_entity(report, user):
    return represents(user, report.entity_id)


def by_the_focal_point(report, user):
    """On behalf of an entity the secretariat submits only what it entered itself."""
    return is_focal(user, report.entity_id) or is_entered_by(report, user)


def is_entered_by(report, user):
    """Is it a report on behalf of the entity, and the person an officer?"""
    return report.channel == Channel.SECRETARIAT and may_review(report, user)


def by_whom_it_came_back_to(report, user):
    """The entity's people; of a report that the secretariat entered, an officer too, who asks the entity again."""
    return by_the_entity(report, user) or is_entered_by(report, user)


def people_of_the_entity(report, by):
    return focal_points([report.entity_id])


# What stands in the way


def missing_to_start(report):
    return [] if report.accepts() else [_("The cycle does not take reports now.")]


def missing_to_enter(report):
    missing = missing_to_start(report)
    if not report.received:
        missing.append(_("Say first how the report reached you, from whom and when."))
    return missing


def missing_to_recall(report):
    if report.review_began_at is None:
        return []
    return [_("The secretariat has begun to review this report. Ask it to return the report.")]


# What happens with it


def touch(report, by, reason):
    report.changed_by = by


def start(report, by, reason):
    touch(report, by, reason)
    carry_over(report, by)


def enter_on_behalf(report, by, reason):
    report.channel = Channel.SECRETARIAT
    start(report, by, reason)


def revise(report, by, reason):
    """What the secretariat entered is the entity's own once its people revise it, and so is the text of its draft."""
    touch(report, by, reason)
    if represents(by, report.entity_id):
        report.channel = Channel.ENTITY
        report.received_through, report.received_from, report.received_on = "", "", None


def submit(report, by, reason):
    """Keeps what was submitted, word for word, under the next number."""
    touch(report, by, reason)
    report.number += 1
    report.submitted_at = timezone.now()
    report.submitted_by = by
    report.review_began_at = None
    submission = Submission.objects.create(
        report=report, number=report.number, by=by, at=report.submitted_at, content=snapshot(report)
    )
    keep_files(submission)
    keep_looks(submission)
    reminders.call_back_where_all_is_in(report)


def snapshot(report):
    """Answers to questions that apply. One that stopped to apply while the report was written is not submitted."""
    questionnaire = report.asked
    answers = {answer.question_id: answer for answer in report.answers.all()}
    contents = {key: answer.content for key, answer in answers.items()}
    evidence = evidence_of(report)
    return {
        "answers": {
            question.code: contents[question.pk] | {"evidence": kept(evidence.get(answers[question.pk].pk, []))}
            for question in questionnaire.questions
            if is_answered(contents.get(question.pk)) and applies(question, contents)
        }
    } | ({"received": report.received} if report.received else {})


@transaction.atomic
def comment_on(report, question, text, by, follow_up=False):
    """A word on one answer. The first of the secretariat begins the review: from then on there is no recall."""
    by_officer = may_review(report, by)
    answer, _created = Answer.objects.get_or_create(report=report, question=question)
    comment = AnswerComment.objects.create(answer=answer, by=by, is_secretariat=by_officer, text=text)
    tell_of_comment(report, comment)
    if by_officer:
        Answer.objects.filter(pk=answer.pk).update(follow_up=follow_up)
        begin_review(report)


def tell_of_comment(report, comment):
    """The other side. What the entity writes beside its draft is its own until it submits."""
    if comment.is_secretariat:
        readers = people_of_the_entity(report, comment.by)
    else:
        readers = [] if report.state in WITH_THE_ENTITY else officers()
    notify(readers, "comment", report, key=f"comment:{comment.pk}", by=comment.by, sentence="commented")


def accept(report, by, reason):
    touch(report, by, reason)
    report.accepted_submission = report.submissions.get(number=report.number)


REPORT = Workflow(
    name="report",
    title="Report",
    states=ReportState,
    model=Report,
    transitions=[
        Transition(
            event="start",
            sources=(ReportState.NOT_STARTED,),
            target=ReportState.DRAFT,
            label=gettext_lazy("Start the report"),
            done=gettext_lazy("The report is started."),
            who="people of the entity",
            allowed=by_the_entity,
            missing=missing_to_start,
            effect=start,
            tone="primary",
        ),
        Transition(
            event="enter",
            sources=(ReportState.NOT_STARTED,),
            target=ReportState.DRAFT,
            label=gettext_lazy("Enter on behalf of the entity"),
            done=gettext_lazy("The secretariat enters the report on behalf of the entity."),
            who="the secretariat, which says how the report reached it; nobody who serves the entity",
            allowed=may_review,
            missing=missing_to_enter,
            consequence=gettext_lazy("The report will say that the secretariat entered it. The entity is told."),
            effect=enter_on_behalf,
            recipients=people_of_the_entity,
            told="focal points of the entity",
        ),
        Transition(
            event="submit",
            sources=(ReportState.DRAFT,),
            target=ReportState.SUBMITTED,
            label=gettext_lazy("Submit the report"),
            done=gettext_lazy("The report is with the secretariat."),
            who="focal point or alternate of the entity; the secretariat where it entered the report",
            allowed=by_the_focal_point,
            missing=lambda report: report.missing_to_submit(),
            consequence=gettext_lazy(
                "You will not be able to change its answers unless you recall the report or the secretariat returns it."
            ),
            effect=submit,
            recipients=officers,
            kind="task",
            told="the secretariat",
            tone="primary",
        ),
        Transition(
            event="recall",
            sources=(ReportState.SUBMITTED,),
            target=ReportState.DRAFT,
            label=gettext_lazy("Recall the report"),
            done=gettext_lazy("The report was recalled and is a draft again."),
            who="focal point or alternate of the entity, until the review began",
            allowed=by_the_focal_point,
            missing=missing_to_recall,
            consequence=gettext_lazy("The secretariat will not see its text until you submit it again."),
            effect=touch,
            recipients=officers,
            told="the secretariat",
        ),
        Transition(
            event="accept_unchanged",
            sources=(ReportState.SUBMITTED,),
            target=ReportState.SUBMITTED,
            label=gettext_lazy("Accept all unchanged answers"),
            done=gettext_lazy("The unchanged answers are accepted. Look at the others one by one."),
            who="the secretariat, but nobody who serves the entity",
            allowed=may_review,
            missing=missing_unchanged,
            effect=accept_unchanged,
            is_apart=True,
        ),
        Transition(
            event="take_back_unchanged",
            sources=(ReportState.SUBMITTED,),
            target=ReportState.SUBMITTED,
            label=gettext_lazy("Take back “accept all unchanged”"),
            done=gettext_lazy("The unchanged answers wait for a look again."),
            who="the secretariat, but nobody who serves the entity",
            allowed=may_review,
            missing=missing_marks,
            effect=take_back_unchanged,
            is_apart=True,
        ),
        Transition(
            event="accept",
            sources=(ReportState.SUBMITTED,),
            target=ReportState.ACCEPTED,
            label=gettext_lazy("Accept the report"),
            done=gettext_lazy("The report is accepted."),
            who="the secretariat, but nobody who serves the entity",
            allowed=may_review,
            consequence=gettext_lazy("Its answers will count in the results of the cycle."),
            effect=accept,
            recipients=people_of_the_entity,
            told="focal points of the entity",
            tone="primary",
        ),
        Transition(
            event="return",
            sources=(ReportState.SUBMITTED,),
            target=ReportState.RETURNED,
            label=gettext_lazy("Return the report"),
            done=gettext_lazy("The report was returned to the entity."),
            who="the secretariat, with a reason or a comment on an answer, but nobody who serves the entity",
            allowed=may_review,
            needs_reason=True,
            reason_optional=lambda report: report.has_comment_since_submission(),
            consequence=gettext_lazy("The entity is told to correct the report and to submit it again."),
            effect=touch,
            recipients=people_of_the_entity,
            kind="task",
            told="focal points of the entity",
        ),
        Transition(
            event="revise",
            sources=(ReportState.RETURNED,),
            target=ReportState.DRAFT,
            label=gettext_lazy("Revise the report"),
            done=gettext_lazy("You can change the answers now."),
            who="people of the entity; the secretariat where it entered the report",
            allowed=by_whom_it_came_back_to,
            effect=revise,
            tone="primary",
        ),
        Transition(
            event="reopen",
            sources=(ReportState.ACCEPTED,),
            target=ReportState.RETURNED,
            label=gettext_lazy("Reopen the report"),
            done=gettext_lazy("The report was reopened for the entity."),
            who="the secretariat, with a reason, but nobody who serves the entity",
            allowed=may_review,
            needs_reason=True,
            consequence=gettext_lazy("What was accepted counts until a new version is accepted."),
            effect=touch,
            recipients=people_of_the_entity,
            kind="task",
            told="focal points of the entity",
        ),
    ],
)
