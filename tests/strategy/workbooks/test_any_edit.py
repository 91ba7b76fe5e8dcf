"""Whatever is edited: export, edit, import gives exactly the edit, and the rest stays."""

import io

import pytest
from django.utils.translation import override
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from core.workbooks.cells import Cell, CellKind
from core.workbooks.reading import read
from core.workbooks.texts import clean
from strategy.numbers import parse, stored
from strategy.workbooks import values
from strategy.workbooks.checking import Checker
from strategy.workbooks.imports import source_of
from strategy.workbooks.reading import filled
from strategy.workbooks.writing import write
from tests.strategy.workbooks.scene import Scene, bytes_of, cell

LANGUAGES = st.sampled_from(["en", "fr", "ar", "ru", "es", "zh-hans"])
NUMBERS = st.decimals(0, 10**9, places=4, allow_nan=False, allow_infinity=False).map(stored)
TEXTS = st.text(st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1, max_size=60).map(clean).filter(bool)
# {question: (what may be typed into the cell, what is stored then)}
EDITS = {
    "1.1": st.sampled_from([("No", "no"), ("no", "no"), ("لا", "no")]),
    "1.3": NUMBERS.map(lambda number: (number, number)),
    "2.1": TEXTS.map(lambda text: (text, text)),
    "2.2": st.integers(0, 100).map(lambda number: (number / 100, number)),
    "3.3": st.integers(1, 5).map(lambda point: (point, point)),
}


@given(NUMBERS, LANGUAGES)
@settings(max_examples=40)
def test_a_number_in_a_cell_means_itself_in_every_language(number, language):
    found = Cell("Sheet", 1, 1, number, CellKind.NUMBER)
    assert stored(parse(values.number(found, language), language)) == number
    assert stored(parse(values.percent(Cell("", 1, 1, 0.81, CellKind.NUMBER, "0%"), language)[0], language)) == 81


@pytest.mark.django_db
def test_exactly_what_was_edited_changes(make, client):
    scene = Scene(make, client)
    before = scene.contents()

    @given(st.fixed_dictionaries({}, optional=EDITS), LANGUAGES)
    @settings(max_examples=12)
    def check(edits, language):
        with override(language):
            source = source_of(scene.report, scene.person)
            book = load_workbook(io.BytesIO(write(source).read()))
            for code, (typed, _stored) in edits.items():
                target = cell(book, code)
                target.value = typed
                target.data_type = "s" if isinstance(typed, str) else "n"
            found = filled(read(io.BytesIO(bytes_of(book)), "a.xlsx"), scene.report, source.questionnaire)
            checked = {one.question.code: one for one in Checker(found, source, scene.person).checked}
        for code, one in checked.items():
            said = one.content["text"] if one.question.is_text else one.content["value"]
            known = before.get(code, {"value": None, "text": ""})
            was = known["text"] if one.question.is_text else known["value"]
            assert not one.has_errors, (code, one.marks)
            assert said == (edits[code][1] if code in edits else was), code

    check()
