from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import RecordForm
from core.outbox.notifications import plan_anew
from core.saving.forms import VersionedForm
from entities.models import Entity, User
from entities.timezones import time_zone_choices


class EntityForm(RecordForm):
    """What an entity's focal point keeps current; names and membership are the secretariat's."""

    translated_fields = ("unit",)

    class Meta:
        model = Entity
        fields = ["website", "mailbox"]


class ProfileForm(VersionedForm):
    time_zone = forms.ChoiceField(label=_("Time zone"), choices=time_zone_choices)

    class Meta:
        model = User
        fields = ["full_name", "job_title", "language", "time_zone"]

    def save(self, commit=True):
        person = super().save(commit)
        if "time_zone" in self.changed_data:
            plan_anew(person)
        return person


class EntitySwitchForm(forms.Form):
    """Choices are the entities that the person serves: nothing else passes."""

    entity = forms.ModelChoiceField(queryset=Entity.objects.none())

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["entity"].queryset = Entity.objects.represented_by(user)
