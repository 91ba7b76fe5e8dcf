"""Forms of meetings and their agenda; those of what is said and decided stand in record_forms.py."""

from django import forms
from django.core.exceptions import ValidationError
from django.forms import inlineformset_factory
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import languages
from core.files.fields import SeveralUploadsField, UploadField, give_files_to
from core.forms import RecordForm
from core.saving.forms import VersionedForm
from core.saving.rows import VersionedFormSet
from core.typed_digits import ClockInput, DayInput
from entities.models import Entity, EntityKind
from entities.timezones import city_choices
from meetings import times
from meetings.models import SLOT, AgendaItem, Attendance, Meeting, MeetingDocument, Series
from strategy.models import Node

BLANK_ROWS = 2
DISCUSSION = [("unknown", gettext_lazy("Not stated")), ("true", gettext_lazy("Yes")), ("false", gettext_lazy("No"))]


def clock_field(label):
    return forms.TimeField(label=label, required=False, widget=ClockInput)


def entity_label(entity):
    return f"{languages.text_of(entity, 'acronym')} – {languages.text_of(entity, 'name')}"


def entity_choices():
    return [(entity.pk, entity_label(entity)) for entity in Entity.objects.order_by("code")]


class EntityChoiceField(forms.ModelChoiceField):
    def label_from_instance(self, entity):
        return entity_label(entity)


