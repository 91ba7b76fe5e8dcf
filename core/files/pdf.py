"""PDF: no scripts, no starting of programs, no files inside, no password.

Looked for in the bytes, without running a reader. Every action with a script is named /JavaScript; its shorter
companion /JS is not looked for, because three letters stand by chance in any large packed picture.

The check runs while the person waits: its work is bounded by the size of the file, whatever the file holds.
"""

import re
import zlib

from core.files.refusals import FileRefused

TAIL = 2048
# How many directories of one file may be packed, and what they may unpack to.
MOST_PACKED = 20_000
MOST_UNPACKED = 64 * 1024 * 1024
# Directories that lie one within the other are no work of a program that writes documents.
MOST_READ_AGAIN = 4
# From the name of a packed directory to its content.
LONGEST_HEAD = 410


def named(*names):
    """Names as they may be written: a letter also by its number, /J#61vaScript."""
    written = ("".join(f"(?:{letter}|#{_number_of(letter)})" for letter in name) for name in names)
    return re.compile(f"/(?:{'|'.join(written)})(?![A-Za-z0-9])".encode())


def _number_of(letter):
    return "".join(f"[{digit}{digit.upper()}]" for digit in f"{ord(letter):02x}")


ACTIVE = named("JavaScript", "Launch", "EmbeddedFile", "EmbeddedFiles", "RichMedia")
ENCRYPTED = named("Encrypt")
PACKED = named("ObjStm")
STREAM = re.compile(rb"stream\r?\n")


def check(stream):
    content = stream.read()
    if b"%%EOF" not in content[-TAIL:]:
        raise ValueError("The end is missing.")
    _ensure_harmless(content)
    # Since PDF 1.5 the objects themselves may be packed.
    left = MOST_UNPACKED
    for packed in _packed_objects(content):
        if left <= 0:
            raise FileRefused("bomb")
        unpacked = _unpacked(packed, left)
        left -= len(unpacked)
        _ensure_harmless(unpacked)


def _ensure_harmless(content):
    if ENCRYPTED.search(content):
        raise FileRefused("protected")
    if ACTIVE.search(content):
        raise FileRefused("pdf_script")


def _packed_objects(content):
    """The packed directories, each to the next end of a stream: where it really ends nobody knows without a reader."""
    view, end, work = memoryview(content), 0, MOST_READ_AGAIN * len(content)
    for number, found in enumerate(PACKED.finditer(content), start=1):
        head = STREAM.search(content, found.end(), found.end() + LONGEST_HEAD)
        if head:
            # Looked for anew only where the last one is behind: else every beginning would walk to the same end.
            end = end if end >= head.end() else content.find(b"endstream", head.end())
            end = end if end >= 0 else len(content)
            work -= end - head.end()
        if number > MOST_PACKED or work < 0:
            raise FileRefused("bomb")
        if head:
            yield view[head.end() : end]


def _unpacked(packed, most):
    try:
        return zlib.decompressobj().decompress(packed, most)
    except zlib.error:
        return b""  # packed in another way; the reader of the text says so
