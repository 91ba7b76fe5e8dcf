"""Search and filter of the directory."""

from collections import Counter
from types import SimpleNamespace

import django_filters
from django.utils.translation import gettext_lazy as _

from entities.models import Entity, EntityKind


class EntityFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(label=_("Search"), method="search")
    kind = django_filters.MultipleChoiceFilter(label=_("Kind"), choices=EntityKind.choices)

    class Meta:
        model = Entity
        fields = []

    def search(self, queryset, name, value):
        return queryset.search(value, "acronym", "name", plain=("code",))


def kind_facet(filterset):
    """Each kind of entity with the number of entities that the search gives."""
    data = filterset.data.copy() if filterset.data else {}
    data.pop("kind", None)
    others = EntityFilter(data, queryset=filterset.queryset).qs
    counts = Counter(others.order_by().values_list("kind", flat=True))
    chosen = filterset.data.getlist("kind") if filterset.data else []
    options = [
        {"value": value, "label": label, "count": counts[value], "selected": value in chosen}
        for value, label in EntityKind.choices
        if counts[value] or value in chosen
    ]
    return SimpleNamespace(name="kind", label=_("Kind"), options=options)


def active(filterset):
    """[(kind, label, name, value)] of the chosen filters, for their chips."""
    if not filterset.form.is_valid():
        return []
    cleaned = filterset.form.cleaned_data
    found = [(_("Search"), cleaned["q"], "q", cleaned["q"])] if cleaned["q"] else []
    return found + [(_("Kind"), EntityKind(kind).label, "kind", kind) for kind in cleaned["kind"]]
