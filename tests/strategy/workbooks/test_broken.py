"""What goes wrong with workbooks, and the words in which each person is told."""

from datetime import datetime

import pytest
from django.core import signing

from core.models import Import, RowState
from strategy.models import Choice
from strategy.workbooks import signature
from tests.core.workbooks import files
from tests.factory import in_six_languages
from tests.strategy.factory import make_cycle, make_report
from tests.strategy.workbooks.scene import Scene, bytes_of, cell, messages, states, table_cell

pytestmark = pytest.mark.django_db
FIRST, THIRD = "1. Section 1 en", "3. Who with whom xxxxxxxxxxxxxx"


@pytest.fixture
def scene(make, client):
    return Scene(make, client)


# The workbook as a whole


def refusal(scene, book, name="answers.xlsx"):
    response = scene.send(book, name)
    assert response.status_code == 200
    assert not Import.objects.exists()
    return response.context["form"].errors["file"][0]


def signed_anew(book, **changes):
    """As the portal itself would have signed it."""
    sheet = book[signature.SHEET]
    content = signing.loads("".join(row[0].value for row in sheet.rows), salt=signature.SALT) | changes
    sheet["A1"] = signing.dumps(content, salt=signature.SALT, compress=True)


def without_signature(book):
    del book[signature.SHEET]


def with_letter_changed(book):
    cell = book[signature.SHEET]["A1"]
    cell.value = ("x" if cell.value[0] != "x" else "y") + cell.value[1:]


def with_row_inserted(book):
    book[FIRST].insert_rows(5)


def with_rows_swapped(book):
    sheet = book[FIRST]
    sheet["A4"], sheet["A6"] = sheet["A6"].value, sheet["A4"].value


def with_column_deleted(book):
    book[FIRST].delete_cols(4)


def renamed(book):
    book[FIRST].title = "Policy"


def deleted(book):
    del book["3.4 Table"]


def table_columns_swapped(book):
    sheet = book["3.4 Table"]
    sheet["B3"], sheet["C3"] = sheet["C3"].value, sheet["B3"].value


def too_long_table(book):
    table_cell(book, 41, 1).value = "One too many"


WHOLE = {
    "foreign": (without_signature, "was not downloaded from here, or its hidden sheet was taken away"),
    "forged": (with_letter_changed, "The hidden sheet of this workbook was changed"),
    "older form": (lambda book: signed_anew(book, version=0), "has an older form than the portal uses now"),
    "other entity": (lambda book: signed_anew(book, entity="FAO"), "is of FAO, but the report is of ILO"),
    "other cycle": (
        lambda book: signed_anew(book, cycle="c-1"),
        "of the cycle c-1, but the report is",
    ),
    "other edition": (lambda book: signed_anew(book, edition=7), "another questionnaire (progress-report, 7)"),
    "other report": (lambda book: signed_anew(book, report=0), "is of another report"),
    "sheet renamed": (renamed, "The sheet “1. Section 1 en” is missing"),
    "sheet deleted": (deleted, "The sheet “3.4 Table” is missing"),
    "row inserted": (with_row_inserted, "1. Section 1 en!A5 should hold 1.2"),
    "rows moved": (with_rows_swapped, "1. Section 1 en!A4 should hold 1.1"),
    "column deleted": (with_column_deleted, "1. Section 1 en!D3 should say “Answer of the last cycle”"),
    "columns of a table moved": (table_columns_swapped, "3.4 Table!B3 should say “Partner [en]”"),
    "table too long": (too_long_table, "3.4 Table!B44 stands below the table. A table takes at most 40 rows."),
}


def test_a_workbook_that_does_not_belong_here_is_refused_in_words(scene):
    original = bytes_of(scene.download())
    for case, (spoil, words) in WHOLE.items():
        book = files.load(original)
        spoil(book)
        assert words in refusal(scene, book), case
    assert "Upload the workbook (.xlsx)" in refusal(scene, b"code,answer\n1.1,yes\n", "answers.csv")
    assert "was not downloaded from here" in refusal(scene, files.GOOD)
    assert "needs a password" in refusal(scene, files.with_password())


