"""What a reader may ask the catalogue. A value that is none gives an empty list and is named, never a wider result."""

import django_filters
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core import reference
from core.models import Country, CountryGroup, Goal, Modality, Region, Theme
from entities.models import Entity
from initiatives import geography
from initiatives.choices import CooperationType, Role, Status
from initiatives.models import Initiative, InitiativeGoal, Participation

SORTS = {
    "updated": _("Recently updated"),
    "start": _("Start, newest first"),
    "title": _("Title, A to Z"),
    "lead": _("Lead entity"),
}
VIEWS = [("list", pgettext_lazy("view", "List")), ("map", pgettext_lazy("view", "Map"))]


def codes(model, code_field="code"):
    """Choices of a filter: labels are made by the facets, so the code stands for itself here."""

    def choices():
        return [(str(code), str(code)) for code in reference.names(model, code_field)]

    return choices


def entity_codes():
    return [(code, code) for code in reference.names(Entity, field="acronym")]


class InitiativeFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(label=_("Search"), method="search", max_length=200)
    goal = django_filters.MultipleChoiceFilter(label=_("Goal"), choices=codes(Goal, "number"), method="by_goal")
    entity = django_filters.MultipleChoiceFilter(
        label=_("Lead or partner entity"), choices=entity_codes, method="by_entity"
    )
    country = django_filters.MultipleChoiceFilter(
        label=_("Partner country"), choices=codes(Country, "iso3"), method="by_country"
    )
    role = django_filters.MultipleChoiceFilter(label=_("Role of the country"), choices=Role.choices, method="by_role")
    region = django_filters.MultipleChoiceFilter(label=_("Region"), choices=codes(Region), method="by_region")
    group = django_filters.MultipleChoiceFilter(
        label=_("Country group"), choices=CountryGroup.choices, method="by_group"
    )
    type = django_filters.MultipleChoiceFilter(
        label=_("Type of cooperation"), choices=CooperationType.choices, method="by_type"
    )
    theme = django_filters.MultipleChoiceFilter(label=_("Theme"), choices=codes(Theme), method="by_theme")
    modality = django_filters.MultipleChoiceFilter(label=_("Modality"), choices=codes(Modality), method="by_modality")
    status = django_filters.MultipleChoiceFilter(label=_("Status"), choices=Status.choices, method="by_status")
    sort = django_filters.ChoiceFilter(label=_("Sort by"), choices=list(SORTS.items()), method="unchanged")
    view = django_filters.ChoiceFilter(label=_("View"), choices=VIEWS, method="unchanged")

    class Meta:
        model = Initiative
        fields = []

    def search(self, queryset, name, value):
        return queryset.found(value)

    # Subqueries, not joins: an initiative with two matching rows would come twice.

    def by_goal(self, queryset, name, values):
        return _with(queryset, InitiativeGoal.objects.filter(goal__number__in=values))

    def by_entity(self, queryset, name, values):
        named = Participation.objects.filter(entity__code__in=values)
        return queryset.filter(Q(lead__code__in=values) | Q(pk__in=named.values("initiative")))

    def by_country(self, queryset, name, values):
        # With a role, the country must have that role.
        roles = self.form.cleaned_data.get("role") or Role.values
        return _with(queryset, Participation.objects.filter(country__iso3__in=values, role__in=roles))

    def by_role(self, queryset, name, values):
        if self.form.cleaned_data.get("country"):
            return queryset
        return _with(queryset, Participation.objects.filter(country__isnull=False, role__in=values))

    def by_region(self, queryset, name, values):
        return _with(
            queryset,
            Participation.objects.filter(
                Q(country__iso3__in=geography.countries_in(values)) | Q(region__code__in=geography.regions_in(values))
            ),
        )

    def by_group(self, queryset, name, values):
        return _with(queryset, Participation.objects.filter(country__iso3__in=geography.members_of(values)))

    def by_type(self, queryset, name, values):
        return queryset.filter(cooperation_type__in=values)

    def by_theme(self, queryset, name, values):
        return queryset.filter(
            pk__in=Initiative.themes.through.objects.filter(theme__code__in=values).values("initiative")
        )

    def by_modality(self, queryset, name, values):
        through = Initiative.modalities.through
        return queryset.filter(pk__in=through.objects.filter(modality__code__in=values).values("initiative"))

    def by_status(self, queryset, name, values):
        return queryset.filter(status__in=values)

    def unchanged(self, queryset, name, value):
        return queryset

    @property
    def sorting(self):
        return (self.form.is_valid() and self.form.cleaned_data["sort"]) or "updated"

    def filter_queryset(self, queryset):
        return sort(super().filter_queryset(queryset), self.sorting)


def _with(queryset, rows):
    return queryset.filter(pk__in=rows.values("initiative"))


def sort(queryset, name):
    if name == "title":
        return queryset.order_by_translated("title")
    if name == "lead":
        return queryset.order_by_translated("lead__acronym", "title")
    if name == "start":
        return queryset.order_by(F("start").desc(nulls_last=True), "code")
    return queryset.order_by("-updated_at", "code")
