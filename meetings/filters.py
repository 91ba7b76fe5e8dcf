import django_filters
from django import forms
from django.utils.translation import gettext_lazy as _

from entities.models import Entity
from meetings.models import ActionPoint, ActionPointState, Meeting, MeetingKind


class MeetingFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(label=_("Search in meetings"), method="search")
    kind = django_filters.ChoiceFilter(label=_("Kind of meeting"), choices=MeetingKind.choices)
    year = django_filters.ChoiceFilter(label=_("Year"), field_name="date__year", empty_label=_("All years"))

    class Meta:
        model = Meeting
        fields = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        years = Meeting.objects.visible_to(self.request.user).dates("date", "year", order="DESC")
        self.filters["year"].extra["choices"] = [(str(day.year), str(day.year)) for day in years]

    def search(self, queryset, name, value):
        return queryset.found(value)


class ActionPointFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(label=_("Search in action points"), method="search")
    state = django_filters.ChoiceFilter(label=_("State"), choices=ActionPointState.choices, empty_label=_("All states"))
    entity = django_filters.ModelChoiceFilter(
        label=_("Owner"),
        method="owned",
        to_field_name="code",
        queryset=Entity.objects.none(),
        empty_label=_("All entities"),
    )
    overdue = django_filters.BooleanFilter(label=_("Overdue only"), method="late", widget=forms.CheckboxInput)

    class Meta:
        model = ActionPoint
        fields = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        visible = ActionPoint.objects.visible_to(self.request.user)
        owners = ActionPoint.owners.through.objects.filter(actionpoint__in=visible).values("entity")
        self.filters["entity"].queryset = Entity.objects.filter(pk__in=owners).order_by_translated("acronym")

    def search(self, queryset, name, value):
        return queryset.found(value)

    def owned(self, queryset, name, entity):
        return queryset.owned_by([entity.pk])

    def late(self, queryset, name, value):
        return queryset.overdue() if value else queryset
