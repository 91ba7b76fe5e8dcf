"""Opens a spreadsheet that somebody uploaded. Whatever is wrong with it is said by a WorkbookRefused, before a library
builds anything of it.

    book = read(stream, "answers.xlsx")
    for row in book.first.rows:
        row[3].text, row[3].place
"""

import csv
import io
import warnings
import zipfile
from pathlib import PurePosixPath

from django.template.defaultfilters import filesizeformat
from openpyxl import load_workbook

from core.export_formats import FORMULA
from core.files import office
from core.files.checks import BINARY, BROKEN
from core.files.kinds import KINDS
from core.files.refusals import FileRefused
from core.workbooks.cells import Book, Cell, CellKind, Row, Sheet
from core.workbooks.refusals import WorkbookRefused
from core.workbooks.survey import MOST_COLUMNS, MOST_FILLED, expat, survey

# The name by which a workbook knows its sheet of messages, whatever that is called.
MESSAGES = "SSTC_PORTAL_MESSAGES"
LARGEST_FILE = 20 * 1024 * 1024
LONGEST_CSV_CELL = 1_000_000
OLD = {"xls", "xlt", "xlw"}
OTHER_PROGRAMS = {"ods", "ots", "numbers", "xlsb", "fods", "pdf", "doc", "docx"}
WITH_MACROS = {"xlsm", "xltm", "xlam"}
OFFICE_WORDS = {
    "macros": "workbook_macros",
    "active": "workbook_objects",
    "protected": "workbook_protected",
    "bomb": "workbook_bomb",
}
KIND_BY_TYPE = {"s": CellKind.TEXT, "n": CellKind.NUMBER, "d": CellKind.DATE, "b": CellKind.BOOL, "e": CellKind.ERROR}


def read(stream, name):
    """A Book. `stream` is open for reading bytes and seekable; `name` is the one of the file, with its ending."""
    ending = ending_of(name)
    _ensure_size(stream)
    if ending in ("csv", "tsv", "txt"):
        return _read_text(stream, name)
    return _read_xlsx(stream, name)


def ending_of(name):
    """csv, tsv, txt or xlsx; whatever else is refused in words."""
    ending = PurePosixPath(name).suffix.lstrip(".").lower()
    if ending in ("xlsx", "csv", "tsv", "txt"):
        return ending
    if ending in WITH_MACROS:
        raise WorkbookRefused("workbook_macros")
    if ending in OLD:
        raise WorkbookRefused("old_workbook", name=name)
    raise WorkbookRefused("other_program" if ending in OTHER_PROGRAMS else "unknown_kind", name=name)


def _ensure_size(stream):
    size = stream.seek(0, io.SEEK_END)
    stream.seek(0)
    if not size:
        raise WorkbookRefused("workbook_empty")
    if size > LARGEST_FILE:
        raise WorkbookRefused("workbook_heavy", limit=filesizeformat(LARGEST_FILE))


# XLSX


def _read_xlsx(stream, name):
    surveys = survey_of(stream, name)
    try:
        with warnings.catch_warnings():
            # What the library cannot keep (pictures, extensions) is not read here.
            warnings.simplefilter("ignore")
            workbook = load_workbook(stream, read_only=True, data_only=True, keep_links=False)
            # Its path inside the archive is known to the sheet only.
            messages = _titles_of_messages(workbook)
            sheets = [
                _sheet(sheet, surveys[sheet._worksheet_path])
                for sheet in workbook.worksheets
                if sheet.title not in messages
            ]
    except (*BROKEN, TypeError, AttributeError, SyntaxError) as error:
        # The library meets what it does not expect in many ways. The survey has passed, so the file is well-formed.
        raise WorkbookRefused("workbook_damaged") from error
    if not any(sheet.rows for sheet in sheets):
        raise WorkbookRefused("workbook_empty")
    return Book(name, sheets)


def _titles_of_messages(workbook):
    """Of the sheet that marking.py adds: a marked workbook comes back with it, and nobody imports it."""
    name = workbook.defined_names.get(MESSAGES)
    return {title for title, _address in name.destinations} if name else set()


def survey_of(stream, name):
    """{path: Survey} of an XLSX that is harmless and no larger than can be read."""
    head = stream.read(8)
    stream.seek(0)
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        # The container of Excel 97, and of a workbook of today that has a password.
        raise WorkbookRefused(_kind_of_container(stream), name=name)
    if not head.startswith(b"PK\x03\x04"):
        raise WorkbookRefused("not_workbook", name=name)
    try:
        if not office.check_office(stream, KINDS["xlsx"]):
            raise WorkbookRefused("not_workbook", name=name)
        with zipfile.ZipFile(stream) as archive:
            return survey(archive)
    except FileRefused as refusal:
        if isinstance(refusal, WorkbookRefused):
            raise
        raise WorkbookRefused(OFFICE_WORDS[refusal.code]) from refusal
    except (*BROKEN, expat.ExpatError) as error:
        raise WorkbookRefused("workbook_damaged") from error
    finally:
        stream.seek(0)


