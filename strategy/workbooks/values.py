"""What a person means by what stands in a cell. Each function takes a Cell and gives what would be typed into the field
of the page; CellProblem says in words why it cannot."""

from decimal import Decimal
from functools import cache

from django.utils.translation import gettext as _
from django.utils.translation import override

from core import dates, languages
from core.workbooks.cells import CellKind
from core.workbooks.texts import comparable
from strategy.models import CarriedOver
from strategy.numbers import ARABIC_DECIMAL, MAX_DECIMALS, PER_CENTS, NotANumber, parse, show
from strategy.workbooks import words

MARKS = {"x", "✓", "✔", "☑", "1", "true"}
NO_MARKS = {"0", "-", "–", "—", "false"}
MOST_NAMED = 8  # choices in a message


class CellProblem(ValueError):
    """The cell cannot be understood; the message is for the person who filled it in."""


def ensure_plain(cell):
    """What no field takes, whatever it asks for."""
    if cell.is_merged:
        raise CellProblem(_("The cell is merged with another one, so its own answer is lost. Undo the merging."))
    if cell.kind == CellKind.ERROR:
        raise CellProblem(
            _("The cell holds the error {error}. Mend the formula or write the answer.").format(error=cell.value)
        )
    if cell.kind == CellKind.FORMULA:
        raise CellProblem(
            _("The result of the formula is not in the file. Save it in a spreadsheet program, or write it out.")
        )


def number(cell, language):
    """As it would be typed on the page in that language; "" for an empty cell."""
    ensure_plain(cell)
    _ensure_number_like(cell)
    if cell.is_percent:
        shown = show(_exact(cell.value) * 100, language)
        raise CellProblem(_("The cell shows {number} %, but a plain number is asked for.").format(number=shown))
    return _typed(cell, language)


def table_number(cell, language):
    """As number, but refused here: the field names the row and the column, the mark stands on the cell itself."""
    typed = number(cell, language)
    if typed:
        _parsed(typed, language)
    return typed


def _parsed(typed, language):
    try:
        return parse(typed, language)
    except NotANumber as refusal:
        raise CellProblem(str(refusal)) from refusal


def percent(cell, language):
    """(what would be typed, warning or ""). 81, 81 % and, where the cell is one of percentages, 0.81 mean the same."""
    ensure_plain(cell)
    _ensure_number_like(cell)
    if cell.is_percent:
        return _of_percent_cell(cell, language)
    typed = _typed(cell, language)
    if typed and not any(sign in typed for sign in PER_CENTS):
        _ensure_no_fraction(typed, language)
    return typed, ""


def _of_percent_cell(cell, language):
    value = _exact(cell.value)
    if 1 < value <= 100:  # copied into a cell that then showed 8100 %
        warning = _("The cell shows {shown} %; it was understood as {number} %.")
        said = warning.format(shown=show(value * 100, language), number=show(value, language))
        return exactly(value, language), said
    return exactly(value * 100, language), ""


def _ensure_no_fraction(typed, language):
    try:
        value = parse(typed, language)
    except NotANumber:
        return  # the field says so
    if 0 < value < 1:
        shown, hundredfold = show(value, language), show(value * 100, language)
        raise CellProblem(
            _("“{shown}” may mean {shown} % or {hundredfold} %. Write the number with its sign.").format(
                shown=shown, hundredfold=hundredfold
            )
        )


def _ensure_number_like(cell):
    if cell.kind == CellKind.DATE:
        raise CellProblem(
            _(
                "The cell holds a date ({date}): the program took what was typed, such as 3/4, for one. Set the cell "
                "to the format “Number” and write the number again."
            ).format(date=_date(cell))
        )
    if cell.kind == CellKind.BOOL:
        raise CellProblem(_("The cell holds “true” or “false”. A number is asked for."))


def _date(cell):
    value = cell.value
    if hasattr(value, "year"):
        return dates.day(value.date() if hasattr(value, "date") else value)
    return str(value)


def _typed(cell, language):
    return exactly(_exact(cell.value), language) if cell.kind == CellKind.NUMBER else cell.text


