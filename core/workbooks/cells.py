"""What a spreadsheet says once it is read: sheets of rows of cells. The same for XLSX and CSV."""

import re
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from openpyxl.utils import get_column_letter

from core.workbooks.texts import clean

# What stands in quotation marks or brackets of a number format is text.
LITERALS = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')


class CellKind(StrEnum):
    EMPTY = "empty"
    TEXT = "text"
    NUMBER = "number"
    DATE = "date"  # a day, a moment or a clock time
    BOOL = "bool"
    ERROR = "error"  # such as #REF!
    FORMULA = "formula"  # one whose result is not in the file


@dataclass(frozen=True, slots=True)
class Cell:
    """`value` is a str, int, float, bool, date, datetime, time or timedelta, None where nothing is written.

    `row` and `column` count from 1. `is_hidden`: its row, column or sheet is hidden. `is_merged`: it is covered by a
    merged cell that begins elsewhere, so nobody can write in it.
    """

    sheet: str
    row: int
    column: int
    value: object = None
    kind: CellKind = CellKind.EMPTY
    number_format: str = ""
    is_hidden: bool = False
    is_merged: bool = False

    @property
    def address(self):
        """C7"""
        return f"{get_column_letter(self.column)}{self.row}"

    @property
    def place(self):
        """Sheet!C7, as people and formulas write it."""
        return f"{self.sheet}!{self.address}" if self.sheet else self.address

    @property
    def is_empty(self):
        return self.kind == CellKind.EMPTY

    @property
    def is_percent(self):
        """Is 0.81 shown as 81 %?"""
        return self.kind == CellKind.NUMBER and "%" in LITERALS.sub("", self.number_format)

    @property
    def text(self):
        """The value as clean text; a whole number without decimals, a day as 2026-04-03."""
        if self.value is None:
            return ""
        if isinstance(self.value, float) and self.value.is_integer():
            return str(int(self.value))
        if self.kind == CellKind.DATE and hasattr(self.value, "isoformat"):
            return self.value.isoformat().removesuffix("T00:00:00")
        return clean(str(self.value))


@dataclass(frozen=True, slots=True)
class Row:
    """One row in which something is written. A cell of it is asked for by the number of its column, from 1."""

    sheet: "Sheet"
    number: int
    cells: dict

    def __getitem__(self, column):
        return self.cells.get(column) or self.sheet.empty_cell(self.number, column)

    def __iter__(self):
        """The filled cells, from the first column on."""
        return iter(self.cells.values())

    @property
    def is_hidden(self):
        return self.sheet.is_hidden or self.number in self.sheet.hidden_rows


@dataclass
class Sheet:
    """`rows` are those in which something is written, from the top. A CSV is one sheet without a title."""

    title: str
    is_hidden: bool = False
    rows: list = field(default_factory=list)
    hidden_rows: set = field(default_factory=set)
    hidden_columns: set = field(default_factory=set)
    # {row: [(first column, last column, is its first row)]}
    merged: dict = field(default_factory=dict)

    @cached_property
    def _by_number(self):
        return {row.number: row for row in self.rows}

    def row(self, number):
        return self._by_number.get(number) or Row(self, number, {})

    def cell(self, row, column):
        return self.row(row)[column]

    def hides(self, row, column):
        return self.is_hidden or row in self.hidden_rows or column in self.hidden_columns

    def covers(self, row, column):
        """Is this place covered by a merged cell that begins elsewhere?"""
        return any(
            first <= column <= last and not (is_top and column == first)
            for first, last, is_top in self.merged.get(row, ())
        )

    def empty_cell(self, row, column):
        hidden, merged = self.hides(row, column), self.covers(row, column)
        return Cell(self.title, row, column, is_hidden=hidden, is_merged=merged)


@dataclass
class Book:
    """A spreadsheet that was read. `is_csv` tells that it has one sheet, of texts only."""

    name: str
    sheets: list
    is_csv: bool = False

    def sheet(self, title):
        """The sheet of this title, or None."""
        return next((sheet for sheet in self.sheets if sheet.title == title), None)

    @property
    def first(self):
        """The first sheet that the person sees."""
        return next((sheet for sheet in self.sheets if not sheet.is_hidden), self.sheets[0])
