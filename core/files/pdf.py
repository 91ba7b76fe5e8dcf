"""PDF: no scripts, no starting of programs, no files inside, no password.

Looked for in the bytes, without running a reader. Every action with a script is named /JavaScript; its shorter
companion /JS is not looked for, because three letters stand by chance in any large packed picture.
"""

import re
import zlib

from core.files.refusals import FileRefused

TAIL = 2048
# What the packed directories of one file may unpack to.
MOST_UNPACKED = 64 * 1024 * 1024
ACTIVE = re.compile(rb"/(?:JavaScript|Launch|EmbeddedFiles?|RichMedia)(?![A-Za-z0-9])")
ENCRYPTED = re.compile(rb"/Encrypt(?![A-Za-z0-9])")
ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
PACKED_OBJECTS = re.compile(rb"/ObjStm\b.{0,400}?stream\r?\n", re.DOTALL)


def check(stream):
    content = stream.read()
    if b"%%EOF" not in content[-TAIL:]:
        raise ValueError("The end is missing.")
    _ensure_harmless(content)
    # Since PDF 1.5 the objects themselves may be packed.
    left = MOST_UNPACKED
    for found in PACKED_OBJECTS.finditer(content):
        unpacked = _unpacked(content, found.end(), left)
        left -= len(unpacked)
        _ensure_harmless(unpacked)


def _ensure_harmless(content):
    # A name may be written /J#61vaScript.
    plain = ESCAPED.sub(lambda code: bytes([int(code.group(1), 16)]), content) if b"#" in content else content
    if ENCRYPTED.search(plain):
        raise FileRefused("protected")
    if ACTIVE.search(plain):
        raise FileRefused("pdf_script")


def _unpacked(content, start, most):
    if most <= 0:
        raise FileRefused("bomb")
    end = content.find(b"endstream", start)
    try:
        return zlib.decompressobj().decompress(content[start : end if end > 0 else None], most)
    except zlib.error:
        return b""  # packed in another way; the reader of the text says so
