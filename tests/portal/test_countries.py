"""Countries: who takes part in what, counted from published initiatives only."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags

from core.models import GroupMembership, Region
from tests.factory import in_six_languages
from tests.initiatives.factory import make_initiative


@pytest.fixture
def listed(client):
    """{iso3: row} of the list as asked."""

    def ask(**query):
        response = client.get(reverse("country_list"), query)
        return {row["iso3"]: row for _region, rows in response.context["regions"] for row in rows}

    return ask


def words(response):
    return " ".join(strip_tags(response.content.decode()).split())


def test_only_countries_of_published_initiatives_are_listed(listed, make):
    make_initiative(make)
    make_initiative(make, state="draft", participations=[{"role": "pivotal", "country": make.country("CUB")}])
    make.country("FRA")

    assert set(listed()) == {"BRA", "MOZ"}


def test_counts_by_role(listed, make):
    brazil, india = make.country("BRA"), make.country("IND")
    make_initiative(make, participations=[{"role": "pivotal", "country": brazil}])
    make_initiative(
        make, title="Both", participations=[{"role": "mutual", "country": brazil}, {"role": "funder", "country": india}]
    )

    rows = listed()

    assert {name: rows["BRA"][name] for name in ("shares", "receives", "supports", "total")} == {
        "shares": 2, "receives": 1, "supports": 0, "total": 2,
    }  # fmt: skip
    assert rows["IND"]["supports"] == 1


def test_country_that_gives_and_takes_in_one_initiative_counts_once_in_all(listed, make):
    brazil = make.country("BRA")
    make_initiative(
        make, participations=[{"role": "pivotal", "country": brazil}, {"role": "beneficiary", "country": brazil}]
    )

    assert listed()["BRA"]["total"] == 1


def test_groups_are_those_valid_today(listed, make):
    today = timezone.localdate()
    brazil, mozambique = make.country("BRA"), make.country("MOZ")
    GroupMembership.objects.create(country=mozambique, group="LDC")
    GroupMembership.objects.create(country=mozambique, group="SIDS", ends=today)
    GroupMembership.objects.create(country=brazil, group="LDC", ends=today + timedelta(days=1))
    make_initiative(make)

    rows = listed()

    assert (rows["MOZ"]["groups"], rows["BRA"]["groups"]) == (["LDC"], ["LDC"])


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"q": "country moz"}, {"MOZ"}),
        ({"q": "moz [zh"}, {"MOZ"}),
        ({"group": "LDC"}, {"MOZ"}),
        ({"group": ["LDC", "SIDS"]}, set()),
        ({"q": "nowhere"}, set()),
        ({"group": "G77"}, set()),
    ],
)
def test_search_and_group(listed, make, query, found):
    GroupMembership.objects.create(country=make.country("MOZ"), group="LDC")
    make_initiative(make)

    assert set(listed(**query)) == found


def test_countries_stand_in_their_region_in_the_order_of_the_language(client, make):
    africa = Region.objects.create(code="002", **in_six_languages("name", "Africa"))
    make.country("MOZ", region=africa, sort_ranks={"en": 2, "ar": 1})
    make.country("BRA", region=africa, sort_ranks={"en": 1, "ar": 2})
    make_initiative(make)

    def order(language):
        regions = client.get(f"/{language}/countries/").context["regions"]
        return [(region.code, [row["iso3"] for row in rows]) for region, rows in regions]

    assert order("en") == [("002", ["BRA", "MOZ"])]
    assert order("ar") == [("002", ["MOZ", "BRA"])]


def test_page_of_a_country_shows_its_initiatives_by_role(client, make):
    make_initiative(make, title="Given")
    make_initiative(make, title="Taken", participations=[{"role": "beneficiary", "country": make.country("BRA")}])
    make_initiative(make, title="Secret", state="draft")

    response = client.get(reverse("country_detail", args=["BRA"]))

    assert [(item["role"], len(item["participations"])) for item in response.context["roles"]] == [
        ("pivotal", 1), ("beneficiary", 1),
    ]  # fmt: skip
    assert "Takes part in 2 published initiatives." in words(response)
    assert "Secret" not in response.content.decode()


def test_page_of_a_country_says_since_when_and_until_when_it_is_in_a_group(client, make):
    country = make.country("BTN")
    GroupMembership.objects.create(country=country, group="LDC", starts=date(1971, 1, 1), ends=date(2023, 12, 13))
    GroupMembership.objects.create(country=country, group="LLDC")

    text = words(client.get(reverse("country_detail", args=["BTN"])))

    assert "13 December 2023" in text
    assert "Member today" in text
    assert "Ended" in text


def test_code_may_be_typed_in_small_letters(client, make):
    make.country("BRA")

    assert client.get("/en/countries/bra/").status_code == 200


@pytest.mark.parametrize("code", ["XXX", "BR", "BRAZIL", "%00"])
def test_unknown_country_is_not_found(client, make, code):
    make.country("BRA")

    assert client.get(f"/en/countries/{code}/").status_code == 404


def test_country_without_initiative_says_so(client, make):
    text = words(client.get(reverse("country_detail", args=[make.country("FRA").iso3])))

    assert "Takes part in no published initiative yet." in text
    assert "In none of the three groups" in text


@pytest.mark.parametrize("number", [1, 3])
def test_number_of_queries_of_the_list_does_not_grow(listed, make, number, django_assert_num_queries):
    for place in range(number):
        make_initiative(make, participations=[{"role": "pivotal", "country": make.country(f"{place}AA")}])

    with django_assert_num_queries(3):  # participations, groups, countries with regions
        listed()


@pytest.mark.parametrize("number", [1, 3])
def test_number_of_queries_of_one_country_does_not_grow(client, make, number, django_assert_num_queries):
    url = reverse("country_detail", args=[make.country("BRA").iso3])
    for place in range(number):
        make_initiative(make, title=f"No. {place}")
    client.get(url)

    with django_assert_num_queries(12):  # one for each of the eight roles
        client.get(url)
