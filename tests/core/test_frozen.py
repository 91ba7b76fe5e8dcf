"""Two snapshots compared, text by text."""

from core.frozen import differences
from core.languages import BY_CODE

ENGLISH, FRENCH = BY_CODE["en"], BY_CODE["fr"]


def test_what_changed_came_or_went_is_told_in_the_order_of_the_newer_one():
    old = {
        "gone": ("Annex", "Trois mots", FRENCH),
        "same": ("Title", "Report", ENGLISH),
        "emptied": ("Opening", "Bonjour", FRENCH),
        "changed": ("Findings", "Two hubs", ENGLISH),
    }
    new = {
        "changed": ("Findings", "Three hubs", ENGLISH),
        "emptied": ("Opening", "", ENGLISH),
        "new": ("Closing", "Goodbye", ENGLISH),
        "same": ("Title", "Report", ENGLISH),
    }

    found = differences(old, new)

    assert [(one.where, one.before, one.after) for one in found] == [
        ("Findings", "Two hubs", "Three hubs"),
        ("Opening", "Bonjour", ""),
        ("Closing", "", "Goodbye"),
        ("Annex", "Trois mots", ""),
    ]
    # What went is read aloud in the language that it had.
    assert [one.language for one in found] == [ENGLISH, FRENCH, ENGLISH, FRENCH]
    assert found[0].sides == ("<del>Two</del> hubs", "<ins>Three</ins> hubs")
