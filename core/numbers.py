"""Numbers that come from outside, in an address or a form."""

DIGITS = 18  # what fits the widest whole number of the database; a filter finds nothing by one too wide for its column


def whole_number(text):
    """The whole number that the text is, or None. A lookup by None finds nothing: `filter(pk=whole_number(text))`."""
    return int(text) if text.isdecimal() and len(text) <= DIGITS else None
