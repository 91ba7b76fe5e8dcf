"""Names of files inside an archive, which every system can unpack.

By agenda number, symbol, revision and language: 04-2027-02-17-3-Rev.1-fr-Budget.pdf. Windows bears neither long
paths nor some characters and names; two names that differ in case only are one there.
"""

import re
from pathlib import PurePosixPath

from core.files.names import clean_name

# An archive is unpacked into a folder of its own, deep in others: the whole path may have 260 characters there.
LONGEST = 90
RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}


def unique_names(wanted):
    """The names in their order, made safe; one that comes again gets a number."""
    seen, names = set(), []
    for name in wanted:
        safe = safe_name(name)
        number, candidate = 1, safe
        while candidate.casefold() in seen:
            number += 1
            candidate = numbered(safe, number)
        seen.add(candidate.casefold())
        names.append(candidate)
    return names


def safe_name(name):
    name = clean_name(str(name).replace("/", "-").replace("\\", "-"))
    stem, ending = split(name)
    if stem.split(".")[0].casefold() in RESERVED:
        stem = f"{stem}_" if "." not in stem else f"_{stem}"
    return shortened(stem, ending)


def numbered(name, number):
    stem, ending = split(name)
    return shortened(stem, f" ({number}){ending}")


def split(name):
    ending = PurePosixPath(name).suffix
    if not re.fullmatch(r"\.[A-Za-z0-9]{1,8}", ending):
        ending = ""
    return name.removesuffix(ending), ending


def shortened(stem, ending):
    return stem[: LONGEST - len(ending)].rstrip(" .") + ending


def name_of(document):
    """The name of a paper's file: what it is can be told without opening it."""
    item = f"{document.item.number:02d}" if document.item else "00"
    revision = f"Rev.{document.revision}" if document.revision else ""
    parts = [item, document.symbol, revision, document.document_language.html, str(document)]
    ending = PurePosixPath(document.file.name).suffix
    return "-".join(filter(None, parts)).replace(" ", "-") + ending
