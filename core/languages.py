"""The six languages of the portal (declared in language_codes.py) and how a reader gets a text in them."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.translation import get_language
from modeltranslation.utils import build_localized_fieldname

from core import language_codes


@dataclass(frozen=True)
class Language:
    """One language: Django's code, the tag for HTML, its name in itself and its direction."""

    code: str
    html: str
    name: str
    direction: str


LANGUAGES = tuple(Language(*row) for row in language_codes.LANGUAGES)
BY_CODE = {language.code: language for language in LANGUAGES}
CODES = tuple(BY_CODE)
DEFAULT = language_codes.DEFAULT_CODE
FALLBACKS = language_codes.FALLBACK_CODES


def choices():
    return [(language.code, language.name) for language in LANGUAGES]


def current():
    """The active Language; the default one where the active code is not ours."""
    return BY_CODE.get(get_language() or DEFAULT, BY_CODE[DEFAULT])


def column(field, code):
    """The database column of a translated field: column("title", "zh-hans") -> "title_zh_hans"."""
    return build_localized_fieldname(field, code)


def columns(*fields):
    """All language columns of the given translated fields, in the order of LANGUAGES."""
    return [column(field, code) for field in fields for code in CODES]


def reading_order(code, original=""):
    """Codes in the order in which a reader of `code` is offered a text: own, English, French, original, any."""
    return list(dict.fromkeys([code, *FALLBACKS, *([original] if original else []), *CODES]))


def shown(record, field, code=None):
    """(text, Language) of a translated field for a reader of `code`; ("", current language) where no text exists.

    Reads the columns themselves: modeltranslation's virtual attribute costs a hundred times as much.
    """
    code = code or current().code
    for candidate in reading_order(code, getattr(record, "original_language", "")):
        text = record.__dict__.get(column(field, candidate))
        if text is None and column(field, candidate) not in record.__dict__:
            text = getattr(record, column(field, candidate))
        if text:
            return text, BY_CODE[candidate]
    return "", BY_CODE[code]


def original(record, field):
    """The text in the language in which the record was written."""
    return getattr(record, column(field, record.original_language)) or ""


def text_of(record, field):
    """The text alone, where its language cannot be marked (page titles, mail subjects, choices)."""
    return shown(record, field)[0]


def marked(record, *fields):
    """The first of the fields that has a text, as HTML that carries `lang` and `dir` where it is not the reader's."""
    for field in fields:
        text, language = shown(record, field)
        if text:
            return mark(text, language)
    return ""


def mark(text, language):
    if language == current():
        return text
    return format_html('<span lang="{}" dir="{}">{}</span>', language.html, language.direction, text)
