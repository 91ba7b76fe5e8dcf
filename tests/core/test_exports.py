"""Lists as files: what stands in them, and that no text in them becomes a formula."""

import csv
import io
import json
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.http import Http404, QueryDict
from django.test import RequestFactory
from django.utils import timezone, translation
from django.utils.html import escape
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from pytest_django.asserts import assertContains

from core.export_formats import FORMULA
from core.exports import Column, Table, address_of, licence, respond

DANGEROUS = ["=1+1", "+41 22", "-5", "@SUM(A1)", "\tx", "＝1"]
ROWS = [
    {
        "text": 'A "quoted", text; with\nlines',
        "number": 7,
        "share": 12.5,
        "day": date(2026, 9, 16),
        "at": datetime(2026, 9, 16, 14, 0, tzinfo=UTC),
        "known": True,
        "owners": ["ILO", "FAO"],
    },
    {"text": None, "number": -3, "share": Decimal("0.5"), "day": None, "at": None, "known": False, "owners": []},
]
KEYS = ("text", "number", "share", "day", "at", "known", "owners")


def a_table(rows=ROWS, keys=KEYS, **fields):
    columns = [Column(key, f"Column {key}", lambda row, key=key: row[key]) for key in keys]
    return Table(name="things", title="Things: all of [them]", columns=columns, rows=rows, **fields)


def content(response):
    return b"".join(response.streaming_content)


def lines_of(response, delimiter=","):
    text = content(response).decode("utf-8")
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=delimiter))


def workbook_of(response):
    return load_workbook(io.BytesIO(content(response)))


def test_csv_is_the_table_alone():
    response = respond(a_table(), "csv")

    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Cache-Control"] == "private, no-store"
    assert f'filename="things-{timezone.localdate()}-en.csv"' in response["Content-Disposition"]
    assert lines_of(response) == [
        [f"Column {key}" for key in KEYS],
        ['A "quoted", text; with\nlines', "7", "12.5", "2026-09-16", "2026-09-16T14:00:00+00:00", "Yes", "ILO; FAO"],
        ["", "-3", "0.5", "", "", "No", ""],
    ]


def test_csv_for_excel_has_mark_cover_and_decimal_commas():
    response = respond(a_table(asked=[("State", "Open")], address="https://portal.example/en/things/"), "excel")
    text = content(response).decode("utf-8")

    assert text.startswith("\ufeff")
    lines = list(csv.reader(io.StringIO(text[1:], newline=""), delimiter=";"))
    gap = lines.index([])
    cover = dict(lines[:gap])
    assert (cover["List"], cover["State"]) == ("Things: all of [them]", "Open")
    assert cover["Address"] == "https://portal.example/en/things/"
    assert (cover["Language"], cover["Number of rows"]) == ("English", "2")
    assert cover["Licence"].startswith("Facts may be quoted.")
    assert lines[gap + 1][0] == "Column text"
    assert [line[2] for line in lines[gap + 2 :]] == ["12,5", "0,5"]


def test_xlsx_keeps_numbers_and_dates_and_opens_at_the_table():
    workbook = workbook_of(respond(a_table(asked=[("State", "Open")]), "xlsx"))
    cover, sheet = workbook.worksheets

    assert (cover.title, sheet.title) == ("About this list", "Things  all of  them ")
    assert workbook.active == sheet
    assert {label.value: value.value for label, value in cover.rows}["State"] == "Open"
    assert [cell.value for cell in sheet[2]] == [
        'A "quoted", text; with\nlines', 7, 12.5, datetime(2026, 9, 16), datetime(2026, 9, 16, 14, 0), "Yes",
        "ILO; FAO",
    ]  # fmt: skip
    assert sheet[3][1].value == -3
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:G3")
    assert not sheet.sheet_view.rightToLeft


def test_json_keeps_types_and_says_what_was_asked():
    found = json.loads(content(respond(a_table(asked=[("State", "Open")]), "json")))

    assert found["about"]["filters"] == {"State": "Open"}
    assert (found["about"]["count"], found["about"]["language"]) == (2, "English")
    assert found["columns"]["owners"] == "Column owners"
    assert found["rows"][0]["owners"] == ["ILO", "FAO"]
    assert (found["rows"][0]["known"], found["rows"][1]["number"], found["rows"][1]["day"]) == (True, -3, None)


def test_empty_list_is_a_whole_file_in_every_format():
    empty = a_table(rows=[])

    assert lines_of(respond(empty, "csv")) == [[f"Column {key}" for key in KEYS]]
    assert json.loads(content(respond(empty, "json")))["rows"] == []
    assert workbook_of(respond(empty, "xlsx")).worksheets[1].max_row == 1


@pytest.mark.parametrize("text", DANGEROUS)
def test_text_that_looks_like_a_formula_is_text(text):
    table = a_table(rows=[{"text": text}], keys=("text",))

    assert lines_of(respond(table, "csv"))[1] == [f"'{text}"]
    assert lines_of(respond(table, "excel"), ";")[-1] == [f"'{text}"]
    cell = workbook_of(respond(table, "xlsx")).worksheets[1]["A2"]
    assert (cell.value, cell.data_type, bool(cell.quotePrefix)) == (text, "s", True)


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=40))
def test_any_text_comes_back_and_none_is_a_formula(text):
    table = a_table(rows=[{"text": text}], keys=("text",))

    (written,) = lines_of(respond(table, "csv"))[1] or [""]

    assert not written.startswith(FORMULA)
    assert written.removeprefix("'") == text.removeprefix("'")
    assert json.loads(content(respond(table, "json")))["rows"] == [{"text": text}]
    workbook_of(respond(table, "xlsx"))  # control characters too leave a file that opens


def test_arabic_sheets_run_from_right_to_left_and_the_stream_keeps_its_language():
    with translation.override("ar"):
        response = respond(a_table(), "csv")
        workbook = workbook_of(respond(a_table(), "xlsx"))

    assert all(sheet.sheet_view.rightToLeft for sheet in workbook.worksheets)
    with translation.override("en"):
        known = lines_of(response)[1][5]
    with translation.override("ar"):
        assert known == translation.gettext("Yes")


def test_long_text_fits_into_a_cell_and_says_that_it_goes_on():
    cell = workbook_of(respond(a_table(rows=[{"text": "ا" * 40_000}], keys=("text",)), "xlsx")).worksheets[1]["A2"]

    assert (len(cell.value), cell.value[-1]) == (32_767, "…")


def test_unknown_format_is_not_found():
    with pytest.raises(Http404):
        respond(a_table(), "pdf")


def test_address_leads_to_the_list_without_the_export():
    request = RequestFactory().get("/en/things/?" + QueryDict("state=open&state=done&page=2&export=csv").urlencode())

    assert address_of(request).endswith("/en/things/?state=open&state=done")


def test_page_about_data_says_the_licence_of_the_files_in_the_language_of_the_reader(client, db):
    for language in ("en", "fr"):
        page = client.get(f"/{language}/about/data/")

        with translation.override(language):
            for paragraph in licence():
                assertContains(page, f"<p>{escape(paragraph)}</p>", html=True)
