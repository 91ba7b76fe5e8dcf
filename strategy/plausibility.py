"""Answers that may be right and are asked about once: a slip of a zero, a lost sign, parts that give another total.

Nothing here stops a report. The writer says "it is right" (Answer.checked_value), and the reviewer sees that.
"""

from decimal import Decimal

from django.utils.translation import gettext as _

from core import languages
from strategy.models import MEASURED_TYPES, QuestionType
from strategy.numbers import show

FAR = 10  # times as much as in the last cycle, or as little
# How people call the row of a table that adds up the others.
TOTAL_WORDS = {"total", "totals", "всего", "итого", "المجموع", "الإجمالي", "合计", "总计"}
TOTAL_COLUMN = "total"


def warnings_of(question, content, last):
    """[sentence] about the answer; `last` is the content of the last cycle, or None."""
    if not content or content["not_applicable"] or content["value"] in (None, "", []):
        return []
    if question.type in MEASURED_TYPES:
        return _of_number(Decimal(str(content["value"])), _number_of(last), question)
    if question.type == QuestionType.TABLE:
        return [*_of_rows(question, content["value"]), *_of_columns(question, content["value"])]
    return []


def _number_of(last):
    value = last["value"] if last and not last["not_applicable"] else None
    return Decimal(str(value)) if isinstance(value, (int, float)) else None


def _of_number(number, last, question):
    found = []
    if last is not None and number * last < 0:
        words = _("{number} has the opposite sign of the last cycle’s {last}.")
        found.append(words.format(number=show(number), last=show(last)))
    elif last and number and not Decimal(1) / FAR <= abs(number / last) <= FAR:
        words = _("{number} is far from the last cycle’s {last}: more than ten times as much, or as little.")
        found.append(words.format(number=show(number), last=show(last)))
    if question.type == QuestionType.NUMBER and _may_be_thousands(number) and last != number:
        words = _("{number} is understood with decimals. Did you mean {thousands}?")
        found.append(words.format(number=show(number), thousands=show(number * 1000)))
    return found


def _may_be_thousands(number):
    """1.234 is how some write 1,234."""
    return number.as_tuple().exponent == -3 and 1 <= abs(number) < 1000


def _of_rows(question, rows):
    """The last row, where its first text says that it is the total."""
    if len(rows) < 3:  # of one part no total is expected
        return []
    texts = [str(cell).strip(" :.").casefold() for cell in rows[-1].values() if isinstance(cell, str) and cell]
    if not texts or texts[0] not in TOTAL_WORDS:
        return []
    found = []
    for column in question.columns.all():
        parts = [_cell(row, column) for row in rows[:-1]]
        total = _cell(rows[-1], column)
        if column.is_number and total is not None and sum(filter(None, parts)) != total:
            words = _("{column}: the parts give {parts}, the total says {total}.")
            values = {"parts": show(sum(filter(None, parts))), "total": show(total)}
            found.append(words.format(column=languages.text_of(column, "label"), **values))
    return found


def _of_columns(question, rows):
    """The column whose code is "total", over the other columns that hold numbers."""
    columns = [column for column in question.columns.all() if column.is_number]
    total = next((column for column in columns if column.code == TOTAL_COLUMN), None)
    parts = [column for column in columns if column is not total]
    if total is None or len(parts) < 2:
        return []
    found = []
    for number, row in enumerate(rows, start=1):
        said, given = _cell(row, total), sum(filter(None, (_cell(row, column) for column in parts)))
        if said is not None and said != given:
            words = _("Row {row}: the parts give {parts}, the total says {total}.")
            found.append(words.format(row=number, parts=show(given), total=show(said)))
    return found


def _cell(row, column):
    value = row.get(column.code)
    return Decimal(str(value)) if isinstance(value, (int, float)) else None
