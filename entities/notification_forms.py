"""What a person is mailed about, and when."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from core.outbox.delivery import When
from core.outbox.notifications import choices_of, choose, kinds
from core.saving.forms import VersionedForm
from core.typed_digits import ClockInput
from entities.models import User


class NotificationForm(VersionedForm):
    """One choice for each kind of event, and the quiet hours. All of it counts as the person's version."""

    has_quiet_hours = forms.BooleanField(
        label=gettext_lazy("Keep quiet hours"),
        required=False,
        help_text=gettext_lazy("A mail that would come in these hours waits until they end."),
    )
    quiet_from = forms.TimeField(label=pgettext_lazy("quiet hours", "From"), widget=ClockInput)
    quiet_to = forms.TimeField(label=pgettext_lazy("quiet hours", "Until"), widget=ClockInput)

    class Meta:
        model = User
        fields = []

    def __init__(self, *args, **kwargs):
        person = kwargs["instance"]
        kwargs["initial"] = choices_of(person) | {
            "has_quiet_hours": person.quiet_from is not None,
            "quiet_from": person.quiet_from or person._meta.get_field("quiet_from").default,
            "quiet_to": person.quiet_to or person._meta.get_field("quiet_to").default,
        }
        super().__init__(*args, **kwargs)
        for name in ("quiet_from", "quiet_to"):
            self.fields[name].required = not self.is_bound or "has_quiet_hours" in self.data
        for kind in kinds.values():
            self.fields[kind.key] = forms.ChoiceField(label=kind.label, help_text=kind.explanation, choices=When)

    def rows(self):
        """[(Kind, bound field)]"""
        return [(kind, self[kind.key]) for kind in kinds.values()]

    def clean(self):
        data = super().clean()
        if not data.get("has_quiet_hours"):
            return data | {"quiet_from": None, "quiet_to": None}
        if data.get("quiet_from") and data.get("quiet_from") == data.get("quiet_to"):
            self.add_error("quiet_to", _("The end must differ from the beginning."))
        return data

    def save(self, commit=True):
        person = self.instance
        person.quiet_from, person.quiet_to = self.cleaned_data["quiet_from"], self.cleaned_data["quiet_to"]
        person.save(update_fields=["quiet_from", "quiet_to"])
        choose(person, {key: self.cleaned_data[key] for key in kinds})
        return person
