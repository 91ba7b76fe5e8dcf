"""The public catalogue: a list with facets, or a map with its table."""

from django.contrib.auth.decorators import login_not_required
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django_filters.views import FilterView

from initiatives import facets, rows
from initiatives.filters import SORTS, InitiativeFilter
from initiatives.models import Initiative, may_create


@method_decorator(login_not_required, name="dispatch")
class InitiativeListView(FilterView):
    model = Initiative
    filterset_class = InitiativeFilter
    template_name = "initiatives/initiative_list.html"
    context_object_name = "initiatives"
    paginate_by = 20

    def get_queryset(self):
        return rows.with_row_data(Initiative.objects.visible_to(self.request.user).published())

    def get_filterset_kwargs(self, filterset_class):
        # Bound without a query too, so that the list is sorted.
        return super().get_filterset_kwargs(filterset_class) | {"data": self.request.GET}

    @cached_property
    def selected(self):
        text = self.filterset.form.cleaned_data["q"] if self.filterset.is_valid() else ""
        return facets.select(self.request.GET, text)

    def get_paginator(self, queryset, per_page, **kwargs):
        paginator = super().get_paginator(queryset, per_page, **kwargs)
        if self.filterset.is_valid():
            paginator.count = self.selected[0].total  # counted already, for the facets
        return paginator

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        selection, chosen = self.selected
        filters = self.filterset.filters
        valid = self.filterset.is_valid()
        total = selection.total if valid else 0
        chips = facets.chips(self.request.GET, chosen, filters)
        view = (valid and self.filterset.form.cleaned_data["view"]) or "list"
        context |= {
            "facets": facets.facets(selection, chosen, filters),
            "chips": chips,
            "total": total,
            "all": selection.catalogue.size,
            "view": view,
            "sorts": [{"value": value, "label": label} for value, label in SORTS.items()],
            "sort": self.filterset.sorting,
            "may_create": may_create(self.request.user),
            "ways_out": facets.ways_out(selection, chips) if not total else [],
        }
        if view == "map":
            countries = facets.country_rows(selection) if valid else []
            return context | {
                "countries": countries,
                "map_counts": {row["m49"]: row["total"] for row in countries},
            }
        rows.complete(context["initiatives"])
        return context
