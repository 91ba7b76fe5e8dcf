"""Forms of invitations, answers, and who joins the list of a meeting on the day."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from core.saving.forms import CarriedField
from entities.models import Entity
from meetings.answering import people_of
from meetings.forms import EntityChoiceField
from meetings.models import Answer, Attendance, Mode, Presence

SOMEBODY_ELSE = "other"
ANSWERS = [choice for choice in Answer.choices if choice[0]]


class AnswerForm(forms.Form):
    """The answer of one person of an entity: an account, or a name for somebody who has none."""

    person = forms.ChoiceField(label=gettext_lazy("Person"))
    name = forms.CharField(label=gettext_lazy("Name of somebody else"), required=False, max_length=150)
    answer = forms.ChoiceField(label=gettext_lazy("Answer"), choices=ANSWERS, widget=forms.RadioSelect)
    mode = forms.ChoiceField(
        label=gettext_lazy("Way to take part"),
        choices=[("", gettext_lazy("Not stated")), *Mode.choices],
        required=False,
    )
    replaced_by = forms.CharField(label=gettext_lazy("Replaced by"), required=False, max_length=150)
    note = forms.CharField(label=gettext_lazy("Note"), required=False, max_length=300)
    # Of the answer that the page showed; empty where there was none.
    version = CarriedField()

    def __init__(self, *args, meeting, entity, **kwargs):
        super().__init__(*args, **kwargs)
        self.lines = list(meeting.attendance.filter(entity=entity).select_related("person"))
        accounts = {appointment.user_id: appointment for appointment in people_of([entity.pk], meeting.date)}
        self.accounts = {str(pk): appointment.user for pk, appointment in accounts.items()}
        self.named = {f"line-{line.pk}": line for line in self.lines if line.person_name and not line.person_id}
        self.fields["person"].choices = [
            *[(str(pk), f"{row.user} – {row.get_role_display()}") for pk, row in accounts.items()],
            *[(key, line.person_name) for key, line in self.named.items()],
            (SOMEBODY_ELSE, _("Somebody else")),
        ]
        self.initial = self.started_from(self.initial.get("person")) | self.initial

    def started_from(self, person):
        line = self.line_of(person)
        if line is None:
            return {}
        names = ("answer", "mode", "replaced_by", "version")
        return {name: getattr(line, name) for name in names} | {"note": line.answer_note}

    def line_of(self, person):
        if person in self.named:
            return self.named[person]
        return next((line for line in self.lines if line.person_id and str(line.person_id) == person), None)

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("person") == SOMEBODY_ELSE and not cleaned.get("name"):
            self.add_error("name", _("Give the name."))
        if cleaned.get("answer") == Answer.REPLACED and not cleaned.get("replaced_by"):
            self.add_error("replaced_by", _("Give the name of the replacement."))
        line = self.line_of(cleaned.get("person"))
        if line and line.answer and cleaned.get("version") != str(line.version):
            self.ask_about(line)
        return cleaned

    def ask_about(self, line):
        """Somebody answered for the same person since the page was made."""
        message = _("Somebody has answered for {person} meanwhile: {answer}. Send again to replace that answer.")
        self.add_error(None, message.format(person=line.person_name, answer=line.get_answer_display()))
        self.data = self.data.copy()
        self.data["version"] = str(line.version)

    @property
    def whose(self):
        """The account or the name that is meant."""
        person = self.cleaned_data["person"]
        if person == SOMEBODY_ELSE:
            return self.cleaned_data["name"]
        return self.accounts[person] if person in self.accounts else self.named[person].person_name


class JoiningForm(forms.ModelForm):
    """Somebody who is not on the list of the day: of an entity or, for the secretariat, a guest."""

    entity = EntityChoiceField(
        label=gettext_lazy("Entity"), queryset=Entity.objects.none(), required=False, empty_label=gettext_lazy("Guest")
    )
    presence = forms.ChoiceField(
        label=gettext_lazy("Presence"),
        choices=[(value, value.label) for value in (Presence.ROOM, Presence.ONLINE, Presence.APOLOGIES)],
        initial=Presence.ROOM,
    )

    class Meta:
        model = Attendance
        fields = ["person_name", "entity", "organization", "presence"]

    def __init__(self, *args, meeting, entities, may_bring_guests, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.meeting = meeting
        self.fields["entity"].queryset = entities.order_by("code")
        self.fields["person_name"].required = True
        self.fields["person_name"].label = pgettext_lazy("of a person", "Name")
        if not may_bring_guests:
            self.fields["entity"].required = True
            self.fields["entity"].empty_label = None
            del self.fields["organization"]

    def clean(self):
        cleaned = super().clean()
        guest, organization = not cleaned.get("entity"), cleaned.get("organization")
        if "organization" in self.fields and guest and not organization:
            self.add_error("organization", _("Give the organization of the guest."))
        if not guest and organization:
            self.add_error("organization", _("Only of a guest: this person comes for an entity."))
        return cleaned

    def _get_validation_exclusions(self):
        # The list is compared with all its constraints, though the meeting is no field of the form.
        return super()._get_validation_exclusions() - {"meeting", "organization"}
