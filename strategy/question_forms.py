"""The form of one question, with the rows of its choices or columns. It works without script: a button that adds or
moves a row sends the form, and the page comes back with what was typed."""

import re

from django import forms
from django.forms import inlineformset_factory
from django.forms.formsets import TOTAL_FORM_COUNT
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from core import languages
from core.forms import RowForm
from core.saving.rows import VersionedFormSet
from strategy.models import (
    CHOICE_TYPES,
    NUMERIC_TYPES,
    TEXT_TYPES,
    Choice,
    Column,
    Consent,
    Indicator,
    Question,
    QuestionType,
)
from strategy.models.keeping import missing_to_delete
from strategy.outline import place_last
from strategy.questionnaire_forms import BuilderForm
from strategy.templatetags.answers import labels_of

MEANING = {
    Consent.PUBLIC: gettext_lazy("Public: anyone reads the answers once the cycle is published."),
    Consent.MEMBERS: gettext_lazy("Members: people of the entities of the Mechanism read them once it is published."),
    Consent.SECRETARIAT: gettext_lazy("Secretariat: they are read by the entity itself and the secretariat alone."),
}
# Errors of the model stand beside the fields that lead to them.
BESIDE = {"condition_question": "condition", "condition_equals": "condition", "position": "section"}
MOST_ROWS = 60
FIRST_ROWS = 3


class QuestionForm(BuilderForm):
    translated_fields = ("text", "help", "unit")
    required_translated = ("text",)

    condition = forms.ChoiceField(
        label=gettext_lazy("Asked"),
        required=False,
        help_text=gettext_lazy("Of the questions before this one, the answers that it may wait for."),
    )

    class Meta:
        model = Question
        fields = ["section", "code", "type", "required", "consent", "minimum", "maximum", "longest", "indicator"]
        widgets = {"consent": forms.RadioSelect}

    def __init__(self, *args, questionnaire, **kwargs):
        super().__init__(*args, **kwargs)
        self.questionnaire = questionnaire
        self.fields["section"].queryset = questionnaire.sections.all()
        self.fields["section"].empty_label = None
        self.fields["consent"].choices = list(MEANING.items())
        self.fields["type"].choices = QuestionType.choices
        self.fields["indicator"].queryset = self._indicators()
        self.fields["condition"].choices = self._conditions()
        self.fields["condition"].disabled = self.in_use
        self.initial["condition"] = self._condition()
        for name in ("minimum", "maximum"):
            value = self.initial.get(name)
            if value is not None:
                self.initial[name] = format(value.normalize(), "f")

    def _indicators(self):
        indicators = Indicator.objects.select_related("node")
        framework = self.questionnaire.framework_id
        return indicators.filter(node__framework=framework) if framework else indicators

    def _condition(self):
        question = self.instance
        return f"{question.condition_question_id}:{question.condition_equals}" if question.condition_question_id else ""

    def _conditions(self):
        """The earlier questions that take a known answer, each with its answers."""
        found = [("", _("Always"))]
        for other in self._earlier():
            codes = other.codes_to_wait_for()
            if codes:
                label = _("Only if {code} is answered with").format(code=other.code)
                answers = [(f"{other.pk}:{code}", labels_of(other, code)[0]) for code in codes]
                found.append((f"{label}: {languages.text_of(other, 'text')[:80]}", answers))
        return found

    def _earlier(self):
        """A question that is added stands at the end of its section."""
        for section in self.questionnaire.sections.all():
            for question in section.questions.all():
                if question.pk == self.instance.pk:
                    return
                yield question
            if self.instance.pk is None and section.pk == self.instance.section_id:
                return

    @property
    def kind(self):
        """The type as it is chosen now."""
        return self["type"].value() or QuestionType.YES_NO

    def clean(self):
        cleaned = super().clean()
        if self.in_use:
            return cleaned
        kind = cleaned.get("type")
        for name in [] if kind in NUMERIC_TYPES else ["minimum", "maximum"]:
            cleaned[name] = None
        if kind not in TEXT_TYPES:
            cleaned["longest"] = None
        chosen, _colon, answer = cleaned.get("condition", "").partition(":")
        self.instance.condition_question_id = int(chosen) if chosen else None
        self.instance.condition_equals = answer
        return cleaned

    def _post_clean(self):
        section = self.cleaned_data.get("section")
        if section and (self.instance._state.adding or section.pk != self.instance.section_id):
            place_last(self.instance, section)
        super()._post_clean()

    def _update_errors(self, errors):
        if hasattr(errors, "error_dict"):
            found = {}
            for name, problems in errors.error_dict.items():
                found.setdefault(BESIDE.get(name, name), []).extend(problems)
            errors.error_dict = found
        super()._update_errors(errors)


