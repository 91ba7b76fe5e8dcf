"""What lies between two answers to one question: of two cycles, or of two versions of one report."""

from dataclasses import dataclass, field
from decimal import Decimal

from core.saving.words import side_by_side
from strategy.contents import is_answered, number_of, says_the_same
from strategy.models import NUMERIC_TYPES, QuestionType
from strategy.templatetags.answers import answer_words, labels_of


@dataclass(frozen=True)
class Difference:
    """`kind`: same, none (neither is answered), new, gone, number, text, choices, order or applies.

    number: `change`, and `percent` of the old figure where that can be said (not of per cents or points, nor of zero).
    text: both texts with their words marked. choices: labels that were `added` and `removed`.
    """

    kind: str
    change: Decimal | None = None
    percent: Decimal | None = None
    old_text: str = ""
    new_text: str = ""
    added: list = field(default_factory=list)
    removed: list = field(default_factory=list)

    @property
    def is_change(self):
        return self.kind not in ("same", "none")

    @property
    def rose(self):
        return self.change is not None and self.change > 0


def difference(question, old, new):
    """`old` and `new` are contents of answers (Answer.content) or None."""
    if not is_answered(old) and not is_answered(new):
        return Difference("none")
    if not is_answered(old):
        return Difference("new")
    if not is_answered(new):
        return Difference("gone")
    if says_the_same(old, new):
        return Difference("same")
    if old["not_applicable"] != new["not_applicable"]:
        return Difference("applies")
    if old["not_applicable"]:
        return of_texts(old["reason"], new["reason"])
    return of_answers(question, old, new)


def of_answers(question, old, new):
    if question.type in NUMERIC_TYPES:
        return of_numbers(question, number_of(question, old), number_of(question, new))
    if question.is_text:
        return of_texts(old["text"], new["text"])
    if question.type == QuestionType.TABLE:
        return of_texts(lines_of(question, old), lines_of(question, new))
    return of_choices(question, old["value"], new["value"])


def of_numbers(question, old, new):
    change = new - old
    is_amount = question.type == QuestionType.NUMBER
    return Difference("number", change=change, percent=100 * change / abs(old) if is_amount and old else None)


def of_texts(old, new):
    old_text, new_text = side_by_side(old, new)
    return Difference("text", old_text=old_text, new_text=new_text)


def lines_of(question, content):
    """A table as text, one line per row."""
    return "\n".join(answer_words(question, [row]) for row in content["value"])


def of_choices(question, old, new):
    before, now = codes_of(old), codes_of(new)
    if sorted(before) == sorted(now):
        return Difference("order")
    return Difference(
        "choices",
        added=labels_of(question, [code for code in now if code not in before]),
        removed=labels_of(question, [code for code in before if code not in now]),
    )


def codes_of(value):
    return value if isinstance(value, list) else [value]
