"""What a reader may ask the library for."""

import django_filters
from django import forms
from django.utils.translation import gettext_lazy as _

from core.models import Goal, Theme
from entities.models import Entity
from resources.models import Kind, Resource, language_choices

SORTS = {
    "newest": _("Newest first"),
    "title": _("Title, A to Z"),
}


class ResourceFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(label=_("Search"), method="search", max_length=200)
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
        return queryset.found(value)

    def in_languages(self, queryset, name, value):
        return queryset.filter(languages__overlap=value) if value else queryset

    def sorted_by(self, queryset, name, value):
        # The list comes newest first.
        return queryset.order_by_translated("title") if value == "title" else queryset


# {filter: column that holds its values}
FACETS = {
    "kind": "kind",
    "goal": "goals__number",
    "theme": "themes__code",
    "language": "languages",
    "publisher": "publisher__code",
}
SEARCHABLE = ("theme", "publisher")
