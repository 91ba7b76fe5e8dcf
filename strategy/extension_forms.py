"""Asking for more time, and answering."""

from django import forms
from django.utils.translation import gettext_lazy

from core.saving.forms import VersionedForm
from core.typed_digits import DayInput
from strategy.models import Extension
from strategy.models.extensions import refusal_of


class LaterDayForm(VersionedForm):
    """`day_field` names the day; it must be one to which the time can be extended."""

    day_field = ""

    def clean(self):
        cleaned = super().clean()
        day = cleaned.get(self.day_field)
        refusal = refusal_of(self.instance.cycle, day) if day else ""
        if refusal:
            self.add_error(self.day_field, refusal)
        return cleaned


class AskForm(LaterDayForm):
    day_field = "asked_until"

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
        help_text=gettext_lazy("Only your entity and the secretariat read it."),
    )

    class Meta:
        model = Extension
        fields = ["asked_until", "reason"]
        widgets = {"asked_until": DayInput}


class GrantForm(LaterDayForm):
    """Another day than was asked for may be chosen."""

    day_field = "until"

    class Meta:
        model = Extension
        fields = ["until", "answer"]
        widgets = {"until": DayInput, "answer": forms.Textarea(attrs={"rows": 3, "dir": "auto"})}
        help_texts = {"answer": gettext_lazy("Only the entity and the secretariat read it.")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["until"].required = True
        if self.instance.asked_until:
            self.initial["until"] = self.instance.asked_until
