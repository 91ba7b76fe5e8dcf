"""How a report reached the secretariat that enters it on behalf of an entity."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views import View

from core.access import ensure, visible_or_404
from core.workflow import TransitionRefused
from strategy.models import Report, ReportState
from strategy.on_behalf import ReceivedForm, may_say_how_it_came, save_received
from strategy.workflow import REPORT


class OnBehalfView(View):
    """Asked before the first answer is typed, corrected until the report is submitted."""

    def get(self, request, pk):
        return self.ask(self.report(pk), ReceivedForm(instance=self.report(pk)))

    def post(self, request, pk):
        report = self.report(pk)
        form = ReceivedForm(request.POST, instance=self.report(pk))
        if not form.is_valid():
            return self.ask(report, form)
        is_begun = report.state != ReportState.NOT_STARTED
        try:
            report = save_received(report, form, request.user)
        except TransitionRefused as refusal:
            return self.ask(report, form, refusal.reasons)
        messages.success(request, _("It is kept how the report reached you.") if is_begun else REPORT["enter"].done)
        return redirect(report.get_edit_url())

    def report(self, pk):
        reports = Report.objects.select_related("entity", "cycle", "questionnaire")
        report = visible_or_404(reports, self.request.user, pk=pk)
        ensure(may_say_how_it_came(report, self.request.user))
        return report

    def ask(self, report, form, refusals=()):
        context = {"report": report, "form": form, "refusals": refusals, "transition": REPORT["enter"]}
        return render(self.request, "strategy/on_behalf.html", context)
