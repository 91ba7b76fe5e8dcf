"""What lies between two answers to one question."""

from decimal import Decimal

import pytest

from strategy.differences import difference
from strategy.models import Question, QuestionType
from strategy.templatetags.strategy_review import change_words, percent_words
from tests.strategy.factory import content

YES, NO = content(value="yes"), content(value="no")


@pytest.mark.parametrize(
    ("type", "old", "new", "kind"),
    [
        ("yes_no", None, None, "none"),
        ("yes_no", None, YES, "new"),
        ("yes_no", YES, None, "gone"),
        ("yes_no", YES, YES, "same"),
        ("yes_no", YES, content(not_applicable=True, reason="No plan"), "applies"),
        ("number", content(value=3), content(value=3.0), "same"),
        ("many_of", content(value=["a", "b"]), content(value=["b", "a"]), "order"),
    ],
)
def test_kind_of_a_difference(type, old, new, kind):
    assert difference(Question(code="1", type=type), old, new).kind == kind


@pytest.mark.parametrize(
    ("type", "old", "new", "change", "percent"),
    [
        ("number", 40, 50, 10, 25),
        ("number", 50, 40, -10, -20),
        ("number", 0, 4, 4, None),  # of nothing there is no per cent
        ("number", -4, 4, 8, 200),
        ("percent", 40, 50, 10, None),  # ten points, not a quarter
        ("scale", 2, 5, 3, None),
    ],
)
def test_numbers_differ_by_so_much(type, old, new, change, percent):
    found = difference(Question(code="1", type=type), content(value=old), content(value=new))

    assert (found.kind, found.change, found.percent) == ("number", Decimal(change), percent and Decimal(percent))


def test_words_of_a_change_carry_their_sign():
    number, percent = Question(type=QuestionType.NUMBER), Question(type=QuestionType.PERCENT)

    assert change_words(Decimal(1200), number) == "+1,200"
    assert change_words(Decimal(-3), number) == "−3"
    assert change_words(Decimal(1), percent) == "+1 percentage point"
    assert percent_words(Decimal("33.333")) == "+33.3%"


def test_words_of_a_text_are_marked_and_its_markup_is_not_run():
    question = Question(code="1", type=QuestionType.LONG_TEXT)

    found = difference(question, content(text="Two hubs <b>"), content(text="Three hubs <b>"))

    assert found.old_text == "<del>Two</del> hubs &lt;b&gt;"
    assert found.new_text == "<ins>Three</ins> hubs &lt;b&gt;"


def test_choices_are_added_and_removed_by_their_labels(make, questionnaire):
    question = next(question for question in questionnaire.questions if question.code == "1.2")

    found = difference(question, content(value="means"), content(value="result"))

    assert (found.kind, found.added, found.removed) == ("choices", ["result [en]"], ["means [en]"])
