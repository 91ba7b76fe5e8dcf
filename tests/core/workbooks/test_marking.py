"""The same workbook comes back with what is wrong in it marked, and can be sent again."""

import io

from django.utils.translation import override
from openpyxl import load_workbook
from openpyxl.comments import Comment
from openpyxl.worksheet.datavalidation import DataValidation

from core.workbooks.marking import RED, Mark, marked, marked_name
from core.workbooks.reading import read
from core.workbooks.writing import sheet_title
from tests.core.workbooks import files


def filled(workbook):
    sheet = workbook.active
    sheet.title = "Policy: plan?".replace(":", "").replace("?", "")
    sheet["A3"] = "=1+1"
    sheet["B3"].comment = Comment("Ask Ana.", "Ana")
    sheet.add_data_validation(DataValidation("list", formula1='"Yes,No"', sqref="B2"))
    sheet.merge_cells("A5:B6")
    sheet.protection.sheet = True


CONTENT = files.xlsx([["Code", "Answer"], ["1.1", "x"]], edit=filled)
MARKS = [
    Mark("Policy plan!B2", "Write a number.", "1.1 Plan"),
    Mark("Policy plan!B2", "Or leave it empty."),
    Mark("Policy plan!B3", "Read in a hidden row.", is_warning=True),
    Mark("Policy plan!B6", "=cmd() is covered."),
    Mark("", "One sheet was not read.", is_warning=True),
]


def marked_again(content, marks, name="a.xlsx"):
    return marked(io.BytesIO(content), name, marks).read()


def test_faulty_cells_are_red_with_a_comment_and_all_else_is_kept():
    workbook = load_workbook(io.BytesIO(marked_again(CONTENT, MARKS)))
    messages, sheet = workbook.worksheets
    assert sheet["B2"].comment.text == "Write a number.\nOr leave it empty."
    assert sheet["B2"].fill.fgColor.rgb == RED
    assert sheet["B3"].comment.text == "Ask Ana.\nRead in a hidden row."
    assert sheet["B3"].fill.fgColor.rgb != RED
    assert sheet["A5"].comment.text == "=cmd() is covered."
    assert (sheet["A3"].value, sheet["A3"].data_type) == ("=1+1", "f")
    assert sheet.data_validations.dataValidation[0].formula1 == '"Yes,No"'
    assert sheet.protection.sheet
    assert [cell.value for cell in messages[2]] == ["Policy plan!B2", "Error", "1.1 Plan", "Write a number."]
    assert messages["D5"].data_type == "s"
    assert messages["A2"].hyperlink.location == "'Policy plan'!B2"
    assert [other.sheet_view.tabSelected for other in workbook.worksheets] == [True, False]


def test_a_marked_workbook_is_read_as_if_it_had_no_marks_and_loses_the_old_ones():
    first = marked_again(CONTENT, MARKS)
    assert [sheet.title for sheet in read(io.BytesIO(first), "a.xlsx").sheets] == ["Policy plan"]
    workbook = load_workbook(io.BytesIO(marked_again(first, [Mark("Policy plan!A2", "Wrong code.")])))
    messages, sheet = workbook.worksheets
    assert (sheet["B2"].comment, sheet["B2"].fill.fill_type) == (None, None)
    assert sheet["A2"].comment.text == "Wrong code."
    assert messages.max_row == 2


def test_a_csv_comes_back_as_a_workbook_whose_texts_stay_texts():
    back = marked_again(b"code;answer\n1.1;=1+1\n", [Mark("B2", "Write a number.")], "answers.csv")
    sheet = load_workbook(io.BytesIO(back)).worksheets[1]
    assert (sheet.title, sheet["B2"].value, sheet["B2"].data_type) == ("answers", "=1+1", "s")
    assert sheet["B2"].comment.text == "Write a number."
    assert marked_name("answers.csv") == "answers-checked.xlsx"


def test_a_workbook_too_heavy_to_be_rebuilt_gives_its_messages_alone():
    workbook = load_workbook(io.BytesIO(marked_again(files.used_to(210_000), [Mark("Sheet1!B2", "Wrong.")])))
    assert [cell.value for cell in workbook.active[2]] == ["Sheet1!B2", "Error", None, "Wrong."]


def test_messages_follow_the_direction_of_the_reader():
    with override("ar"):
        assert load_workbook(io.BytesIO(marked_again(CONTENT, MARKS))).active.sheet_view.rightToLeft


def test_titles_of_sheets_are_such_as_excel_allows():
    assert sheet_title("1. Policy [plan]: what/how?", ()) == "1. Policy plan what how"
    assert sheet_title("'quoted'", ()) == "quoted"
    assert sheet_title("x" * 40, ["X" * 31]) == "x" * 27 + " (2)"
    assert sheet_title("History", ()) == "History (2)"
    assert sheet_title("???", ()) == "1"
