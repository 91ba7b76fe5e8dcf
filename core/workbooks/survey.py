"""What an XLSX holds, before a library builds objects of it: a stream through its parts that keeps counts only.

Says which rows and columns are hidden or merged and which formulas have no result, which openpyxl does not tell of a
workbook that it reads as a stream.
"""

import re
from dataclasses import dataclass, field
from xml.parsers import expat

from openpyxl.utils import coordinate_to_tuple, range_boundaries

from core.workbooks.refusals import WorkbookRefused

PIECE = 1 << 16
MOST_FILLED = 300_000  # cells with something in them, of the whole workbook
MOST_CELLS = 4_000_000  # with the empty ones that only have a format
MOST_COLUMNS = 300
MOST_MERGED = 200_000  # rows of merged cells
FURTHER = 100  # rows below the last filled one of which merged cells are known
# Bytes of one part once unpacked. Sheets are read as a stream, the others are kept in memory.
LARGEST_SHEET, LARGEST_PART, LARGEST_STYLES = 120_000_000, 30_000_000, 6_000_000
SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)


@dataclass
class Survey:
    """Of one sheet."""

    last_row: int = 0
    last_column: int = 0
    filled: int = 0
    cells: int = 0
    rows: int = 0
    hidden_rows: set = field(default_factory=set)
    hidden_columns: set = field(default_factory=set)
    merged: list = field(default_factory=list)  # (first column, first row, last column, last row)
    without_result: set = field(default_factory=set)  # (row, column) of formulas

    def merged_by_row(self):
        """{row: [(first column, last column, is its first row)]}, at most a little further than rows are filled."""
        found, number = {}, 0
        for first_column, first_row, last_column, last_row in self.merged:
            for row in range(first_row, min(last_row, self.last_row + FURTHER) + 1):
                found.setdefault(row, []).append((first_column, last_column, row == first_row))
                number += 1
                if number > MOST_MERGED:
                    raise WorkbookRefused("workbook_large", cells=MOST_FILLED)
        return found


def survey(archive):
    """{path of a sheet: Survey}. Raises WorkbookRefused where a part is too large or no XML that a spreadsheet has."""
    found = {}
    for entry in archive.infolist():
        name = entry.filename
        if SHEET.fullmatch(name):
            found[name] = _survey_sheet(archive, name)
        elif name.lower().endswith((".xml", ".rels", ".vml")):
            limit = LARGEST_STYLES if name.lower().endswith("styles.xml") else LARGEST_PART
            _read_through(archive, name, _parser(), limit)
    if sum(sheet.filled for sheet in found.values()) > MOST_FILLED:
        raise WorkbookRefused("workbook_large", cells=MOST_FILLED)
    return found


def _parser():
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse_entities
    return parser


def _refuse_entities(*_declaration):
    raise WorkbookRefused("workbook_entities")


def _read_through(archive, name, parser, limit):
    """At most `limit` bytes, whatever the directory of the archive says."""
    read = 0
    with archive.open(name) as part:
        while piece := part.read(PIECE):
            read += len(piece)
            if read > limit:
                raise WorkbookRefused("workbook_bomb")
            parser.Parse(piece)
    parser.Parse(b"", True)


def _survey_sheet(archive, name):
    surveyor = Surveyor()
    _read_through(archive, name, surveyor.parser, LARGEST_SHEET)
    return surveyor.survey


class Surveyor:
    """Notes what passes. Rows and cells may leave out their own number: then they follow the one before."""

    def __init__(self):
        self.survey = Survey()
        self.row = self.column = 0
        self.type, self.has_formula, self.has_content, self.is_inside = "", False, False, False
        self.parser = _parser()
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.characters

    def start(self, tag, attributes):
        tag = tag.rpartition(":")[2]
        if tag == "c":
            self.start_cell(attributes)
        elif tag in ("v", "t"):
            self.is_inside = True
        elif tag == "f":
            self.has_formula = True
        elif tag in STARTS:
            STARTS[tag](self, attributes)

    def start_cell(self, attributes):
        self.column += 1
        if "r" in attributes:
            self.row, self.column = coordinate_to_tuple(attributes["r"])
        self.type, self.has_formula, self.has_content = attributes.get("t", ""), False, False
        self.survey.cells += 1
        if self.survey.cells > MOST_CELLS:
            raise WorkbookRefused("workbook_large", cells=MOST_FILLED)

    def start_row(self, attributes):
        self.row = int(float(attributes["r"])) if "r" in attributes else self.row + 1
        self.column = 0
        self.survey.rows += 1
        if _is_true(attributes.get("hidden")):
            self.survey.hidden_rows.add(self.row)

    def start_column(self, attributes):
        if _is_true(attributes.get("hidden")):
            last = min(int(attributes["max"]), MOST_COLUMNS)
            self.survey.hidden_columns.update(range(int(attributes["min"]), last + 1))

    def start_merged(self, attributes):
        self.survey.merged.append(range_boundaries(attributes["ref"]))
        if len(self.survey.merged) > MOST_MERGED:
            raise WorkbookRefused("workbook_large", cells=MOST_FILLED)

    def characters(self, _text):
        if self.is_inside:
            self.has_content = True

    def end(self, tag):
        tag = tag.rpartition(":")[2]
        if tag in ("v", "t"):
            self.is_inside = False
        elif tag == "c":
            self.end_cell()

    def end_cell(self):
        if not self.has_content and not self.has_formula:
            return
        found = self.survey
        # A formula whose result is the empty text has one.
        if self.has_formula and not self.has_content and self.type != "str":
            found.without_result.add((self.row, self.column))
        found.filled += 1
        found.last_row = max(found.last_row, self.row)
        found.last_column = max(found.last_column, self.column)


STARTS = {"row": Surveyor.start_row, "col": Surveyor.start_column, "mergeCell": Surveyor.start_merged}


def _is_true(value):
    return value in ("1", "true", "on")
