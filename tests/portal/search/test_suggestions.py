"""Titles and codes that are offered while one types."""

import pytest

from tests.initiatives.factory import make_initiative
from tests.portal.search.results import titles
from tests.resources.factory import make_resource


def suggested(client, text, language="en"):
    return client.get(f"/{language}/search/suggest/", {"q": text}).json()["suggestions"]


def test_titles_and_codes_are_offered_while_one_types(client, make):
    initiative = make_initiative(make, title="Solar pumps for schools")

    for text in ("Sol", "pum", "solar pumps for sch", initiative.code.lower(), initiative.code[:-1], "schools so"):
        assert [one["url"] for one in suggested(client, text)] == [initiative.get_absolute_url()], text
    assert suggested(client, "Sol")[0] == {
        "title": "Solar pumps for schools [en]", "lang": "en", "dir": "ltr", "kind": "Initiatives",
        "url": initiative.get_absolute_url(),
    }  # fmt: skip


def test_texts_are_not_offered(client, make):
    make_initiative(make, title="Solar", summary_en="Pumps")

    assert suggested(client, "pumps") == []


def test_people_are_found_by_no_search_neither_by_name_nor_by_address(client, search, make, ilo, secretariat):
    person = make.person("quux@ilo.example", ilo, full_name="Zebedee Quux")

    for reader in (None, person, secretariat):
        if reader:
            client.force_login(reader)
        for text in ("Zebedee", "Quux", person.email):
            assert (suggested(client, text), titles(search(text))) == ([], [])


@pytest.mark.parametrize("text", ["s", " ", "", "'", "-"])
def test_too_little_is_not_asked(client, make, text):
    make_initiative(make, title="Solar")

    assert suggested(client, text) == []


def test_one_chinese_character_is_enough(client, make):
    make_initiative(make, title_zh_hans="水泵")

    assert [one["title"] for one in suggested(client, "水", "zh-hans")] == ["水泵"]


def test_own_language_and_beginnings_are_offered_first_and_eight_at_most(client, make):
    make_initiative(make, title="Water", title_en="All about zebras")
    make_initiative(make, title="Water", title_fr="Zebra fr", title_en="Water")
    make_initiative(make, title="Water", title_en="Zebra")

    assert [one["title"] for one in suggested(client, "zeb")] == ["Zebra", "All about zebras", "Zebra fr"]
    for number in range(9):
        make_initiative(make, title=f"Zebra {number}")
    assert len(suggested(client, "zeb")) == 8


# The stems of the words, the words as a question, the records that begin so, of one language and of all, their entries;
# and the records of each of two kinds.
QUERIES_OF_SUGGESTIONS = 7


@pytest.mark.parametrize("number", [1, 3])
def test_number_of_queries_of_suggestions_does_not_grow(client, make, number, django_assert_num_queries):
    for place in range(number):
        make_initiative(make, title=f"Zebra {place}")
        make_resource(make, title=f"Zebra {place}")
    suggested(client, "zeb")

    with django_assert_num_queries(QUERIES_OF_SUGGESTIONS):
        assert len(suggested(client, "zeb")) == 2 * number
