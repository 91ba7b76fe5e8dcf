"""Ranking, table, scale and the other types of questions."""

import pytest

from strategy.answer_forms import AnswerForm
from strategy.models import Choice, Column, QuestionType
from tests.factory import in_six_languages
from tests.strategy.factory import make_question, make_questionnaire


@pytest.fixture
def question(make):
    section = make_questionnaire(make).sections.first()

    def of(type, **fields):
        question = make_question(make, section, "1.7", type, **fields)
        for position, code in enumerate(["resources", "mandate", "data"]):
            Choice.objects.create(question=question, code=code, position=position, **in_six_languages("label", code))
        for position, (code, is_number) in enumerate([("source", False), ("amount", True), ("year", True)]):
            Column.objects.create(
                question=question, code=code, is_number=is_number, position=position, **in_six_languages("label", code)
            )
        return question

    return of


def form_of(question, **typed):
    data = {f"q{question.pk}-{name.replace('__', '-')}": value for name, value in typed.items()}
    return AnswerForm(data, question=question)


def value_of(question, **typed):
    form = form_of(question, **typed)
    assert form.is_valid(), form.errors
    return form.content()["value"]


def errors_of(question, **typed):
    return " ".join(error for errors in form_of(question, **typed).errors.values() for error in errors)


def test_ranking_is_stored_in_the_order_of_the_places(question):
    ranking = question(QuestionType.RANKING)

    assert value_of(ranking, value__data="1", value__resources="2") == ["data", "resources"]


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ({"value__data": "1", "value__mandate": "1"}, "same place"),
        ({"value__data": "1", "value__mandate": "3"}, "left out"),
        ({"value__data": "9"}, "from the list"),
        ({"value__data": "first"}, "from the list"),
    ],
)
def test_ranking_that_makes_no_sense_is_refused(question, typed, error):
    assert error in errors_of(question(QuestionType.RANKING), **typed)


def test_table_keeps_rows_that_hold_something(question):
    table = question(QuestionType.TABLE)

    value = value_of(
        table,
        value__0__source="Core", value__0__amount="1,000.5", value__0__year="2024",
        value__1__source="", value__1__amount="", value__1__year="",
        value__2__source="Trust fund", value__2__amount="", value__2__year="2025",
    )  # fmt: skip

    assert value == [
        {"source": "Core", "amount": 1000.5, "year": 2024},
        {"source": "Trust fund", "amount": "", "year": 2025},
    ]


def test_cell_that_is_no_number_is_named_by_row_and_column(question):
    table = question(QuestionType.TABLE)

    errors = errors_of(table, value__0__source="Core", value__0__amount="much", value__0__year="2024")

    assert errors.startswith("Row 1, amount [en]: “much” is not a number.")


def test_table_refuses_what_the_database_does_not_take(question):
    table = question(QuestionType.TABLE)

    assert errors_of(table, value__0__source="a\0b", value__0__amount="1", value__0__year="2024")


def test_year_in_a_table_is_not_grouped(question):
    form = AnswerForm(question=question(QuestionType.TABLE))
    form.initial["value"] = [{"source": "Core", "amount": 12500, "year": 2024}]

    row = form.fields["value"].shown_rows(form.initial["value"])[0]

    assert [text for _column, text in row] == ["Core", "12,500", "2024"]


def test_point_of_a_scale_is_stored_as_a_number(question):
    scale = question(QuestionType.SCALE, minimum=1, maximum=5)

    assert value_of(scale, value="4") == 4
    assert "Select a valid choice" in errors_of(scale, value="6")


def test_many_of_takes_known_choices_only(question):
    many = question(QuestionType.MANY_OF)

    assert value_of(many, value=["data", "mandate"]) == ["data", "mandate"]
    assert "Select a valid choice" in errors_of(many, value=["data", "other"])


@pytest.mark.parametrize(("typed", "value"), [("81 %", 81), ("0", 0), ("100", 100), ("12,5", 12.5)])
def test_percentage_is_a_number_from_0_to_100(question, typed, value):
    assert value_of(question(QuestionType.PERCENT), value=typed) == value


@pytest.mark.parametrize("typed", ["101", "-1"])
def test_what_is_no_percentage_is_refused(question, typed):
    assert "is no percentage" in errors_of(question(QuestionType.PERCENT), value=typed)
