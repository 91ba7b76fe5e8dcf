"""The public pages of frameworks and indicators."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from core import languages
from strategy.models import Node
from tests.factory import in_six_languages
from tests.strategy.factory import make_framework, make_indicator


@pytest.mark.parametrize("code", languages.CODES)
def test_framework_is_shown_in_the_language_of_the_page(client, make, code):
    framework = make_framework(make)

    response = client.get(framework.get_absolute_url().replace("/en/", f"/{code}/"))

    assertContains(response, f"<h1>Framework UNSWS [{code}]</h1>", html=True)
    assertContains(response, f'dir="{languages.BY_CODE[code].direction}"')


def test_framework_is_offered_as_a_file_as_it_is_whatever_the_address_asks(client, make):
    framework = make_framework(make)

    page = client.get(framework.get_absolute_url(), {"page": "2"})

    for format in ("xlsx", "csv", "excel", "json"):
        address = reverse("strategy:framework_export", args=[framework.slug])
        assertContains(page, f'href="{address}?export={format}"')


def test_list_shows_every_framework_with_its_counts(client, make):
    make_framework(make)
    make_framework(make, code="OTHER", with_indicator=False)

    response = client.get("/en/strategy/")

    assertContains(response, "Framework UNSWS [en]")
    assertContains(response, "Framework OTHER [en]")
    assertContains(response, "1 indicator", count=1)


def test_sample_headings_are_marked_and_official_ones_too(client, make):
    framework = make_framework(make, symbol="DP/CF/SSC/7")
    assertNotContains(client.get(framework.get_absolute_url()), "Official")

    Node.objects.create(framework=framework, code="1", **in_six_languages("text", "Outcome"))

    response = client.get(framework.get_absolute_url())
    assertContains(response, "Sample — not official numbering", count=1)
    assertContains(response, "Official", count=1)


def test_indicator_stands_with_its_latest_value_and_its_source(client, make):
    framework = make_framework(make)

    response = client.get(framework.get_absolute_url())

    assertContains(response, "Indicator INS-1 [en]")
    assertContains(response, "81%")
    assertContains(response, "A/79/230")
    assertNotContains(response, "On track")


@pytest.mark.parametrize(
    ("value", "direction", "target", "status"),
    [
        (90, "up", 90, "met"),
        (85, "up", 100, "on_track"),
        (55, "up", 100, "behind"),
        (20, "down", 20, "met"),
        (22, "down", 10, "on_track"),
        (45, "down", 10, "behind"),
        (None, "up", 90, "no_data"),
        (50, "up", None, ""),
    ],
)
def test_status_follows_from_baseline_and_target(make, value, direction, target, status):
    node = make_framework(make, with_indicator=False).nodes.get()
    indicator = make_indicator(
        make,
        node,
        direction=direction,
        baseline_value=50,
        baseline_year=2021,
        target_value=target,
        target_year=2024 if target is not None else None,
    )

    assert indicator.status_of(value) == status


def test_target_that_equals_the_baseline_is_no_division_by_nought(make):
    node = make_framework(make, with_indicator=False).nodes.get()
    indicator = make_indicator(make, node, baseline_value=50, baseline_year=2021, target_value=50, target_year=2024)

    assert indicator.status_of(40) == "behind"


def test_indicator_page_names_each_source(client, make):
    framework = make_framework(make)

    response = client.get(framework.get_absolute_url() + "indicators/INS-1/")

    assertContains(response, "73%")
    assertContains(response, "81%")
    assertContains(response, "not stated")
    assertContains(response, "Quoted [en]")


def test_indicator_without_values_says_so(client, make):
    framework = make_framework(make, with_indicator=False)
    make_indicator(make, framework.nodes.get(), values=[])

    response = client.get(framework.get_absolute_url() + "indicators/INS-1/")

    assertContains(response, "No value is published yet")
    assertContains(response, "No questionnaire of the portal asks for this indicator.")


def test_indicator_of_another_framework_is_not_found(client, make):
    make_framework(make)
    other = make_framework(make, code="OTHER", with_indicator=False)

    assert client.get(other.get_absolute_url() + "indicators/INS-1/").status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "nothing/",
        "cycles/nothing/",
        "reports/999999/",
        "reports/" + "9" * 40 + "/",
        "unsws/indicators/NO/",
        "unsws/indicators/%00/",
        "unsws/indicators/INS-1%00/",
    ],
)
def test_what_does_not_exist_is_not_found(client, make, focal_point, path):
    make_framework(make)
    client.force_login(focal_point)

    assert client.get(f"/en/strategy/{path}").status_code == 404


def test_pages_cost_the_same_for_one_and_for_three(client, make, django_assert_num_queries):
    framework = make_framework(make)
    node = framework.nodes.get()
    client.get(framework.get_absolute_url())
    with django_assert_num_queries(7):
        client.get(framework.get_absolute_url())
    with django_assert_num_queries(4):
        client.get("/en/strategy/")

    for code in ("B", "C"):
        make_framework(make, code=code, with_indicator=False)
        other = Node.objects.create(framework=framework, code=code, parent=node, **in_six_languages("text", code))
        make_indicator(make, other, code=f"INS-{code}")
    with django_assert_num_queries(7):
        client.get(framework.get_absolute_url())
    with django_assert_num_queries(4):
        client.get("/en/strategy/")
