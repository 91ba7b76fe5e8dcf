"""Texts that were pasted from a word processor: what cannot be read goes, what was meant stays."""

import re
import unicodedata

# Word writes bullets as letters of its own fonts, of the private area, or as a lone "o" before a tab.
BULLETS = "\u2022\u00b7\u25cf\u25aa\u25e6\u2023\u2043\uf0a7\uf0b7\uf0d8\uf076\uf0fc"
BULLET = re.compile(rf"^[ \t]*(?:[{BULLETS}]|[o§](?=\t))[ \t\xa0]*")
BREAKS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# Soft hyphens, breaks of no width and marks of a file; the joiners of emoji and of Arabic letters stay.
UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff\ufffc"))
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
PRIVATE = re.compile("[\ue000-\uf8ff]")
EMPTY_LINES = re.compile(r"\n{3,}")


def tidy(text):
    """The text with one kind of line break and of bullet, without what is not seen. Quotation marks stay as typed.

    Applied twice it changes nothing more.
    """
    text = unicodedata.normalize("NFC", BREAKS.sub("\n", text).translate(UNSEEN))
    text = CONTROLS.sub("", text)
    lines = [_tidy_line(line) for line in text.split("\n")]
    return EMPTY_LINES.sub("\n\n", "\n".join(lines)).strip()


def _tidy_line(line):
    line = BULLET.sub("• ", line)
    return PRIVATE.sub("", line.replace("\t", " ")).rstrip()
