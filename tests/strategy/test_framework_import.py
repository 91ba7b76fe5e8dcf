"""Frameworks from spreadsheets: what each row would do, what cannot be meant, and that exports come back the same."""

import io
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from pytest_django.asserts import assertContains

from core.export_formats import csv_pages
from core.models import Import
from core.workbooks.reading import read as read_book
from core.workbooks.texts import clean
from strategy.framework_cells import Cells
from strategy.framework_reading import columns_in, line_of, table_in
from strategy.models import Framework, Indicator, Node
from tests.strategy.factory import make_cycle, make_framework, make_questionnaire, make_report

HEAD = "kind,code,parent,status,text_en,text_fr,unit,target_value,target_year"


@pytest.fixture
def framework(make):
    return make_framework(make)


def csv_of(*lines, head=HEAD):
    return "\r\n".join([head, *lines]).encode()


def xlsx_of(rows, formats=()):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    for address, number_format in formats:
        book.active[address].number_format = number_format
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def upload(browser, framework, content, name="framework.csv"):
    """The preview, or the page that refuses the file."""
    url = framework.get_import_url()
    response = browser.post(url, {"file": SimpleUploadedFile(name, content)})
    return Import.objects.first() if response.status_code == 302 else response


def rows(preview):
    return {row.title.split(" ")[0] or row.place: row for row in preview.rows.all()}


def states(preview):
    return {code: row.state for code, row in rows(preview).items()}


def said(row):
    return " ".join(message["text"] for message in row.messages)


def apply(browser, preview):
    return browser.post(reverse("import_apply", args=[preview.token]), follow=True)


def test_rows_become_parts_and_indicators_in_the_order_of_the_file(editor, framework):
    content = csv_of(
        "output,S1.1,S1,sample,Child before its parent,,,,",
        "Outcome ,S2,,OFFICIAL,Second,Deuxième,,,",
        'indicator,IND-1,S1.1,,How many,Combien,Number,"1,234.5",2030',
    )
    preview = upload(editor, framework, content)
    assert states(preview) == {"S1.1": "warning", "S2": "warning", "IND-1": "warning"}
    assert "Without a text in: العربية" in said(rows(preview)["S1.1"])
    assertContains(editor.get(preview.get_absolute_url()), "3 rows can be imported.")
    assertContains(apply(editor, preview), "3 rows were imported")
    parts = [(node.code, node.parent and node.parent.code, node.is_sample) for node in framework.nodes.all()]
    assert parts == [("S1", None, True), ("S1.1", "S1", True), ("S2", None, False)]
    indicator = Indicator.objects.get(code="IND-1")
    assert (indicator.node.code, indicator.unit, indicator.target_value) == ("S1.1", "count", 1234.5)
    assert framework.edition == 1


@pytest.mark.parametrize(
    ("line", "code", "message"),
    [
        ("outcome,S1,,,A,,,,\r\noutcome,S1,,,B,,,,", "duplicate", "has this code already"),
        ("outcome,S5,S9,,A,,,,", "error", "No part has the code “S9”"),
        ("outcome,S5,S6,,A,,,,\r\noutcome,S6,S5,,B,,,,", "error", "in a circle"),
        ("outcome,S5,S5,,A,,,,", "error", "in a circle"),
        ("indicator,X1,,,A,,,,", "error", "An indicator stands under a part"),
        ("wish,S5,,,A,,,,", "error", "“wish” is none of these: vision"),
        ("outcome,,,,A,,,,", "error", "Each row needs a kind and a code"),
        ("outcome,a b,,,A,,,,", "error", "Use letters, digits, points and hyphens"),
        ("outcome,S5,,,,,,,", "error", "The text in the original language is missing"),
        ("indicator,X1,S1,,A,,,12 apples,2030", "error", "“12 apples” is not a number"),
        ("indicator,X1,S1,,A,,,90,", "error", "A target needs a value and a year"),
        ("indicator,X1,S1,,A,,,90,soon", "error", "four digits"),
        ("indicator,INS-1,S1,,A,,count,,", "error", "Values are published in the present unit"),
        ("outcome,S5,S9,,A,,,,\r\noutput,S5.1,S5,,B,,,,", "error", "The part “S5” stays out"),
    ],
)
def test_row_that_cannot_be_meant_says_why_and_stays_out(editor, framework, line, code, message):
    preview = upload(editor, framework, csv_of(line))
    faulty = [row for row in preview.rows.all() if row.state == code]
    assert faulty
    assert message in said(faulty[-1])
    apply(editor, preview)
    assert framework.nodes.count() == 1


