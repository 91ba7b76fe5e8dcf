"""Days and hours as people type them where the browser has no field of its own for them: in digits of any script."""

import unicodedata

from django import forms

# The colon of Chinese keyboards.
COLON = "："


def with_our_digits(typed):
    """١٠:٣٠ and １０：３０ become 10:30; what is no decimal digit stays as it is."""
    return "".join(str(unicodedata.decimal(sign, sign)) for sign in typed).replace(COLON, ":")


class AnyDigits:
    """A widget whose field reads the digits 0 to 9 only. Fields of numbers read those of every script already."""

    def value_from_datadict(self, data, files, name):
        typed = super().value_from_datadict(data, files, name)
        return with_our_digits(typed) if isinstance(typed, str) else typed


class DayInput(AnyDigits, forms.DateInput):
    def __init__(self):
        super().__init__(attrs={"type": "date"}, format="%Y-%m-%d")


class ClockInput(AnyDigits, forms.TimeInput):
    def __init__(self):
        super().__init__(attrs={"type": "time"}, format="%H:%M")
