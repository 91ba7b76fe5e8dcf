"""The secretariat writes its part of a consolidated report and chooses its narratives."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from django.views.generic import UpdateView

from core.access import can_edit, ensure, visible_or_404
from core.drafts.views import DraftFormMixin
from core.locks import wait_for_turn
from core.saving.page import compare, in_one_piece
from strategy.consolidated_forms import ConsolidatedForm, NarrativeChoiceForm
from strategy.consolidated_snapshot import flagged_in, said_in
from strategy.models import (
    TEXT_TYPES,
    ConsolidatedReport,
    Cycle,
    NarrativeChoice,
    Question,
    Questionnaire,
)
from strategy.models.consolidated import report_url
from strategy.results import accepted_reports


class EditedCycleMixin:
    """For the workbench: a cycle that the person sees and that the secretariat alone edits."""

    @cached_property
    def cycle(self):
        cycle = visible_or_404(Cycle.objects.all(), self.request.user, slug=self.kwargs["slug"])
        ensure(can_edit(cycle, self.request.user))
        return cycle


class ConsolidatedEditView(DraftFormMixin, EditedCycleMixin, UpdateView):
    """Introduction, key findings and conclusions. Before the first save there is no row yet."""

    what = gettext_lazy("Consolidated report")
    model = ConsolidatedReport
    form_class = ConsolidatedForm
    template_name = "strategy/consolidated_form.html"

    def get_object(self, queryset=None):
        found = ConsolidatedReport.objects.filter(cycle=self.cycle)
        if self.request.method == "POST":
            found = found.select_for_update(of=("self",))
        return found.first() or ConsolidatedReport(cycle=self.cycle)

    @in_one_piece
    def post(self, request, *args, **kwargs):
        # Of two first saves at once the second finds the row of the first.
        wait_for_turn(f"consolidated report {self.cycle.pk}")
        return super().post(request, *args, **kwargs)

    def form_valid(self, form):
        messages.success(self.request, _("The report is saved."))
        return super().form_valid(form)

    def form_invalid(self, form):
        if form.conflict:
            return compare(self.request, form, discard=report_url(self.cycle), draft_path=self.draft_path)
        return super().form_invalid(form)

    def get_success_url(self):
        return report_url(self.cycle)

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"cycle": self.cycle}


class NarrativesView(EditedCycleMixin, View):
    """The questions that are answered in words, with how many answers stand in the report."""

    def get(self, request, slug):
        questionnaires = list(Questionnaire.objects.with_questions().filter(cycles=self.cycle))
        choices = NarrativeChoice.objects.filter(consolidated__cycle=self.cycle)
        choices = {choice.question_id: choice for choice in choices}
        flagged = flagged_in(self.cycle)
        rows = []
        for questionnaire in questionnaires:
            reports = accepted_reports(self.cycle, questionnaire)
            rows += [
                row_of(question, said_in(question, reports), choices.get(question.pk), flagged)
                for question in questionnaire.questions
                if question.is_text
            ]
        return render(request, "strategy/narratives.html", {"cycle": self.cycle, "rows": rows})


def row_of(question, said, choice, flagged):
    left_out = choice.left_out if choice else []
    marked = [report for report, _content in said if (report.pk, question.pk) in flagged]
    taken = [report for report, _content in said if report.entity.code not in left_out and report not in marked]
    return {"question": question, "taken": len(taken), "answered": len(said), "flagged": len(marked)}


class NarrativeChoiceView(DraftFormMixin, EditedCycleMixin, UpdateView):
    what = gettext_lazy("Choice of narratives")
    model = NarrativeChoice
    form_class = NarrativeChoiceForm
    template_name = "strategy/narrative_choice.html"

    @cached_property
    def question(self):
        asked = Question.objects.filter(section__questionnaire__cycles=self.cycle, type__in=TEXT_TYPES)
        return get_object_or_404(asked.select_related("section__questionnaire"), pk=self.kwargs["question"])

    def get_object(self, queryset=None):
        found = NarrativeChoice.objects.filter(consolidated__cycle=self.cycle, question=self.question)
        if self.request.method == "POST":
            found = found.select_for_update(of=("self",))
        choice = found.first() or NarrativeChoice()
        choice.question = self.question
        return choice

    def get_form_kwargs(self):
        reports = accepted_reports(self.cycle, self.question.section.questionnaire)
        marked = flagged_in(self.cycle)
        flagged = {report for report, question in marked if question == self.question.pk}
        return super().get_form_kwargs() | {"reports": reports, "flagged": flagged}

    @in_one_piece
    def post(self, request, *args, **kwargs):
        wait_for_turn(f"consolidated report {self.cycle.pk}")
        return super().post(request, *args, **kwargs)

    def form_valid(self, form):
        if form.instance.consolidated_id is None:
            form.instance.consolidated, _created = ConsolidatedReport.objects.get_or_create(cycle=self.cycle)
        form.save()
        messages.success(self.request, _("The choice of narratives is saved."))
        return redirect("strategy:narratives_list", self.cycle.slug)

    def form_invalid(self, form):
        if form.conflict:
            return compare(self.request, form, discard=self.request.path, draft_path=self.draft_path)
        return super().form_invalid(form)

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"cycle": self.cycle, "question": self.question}
