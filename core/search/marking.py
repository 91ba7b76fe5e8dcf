"""Texts that were found, with the words that were asked for marked in them: in the original letters, escaped."""

import re
from dataclasses import dataclass

from django.db import connection
from django.utils.html import escape, format_html_join
from django.utils.safestring import mark_safe

from core.search.questions import HAN_RUN
from core.search.texts import PROSE, SOURCES
from core.search.words import may_be_form_of, words

SNIPPET = 230
LEAD = 50
# Of a very long text only its beginning is marked: the rest would cost more than it tells.
LONGEST = 100_000


@dataclass
class Marker:
    """`runs` are Chinese runs, `sequences` codes and phrases of several words, `forms` {language: words in the texts
    that are a form of a word asked for}."""

    runs: list
    sequences: list
    forms: dict

    def title(self, entry):
        return _marked(entry.title, self.spans(entry.title, entry.language), 0, len(entry.title))

    def snippet(self, entry):
        """The part of the summary where most of what was asked stands together, or else the facts or the part of a
        longer text that have it.

        Where the title says it already, the summary tells more than a list of facts.
        """
        summary = self.spans(entry.summary, entry.language)
        if summary or (entry.summary and self.spans(entry.title, entry.language)):
            return _window(entry.summary, summary)
        facts, _mark, prose = entry.body[:LONGEST].partition(SOURCES)[0].partition(PROSE)
        if entry.part:
            facts, prose = "", facts
        return self._facts(facts, entry.language) or self._prose(prose, entry.language) or _window(entry.summary, [])

    def _facts(self, text, language):
        """The fewest of the lines that have what was asked, each once."""
        found = [(line, self.spans(line, language)) for line in dict.fromkeys(text.split("\n"))]
        shown, told, length = [], set(), 0
        for line, spans in sorted(found, key=lambda pair: -len(_told(*pair))):
            if _told(line, spans) - told and length < SNIPPET:
                told |= _told(line, spans)
                shown.append(_window(line, spans))
                length += len(line)
        return format_html_join(" · ", "{}", ((part,) for part in shown))

    def _prose(self, text, language):
        spans = self.spans(text, language)
        return _window(text, spans) if spans else ""

    def spans(self, text, language):
        """[(start, end)] in the text, in order and apart."""
        found = [match.span() for run in self.runs for match in re.finditer(re.escape(run), text)]
        there = words(text)
        forms = self.forms.get(language, ())
        found += [(word.start, word.end) for word in there if word.folded in forms]
        for sequence in self.sequences:
            found += _sequences(there, sequence)
        return _apart(sorted(found))


def marker(question, entries):
    """The Marker for the entries of one page: one question to the database for all of them."""
    singles, sequences = set(), []
    for term in question.terms:
        folded = [word.folded for word in words(term)]
        if len(folded) > 1:
            sequences.append(folded)
        singles.update(folded if len(folded) == 1 else [])
    runs = [run for term in question.terms for run in HAN_RUN.findall(term)]
    return Marker(_with_pairs(runs, entries), sequences, _forms(singles, entries))


def _with_pairs(runs, entries):
    """A run that stands nowhere as a whole was found by its pairs."""
    texts = [text for entry in entries for text in (entry.title, entry.names, entry.summary, entry.body)]
    shown = []
    for run in runs:
        whole = len(run) < 3 or any(run in text for text in texts)
        shown += [run] if whole else [run[at : at + 2] for at in range(len(run) - 1)]
    return shown


def _forms(singles, entries):
    candidates = {
        (entry.language, word.folded)
        for entry in entries
        for text in (entry.title, entry.names, entry.summary, entry.body[:LONGEST])
        for word in words(text)
        for single in singles
        if may_be_form_of(word.folded, single)
    }
    if not candidates:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.language, c.word FROM unnest(%s::text[], %s::text[]) AS c (language, word)"
            " WHERE search_vector(c.language, c.word) @@ search_query(c.language, %s, '{}', '{}', true)",
            [*map(list, zip(*sorted(candidates), strict=True)), sorted(singles)],
        )
        forms = {}
        for language, word in cursor.fetchall():
            forms.setdefault(language, set()).add(word)
        return forms


def _told(line, spans):
    return {line[start:end].lower() for start, end in spans}


def _sequences(there, sequence):
    length = len(sequence)
    return [
        (there[at].start, there[at + length - 1].end)
        for at in range(len(there) - length + 1)
        if [word.folded for word in there[at : at + length]] == sequence
    ]


def _apart(spans):
    """Spans that overlap become one."""
    apart = []
    for start, end in spans:
        if apart and start <= apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return apart


def _window(text, spans):
    if len(text) <= SNIPPET:
        return _marked(text, spans, 0, len(text))
    best = max(spans, key=lambda span: _different(text, spans, span[0]), default=(0, 0))
    begin = _word_start(text, max(0, min(best[0] - LEAD, len(text) - SNIPPET)))
    end = begin + SNIPPET
    if end < len(text):
        # Not in the middle of a word; Chinese has no spaces to look for.
        end = max(text.rfind(" ", begin, end), begin + SNIPPET - 20)
    before, after = "… " if begin else "", " …" if end < len(text) else ""
    return mark_safe(before + _marked(text, spans, begin, end) + after)  # parts are escaped


def _different(text, spans, begin):
    return len({text[start:end].lower() for start, end in spans if begin <= start and end <= begin + SNIPPET - LEAD})


def _word_start(text, begin):
    space = text.find(" ", begin, begin + 20) if begin else -1
    return space + 1 if space >= 0 else begin


def _marked(text, spans, begin, end):
    html, at = "", begin
    for start, stop in spans:
        if start < at or stop > end:
            continue
        html += f"{escape(text[at:start])}<mark>{escape(text[start:stop])}</mark>"
        at = stop
    # The lines of a body are texts of several fields.
    return mark_safe((html + escape(text[at:end])).replace("\n", " · "))  # parts are escaped
