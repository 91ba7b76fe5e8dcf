import pytest

from core.numbers import whole_number


@pytest.mark.parametrize(
    ("text", "number"),
    [("7", 7), ("007", 7), ("٧", 7), ("9" * 18, 10**18 - 1)]
    + [(text, None) for text in ("", "9" * 19, "9" * 5000, "-7", "+7", " 7", "7.0", "1e3", "²", "seven", "\0")],
)
def test_only_digits_that_fit_a_number_of_the_database_are_a_number(text, number):
    assert whole_number(text) == number
