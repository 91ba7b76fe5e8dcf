"""What a file must be before the portal keeps it. Every refusal says in words what is wrong and what to do.

The name decides what a file claims to be, its content must agree. Whatever is kept is served as a download
only (core/files/views.py), so these checks protect those who open it, not the pages of the portal.
"""

import codecs
import struct
import zipfile
import zlib
from pathlib import PurePosixPath

import puremagic
from django.conf import settings
from django.template.defaultfilters import filesizeformat

from core.files import images, office, pdf
from core.files.kinds import KINDS, REFUSED_KINDS
from core.files.refusals import FileRefused

HEAD = 4096
# Every scanner of viruses refuses this string; whoever tries ours with it expects the same.
TEST_VIRUS = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
MARKUP = (b"<!doctype", b"<html", b"<svg", b"<script", b"<?xml", b"<?php", b"<head", b"<body", b"<iframe")
BINARY = (b"MZ", b"\x7fELF", b"PK\x03\x04", b"%PDF-", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff")
# What reading a broken or hostile file may raise. Anything else is a fault of ours and is not hidden.
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    KeyError,
    IndexError,
    ValueError,
    OSError,
    NotImplementedError,
    RuntimeError,
    OverflowError,
)


def check_claim(name, size):
    """What can be said before the content is there. Returns the kind that the file claims to be."""
    extension = PurePosixPath(name).suffix.lstrip(".").lower()
    if extension not in KINDS:
        raise FileRefused(REFUSED_KINDS.get(extension, "unknown_kind"), extension=extension or "–")
    if size == 0:
        raise FileRefused("empty")
    if size > settings.FILE_MAX_SIZE:
        raise FileRefused("too_large", limit=filesizeformat(settings.FILE_MAX_SIZE))
    return KINDS[extension]


def check_content(stream, kind):
    """`stream` is open for reading and seekable. Silent if the content is what the name says and harmless."""
    try:
        stream.seek(0)
        head = stream.read(HEAD)
        if not head:
            raise FileRefused("empty")
        if TEST_VIRUS in head:
            raise FileRefused("virus")
        stream.seek(0)
        FAMILIES[kind.family](stream, head, kind)
    except BROKEN as error:
        raise FileRefused("damaged", extension=kind.label) from error


def _check_pdf(stream, head, kind):
    _ensure_claim(head.startswith(b"%PDF-"), head, kind)
    pdf.check(stream)


def _check_office(stream, head, kind):
    _ensure_not_old_office(head)
    _ensure_claim(head.startswith(b"PK\x03\x04"), head, kind)
    if not office.check_office(stream, kind):
        raise _other_than_claimed(head, kind)


def _check_open(stream, head, kind):
    _ensure_claim(head.startswith(b"PK\x03\x04"), head, kind)
    if not office.check_open(stream, kind):
        raise _other_than_claimed(head, kind)


def _check_png(stream, head, kind):
    _ensure_claim(head.startswith(images.PNG), head, kind)
    images.ensure_reasonable(images.png_size(stream))


def _check_jpeg(stream, head, kind):
    _ensure_claim(head.startswith(b"\xff\xd8\xff"), head, kind)
    images.ensure_reasonable(images.jpeg_size(stream))


def _check_webp(stream, head, kind):
    _ensure_claim(head[:4] == b"RIFF" and head[8:12] == b"WEBP", head, kind)
    images.ensure_reasonable(images.webp_size(stream))


def _check_text(stream, head, kind):
    """Plain text in UTF-8. A page or a script is none, whatever its name."""
    _ensure_claim(not head.startswith(BINARY), head, kind)
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if start.startswith(MARKUP):
        raise FileRefused("web_page", extension=kind.extension)
    if start.startswith(b"#!"):
        raise FileRefused("program", extension=kind.extension)
    try:
        for piece in _decoded(stream):
            if "\0" in piece:
                raise _other_than_claimed(head, kind)
    except UnicodeDecodeError as error:
        raise FileRefused("not_utf8") from error


def _decoded(stream):
    decoder = codecs.getincrementaldecoder("utf-8")()
    while piece := stream.read(1 << 16):
        yield decoder.decode(piece)
    yield decoder.decode(b"", final=True)


FAMILIES = {
    "pdf": _check_pdf,
    "office": _check_office,
    "open": _check_open,
    "png": _check_png,
    "jpeg": _check_jpeg,
    "webp": _check_webp,
    "text": _check_text,
}


def _ensure_claim(agrees, head, kind):
    if not agrees:
        raise _other_than_claimed(head, kind)


def _ensure_not_old_office(head):
    # The container of Word 97, and of a document of today that has a password.
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        raise FileRefused("protected")


def _other_than_claimed(head, kind):
    """The refusal, naming the real kind where the first bytes tell it."""
    try:
        real = puremagic.from_string(head).lstrip(".").upper()
    except (puremagic.PureError, ValueError):
        real = ""
    if not real or real == kind.label:
        return FileRefused("other_kind", claimed=kind.label)
    return FileRefused("other_kind_known", claimed=kind.label, real=real)
