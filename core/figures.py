"""Numbers with their units as each language writes them. Digits are 0-9 everywhere; separators follow Django."""

from django.utils.formats import number_format

from core import languages

NBSP = "\u00a0"
SPACED_PER_CENT = {"fr", "es", "ru"}


def figure(value, unit="", decimals=None):
    """61%, in French 61 % with a space that does not break; an en dash where nothing is known."""
    if value is None or value == "":
        return "–"
    if decimals is None and isinstance(value, float):
        value = round(value, 2)
        value = int(value) if value == int(value) else value
    text = number_format(value, decimals, force_grouping=True)
    if unit == "%" and languages.current().code in SPACED_PER_CENT:
        return f"{text}{NBSP}%"
    if unit and unit != "%":
        return f"{text}{NBSP}{unit}"
    return f"{text}{unit}"
