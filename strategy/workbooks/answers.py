"""What the cell of an answer holds when the workbook is written."""

from decimal import Decimal

from core import languages
from strategy.models import QuestionType
from strategy.workbooks import words


def value_for_cell(question, content, choice=None):
    """A str, int or float; None where nothing is answered. A percentage is a fraction, which the cell shows as 81 %."""
    if question.is_text:
        return content["text"] or None
    value = content["value"]
    if value in (None, "", []):
        return None
    if choice is not None:
        return _of_choice(question, value, choice)
    if question.type == QuestionType.PERCENT:
        return float(Decimal(str(value)) / 100)
    if question.type == QuestionType.YES_NO:
        return {"yes": words.yes(), "no": words.no()}.get(value, value)
    if question.type == QuestionType.ONE_OF:
        labels = {known.code: languages.text_of(known, "label") for known in question.choices.all()}
        return labels.get(value, value)
    return value


def _of_choice(question, value, choice):
    if choice.code not in value:
        return None
    return words.yes() if question.type == QuestionType.MANY_OF else value.index(choice.code) + 1