@pytest.mark.parametrize(
    ("content", "name", "message"),
    [
        (b"", "f.csv", "The file is empty"),
        (b"title;number\r\na;b", "f.csv", "No row has the heads"),
        (csv_of(), "f.csv", "no row below its heads"),
        (csv_of("a", head="kind,code,code"), "f.csv", "Two columns have the head “code”"),
        ("kind;code\r\nFenêtre".encode("latin-1"), "f.csv", "UTF-8"),
        (b"kind,code", "f.xlsx", "the content is something else"),
    ],
)
def test_file_that_makes_no_sense_is_refused_beside_the_field(editor, framework, content, name, message):
    assertContains(upload(editor, framework, content, name), message)
    assert not Import.objects.exists()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_encodings_delimiters_and_line_breaks_in_cells(encoding, delimiter):
    text = delimiter.join(["kind", "code", "", "text_en"]) + "\r\n\r\n"
    text += delimiter.join(["outcome", "S2", "", '"First line\r\nsecond é"']) + "\r\n"
    sheet, head = table_in(read_book(io.BytesIO(text.encode(encoding)), "f.csv"))
    line = line_of(sheet.rows[-1], columns_in(head), Cells("en"))
    assert (line.said["code"], line.said["text_en"], line.errors) == ("S2", "First line\nsecond é", [])


def test_traps_of_spreadsheets(editor, framework):
    head = HEAD.split(",")
    content = xlsx_of(
        [
            ["A title above"],
            head,
            ["outcome", date(2026, 2, 1), None, None, "Was 1-2"],
            ["outcome", 1.1, None, None, "Was 1.10"],
            ["indicator", "X1", "S1", None, "Share", None, "percent", 0.81, 2030],
            ["indicator", "X2", "S1", None, "Share", None, "percent", "81 %", 2030],
            ["indicator", "X3", "S1", None, "Share", None, "percent", date(2026, 1, 2), 2030],
        ],
        formats=[("H5", "0%")],
    )
    preview = upload(editor, framework, content, "f.xlsx")
    found = list(preview.rows.all())
    assert [row.state for row in found] == ["error", "warning", "warning", "warning", "error"]
    assert "The spreadsheet made a date of this: 2026-02-01" in said(found[0])
    assert found[0].messages[0]["cell"] == "Sheet!B3"
    assert "If you meant 1.10" in said(found[1])
    assert [row.data["fields"]["target_value"] for row in found[2:4]] == ["81", "81"]
    marked = editor.get(reverse("import_marked", args=[preview.token]))
    book = load_workbook(io.BytesIO(b"".join(marked.streaming_content)))
    assert "made a date" in book["Sheet"]["B3"].comment.text


@pytest.mark.parametrize(
    ("language", "typed", "number"),
    [("fr", "1 234,5", 1234.5), ("ar", "١٢٣٤", 1234), ("en", "1,234.5", 1234.5), ("ru", "81 %", 81)],
)
def test_numbers_in_the_form_of_any_language(language, typed, number):
    cell = read_book(io.BytesIO(f'kind,code\r\na,"{typed}"'.encode()), "f.csv").first.rows[1][2]
    assert Cells(language).number(cell) == number


