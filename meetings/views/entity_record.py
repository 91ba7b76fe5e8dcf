"""What one entity said, decided, owes and attended, over all meetings that the reader sees."""

from dataclasses import dataclass

from django.contrib.auth.decorators import login_not_required
from django.db.models import Prefetch
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import pgettext_lazy
from django_filters.views import FilterView

from core.access import VisibleObjectMixin, visible_or_404
from core.exports import ExportMixin
from core.facets import chips_of, facets_of
from entities.models import Entity
from entities.roles import is_member
from meetings import outcome_exports
from meetings.agenda import shown_initiatives
from meetings.models import ActionPoint, Attendance, Decision, Intervention, Meeting
from meetings.models.people import PRESENT
from meetings.outcome_filters import (
    SAID_FACETS,
    ActionPointFilter,
    AttendedFilter,
    DecisionFilter,
    SaidFilter,
)
from meetings.views.registers import points_for_a_list

TABS = {
    "said": pgettext_lazy("an entity, in meetings", "Said"),
    "decided": pgettext_lazy("an entity, in meetings", "Decided"),
    "owes": pgettext_lazy("an entity, in meetings", "Owes"),
    "attended": pgettext_lazy("an entity, in meetings", "Attended"),
}


@dataclass(frozen=True)
class Tab:
    key: str
    label: str
    url: str
    number: int


def attendance_of(entity, user):
    """Lines that say whether it came; an invitation that was only answered says nothing of that."""
    return Attendance.objects.visible_to(user).filter(entity=entity).exclude(presence="")


def tabs_of(entity, user):
    """With the number of rows behind each. What an entity owes is for members."""
    numbers = {
        "said": Intervention.objects.visible_to(user).of_entity(entity).count(),
        "decided": Decision.objects.visible_to(user).concerning(entity, user).count(),
        "attended": attendance_of(entity, user).filter(presence__in=PRESENT).values("meeting").distinct().count(),
    }
    if is_member(user):
        numbers["owes"] = ActionPoint.objects.visible_to(user).owned_by([entity.pk]).owed().count()
    return [
        Tab(key, label, reverse(f"meetings:entity_{key}", args=[entity.slug]), numbers[key])
        for key, label in TABS.items()
        if key in numbers
    ]


class EntityRecordView(ExportMixin, VisibleObjectMixin, FilterView):
    tab = ""
    paginate_by = 20

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.entity = visible_or_404(Entity.objects.all(), request.user, slug=kwargs["slug"])

    @property
    def export_name(self):
        return f"{self.entity.slug}-{self.tab}"

    def get_export_title(self):
        return f"{self.entity}: {TABS[self.tab]}"

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "entity": self.entity,
            "tab": self.tab,
            "tabs": tabs_of(self.entity, self.request.user),
            "is_filtered": any(self.request.GET.get(name) for name in self.filterset_class.base_filters),
        }


@method_decorator(login_not_required, name="dispatch")
class EntitySaidView(EntityRecordView):
    tab = "said"
    model = Intervention
    filterset_class = SaidFilter
    template_name = "meetings/entity_said.html"
    export_columns = outcome_exports.INTERVENTIONS

    def get_queryset(self):
        said = super().get_queryset().of_entity(self.entity).select_related("meeting", "item", "entity")
        related = said.prefetch_related("processes", "goals", shown_initiatives(self.request.user))
        return related.order_by("-meeting__date", "-pk")

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        facets = facets_of(context["filter"], SAID_FACETS, searchable=("process",))
        return context | {
            "facets": [facet for facet in facets if facet.options],
            "chips": chips_of(context["filter"], SAID_FACETS),
        }


@method_decorator(login_not_required, name="dispatch")
class EntityDecidedView(EntityRecordView):
    """Decisions under items that it presented and, for members, those whose action points it owns."""

    tab = "decided"
    model = Decision
    filterset_class = DecisionFilter
    template_name = "meetings/entity_decided.html"
    export_columns = outcome_exports.DECISIONS

    def get_queryset(self):
        decisions = super().get_queryset().concerning(self.entity, self.request.user)
        return decisions.select_related("meeting", "item").order_by("-year", "-serial")


class EntityOwesView(EntityRecordView):
    tab = "owes"
    model = ActionPoint
    filterset_class = ActionPointFilter
    template_name = "meetings/entity_owes.html"
    export_columns = outcome_exports.ACTION_POINTS

    def get_queryset(self):
        owned = super().get_queryset().owned_by([self.entity.pk])
        return points_for_a_list(owned, self.request.user).order_by("-year", "-serial")


@method_decorator(login_not_required, name="dispatch")
class EntityAttendedView(EntityRecordView):
    tab = "attended"
    model = Meeting
    filterset_class = AttendedFilter
    template_name = "meetings/entity_attended.html"

    @property
    def export_columns(self):
        people = [outcome_exports.PEOPLE] if is_member(self.request.user) else []
        return [*outcome_exports.ATTENDED, *people]

    def get_queryset(self):
        lines = attendance_of(self.entity, self.request.user)
        meetings = super().get_queryset().filter(pk__in=lines.values("meeting"))
        return meetings.prefetch_related(Prefetch("attendance", lines, to_attr="lines")).order_by("-date", "-pk")

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"is_member": is_member(self.request.user)}
