"""Spreadsheets as people send them: what is understood, and what is refused in which words."""

import io
import time
from datetime import datetime
from pathlib import Path

import pytest

from core.files.refusals import FileRefused
from core.workbooks.cells import CellKind
from core.workbooks.reading import read
from core.workbooks.texts import clean, comparable
from tests.core.workbooks import files


def book_of(content, name="a.xlsx"):
    return read(io.BytesIO(content), name)


def values(book):
    return [[cell.value for cell in row] for row in book.first.rows]


@pytest.mark.parametrize("case", files.BROKEN)
def test_a_broken_file_is_refused_in_words(case):
    name, content, words = files.BROKEN[case]
    content = content() if callable(content) else content
    started = time.process_time()
    with pytest.raises(FileRefused) as refusal:
        book_of(content, name)
    assert words in refusal.value.message
    assert "{" not in refusal.value.message
    assert time.process_time() - started < 5


def test_cells_say_what_they_hold_and_where_they_are():
    def edit(workbook):
        sheet = workbook.active
        sheet["C1"].number_format = "0%"
        sheet["D1"].number_format = '0.0" % of all"'
        sheet["A2"] = "=1+1"
        sheet["B2"] = "#REF!"
        sheet["C2"] = datetime(2026, 4, 3)
        sheet["A3"], sheet["B3"] = " yes\u200b", True

    book = book_of(files.xlsx([["text", 12.0, 0.81, 5.5]], edit=edit))
    text, number, percent, words = book.first.rows[0]
    assert [cell.kind for cell in book.first.rows[0]] == [CellKind.TEXT, *[CellKind.NUMBER] * 3]
    assert (text.place, number.text, percent.value) == ("Sheet1!A1", "12", 0.81)
    assert [cell.is_percent for cell in (text, number, percent, words)] == [False, False, True, False]
    formula, error, date = book.first.rows[1]
    assert (formula.kind, formula.value) == (CellKind.FORMULA, None)
    assert (error.kind, error.text) == (CellKind.ERROR, "#REF!")
    assert (date.kind, date.text) == (CellKind.DATE, "2026-04-03")
    assert [cell.text for cell in book.first.rows[2]] == ["yes", "True"]
    assert book.first.rows[0][9].is_empty
    assert book.first.rows[0][9].place == "Sheet1!I1"


def test_a_formula_with_a_result_is_read_as_its_result():
    cell = b'<c r="B2"><f>6*7</f><v>42</v></c>'
    content = files.rewritten(files.GOOD, files.SHEET, lambda xml: xml.replace(b'<c r="B2" t="n"><v>12</v></c>', cell))
    assert book_of(content).first.cell(2, 2).value == 42


def test_hidden_and_merged_places_are_known():
    def edit(workbook):
        first, second = workbook.worksheets
        first.row_dimensions[2].hidden = True
        first.column_dimensions["C"].hidden = True
        first.merge_cells("A3:B4")
        second.sheet_state = "veryHidden"

    book = book_of(files.xlsx([["a", "b", "c"], ["d"], ["e"], ["f", "g", "h"]], [["i"]], edit=edit))
    first, second = book.sheets
    assert [first.cell(1, 1).is_hidden, first.cell(1, 3).is_hidden, first.cell(2, 1).is_hidden] == [False, True, True]
    assert [first.cell(3, 1).is_merged, first.cell(3, 2).is_merged, first.cell(4, 1).is_merged] == [False, True, True]
    assert first.cell(4, 3).is_merged is False
    assert first.row(2).is_hidden
    assert second.is_hidden
    assert second.cell(1, 1).is_hidden
    assert book.first is first


def test_the_last_row_is_read_and_a_million_empty_ones_are_not():
    started = time.process_time()
    assert values(book_of(files.used_to())) == [["Code", "Answer"], ["1.1", 12]]
    rows = book_of(files.far_cells()).first.rows
    assert (rows[-1].number, rows[-1][2].value) == (1_048_576, 7)
    assert time.process_time() - started < 20


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", b'code,text\r\n1.1,"one\r\ntwo, three"\r\n'),
        ("a.csv", 'code;text\n1.1;"one\ntwo, three"'.encode("utf-8-sig")),
        ("a.tsv", 'code\ttext\r\n1.1\t"one\ntwo, three"\r\n'.encode("utf-16")),
        ("a.csv", b"sep=|\r\ncode|text\r\n1.1|one\ntwo, three\r\n".replace(b"one\ntwo, three", b'"one\ntwo, three"')),
        ("a.csv", b'\n;;\ncode;text\n\n1.1;"one\ntwo, three";;\n'),
    ],
)
def test_texts_in_every_usual_form_are_read_alike(name, content):
    book = book_of(content, name)
    assert book.is_csv
    assert [[cell.text for cell in row] for row in book.first.rows] == [["code", "text"], ["1.1", "one\ntwo, three"]]


def test_the_apostrophe_of_an_export_is_no_part_of_the_text():
    assert values(book_of(b"a,b,c\n'=1+1,'tis,-5\n", "a.csv"))[1] == ["=1+1", "'tis", "-5"]


def test_texts_come_without_what_nobody_sees():
    assert clean("\ufeff \u00a0a\u00a0b_x000D_\nc\u200f ") == "a\u00a0b\nc"
    assert clean("cafe\u0301") == "café"
    assert comparable(" Yes,\u200b  WE\u00a0do ") == comparable("yes, we do")
    assert comparable("１.１") == "1.1"


# Files that LibreOffice wrote: real/README.md

REAL = Path(__file__).parent / "real"


def test_a_workbook_of_libreoffice_is_read_with_its_results():
    sheet = book_of((REAL / "libreoffice.xlsx").read_bytes()).first
    found = [(row[2].kind, row[2].text) for row in sheet.rows]
    assert sheet.title == "Réponses"
    assert found == [
        (CellKind.TEXT, "Answer"),
        (CellKind.TEXT, "Café – naïve"),
        (CellKind.NUMBER, "1234.5"),
        (CellKind.NUMBER, "0.81"),
        (CellKind.DATE, "2026-04-03"),
        (CellKind.NUMBER, "42"),
        (CellKind.ERROR, "#DIV/0!"),
        (CellKind.BOOL, "True"),
        (CellKind.TEXT, "two\nlines"),
        (CellKind.TEXT, "hidden"),
        (CellKind.TEXT, "merged"),
    ]
    assert sheet.cell(4, 2).is_percent
    assert sheet.row(10).is_hidden
    assert sheet.cell(12, 3).is_merged


def test_a_csv_of_libreoffice_is_read_and_its_old_format_is_not():
    sheet = book_of((REAL / "libreoffice.csv").read_bytes(), "a.csv").first
    assert [row[2].text for row in sheet.rows][:3] == ["Answer", "Café – naïve", "1234.5"]
    assert sheet.cell(9, 2).text == "two\nlines"
    for name in ("a.xls", "a.xlsx"):
        with pytest.raises(FileRefused) as refusal:
            book_of((REAL / "libreoffice-97.xls").read_bytes(), name)
        assert "old format of Excel" in refusal.value.message