def test_a_questionnaire_that_changed_meanwhile_is_said(scene):
    book = scene.download()
    ranking = scene.question("3.2")
    Choice.objects.create(question=ranking, code="west", position=9, **in_six_languages("label", "West"))
    assert "The questionnaire has changed since" in refusal(scene, book)


def test_the_signature_gives_no_right(scene, make):
    """A workbook of a report that one may not write in is no way into it, whatever report it is sent to."""
    other = make_report(make, make.entity("FAO"), scene.cycle, answers={})
    book = scene.download()
    signed_anew(book, report=other.pk, entity="FAO")
    assert "is of FAO" in refusal(scene, book)
    scene.report = other
    assert scene.send(book).status_code == 404
    assert not other.answers.exists()


# Cells. {name: (what is done, the cell that is marked, its message)}


def hide_row(book):
    book[FIRST].row_dimensions[6].hidden = True
    cell(book, "1.3").value = 1300


def merge(book):
    cell(book, "1.1").value = "No"
    book[FIRST].merge_cells("E5:E6")


def put(code, value, what="answer", number=0, **format):
    def spoil(book):
        target = cell(book, code, what, number)
        target.value = value
        for name, said in format.items():
            setattr(target, name, said)

    return spoil


def put_in_table(value):
    def spoil(book):
        table_cell(book, 1, 2).value = value

    return spoil


def below(book):
    book[FIRST]["E40"] = "A note"


ERRORS = {
    "date in a number": (put("1.3", datetime(2026, 4, 3)), f"{FIRST}!E6", "The cell holds a date (3\u00a0April 2026)"),
    "true in a number": (put("1.3", True), f"{FIRST}!E6", "holds “true” or “false”. A number is asked for."),
    "percent in a number": (put("1.3", 0.81, number_format="0%"), f"{FIRST}!E6", "shows 81 %, but a plain number"),
    "words in a number": (put("1.3", "about ten"), f"{FIRST}!E6", "“about ten” is not a number"),
    "too small": (put("1.3", -1), f"{FIRST}!E6", "-1 is too small. The smallest possible number is 0."),
    "too exact": (put("1.3", 1 / 3), f"{FIRST}!E6", "has more than four decimals"),
    "error of a formula": (put("1.3", "#REF!"), f"{FIRST}!E6", "holds the error #REF!"),
    "formula without result": (put("1.3", "=6*7"), f"{FIRST}!E6", "The result of the formula is not in the file"),
    "fraction": (put("2.2", 0.77, number_format="General"), "2. Section 2 en!E5", "“0.77” may mean 0.77 % or 77 %"),
    "fraction as text": (put("2.2", "0,77"), "2. Section 2 en!E5", "may mean 0.77 % or 77 %"),
    "over a hundred": (
        put("2.2", 120, number_format="General"),
        "2. Section 2 en!E5",
        "120 is too large. The largest possible number is 100.",
    ),
    "merged": (merge, f"{FIRST}!E6", "The cell is merged with another one"),
    "not in the list": (
        put("1.2", "Vision"),
        f"{FIRST}!E5",
        "“Vision” is not in the list. Choose one of: means [en]",
    ),
    "no point of the scale": (put("3.3", 6), f"{THIRD}!E12", "“6” is not in the list. Choose one of: 1; 2; 3; 4; 5."),
    "no mark": (put("3.1", "some", number=1), f"{THIRD}!E5", "“some” is not understood. Write “Yes”"),
    "place twice": (put("3.2", 1, number=1), f"{THIRD}!E9", "Two choices have the same place"),
    "half a place": (put("3.2", 1.5, number=3), f"{THIRD}!E11", "is no place. Write 1, 2, 3."),
    "text too long": (put("3.5", "x" * 501), f"{THIRD}!E14", "at most 500 characters"),
    "words in a table": (put_in_table("much"), "3.4 Table!C4", "“much” is not a number"),
    "no address": (put("1.1", "see the web", "links"), f"{FIRST}!I4", "see: Enter a valid URL."),
    "answer and not applicable": (put("1.1", "Yes", "not_applicable"), f"{FIRST}!G4", "You gave an answer too"),
    "below the questions": (below, f"{FIRST}!E40", "Nothing is asked here, so it was not read."),
}
WARNINGS = {
    "hidden": (hide_row, f"{FIRST}!E6", "in a hidden row, column or sheet"),
    "8100 %": (put("2.2", 82), "2. Section 2 en!E5", "shows 8,200 %; it was understood as 82 %"),
    "date in a text": (put("3.5", datetime(2026, 4, 3)), f"{THIRD}!E14", "it was read as “2026-04-03”"),
}


