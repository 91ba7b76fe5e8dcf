"""Search and filter of the directory."""

import django_filters
from django.utils.translation import gettext_lazy as _

from entities.models import Entity, EntityKind


class EntityFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(label=_("Search"), method="search", max_length=200)
    kind = django_filters.MultipleChoiceFilter(label=_("Kind"), choices=EntityKind.choices)

    class Meta:
        model = Entity
        fields = []

    def search(self, queryset, name, value):
        return queryset.found(value)


FACETS = {"kind": "kind"}
