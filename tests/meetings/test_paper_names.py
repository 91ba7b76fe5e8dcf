"""Names of files inside an archive, which every system can unpack."""

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from meetings.papers.names import LONGEST, RESERVED, safe_name, unique_names

FORBIDDEN = set('<>:"/\\|?*') | {chr(number) for number in range(32)}


@settings(max_examples=50)
@given(st.lists(st.text(max_size=200), max_size=8))
def test_any_names_become_different_safe_and_short_ones(wanted):
    names = unique_names(wanted)

    assert len({name.casefold() for name in names}) == len(wanted)
    for name in names:
        assert name
        assert len(name) <= LONGEST
        assert not FORBIDDEN & set(name)
        assert name == unicodedata.normalize("NFC", name)
        assert not name.endswith((" ", "."))
        assert name.split(".")[0].casefold() not in RESERVED


def test_names_that_windows_keeps_for_itself_and_ways_out_of_the_archive_are_changed():
    assert safe_name("CON.pdf") == "CON_.pdf"
    assert safe_name("nul") == "nul_"
    assert safe_name("com1.tar.pdf") == "_com1.tar.pdf"
    assert safe_name("../../etc/passwd") == "-..-etc-passwd"
    assert safe_name("C:\\Windows\\x.pdf") == "C_-Windows-x.pdf"


def test_the_same_name_in_another_case_gets_a_number_before_its_ending():
    assert unique_names(["Note.pdf", "note.PDF", "Note.pdf"]) == ["Note.pdf", "note (2).PDF", "Note (3).pdf"]


def test_a_long_name_keeps_its_ending_and_its_number():
    first, second = unique_names(["ж" * 300 + ".docx"] * 2)

    assert (len(first), first[-5:]) == (LONGEST, ".docx")
    assert second.endswith(" (2).docx")
