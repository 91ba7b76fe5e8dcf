"""Reports: read, review, move, talk about an answer. Writing them: writing.py."""

from dataclasses import dataclass

from django.contrib import messages
from django.db.models import Prefetch, prefetch_related_objects
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.http import require_POST
from django.views.generic import DetailView

from core.access import VisibleObjectMixin, can_edit, ensure, visible_or_404
from core.models import TransitionEvent
from core.numbers import whole_number
from core.views import TransitionView
from core.workflow import TransitionRefused
from entities.models import Entity
from entities.roles import is_secretariat, represents
from strategy.completeness import progress_of
from strategy.contents import applies, says_the_same
from strategy.evidence import evidence_of, names_the_same, submitted_evidence_of
from strategy.forms import CommentForm
from strategy.mentions import mentions_of_report
from strategy.models import (
    Answer,
    AnswerComment,
    Cycle,
    Report,
    ReportState,
    Submission,
    may_comment,
)
from strategy.models.extensions import deadline_of
from strategy.on_behalf import may_say_how_it_came
from strategy.reviewing import may_review, unseen_notes
from strategy.turns import turn_of
from strategy.workflow import REPORT, comment_on


@dataclass
class Shown:
    """One question on the page of a report."""

    question: object
    answer: Answer | None
    content: dict | None
    last: dict | None
    comments: list
    evidence: list
    form: CommentForm | None = None
    changed_since: int = 0  # number of the earlier version that said something else

    @property
    def carried_over(self):
        return (self.content or {}).get("carried_over", "")


def load(report, user, submission=None):
    """(questionnaire, Report.previous(), [(section, Progress, [Shown])]) of the report as it stands, or as it was
    submitted then."""
    questionnaire = report.asked
    # Kept on the report: what is missing in it asks for them too.
    prefetch_related_objects([report], Prefetch("answers", Answer.objects.select_related("changed_by")))
    answers = {answer.question_id: answer for answer in report.answers.all()}
    contents = {question_id: answer.content for question_id, answer in answers.items()}
    if submission:
        contents = {
            question.pk: submission.answers[question.code]
            for question in questionnaire.questions
            if question.code in submission.answers
        }
    previous = report.previous()
    last = previous.answers if previous else {}
    comments = AnswerComment.objects.visible_to(user).filter(answer__report=report).select_related("by")
    comments = by_answer(comments)
    evidence = evidence_of(report, user)
    submitted_evidence = submitted_evidence_of(submission, user) if submission else {}
    found = []
    for progress in progress_of(questionnaire, contents):
        shown = []
        for question in progress.section.questions.all():
            if applies(question, contents):
                answer = answers.get(question.pk)
                key = answer.pk if answer else None
                shown.append(
                    Shown(
                        question=question,
                        answer=answer,
                        content=contents.get(question.pk),
                        last=last.get(question.code),
                        comments=comments.get(key, []),
                        # What is named in the draft now was not submitted then.
                        evidence=submitted_evidence.get(question.code, []) if submission else evidence.get(key, []),
                    )
                )
        found.append((progress.section, progress, shown))
    mark_changes(report, submission, found, user)
    return questionnaire, previous, found


def mark_changes(report, submission, sections, user):
    """Says which answers, or what the person sees of their evidence, differ from the version before."""
    is_being_revised = submission is None and report.state == ReportState.DRAFT
    number = submission.number if submission else report.number
    number = number if is_being_revised else number - 1
    earlier = report.submissions.filter(number=number).first() if number else None
    if earlier is None:
        return
    evidence = submitted_evidence_of(earlier, user)
    for _section, _progress, shown in sections:
        for item in shown:
            code = item.question.code
            is_same = says_the_same(item.content, earlier.answers.get(code))
            if not is_same or not names_the_same(item.evidence, evidence.get(code, [])):
                item.changed_since = earlier.number


def by_answer(rows):
    found = {}
    for row in rows:
        found.setdefault(row.answer_id, []).append(row)
    return found


class ReportDetailView(VisibleObjectMixin, DetailView):
    """Without its text where the secretariat looks at a draft of the entity: state and completeness only."""

    model = Report
    context_object_name = "report"

    def get_queryset(self):
        reports = super().get_queryset().with_deadlines()
        return reports.select_related(
            "entity", "cycle", "questionnaire", "submitted_by", "changed_by", "accepted_submission"
        )

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | report_context(
            self.object, self.request.user, number=self.request.GET.get("submission")
        )


