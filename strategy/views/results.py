"""Pages of results: one question of a cycle, an outcome, an entity, a survey over its rounds. All begin with what the
reader may read; each is a list as a file too."""

from functools import cached_property

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import Http404
from django.utils.decorators import method_decorator
from django.views.generic import TemplateView

from core.access import visible_or_404
from core.exports import address_of, respond
from entities.models import Entity
from strategy.distributions import distribution_of
from strategy.entity_results import EntityResults
from strategy.models import Cycle, Node, Question, Questionnaire, consent_levels
from strategy.outcomes import Outcome
from strategy.result_tables import answers_table, entity_table, figures_table, outcome_table
from strategy.results import accepted_reports, asked_codes, contents_of, name_initiatives, result_of, results_of
from strategy.rounds import series_of
from strategy.surveys import Survey


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


class RoundsPage(ExportedPage):
    """A page over several cycles. Those of the demonstration stand apart: ?demo=1."""

    @property
    def wants_demo(self):
        return self.request.GET.get("demo") == "1"


@method_decorator(login_not_required, name="dispatch")
class SurveyView(RoundsPage):
    """One section of a questionnaire, question by question over its rounds. The file holds all sections."""

    template_name = "strategy/survey_detail.html"

    @cached_property
    def survey(self):
        return Survey(self.kwargs["code"], self.request.user, self.wants_demo)

    def get_context_data(self, **kwargs):
        section = self.survey.section(self.request.GET.get("section")) if self.survey.cycles else None
        if section is None:
            raise Http404
        return super().get_context_data(**kwargs) | {
            "survey": self.survey,
            "section": section.section,
            "rows": [(series, distribution_of(series)) for series in self.series(section.questions)],
        }

    def series(self, questions):
        return series_of(questions, self.request.user, self.survey.cycles)

    def get_table(self, context):
        questions = [question for section in self.survey.sections for question in section.questions]
        results = [(each.cycle, each.result) for series in self.series(questions) for each in series.rounds]
        name, title = f"survey-{self.survey.code}", str(self.survey.questionnaire)
        return figures_table(name, title, results, address_of(self.request))


@method_decorator(login_not_required, name="dispatch")
class OutcomeView(ExportedPage):
    """A part of a framework: its indicators with their published values, and what entities reported on it."""

    template_name = "strategy/node_detail.html"

    def get_context_data(self, **kwargs):
        nodes = Node.objects.select_related("framework", "parent")
        lookup = {"framework__slug": kwargs["slug"], "code": kwargs["code"]}
        node = visible_or_404(nodes, self.request.user, **lookup)
        return super().get_context_data(**kwargs) | {"outcome": Outcome(node, self.request.user)}

    def get_table(self, context):
        return outcome_table(context["outcome"], address_of(self.request))


@method_decorator(login_not_required, name="dispatch")
class EntityResultsView(RoundsPage):
    """What one entity reported over the cycles, section by section. The file holds all sections."""

    template_name = "strategy/entity_results.html"

    @cached_property
    def found(self):
        entity = visible_or_404(Entity.objects.all(), self.request.user, slug=self.kwargs["slug"])
        return EntityResults(entity, self.request.user, self.wants_demo)

    def get_context_data(self, **kwargs):
        questionnaire, section = self.part()
        return super().get_context_data(**kwargs) | {
            "found": self.found,
            "entity": self.found.entity,
            "questionnaire": questionnaire,
            "section": section and section.section,
            "rows": self.found.answers_to(section) if section else [],
        }

    def part(self):
        code, section = (self.request.GET.get(name, "") for name in ("questionnaire", "section"))
        part = self.found.part(code, section)
        if part is None and code:
            raise Http404
        return part or (None, None)

    def get_table(self, context):
        return entity_table(self.found, address_of(self.request))
