"""Small things that every workbook needs which is written for people."""

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.workbook.child import INVALID_TITLE_REGEX

from core.export_formats import LONGEST_SHEET_NAME, safe, shortened


def write_text(cell, text):
    """Writes a text that stays one: what begins with an equals sign is no formula, and no program is started by it."""
    text = str(text)
    if not text:
        return
    cell.value = shortened(ILLEGAL_CHARACTERS_RE.sub("", text))
    cell.data_type = "s"
    cell.quotePrefix = safe(text) != text


def write_value(cell, value):
    """A number as a number, a text as a text, nothing as nothing."""
    if isinstance(value, str):
        write_text(cell, value)
    elif value is not None:
        cell.value = value


def sheet_title(title, taken):
    """As Excel allows it: 31 characters, none of []:*?/\\, no apostrophe at an end, each title once in any case."""
    plain = " ".join(INVALID_TITLE_REGEX.sub(" ", str(title)).split()).strip("'")[:LONGEST_SHEET_NAME].strip(" '")
    taken = {other.casefold() for other in taken} | {"history"}  # Excel keeps that one for itself
    found, number = plain or "1", 1
    while found.casefold() in taken:
        number += 1
        ending = f" ({number})"
        found = (plain or "1")[: LONGEST_SHEET_NAME - len(ending)].rstrip() + ending
    return found
