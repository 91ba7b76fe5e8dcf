"""The words in which two texts differ are marked, in every script, and nothing of a text becomes markup."""

import pytest

from core.saving.words import side_by_side


@pytest.mark.parametrize(
    ("stored", "typed", "left", "right"),
    [
        ("Two new rooms", "Three new rooms", "<del>Two</del> new rooms", "<ins>Three</ins> new rooms"),
        ("Un café, déjà", "Un thé, déjà", "Un <del>café</del>, déjà", "Un <ins>thé</ins>, déjà"),
        ("نص أول", "نص ثان", "نص <del>أول</del>", "نص <ins>ثان</ins>"),
        ("كِتاب", "كُتب", "<del>كِتاب</del>", "<ins>كُتب</ins>"),
        ("南南合作会议", "南南合作大会", "南南合作会<del>议</del>", "南南合作<ins>大</ins>会"),
        ("Всё хорошо", "Все хорошо", "<del>Всё</del> хорошо", "<ins>Все</ins> хорошо"),
        ("a\nb", "a\nc", "a<br><del>b</del>", "a<br><ins>c</ins>"),
        ("a\nb", "x\ny", "<del>a</del><br><del>b</del>", "<ins>x</ins><br><ins>y</ins>"),
        ("", "new", "", "<ins>new</ins>"),
        (
            "<b>x</b>",
            "<i>x</i>",
            "&lt;<del>b</del>&gt;x&lt;/<del>b</del>&gt;",
            "&lt;<ins>i</ins>&gt;x&lt;/<ins>i</ins>&gt;",
        ),
    ],
)
def test_words_that_differ_are_marked(stored, typed, left, right):
    assert side_by_side(stored, typed) == (left, right)


def test_very_long_texts_that_share_nothing_are_marked_as_a_whole():
    stored, typed = "一" * 6000, "二" * 6000

    assert side_by_side(stored, typed) == (f"<del>{stored}</del>", f"<ins>{typed}</ins>")
