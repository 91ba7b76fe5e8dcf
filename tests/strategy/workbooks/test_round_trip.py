"""Downloaded, filled in, uploaded: exactly what was edited changes in the report."""

import io

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from core.models import RowState
from core.workbooks.reading import read
from strategy.models import CarriedOver, Choice
from strategy.workbooks.checking import Checker
from strategy.workbooks.imports import source_of
from strategy.workbooks.reading import filled
from tests.factory import in_six_languages
from tests.strategy.workbooks.scene import Scene, bytes_of, cell, messages, states, table_cell

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene(make, client):
    return Scene(make, client)


@pytest.mark.parametrize("language", ["en", "ar", "fr"])
def test_a_workbook_that_nobody_touched_changes_nothing(scene, language):
    preview = scene.preview(scene.download(language), language)
    assert set(states(preview).values()) == {RowState.UNCHANGED}
    assert messages(preview) == {}


def test_every_type_of_answer_comes_back_as_it_was_edited(scene):
    before = scene.contents()
    book = scene.download()
    cell(book, "1.1").value = "No"
    cell(book, "1.3").value = 7.25
    cell(book, "2.1").value = "New text\nof two lines"
    cell(book, "2.2").value = 0.5
    cell(book, "3.1", number=1).value = None
    cell(book, "3.1", number=3).value = "x"
    cell(book, "3.2", number=1).value, cell(book, "3.2", number=2).value = 1, 2
    cell(book, "3.3").value = 5
    table_cell(book, 2, 1).value, table_cell(book, 2, 2).value = "Chile", 3
    cell(book, "3.5").value = "=1+1"
    cell(book, "3.5").data_type = "s"
    preview = scene.apply(scene.preview(book))
    after = scene.contents()
    changed = {"carried_over": CarriedOver.CHANGED}
    assert after == before | {
        "1.1": before["1.1"] | changed | {"value": "no"},
        "1.3": before["1.3"] | changed | {"value": 7.25},
        "2.1": before["2.1"] | changed | {"text": "New text\nof two lines"},
        "2.2": before["2.2"] | changed | {"value": 50},
        "3.1": before["3.1"] | changed | {"value": ["north", "east"]},
        "3.2": before["3.2"] | changed | {"value": ["south", "north"]},
        "3.3": before["3.3"] | changed | {"value": 5},
        "3.4": before["3.4"]
        | changed
        | {"value": [{"partner": "=Brazil", "cost": 20250.5}, {"partner": "Chile", "cost": 3}]},
        "3.5": before["1.1"] | {"value": None, "text": "=1+1", "text_language": "en", "carried_over": ""},
    }
    assert preview.outcome == {"answers": 9}
    assert scene.answer("1.1").changed_by == scene.person
    scene.report.refresh_from_db()
    assert scene.report.changed_by == scene.person


def test_answers_of_the_last_cycle_are_confirmed_and_evidence_is_added(scene):
    book = scene.download()
    cell(book, "1.1", "confirmed").value = "Unchanged"
    cell(book, "1.3", "confirmed").value = "Changed"
    cell(book, "2.1", "links").value = "https://example.org/a\nexample.org/b"
    cell(book, "2.2", "not_applicable").value, cell(book, "2.2").value = "Yes", None
    cell(book, "2.2", "reason").value = "We have no budget."
    preview = scene.preview(book)
    assert states(preview)["1.3"] == RowState.ERROR
    assert messages(preview)["1. Section 1 en!F6"] == [
        "The answer is the same as in the last cycle. Change it, or choose “Unchanged”."
    ]
    scene.apply(preview)
    assert scene.answer("1.1").carried_over == CarriedOver.UNCHANGED
    assert scene.answer("1.3").carried_over == CarriedOver.UNCONFIRMED
    assert (scene.answer("2.2").not_applicable, scene.answer("2.2").reason) == (True, "We have no budget.")
    links = sorted(evidence.url for evidence in scene.answer("2.1").evidence.all())
    assert links == ["https://example.org/a", "https://example.org/b"]
    again = scene.preview(scene.download())
    assert set(states(again).values()) == {RowState.UNCHANGED}


