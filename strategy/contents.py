"""What an answer says, apart from where it is kept: `content` is Answer.content, as a submission keeps it too."""

from decimal import Decimal

from strategy.models import NUMERIC_TYPES, CarriedOver, QuestionType
from strategy.pasted import tidy

BLANK = {
    "value": None,
    "text": "",
    "text_language": "",
    "not_applicable": False,
    "reason": "",
    "carried_over": "",
}


def is_answered(content):
    """Something was said: a value, a text, or that the question does not apply."""
    if not content:
        return False
    if content["not_applicable"]:
        return bool(content["reason"].strip())
    return content["value"] not in (None, "", [], {}) or bool(content["text"].strip())


def is_unchanged(content):
    """Was last cycle's answer confirmed as still true?"""
    return content["carried_over"] == CarriedOver.UNCHANGED


def says_the_same(content, other):
    """Two contents compared without what became of the carry-over. The order of many choices means nothing."""
    return essence(content) == essence(other)


def essence(content):
    """What two contents are compared by."""
    content = content or BLANK
    value = content["value"]
    if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool):
        value = Decimal(str(value))
    if content["not_applicable"]:
        return (True, content["reason"].strip())
    return (False, value or None, tidy(content["text"]))


def applies(question, contents):
    """Is the question asked at all? `contents` is {question id: content} of the same report.

    A condition on a question that does not apply itself is not met.
    """
    other = question.condition_question
    if other is None:
        return True
    answered = contents.get(other.pk)
    if not answered or answered["not_applicable"]:
        return False
    value = answered["value"]
    met = question.condition_equals in value if isinstance(value, list) else str(value) == question.condition_equals
    return met and applies(other, contents)


def number_of(question, content):
    """The answer as a number, or None: yes counts as 1 and no as 0."""
    if not is_answered(content) or content["not_applicable"]:
        return None
    value = content["value"]
    if question.type == QuestionType.YES_NO:
        return {"yes": Decimal(1), "no": Decimal(0)}.get(value)
    if question.type in NUMERIC_TYPES and value is not None:
        return Decimal(str(value))
    return None
