import django_filters
from django.utils.translation import gettext_lazy as _

from meetings.models import Meeting, MeetingKind


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