def test_an_answer_changed_on_the_page_meanwhile_is_shown_and_not_overwritten(scene):
    book = scene.download()
    other = scene.make.person("ben@ilo.example", scene.ilo)
    for code in ("1.3", "2.1"):
        answer = scene.answer(code)
        answer.value, answer.text, answer.changed_by = (50, "", other) if code == "1.3" else (None, "Page", other)
        answer.save()
    cell(book, "1.3").value = 60
    preview = scene.preview(book)
    row = preview.rows.get(state=RowState.ERROR)
    assert row.values == [
        {"label": "Answer", "before": "50", "after": "60"},
        {"label": "The answer of the last cycle", "before": "Not confirmed yet", "after": "Changed"},
    ]
    assert row.messages[0]["text"].startswith("Ben changed this answer on the page on ")
    assert states(preview)["2.1"] == RowState.UNCHANGED
    assert scene.answer("2.1").text == "Page"


def test_a_blank_workbook_takes_nothing_away(scene):
    book = scene.download(blank=True)
    assert cell(book, "1.3").value is None
    cell(book, "1.3").value = 3
    preview = scene.preview(book)
    assert {code for code, state in states(preview).items() if state != RowState.UNCHANGED} == {"1.3"}


def test_good_answers_go_in_while_faulty_ones_come_back_marked(scene):
    book = scene.download()
    cell(book, "1.1").value = "Perhaps"
    cell(book, "1.3").value = 8
    preview = scene.preview(book)
    marked = scene.client.get(reverse("import_marked", args=[preview.token]))
    back = load_workbook(io.BytesIO(marked.getvalue()))
    assert cell(back, "1.1").comment.text == "“Perhaps” is not in the list. Choose one of: Yes; No."
    scene.apply(preview)
    assert (scene.answer("1.1").value, scene.answer("1.3").value) == ("yes", 8)
    cell(back, "1.1").value = "No"
    scene.apply(scene.preview(back))
    assert scene.answer("1.1").value == "no"


def test_answers_changed_between_preview_and_import_are_looked_at_again(scene):
    book = scene.download()
    cell(book, "1.3").value = 60
    preview = scene.preview(book)
    answer = scene.answer("1.3")
    answer.value = 50
    answer.save()
    preview = scene.apply(preview)
    assert preview.state == "previewed"
    assert scene.answer("1.3").value == 50


def test_a_mark_without_its_reason_is_shown_before_it_is_imported(make, client):
    scene = Scene(make, client, carried_over=False)
    book = scene.download(blank=True)
    cell(book, "2.2", "not_applicable").value, cell(book, "2.2").value = "Yes", None
    row = next(row for row in scene.preview(book).rows.all() if row.title.startswith("2.2"))
    assert {"label": "Does not apply", "before": "", "after": "Yes"} in row.values


def test_a_questionnaire_changed_after_the_preview_stops_the_import_in_words(scene):
    book = scene.download()
    cell(book, "1.3").value = 60
    preview = scene.preview(book)
    Choice.objects.create(question=scene.question("3.2"), code="west", position=9, **in_six_languages("label", "West"))
    response = scene.client.post(reverse("import_apply", args=[preview.token]), follow=True)
    assert "The questionnaire has changed since this workbook was downloaded." in response.content.decode()
    assert scene.answer("1.3").value == 1234.5


def test_the_workbook_takes_the_same_queries_whatever_it_holds(scene, django_assert_max_num_queries):
    with django_assert_max_num_queries(16):
        book = scene.download()
    with django_assert_max_num_queries(11):
        source = source_of(scene.report, scene.person)
        found = filled(read(io.BytesIO(bytes_of(book)), "a.xlsx"), scene.report, source.questionnaire)
        Checker(found, source, scene.person)
