"""Words of a text where they stand, folded roughly as the database folds them: for marking what was found.

Which word is a form of which is the database's to say; here only candidates are chosen.
"""

import re
import unicodedata
from dataclasses import dataclass

HAN = r"\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
MARKS = r"\u0300-\u036f\u0640\u064b-\u065f\u0670\u06d6-\u06ed"
WORD = re.compile(rf"\d+|(?:[^\W\d_{HAN}][{MARKS}]*)+")
LETTERS = str.maketrans("أإآٱىیئؤکةەہё", "اااايييوكهههе")
DROPPED = re.compile(f"[{MARKS}]")
ARTICLE = re.compile(r"^[وف]?(?:ال|بال|كال|لل)(?=\w{3})")


@dataclass(frozen=True)
class Word:
    start: int
    end: int
    folded: str


def fold(word):
    plain = unicodedata.normalize("NFKC", word).lower().translate(LETTERS)
    plain = "".join(unicodedata.normalize("NFD", letter) if _is_latin(letter) else letter for letter in plain)
    plain = DROPPED.sub("", plain).replace("œ", "oe").replace("æ", "ae").replace("ß", "ss")
    return _number(plain) if plain.isdecimal() else plain


def _number(digits):
    """012 and ٠١٢ are 12. Digit by digit, because a text may hold a number that is too long to be one."""
    return "".join(str(unicodedata.decimal(digit)) for digit in digits).lstrip("0") or "0"


def _is_latin(letter):
    """These alone lose their marks: of Cyrillic, й is a letter of its own and not an и."""
    return letter < "\u0370" or "\u1e00" <= letter < "\u1f00"


def words(text):
    return [Word(found.start(), found.end(), fold(found.group())) for found in WORD.finditer(text)]


def without_article(folded):
    return ARTICLE.sub("", folded)


def may_be_form_of(word, term):
    """Forms of one word begin alike, in all of our languages that have forms; Arabic ones after the article."""
    word, term = without_article(word), without_article(term)
    length = min(3, len(term))
    return word[:length] == term[:length]
