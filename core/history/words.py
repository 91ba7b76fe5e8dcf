"""What differs between an earlier and a later text, in one piece, as HTML that can also be heard."""

from django.utils.html import format_html, format_html_join
from django.utils.translation import pgettext

from core import languages
from core.saving.words import TOKENS, runs

# Of what stayed the same, as many words and spaces as tell where one is.
AROUND = 24


def difference(before, after):
    """HTML with <del> and <ins>; long stretches that stayed the same are cut short."""
    parts = list(_joined(runs(TOKENS.findall(before), TOKENS.findall(after))))
    last = len(parts) - 1
    pieces = [_piece(part, is_first=i == 0, is_last=i == last) for i, part in enumerate(parts)]
    return format_html_join("", "{}", ((piece,) for piece in pieces))


def _joined(found):
    """Changes with nothing but a space between them read better as one."""
    old, new = [], []
    for same, old_words, new_words in found:
        if not same or (old_words and old and new and not "".join(old_words).strip()):
            old, new = old + old_words, new + new_words
        elif old_words:
            if old or new:
                yield old, new
            yield old_words
            old, new = [], []
    if old or new:
        yield old, new


def _piece(part, is_first, is_last):
    if isinstance(part, list):
        return _shortened(part, is_first, is_last)
    old, new = ("".join(words) for words in part)
    return format_html("{}{}", removed(old) if old else "", added(new) if new else "")


def _shortened(words, is_first, is_last):
    """The begin and the end of what stayed the same; at the edges of a text only the side next to a change."""
    if len(words) <= 3 * AROUND:
        return "".join(words)
    begin = "" if is_first else "".join(words[:AROUND]) + " "
    end = "" if is_last else " " + "".join(words[-AROUND:])
    return f"{begin}…{end}"


def removed(text):
    """With a word for those who hear the page: a screen reader says nothing of <del> by itself."""
    return _marked("del", pgettext("before a text that is no longer there", "removed:"), text)


def added(text):
    return _marked("ins", pgettext("before a text that is new", "added:"), text)


def _marked(tag, word, text):
    # <bdi>, because the direction of a text is found by its first letter, and that is not one of this word.
    language = languages.current().html
    html = '<{}><bdi class="visually-hidden" lang="{}"> {} </bdi>{}</{}>'
    return format_html(html, tag, language, word, text, tag)
