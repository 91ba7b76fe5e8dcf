"""Names of files as people give them, cleaned so that they harm nobody who reads or saves them."""

import re
import unicodedata
from pathlib import PurePosixPath
from urllib.parse import quote

LONGEST = 150
# Control characters, and format characters such as those that turn the direction of writing ("exe.fdp").
# U+200C and U+200D join and part letters in Persian, Arabic and Indian scripts: they stay.
HARMLESS_FORMATS = {"\u200c", "\u200d"}


def clean_name(name):
    """The last part of a path, composed, without what cannot be seen; never empty, never hidden."""
    name = unicodedata.normalize("NFC", str(name)).replace("\\", "/").rsplit("/", 1)[-1]
    name = "".join(character for character in name if _is_visible(character))
    name = re.sub(r'[<>:"|?*]', "_", re.sub(r"\s+", " ", name)).strip(" .")
    return _shortened(name) or "file"


def _is_visible(character):
    if character.isspace():
        return True
    return unicodedata.category(character)[0] != "C" or character in HARMLESS_FORMATS


def _shortened(name):
    if len(name) <= LONGEST:
        return name
    ending = PurePosixPath(name).suffix[:10]
    return name[: LONGEST - len(ending)].rstrip() + ending


def disposition(name, inline=False):
    """Content-Disposition with the name in any script (RFC 6266), and in ASCII for old programs."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    plain = re.sub(r'["\\]', "_", plain).strip()
    if not plain or plain.startswith("."):
        plain = "file" + PurePosixPath(name).suffix.encode("ascii", "ignore").decode()
    kind = "inline" if inline else "attachment"
    return f"{kind}; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
