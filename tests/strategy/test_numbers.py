"""Numbers as people of six languages type them."""

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from core import languages
from strategy.numbers import NotANumber, TwoReadings, parse, show, stored

NBSP, NARROW = "\u00a0", "\u202f"

numbers = st.decimals(min_value=-(10**11) + 1, max_value=10**11 - 1, places=4, allow_nan=False, allow_infinity=False)


@given(number=numbers, code=st.sampled_from(languages.CODES))
def test_what_the_portal_writes_it_understands(number, code):
    assert parse(show(number, code), code) == number


@given(number=numbers, code=st.sampled_from(languages.CODES))
def test_arabic_digits_mean_the_same(number, code):
    arabic = show(number, code).translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))

    assert parse(arabic, code) == number


@given(text=st.text(max_size=30), code=st.sampled_from(languages.CODES))
@example(text="1" * 30, code="en")
@example(text="-", code="fr")
@example(text="²", code="en")
@example(text="%", code="ar")
@example(text="NaN", code="en")
def test_any_text_is_a_number_or_refused_with_a_sentence(text, code):
    try:
        number = parse(text, code)
    except NotANumber:
        return

    assert number.is_finite()
    assert parse(show(number, code), code) == number


@given(number=numbers)
def test_what_is_stored_is_the_number(number):
    assert Decimal(str(stored(number))) == number


@pytest.mark.parametrize(
    ("typed", "code", "number"),
    [
        ("1 234,5", "fr", "1234.5"),
        (f"1{NBSP}234,5", "ru", "1234.5"),
        (f"1{NARROW}234,5", "fr", "1234.5"),
        ("1,234.5", "en", "1234.5"),
        ("1.234,5", "es", "1234.5"),
        ("1.234,5", "en", "1234.5"),
        ("1,234.5", "fr", "1234.5"),
        ("١٢٣٤", "ar", "1234"),
        ("١٬٢٣٤٫٥", "ar", "1234.5"),
        ("١٢٫٥", "en", "12.5"),
        ("１，２３４", "zh-hans", "1234"),
        ("1’234.50", "fr", "1234.5"),
        ("1,234", "en", "1234"),
        ("1,234", "fr", "1.234"),
        ("1.234", "en", "1.234"),
        ("1.234", "es", "1234"),
        ("1.234", "ar", "1234"),
        ("1,234", "zh-hans", "1234"),
        ("1.234,5", "ru", "1234.5"),
        ("0.123", "fr", "0.123"),
        ("0,123", "en", "0.123"),
        ("12,5", "en", "12.5"),
        ("12.5", "fr", "12.5"),
        ("1.234.567", "en", "1234567"),
        ("81 %", "fr", "81"),
        ("٪٨١", "ar", "81"),
        ("−3", "en", "-3"),
        ("- 3", "en", "-3"),
        ("+3", "en", "3"),
        ("\u200f-3\u200f", "ar", "-3"),
        (".5", "en", "0.5"),
        ("007", "en", "7"),
        ("-0", "en", "0"),
    ],
)
def test_number_is_understood_in_the_language_of_the_page(typed, code, number):
    assert parse(typed, code) == Decimal(number)


@pytest.mark.parametrize(
    "typed",
    ["", " ", "abc", "12 3", "1,23,456", "1 234 56", "1e5", "3/4", "1-2", "5 to 7", "--3", "1.2.3", "12..5", "5,", "½",
     "1,234,56.7", "20 projects", "1 2", "0x10", "1_000"],
)  # fmt: skip
def test_what_is_no_number_is_refused(typed):
    with pytest.raises(NotANumber, match="is not a number"):
        parse(typed, "en")


@pytest.mark.parametrize(("typed", "code"), [("1.234", "fr"), ("1.234", "ru"), ("-1.234", "fr"), ("١.٢٣٤", "fr")])
def test_number_that_can_be_read_in_two_ways_is_asked_about(typed, code):
    with pytest.raises(TwoReadings, match="Did you mean") as refusal:
        parse(typed, code)

    assert {abs(number) for number in refusal.value.readings} == {Decimal(1234), Decimal("1.234")}
    assert all(parse(show(number, code), code) == number for number in refusal.value.readings)


@pytest.mark.parametrize("typed", ["9" * 16, "123456789012.1234"])
def test_number_that_could_not_be_kept_exactly_is_refused(typed):
    with pytest.raises(NotANumber, match="too many digits"):
        parse(typed, "en")


def test_more_than_four_decimals_are_refused():
    with pytest.raises(NotANumber, match="four decimals"):
        parse("0.12345", "en")


@pytest.mark.parametrize(
    ("code", "text"), [("en", "1,234.5"), ("fr", f"1{NBSP}234,5"), ("ru", f"1{NBSP}234,5"), ("zh-hans", "1234.5")]
)
def test_number_is_shown_as_the_language_writes_it(code, text):
    assert show(Decimal("1234.50"), code) == text


def test_nothing_is_shown_for_nothing():
    assert show(None) == ""
