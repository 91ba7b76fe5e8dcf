"""The empty table of a framework, as a workbook: its columns are explained on a second sheet, and lists offer what may
stand in them."""

import tempfile

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation

from core import languages
from strategy.framework_cells import Cells
from strategy.framework_columns import COLUMNS, FIELDS, keys_of

# To which row the lists and the format of text reach.
ROWS = 500
TEXT = "@"


def explained():
    """[(keys of the columns, what they say, what may stand in them)]"""
    allowed = Cells(languages.current().code).keys
    return [
        (
            ", ".join(key for key, _code in keys_of(field)),
            str(field.says),
            ", ".join(map(str, allowed.get(field.key, ()))),
        )
        for field in FIELDS
    ]


def workbook():
    """An open file."""
    book = Workbook()
    table, help_sheet = book.active, book.create_sheet()
    write_help(help_sheet)
    write_table(table, help_sheet)
    file = tempfile.TemporaryFile()  # noqa: SIM115 - the answer closes it
    book.save(file)
    file.seek(0)
    return file


def write_table(sheet, help_sheet):
    sheet.title, sheet.freeze_panes = "framework", "C2"
    rows = {field.key: number for number, field in enumerate(FIELDS, start=2)}
    allowed = Cells(languages.current().code).keys
    for number, key in enumerate(COLUMNS, start=1):
        field, letter = COLUMNS[key][0], get_column_letter(number)
        sheet.cell(1, number, key).font = Font(bold=True)
        sheet.column_dimensions[letter].width = field.width
        if key in ("code", "parent"):
            for row in range(2, ROWS + 1):
                sheet.cell(row, number).number_format = TEXT
        if key in allowed:
            offer(sheet, f"{letter}2:{letter}{ROWS}", help_sheet, rows[key], len(allowed[key]))


def offer(sheet, cells, help_sheet, row, many):
    """A list in these cells; its words stand on the other sheet, from the third column on."""
    last = get_column_letter(2 + many)
    source = f"{quote_sheetname(help_sheet.title)}!$C${row}:${last}${row}"
    validation = DataValidation("list", source, allow_blank=True, showErrorMessage=False)
    validation.add(cells)
    sheet.add_data_validation(validation)


def write_help(sheet):
    sheet.title = "columns"
    sheet.sheet_view.rightToLeft = languages.current().direction == "rtl"
    for column, (head, width) in enumerate([(_("Column"), 44), (_("What it says"), 70)], 1):
        sheet.cell(1, column, str(head)).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(column)].width = width
    allowed = Cells(languages.current().code).keys
    for row, (keys, says, _words) in enumerate(explained(), start=2):
        for column, text in enumerate([keys, says], start=1):
            sheet.cell(row, column, text).alignment = Alignment(wrap_text=True, vertical="top")
        for place, word in enumerate(allowed.get(FIELDS[row - 2].key, ()), start=3):
            sheet.cell(row, place, str(word))
