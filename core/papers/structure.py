"""A paper as plain structure, in the language that is active while it is built.

It says what stands there, not how it looks: headings, paragraphs, facts, lists and tables of runs of text. A run or a
paragraph that is not in the language of the paper names its own, so that every form of the paper sets its direction.
"""

from dataclasses import dataclass

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from core import dates, languages
from core.languages import Language


@dataclass(frozen=True)
class Run:
    """Words in one language and of one look: "", "strong", "quiet", or "code" for a symbol that is read left to right.
    "endnote" is a reference: its text is the number of one of the notes of the paper.

    `href` is a whole address: a paper is read far from the portal.
    """

    text: str
    language: Language | None = None
    style: str = ""
    href: str = ""


@dataclass(frozen=True)
class Heading:
    """Level 1 is the highest under the title of the paper. `anchor` is what the table of contents leads to."""

    runs: tuple
    level: int = 1
    anchor: str = ""


@dataclass(frozen=True)
class Paragraph:
    """`language` where the whole paragraph is in another one than the paper: its direction follows."""

    runs: tuple
    language: Language | None = None
    style: str = ""


@dataclass(frozen=True)
class Listing:
    """Each item is a tuple of runs."""

    items: tuple


@dataclass(frozen=True)
class Facts:
    """Rows of (label, runs)."""

    rows: tuple


@dataclass(frozen=True)
class Table:
    """Cells are tuples of runs; the first of a row names it. No caption where the heading before it says the same."""

    caption: str
    head: tuple
    rows: tuple


@dataclass(frozen=True)
class Bars:
    """Rows of (runs, bar as SVG): drawn in the PDF. A table beside it holds the same figures, so Word leaves it out."""

    rows: tuple


@dataclass(frozen=True)
class Contents:
    """The table of contents: the headings that have an anchor. Word makes its own from the headings."""

    title: str
    headings: tuple


@dataclass(frozen=True)
class Paper:
    """`kind` says what it is (Agenda), `level` for whom, where not for everybody. `foot` stands at its end.

    `notes` are the endnotes, each a tuple of runs; a Run of the style "endnote" names one by its number.
    """

    kind: str
    title: tuple
    language: Language
    symbol: str = ""
    level: str = ""
    facts: Facts = Facts(())
    blocks: tuple = ()
    foot: tuple = ()
    address: str = ""
    notes: tuple = ()

    @property
    def name(self):
        return f"{self.kind}: {text_of(self.title)}"


def text_of(runs):
    return "".join(run.text for run in runs)


def foreign(language):
    """The language where it is not the paper's own, which needs no mark."""
    return None if language == languages.current() else language


def note_on(record, language):
    """What a reader must know of a text: that it is in another language, or a translation that nobody has reviewed."""
    if foreign(language):
        return _("(in {language})").format(language=language.name)
    if language.code in (getattr(record, "working_translations", None) or ()):
        return _("(working translation)")
    return ""


def inline(record, field, style="", href=""):
    """A short text of a record as runs, with its note; nothing where there is no text."""
    text, language = languages.shown(record, field)
    if not text:
        return ()
    note = note_on(record, language)
    said = Run(text, foreign(language), style, href)
    return (said, Run(f" {note}", style="quiet")) if note else (said,)


def paragraphs(record, field):
    """A longer text as a list of paragraphs. The note stands before it, or a reader would meet it too late."""
    text, language = languages.shown(record, field)
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    note = note_on(record, language) if lines else ""
    noted = [Paragraph((Run(note, style="quiet"),))] if note else []
    return noted + [Paragraph((Run(line),), foreign(language)) for line in lines]


def joined(parts, separator=" · "):
    """Tuples of runs in one line. A dot reads the same in all languages, which have commas of their own."""
    runs = []
    for part in parts:
        if part:
            runs += [Run(separator)] * bool(runs) + list(part)
    return tuple(runs)


def address(path):
    """A whole address of a page of the portal."""
    return f"{settings.SITE_URL}{path}"


def printed_note(path, person=None, about=""):
    """The foot of a paper: when it was printed and from where, and for whom where it holds what that person sees.
    `about` stands before it."""
    words, page = _("Printed on {day}."), address(path)
    values = {"day": dates.day(timezone.localdate())}
    if person is not None and person.is_authenticated:
        words = _("Printed on {day} for {person}.")
        values["person"] = person.full_name or person.email
    note = Paragraph((Run(f"{words.format(**values)} "), Run(page, style="code", href=page)))
    return (Paragraph((Run(about),)), note) if about else (note,)
