"""What entities were asked stays as it was asked; before that a questionnaire is built freely, but with sense."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from strategy.models import Choice, Column, Question, Section
from strategy.models.keeping import missing_to_delete
from tests.factory import in_six_languages
from tests.strategy.factory import make_cycle, make_framework, make_question, make_questionnaire, make_report


@pytest.fixture
def edition(make):
    return make_questionnaire(make)


def question(code):
    return Question.objects.select_related("section").get(code=code)


def refused(record, **fields):
    """The names of the fields beside which the change is refused, or what is said of the record as a whole."""
    for name, value in fields.items():
        setattr(record, name, value)
    try:
        record.clean()
    except ValidationError as error:
        return set(error.message_dict) if hasattr(error, "error_dict") else " ".join(error.messages)
    return set()


def test_an_edition_is_in_use_once_a_cycle_with_it_was_opened(make, edition, ilo):
    cycle = make_cycle(make, questionnaire=edition, state="planned")
    assert not edition.is_in_use
    assert refused(question("1.1"), text_en="Another", code="7") == set()

    for state in ("open", "grace", "closed", "published"):
        type(cycle).objects.update(state=state)
        assert edition.is_in_use

    make_report(make, entity=ilo, cycle=cycle)
    cycle.questionnaires.clear()
    assert edition.is_in_use, "a report names it still"


def test_what_entities_were_asked_stays(make, edition):
    indicator = make_framework(make).nodes.get().indicators.get()
    make_cycle(make, questionnaire=edition)
    condition = {"condition_question": None, "condition_equals": ""}

    for fields in (
        {"code": "9.9"},
        {"type": "scale"},
        {"required": False},
        {"maximum": 7},
        {"longest": 100},
        {"indicator": indicator},
        {"text_en": "Another question"},
        {"unit_en": "projects"},
        {"original_language": "fr"},
        {"section": Section.objects.get(code="2")},
        {"position": 7},
    ):
        assert refused(question("1.3"), **fields) == set(fields) | ({"text_en"} & set(fields)), fields
    assert refused(question("1.2"), **condition) == set(condition)
    assert refused(Choice.objects.get(code="means"), code="ways", label_en="Ways") == {"code", "label_en"}
    assert refused(Section.objects.get(code="2"), code="B", title_en="Other") == {"code", "title_en"}
    for new in (
        Question(section=Section.objects.get(code="1"), code="1.9", type="number"),
        Choice(question=question("1.2"), code="new"),
        Section(questionnaire=edition, code="9"),
    ):
        assert "Make a new edition" in refused(new)
    for record in (question("1.3"), Choice.objects.get(code="means"), Section.objects.get(code="2")):
        assert "Make a new edition" in " ".join(missing_to_delete(record))


def test_translations_are_completed_and_readers_only_become_fewer(make, edition):
    make_cycle(make, questionnaire=edition)

    assert refused(question("1.3"), text_fr="Mieux dit", help_en="How to count", text_ar="") == set()
    assert refused(Choice.objects.get(code="means"), label_fr="Moyens") == set()
    assert refused(Section.objects.get(code="1"), title_es="Mejor", node=None) == set()
    assert refused(question("2.1"), consent="secretariat") == set()
    assert refused(question("2.1"), consent="public") == {"consent"}


def test_a_condition_looks_back_and_waits_for_an_answer_that_can_come(edition):
    assert refused(question("1.2"), condition_equals="perhaps") == {"condition_equals"}
    assert refused(question("1.1"), condition_question=question("1.3"), condition_equals="1") == {"condition_question"}
    assert refused(question("2.2"), condition_question=question("1.2"), condition_equals="means") == set()
    assert "must come after it" in refused(question("1.1"), section=Section.objects.get(code="2"))
    assert refused(question("1.1"), type="number") == {"type"}

    waiting = question("2.2")
    waiting.condition_question, waiting.condition_equals = question("1.2"), "means"
    waiting.save()
    choice = Choice.objects.get(code="means")
    assert missing_to_delete(choice) == ["Question 2.2 waits for it."]
    assert missing_to_delete(question("1.1")) == ["Question 1.2 waits for it."]
    assert missing_to_delete(Section.objects.get(code="1")) == ["Question 2.2 waits for it."]
    assert missing_to_delete(Section.objects.get(code="2")) == []
    assert refused(choice, code="ways") == {"code"}
    assert refused(Choice.objects.get(code="result"), code="outcome") == set()


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"type": "percent", "minimum": -1}, "question_percent_within_hundred"),
        ({"type": "percent", "maximum": 101}, "question_percent_within_hundred"),
        ({"type": "scale", "minimum": 5}, "question_scale_of_two_to_ten"),
        ({"type": "scale", "minimum": 1, "maximum": 11}, "question_scale_of_two_to_ten"),
    ],
)
def test_limits_make_sense(make, edition, fields, constraint):
    section = edition.sections.first()
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        make_question(make, section, "1.8", **fields)
    with pytest.raises(ValidationError):
        Question(section=section, code="1.8", **fields).full_clean()
    make_question(make, section, "1.8", "scale", minimum=0, maximum=9)
    assert refused(Question(section=section, code="1.9", type="scale", minimum=Decimal("1.5"))) == {"minimum"}


def test_column_keeps_what_it_holds(make, edition):
    table = make_question(make, edition.sections.first(), "1.8", "table")
    column = Column.objects.create(question=table, code="year", **in_six_languages("label", "Year"))
    make_cycle(make, questionnaire=edition)

    assert refused(column, is_number=True) == {"is_number"}
