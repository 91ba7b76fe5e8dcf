"""Numbers as people type them in six languages: 1 234,5 / 1,234.5 / ١٢٣٤ / 81 %.

What was understood is always shown back, because 1,234 is a thousand for one reader and one and a bit for another.
"""

import re
import unicodedata
from decimal import Decimal

from django.utils import numberformat
from django.utils.formats import get_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from core import languages

# What JSON keeps exactly: a float holds fifteen digits.
MAX_DIGITS = 15
MAX_DECIMALS = 4

POINTS = ".．"
COMMAS = ",，、،"  # Latin, full-width, Chinese, Arabic
ARABIC_DECIMAL, ARABIC_THOUSANDS = "٫", "٬"
MINUSES = "-−－﹣‐‑–"
PER_CENTS = "%٪％"
APOSTROPHES = "'’ʼ"  # Swiss thousands
SPACES = re.compile(r"\s+")
# Marks that set the direction of text come along when a number is copied from a page in Arabic.
INVISIBLE = dict.fromkeys(
    map(ord, "\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
)
PLAIN = re.compile(r"\d+(\.\d+)?|\.\d+")


class NotANumber(ValueError):
    """The text is no number; the message says so to the person who typed it."""


class TwoReadings(NotANumber):
    """The text is one number or another: 1.234 of a French writer. `readings` are both, the larger first."""

    def __init__(self, typed, readings, language):
        self.readings = readings
        larger, smaller = (show(number, language) for number in readings)
        message = _("“{typed}” can be read in two ways. Did you mean {larger} or {smaller}?")
        super().__init__(message.format(typed=typed, larger=larger, smaller=smaller))


def parse(text, language=None):
    """The Decimal that a writer of `language` means. Raises NotANumber."""
    typed = str(text)
    sign, rest = _sign(_with_plain_digits(typed.translate(INVISIBLE)).strip())
    if _is_ambiguous(rest, language):
        whole, decimals = re.split("[.,]", rest)
        readings = Decimal(sign + whole + decimals), Decimal(f"{sign}{whole}.{decimals}")
        raise TwoReadings(typed, readings, language)
    plain = _without_groups(rest, _decimal_sign(language)) if rest else ""
    if not PLAIN.fullmatch(plain):
        raise NotANumber(_("“{typed}” is not a number. Write it in digits, for example 1234.5.").format(typed=typed))
    number = Decimal(sign + plain)
    whole, _point, decimals = plain.partition(".")
    decimals = decimals.rstrip("0")
    if len(whole.lstrip("0") + decimals[:MAX_DECIMALS]) > MAX_DIGITS:
        raise NotANumber(_("“{typed}” has too many digits.").format(typed=typed))
    if len(decimals) > MAX_DECIMALS:
        raise NotANumber(_("“{typed}” has more than four decimals. Round it.").format(typed=typed))
    return number + 0  # minus zero is zero


def show(number, language=None):
    """The number as the language writes it, digits 0-9, without needless decimals; "" for nothing."""
    if number is None or number == "":
        return ""
    number = Decimal(str(number))
    number = number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()
    with override(language or languages.current().code):
        return number_format(number, force_grouping=True)


def show_plain(number, language=None):
    """In the cells of a table, where 2024 is a year: four digits stay together."""
    if abs(number) >= 10_000:
        return show(number, language)
    return numberformat.format(Decimal(str(number)), _decimal_sign(language), grouping=0, use_l10n=False)


def stored(number):
    """What is kept in JSON: an int where the number is whole, else a float of at most four decimals."""
    return int(number) if number == number.to_integral_value() else float(number)


def _with_plain_digits(text):
    """Digits of every script become 0-9; separators of every script become "." and ","; spaces become one kind."""
    characters = []
    for character in text:
        digit = unicodedata.decimal(character, None)
        if digit is not None:
            characters.append(str(digit))
        elif character in POINTS:
            characters.append(".")
        elif character in COMMAS:
            characters.append(",")
        elif character in APOSTROPHES or character == ARABIC_THOUSANDS:
            characters.append(" ")
        else:
            characters.append(character)
    text = SPACES.sub(" ", "".join(characters)).strip()
    return text.strip(PER_CENTS).strip()


def _sign(text):
    if text[:1] in MINUSES and text:
        return "-", text[1:].strip()
    return "", text[1:].strip() if text[:1] == "+" else text


def _decimal_sign(language):
    with override(language or languages.current().code):
        return get_format("DECIMAL_SEPARATOR")


# Where people write 1,234 for a thousand and some, besides the space or nothing that Django writes.
GROUPING = {"en": ",", "zh-hans": ",", "es": ".", "ar": "."}


def _is_ambiguous(text, language):
    """One separator before exactly three digits, which the language uses for neither thousands nor decimals."""
    if not re.fullmatch(r"[1-9]\d{0,2}[.,]\d{3}", text):
        return False
    code = language or languages.current().code
    return not set(text) & {_decimal_sign(code), GROUPING.get(code)}


def _without_groups(text, decimal_sign):
    """Plain digits with a point before the decimals; something else where the groups are not groups of three."""
    if text.endswith((".", ",", ARABIC_DECIMAL)):
        return "?"  # typing was broken off
    if ARABIC_DECIMAL in text:
        whole, _sign, decimals = text.partition(ARABIC_DECIMAL)
        return _joined(whole, decimals, " ,.")
    points, commas = text.count("."), text.count(",")
    if points and commas:
        decimal = "." if text.rindex(".") > text.rindex(",") else ","
        whole, _sign, decimals = text.rpartition(decimal)
        return _joined(whole, decimals, " ." if decimal == "," else " ,")
    if not points and not commas:
        return _joined(text, "", " ")
    separator = "." if points else ","
    if points + commas > 1:
        return _joined(text, "", separator)
    whole, _sign, decimals = text.partition(separator)
    # One separator before three digits: thousands, unless it is the decimal sign of the language.
    is_group = separator != decimal_sign and re.fullmatch(r"[1-9]\d{0,2}", whole) and re.fullmatch(r"\d{3}", decimals)
    return _joined(text, "", separator) if is_group else _joined(whole, decimals, " ")


def _joined(whole, decimals, separators):
    """1.234.567 -> 1234567; one kind of separator only, each before exactly three digits."""
    found = {character for character in whole if not character.isdigit()}
    if len(found) > 1 or not found <= set(separators):
        return "?"
    if found:
        first, *groups = whole.split(found.pop())
        if not re.fullmatch(r"\d{1,3}", first) or not all(re.fullmatch(r"\d{3}", group) for group in groups):
            return "?"
        whole = first + "".join(groups)
    return f"{whole}.{decimals}" if decimals else whole
