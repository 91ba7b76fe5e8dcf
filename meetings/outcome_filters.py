"""What a reader may ask the registers of decisions and action points for, and what an entity said."""

from datetime import timedelta

import django_filters
from django import forms
from django.db.models import Case, CharField, F, Q, Value, When
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.models import Goal, Process
from entities.models import Entity
from meetings import times
from meetings.models import (
    ActionPoint,
    ActionPointState,
    Decision,
    Intervention,
    InterventionKind,
    ItemKind,
    Meeting,
    Presenter,
    Series,
)
from meetings.models.outcomes import OWED_STATES

SOON = 7  # days
LATER = 30
DUE = [
    ("overdue", pgettext_lazy("state", "Overdue")),
    ("week", _("In the next 7 days")),
    ("month", _("In the next 30 days")),
    ("later", _("Later than that")),
    ("none", _("No date")),
]
POINT_SORTS = {
    "newest": _("Newest first"),
    "due": _("By due date"),
    "changed": _("Last change"),
}
IMPORTANT = [("True", _("Important only"))]


def several(label, choices, **options):
    return django_filters.MultipleChoiceFilter(label=label, choices=choices, **options)


def records(label, model, field, **options):
    """Several records that are named by a field in the address. Which there are says the view's own queryset."""
    return django_filters.ModelMultipleChoiceFilter(
        label=label, to_field_name=field, queryset=model.objects.none(), **options
    )


def sorting(sorts):
    return django_filters.ChoiceFilter(
        label=_("Sort by"), choices=list(sorts.items()), method="sorted_by", empty_label=None, widget=forms.Select
    )


def years_of(rows, path):
    """Asked only where a list of years is shown or a year was chosen."""
    found = rows.order_by().values_list(path, flat=True).distinct()
    return [(str(year), str(year)) for year in sorted(found, reverse=True)]


class RegisterFilter(django_filters.FilterSet):
    """Years, meetings and entities are offered where rows that the reader sees have them."""

    q = django_filters.CharFilter(label=_("Search"), method="search", max_length=200)
    year = several(_("Year"), (), field_name="meeting__date__year")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.filters["year"].extra["choices"] = lambda: years_of(self.queryset, "meeting__date__year")

    def offer(self, name, records):
        self.filters[name].queryset = records

    def offer_meetings(self):
        held = Meeting.objects.filter(pk__in=self.queryset.order_by().values("meeting"))
        self.offer("meeting", held.order_by("-date", "pk"))

    def search(self, queryset, name, value):
        return queryset.found(value)


def with_timing(points):
    """`timing` is one of DUE, of what is still owed; None of the rest."""
    today = times.today_in()
    owed = Q(state__in=OWED_STATES)
    return points.annotate(
        timing=Case(
            When(~owed, then=None),
            When(due=None, then=Value("none")),
            When(due__lt=today, then=Value("overdue")),
            When(due__lte=today + timedelta(days=SOON), then=Value("week")),
            When(due__lte=today + timedelta(days=LATER), then=Value("month")),
            default=Value("later"),
            output_field=CharField(),
        )
    )


class ActionPointFilter(RegisterFilter):
    state = several(_("State"), ActionPointState.choices)
    due = several(pgettext_lazy("date", "Due"), DUE, field_name="timing")
    entity = records(_("Owner"), Entity, "code", method="owned")
    meeting = records(_("Meeting"), Meeting, "slug", field_name="meeting__slug")
    series = records(_("Series"), Series, "pk", field_name="meeting__series")
    important = several(_("Priority"), IMPORTANT, field_name="is_important")
    sort = sorting(POINT_SORTS)

    class Meta:
        model = ActionPoint
        fields = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        owners = ActionPoint.owners.through.objects.filter(actionpoint__in=self.queryset.order_by().values("pk"))
        self.offer("entity", Entity.objects.filter(pk__in=owners.values("entity")).order_by_translated("acronym"))
        self.offer_meetings()
        meetings = Meeting.objects.filter(pk__in=self.queryset.order_by().values("meeting"))
        self.offer("series", Series.objects.filter(pk__in=meetings.values("series")))

    def owned(self, queryset, name, entities):
        return queryset.owned_by([entity.pk for entity in entities]) if entities else queryset

    def sorted_by(self, queryset, name, value):
        if value == "due":
            return queryset.order_by(F("due").asc(nulls_last=True), "year", "serial")
        # The register comes newest first.
        return queryset.order_by("-updated_at", "-pk") if value == "changed" else queryset


# {filter: column that holds its values}
POINT_FACETS = {
    "state": "state",
    "due": "timing",
    "entity": "owners__code",
    "important": "is_important",
    "year": "meeting__date__year",
    "series": "meeting__series",
    "meeting": "meeting__slug",
}


class DecisionFilter(RegisterFilter):
    """Lists of choices, not facets: what an entity has to do with a decision stands in no column."""

    year = django_filters.ChoiceFilter(label=_("Year"), field_name="meeting__date__year", empty_label=_("All years"))
    meeting = django_filters.ModelChoiceFilter(
        label=_("Meeting"), to_field_name="slug", queryset=Meeting.objects.none(), empty_label=_("All meetings")
    )
    entity = django_filters.ModelChoiceFilter(
        label=_("Entity"),
        method="concerning",
        to_field_name="code",
        queryset=Entity.objects.none(),
        empty_label=_("All entities"),
    )

    class Meta:
        model = Decision
        fields = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.offer_meetings()
        self.offer("entity", self.entities())

    def entities(self):
        """Those that presented an item with a decision, and for members those that carry one out."""
        decisions = self.queryset.order_by()
        presenting = Presenter.objects.filter(item__in=decisions.values("item"), entity__isnull=False).values("entity")
        points = ActionPoint.objects.visible_to(self.request.user).filter(decision__in=decisions.values("pk"))
        owning = ActionPoint.owners.through.objects.filter(actionpoint__in=points.values("pk")).values("entity")
        return Entity.objects.filter(Q(pk__in=presenting) | Q(pk__in=owning)).order_by_translated("acronym")

    def concerning(self, queryset, name, entity):
        return queryset.concerning(entity, self.request.user)


class SaidFilter(RegisterFilter):
    """What one entity said; drafts for those who see them."""

    kind = several(_("Kind"), InterventionKind.choices)
    item = several(_("Agenda item"), ItemKind.choices, field_name="item__kind")
    process = records(_("Process or event"), Process, "code", field_name="processes__code")
    goal = records(_("Goal"), Goal, "number", field_name="goals__number")

    class Meta:
        model = Intervention
        fields = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        said = self.queryset.order_by().values("pk")
        processes = Intervention.processes.through.objects.filter(intervention__in=said).values("process")
        goals = Intervention.goals.through.objects.filter(intervention__in=said).values("goal")
        self.offer("process", Process.objects.filter(pk__in=processes).order_by_translated("name"))
        self.offer("goal", Goal.objects.filter(pk__in=goals))


SAID_FACETS = {
    "kind": "kind",
    "item": "item__kind",
    "goal": "goals__number",
    "process": "processes__code",
    "year": "meeting__date__year",
}


class AttendedFilter(django_filters.FilterSet):
    year = django_filters.ChoiceFilter(label=_("Year"), field_name="date__year", empty_label=_("All years"))

    class Meta:
        model = Meeting
        fields = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.filters["year"].extra["choices"] = lambda: years_of(self.queryset, "date__year")
