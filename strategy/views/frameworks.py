"""Frameworks and their indicators: public pages over published values."""

from django.contrib.auth.decorators import login_not_required
from django.utils.decorators import method_decorator
from django.views.generic import DetailView, ListView

from core.access import VisibleObjectMixin, visible_or_404
from entities.roles import is_secretariat
from strategy.indicator_rows import rows_of
from strategy.mentions import mentions_in
from strategy.models import Cycle, Framework, Indicator
from strategy.rounds import indicator_series
from strategy.surveys import surveys_with_results


@method_decorator(login_not_required, name="dispatch")
class FrameworkListView(VisibleObjectMixin, ListView):
    model = Framework
    paginate_by = 20
    context_object_name = "frameworks"

    def get_queryset(self):
        return super().get_queryset().current().counted()

    def get_context_data(self, **kwargs):
        cycles = Cycle.objects.visible_to(self.request.user).counted()
        surveys = surveys_with_results(self.request.user)
        return super().get_context_data(**kwargs) | {
            "cycles": cycles[:5],
            "surveys": surveys,
            "can_keep": is_secretariat(self.request.user),
        }


@method_decorator(login_not_required, name="dispatch")
class FrameworkDetailView(VisibleObjectMixin, DetailView):
    model = Framework
    context_object_name = "framework"

    def get_context_data(self, **kwargs):
        nodes = list(self.object.nodes.select_related("parent").prefetch_related("indicators__values"))
        mentions = mentions_in(self.object, self.request.user)
        for node in nodes:
            node.framework, node.mentions = self.object, mentions.get(node.pk, ())
        parts = [(node, rows_of(node.indicators.all())) for node in nodes]
        rows = [row for _node, indicators in parts for row in indicators]
        for row in rows:
            row.indicator.node = next(node for node in nodes if node.pk == row.indicator.node_id)
        cycles = Cycle.objects.visible_to(self.request.user).filter(questionnaires__framework=self.object).distinct()
        versions = list(self.object.versions)
        return super().get_context_data(**kwargs) | {
            "versions": versions,
            "current": self.object.versions.current().first() if len(versions) > 1 else None,
            "can_edit": is_secretariat(self.request.user),
            "parts": parts,
            "has_samples": any(node.is_sample for node in nodes),
            "figures": {
                "indicators": len(rows),
                "with_values": sum(1 for row in rows if row.values),
                "rose": sum(1 for row in rows if row.rose),
                "over_time": sum(1 for row in rows if len(row.values) > 1),
                "with_target": sum(1 for row in rows if row.indicator.target_value is not None),
            },
            "cycles": cycles.counted(),
        }


@method_decorator(login_not_required, name="dispatch")
class IndicatorDetailView(DetailView):
    model = Indicator
    context_object_name = "indicator"

    def get_object(self, queryset=None):
        indicators = Indicator.objects.select_related("node__framework").prefetch_related("values")
        lookup = {"code": self.kwargs["code"], "node__framework__slug": self.kwargs["slug"]}
        return visible_or_404(indicators, self.request.user, **lookup)

    def get_context_data(self, **kwargs):
        row = rows_of([self.object])[0]
        return super().get_context_data(**kwargs) | {
            "row": row,
            "framework": self.object.node.framework,
            "reported": indicator_series(self.object, self.request.user),
            "asked_in": self.object.questions.select_related("section__questionnaire"),
        }