def test_a_cell_that_cannot_be_taken_says_why_and_stays_out(scene):
    original = bytes_of(scene.download())
    for case, (spoil, place, words) in ERRORS.items():
        book = files.load(original)
        spoil(book)
        preview = scene.preview(book)
        said = " ".join(messages(preview).get(place, ["nothing at all"]))
        assert words in said, case
        assert preview.counts.get(RowState.ERROR), case
    assert scene.answer("1.3").value == 1234.5


def test_what_is_odd_is_read_with_a_warning(scene):
    original = bytes_of(scene.download())
    for case, (spoil, place, words) in WARNINGS.items():
        book = files.load(original)
        spoil(book)
        preview = scene.preview(book)
        assert words in " ".join(messages(preview)[place]), case
        assert preview.counts[RowState.WARNING] == 1, case


def test_an_answer_said_to_be_unchanged_that_differs_counts_as_changed(scene):
    book = scene.download()
    cell(book, "1.3").value, cell(book, "1.3", "confirmed").value = 1300, "Unchanged"
    preview = scene.preview(book)
    assert messages(preview) == {
        f"{FIRST}!F6": ["You chose “Unchanged”, but the answer differs from that of the last cycle."]
    }
    scene.apply(preview)
    assert scene.answer("1.3").carried_over == "changed"


def test_an_answer_that_its_condition_does_not_ask_for_is_warned_of(scene):
    book = scene.download()
    cell(book, "1.1").value, cell(book, "1.2").value = "No", "result [en]"
    assert messages(scene.preview(book)) == {
        f"{FIRST}!E5": ["This question is not asked of you now. Only if the answer to 1.1 is “Yes”."]
    }


UNDERSTOOD = [
    ("1.1", "NON", "no"),
    ("1.1", "\u200bнет ", "no"),
    ("1.1", False, "no"),
    ("1.2", "result [fr]", "result"),
    ("1.2", "result", "result"),
    ("1.3", "١٢٠٠٫٥", 1200.5),
    ("1.3", "1\u202f200,5", 1200.5),
    ("1.3", " 1,200.5\u00a0", 1200.5),
    ("2.2", "82 %", 82),
    ("2.2", "٨٢٪", 82),
    ("2.2", 0.82, 82),
    ("3.3", "5", 5),
]


def test_answers_are_understood_in_every_form_that_means_one_thing(scene):
    original = bytes_of(scene.download())
    for code, typed, stored in UNDERSTOOD:
        book = files.load(original)
        cell(book, code).value = typed
        preview = scene.preview(book)
        assert states(preview)[code] == RowState.CHANGE, (code, typed, messages(preview))
        row = preview.rows.get(title__startswith=code)
        assert row.data["content"]["value"] == stored, typed


def test_a_workbook_shows_nothing_of_other_entities(scene, make):
    fao = make.entity("FAO")
    make_report(make, fao, scene.cycle, answers={"2.1": {"text": "Secret of FAO"}})
    earlier = make_cycle(make, "cycle-2024", "published", scene.questionnaire, [fao], year=2024)
    make_report(make, fao, earlier, "accepted", answers={"2.1": {"text": "Secret of FAO"}})
    texts = [str(value) for sheet in scene.download().worksheets for row in sheet.values for value in row if value]
    assert not any("FAO" in text for text in texts)
