"""Forms that plan: moving a meeting, series and templates."""

from django import forms
from django.forms import inlineformset_factory
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import languages
from core.forms import RecordForm
from core.saving.forms import VersionedForm
from core.saving.rows import VersionedFormSet
from core.typed_digits import DayInput
from entities.timezones import city_choices
from meetings import times
from meetings.forms import PlanForm, clock_field
from meetings.models import SLOT, EarlierSlot, Meeting, MeetingTemplate, Series, TemplateItem

BLANK_ROWS = 2
PLANNED = ["original_language", "kind", "start_time", "end_time", "time_zone", "format"]
PLANNED += ["joining_link", "interpretation", "is_public", "organizer"]
OF_ITEM = ("number", "kind", "minutes", "is_members_only", "is_for_decision")


class MoveForm(VersionedForm):
    """Another day or other hours for an announced meeting."""

    start_time = clock_field(gettext_lazy("From"))
    end_time = clock_field(gettext_lazy("To"))
    time_zone = forms.ChoiceField(label=gettext_lazy("City whose time is meant"), choices=city_choices, required=False)
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Everybody who sees the meeting reads it."),
    )

    class Meta:
        model = Meeting
        fields = list(SLOT)
        labels = {"date": gettext_lazy("New date")}
        widgets = {"date": DayInput}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.before = EarlierSlot(**{name: getattr(self.instance, name) for name in SLOT})

    def clean(self):
        cleaned = super().clean()
        if self.errors:
            return cleaned
        if all(cleaned[name] == getattr(self.before, name) for name in SLOT):
            self.add_error("date", _("That is when the meeting is already. Give another day or other hours."))
        elif cleaned["date"] < times.today_in(cleaned["time_zone"] or times.SECRETARIAT_ZONE):
            self.add_error("date", _("That day is over. Choose one that is still to come."))
        return cleaned


class SeriesForm(PlanForm):
    class Meta:
        model = Series
        fields = [*PLANNED, "frequency", "interval", "first_date", "until", "count", "template"]
        labels = {
            "interval": gettext_lazy("Every so many weeks or months"),
            "until": gettext_lazy("Last day"),
            "count": gettext_lazy("Number of dates"),
        }
        widgets = {"first_date": DayInput, "until": DayInput, "frequency": forms.RadioSelect}
        help_texts = {
            "interval": gettext_lazy("2 for every second week or month."),
            "first_date": gettext_lazy("The weekday and the place in the month follow from it."),
            "until": gettext_lazy("Leave it empty for a series without end."),
            "template": gettext_lazy("Each new meeting of the series begins with the agenda of this template."),
        }

    RULE = ("frequency", "interval", "first_date", "until", "count", "start_time", "end_time", "time_zone")

    def series_to_show(self):
        """The series as typed, where its rule and hours are in order; for the rest there is no complaint then."""
        self.full_clean()
        if any(name in self.errors for name in (*self.RULE, "__all__")):
            return None
        self._errors = forms.utils.ErrorDict()
        return self.instance


class TemplateForm(PlanForm):
    class Meta:
        model = MeetingTemplate
        fields = PLANNED


class TemplateItemForm(RecordForm):
    """A row of the agenda of a template."""

    translated_fields = ("title", "heading")
    required_translated = ("title",)

    number = forms.IntegerField(label=gettext_lazy("Number"), min_value=1, max_value=99)

    class Meta:
        model = TemplateItem
        fields = [*OF_ITEM]

    @cached_property
    def changed_data(self):
        """A new row is still empty where nothing but its number stands, which the form itself proposes."""
        changed = super().changed_data
        return [name for name in changed if name != "number"] if self.instance._state.adding else changed


class TemplateItemBaseFormSet(VersionedFormSet):
    def _construct_form(self, index, **kwargs):
        form = super()._construct_form(index, **kwargs)
        if form.instance._state.adding:
            form.instance.original_language = self.instance.original_language
            form.initial.setdefault("number", self._next_number() + index - self.initial_form_count())
        return form

    def _next_number(self):
        return max((item.number for item in self.get_queryset()), default=0) + 1


def item_formset(proposed=0):
    """The formset class with room for so many rows that are proposed, and blank ones after them."""
    return inlineformset_factory(
        MeetingTemplate,
        TemplateItem,
        form=TemplateItemForm,
        formset=TemplateItemBaseFormSet,
        extra=proposed + BLANK_ROWS,
        can_delete=True,
    )


def proposed_items(meeting):
    """The agenda of a meeting as rows of a new template."""
    names = [*OF_ITEM, *languages.columns("title")]
    headings = list(meeting.sections.all())
    rows = []
    for item in meeting.items.order_by("number", "pk"):
        row = {name: getattr(item, name) for name in names if getattr(item, name) is not None}
        while headings and headings[0].first_number <= item.number:
            row |= heading_of(headings.pop(0))
        rows.append(row)
    return rows


def heading_of(section):
    """Of headings without an item between them a template keeps the last."""
    return {
        languages.column("heading", language.code): getattr(section, languages.column("title", language.code)) or ""
        for language in languages.LANGUAGES
    }
