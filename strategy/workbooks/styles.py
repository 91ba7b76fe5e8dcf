"""How the workbook looks: white cells are filled in, grey ones are locked."""

from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

from core import languages
from core.workbooks.writing import write_text

INK, QUIET, BLUE = "FF111111", "FF444444", "FF00457C"
LINE = Side(style="thin", color="FFB8C2CC")
ALL_SIDES = Border(left=LINE, right=LINE, top=LINE, bottom=LINE)
WHITE = PatternFill()
GREY = PatternFill("solid", fgColor="FFF1F4F6")
HEAD = PatternFill("solid", fgColor="FFDDE6EE")

TITLE = Font(name="Arial", size=16, bold=True, color=BLUE)
STRONG = Font(name="Arial", size=10, bold=True, color=INK)
PLAIN = Font(name="Arial", size=10, color=INK)
SMALL = Font(name="Arial", size=9, color=QUIET)

TEXT_FORMAT = "@"
PERCENT_FORMAT = "0.0###%"
# A page of a printed workbook is no higher, and Excel shows no row higher than 409 points.
LINE_HEIGHT, LEAST_HEIGHT, ROOM_TO_WRITE, MOST_HEIGHT = 13.5, 20, 96, 380


def dress(cell, font=PLAIN, fill=WHITE, locked=True, indent=0, number_format="", horizontal=None):
    """One place for all that a cell looks like; texts begin at the side where the language begins."""
    cell.font, cell.protection = font, Protection(locked=locked)
    cell.alignment = Alignment(
        wrap_text=True, vertical="top", indent=indent, horizontal=horizontal, readingOrder=reading_order()
    )
    cell.fill = fill
    if fill is not WHITE or not locked:
        cell.border = ALL_SIDES
    if number_format:
        cell.number_format = number_format


def reading_order():
    """As Excel counts: 2 from right to left, 0 as the text itself has it."""
    return 2 if languages.current().direction == "rtl" else 0


def head(sheet, row, text, font, columns):
    """A line over all columns of a sheet. Merged, because a text runs over empty cells in one direction only."""
    write_text(sheet.cell(row, 1), text)
    dress(sheet.cell(row, 1), font)
    sheet.cell(row, 1).alignment = Alignment(vertical="center", readingOrder=reading_order())
    if columns > 1:
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=columns)


def height_of(texts_and_widths, least=LEAST_HEIGHT):
    """Points that the longest of the texts needs in the width of its column, which is given in characters."""
    lines = max(
        (sum(1 + int(_width(part) / width) for part in text.split("\n")) for text, width in texts_and_widths if text),
        default=1,
    )
    return min(max(lines * LINE_HEIGHT + 6, least), MOST_HEIGHT)


def _width(text):
    """In characters; a Chinese one takes the place of two."""
    return sum(2 if ord(character) > 0x2E80 else 1 for character in text)
