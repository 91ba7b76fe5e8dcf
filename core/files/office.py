"""Documents of office programs are ZIP archives. Looks into the directory of the archive and its small parts only."""

import re
import zipfile
from pathlib import PurePosixPath

from core.files.kinds import EXECUTABLE
from core.files.refusals import FileRefused

MOST_ENTRIES = 10_000
MOST_UNPACKED = 600 * 1024 * 1024
# Text packs to a tenth or twentieth; a hundredth is no document.
LARGEST_RATIO = 150
SMALL_PART = 2 * 1024 * 1024

MAIN_TYPES = {
    "docx": b"wordprocessingml.document.main+xml",
    "xlsx": b"spreadsheetml.sheet.main+xml",
    "pptx": b"presentationml.presentation.main+xml",
}
PROGRAMS = re.compile(r"vbaproject|vbadata|macrosheets/|/xlmacros/|^basic/|^scripts/", re.IGNORECASE)
OBJECTS = re.compile(r"/activex/|oleobject|/ctrlprops/|^object \d+/.*\.bin$", re.IGNORECASE)


def check_office(stream, kind):
    """Refuses programs inside; whether the document is of the kind that its name says."""
    with zipfile.ZipFile(stream) as archive:
        _ensure_harmless(archive)
        types = _small_part(archive, "[Content_Types].xml")
        if b"macroenabled" in types.lower():
            raise FileRefused("macros")
        return MAIN_TYPES[kind.extension] in types


def check_open(stream, kind):
    with zipfile.ZipFile(stream) as archive:
        _ensure_harmless(archive)
        if b"encryption-data" in _small_part(archive, "META-INF/manifest.xml"):
            raise FileRefused("protected")
        return _small_part(archive, "mimetype").strip() == kind.type.encode()


def _ensure_harmless(archive):
    entries = archive.infolist()
    _ensure_no_bomb(entries)
    for entry in entries:
        if entry.flag_bits & 0x1:
            raise FileRefused("protected")
        if PROGRAMS.search(entry.filename):
            raise FileRefused("macros")
        ending = PurePosixPath(entry.filename).suffix.lstrip(".").lower()
        if OBJECTS.search(entry.filename) or ending in EXECUTABLE:
            raise FileRefused("active")


def _ensure_no_bomb(entries):
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    is_dense = unpacked > 10 * SMALL_PART and unpacked > LARGEST_RATIO * max(packed, 1)
    if len(entries) > MOST_ENTRIES or unpacked > MOST_UNPACKED or is_dense:
        raise FileRefused("bomb")


def _small_part(archive, name):
    """At most SMALL_PART bytes, whatever the directory says about its size."""
    with archive.open(name) as part:
        content = part.read(SMALL_PART + 1)
    if len(content) > SMALL_PART:
        raise FileRefused("bomb")
    return content
