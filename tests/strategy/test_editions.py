"""A new edition begins as a copy; what it asks otherwise is told question by question."""

import pytest

from core import languages
from strategy.edition_copy import new_edition
from strategy.editions import Change, breaks_trend, changes_since
from strategy.models import Choice, Column, Question, Questionnaire, QuestionType
from tests.factory import in_six_languages
from tests.strategy.factory import make_question, make_questionnaire, make_section


def read(questionnaire):
    return Questionnaire.objects.with_questions().get(pk=questionnaire.pk)


@pytest.fixture
def first(make):
    questionnaire = make_questionnaire(make)
    section = make_section(make, questionnaire, "3")
    make_question(make, section, "3.1", QuestionType.SCALE)
    table = make_question(make, section, "3.2", QuestionType.TABLE)
    Column.objects.create(question=table, code="year", is_number=True, **in_six_languages("label", "Year"))
    return read(questionnaire)


def test_a_new_edition_has_the_same_questions_in_every_language(make, first, django_assert_max_num_queries):
    with django_assert_max_num_queries(40):
        second = read(new_edition(first))

    assert (second.code, second.edition, second.title_ar) == (first.code, 2, first.title_ar)
    assert second.previous == first
    for old, new in zip(first.questions, second.questions, strict=True):
        assert new.pk != old.pk
        assert (new.code, new.text_ru, new.help_fr) == (old.code, old.text_ru, old.help_fr)
        assert [(choice.code, choice.label_ar) for choice in new.choices.all()] == [
            (choice.code, choice.label_ar) for choice in old.choices.all()
        ]
        assert [column.is_number for column in new.columns.all()] == [column.is_number for column in old.columns.all()]
    waiting = next(question for question in second.questions if question.code == "1.2")
    assert (waiting.condition_question.section.questionnaire, waiting.condition_equals) == (second, "yes")
    assert changes_since(second, first) == {}
    assert new_edition(first).edition == 3


@pytest.mark.parametrize(
    ("code", "fields", "kind", "breaks"),
    [
        ("1.1", {"type": QuestionType.ONE_OF}, Change.TYPE, True),
        ("1.1", {"text_en": "Another question"}, Change.WORDING, True),
        ("1.3", {"unit_en": "projects"}, Change.UNIT, True),
        ("1.2", {"condition_equals": "no"}, Change.CONDITION, True),
        ("3.1", {"maximum": 10}, Change.CHOICES, True),
        ("1.3", {"maximum": 10}, Change.LIMITS, False),
        ("2.1", {"longest": 300}, Change.LIMITS, False),
        ("1.1", {"text_fr": "Une traduction", "help_en": "More help", "required": False}, None, False),
        ("1.1", {"text_en": " Question  1.1 [en]\n"}, None, False),
    ],
)
def test_what_differs_is_told_by_its_kind(first, code, fields, kind, breaks):
    second = new_edition(first)
    Question.objects.filter(section__questionnaire=second, code=code).update(**fields)

    found = changes_since(read(second), first)

    assert found == ({code: [kind]} if kind else {})
    assert breaks_trend(found.get(code, [])) is breaks


def test_choices_columns_and_questions_that_came_or_went(make, first, django_assert_num_queries):
    second = new_edition(first)
    questions = {question.code: question for question in read(second).questions}
    Choice.objects.filter(question=questions["1.2"], code="means").update(label_en="By means")
    Column.objects.filter(question=questions["3.2"]).update(is_number=False)
    questions["2.2"].delete()
    make_question(make, questions["2.1"].section, "2.9", text_en="New")
    second = read(second)

    with django_assert_num_queries(0):
        found = changes_since(second, first)

    assert found == {
        "1.2": [Change.CHOICES],
        "3.2": [Change.CHOICES],
        "2.9": [Change.NEW],
        "2.2": [Change.DROPPED],
    }
    assert changes_since(first, None) == changes_since(first, first) == {}


def test_an_outdated_translation_goes_over_as_a_working_one(first):
    question = Question.objects.get(section__questionnaire=first, code="1.1")
    question.text_en, question.text_fr = "A new wording", "Une nouvelle formulation"
    question.save()

    copy = Question.objects.get(section__questionnaire=new_edition(first), code="1.1")

    assert copy.working_translations == sorted(set(languages.CODES) - {"en", "fr"})
