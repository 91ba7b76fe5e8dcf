"""What a reader may ask the library for, and how often each answer occurs."""

from collections import Counter
from types import SimpleNamespace

import django_filters
from django import forms
from django.utils.translation import gettext_lazy as _

from core.models import Goal, Theme
from core.querysets import TranslatedQuerySet
from entities.models import Entity
from resources.models import Kind, Resource, language_choices

SORTS = {
    "newest": _("Newest first"),
    "title": _("Title, A to Z"),
}


class ResourceFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(label=_("Search"), method="search")
    kind = django_filters.MultipleChoiceFilter(label=_("Kind"), choices=Kind.choices)
    goal = django_filters.ModelMultipleChoiceFilter(
        label=_("Goal"), field_name="goals__number", to_field_name="number", queryset=Goal.objects.all()
    )
    theme = django_filters.ModelMultipleChoiceFilter(
        label=_("Theme"), field_name="themes__code", to_field_name="code", queryset=Theme.objects.all()
    )
    language = django_filters.MultipleChoiceFilter(
        label=_("Language"), field_name="languages", choices=language_choices, method="in_languages"
    )
    publisher = django_filters.ModelMultipleChoiceFilter(
        label=_("Publisher"), field_name="publisher__code", to_field_name="code", queryset=Entity.objects.all()
    )
    sort = django_filters.ChoiceFilter(
        label=_("Sort by"), choices=list(SORTS.items()), method="sorted_by", empty_label=None, widget=forms.Select
    )

    class Meta:
        model = Resource
        fields = []

    def search(self, queryset, name, value):
        fields = ("title", "description", "publisher_name", "publisher__acronym", "publisher__name")
        return queryset.search(value, *fields, plain=("code", "symbol", "publisher__code"))

    def in_languages(self, queryset, name, value):
        return queryset.filter(languages__overlap=value) if value else queryset

    def sorted_by(self, queryset, name, value):
        # The list comes newest first.
        return queryset.order_by_translated("title") if value == "title" else queryset


FACETS = {
    "kind": ("kind", True),
    "goal": ("goals__number", True),
    "theme": ("themes__code", True),
    "language": ("languages", False),
    "publisher": ("publisher__code", True),
}


def facets(filterset):
    """Each value with the number of results that it would give beside the other filters."""
    return [_facet(filterset, name) for name in FACETS]


def _facet(filterset, name):
    counts = _counts(filterset, name)
    field = filterset.form.fields[name]
    chosen = filterset.data.getlist(name) if filterset.data else []
    options = [
        {"value": str(value), "label": label, "count": counts[str(value)], "selected": str(value) in chosen}
        for value, label in _choices(field)
        if counts[str(value)] or str(value) in chosen
    ]
    return SimpleNamespace(
        name=name, label=filterset.filters[name].label, options=options, searchable=name in ("theme", "publisher")
    )


def _choices(field):
    queryset = getattr(field, "queryset", None)
    if isinstance(queryset, TranslatedQuerySet):
        return [(getattr(record, field.to_field_name), str(record)) for record in queryset]
    return [choice for choice in field.choices if choice[0]]


def _counts(filterset, name):
    data = filterset.data.copy() if filterset.data else {}
    data.pop(name, None)
    others = type(filterset)(data, queryset=filterset.queryset, request=filterset.request).qs
    values = others.order_by().values_list("pk", FACETS[name][0]).distinct()
    if name == "language":
        return Counter(code for _pk, codes in values for code in codes)
    return Counter(str(value) for _pk, value in values if value is not None)


def active(filterset):
    """[(kind, label, name, value)] of the chosen filters, for their chips."""
    if not filterset.form.is_valid():
        return []
    cleaned = filterset.form.cleaned_data
    found = [(_("Search"), cleaned["q"], "q", cleaned["q"])] if cleaned["q"] else []
    for name in FACETS:
        labels = {str(value): label for value, label in _choices(filterset.form.fields[name])} if cleaned[name] else {}
        for value in filterset.data.getlist(name):
            found.append((filterset.filters[name].label, labels[value], name, value))
    return found
