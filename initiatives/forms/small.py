import django_filters
from django import forms
from django.utils.translation import gettext_lazy as _

from initiatives.choices import Answer, State
from initiatives.models import Initiative


class AnswerForm(forms.Form):
    """What a partner entity says about its own part; empty takes the answer back."""

    answer = forms.ChoiceField(choices=[("", ""), *Answer.choices], required=False)


class MineFilter(django_filters.FilterSet):
    state = django_filters.ChoiceFilter(label=_("State"), choices=State.choices)

    class Meta:
        model = Initiative
        fields = []
