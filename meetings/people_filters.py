"""The filter of the matrix of attendance."""

import django_filters
from django import forms
from django.utils.translation import gettext_lazy as _

from entities.roles import is_secretariat
from meetings.matrix import held
from meetings.models import Meeting, MeetingKind, Series


class MatrixFilter(django_filters.FilterSet):
    """Narrows the meetings; `absent` narrows the entities and is for the secretariat alone."""

    kind = django_filters.ChoiceFilter(
        label=_("Kind of meeting"), choices=MeetingKind.choices, empty_label=_("All kinds")
    )
    series = django_filters.ModelChoiceFilter(
        label=_("Series"), queryset=Series.objects.none(), empty_label=_("All series")
    )
    year = django_filters.ChoiceFilter(label=_("Year"), field_name="date__year", empty_label=_("All years"))
    absent = django_filters.BooleanFilter(
        label=_("Absent three times running"), method="keep", widget=forms.CheckboxInput
    )

    class Meta:
        model = Meeting
        fields = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        meetings = held(self.request.user)
        years = meetings.dates("date", "year", order="DESC")
        self.filters["year"].extra["choices"] = [(str(day.year), str(day.year)) for day in years]
        self.filters["series"].queryset = Series.objects.filter(pk__in=meetings.order_by().values("series"))
        if not is_secretariat(self.request.user):
            del self.filters["absent"]

    def keep(self, queryset, name, value):
        """The view narrows the rows: this asks for entities, not for meetings."""
        return queryset
