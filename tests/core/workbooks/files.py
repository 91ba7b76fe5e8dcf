"""Spreadsheets for the tests, good and broken, made here so that one sees what is wrong with each."""

import io
import re
import zipfile

from openpyxl import Workbook, load_workbook

DOCTYPE = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'


def xlsx(*sheets, edit=None):
    """Bytes of a workbook: each sheet a list of rows. `edit(workbook)` changes it before it is saved."""
    workbook = Workbook()
    workbook.remove(workbook.active)
    for number, rows in enumerate(sheets or ([],), start=1):
        sheet = workbook.create_sheet(f"Sheet{number}")
        for row in rows:
            sheet.append(row)
    if edit:
        edit(workbook)
    return saved(workbook)


def saved(workbook):
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def load(content):
    """A copy of a workbook to spoil."""
    return load_workbook(io.BytesIO(content))


def rewritten(content, part, change):
    """The archive with one part changed: `change` takes its bytes and gives others, or None to leave it out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            data = old.read(entry)
            if re.fullmatch(part, entry.filename):
                data = change(data)
            if data is not None:
                new.writestr(entry.filename, data)
    return out.getvalue()


def with_part(content, name, data):
    out = io.BytesIO(content)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return out.getvalue()


SHEET = r"xl/worksheets/sheet1\.xml"
GOOD = xlsx([["Code", "Answer"], ["1.1", 12]])


def used_to(last=1_048_576):
    """The last row, by default Excel's own, is "used": like all before it has a format and nothing in it."""
    row = b'<row r="%d" s="1" customFormat="1"><c r="A%d" s="1"/></row>'
    rows = b"".join(row % (number, number) for number in range(3, last + 1))
    return rewritten(GOOD, SHEET, lambda xml: xml.replace(b"</sheetData>", rows + b"</sheetData>"))


def far_cells():
    """Two cells only, at the ends of the sheet."""
    far = b'<row r="1048576"><c r="B1048576"><v>7</v></c></row></sheetData>'
    return rewritten(GOOD, SHEET, lambda xml: xml.replace(b"</sheetData>", far))


def bomb():
    """A sheet that unpacks to a thousand times its size."""
    return rewritten(GOOD, SHEET, lambda xml: xml.replace(b"</sheetData>", b" " * 30_000_000 + b"</sheetData>"))


def quiet_bomb():
    """Formats that would fill the memory once they are objects, though the whole is not large for a document."""
    return rewritten(GOOD, r"xl/styles\.xml", lambda xml: xml + b" " * 7_000_000)


def too_many_cells():
    row = b"<row>" + b"<c><v>1</v></c>" * 300 + b"</row>"
    return rewritten(GOOD, SHEET, lambda xml: xml.replace(b"</sheetData>", row * 1001 + b"</sheetData>"))


def with_password():
    """What Excel writes for a workbook with a password: the old container, with an encrypted package in it."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000) + "EncryptedPackage".encode("utf-16-le") + bytes(500)


# name of the case: (file name, its bytes, a piece of the sentence that the person reads)
BROKEN = {
    "nothing in it": ("a.xlsx", b"", "Nothing is written in the file"),
    "no cell filled": ("a.xlsx", xlsx(), "Nothing is written in the file"),
    "old Excel": ("a.xls", GOOD, "old format of Excel"),
    "old Excel renamed": ("a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "old format of Excel"),
    "CSV renamed": ("a.xlsx", b"code;answer\n1.1;12\n", "ends like a workbook, but the content is something else"),
    "Word renamed": (
        "a.xlsx",
        rewritten(GOOD, r"\[Content_Types\]\.xml", lambda xml: xml.replace(b"spreadsheetml", b"wordprocessingml")),
        "ends like a workbook, but the content is something else",
    ),
    "another program": ("a.ods", GOOD, "belongs to another program"),
    "picture": ("a.png", b"\x89PNG", "is no spreadsheet that can be read here"),
    "password": ("a.xlsx", with_password(), "needs a password to be opened"),
    "macros by name": ("a.xlsm", GOOD, "holds macros"),
    "macros inside": ("a.xlsx", with_part(GOOD, "xl/vbaProject.bin", b"1"), "holds macros"),
    "program inside": ("a.xlsx", with_part(GOOD, "xl/embeddings/run.exe", b"1"), "holds programs or embedded objects"),
    "cut off": ("a.xlsx", GOOD[: len(GOOD) // 2], "damaged or not complete"),
    "no sheet inside": ("a.xlsx", rewritten(GOOD, SHEET, lambda _xml: None), "Nothing is written in the file"),
    "sheet ends early": ("a.xlsx", rewritten(GOOD, SHEET, lambda xml: xml[:-40]), "damaged or not complete"),
    "row number no number": (
        "a.xlsx",
        rewritten(GOOD, SHEET, lambda xml: xml.replace(b'row r="1"', b'row r="x"')),
        "damaged or not complete",
    ),
    "unknown text": (
        "a.xlsx",
        rewritten(GOOD, SHEET, lambda xml: xml.replace(b'<c r="B2" t="n">', b'<c r="B2" t="s">')),
        "damaged or not complete",
    ),
    "entities": ("a.xlsx", rewritten(GOOD, SHEET, lambda xml: DOCTYPE + xml), "defines entities of its own"),
    "entities in a small part": (
        "a.xlsx",
        rewritten(GOOD, r"docProps/core\.xml", lambda xml: DOCTYPE + xml),
        "defines entities of its own",
    ),
    "bomb": ("a.xlsx", bomb, "unpacks to far more than its size"),
    "bomb in one part": ("a.xlsx", quiet_bomb, "unpacks to far more than its size"),
    "too many cells": ("a.xlsx", too_many_cells, "at most 300000 filled cells"),
    "too wide": ("a.xlsx", xlsx([["x"] * 301]), "“Sheet1” has more than 300 columns"),
    "old letters": ("a.csv", "code;Réponse\n".encode("cp1252"), "neither in UTF-8 nor in UTF-16"),
    "UTF-16 unmarked": ("a.csv", "code;answer\n".encode("utf-16-le"), "neither in UTF-8 nor in UTF-16"),
    "half a letter": ("a.csv", "code;é".encode()[:-1], "neither in UTF-8 nor in UTF-16"),
    "open quotation": ("a.csv", b'code,answer\n1.1,"never closed\n1.2,3\n', "a quotation mark in it is never closed"),
    "workbook renamed": ("a.csv", GOOD, "ends like a CSV, but the content is something else"),
    "blank lines": ("a.csv", b"\n  \n;;;\n", "Nothing is written in the file"),
}
