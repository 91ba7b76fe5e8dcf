"""The library: what is listed, for whom, and by which filter."""

import pytest
from django.urls import reverse
from django.utils import translation

from tests.resources.factory import make_resource


@pytest.fixture
def library(client):
    def ask(**query):
        return client.get(reverse("resources:resource_list"), query)

    return ask


def titles(response):
    return {str(resource) for resource in response.context["resources"]}


def facet(response, name):
    options = next(facet.options for facet in response.context["facets"] if facet.name == name)
    return {option["value"]: option["count"] for option in options}


def test_visitor_sees_published_public_resources_only(library, make):
    make_resource(make, title="Open")
    make_resource(make, title="Internal", is_public=False)
    make_resource(make, title="Unfinished", state="draft")

    response = library()

    assert titles(response) == {"Open [en]"}
    assert "Internal" not in response.content.decode()
    assert "Unfinished" not in response.content.decode()


def test_member_sees_members_resources_and_the_own_entity_drafts(library, client, make, contributor, fao):
    make_resource(make, title="Internal", is_public=False)
    make_resource(make, title="Own draft", state="draft")
    make_resource(make, title="Draft of FAO", state="draft", entity=fao)
    client.force_login(contributor)

    assert titles(library()) == {"Internal [en]", "Own draft [en]"}


def test_counts_leave_out_what_the_reader_may_not_see(library, make):
    make_resource(make, goals=[8])
    make_resource(make, goals=[8], state="draft")

    response = library()

    assert facet(response, "goal") == {"8": 1}
    assert response.context["total"] == 1


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"q": "pumps"}, {"Pumps [en]"}),
        ({"q": "pumps [ar]"}, {"Pumps [en]"}),
        ({"q": "FAO"}, {"Seeds [en]"}),
        ({"q": "A/79/230"}, {"Seeds [en]"}),
        ({"kind": "webinar"}, {"Seeds [en]"}),
        ({"goal": "2"}, {"Seeds [en]"}),
        ({"theme": "water"}, {"Pumps [en]"}),
        ({"language": "ar"}, {"Seeds [en]"}),
        ({"publisher": "FAO"}, {"Seeds [en]"}),
        ({"kind": ["webinar", "e_module"]}, {"Pumps [en]", "Seeds [en]"}),
        ({"kind": "webinar", "goal": "6"}, set()),
    ],
)
def test_each_filter(library, make, fao, query, found):
    make_resource(make, title="Pumps", goals=[6], themes=["water"])
    make_resource(
        make, entity=fao, title="Seeds", kind="webinar", goals=[2], languages=["ar"], themes=["food"], symbol="A/79/230"
    )

    assert titles(library(**query)) == found


@pytest.mark.parametrize("query", [{"goal": "99"}, {"kind": "poem"}, {"publisher": "NOBODY"}, {"sort": "sideways"}])
def test_filter_that_makes_no_sense_gives_its_error_and_no_list(library, make, query):
    make_resource(make)

    response = library(**query)

    assert titles(response) == set()
    assert "This list cannot be shown as asked" in response.content.decode()


def test_counts_of_a_facet_ignore_its_own_choice(library, make):
    make_resource(make, title="Pumps", goals=[6])
    make_resource(make, title="Seeds", kind="webinar", goals=[2])

    response = library(kind="webinar")

    assert facet(response, "kind") == {"e_module": 1, "webinar": 1}
    assert facet(response, "goal") == {"2": 1}


def test_active_filter_is_a_chip_that_removes_it_alone(library, make):
    make_resource(make, goals=[6])

    page = library(kind="e_module", goal="6").content.decode()

    assert 'href="?goal=6"' in page
    assert 'href="?kind=e_module"' in page


def test_sorted_by_title_or_newest_first(library, make):
    make_resource(make, title="A", published_on="2020-01-01")
    make_resource(make, title="B", published_on="2024-01-01")
    make_resource(make, title="C")

    newest = [str(resource) for resource in library().context["resources"]]
    by_title = [str(resource) for resource in library(sort="title").context["resources"]]

    assert newest == ["B [en]", "A [en]", "C [en]"]
    assert by_title == ["A [en]", "B [en]", "C [en]"]


def test_twenty_on_a_page(library, make):
    for number in range(21):
        make_resource(make, title=f"No. {number}")

    assert len(library().context["resources"]) == 20
    assert len(library(page=2).context["resources"]) == 1


def test_titles_are_in_the_language_of_the_page(client, make):
    make_resource(make)

    with translation.override("ar"):
        response = client.get(reverse("resources:resource_list"))

    assert "Water lessons [ar]" in response.content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_number_of_queries_does_not_grow_with_the_list(library, make, fao, number, django_assert_num_queries):
    for place in range(number):
        make_resource(make, title=f"No. {place}", goals=[place + 1, 17], entity=fao)
    library()  # fills the cache of names

    with django_assert_num_queries(LIST_QUERIES):
        library()


# The list, its count and its total; Goals of the list; per facet its counts, and the names of three of them.
LIST_QUERIES = 12