def _kind_of_container(stream):
    content = stream.read()
    stream.seek(0)
    is_encrypted = "EncryptedPackage".encode("utf-16-le") in content
    return "workbook_protected" if is_encrypted else "old_workbook"


def _sheet(source, surveyed):
    if surveyed.last_column > MOST_COLUMNS:
        raise WorkbookRefused("workbook_wide", sheet=source.title, columns=MOST_COLUMNS)
    sheet = Sheet(
        title=source.title,
        is_hidden=source.sheet_state != "visible",
        hidden_rows=surveyed.hidden_rows,
        hidden_columns=surveyed.hidden_columns,
        merged=surveyed.merged_by_row(),
    )
    if not surveyed.filled:
        return sheet
    # What the file says about its own size is not believed.
    source.reset_dimensions()
    rows = source.iter_rows(min_row=1, max_row=surveyed.last_row, min_col=1, max_col=surveyed.last_column)
    for number, cells in enumerate(rows, start=1):
        filled = [_cell(sheet, cell, (number, column), surveyed) for column, cell in enumerate(cells, start=1)]
        if found := {cell.column: cell for cell in filled if cell}:
            sheet.rows.append(Row(sheet, number, found))
    return sheet


def _cell(sheet, source, place, surveyed):
    """None where nothing is written."""
    value, kind = source.value, KIND_BY_TYPE.get(source.data_type, CellKind.TEXT)
    number_format = source.number_format if value is not None else ""
    if place in surveyed.without_result:
        value, kind = None, CellKind.FORMULA
    elif value is None or value == "":
        return None
    return Cell(
        sheet.title,
        *place,
        value=value,
        kind=kind,
        number_format=number_format or "",
        is_hidden=sheet.hides(*place),
        is_merged=sheet.covers(*place),
    )


# CSV and TSV


def _read_text(stream, name):
    content = stream.read()
    if content.startswith(BINARY):
        raise WorkbookRefused("not_text", name=name)
    text = _decoded(content)
    sheet = Sheet(title="")
    filled = 0
    for number, values in enumerate(_records(text), start=1):
        cells = {column: cell for column, value in enumerate(values, 1) if (cell := _text_cell(number, column, value))}
        filled += len(cells)
        _ensure_readable(values, filled)
        if cells:
            sheet.rows.append(Row(sheet, number, cells))
    if not sheet.rows:
        raise WorkbookRefused("workbook_empty")
    return Book(name, [sheet], is_csv=True)


def _ensure_readable(values, filled):
    if filled > MOST_FILLED:
        raise WorkbookRefused("workbook_large", cells=MOST_FILLED)
    if len(values) > MOST_COLUMNS and any(values[MOST_COLUMNS:]):
        raise WorkbookRefused("workbook_wide", sheet="CSV", columns=MOST_COLUMNS)


def _text_cell(row, column, value):
    if not value.strip():
        return None
    # The apostrophe before what would be a formula came from an export (core/export_formats.py).
    if value.startswith("'") and value[1:].startswith(FORMULA):
        value = value[1:]
    return Cell("", row, column, value=value, kind=CellKind.TEXT)


def _decoded(content):
    """UTF-8 or UTF-16. Older encodings do not say which they are: guessing would put wrong letters into names."""
    encoding = "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise WorkbookRefused("text_not_utf8") from error
    if "\0" in text:  # UTF-16 without the mark that says so
        raise WorkbookRefused("text_not_utf8")
    return text


def _records(text):
    if not text.strip(" \t\r\n,;"):
        return
    delimiter, text = _delimiter(text)
    csv.field_size_limit(LONGEST_CSV_CELL)
    try:
        # strict: a quotation mark that is never closed would swallow the rest of the file as one cell.
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    except csv.Error as error:
        raise WorkbookRefused("text_damaged") from error


def _delimiter(text):
    """The sign that divides the first line into most cells, and the text without the line that names it for Excel."""
    first, _end, rest = text.partition("\n")
    if first.lower().startswith("sep=") and len(first.strip("\r")) == 5:
        return first[4], rest
    lines = io.StringIO(text, newline="")
    header = next((line for line in lines if line.strip(" \t\r\n,;")), "")
    return max(",;\t", key=lambda sign: len(next(csv.reader([header], delimiter=sign), []))), text