def test_export_comes_back_unchanged_and_an_edit_alone_is_a_change(editor, framework):
    node = framework.nodes.get()
    Node.objects.create(framework=framework, parent=node, code="S1.1", text_en="=1+1\r\nnext", position=1)
    Indicator.objects.update(target_value="90.1250", target_year=2030)
    for format, name in [("xlsx", "f.xlsx"), ("csv", "f.csv"), ("excel", "f.csv")]:
        response = editor.get(reverse("strategy:framework_export", args=[framework.slug]), {"export": format})
        content = b"".join(response.streaming_content)
        preview = upload(editor, framework, content, name)
        assert states(preview) == {"S1": "unchanged", "S1.1": "unchanged", "INS-1": "unchanged"}, format
    edited = content.decode().replace("90,1250", "91").encode()
    preview = upload(editor, framework, edited)
    assert states(preview) == {"S1": "unchanged", "S1.1": "unchanged", "INS-1": "change"}
    assert rows(preview)["INS-1"].values == [{"label": "Target", "before": "90.125", "after": "91"}]


# What a text may hold: no control characters, and no apostrophe before what a spreadsheet would take for a formula.
TEXT = st.text(st.characters(exclude_categories=["Cc", "Cs", "Co", "Cn"]), max_size=40).filter(lambda t: "'" not in t)


@settings(max_examples=40)
@given(text=TEXT, description=st.lists(TEXT, max_size=3).map("\r\n".join), delimiter=st.sampled_from(",;"))
def test_any_text_survives_the_way_out_and_back(text, description, delimiter):
    """Up to spaces and marks that nobody sees, which the reading takes off the ends."""
    heads = ["kind", "code", "text_en", "description_ar"]
    written = "".join(csv_pages([heads, ["outcome", "S1", text, description]], delimiter, "."))
    sheet, head = table_in(read_book(io.BytesIO(written.encode()), "f.csv"))
    line = line_of(sheet.rows[-1], columns_in(head), Cells("en"))
    assert (line.said["text_en"], line.said["description_ar"]) == (clean(text), clean(description))


def test_change_of_what_entities_reported_on_goes_into_a_new_version(make, editor, framework):
    indicator = Indicator.objects.get()
    questionnaire = make_questionnaire(make, indicator=indicator, framework=framework)
    ilo = make.entity("ILO")
    make_report(make, ilo, make_cycle(make, questionnaire=questionnaire, entities=[ilo]), state="accepted")
    preview = upload(editor, framework, csv_of("indicator,INS-1,S1,,Indicator INS-1 [en],,percent,95,2030"))
    page = editor.get(preview.get_absolute_url())
    assertContains(page, "1 row changes what entities reported on, so a new version is made, number 2.")
    assertContains(page, "1 reporting cycle and 4 accepted answers")
    apply(editor, preview)
    old, new = Framework.objects.order_by("edition")
    assert Indicator.objects.get(node__framework=old).target_value is None
    assert Indicator.objects.get(node__framework=new).target_value == 95
    assert indicator.questions.get().indicator == indicator  # the question stays with the version it asked for
    response = editor.get(new.get_import_url())
    assertContains(response, "Import a framework")
    assertContains(upload(editor, old, csv_of("outcome,S2,,,New,,,,")), "There is version 2 of this framework already")


def test_translations_and_additions_stay_in_the_version_in_use(make, editor, framework):
    questionnaire = make_questionnaire(make, framework=framework)
    make_cycle(make, questionnaire=questionnaire)
    content = csv_of("outcome,S1,,,Policy [en],Politique,,,", "outcome,S2,,,New,Nouveau,,,")
    preview = upload(editor, framework, content)
    apply(editor, preview)
    assert Framework.objects.count() == 1
    assert framework.nodes.get(code="S1").text_fr == "Politique"
    assert framework.nodes.filter(code="S2").exists()


def test_template_offers_what_may_stand_in_the_columns(editor):
    response = editor.get(reverse("strategy:framework_template"))
    book = load_workbook(io.BytesIO(b"".join(response.streaming_content)))
    assert [cell.value for cell in book["framework"][1]][:4] == ["kind", "code", "parent", "status"]
    assert book["framework"]["B2"].number_format == "@"
    assert len(book["framework"].data_validations.dataValidation) == 6
    assert book["columns"]["A2"].value == "kind"
    assert read_book(io.BytesIO(_content(response, book)), "t.xlsx").first.title == "framework"


def _content(_response, book):
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()
