"""From a spreadsheet to the lines of a framework: what each row says, and what cannot be meant."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from core.imports.kinds import Message, Unreadable
from core.workbooks.reading import read
from core.workbooks.refusals import WorkbookRefused
from core.workbooks.texts import comparable
from strategy.framework_cells import CellError, Cells, doubt
from strategy.framework_columns import COLUMNS, INDICATOR

# The head may stand below a title or a cover.
ROWS_ABOVE = 30
NEEDED = ("kind", "code")


@dataclass
class Line:
    """One row: `said` is {key of a column: value} for the columns that the file has."""

    number: int
    place: str
    places: dict
    said: dict = field(default_factory=dict)
    errors: list = field(default_factory=list)
    warnings: list = field(default_factory=list)
    is_duplicate: bool = False

    @property
    def is_indicator(self):
        return self.said.get("kind") == INDICATOR

    @property
    def code(self):
        return self.said.get("code", "")

    def error(self, key, text):
        self.errors.append(Message(text, self.places.get(key, ""), key))

    def warn(self, key, text):
        self.warnings.append(Message(text, self.places.get(key, ""), key, is_warning=True))


def lines_of(preview):
    """The rows below the head. Raises Unreadable."""
    sheet, head = table_in(book_of(preview))
    columns = columns_in(head)
    cells = Cells(preview.language)
    below = [row for row in sheet.rows if row.number > head.number and any(not cell.is_empty for cell in row)]
    return [line_of(row, columns, cells) for row in below]


def book_of(preview):
    try:
        with preview.file.open() as stream:
            return read(stream, preview.name)
    except WorkbookRefused as refusal:
        raise Unreadable(refusal.message) from refusal


def table_in(book):
    """(sheet, its row with the heads): visible sheets come first."""
    for sheet in sorted(book.sheets, key=lambda sheet: sheet.is_hidden):
        for row in sheet.rows[:ROWS_ABOVE]:
            if set(NEEDED) <= {comparable(cell.text) for cell in row}:
                return sheet, row
    raise Unreadable(_("No row has the heads “kind” and “code”. Begin with the template, or with an export."))


def columns_in(head):
    """{key: number of its column}. Columns of one's own are left alone."""
    found = {}
    for cell in head:
        key = comparable(cell.text).replace("-", "_")
        if key in found:
            raise Unreadable(_("Two columns have the head “{head}”.").format(head=cell.text))
        if key in COLUMNS:
            found[key] = cell.column
    return found


def line_of(row, columns, cells):
    found = {key: row[column] for key, column in columns.items()}
    place = _("Row {n}").format(n=row.number)
    if row.sheet.title:
        place = _("{sheet}, row {n}").format(sheet=row.sheet.title, n=row.number)
    line = Line(row.number, place, {key: cell.place for key, cell in found.items()})
    for key, cell in found.items():
        try:
            line.said[key] = cells.value(key, cell)
        except CellError as problem:
            line.error(key, str(problem))
        else:
            if not cell.is_empty and (words := doubt(key, cell)):
                line.warn(key, words)
    return line
