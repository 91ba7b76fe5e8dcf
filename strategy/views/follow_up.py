"""Answers of a cycle that the secretariat comes back to."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views import View

from core.access import ensure, visible_or_404
from entities.roles import is_secretariat
from strategy.models import Answer, AnswerComment, Cycle, Report
from strategy.reviewing import may_review

PER_PAGE = 50


class FollowUpView(View):
    """The text of an answer stays with the entity while it revises its report; the talk about it does not."""

    def get(self, request, slug):
        cycle = visible_or_404(Cycle.objects.all(), request.user, slug=slug)
        ensure(is_secretariat(request.user))
        page = Paginator(flagged(cycle, request.user), PER_PAGE).get_page(request.GET.get("page"))
        readable = Answer.objects.visible_to(request.user).filter(pk__in=[answer.pk for answer in page])
        readable = set(readable.values_list("pk", flat=True))
        for answer in page:
            answer.is_readable = answer.pk in readable
            answer.may_be_cleared = may_review(answer.report, request.user)
        return render(request, "strategy/follow_up.html", {"cycle": cycle, "page_obj": page})


def flagged(cycle, user):
    comments = AnswerComment.objects.visible_to(user).select_related("by")
    answers = Answer.objects.filter(report__cycle=cycle, follow_up=True)
    return (
        answers.select_related("question", "report__entity", "report__questionnaire")
        .prefetch_related(Prefetch("comments", comments, to_attr="talk"), "question__choices", "question__columns")
        .order_by("report__entity__code", "question__section__position", "question__position", "pk")
    )


class FollowedUpView(View):
    """The secretariat need not come back to this answer any more."""

    def post(self, request, pk, code):
        report = visible_or_404(Report.objects.select_related("cycle"), request.user, pk=pk)
        ensure(may_review(report, request.user))
        Answer.objects.filter(report=report, question__code=code).update(follow_up=False)
        messages.success(request, _("The answer is off the list."))
        return redirect("strategy:follow_up", report.cycle.slug)