class PlanForm(RecordForm):
    """What one plans in the same way for a meeting, a series and a template. `initial` may propose all of it."""

    translated_fields = ("title", "purpose", "place")
    required_translated = ("title",)

    start_time = clock_field(gettext_lazy("From"))
    end_time = clock_field(gettext_lazy("To"))
    time_zone = forms.ChoiceField(
        label=gettext_lazy("City whose time is meant"),
        choices=city_choices,
        required=False,
        help_text=gettext_lazy("The hours stay the same in this city when the clocks change."),
    )
    interpretation = forms.MultipleChoiceField(
        label=gettext_lazy("Languages of interpretation"),
        choices=languages.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    organizer = EntityChoiceField(
        label=gettext_lazy("Organizer"), queryset=Entity.objects.order_by("code"), required=False
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance._state.adding:
            coordinator = Entity.objects.filter(kind=EntityKind.COORDINATOR).first()
            self.initial |= {
                "time_zone": times.SECRETARIAT_ZONE,
                "original_language": languages.current().code,
                "organizer": coordinator and coordinator.pk,
                **(kwargs.get("initial") or {}),
            }


class SeriesChoiceField(forms.ModelChoiceField):
    def label_from_instance(self, series):
        return languages.text_of(series, "title")


class MeetingForm(PlanForm):
    translated_fields = ("title", "purpose", "place", "note")

    series = SeriesChoiceField(label=gettext_lazy("Series"), queryset=Series.objects.all(), required=False)

    class Meta:
        model = Meeting
        fields = [
            "original_language",
            "kind",
            "symbol",
            "date",
            "start_time",
            "end_time",
            "time_zone",
            "format",
            "joining_link",
            "interpretation",
            "is_public",
            "organizer",
            "proposals_until",
            "source_title",
            "source_url",
        ]
        widgets = {"date": DayInput, "proposals_until": DayInput}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["series"].queryset = Series.objects.order_by_translated("title")
        # The next meeting of a series was begun on its page, for one of its dates.
        self.fields["series"].disabled = "series" in self.initial
        self.initial.setdefault("series", self.instance.series_id)
        if self.instance.can_be_moved:
            for name in SLOT:
                self.fields[name].disabled = True

    def clean(self):
        cleaned = super().clean()
        until, day = cleaned.get("proposals_until"), cleaned.get("date")
        if until and day and until > day:
            self.add_error("proposals_until", _("Proposals come before the meeting. Choose an earlier day."))
        return cleaned

    def save(self, commit=True):
        if "series" in self.changed_data:
            self.instance.join(self.cleaned_data["series"])
        return super().save(commit)

    @property
    def keeps_slot(self):
        """An announced meeting gets another day or other hours on a page of its own, where everybody is told."""
        return self.instance.can_be_moved


class ItemForm(RecordForm):
    """A row of the agenda. Its presenters are written on the item's own page (agenda_forms.py)."""

    translated_fields = ("title", "summary")
    required_translated = ("title",)

    number = forms.IntegerField(label=gettext_lazy("Number"), min_value=1, max_value=99)

    has_discussion = forms.TypedChoiceField(
        label=gettext_lazy("Followed by discussion"),
        choices=DISCUSSION,
        coerce=lambda value: {"true": True, "false": False}.get(value),
        required=False,
        empty_value=None,
    )

    class Meta:
        model = AgendaItem
        fields = [
            "number",
            "kind",
            "minutes",
            "has_discussion",
            "is_members_only",
            "is_for_decision",
            "nodes",
        ]
        widgets = {"nodes": forms.CheckboxSelectMultiple}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["has_discussion"] = {True: "true", False: "false"}.get(self.instance.has_discussion, "unknown")

    @cached_property
    def changed_data(self):
        """A new row is still empty where nothing but its number stands, which the form itself proposes."""
        changed = super().changed_data
        return [name for name in changed if name != "number"] if self.instance._state.adding else changed

    def _get_validation_exclusions(self):
        # Numbers are compared within the form set: against the stored rows two items could not change places.
        return super()._get_validation_exclusions() | {"number"}


class AgendaFormSet(VersionedFormSet):
    def __init__(self, *args, **kwargs):
        # Read once for all rows.
        self.node_choices = [(node.pk, str(node)) for node in Node.objects.all()]
        super().__init__(*args, **kwargs)

    def _construct_form(self, index, **kwargs):
        form = super()._construct_form(index, **kwargs)
        form.fields["nodes"].choices = self.node_choices
        if form.instance._state.adding:
            form.instance.original_language = self.instance.original_language
            form.initial["number"] = self._next_number() + index - self.initial_form_count()
        return form

    def _next_number(self):
        return max((item.number for item in self.get_queryset()), default=0) + 1

    def clean(self):
        super().clean()
        seen = set()
        added = self.numbers_given_meanwhile()
        for form in self.kept():
            number = form.cleaned_data.get("number")
            if number in seen:
                form.add_error("number", _("Two items have the number {number}.").format(number=number))
            elif number in added:
                message = _("Somebody else gave the number {number} to another item meanwhile. Choose another one.")
                form.add_error("number", message.format(number=number))
            seen.add(number)
        for form in self.deleted_forms:
            if form.instance.pk and form.instance.is_referred_to:
                message = _("Item {number} has interventions, decisions or action points: it cannot be removed.")
                raise forms.ValidationError(message.format(number=form.instance.number))

    def numbers_given_meanwhile(self):
        """Of items that somebody added since this form was opened."""
        shown = {form.instance.pk for form in self.initial_forms}
        return {item.number for item in self.get_queryset() if item.pk not in shown}

    def kept(self):
        """The rows that will be items after saving."""
        return [
            form
            for form in self.forms
            if form not in self.deleted_forms
            and hasattr(form, "cleaned_data")
            and (form.has_changed() or form.instance.pk)
        ]

    def validate_unique(self):
        """Numbers are compared in clean(), with a message at the row."""


ItemFormSet = inlineformset_factory(
    Meeting, AgendaItem, form=ItemForm, formset=AgendaFormSet, extra=BLANK_ROWS, can_delete=True
)


class AttendanceForm(VersionedForm):
    """A line as the record will have it. Answers are given on a page of their own, which knows who gave them."""

    entity = EntityChoiceField(label=gettext_lazy("Entity"), queryset=Entity.objects.order_by("code"), required=False)

    class Meta:
        model = Attendance
        fields = ["entity", "organization", "person_name", "unit", "presence"]

    def validate_unique(self):
        """Django leaves constraints with the meeting out, because the meeting is no field of the row."""
        super().validate_unique()
        try:
            self.instance.validate_constraints(exclude={"id"})
        except ValidationError as refusal:
            self._update_errors(refusal)


class AttendanceBaseFormSet(VersionedFormSet):
    def _construct_form(self, index, **kwargs):
        form = super()._construct_form(index, **kwargs)
        if not hasattr(self, "entity_choices"):
            self.entity_choices = entity_choices()  # read once for all rows
        form.fields["entity"].choices = [("", _("Guest")), *self.entity_choices]
        return form


AttendanceFormSet = inlineformset_factory(
    Meeting, Attendance, form=AttendanceForm, formset=AttendanceBaseFormSet, extra=3, can_delete=True
)


class DocumentForm(RecordForm):
    translated_fields = ("title",)
    required_translated = ("title",)

    file = UploadField(label=gettext_lazy("File"), required=False)
    same_as = forms.TypedChoiceField(
        label=gettext_lazy("The same paper in another language"),
        help_text=gettext_lazy("It gets the symbol of that paper."),
        coerce=int,
        empty_value=None,
        required=False,
    )

    class Meta:
        model = MeetingDocument
        fields = ["item", "language", "url", "file", "level"]

    def __init__(self, *args, person, same_as=(), **kwargs):
        """`same_as`: choices of the papers that the meeting has already, by their serial number."""
        super().__init__(*args, **kwargs)
        self.person = person
        give_files_to(self, person)
        if self.instance._state.adding and same_as:
            self.fields["same_as"].choices = [("", "---------"), *same_as]
        else:
            del self.fields["same_as"]  # a symbol that was given stays

    def clean(self):
        cleaned = super().clean()
        serial = cleaned.get("same_as") or self.instance.serial
        there = MeetingDocument.objects.filter(
            meeting=self.instance.meeting_id, serial=serial, language=cleaned.get("language", "")
        )
        if serial and there.exclude(pk=self.instance.pk).exists():
            self.add_error("language", _("This paper is there in this language already."))
        elif cleaned.get("same_as"):
            self.instance.serial = serial
        return cleaned

    @property
    def replaced_file(self):
        """The file that the paper had, where the form gives it another or a link."""
        held = self.fields["file"].held
        return held if held and self.instance.file_id != held.pk else None

    def save(self, commit=True):
        if not self.replaced_file:
            return super().save(commit)
        self.instance.revision += 1
        document = super().save(commit)
        document.earlier_files.create(file=self.replaced_file, revision=document.revision - 1, replaced_by=self.person)
        return document


def papers_known(meeting, user):
    """Choices of the papers that the person sees, by serial number."""
    documents = MeetingDocument.objects.visible_to(user).filter(meeting=meeting).order_by("-serial", "pk")
    known = {}
    for document in documents.select_related("meeting"):
        known.setdefault(document.serial, f"{document.symbol} – {document}")
    return list(known.items())


class DocumentBaseFormSet(VersionedFormSet):
    @cached_property
    def same_as(self):
        return papers_known(self.instance, self.form_kwargs["person"])

    def get_form_kwargs(self, index):
        return super().get_form_kwargs(index) | {"same_as": self.same_as}

    def _construct_form(self, index, **kwargs):
        form = super()._construct_form(index, **kwargs)
        form.fields["item"].queryset = self.instance.items.all()
        if form.instance._state.adding:
            form.instance.original_language = self.instance.original_language
        return form

    def clean(self):
        """What a report stands on stays."""
        super().clean()
        for form in self.deleted_forms:
            if form.instance.pk and form.instance.is_evidence:
                form.add_error("DELETE", _("This document is named as evidence: it cannot be removed."))


class NewDocumentsForm(forms.Form):
    """Several papers at once: each file becomes one."""

    files = SeveralUploadsField(label=gettext_lazy("Add several files"), required=False)

    def __init__(self, *args, person, **kwargs):
        super().__init__(*args, **kwargs)
        give_files_to(self, person)


DocumentFormSet = inlineformset_factory(
    Meeting, MeetingDocument, form=DocumentForm, formset=DocumentBaseFormSet, extra=1, can_delete=True
)
