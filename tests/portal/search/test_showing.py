"""How results are shown: marks, snippets, languages, kinds and pages."""

import pytest
from django.utils.html import strip_tags

from core.models import Country
from initiatives.models import Citation, Participation
from tests.initiatives.factory import make_initiative
from tests.portal.search.results import counts, titles, words
from tests.resources.factory import make_resource


def test_words_are_marked_in_their_own_letters_and_nothing_else_is_markup(search, make):
    make_initiative(make, title_en="Coopération <b>now</b>", summary_en="The <i>cooperations</i> of many & others")

    page = search("cooperation").text

    assert "<mark>Coopération</mark> &lt;b&gt;now&lt;/b&gt;" in page
    assert "&lt;i&gt;<mark>cooperations</mark>&lt;/i&gt; of many &amp; others" in page


def test_snippet_shows_the_place_of_a_long_text(search, make):
    make_initiative(make, challenge_en="word " * 300 + "the zebra crossing" + " word" * 300, summary_en="")

    [row] = search("zebra").context["results"].rows

    assert "the <mark>zebra</mark> crossing" in row.snippet
    assert len(strip_tags(row.snippet)) < 250
    assert (row.snippet[0], row.snippet[-1]) == ("…", "…")


def test_snippet_shows_the_matching_facts_alone_and_no_sources(search, make):
    record = make_initiative(make, title="Seeds", summary_en="A plan", challenge_en="Some reason")
    for iso3, name in (("ZEB", "Zebraland"), ("OKA", "Okapiland")):
        Participation.objects.create(initiative=record, role="beneficiary", country=make.country(iso3, name_en=name))
        Participation.objects.create(initiative=record, role="pivotal", country=Country.objects.get(iso3=iso3))
    Citation.objects.create(initiative=record, title="Gnu database, collected")

    def snippet(text):
        # The countries are found as records of their own too.
        [row] = search(text, **{"in": "initiatives"}).context["results"].rows
        return strip_tags(row.snippet)

    assert snippet("zebraland") == "Zebraland"
    assert snippet("okapiland zebraland") == "Okapiland · Zebraland"
    assert snippet("gnu database") == "A plan"


def test_hit_in_another_language_is_marked_and_said(search, make):
    make_initiative(make, title_ar="مياه", summary_ar="مياه نظيفة")

    page = search("مياه").text

    assert '<span lang="ar" dir="rtl"><mark>مياه</mark></span> <small class="ia-langnote">(in العربية)</small>' in page
    assert '<p><span lang="ar" dir="rtl"><mark>مياه</mark> نظيفة</span></p>' in page


def test_kind_is_chosen_by_its_link(search, make):
    make_initiative(make, title="Zebra")
    make_resource(make, title="Zebra")

    assert 'href="?q=zebra&amp;in=resources"' in search("zebra").text
    response = search("zebra", **{"in": "resources"})
    assert [row.kind.key for row in response.context["results"].rows] == ["resources"]
    assert counts(response) == {"initiatives": 1, "resources": 1}
    assert "1 result for zebra · Resources" in words(response)


def test_kind_without_results_says_that_others_have_some(search, make):
    make_initiative(make, title="Zebra")

    assert "The other kinds have results." in search("zebra", **{"in": "meetings"}).text


@pytest.mark.parametrize("kind", ["nonsense", "Initiatives", "\x00", "initiatives' OR 1=1 --"])
def test_kind_that_does_not_exist_is_said_and_shows_nothing(search, make, kind):
    make_initiative(make, title="Zebra")

    response = search("zebra", **{"in": kind})

    assert (response.status_code, counts(response)) == (200, {})
    assert "This kind of result does not exist" in response.text


def test_results_come_in_pages(search, make):
    for number in range(21):
        make_initiative(make, title=f"Zebra {number}")

    first, second = search("zebra"), search("zebra", page=2)

    assert (len(titles(first)), len(titles(second))) == (20, 1)
    assert set(titles(first)) & set(titles(second)) == set()
    assert 'href="?q=zebra&amp;page=2"' in first.text


@pytest.mark.parametrize("page", ["0", "-1", "x", "99999999999", "9999", "²", ""])
def test_page_that_does_not_exist_gives_one_that_does(search, make, page):
    make_initiative(make, title="Zebra")

    assert titles(search("zebra", page=page)) == ["Zebra [en]"]


def test_draft_is_marked_for_those_who_may_see_it(search, make, client, focal_point):
    make_initiative(make, title="Zebra", state="draft")
    make_resource(make, title="Zebra", is_demo=True)
    client.force_login(focal_point)

    rows = search("zebra").context["results"].rows

    assert sorted(row.badges for row in rows) == [["demo"], ["draft"]]
