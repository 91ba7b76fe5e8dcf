"""What a person typed, as questions to the index: one per language, because each has its own word forms."""

import re
from dataclasses import dataclass, field

from django.db import connection

from core import languages
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
    """`asked` is {language: tsquery as text} of the languages in which the words can be asked at all; `beginning` a
    tsquery for titles that have all the words, the last of them perhaps unfinished."""

    text: str
    words: list = field(default_factory=list)
    phrases: list = field(default_factory=list)
    without: list = field(default_factory=list)
    folded: str = ""
    beginning: str = ""
    asked: dict = field(default_factory=dict)

    def __bool__(self):
        return bool(self.asked)

    @property
    def terms(self):
        """What can be shown in a text that was found."""
        return [*self.words, *self.phrases]


def ask(text, is_relaxed=False):
    """The Question of a text. `is_relaxed`: any of the words is enough."""
    question = read(text)
    if question.words or question.phrases:
        _translate(question, is_relaxed)
    return question


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
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT code, search_query(code, %s, %s, %s, %s)::text, search_fold(%s), search_beginning(%s, %s)::text"
            " FROM unnest(%s::text[]) AS code",
            [
                question.words,
                question.phrases,
                question.without,
                is_relaxed,
                question.text,
                _unfinished(question.words),
                question.phrases,
                list(languages.CODES),
            ],
        )
        for code, query, question.folded, question.beginning in cursor.fetchall():
            if query:
                question.asked[code] = query


def _unfinished(words):
    """INI-0 is the beginning of INI-012, whose number is held as 12."""
    return [*words[:-1], *(re.sub(r"(?<!\d)0+$", "", word) for word in words[-1:])]
