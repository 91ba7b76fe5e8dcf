"""One search over all rooms, which finds nothing that the reader may not see."""

import pytest
from django.urls import reverse
from django.utils.html import strip_tags

from tests.initiatives.factory import make_initiative
from tests.meetings.factory import (
    make_action_point,
    make_decision,
    make_document,
    make_intervention,
    make_item,
    make_meeting,
)
from tests.resources.factory import make_resource
from tests.strategy.factory import make_framework


@pytest.fixture
def search(client):
    def ask(text, language="en"):
        return client.get(reverse("search"), {"q": text})

    return ask


def shelves(response):
    return {part["shelf"].key: part["count"] for part in response.context["found"]}


def test_all_rooms_are_searched(search, make, secretariat, client, ilo):
    meeting = make_meeting(make, title="Zebra meeting", is_public=True, state="adopted")
    make_item(make, meeting, title="Zebra item")
    make_intervention(make, meeting, ilo, text="Zebra said")
    make_decision(make, meeting, text="Zebra decided")
    make_action_point(make, meeting, ilo, text="Zebra to do")
    make_document(make, meeting, title="Zebra paper")
    make_initiative(make, title="Zebra initiative")
    make_framework(make, code="ZEBRA")
    make_resource(make, title="Zebra lesson")
    make.entity("ZEB", **{"name_en": "Zebra Organization"})
    make.country("ZEB", **{"name_en": "Zebra Land"})
    client.force_login(secretariat)

    assert shelves(search("zebra")) == {
        "initiatives": 1, "meetings": 1, "agenda": 1, "interventions": 1, "decisions": 1, "action_points": 1,
        "documents": 1, "frameworks": 1, "entities": 1, "countries": 1, "resources": 1,
    }  # fmt: skip


def test_visitor_finds_nothing_of_drafts_and_members(search, make, ilo):
    make_initiative(make, title="Zebra draft", state="draft")
    make_initiative(make, title="Zebra submitted", state="submitted")
    make_resource(make, title="Zebra lesson", state="draft")
    make_resource(make, title="Zebra lesson", is_public=False)
    closed = make_meeting(make, title="Zebra meeting", is_public=False, state="adopted")
    make_item(make, closed, title="Zebra item")
    open_ = make_meeting(make, title="Open", is_public=True)
    make_item(make, open_, title="Zebra item", is_members_only=True)
    make_intervention(make, open_, ilo, text="Zebra said")
    make_intervention(make, make_meeting(make, is_public=True, state="adopted"), ilo, text="Zebra", is_draft=True)
    make_decision(make, open_, text="Zebra decided")
    make_action_point(make, open_, ilo, text="Zebra to do")
    make_document(make, open_, level="members", title="Zebra paper")
    make_document(make, open_, level="secretariat", title="Zebra paper")

    response = search("zebra")

    assert shelves(response) == {}
    assert "Nothing was found" in response.content.decode()


def test_member_finds_members_papers_but_not_those_of_the_secretariat(search, make, client, focal_point):
    meeting = make_meeting(make)
    make_document(make, meeting, level="members", title="Zebra paper")
    make_document(make, meeting, level="secretariat", title="Zebra paper")
    client.force_login(focal_point)

    assert shelves(search("zebra")) == {"documents": 1}


def test_other_entity_does_not_find_a_draft(search, make, client, other_focal_point):
    make_initiative(make, title="Zebra draft", state="draft")
    client.force_login(other_focal_point)

    assert shelves(search("zebra")) == {}


@pytest.mark.parametrize("words", ["water", "[ar] water", "WATER [ru]", "water summary"])
def test_words_may_be_in_any_language_order_and_case(search, make, words):
    make_initiative(make)

    assert shelves(search(words))["initiatives"] == 1


def test_every_word_must_be_found(search, make):
    make_initiative(make)

    assert shelves(search("water desalination")) == {}


def test_ten_are_shown_and_the_rooms_own_list_has_the_rest(search, make):
    for number in range(11):
        make_initiative(make, title=f"Zebra {number}")

    response = search("zebra")

    assert len(response.context["found"][0]["records"]) == 10
    assert 'href="/en/initiatives/?q=zebra"' in response.content.decode()


def test_empty_search_explains_where_it_looks(search, make):
    assert "The search looks into" in search("  ").content.decode()


def test_search_that_is_too_long_is_refused_and_kept(search, make):
    page = search("x" * 201).content.decode()

    assert "This is too long for a search." in page
    assert "x" * 201 in page


@pytest.mark.parametrize("text", ["\x00", "%' OR 1=1 --", "<script>alert(1)</script>", "\\", "100%", "_"])
def test_odd_input_finds_nothing_and_breaks_nothing(search, make, text):
    make_initiative(make)

    response = search(text)

    assert response.status_code == 200
    assert shelves(response) == {}
    assert "<script>alert" not in response.content.decode()


def test_draft_is_marked_for_those_who_may_see_it(search, make, client, focal_point):
    make_initiative(make, title="Zebra", state="draft")
    make_resource(make, title="Zebra", is_demo=True)
    client.force_login(focal_point)

    found = search("zebra").context["found"]

    assert [part["records"][0]["badges"] for part in found] == [["draft"], ["demo"]]


def test_working_copy_does_not_show_the_initiative_twice(search, make, client, focal_point):
    public = make_initiative(make, title="Zebra")
    make_initiative(make, title="Zebra", state="draft", replaces=public)
    client.force_login(focal_point)

    assert shelves(search("zebra")) == {"initiatives": 1}


def test_result_in_another_language_is_marked(client, make):
    make_initiative(make, title_ar="", short_title_ar="")

    page = client.get("/ar/search/", {"q": "water"}).content.decode()

    assert '<span lang="en" dir="ltr">Water [en]</span>' in page


def test_total_is_said(search, make):
    make_initiative(make, title="Zebra")
    make_resource(make, title="Zebra")

    assert "2 results for zebra" in " ".join(strip_tags(search("zebra").content.decode()).split())


@pytest.mark.parametrize("number", [1, 3])
def test_number_of_queries_does_not_grow(search, make, number, django_assert_num_queries):
    meeting = make_meeting(make, is_public=True, state="adopted")
    for place in range(number):
        make_initiative(make, title=f"Zebra {place}")
        make_resource(make, title=f"Zebra {place}")
        make_intervention(make, meeting, make.entity("ILO"), text=f"Zebra {place}")
    search("zebra")

    with django_assert_num_queries(QUERIES):
        search("zebra")


# A count for each of the kinds that a visitor may see, and one more for each of the three in which something was found.
QUERIES = 15
