"""Two texts side by side, with the words marked in which they differ."""

import re
from difflib import SequenceMatcher

from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

# Scripts written without spaces are compared character by character.
IDEOGRAPHS = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
MARKS = "\u0300-\u036f\u064b-\u065f\u0670"
TOKENS = re.compile(rf"\s+|[{IDEOGRAPHS}]|(?:(?![{IDEOGRAPHS}])\w[{MARKS}]*)+|[^\s\w]")
# Comparing takes the product of both lengths: beyond this the middle is marked as a whole.
MOST_WORK = 4_000_000


def side_by_side(stored, typed):
    """(stored, typed) as HTML: <del> around what only the stored text has, <ins> around what only the typed one has."""
    old, new = TOKENS.findall(stored), TOKENS.findall(typed)
    left, right = [], []
    for same, old_words, new_words in runs(old, new):
        left.append(_marked("", old_words) if same else _marked("del", old_words))
        right.append(_marked("", new_words) if same else _marked("ins", new_words))
    return mark_safe("".join(left)), mark_safe("".join(right))


def runs(old, new):
    """[(are they the same?, words of the old, words of the new)]"""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    yield True, old[:start], new[:start]
    yield from _middle(old[start : len(old) - end], new[start : len(new) - end])
    yield True, old[len(old) - end :], new[len(new) - end :]


def _middle(old, new):
    if len(old) * len(new) > MOST_WORK:
        yield False, old, new
        return
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield kind == "equal", old[i1:i2], new[j1:j2]


def _marked(tag, words):
    """Escaped, with its line breaks; a mark is put around each line alone, because it cannot contain a break."""
    text = "".join(words)
    if not text:
        return ""
    lines = [format_html("<{0}>{1}</{0}>", tag, line) if tag and line else line for line in text.split("\n")]
    return format_html_join(mark_safe("<br>"), "{}", ((line,) for line in lines))
