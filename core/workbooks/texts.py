"""Texts as they come out of cells: without what nobody sees and nobody typed on purpose."""

import re
import unicodedata

# Carriage returns as XLSX writes them, and as they are.
RETURNS = re.compile(r"_x000[Dd]_\n?|\r\n?")
# Of no width, or only saying a direction. At the ends of a text they came along with copying.
UNSEEN = "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
EDGES = UNSEEN + " \t\n\r\v\f\u00a0\u2007\u202f\u3000"


def clean(text):
    """As a person means it: composed letters, plain line ends, nothing unseen at its ends."""
    return RETURNS.sub("\n", unicodedata.normalize("NFC", text)).strip(EDGES)


def comparable(text):
    """By which two labels or codes are the same, whatever their case, width, spaces and unseen marks."""
    text = unicodedata.normalize("NFKC", text).translate(dict.fromkeys(map(ord, UNSEEN)))
    return " ".join(text.casefold().split())
