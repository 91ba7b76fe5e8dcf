"""The review of a report: answers beside those of the last cycle, with what lies between, and the talk about each."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views import View

from core.access import ensure, visible_or_404
from strategy.forms import CommentForm
from strategy.models import Report, ReportState
from strategy.review_rows import SHOWS, queue_of, rows_of
from strategy.reviewing import (
    current_submission,
    look_at,
    looked_at,
    may_review,
    progress_of_review,
    take_back_look,
    unchanged_codes,
)
from strategy.views.reports import AnswerCommentView, load
from strategy.workflow import REPORT

READABLE = (ReportState.SUBMITTED, ReportState.RETURNED, ReportState.ACCEPTED)


class ReviewMixin:
    """Of a report whose text the secretariat reads, by an officer who does not serve its entity."""

    @cached_property
    def report(self):
        reports = Report.objects.select_related("entity", "cycle", "questionnaire", "submitted_by")
        report = visible_or_404(reports, self.request.user, pk=self.kwargs["pk"])
        ensure(may_review(report, self.request.user) and report.state in READABLE)
        return report

    @property
    def show(self):
        show = self.request.GET.get("show", "all")
        if show not in SHOWS:
            raise Http404
        return show

    def url(self, code=""):
        """The page as it is filtered, at one of its answers."""
        query = f"?{urlencode({'show': self.show})}" if self.show != "all" else ""
        return reverse("strategy:review", args=[self.report.pk]) + query + (f"#q-{code}" if code else "")

    def rows(self):
        """(questionnaire, previous submission, [(section, [Row])], the marks of the submission)."""
        submission = current_submission(self.report)
        questionnaire, previous, sections = load(self.report, self.request.user)
        looks = looked_at(submission)
        found = [(section, rows_of(shown, submission, looks)) for section, _progress, shown in sections]
        return questionnaire, previous, found, submission, looks

    def page(self, form=None, code=""):
        """`form` is the comment on the answer `code` that could not be sent."""
        report, user = self.report, self.request.user
        questionnaire, previous, found, submission, looks = self.rows()
        every = [row for _section, rows in found for row in rows]
        for row in every:
            row.form = form if form and row.question.code == code else blank_form(row)
        unchanged = unchanged_codes(submission)
        context = {
            "report": report,
            "questionnaire": questionnaire,
            "previous": previous,
            "sections": [(section, kept) for section, rows in found if (kept := self.kept(rows, code))],
            "filters": [(name, label, sum(row.is_in(name) for row in every)) for name, label in SHOWS.items()],
            "show": self.show,
            "progress": progress_of_review(submission, looks),
            "unchanged": len(unchanged - set(looks)),
            "marked_together": sum(look.is_together for look in looks.values()),
            "is_waiting": report.state == ReportState.SUBMITTED,
            "actions": REPORT.actions_for(report, user),
            "queue": queue_of(report, user),
            "comment_form": form,
        }
        return render(self.request, "strategy/review.html", context)

    def kept(self, rows, code):
        """What the filter shows, and in any case the answer whose comment has an error."""
        return [row for row in rows if row.is_in(self.show) or row.question.code == code]


def blank_form(row):
    return CommentForm(answer=row.shown.answer, auto_id=f"comment-{row.question.pk}-%s")


class ReviewView(ReviewMixin, View):
    def get(self, request, pk):
        return self.page()


class LookView(ReviewMixin, View):
    """Marks one answer as looked at, or takes the mark back, and goes on with the next one."""

    def post(self, request, pk, code):
        _questionnaire, _previous, found, submission, looks = self.rows()
        shown = [row.question.code for _section, rows in found for row in rows if row.is_in(self.show)]
        if code not in submission.answers:
            raise Http404
        if "back" in request.POST:
            take_back_look(self.report, code, request.user)
            return redirect(self.url(code))
        look_at(self.report, code, request.user)
        if len(set(submission.answers) - set(looks) - {code}) == 0:
            messages.success(request, _("Every answer of this report was looked at."))
        return redirect(self.url(following(shown, code)))


def following(codes, code):
    """The next one that was shown; the last one stays where it is."""
    place = codes.index(code) if code in codes else len(codes)
    return codes[place + 1] if place + 1 < len(codes) else code


class ReviewCommentView(ReviewMixin, AnswerCommentView):
    """A comment that is written on the page of the review leads back to it."""

    def page_of(self, report, question):
        return self.url(question.code)

    def ask_again(self, report, question, form):
        return self.page(form, question.code)
