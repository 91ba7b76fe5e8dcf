"""Pages of results: one question of a cycle, an outcome, an entity, a survey over its rounds. All begin with what the
reader may read; each is a list as a file too."""

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import Http404
from django.utils.decorators import method_decorator
from django.views.generic import TemplateView

from core.access import visible_or_404
from core.exports import address_of, respond
from strategy.models import Cycle, Question, Questionnaire, consent_levels
from strategy.result_tables import answers_table, figures_table
from strategy.results import accepted_reports, asked_codes, contents_of, name_initiatives, result_of, results_of


class ExportedPage(TemplateView):
    """A page whose table is given as a file with ?export=csv. `get_table(context)` says what is in it."""

    def render_to_response(self, context, **response_kwargs):
        format = self.request.GET.get("export")
        if format is not None:
            return respond(self.get_table(context), format)
        return super().render_to_response(context, **response_kwargs)


@method_decorator(login_not_required, name="dispatch")
class AnswerListView(ExportedPage):
    """Who answered what to one question of a published cycle."""

    template_name = "strategy/answer_list.html"
    page_size = 25

    def get_context_data(self, **kwargs):
        user = self.request.user
        cycle = visible_or_404(Cycle.objects.published(), user, slug=kwargs["slug"])
        question = self.get_question(cycle)
        reports = accepted_reports(cycle, question.section.questionnaire)
        result = result_of(question, contents_of(question, reports), asked_codes(cycle), user)
        name_initiatives([result], user)
        rows = [] if result.is_hidden else result.said
        page = Paginator(rows, self.page_size).get_page(self.request.GET.get("page"))
        return super().get_context_data(**kwargs) | {
            "cycle": cycle,
            "question": question,
            "result": result,
            "page_obj": page,
        }

    def get_question(self, cycle):
        questions = Question.objects.filter(
            section__questionnaire__cycles=cycle,
            section__questionnaire__code=self.kwargs["questionnaire"],
            code=self.kwargs["code"],
            consent__in=consent_levels(self.request.user),
        )
        related = questions.select_related("section__questionnaire", "indicator__node__framework")
        question = related.prefetch_related("choices", "columns").first()
        if question is None:
            raise Http404
        return question

    def get_table(self, context):
        return answers_table(context["cycle"], context["result"], address_of(self.request))


@login_not_required
def cycle_figures(request, slug):
    """All figures of a published cycle as a file."""
    cycle = visible_or_404(Cycle.objects.published(), request.user, slug=slug)
    questionnaires = Questionnaire.objects.with_questions().filter(cycles=cycle)
    found = results_of(cycle, request.user, questionnaires)
    results = [(cycle, result) for one in found for _section, rows in one.sections for result in rows]
    table = figures_table(f"results-{cycle.slug}", str(cycle), results, address_of(request))
    return respond(table, request.GET.get("export", "csv"))