def report_context(report, user, number=None):
    """What the page shows of the report to this person. `number` asks for an earlier submission."""
    submission = find_submission(report, user, number)
    questionnaire, previous, sections = load(report, user, submission)
    with_text = submission is not None or Report.objects.with_text_for(user).filter(pk=report.pk).exists()
    is_live = submission is None
    comments_allowed = is_live and with_text and may_comment(report, user)
    events = list(TransitionEvent.objects.of(report).order_by("-at", "-pk"))
    if not with_text:
        # The text does not reach the template at all.
        sections = [(section, progress, []) for section, progress, _shown in sections]
    if comments_allowed:
        for _section, _progress, shown in sections:
            for item in shown:
                item.form = CommentForm(answer=item.answer, auto_id=f"comment-{item.question.pk}-%s")
    return {
        "questionnaire": questionnaire,
        "sections": sections,
        "previous": previous,
        "submission": submission,
        "submissions": submissions_of(report, user).order_by("-number"),
        "with_text": with_text,
        "is_review": may_review(report, user),
        "serves_it_too": is_secretariat(user) and represents(user, report.entity_id),
        "turn": turn_of(report, events),
        "may_correct_received": is_live and may_say_how_it_came(report, user),
        "can_edit": is_live and can_edit(report, user),
        "actions": REPORT.actions_for(report, user) if is_live else [],
        "missing": report.missing_to_submit() if is_live and report.state == ReportState.DRAFT and with_text else [],
        "mentions": mentions_of_report(report, user) if with_text else [],
        "events": events,
        "returned": last_return(report, events),
        "answered": sum(progress.answered for _section, progress, _shown in sections),
        "asked": sum(progress.asked for _section, progress, _shown in sections),
    }


def find_submission(report, user, number):
    if not number:
        return None
    return get_object_or_404(submissions_of(report, user), number=whole_number(number))


def submissions_of(report, user):
    return Submission.objects.visible_to(user).filter(report=report).select_related("by")


def last_return(report, events=None):
    """The event that sent the report back, while the entity has not submitted it again.

    `events` are those of the report, newest first, where they are known already.
    """
    if report.state not in (ReportState.RETURNED, ReportState.DRAFT) or not report.number:
        return None
    if events is None:
        events = TransitionEvent.objects.of(report).filter(to_state=ReportState.RETURNED).order_by("-at", "-pk")[:1]
    return next((event for event in events if event.to_state == ReportState.RETURNED), None)


@require_POST
def report_start(request, slug, entity, questionnaire):
    """Makes the report where there is none yet and starts it: by the entity, or on its behalf by the secretariat."""
    cycle = visible_or_404(Cycle.objects.all(), request.user, slug=slug)
    entity = get_object_or_404(Entity.objects.filter(cycles=cycle), slug=entity)
    questionnaire = get_object_or_404(cycle.questionnaires.order_by("-edition"), code=questionnaire)
    is_own = represents(request.user, entity.pk)
    if not is_own and not is_secretariat(request.user):
        raise Http404
    report = Report.objects.filter(entity=entity, cycle=cycle, questionnaire=questionnaire).first()
    if report is None:
        ensure(deadline_of(cycle, entity).accepts_reports)
        report, _created = Report.objects.get_or_create(entity=entity, cycle=cycle, questionnaire=questionnaire)
    if not is_own:
        # On behalf of an entity: asked once more, because the entity is told.
        return redirect(report.get_transition_url("enter"))
    try:
        report = REPORT.perform(report, "start", by=request.user)
    except TransitionRefused as refusal:
        messages.info(request, str(refusal))
        return redirect(report)
    messages.success(request, REPORT["start"].done)
    return redirect(report.get_edit_url())


class ReportTransitionView(TransitionView):
    workflow = REPORT

    def notes(self, record):
        """Who accepts is told what nobody looked at."""
        if self.transition.event != "accept" or record.state != ReportState.SUBMITTED:
            return []
        return unseen_notes(record)

    def get_success_url(self, record):
        if self.transition.is_apart:
            return reverse("strategy:review", args=[record.pk])
        return record.get_edit_url() if record.state == ReportState.DRAFT else record.get_absolute_url()


class AnswerCommentView(View):
    """A word on one answer."""

    def post(self, request, pk, code):
        report = visible_or_404(Report.objects.select_related("entity", "cycle", "questionnaire"), request.user, pk=pk)
        ensure(may_comment(report, request.user))
        ensure(Report.objects.with_text_for(request.user).filter(pk=report.pk).exists())
        questionnaire = report.asked
        question = next((question for question in questionnaire.questions if question.code == code), None)
        if question is None:
            raise Http404
        form = CommentForm(request.POST, auto_id=f"comment-{question.pk}-%s")
        if not form.is_valid():
            return self.ask_again(report, question, form)
        comment_on(report, question, form.cleaned_data["text"], request.user, form.cleaned_data["follow_up"])
        messages.success(request, _("Your comment is sent."))
        return redirect(self.page_of(report, question))

    def page_of(self, report, question):
        return f"{report.get_absolute_url()}#q-{question.code}"

    def ask_again(self, report, question, form):
        """The same page, with what was typed and what is wrong with it."""
        context = report_context(report, self.request.user)
        for _section, _progress, shown in context["sections"]:
            for item in shown:
                if item.question.pk == question.pk:
                    item.form = form
        return render(self.request, "strategy/report_detail.html", context | {"report": report, "comment_form": form})
