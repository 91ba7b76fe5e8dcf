"""What the search page shows of the records that were found, and what type-ahead offers."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.utils.html import format_html
from django.utils.translation import gettext as _

from core import languages
from core.search.finding import Found, begun, find
from core.search.kinds import kinds
from core.search.marking import marker
from core.search.near_misses import did_you_mean
from core.search.questions import HAN_RUN, ask

# A reader is told what not everybody can see, or what is no longer current.
TOLD_STATES = {"draft", "submitted", "returned", "archived", "cancelled"}
SHORTEST_BEGINNING = 2


@dataclass
class Row:
    """One record. `title` and `snippet` are HTML with the words marked, in the language in which they were found."""

    kind: object
    url: str
    title: str
    snippet: str
    where: object
    badges: list


@dataclass
class Results:
    """`chosen` is the key of a kind; `unknown` one that does not exist, for which nothing is shown.

    `is_relaxed`: no record has all the words, and those with some of them are shown.
    """

    found: Found
    chosen: str = ""
    unknown: str = ""
    did_you_mean: str = ""
    is_relaxed: bool = False
    rows: list = field(default_factory=list)

    @property
    def kinds(self):
        """[(kind, number of records)] of those in which something was found, and of the chosen one."""
        counts = self.found.counts
        return [(kind, counts.get(key, 0)) for key, kind in kinds().items() if key in counts or key == self.chosen]

    @property
    def chosen_kind(self):
        return kinds().get(self.chosen)


def look(user, text, chosen, page):
    question = ask(text)
    if chosen and chosen not in kinds():
        return Results(Found(), unknown=chosen)
    results = Results(find(user, question, chosen, page), chosen)
    if question and not results.found.total:
        results.did_you_mean = did_you_mean(user, question)
        question = ask(text, is_relaxed=True)
        results.found = find(user, question, chosen, page)
        results.is_relaxed = bool(results.found.total)
    results.rows = _rows(user, question, results.found.entries)
    return results


def suggest(user, text):
    """[{title, lang, dir, url, kind}] of records whose title or code has what was typed so far."""
    text = text.strip()
    if len(text) < SHORTEST_BEGINNING and not HAN_RUN.fullmatch(text):
        return []
    entries = begun(user, text)
    records = _records(user, entries)
    return [
        _suggestion(kinds()[entry.kind], entry, records[entry.kind, entry.object_id])
        for entry in entries
        if (entry.kind, entry.object_id) in records
    ]


def _rows(user, question, entries):
    """The records are loaded kind by kind, again by what the user may see."""
    marks = marker(question, entries)
    records = _records(user, entries)
    return [
        _row(kinds()[entry.kind], entry, records[entry.kind, entry.object_id], marks)
        for entry in entries
        if (entry.kind, entry.object_id) in records
    ]


def _records(user, entries):
    ids = defaultdict(list)
    for entry in entries:
        ids[entry.kind].append(entry.object_id)
    return {(key, pk): record for key, wanted in ids.items() for pk, record in kinds()[key].load(user, wanted).items()}


def _row(kind, entry, record, marks):
    language = languages.BY_CODE[entry.language]
    state = getattr(record, "state", "")
    badges = [state] if state in TOLD_STATES else []
    if getattr(record, "is_demo", False):
        badges.append("demo")
    snippet = marks.snippet(entry)
    return Row(
        kind=kind,
        url=kind.url(record),
        title=_title(kind, entry, record, marks, language),
        snippet=languages.mark(snippet, language) if snippet else "",
        where=kind.where(record),
        badges=badges,
    )


def _title(kind, entry, record, marks, language):
    if not entry.title:
        return kind.heading(record)
    title = languages.mark(marks.title(entry), language)
    if language == languages.current():
        return title
    note = _("(in {language})").format(language=language.name)
    return format_html('{} <small class="ia-langnote">{}</small>', title, note)


def _suggestion(kind, entry, record):
    text, language = entry.title, languages.BY_CODE[entry.language]
    if not text:
        text, language = str(kind.heading(record)), languages.current()
    return {
        "title": text,
        "lang": language.html,
        "dir": language.direction,
        "url": kind.url(record),
        "kind": str(kind.label),
    }
