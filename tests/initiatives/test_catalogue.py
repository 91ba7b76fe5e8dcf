"""The public list: search, filters with counts, sorts, map."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNumQueries

from core.models import GroupMembership, Region
from initiatives.models import Initiative, Participation
from tests.factory import in_six_languages
from tests.initiatives.factory import make_initiative

URL = "/en/initiatives/"


@pytest.fixture
def two(make):
    """A triangular one of ILO with Brazil and Mozambique, and a South-South one of FAO with Kenya and India."""
    africa = Region.objects.create(code="002", **in_six_languages("name", "Africa"))
    eastern = Region.objects.create(code="014", parent=africa, **in_six_languages("name", "Eastern Africa"))
    kenya = make.country("KEN", region=africa, subregion=eastern)
    GroupMembership.objects.create(country=make.country("MOZ"), group="LDC")
    water = make_initiative(make, title="Water", start=date(2020, 1, 1))
    rice = make_initiative(
        make,
        title="Rice",
        lead=make.entity("FAO"),
        goals=[2, 8],
        themes=["oceans"],
        modalities=["network"],
        cooperation_type="south_south_un",
        status="closed",
        start=date(2022, 1, 1),
        participations=[
            {"role": "beneficiary", "country": kenya},
            {"role": "mutual", "country": make.country("IND")},
            {"role": "partner", "entity": make.entity("WFP")},
        ],
    )
    return {"water": water, "rice": rice}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", "water rice"),
        ("goal=2", "rice"),
        ("goal=8", "water rice"),
        ("goal=2&goal=8", "water rice"),
        ("entity=FAO", "rice"),
        ("entity=WFP", "rice"),
        ("entity=ILO&entity=WFP", "water rice"),
        ("country=BRA", "water"),
        ("country=BRA&country=IND", "water rice"),
        ("role=pivotal", "water"),
        ("role=beneficiary", "water rice"),
        ("country=BRA&role=beneficiary", ""),
        ("country=MOZ&role=beneficiary", "water"),
        ("region=002", "rice"),
        ("region=014", "rice"),
        ("group=LDC", "water"),
        ("type=triangular", "water"),
        ("theme=oceans", "rice"),
        ("modality=training", "water"),
        ("status=closed", "rice"),
        ("q=rice+summary", "rice"),
        ("q=ini-001", "water"),
        ("q=[ru]", "water rice"),
        ("goal=8&status=closed", "rice"),
        ("goal=2&country=BRA", ""),
    ],
)
def test_filter_finds(client, two, query, found):
    response = client.get(f"{URL}?{query}")

    expected = {two[name] for name in found.split()}
    assert set(response.context["initiatives"]) == expected
    assert response.context["total"] == len(expected)


@pytest.mark.parametrize(
    "query",
    ["goal=99", "goal=x", "entity=NOPE", "country=XXX", "role=king", "region=999", "group=G7", "type=x", "theme=x",
     "modality=x", "status=x", "sort=random", "view=globe", "q=" + "a" * 201, "q=%00"],
)  # fmt: skip
def test_value_that_is_none_is_named_and_widens_nothing(client, two, query):
    response = client.get(f"{URL}?{query}")

    assert list(response.context["initiatives"]) == []
    assert response.context["total"] == 0
    assertContains(response, "This list cannot be shown as asked")


def test_language_switch_keeps_the_filters(client, two):
    response = client.get(f"{URL}?goal=2&entity=FAO")

    assertContains(response, "/ar/initiatives/?goal=2&amp;entity=FAO")
    assert set(client.get("/ar/initiatives/?goal=2&entity=FAO").context["initiatives"]) == {two["rice"]}


@pytest.mark.parametrize("query", ["", "goal=8", "country=BRA", "role=beneficiary", "q=rice", "status=closed&goal=2"])
def test_each_count_is_what_the_filter_then_finds(client, two, query):
    for facet in client.get(f"{URL}?{query}").context["facets"]:
        others = "&".join(pair for pair in query.split("&") if not pair.startswith(f"{facet.name}="))
        for option in facet.options:
            response = client.get(f"{URL}?{others}&{facet.name}={option['value']}")
            assert (facet.name, option["value"], response.context["total"]) == (
                facet.name, option["value"], option["count"]
            )  # fmt: skip


def test_count_of_a_facet_ignores_its_own_choice_and_respects_the_others(client, two):
    context = client.get(f"{URL}?goal=2&country=KEN").context

    assert counts(context, "goal") == {"2": 1, "8": 1}
    assert counts(context, "country") == {"KEN": 1, "IND": 1}
    assert counts(context, "entity") == {"FAO": 1, "WFP": 1}


def test_chosen_value_without_results_stays_to_be_removed(client, two):
    context = client.get(f"{URL}?goal=2&country=BRA").context

    assert counts(context, "country")["BRA"] == 0
    assert [(chip.name, chip.value) for chip in context["chips"]] == [("goal", "2"), ("country", "BRA")]


def test_empty_list_names_the_nearest_ways_out(client, two):
    response = client.get(f"{URL}?goal=2&country=BRA")

    assert [(chip.name, total) for chip, total in response.context["ways_out"]] == [("goal", 1), ("country", 1)]
    assertContains(response, "without “2 Goal 2 [en]”")


@pytest.mark.parametrize(
    ("sort", "order"),
    [("start", "rice water"), ("title", "rice water"), ("lead", "rice water"), ("updated", "water rice")],
)
def test_sort_orders(client, two, sort, order):
    Initiative.objects.filter(pk=two["rice"].pk).update(updated_at=timezone.now() - timezone.timedelta(days=1))

    assert list(client.get(f"{URL}?sort={sort}").context["initiatives"]) == [two[name] for name in order.split()]


def test_recently_updated_comes_first_by_default(client, two):
    two["water"].save()

    assert list(client.get(URL).context["initiatives"]) == [two["water"], two["rice"]]


def test_twenty_initiatives_stand_on_a_page(client, make):
    for number in range(21):
        make_initiative(make, title=f"Water {number}", complete=False)

    assert len(client.get(URL).context["initiatives"]) == 20
    assert len(client.get(f"{URL}?page=2&sort=title").context["initiatives"]) == 1
    assert client.get(f"{URL}?page=3").status_code == 404


def test_list_shows_and_counts_public_records_only(client, make, secretariat):
    for state in ("draft", "submitted", "returned", "archived"):
        make_initiative(make, state=state, title=f"Unseen {state}", goals=[13])
    shown = [make_initiative(make, state=state, title=state, goals=[1]) for state in ("published", "ended")]
    client.force_login(secretariat)

    response = client.get(URL)

    assert set(response.context["initiatives"]) == set(shown)
    assert (response.context["total"], response.context["all"]) == (2, 2)
    assert counts(response.context, "goal") == {"1": 2}
    assert "Unseen" not in response.content.decode()


@pytest.mark.parametrize("path", [URL, f"{URL}?view=map", f"{URL}?goal=8&q=water"])
def test_list_asks_the_same_number_of_queries_for_one_and_three_rows(client, make, path):
    make_initiative(make, title="Water 1")
    client.get(path)
    expected = {URL: 2, f"{URL}?view=map": 1, f"{URL}?goal=8&q=water": 7}[path]
    with assertNumQueries(expected):
        client.get(path)

    make_initiative(make, title="Water 2")
    make_initiative(make, title="Water 3")
    client.get(path)
    with assertNumQueries(expected):
        client.get(path)


def test_held_counts_follow_every_write(client, two):
    assert counts(client.get(URL).context, "goal") == {"2": 1, "8": 2}

    two["rice"].goals.filter(goal__number=2).delete()
    Initiative.objects.filter(pk=two["water"].pk).update(state="archived")

    assert counts(client.get(URL).context, "goal") == {"8": 1}


def test_map_counts_countries_by_role(client, two):
    Participation.objects.create(
        initiative=two["rice"], role="pivotal", country=two["water"].participations.first().country
    )

    response = client.get(f"{URL}?view=map")

    rows = {row["iso3"]: (row["shares"], row["receives"], row["total"]) for row in response.context["countries"]}
    assert rows == {"BRA": (2, 0, 2), "MOZ": (0, 1, 1), "KEN": (0, 1, 1), "IND": (1, 1, 1)}
    assertContains(response, "The designations employed and the presentation of material on this map")


def test_country_that_has_two_roles_counts_once(client, two):
    Participation.objects.create(
        initiative=two["water"], role="funder", country=two["water"].participations.first().country
    )

    assert counts(client.get(URL).context, "country")["BRA"] == 1


@pytest.mark.parametrize(("code", "direction"), [("en", "ltr"), ("ar", "rtl"), ("zh-hans", "ltr"), ("ru", "ltr")])
def test_list_opens_in_each_language(client, two, code, direction):
    response = client.get(f"/{code}/initiatives/")

    assertContains(response, f'dir="{direction}"')
    assertContains(response, f"Water [{code}]")


def test_entity_page_shows_its_initiatives_with_counts(client, two, make):
    response = client.get(reverse("entities:entity_detail", args=["wfp"]))

    assertContains(response, "Rice [en]")
    assert "Water [en]" not in response.content.decode()


def counts(context, name):
    facet = next(facet for facet in context["facets"] if facet.name == name)
    return {option["value"]: option["count"] for option in facet.options}
