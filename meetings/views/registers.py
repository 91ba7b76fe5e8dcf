"""The registers over all meetings: decisions, and action points."""

from django.contrib.auth.decorators import login_not_required
from django.db.models import Prefetch
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django_filters.views import FilterView

from core.access import VisibleObjectMixin
from core.exports import ExportMixin
from core.facets import chips_of, facets_of
from meetings import outcome_exports
from meetings.models import ActionPoint, Decision
from meetings.outcome_filters import POINT_FACETS, POINT_SORTS, ActionPointFilter, DecisionFilter, with_timing


def points_for_a_list(points, user):
    """`shown_decision` is the number of the decision, where the user may read it."""
    return with_timing(points).select_related("meeting").prefetch_related("owners", shown_decision(user))


def shown_decision(user):
    return Prefetch("decision", Decision.objects.visible_to(user), to_attr="shown_decision")


class ActionPointListView(ExportMixin, VisibleObjectMixin, FilterView):
    """People who belong to no entity have none to see."""

    model = ActionPoint
    filterset_class = ActionPointFilter
    template_name = "meetings/action_point_list.html"
    paginate_by = 20
    export_name = "action-points"
    export_title = _("Action points")
    export_columns = outcome_exports.ACTION_POINTS

    def get_queryset(self):
        return points_for_a_list(super().get_queryset(), self.request.user).order_by("-year", "-serial")

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        visible = ActionPoint.objects.visible_to(self.request.user)
        facets = facets_of(context["filter"], POINT_FACETS, searchable=("entity", "meeting"))
        return context | {
            "owed": visible.owed().count(),
            "overdue": visible.overdue().count(),
            "facets": [facet for facet in facets if facet.options],
            "chips": chips_of(context["filter"], POINT_FACETS),
            "sorts": POINT_SORTS.items(),
        }


@method_decorator(login_not_required, name="dispatch")
class DecisionListView(ExportMixin, VisibleObjectMixin, FilterView):
    model = Decision
    filterset_class = DecisionFilter
    template_name = "meetings/decision_list.html"
    paginate_by = 20
    export_name = "decisions"
    export_title = _("Decisions")
    export_columns = outcome_exports.DECISIONS

    def get_queryset(self):
        return super().get_queryset().select_related("meeting", "item").order_by("-year", "-serial")

    def get_context_data(self, **kwargs):
        is_filtered = any(self.request.GET.get(name) for name in DecisionFilter.base_filters)
        return super().get_context_data(**kwargs) | {"is_filtered": is_filtered}
