"""The directory of entities."""

import pytest
from django.urls import reverse
from django.utils import translation


@pytest.fixture
def directory(client):
    def ask(**query):
        return client.get(reverse("entities:entity_list"), query)

    return ask


def codes(response):
    return [entity.code for entity in response.context["entities"]]


@pytest.fixture
def _entities(make):
    make.entity("WFP", kind="fund_programme", name_ru="Всемирная продовольственная программа")
    make.entity("ILO")
    make.entity("FAO")
    make.entity("UNOSSC", kind="secretariat_coordinator")


@pytest.mark.usefixtures("_entities")
def test_entities_stand_by_kind_and_then_by_acronym(directory):
    response = directory()

    assert codes(response) == ["UNOSSC", "WFP", "FAO", "ILO"]
    page = response.content.decode()
    assert page.index("Coordinator of the Mechanism</h2>") < page.index("Fund or programme</h2>")


@pytest.mark.usefixtures("_entities")
@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"q": "wfp"}, ["WFP"]),
        ({"q": "продовольственная"}, ["WFP"]),
        ({"q": "entity fao"}, ["FAO"]),
        ({"kind": "specialized_agency"}, ["FAO", "ILO"]),
        ({"kind": ["fund_programme", "secretariat_coordinator"]}, ["UNOSSC", "WFP"]),
        ({"kind": "specialized_agency", "q": "ilo"}, ["ILO"]),
        ({"q": "nobody"}, []),
    ],
)
def test_search_and_kind(directory, query, found):
    assert codes(directory(**query)) == found


@pytest.mark.usefixtures("_entities")
def test_unknown_kind_gives_its_error_and_no_list(directory):
    response = directory(kind="club")

    assert codes(response) == []
    assert "This list cannot be shown as asked" in response.content.decode()


@pytest.mark.usefixtures("_entities")
def test_counts_of_the_kinds_follow_the_search(directory):
    facet = directory(q="fao").context["facets"][0]

    assert [(option["value"], option["count"]) for option in facet.options] == [("specialized_agency", 1)]


@pytest.mark.usefixtures("_entities")
def test_names_are_in_the_language_of_the_page(client):
    with translation.override("ru"):
        page = client.get(reverse("entities:entity_list")).content.decode()

    assert "Всемирная продовольственная программа" in page


@pytest.mark.parametrize("number", [1, 3])
def test_number_of_queries_does_not_grow(directory, make, number, django_assert_num_queries):
    for place in range(number):
        make.entity(f"E{place}")

    with django_assert_num_queries(3):  # the count, the list, the numbers of the kinds
        directory()