class OptionForm(RowForm):
    """A choice or a column. Its code is made from its label where nobody writes one."""

    original_texts = ("label",)

    position = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0, max_value=500)

    class Meta:
        model = Choice
        fields = ["code", "position"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"].required = False
        self.fields["label"].required = True

    @property
    def is_blank(self):
        return self.instance._state.adding and not any(self[name].value() for name in ("label", "code"))

    def has_changed(self):
        return not self.is_blank and super().has_changed()

    def clean_position(self):
        return self.cleaned_data["position"] or 0

    def clean(self):
        cleaned = super().clean()
        if not cleaned.get("code") and cleaned.get("label"):
            cleaned["code"] = self.instance.code or slugify(cleaned["label"])[:50] or f"row-{cleaned['position'] + 1}"
        return cleaned


class ColumnForm(OptionForm):
    class Meta:
        model = Column
        fields = ["code", "is_number", "position"]


class OptionFormSet(VersionedFormSet):
    """`least`: how many rows the type of the question asks for."""

    least = 0

    @property
    def rows(self):
        """In their order, which the buttons change."""
        return sorted(self.forms, key=place_of_row)

    def add_fields(self, form, index):
        super().add_fields(form, index)
        form.number = index  # by which its buttons name it
        if form.instance._state.adding:
            form.initial["position"] = index

    def clean(self):
        super().clean()
        kept = [form for form in self.forms if form not in self.deleted_forms and not form.is_blank]
        for form in self.deleted_forms:
            for reason in missing_to_delete(form.instance) if form.instance.pk else ():
                raise forms.ValidationError(f"{form.instance}: {reason}")
        if len(kept) < self.least:
            raise forms.ValidationError(
                ngettext("Write at least {n} row.", "Write at least {n} rows.", self.least).format(n=self.least)
            )


def place_of_row(form):
    sent = str(form["position"].value() or "0")
    return int(sent) if sent.isdecimal() and len(sent) < 6 else 0


FORMSETS = {
    "choices": inlineformset_factory(Question, Choice, form=OptionForm, formset=OptionFormSet, extra=0),
    "columns": inlineformset_factory(Question, Column, form=ColumnForm, formset=OptionFormSet, extra=0),
}


def least_rows(kind):
    """{prefix: number of rows} that a type of question needs; rows of the other prefix are not taken."""
    if kind in CHOICE_TYPES:
        return {"choices": 2}
    return {"columns": 1} if kind == QuestionType.TABLE else {}


def option_formsets(question, data, kind, is_in_use=False):
    """{prefix: formset} of all rows on the page; those that the type does not take are not read."""
    taken = {} if is_in_use else least_rows(kind)
    found = {}
    for prefix, formset_class in FORMSETS.items():
        sent = data if prefix in taken and f"{prefix}-{TOTAL_FORM_COUNT}" in (data or {}) else None
        formset = formset_class(
            sent, instance=question, prefix=prefix, form_kwargs={"language": question.original_language}
        )
        formset.least = taken.get(prefix, 0)
        if sent is None and not formset.initial_form_count() and not is_in_use:
            formset.extra = FIRST_ROWS
        found[prefix] = formset
    return found


PRESSED = re.compile(r"(choices|columns):(more|up|down)(?::(\d{1,3}))?")


def with_row_pressed(data):
    """What was typed, with one more row or with two rows that changed places."""
    pressed = PRESSED.fullmatch(data.get("rows", ""))
    if not pressed:
        return data
    data = data.copy()
    prefix, act, number = pressed[1], pressed[2], int(pressed[3] or 0)
    total = f"{prefix}-{TOTAL_FORM_COUNT}"
    count = min(int(data[total]), MOST_ROWS) if data.get(total, "").isdecimal() else 0
    if act == "more":
        data[total] = str(min(count + 1, MOST_ROWS))
        return data
    places = {row: data.get(f"{prefix}-{row}-position", "") for row in range(count)}
    rows = sorted(places, key=lambda row: int(places[row]) if places[row].isdecimal() else 0)
    if number in rows:
        _swap(rows, rows.index(number), -1 if act == "up" else 1)
        for place, row in enumerate(rows):
            data[f"{prefix}-{row}-position"] = str(place)
    return data


def _swap(rows, place, step):
    other = place + step
    if 0 <= other < len(rows):
        rows[place], rows[other] = rows[other], rows[place]
