"""Form fields for the values of answers: one per type of question. Their Python value is what the answer stores."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import ProhibitNullCharactersValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import languages
from strategy.models import QuestionType
from strategy.numbers import NotANumber, TwoReadings, parse, show, show_plain, stored

BLANK_ROWS = 2
LEAST_ROWS = 3
MOST_ROWS = 40

refuse_nul = ProhibitNullCharactersValidator()


def value_field(question, language):
    return FIELDS[question.type](question, language)


class NumberField(forms.CharField):
    """A number as people of the language type it, shown back as the language writes it."""

    readings = ()  # what the typed text can mean, in words to choose from

    def __init__(self, question, language):
        self.question, self.language = question, language
        super().__init__(
            label=gettext_lazy("Number"),
            required=False,
            max_length=60,
            widget=forms.TextInput(attrs={"inputmode": "decimal", "dir": "ltr", "autocomplete": "off"}),
        )

    def prepare_value(self, value):
        return show(value, self.language) if isinstance(value, (int, float)) else value

    def clean(self, value):
        typed = super().clean(value)
        if not typed.strip():
            return None
        try:
            number = parse(typed, self.language)
        except NotANumber as refusal:
            if isinstance(refusal, TwoReadings):
                self.readings = [show(reading, self.language) for reading in refusal.readings]
            raise ValidationError(str(refusal)) from refusal
        self._refuse_outside(number)
        return stored(number)

    def _refuse_outside(self, number):
        smallest, largest = self.question.minimum, self.question.maximum
        shown = show(number, self.language)
        if smallest is not None and number < smallest:
            raise ValidationError(
                _("{number} is too small. The smallest possible number is {limit}.").format(
                    number=shown, limit=show(smallest, self.language)
                )
            )
        if largest is not None and number > largest:
            raise ValidationError(
                _("{number} is too large. The largest possible number is {limit}.").format(
                    number=shown, limit=show(largest, self.language)
                )
            )


class PercentField(NumberField):
    def _refuse_outside(self, number):
        super()._refuse_outside(number)
        if not 0 <= number <= 100:
            raise ValidationError(
                _("{number} is no percentage. Write a number from 0 to 100.").format(number=show(number, self.language))
            )


class YesNoField(forms.ChoiceField):
    def __init__(self, question, language):
        choices = [("yes", gettext_lazy("Yes")), ("no", gettext_lazy("No"))]
        super().__init__(label=gettext_lazy("Answer"), required=False, choices=choices, widget=forms.RadioSelect)


class OneOfField(forms.ChoiceField):
    def __init__(self, question, language):
        super().__init__(
            label=gettext_lazy("Answer"), required=False, choices=labels(question), widget=forms.RadioSelect
        )


class ScaleField(forms.ChoiceField):
    """Points of a scale are stored as numbers."""

    def __init__(self, question, language):
        choices = [(str(point), str(point)) for point in question.scale_points]
        super().__init__(label=gettext_lazy("Answer"), required=False, choices=choices, widget=forms.RadioSelect)

    def clean(self, value):
        point = super().clean(value)
        return int(point) if point else None


class ManyOfField(forms.MultipleChoiceField):
    def __init__(self, question, language):
        super().__init__(
            label=gettext_lazy("Answer"), required=False, choices=labels(question), widget=forms.CheckboxSelectMultiple
        )


def labels(question):
    return [(choice.code, languages.text_of(choice, "label")) for choice in question.choices.all()]


# Ranking: one select per choice, so that it works with the keyboard and without script.


class RankingWidget(forms.Widget):
    def __init__(self, codes):
        super().__init__()
        self.codes = codes

    def value_from_datadict(self, data, files, name):
        """{code: place as typed}"""
        return {code: data.get(f"{name}-{code}", "").strip() for code in self.codes}

    def value_omitted_from_data(self, data, files, name):
        return all(f"{name}-{code}" not in data for code in self.codes)


class RankingField(forms.Field):
    def __init__(self, question, language):
        self.choices = labels(question)
        super().__init__(
            label=gettext_lazy("Ranking"), required=False, widget=RankingWidget([code for code, _label in self.choices])
        )

    @property
    def places(self):
        return [str(place) for place in range(1, len(self.choices) + 1)]

    def places_of(self, value):
        """{code: place} of a stored list or of what was typed."""
        if isinstance(value, list):
            return {code: str(place) for place, code in enumerate(value, start=1)}
        return value or {}

    def clean(self, value):
        typed = {code: place for code, place in (value or {}).items() if place}
        if not set(typed.values()) <= set(self.places):
            raise ValidationError(_("Choose places from the list."))
        if len(set(typed.values())) < len(typed):
            raise ValidationError(_("Two choices have the same place. Give each place once."))
        if typed and sorted(map(int, typed.values())) != list(range(1, len(typed) + 1)):
            raise ValidationError(_("A place is left out. Number your choices 1, 2, 3 without a gap."))
        return [code for code, _place in sorted(typed.items(), key=lambda pair: int(pair[1]))]


# Table: rows of typed cells. Empty rows are not kept.


class TableWidget(forms.Widget):
    def __init__(self, columns):
        super().__init__()
        self.columns = columns

    def value_from_datadict(self, data, files, name):
        rows = []
        for number in range(MOST_ROWS):
            cells = {column.code: data.get(f"{name}-{number}-{column.code}") for column in self.columns}
            if all(cell is None for cell in cells.values()):
                break
            rows.append({code: (cell or "").strip() for code, cell in cells.items()})
        return rows

    def value_omitted_from_data(self, data, files, name):
        return not self.value_from_datadict(data, files, name)


class TableField(forms.Field):
    def __init__(self, question, language):
        self.columns = list(question.columns.all())
        self.language = language
        super().__init__(label=gettext_lazy("Table"), required=False, widget=TableWidget(self.columns))

    def shown_rows(self, value):
        """[[(column, text)]]: the rows as typed or stored, and empty ones to go on."""
        rows = [row for row in value or [] if any(cell not in ("", None) for cell in row.values())]
        blanks = max(LEAST_ROWS - len(rows), BLANK_ROWS)
        return [
            [(column, self._shown(row.get(column.code, ""))) for column in self.columns]
            for row in [*rows, *({} for _number in range(blanks))][:MOST_ROWS]
        ]

    def _shown(self, cell):
        return show_plain(cell, self.language) if isinstance(cell, (int, float)) else cell or ""

    def clean(self, value):
        rows = []
        for number, typed in enumerate(value or [], start=1):
            if any(typed.values()):
                rows.append({column.code: self._cell(column, typed[column.code], number) for column in self.columns})
        return rows

    def _cell(self, column, typed, number):
        refuse_nul(typed)  # the database takes none
        if len(typed) > 300:
            raise ValidationError(
                _("Row {row}, {column}: write at most 300 characters.").format(row=number, column=column)
            )
        if not column.is_number or not typed:
            return typed
        try:
            return stored(parse(typed, self.language))
        except NotANumber as refusal:
            raise ValidationError(
                _("Row {row}, {column}: {problem}").format(row=number, column=column, problem=refusal)
            ) from refusal


FIELDS = {
    QuestionType.NUMBER: NumberField,
    QuestionType.PERCENT: PercentField,
    QuestionType.YES_NO: YesNoField,
    QuestionType.ONE_OF: OneOfField,
    QuestionType.MANY_OF: ManyOfField,
    QuestionType.RANKING: RankingField,
    QuestionType.SCALE: ScaleField,
    QuestionType.TABLE: TableField,
}
