"""Other words for the same thing: names of countries that the United Nations do not use, and terms of the field.

They are only searched with, never shown. core/data/country_names.json has the names, by ISO alpha-3 and language;
whichever of them or of the names on our pages is typed, the others are asked too. core/data/search_synonyms.json has
groups of terms that mean the same in a language. Whoever adds a line there changes what the next search finds.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.db import connection

from core import languages
from core.loading import read
from core.search.words import HAN

DATA = Path(__file__).parent.parent / "data"
IN_BRACKETS = re.compile(r"\s*[(（][^)）]*[)）]")
HAN_WORD = re.compile(f"[{HAN}]+")
# Words, stop words included, of the longest term that is looked for.
LONGEST = 12


@dataclass(frozen=True)
class Way:
    """One of the ways to say a thing, and its folded form."""

    text: str
    folded: str


def units_of(typed):
    """{language code: [Unit]}: the typed words, with all that may stand for them."""
    stems = _stems([(code, word) for code in languages.CODES for word in typed])
    of_word = {code: [next(stems)[0] for _word in typed] for code in languages.CODES}
    return {code: _units(_groups()[code], typed, of_word[code]) for code in languages.CODES}


@dataclass
class Unit:
    """Typed words that belong together, and the other Ways to say them."""

    words: list
    ways: list

    def __str__(self):
        """As search_query() reads it: a line for each way, the typed one first."""
        return "\n".join([" ".join(self.words), *(way.text for way in self.ways)])


def _units(groups, typed, stems):
    units = []
    while typed:
        length, ways = _longest(groups, stems)
        if HAN_WORD.fullmatch(typed[0]):
            ways = _han_ways(groups, typed[0])
        units.append(Unit(typed[:length], ways))
        typed, stems = typed[length:], stems[length:]
    return units


def _longest(groups, stems):
    """(number of words, other Ways) of the longest term that the words begin with; stop words have no stem."""
    for length in range(min(len(stems), LONGEST), 0, -1):
        key = tuple(stem for word in stems[:length] for stem in word)
        if stems[0] and stems[length - 1] and key in groups.ways:
            return length, groups.ways[key]
    return 1, []


def _han_ways(groups, run):
    """The run with the longest term in it replaced: nobody knows where the words of a run end."""
    term = max((term for term in groups.han if term in run), key=len, default="")
    return [Way(text, text) for text in (run.replace(term, other) for other in groups.han.get(term, []))]


class Groups:
    """Of one language: {stems of a term: other Ways to say it}, and {Chinese term: others}."""

    def __init__(self):
        self.ways, self.han = {}, {}

    def add(self, terms):
        """[(stems, Way)] that mean the same."""
        for stems, way in terms:
            others = [other for _stems, other in terms if other != way]
            if HAN_WORD.fullmatch(way.text):
                self.han.setdefault(way.text, []).extend(other.text for other in others)
            elif stems:
                known = self.ways.setdefault(tuple(stems), [])
                known += [other for other in others if other not in known]


@cache
def _groups():
    """{language code: Groups}; the database makes the stems, once in a process."""
    terms = [(code, term) for code in languages.CODES for group in _terms(code) for term in group]
    stems = _stems(terms)
    groups = {code: Groups() for code in languages.CODES}
    for code in languages.CODES:
        for group in _terms(code):
            folded = [next(stems) for _term in group]
            groups[code].add([(of, Way(term, plain)) for term, (of, plain) in zip(group, folded, strict=True)])
    return groups


def _terms(code):
    """Groups of terms of one language that mean the same: names of countries, and the field's."""
    key = code.replace("-", "_")
    others = read(DATA / "country_names.json")
    groups = read(DATA / "search_synonyms.json")[key]
    for country in read(DATA / "countries.json"):
        name = country["name"][key]
        names = [name, IN_BRACKETS.sub("", name), *others.get(country["iso3"], {}).get(key, [])]
        groups.append(list(dict.fromkeys(names)))
    return [group for group in groups if len(group) > 1]


def _stems(terms):
    """An iterator over (stems, folded text) of each (language code, text)."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT search_stems(t.code, t.text), search_fold(t.text)"
            " FROM unnest(%s::text[], %s::text[]) WITH ORDINALITY AS t (code, text, number) ORDER BY t.number",
            [[code for code, _text in terms], [text for _code, text in terms]],
        )
        return iter(cursor.fetchall())
