"""Two versions of a report beside each other."""

from django.http import Http404
from django.shortcuts import render
from django.views import View

from core.access import visible_or_404
from strategy.comparing import (
    asked_between,
    compare,
    questions_of,
    returned_between,
    version,
    versions_of,
)
from strategy.models import Report
from strategy.reviewing import may_review


class CompareView(View):
    """?a=1&b=2, without them the last two. `b` is "draft" for the answers as they stand with those who write them."""

    def get(self, request, pk):
        reports = Report.objects.select_related("entity", "cycle", "questionnaire")
        report = visible_or_404(reports, request.user, pk=pk)
        keys = versions_of(report, request.user)
        context = {"report": report, "keys": keys, "is_review": may_review(report, request.user)}
        if len(keys) > 1:
            context |= self.compared(report, *self.chosen(keys))
        return render(request, "strategy/report_compare.html", context)

    def chosen(self, keys):
        """The older one first, whatever stands in the address."""
        a, b = self.request.GET.get("a", keys[-2]), self.request.GET.get("b", keys[-1])
        if a not in keys or b not in keys or a == b:
            raise Http404
        return sorted((a, b), key=keys.index)

    def compared(self, report, a, b):
        user, questions = self.request.user, questions_of(report)
        old, new = (version(report, user, key, questions) for key in (a, b))
        rows = compare(questions, old, new, asked_between(report, user, old, new))
        return {
            "old": old,
            "new": new,
            "changed": [row for row in rows if row.is_changed],
            # What the secretariat asked about and the entity left as it was.
            "unanswered": [row for row in rows if row.asked and not row.is_changed],
            "same": [row for row in rows if not row.is_changed and not row.asked],
            "returns": returned_between(report, old, new),
        }
