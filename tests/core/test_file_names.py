"""Names as people give them: harmless, and the same in every script."""

import unicodedata
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.files.names import LONGEST, clean_name, disposition


@pytest.mark.parametrize(
    ("given_name", "kept"),
    [
        ("Note of 30 July.pdf", "Note of 30 July.pdf"),
        ("ملاحظة عن الاجتماع.pdf", "ملاحظة عن الاجتماع.pdf"),
        ("会议记录.docx", "会议记录.docx"),
        ("Отчёт за 2025.pdf", "Отчёт за 2025.pdf"),
        ("me\u0301moire.pdf", "mémoire.pdf"),
        ("C:\\Users\\me\\Paper.pdf", "Paper.pdf"),
        ("../../etc/passwd", "passwd"),
        ("/tmp/Paper.pdf", "Paper.pdf"),
        ("Paper\r\nSet-Cookie: a=b.pdf", "Paper Set-Cookie_ a=b.pdf"),
        ("evil\u202efdp.exe", "evilfdp.exe"),
        ("a\u2066b\u2069c\u200b.pdf", "abc.pdf"),
        ('Say "yes".pdf', "Say _yes_.pdf"),
        ("  .hidden.pdf", "hidden.pdf"),
        ("Paper.pdf...", "Paper.pdf"),
        ("می\u200cخواهم.pdf", "می\u200cخواهم.pdf"),
        ("\0\x1f", "file"),
        ("", "file"),
    ],
)
def test_name_is_cleaned(given_name, kept):
    assert clean_name(given_name) == kept


def test_long_name_keeps_its_ending():
    name = clean_name("水" * 400 + ".docx")

    assert (len(name), name[-5:]) == (LONGEST, ".docx")


@given(st.text(max_size=300))
def test_any_text_becomes_a_name_that_harms_nobody(text):
    name = clean_name(text)

    assert name
    assert len(name) <= LONGEST
    assert not set(name) & set('/\\"<>|?*:\0\r\n')
    assert not any(unicodedata.category(character) in ("Cc", "Cs", "Co") for character in name)
    assert clean_name(name) == name, "cleaning twice changes nothing"
    header = disposition(name)
    header.encode("ascii")
    assert unquote(header.split("UTF-8''")[1]) == name


@pytest.mark.parametrize(
    ("name", "plain"),
    [("Отчёт.pdf", "file.pdf"), ("mémoire.pdf", "memoire.pdf"), ("会议.docx", "file.docx"), ("a b.txt", "a b.txt")],
)
def test_old_programs_get_an_ascii_name(name, plain):
    assert disposition(name).startswith(f'attachment; filename="{plain}"; ')