def exactly(value, language):
    """A known number as it can be typed and means nothing else in any language: with the Arabic decimal sign."""
    value = Decimal(str(value))
    if value != round(value, MAX_DECIMALS):
        typed = show(value, language)
        raise CellProblem(_("“{typed}” has more than four decimals. Round it.").format(typed=typed))
    value = value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()
    return f"{value:f}".replace(".", ARABIC_DECIMAL)


def _exact(value):
    """With the fifteen digits that a spreadsheet keeps, without the noise of binary fractions after them."""
    return Decimal(f"{value:.15g}")


def text(cell):
    """(text, warning or "")."""
    ensure_plain(cell)
    if cell.kind == CellKind.DATE:
        return cell.text, _("The program took what was typed for a date; it was read as “{text}”.").format(
            text=cell.text
        )
    if cell.is_percent:
        return f"{show(_exact(cell.value) * 100)} %", ""
    return cell.text, ""


# Choices


def choice(cell, options):
    """The code that was chosen, or "". `options` is [(code, [labels])], the first label that of the reader."""
    ensure_plain(cell)
    if cell.is_empty:
        return ""
    if cell.kind == CellKind.DATE:
        raise _not_in_list(_date(cell), options)
    typed = comparable(cell.text)
    by_code = [code for code, _labels in options if comparable(code) == typed]
    by_label = [code for code, labels in options if typed in map(comparable, labels)]
    found = by_label or by_code
    if not typed:
        return ""
    if len(found) > 1:
        raise CellProblem(_("“{typed}” is the label of several choices.").format(typed=cell.text))
    if not found:
        raise _not_in_list(cell.text, options)
    return found[0]


def _not_in_list(typed, options):
    named = "; ".join(str(labels[0]) for _code, labels in options[:MOST_NAMED])
    named += "; …" if len(options) > MOST_NAMED else ""
    return CellProblem(_("“{typed}” is not in the list. Choose one of: {choices}.").format(typed=typed, choices=named))


def options_of(choices):
    """Of Choice records: their labels in the language of the reader first, then in all others."""
    return [(known.code, [languages.text_of(known, "label"), *_translations(known)]) for known in choices]


def _translations(known):
    return filter(None, (getattr(known, languages.column("label", code)) for code in languages.CODES))


def yes_or_no(cell):
    if cell.kind == CellKind.BOOL:
        return "yes" if cell.value else "no"
    return choice(cell, [("yes", [words.yes(), *in_all_languages(words.yes)]), ("no", [words.no(), *_all_no()])])


def confirmation(cell):
    """CarriedOver.UNCHANGED, CHANGED or ""."""
    options = [(str(code), [label, *_all_confirmations(code)]) for code, label in words.confirmations()]
    return choice(cell, options)


def is_marked(cell):
    """Of a cell that takes "Yes" or nothing."""
    ensure_plain(cell)
    typed = comparable(cell.text)
    if typed in MARKS or typed in map(comparable, in_all_languages(words.yes)):
        return True
    if not typed or typed in NO_MARKS or typed in map(comparable, _all_no()):
        return False
    raise CellProblem(
        _("“{typed}” is not understood. Write “{yes}” or leave the cell empty.").format(
            typed=cell.text, yes=words.yes()
        )
    )


def place(cell, language):
    """The place of a choice in a ranking, as typed: "1"; "" where it has none."""
    typed = number(cell, language)
    if not typed:
        return ""
    value = _parsed(typed, language)
    if value != value.to_integral_value():
        raise CellProblem(_("“{typed}” is no place. Write 1, 2, 3.").format(typed=typed))
    return str(int(value))


@cache
def in_all_languages(say):
    """What a function says, in each language."""
    found = []
    for code in languages.CODES:
        with override(code):
            found.append(str(say()))
    return tuple(found)


def _all_no():
    return in_all_languages(words.no)


@cache
def _all_confirmations(code):
    return in_all_languages(lambda: CarriedOver(code).label)


def links(cell):
    """The addresses in a cell."""
    ensure_plain(cell)
    return list(dict.fromkeys(cell.text.replace(";", " ").split()))
