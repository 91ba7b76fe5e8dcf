"""What is asked where the words as typed find nothing, what is offered instead, and odd input."""

import pytest
from django.urls import reverse

from tests.initiatives.factory import make_initiative
from tests.portal.search.results import counts, titles


def test_words_together_are_asked_first_and_any_of_them_only_then(search, make):
    make_initiative(make, title="Water")

    response = search("water desalination")

    assert "No record has all these words" in response.text
    assert titles(response) == ["Water [en]"]


def test_records_with_more_of_the_words_come_first(search, make):
    make_initiative(make, title_en="Water")
    make_initiative(make, title_en="Plan", summary_en="Water is led to gardens", complete=False, state="published")

    assert titles(search("water gardens desalination")) == ["Plan", "Water"]


def test_parts_of_a_chinese_run_are_asked_where_nothing_has_all_of_it(search, make):
    make_initiative(make, title_zh_hans="印度、巴西和南非基金", title="One")
    make_initiative(make, title_zh_hans="印度项目", title="Two")

    response = search("印度巴西南非减贫基金", "zh-hans")

    assert "印度、巴西和南非基金" in titles(response)[0]
    assert len(titles(response)) == 2


def test_phrase_and_minus(search, make):
    make_initiative(make, title_en="Clean water", title="Clean")
    make_initiative(make, title_en="Water, clean", title="Clean")

    assert titles(search('"clean water"')) == ["Clean water"]
    assert titles(search("“clean water”")) == ["Clean water"]
    assert titles(search('clean -"clean water"'))[0] == "Water, clean"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("desalinaton", "desalination"),
        ("desalinaton wather", "desalination water"),
        ("Desalinatoin", "Desalination"),
        ("awter", "water"),
    ],
)
def test_near_miss_is_offered(search, make, typed, meant):
    make_initiative(make, title="Desalination of water")

    response = search(typed)

    assert response.context["results"].did_you_mean == meant
    assert f'href="/en/search/?q={meant.replace(" ", "%20")}"' in response.text


@pytest.mark.parametrize(
    ("language", "title", "typed", "meant"),
    [("ar", "تحلية المياه", "تحليية", "تحلية"), ("ru", "Опреснение воды", "опреснине", "опреснение")],
)
def test_near_miss_is_offered_in_other_scripts(search, make, language, title, typed, meant):
    make_initiative(make, **{f"title_{language}": title})

    assert search(typed, language).context["results"].did_you_mean == meant


@pytest.mark.parametrize("typed", ["莫桑比客", "莫三比克", "莫桑克", "莫桑比亚克"])
def test_chinese_term_with_one_character_wrong_missing_or_too_many_is_offered(search, make, typed):
    make_initiative(make, title_zh_hans="莫桑比克供水")
    make_initiative(make, title_zh_hans="莫桑比丘", state="draft")

    assert search(typed, "zh-hans").context["results"].did_you_mean == "莫桑比克"
    assert search("莫水", "zh-hans").context["results"].did_you_mean == ""


def test_nothing_is_offered_that_would_find_nothing(search, make):
    make_initiative(make, title="Desalination")

    assert search("desalinaton -desalination").context["results"].did_you_mean == ""
    assert search("zzzqqq").context["results"].did_you_mean == ""


def test_empty_search_explains_where_it_looks(search, make):
    assert "The search looks into" in search("  ").text


def test_search_that_is_too_long_is_refused_and_kept(search, make):
    page = search("x" * 201).text

    assert "This is too long for a search." in page
    assert "x" * 201 in page


ODD = ["\x00", "%' OR 1=1 --", "<script>alert(1)</script>", "\\", "100%", "_", '"', '""', "-", "'", "& | !", ":*", "“",
       "()", "a" * 200, "-zebra", '-"zebra"', "\u202e", "😀", "<->"]  # fmt: skip


@pytest.mark.parametrize("text", ODD)
def test_odd_input_finds_nothing_and_breaks_nothing(search, client, make, text):
    make_initiative(make, title="Zebra")

    response = search(text)

    assert response.status_code == 200
    assert counts(response) == {}
    assert "<script>alert" not in response.text
    assert client.get(reverse("search_suggest"), {"q": text}).json() == {"suggestions": []}


def test_nothing_found_gives_advice(search, make):
    assert "Try fewer words, or another language" in search("zebra").text
