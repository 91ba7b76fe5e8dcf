"""Forms of the record: its text, its deadline, and what entities say about it."""

from django import forms
from django.forms import inlineformset_factory
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import languages
from core.forms import RecordForm
from core.saving.forms import VersionedForm
from core.saving.rows import VersionedFormSet
from core.typed_digits import DayInput
from entities.timezones import city_choices
from meetings import times
from meetings.forms import clock_field
from meetings.models import Corrigendum, Objection, Proposal, Record, RecordComment, RecordPart


class PartForm(RecordForm):
    """The text of one part in six languages."""

    translated_fields = ("body",)

    class Meta:
        model = RecordPart
        fields = []


PartFormSet = inlineformset_factory(
    Record, RecordPart, form=PartForm, formset=VersionedFormSet, extra=0, can_delete=False
)


class DeadlineForm(VersionedForm):
    """Until when the entities can clear the record."""

    deadline_clock = clock_field(gettext_lazy("Hour"))
    deadline_zone = forms.ChoiceField(label=gettext_lazy("City whose time is meant"), choices=city_choices)

    class Meta:
        model = Record
        fields = ["deadline_on", "deadline_clock", "deadline_zone"]
        widgets = {"deadline_on": DayInput}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["deadline_on"].required = True
        self.fields["deadline_clock"].help_text = _("Empty: the end of the day.")

    def clean_deadline_on(self):
        day = self.cleaned_data["deadline_on"]
        if not times.is_plausible(day):
            raise forms.ValidationError(times.implausible_day())
        return day

    def clean(self):
        cleaned = super().clean()
        day, clock, zone = (cleaned.get(name) for name in ("deadline_on", "deadline_clock", "deadline_zone"))
        if day and clock and zone and times.is_skipped(day, clock, zone):
            message = _("{time} does not exist on that day in {city}: the clocks go forward.")
            self.add_error("deadline_clock", message.format(time=clock.strftime("%H:%M"), city=times.city(zone)))
        return cleaned

    def _post_clean(self):
        super()._post_clean()
        if not self.errors and self.instance.deadline <= timezone.now():
            self.add_error("deadline_on", _("This moment has passed: entities need time to read."))


def text_area(label, rows=4, **options):
    return forms.CharField(
        label=label, max_length=20000, widget=forms.Textarea(attrs={"rows": rows, "dir": "auto"}), **options
    )


class ProposalForm(forms.ModelForm):
    """Another wording, which begins with the one in the record."""

    why = text_area(gettext_lazy("Why"), rows=2, required=False, help_text=gettext_lazy("The secretariat reads it."))

    class Meta:
        model = Proposal
        fields = ["after", "why"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        language = languages.BY_CODE[self.instance.language]
        self.fields["after"].widget.attrs |= {"lang": language.html, "dir": language.direction, "rows": 8}
        self.initial["after"] = self.instance.before

    def clean_after(self):
        after = self.cleaned_data["after"].replace("\r\n", "\n").strip()
        if after == self.instance.before.replace("\r\n", "\n").strip():
            raise forms.ValidationError(_("This is the wording in the record: change what shall be different."))
        return after


class ObjectionForm(forms.ModelForm):
    reason = text_area(
        gettext_lazy("Reason"),
        help_text=gettext_lazy("All members read it. The record is not adopted while the objection stands."),
    )

    class Meta:
        model = Objection
        fields = ["reason"]


class CommentForm(forms.ModelForm):
    text = text_area(
        gettext_lazy("Comment"),
        rows=3,
        help_text=gettext_lazy("All members read it. A comment does not stop the adoption."),
    )

    class Meta:
        model = RecordComment
        fields = ["text"]


class CorrigendumForm(RecordForm):
    translated_fields = ("text",)
    required_translated = ("text",)

    reason = text_area(gettext_lazy("Why it is needed"), rows=2)
    is_final = forms.BooleanField(
        label=gettext_lazy("I have read it again: once published it does not change."),
    )

    class Meta:
        model = Corrigendum
        fields = ["item", "original_language", "reason"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["item"].queryset = self.instance.record.meeting.items.all()
        self.fields["item"].empty_label = _("The meeting as a whole")
        self.initial["original_language"] = languages.current().code
