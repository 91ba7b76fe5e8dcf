"""Frameworks and their indicators: public pages over published values."""

from dataclasses import dataclass

from django.contrib.auth.decorators import login_not_required
from django.utils.decorators import method_decorator
from django.views.generic import DetailView, ListView

from core.access import VisibleObjectMixin, visible_or_404
from core.querysets import count_of
from strategy.mentions import mentions_in
from strategy.models import Cycle, Framework, Indicator, IndicatorUnit, Node
from strategy.rounds import indicator_series


@method_decorator(login_not_required, name="dispatch")
class FrameworkListView(VisibleObjectMixin, ListView):
    model = Framework
    paginate_by = 20
    context_object_name = "frameworks"

    def get_queryset(self):
        return (
            super()
            .get_queryset()
            .current()
            .annotate(
                number_of_parts=count_of(Node.objects.all(), "framework"),
                number_of_indicators=count_of(Indicator.objects.all(), "node__framework"),
            )
        )

    def get_context_data(self, **kwargs):
        cycles = Cycle.objects.visible_to(self.request.user).counted()
        return super().get_context_data(**kwargs) | {"cycles": cycles[:5]}


@dataclass
class Shown:
    """An indicator as a row of its framework: the latest value, and how it moved since the first."""

    indicator: Indicator
    values: list

    @property
    def latest(self):
        return self.values[-1] if self.values else None

    @property
    def maximum(self):
        """Where the scale of the bar ends: a share of more than 100 widens it."""
        known = [value.value for value in self.values] + [self.indicator.target_value or 0]
        if self.indicator.unit == IndicatorUnit.PERCENT:
            return float(max(100, *known))
        return float(max(known)) * 1.15 or 1

    @property
    def rose(self):
        return len(self.values) > 1 and self.values[-1].value > self.values[0].value

    @property
    def points(self):
        return [(str(value.year), float(value.value)) for value in self.values]

    @property
    def status(self):
        return (
            self.indicator.status_of(self.latest.value, self.latest.year)
            if self.latest
            else self.indicator.status_of(None)
        )


def shown(indicators):
    return [Shown(indicator, list(indicator.values.all())) for indicator in indicators]


@method_decorator(login_not_required, name="dispatch")
class FrameworkDetailView(VisibleObjectMixin, DetailView):
    model = Framework
    context_object_name = "framework"

    def get_context_data(self, **kwargs):
        nodes = list(self.object.nodes.select_related("parent").prefetch_related("indicators__values"))
        mentions = mentions_in(self.object, self.request.user)
        for node in nodes:
            node.framework, node.mentions = self.object, mentions.get(node.pk, ())
        parts = [(node, shown(node.indicators.all())) for node in nodes]
        rows = [row for _node, indicators in parts for row in indicators]
        for row in rows:
            row.indicator.node = next(node for node in nodes if node.pk == row.indicator.node_id)
        cycles = Cycle.objects.visible_to(self.request.user).filter(questionnaires__framework=self.object).distinct()
        return super().get_context_data(**kwargs) | {
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
        row = shown([self.object])[0]
        return super().get_context_data(**kwargs) | {
            "row": row,
            "framework": self.object.node.framework,
            "reported": indicator_series(self.object, self.request.user),
            "asked_in": self.object.questions.select_related("section__questionnaire"),
        }
