"""One search over all rooms: what is found, in which order, how it is shown. Who may find what: test_search_rights."""

import pytest
from django.urls import reverse
from django.utils.html import strip_tags

from core.models import Country, File
from initiatives.models import Citation, Participation
from tests.initiatives.factory import make_initiative
from tests.meetings.factory import (
    make_action_point,
    make_decision,
    make_document,
    make_intervention,
    make_item,
    make_meeting,
    make_proposal,
)
from tests.resources.factory import make_resource
from tests.strategy.factory import make_cycle, make_framework


@pytest.fixture
def search(client):
    def ask(text, language="en", **query):
        return client.get(f"/{language}/search/", {"q": text} | query)

    return ask


def counts(response):
    return response.context["results"].found.counts


def titles(response):
    return [strip_tags(row.title) for row in response.context["results"].rows]


def words(response):
    return " ".join(strip_tags(response.text).split())


def test_all_rooms_are_searched(search, make, secretariat, client, ilo):
    meeting = make_meeting(make, title="Zebra meeting", is_public=True, state="adopted")
    make_item(make, meeting, title="Zebra item")
    make_intervention(make, meeting, ilo, text="Zebra said")
    make_proposal(make, ilo, meeting=meeting, title="Zebra proposal")
    make_decision(make, meeting, text="Zebra decided")
    make_action_point(make, meeting, ilo, text="Zebra to do")
    make_document(make, meeting, title="Zebra paper")
    make_initiative(make, title="Zebra initiative")
    make_framework(make, code="ZEBRA")
    make_cycle(make, title_en="Zebra cycle")
    make_resource(make, title="Zebra lesson")
    make.entity("ZEB", **{"name_en": "Zebra Organization"})
    make.country("ZEB", **{"name_en": "Zebra Land"})
    client.force_login(secretariat)

    assert counts(search("zebra")) == {
        "initiatives": 1, "meetings": 1, "agenda": 1, "agenda_proposals": 1, "interventions": 1, "decisions": 1,
        "action_points": 1, "documents": 1, "frameworks": 1, "cycles": 1, "entities": 1, "countries": 1, "resources": 1,
    }  # fmt: skip


@pytest.mark.parametrize("text", ["water", "[ar] water", "WATER [ru]", "water summary", "agua"])
def test_words_may_be_in_any_language_order_and_case(search, make, text):
    make_initiative(make, summary_es="Agua")

    assert counts(search(text)) == {"initiatives": 1}


def test_other_forms_of_a_word_are_found(search, make):
    make_initiative(make, title_ru="Насосы", title_ar="المضخات", title_fr="Coopération", title_zh_hans="南南合作")

    for text in ("насос", "مضخة", "cooperations", "合作", "南"):
        assert counts(search(text)) == {"initiatives": 1}, text


def test_title_comes_before_summary_and_summary_before_text(search, make):
    texts = {"complete": False, "state": "published"}
    make_initiative(make, title="Text", challenge_en="About zebras", **texts)
    make_initiative(make, title="Summary", summary_en="A zebra", **texts)
    make_initiative(make, title="A zebra in the title", **texts)
    make_initiative(make, title="Zebra", title_en="Zebra", **texts)

    assert titles(search("zebra")) == ["Zebra", "A zebra in the title [en]", "Summary [en]", "Text [en]"]


def test_language_of_the_reader_comes_first(search, make):
    make_initiative(make, title_en="Plan", title_fr="Zebra")
    make_initiative(make, title_en="Zebra", title_fr="Plan")

    assert titles(search("zebra")) == ["Zebra", "Zebra (in Français)"]
    assert titles(search("zebra", "fr"))[0] == "Zebra"


def test_record_with_that_code_comes_first(search, make):
    first = make_initiative(make, title="First")
    make_initiative(make, title="Second", summary_en=f"Follows {first.code}")

    assert titles(search(first.code)) == ["First [en]", "Second [en]"]
    assert titles(search(first.code.replace("-0", "-").lower()))[0] == "First [en]"


def test_record_is_one_row_however_often_it_is_found(search, make):
    make_initiative(make, title="Zebra", summary_en="zebra zebra", challenge_fr="zebra")

    response = search("zebra")

    assert (counts(response), len(titles(response))) == ({"initiatives": 1}, 1)


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


def test_text_of_a_file_is_found_with_the_record_that_holds_it(search, make):
    file = File.objects.create(name="paper.pdf", size=1, text="Desalination by reverse osmosis", text_state="read")
    meeting = make_meeting(make, is_public=True)
    make_document(make, meeting, title="Paper", file=file, url="", language="fr")
    make_resource(make, title="Lesson", file=File.objects.create(name="a.docx", size=1, text="Osmosis for beginners"))

    response = search("osmosis")

    assert counts(response) == {"documents": 1, "resources": 1}
    assert titles(response) == ["Lesson [en]", "Paper [fr] (in Français)"]
    File.objects.filter(pk=file.pk).update(text="Something else")
    assert counts(search("osmosis")) == {"resources": 1}


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


def test_draft_is_marked_for_those_who_may_see_it(search, make, client, focal_point):
    make_initiative(make, title="Zebra", state="draft")
    make_resource(make, title="Zebra", is_demo=True)
    client.force_login(focal_point)

    rows = search("zebra").context["results"].rows

    assert sorted(row.badges for row in rows) == [["demo"], ["draft"]]


# The stems of the words, the words as questions, the hits, their entries, the forms to mark; and the records of each of
# three kinds.
QUERIES = 8


@pytest.mark.parametrize("number", [1, 3])
def test_number_of_queries_does_not_grow(search, make, number, django_assert_num_queries):
    meeting = make_meeting(make, is_public=True, state="adopted")
    for place in range(number):
        make_initiative(make, title=f"Zebra {place}")
        make_resource(make, title=f"Zebra {place}")
        make_intervention(make, meeting, make.entity("ILO"), text=f"Zebra {place}")
    search("zebra")

    with django_assert_num_queries(QUERIES):
        assert len(titles(search("zebra"))) == 3 * number


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
