"""What a person typed, as questions to the index: one per language, because each has its own word forms."""

import re
from dataclasses import dataclass, field

from django.db import connection

from core import languages
from core.search.synonyms import units_of
from core.search.words import HAN

LONGEST = 200
MOST_WORDS = 20
# "an exact phrase", in the quotation marks of the six languages; or a word; a minus before either leaves it out.
PART = re.compile(
    r'(?<!\S)(-?)(?:["“”„«「『]([^"“”«»「」『』]+)["“”»」』]|([^\s"“”„«»「」『』]+))|([^\s"“”„«»「」『』]+)'
)
HAN_RUN = re.compile(f"[{HAN}]+")


@dataclass
class Question:
    """`asked` is {language: tsquery as text} of the languages in which the words can be asked at all, `some` the same
    for each of the words; `beginning` a tsquery for titles with all the words, the last of them perhaps unfinished.

    `units` are the words with what else they may be called ({language: [Unit]}), `lines` the whole text and its other
    names as they would be a whole title.
    """

    text: str
    words: list = field(default_factory=list)
    phrases: list = field(default_factory=list)
    without: list = field(default_factory=list)
    units: dict = field(default_factory=dict)
    folded: str = ""
    beginning: str = ""
    asked: dict = field(default_factory=dict)
    some: dict = field(default_factory=dict)

    def __bool__(self):
        return bool(self.asked)

    @property
    def terms(self):
        """What can be shown in a text that was found."""
        return [*self.words, *self.phrases, *dict.fromkeys(way.text for unit in self._all_units() for way in unit.ways)]

    @property
    def lines(self):
        alone = [units[0] for units in self.units.values() if len(units) == 1 and not self.phrases]
        return list(dict.fromkeys([self.folded, *(way.folded for unit in alone for way in unit.ways)]))

    @property
    def begun(self):
        """{language: tsquery} of the titles that have what was typed so far, or have it under another name."""
        named = {code for code, units in self.units.items() if any(unit.ways for unit in units)} & self.asked.keys()
        return {
            code: f"({self.beginning}) | ({self.asked[code]})" if code in named else self.beginning
            for code in languages.CODES
        }

    @property
    def known(self):
        """Typed words that have other names: no near miss is looked for."""
        return {word for unit in self._all_units() if unit.ways for word in unit.words}

    def _all_units(self):
        return (unit for units in self.units.values() for unit in units)


def ask(text, is_relaxed=False):
    """The Question of a text. `is_relaxed`: any of the words is enough."""
    question = read(text)
    if question.words or question.phrases:
        if is_relaxed:
            question.words = [part for word in question.words for part in _pairs(word)]
        _translate(question, is_relaxed)
    return question


def _pairs(word):
    """Of Chinese any two neighbours are enough: nobody knows where the words of a run end."""
    return [word[at : at + 2] for at in range(len(word) - 1)] if len(word) > 3 and HAN_RUN.fullmatch(word) else [word]


def read(text):
    text = text.replace("\x00", " ").strip()[:LONGEST]
    question = Question(text)
    for minus, phrase, word, rest in list(PART.findall(text))[:MOST_WORDS]:
        if minus:
            question.without.append(phrase or word)
        elif phrase:
            question.phrases.append(phrase)
        else:
            question.words += _apart(word or rest)
    return question


def _apart(word):
    """Chinese and other letters in one word are asked for one by one."""
    return [part for part in re.split(f"([{HAN}]+)", word) if part]


def _translate(question, is_relaxed):
    """The database knows the word forms; words of which nothing is left by folding (marks, signs) ask for nothing."""
    question.units = units_of(question.words)
    typed = [question.phrases, question.without]
    rows = ", ".join(["(%s, %s::text[])"] * len(languages.CODES))
    params = [value for code in languages.CODES for value in (code, [str(unit) for unit in question.units[code]])]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT code, search_query(code, units, %s, %s, %s)::text, search_some(code, units, %s, %s)::text[],"
            f" search_fold(%s), search_beginning(%s, %s)::text FROM (VALUES {rows}) AS c (code, units)",
            [*typed, is_relaxed, *typed, question.text, _unfinished(question.words), question.phrases, *params],
        )
        for code, query, some, question.folded, question.beginning in cursor.fetchall():
            if query:
                question.asked[code] = query
                question.some[code] = some if is_relaxed else [query]


def _unfinished(words):
    """INI-0 is the beginning of INI-012, whose number is held as 12."""
    return [*words[:-1], *(re.sub(r"(?<!\d)0+$", "", word) for word in words[-1:])]
