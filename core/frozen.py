"""Texts of a record as plain data, in all six languages: what a snapshot keeps, and how it is read again.

A frozen text is {"texts": {language: text}, "original": language}, with "working" for the languages whose text is a
working translation.
"""

from dataclasses import dataclass

from core import languages
from core.languages import Language
from core.saving.words import side_by_side


@dataclass(frozen=True)
class Passage:
    """A text and the language in which the reader gets it."""

    text: str
    language: Language
    is_working: bool = False

    def __str__(self):
        return self.text

    def __bool__(self):
        return bool(self.text)

    @property
    def marked(self):
        """For a template: carries `lang` and `dir` where it is not the reader's language."""
        return languages.mark(self.text, self.language)

    @property
    def is_foreign(self):
        return self.language != languages.current()

    @property
    def lines(self):
        """Its paragraphs, without empty ones."""
        return [line for line in self.text.replace("\r\n", "\n").split("\n") if line.strip()]


def freeze(record, field):
    """A translated field as plain data; None where it has no text in any language."""
    texts = {code: text for code in languages.CODES if (text := getattr(record, languages.column(field, code)))}
    if not texts:
        return None
    frozen = {"texts": texts, "original": getattr(record, "original_language", languages.DEFAULT)}
    working = [code for code in getattr(record, "working_translations", None) or () if code in texts]
    return frozen | {"working": working} if working else frozen


def passage(frozen):
    """The text for a reader of the active language; empty where there is none."""
    frozen = frozen or {}
    texts = frozen.get("texts", {})
    for code in languages.reading_order(languages.current().code, frozen.get("original", "")):
        if found := texts.get(code):
            return Passage(found, languages.BY_CODE[code], code in frozen.get("working", ()))
    return Passage("", languages.current())


@dataclass(frozen=True)
class Difference:
    """One text that changed, came or went between two snapshots. `where` says in words which one it is."""

    where: str
    language: Language
    before: str
    after: str

    @property
    def sides(self):
        return side_by_side(self.before, self.after)


def differences(old, new):
    """[Difference] in the order of the newer one. Each side is {key: (where it stands in words, text, language)}."""
    found = []
    for key in [*new, *(key for key in old if key not in new)]:
        where, _text, language = new.get(key) or old[key]
        before = old[key][1] if key in old else ""
        after = new[key][1] if key in new else ""
        if before != after:
            # A text that went is read in the language that it had.
            found.append(Difference(where, language if after else old[key][2], before, after))
    return found
