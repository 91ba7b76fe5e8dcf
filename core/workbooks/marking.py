"""Gives a spreadsheet back with its faulty cells coloured and a comment on each, in the language of the reader.

    file = marked(stream, "answers.xlsx", [Mark("Policy!E7", "Write a number."), ...])

Everything else of an XLSX is kept as far as openpyxl keeps it: values, formulas, formats, validation, protection,
charts are; drawings are not. A CSV comes back as a workbook, for its own kind knows no colours.
"""

import tempfile
import warnings
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from openpyxl import Workbook, load_workbook
from openpyxl.cell import MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import quote_sheetname
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.hyperlink import Hyperlink

from core import languages
from core.files.checks import BROKEN
from core.workbooks.reading import MESSAGES, ending_of, read, survey_of
from core.workbooks.writing import sheet_title, write_text

AUTHOR = "SSTC Portal"
RED, AMBER = "FFFFC7CE", "FFFFEB9C"
# With more cells or rows than that, objects of all of them would fill the memory: the messages come alone.
MOST_REBUILT = 400_000
LONGEST_COMMENT = 2_000


@dataclass(frozen=True)
class Mark:
    """What is to be said about one cell. `place` is Cell.place, or "" for what concerns the whole file; `field` names
    what the cell holds."""

    place: str
    text: str
    field: str = ""
    is_warning: bool = False

    @property
    def sheet(self):
        return self.place.rpartition("!")[0]

    @property
    def address(self):
        return self.place.rpartition("!")[2]


def marked(stream, name, marks):
    """An open file with the workbook. The marks of an earlier round are taken away first."""
    workbook = _rebuilt(stream, name)
    if workbook is None:
        workbook = Workbook()
        workbook.remove(workbook.active)
    _forget_marks(workbook)
    for (sheet, address), said in _by_cell(marks).items():
        if sheet in workbook.sheetnames or not sheet:
            _mark(workbook[sheet] if sheet else workbook.worksheets[0], address, said)
    _list_messages(workbook, marks)
    file = tempfile.TemporaryFile()  # noqa: SIM115 - the answer closes it
    workbook.save(file)
    file.seek(0)
    return file


def marked_name(name):
    """The name of the file that goes back."""
    return f"{name.rpartition('.')[0] or name}-{pgettext('name of a file', 'checked')}.xlsx"


def _rebuilt(stream, name):
    """The workbook with its cells as objects; None where that would be too much, or more than openpyxl understands."""
    if ending_of(name) != "xlsx":
        return _from_texts(read(stream, name))
    surveys = survey_of(stream, name).values()
    if sum(found.cells + found.rows for found in surveys) > MOST_REBUILT:
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return load_workbook(stream, keep_links=False)
    except (*BROKEN, TypeError, AttributeError):
        return None


def _from_texts(book):
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = sheet_title(book.name.rpartition(".")[0], ())
    for row in book.first.rows:
        for cell in row:
            write_text(sheet.cell(cell.row, cell.column), cell.value)
    return workbook


def _forget_marks(workbook):
    if MESSAGES in workbook.defined_names:
        for title, _address in workbook.defined_names.pop(MESSAGES).destinations:
            if title in workbook.sheetnames:
                del workbook[title]
    for sheet in workbook.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.comment and cell.comment.author == AUTHOR:
                    cell.comment = None
                    cell.fill = PatternFill()


def _by_cell(marks):
    found = {}
    for mark in marks:
        if mark.place:
            found.setdefault((mark.sheet, mark.address), []).append(mark)
    return found


def _mark(sheet, address, marks):
    cell = sheet[address]
    if isinstance(cell, MergedCell):
        cell = _beginning(sheet, cell)
    words = "\n".join(dict.fromkeys(mark.text for mark in marks))[:LONGEST_COMMENT]
    if cell.comment:
        words = f"{cell.comment.text}\n{words}"
    cell.comment = Comment(words, AUTHOR, width=320, height=60 + 18 * (len(words) // 40))
    is_warning = all(mark.is_warning for mark in marks)
    cell.fill = PatternFill("solid", fgColor=AMBER if is_warning else RED)


def _beginning(sheet, cell):
    """A merged cell shows what its first one holds."""
    area = next(area for area in sheet.merged_cells.ranges if cell.coordinate in area)
    return sheet.cell(area.min_row, area.min_col)


def _list_messages(workbook, marks):
    """A sheet before all others: where, what, and what to do."""
    sheet = workbook.create_sheet(sheet_title(_("Messages"), workbook.sheetnames), 0)
    workbook.defined_names[MESSAGES] = DefinedName(MESSAGES, attr_text=f"{quote_sheetname(sheet.title)}!$A$1")
    # Two chosen sheets would be written into at once.
    for other in workbook.worksheets:
        other.sheet_view.tabSelected = other is sheet
    workbook.active = 0
    sheet.sheet_view.rightToLeft = languages.current().direction == "rtl"
    for letter, width in zip("ABCD", (22, 12, 34, 90), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "A2"
    for column, head in enumerate((_("Cell"), _("Weight"), _("Field"), _("Message")), start=1):
        write_text(sheet.cell(1, column), head)
        sheet.cell(1, column).font = Font(bold=True)
    for row, mark in enumerate(marks, start=2):
        _list_message(sheet, row, mark)


def _list_message(sheet, row, mark):
    weight = pgettext("weight of a message", "Warning") if mark.is_warning else pgettext("weight of a message", "Error")
    for column, text in enumerate((mark.place, weight, mark.field, mark.text), start=1):
        write_text(sheet.cell(row, column), text)
        sheet.cell(row, column).alignment = Alignment(wrap_text=True, vertical="top")
    sheet.cell(row, 2).fill = PatternFill("solid", fgColor=AMBER if mark.is_warning else RED)
    if mark.sheet:
        place = sheet.cell(row, 1)
        location = f"{quote_sheetname(mark.sheet)}!{mark.address}"
        place.hyperlink = Hyperlink(place.coordinate, location=location)
        place.font = Font(underline="single", color="FF00457C")
