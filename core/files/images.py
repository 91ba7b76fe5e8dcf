"""Pictures: the parts of the file must fit together to its end, and its size must be one that can be shown.

Nothing is decoded: a decoder is where hostile pictures do their harm.
"""

import struct
import zlib

from core.files.refusals import FileRefused

PNG = b"\x89PNG\r\n\x1a\n"
LARGEST_SIDE = 16_000


def ensure_reasonable(size):
    width, height = size
    if not width or not height:
        raise ValueError("A picture without size.")
    if max(width, height) > LARGEST_SIDE:
        raise FileRefused("picture_size", limit=LARGEST_SIDE)


def png_size(stream):
    """Reads chunk by chunk, each with its checksum, up to the end mark."""
    stream.seek(len(PNG))
    size, has_pixels = None, False
    while True:
        length, name = struct.unpack(">I4s", stream.read(8))
        if length > 0x7FFFFFFF:
            raise ValueError("A chunk of an impossible length.")
        content = stream.read(length)
        (checksum,) = struct.unpack(">I", stream.read(4))
        if len(content) != length or zlib.crc32(name + content) != checksum:
            raise ValueError("A chunk is damaged.")
        if size is None:
            if name != b"IHDR":
                raise ValueError("The first chunk is not the header.")
            size = struct.unpack(">II", content[:8])
        has_pixels = has_pixels or name == b"IDAT"
        if name == b"IEND":
            break
    if not has_pixels:
        raise ValueError("No pixels.")
    return size


SIZES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
ALONE = {0x01, *range(0xD0, 0xD8)}


def jpeg_size(stream):
    """Walks over the markers up to the pixels; the end mark must follow."""
    stream.seek(2)
    size = None
    while True:
        marker = _next_marker(stream)
        if marker == 0xDA:
            break
        if marker in ALONE:
            continue
        (length,) = struct.unpack(">H", stream.read(2))
        content = stream.read(length - 2)
        if length < 2 or len(content) != length - 2:
            raise ValueError("A segment is damaged.")
        if marker in SIZES:
            height, width = struct.unpack(">HH", content[1:5])
            size = (width, height)
    if size is None or b"\xff\xd9" not in stream.read():
        raise ValueError("No size, or no end.")
    return size


def _next_marker(stream):
    if stream.read(1) != b"\xff":
        raise ValueError("No marker where one must be.")
    byte = stream.read(1)
    while byte == b"\xff":
        byte = stream.read(1)
    return byte[0]


def webp_size(stream):
    content = stream.read()
    (length,) = struct.unpack("<I", content[4:8])
    if length + 8 > len(content):
        raise ValueError("The file is cut off.")
    name = content[12:16]
    if name == b"VP8X":
        return 1 + int.from_bytes(content[24:27], "little"), 1 + int.from_bytes(content[27:30], "little")
    if name == b"VP8L":
        bits = int.from_bytes(content[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if name == b"VP8 ":
        width, height = struct.unpack("<HH", content[26:30])
        return width & 0x3FFF, height & 0x3FFF
    raise ValueError("An unknown kind of WebP.")
