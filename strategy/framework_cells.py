"""What one cell of an imported framework means. A cell that cannot be meant raises CellError, with words for it."""

import re
import unicodedata
from decimal import Decimal

from django.utils import translation
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from core import languages
from core.badges import get as badge
from core.typed_digits import with_our_digits
from core.workbooks.cells import CellKind
from core.workbooks.texts import comparable
from strategy.framework_columns import COLUMNS, INDICATOR, OFFICIAL, SAMPLE
from strategy.models import Indicator, NodeKind
from strategy.numbers import NotANumber, parse

YEAR = re.compile(r"[12]\d{3}")
NUMBERS = {"baseline_value", "target_value"}
YEARS = {"baseline_year", "target_year"}


class CellError(ValueError):
    """The message is for the person."""


class Cells:
    """Reads cells in one language: numbers are written differently in each. Labels are understood in all six."""

    def __init__(self, language):
        self.language = language

    def value(self, key, cell):
        """What the record's field shall hold. Of `code` and `parent` the text, of `kind` a key."""
        self._ensure_plain(cell)
        field, _code = COLUMNS[key]
        if key in ("code", "parent"):
            return code_in(cell)
        if key in NUMBERS:
            return self.number(cell)
        if key in YEARS:
            return year_in(cell)
        if key in ("kind", "status", "original_language") or field.choices:
            return self.choice(key, cell)
        if cell.kind == CellKind.DATE:
            raise CellError(became_a_date(cell))
        return cell.text

    def _ensure_plain(self, cell):
        if cell.kind == CellKind.ERROR:
            raise CellError(_("The cell holds the error {error}.").format(error=cell.text))
        if cell.kind == CellKind.FORMULA:
            raise CellError(_("The cell holds a formula without a result. Save the file in a spreadsheet program."))
        if cell.is_merged:
            raise CellError(_("The cell is merged with another one. Separate them."))

    def number(self, cell):
        if cell.is_empty:
            return None
        if cell.kind == CellKind.DATE:
            raise CellError(became_a_date(cell))
        if cell.kind == CellKind.NUMBER:
            # A percentage is kept as 81, and a spreadsheet keeps it as 0.81.
            number = Decimal(repr(round(cell.value, 10))) * (100 if cell.is_percent else 1)
            return Decimal(format(number.normalize(), "f"))
        try:
            return parse(cell.text, self.language)
        except NotANumber as problem:
            raise CellError(str(problem)) from None

    def choice(self, key, cell):
        if cell.is_empty:
            return None
        choices = self.choices[key]
        value = choices.get(comparable(cell.text))
        if value is None:
            wanted = ", ".join(dict.fromkeys(str(one) for one in self.keys[key]))
            message = _("“{typed}” is none of these: {choices}.")
            raise CellError(message.format(typed=cell.text, choices=wanted))
        return value

    @cached_property
    def keys(self):
        """{column: what may stand in it}"""
        named = {key: field.choices.values for key, (field, _code) in COLUMNS.items() if field.choices}
        return named | {
            "kind": [*NodeKind.values, INDICATOR],
            "status": [OFFICIAL, SAMPLE],
            "original_language": [language.html.lower() for language in languages.LANGUAGES],
        }

    @cached_property
    def choices(self):
        """{column: {comparable word: value}}; the labels of all languages say the same."""
        found = {key: {} for key in self.keys}
        for language in languages.CODES:
            with translation.override(language):
                for key, words in labels_of().items():
                    found[key] |= {comparable(str(label)): value for value, label in words}
        for key, values in self.keys.items():
            found[key] |= {comparable(value): meant(key, value) for value in values}
        return found


def labels_of():
    """{column: [(value, label in the active language)]}"""
    labels = {key: field.choices.choices for key, (field, _code) in COLUMNS.items() if field.choices}
    return labels | {
        "kind": [*NodeKind.choices, (INDICATOR, Indicator._meta.verbose_name)],
        "status": [(OFFICIAL, badge("official").label), (SAMPLE, badge("sample").label)],
        "original_language": [(language.code, language.name) for language in languages.LANGUAGES],
    }


def meant(key, value):
    by_html = {language.html.lower(): language.code for language in languages.LANGUAGES}
    return by_html[value] if key == "original_language" else value


def code_in(cell):
    if cell.kind == CellKind.DATE:
        raise CellError(became_a_date(cell))
    return with_our_digits(unicodedata.normalize("NFKC", cell.text))


def year_in(cell):
    if cell.is_empty:
        return None
    text = with_our_digits(cell.text)
    if cell.kind == CellKind.DATE or not YEAR.fullmatch(text):
        raise CellError(_("Write a year with four digits, such as 2030."))
    return int(text)


def became_a_date(cell):
    """Spreadsheet programs make dates of 1-2 and 3/4 by themselves."""
    message = _("The spreadsheet made a date of this: {date}. Format the column as text and write it again.")
    return message.format(date=cell.text)


def doubt(key, cell):
    """A warning about a cell that can be read, or ""."""
    if key in ("code", "parent") and cell.kind == CellKind.NUMBER and not float(cell.value).is_integer():
        message = _("A number was read as the code {code}. If you meant {other}, format the column as text.")
        return message.format(code=cell.text, other=f"{cell.text}0")
    if cell.is_hidden:
        return pgettext("cell of a spreadsheet", "The cell is hidden, and was read too.")
    return ""
