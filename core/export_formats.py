"""How a Table of exports.py is written in each format. Numbers and dates stay such; no text becomes a formula."""

import csv
import io
import json
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.workbook.child import INVALID_TITLE_REGEX

from core import languages

# A spreadsheet program takes a text that begins like this for a formula (OWASP, "CSV Injection").
FORMULA = tuple("=+-@\t\r\n＝＋－＠")
BOM = "\ufeff"
LINES_AT_ONCE = 200
LONGEST_CELL = 32_767  # characters, in Excel
LONGEST_SHEET_NAME = 31


@dataclass(frozen=True)
class Format:
    """`write(table)` gives pieces of text where it is a stream, else an open file."""

    extension: str
    type: str
    write: Callable
    is_stream: bool = True


# CSV


def write_csv(table):
    """For programs: the table alone, as RFC 4180 has it."""
    return csv_pages(table_lines(table), delimiter=",", decimal=".")


def write_csv_for_excel(table):
    """For an Excel whose decimals have a comma. The mark tells it that this is UTF-8; the cover comes first, and the
    empty line after it keeps the table a region of its own."""
    cover = [[label, value] for _key, label, value in table.about()]
    yield BOM
    yield from csv_pages([*cover, []], delimiter=";", decimal=",")
    yield from csv_pages(table_lines(table), delimiter=";", decimal=",")


def table_lines(table):
    yield [str(column.label) for column in table.columns]
    yield from table


def csv_pages(lines, delimiter, decimal):
    page = io.StringIO()
    writer = csv.writer(page, delimiter=delimiter)
    for number, line in enumerate(lines, start=1):
        writer.writerow([in_csv(value, decimal) for value in line])
        if number % LINES_AT_ONCE == 0:
            yield page.getvalue()
            page.seek(0)
            page.truncate()
    yield page.getvalue()


def in_csv(value, decimal):
    value = plain(value)
    if isinstance(value, (float, Decimal)):
        return str(value).replace(".", decimal)
    if isinstance(value, datetime):
        return timezone.localtime(value).isoformat(timespec="seconds")
    return safe(value) if isinstance(value, str) else value


def plain(value):
    """One value for one cell. Words that are translated when they are shown become text here."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, (list, tuple)):
        return "; ".join(str(plain(one)) for one in value)
    return str(value) if isinstance(value, (str, Promise)) else value


def safe(text):
    """The apostrophe is how a spreadsheet itself marks a text; it is shown in a CSV, but nothing runs."""
    return f"'{text}" if text.startswith(FORMULA) else text


# XLSX


def write_xlsx(table):
    """Two sheets: the cover, and the table, which is the one that opens."""
    return write_workbook(table.title, [(label, value) for _key, label, value in table.about()], [table])


def write_workbook(title, about, tables):
    """A cover with the rows of `about`, [(label, value)], and a sheet for each table; the first of them opens."""
    workbook = Workbook(write_only=True)
    workbook.properties.title, workbook.properties.creator = str(title), "SSTC Portal"
    write_cover(new_sheet(workbook, _("About this list"), [26, 90]), about)
    for table in tables:
        write_table(new_sheet(workbook, table.title, [column.width for column in table.columns]), table)
    workbook.active = 1
    file = tempfile.TemporaryFile()  # noqa: SIM115 - the answer closes it
    workbook.save(file)
    file.seek(0)
    return file


def new_sheet(workbook, title, widths):
    sheet = workbook.create_sheet(INVALID_TITLE_REGEX.sub(" ", str(title))[:LONGEST_SHEET_NAME])
    sheet.sheet_view.rightToLeft = languages.current().direction == "rtl"
    sheet.page_setup.orientation = "landscape"
    for number, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    return sheet


def write_cover(sheet, about):
    for label, value in about:
        sheet.append([in_cell(sheet, label, bold=True), in_cell(sheet, value)])


def write_table(sheet, table):
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    number = 0
    for number, line in enumerate(table_lines(table), start=1):
        sheet.append([in_cell(sheet, value, bold=number == 1) for value in line])
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.columns))}{number}"


def in_cell(sheet, value, bold=False):
    value = plain(value)
    if isinstance(value, datetime):
        value = timezone.localtime(value).replace(tzinfo=None)  # Excel knows no zones; the cover names it
    if not isinstance(value, str):
        return WriteOnlyCell(sheet, value)
    cell = WriteOnlyCell(sheet, shortened(ILLEGAL_CHARACTERS_RE.sub("", value)))
    cell.data_type = "s"  # also of a text that begins with an equals sign
    cell.quotePrefix = safe(value) != value
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if bold:
        cell.font = Font(bold=True)
    return cell


def shortened(text):
    return text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - 1] + "…"


# JSON


def write_json(table):
    """An object with `about`, `columns` and `rows`. Values keep their type; lists stay lists."""
    facts = table.about()
    about = {key: value for key, _label, value in facts if key}
    about["filters"] = {label: value for key, label, value in facts if not key}
    yield f'{{"about": {in_json(about)},\n'
    yield f'"columns": {in_json({column.key: column.label for column in table.columns})},\n"rows": ['
    keys = [column.key for column in table.columns]
    for number, line in enumerate(table):
        yield (",\n" if number else "\n") + in_json(dict(zip(keys, line, strict=True)))
    yield "\n]}\n"


def in_json(value):
    return json.dumps(value, cls=DjangoJSONEncoder, ensure_ascii=False)


FORMATS = {
    "csv": Format("csv", "text/csv; charset=utf-8", write_csv),
    "excel": Format("csv", "text/csv; charset=utf-8", write_csv_for_excel),
    "xlsx": Format("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", write_xlsx, False),
    "json": Format("json", "application/json", write_json),
}
