"""The home page: its numbers are counted, and speak of nothing that a visitor may not see."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.html import strip_tags

from tests.initiatives.factory import make_initiative
from tests.meetings.factory import make_meeting
from tests.resources.factory import make_resource
from tests.strategy.factory import make_framework, make_indicator


@pytest.fixture
def home(client):
    def read(language="en"):
        return client.get(f"/{language}/").content.decode()

    return read


def figures(page):
    """{"published initiatives": 2, ...}"""
    strip = page[page.index("ia-strip") :]
    strip = strip[: strip.index("</dl>")]
    pairs = re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", strip)
    return {strip_tags(label): int(strip_tags(number)) for label, number in pairs}


def test_numbers_come_from_the_database(home, make):
    make_initiative(make)
    make_initiative(make, title="Second", participations=[{"role": "pivotal", "country": make.country("IND")}])
    make_resource(make)

    assert figures(home()) == {
        "published initiatives": 2,
        "entity of the United Nations system": 1,
        "partner countries and areas": 3,
        "resource to learn from": 1,
    }


def test_nothing_that_is_not_published_counts_or_shows(home, make):
    make_initiative(make, state="draft", title="Secret plan")
    make_initiative(make, state="submitted", title="Secret plan")
    make_initiative(make, state="archived", title="Secret plan")
    make_resource(make, state="draft", title="Secret lesson")
    make_meeting(make, is_public=False, title="Secret meeting")
    make_meeting(make, state="draft", is_public=True, title="Secret meeting")

    page = home()

    assert "Secret" not in page
    assert list(figures(page).values()) == [0, 1, 0, 0]


def test_a_country_in_two_roles_counts_once(home, make):
    brazil = make.country("BRA")
    make_initiative(
        make, participations=[{"role": "pivotal", "country": brazil}, {"role": "beneficiary", "country": brazil}]
    )

    page = home()

    assert figures(page)["partner country or area"] == 1
    assert re.search(r"Country BRA \[en\]</a></th><td class=\"ia-n\"><bdi class=\"ia-num\">1<", page)


def test_goals_have_their_number_of_initiatives(home, make):
    make.goal(8)
    make_initiative(make, goals=[8])
    make_initiative(make, goals=[8], title="Second")
    make_initiative(make, goals=[8], state="draft")

    page = home()

    assert 'href="/en/initiatives/?goal=8"' in page
    assert "2 initiatives)" in " ".join(strip_tags(page[page.index("h-goal") :]).split())


def test_three_latest_initiatives_have_a_card(home, make):
    for number in range(1, 5):
        make_initiative(make, title=f"No. {number}")

    cards = re.findall(r"ia-card.*?</article>", home(), flags=re.S)

    assert [re.search(r"No\. \d", card).group() for card in cards] == ["No. 4", "No. 3", "No. 2"]


def test_next_public_meetings_come_first_then_those_held(home, make):
    today = timezone.localdate()
    make_meeting(make, is_public=True, title="Held", date=today - timedelta(days=30), state="adopted")
    make_meeting(make, is_public=True, title="Coming", date=today + timedelta(days=30))
    make_meeting(make, is_public=True, title="Cancelled", date=today + timedelta(days=5), state="cancelled")

    page = home()

    assert "Cancelled [en]" not in page
    assert page.index("Coming [en]") < page.index("Held [en]")


def test_indicators_show_the_value_that_was_published(home, make):
    make_framework(make)

    text = " ".join(strip_tags(home()).split())

    assert "Indicator INS-1 [en]" in text
    assert "81%in 2023" in text
    assert "up by 8 points" in text


def test_indicator_with_one_value_shows_it(home, make):
    framework = make_framework(make, with_indicator=False)
    make_indicator(make, framework.nodes.get(), code="INS-4", values=[(2023, 29)])

    assert "one value only" in home()


def test_texts_are_in_the_language_of_the_page(home, make):
    make_initiative(make)

    page = home("fr")

    assert "Water [fr]" in page
    assert "Country BRA [fr]" in page


def test_home_of_an_empty_portal_says_what_will_come(home, make):
    assert "No initiative is published yet" in home()


@pytest.mark.parametrize("number", [1, 3])
def test_number_of_queries_does_not_grow(client, make, number, django_assert_num_queries):
    make_framework(make)
    for place in range(number):
        make_initiative(make, title=f"No. {place}")
        make_resource(make, title=f"No. {place}")
        make_meeting(make, is_public=True)
    client.get("/en/")  # fills what is held of reference data

    with django_assert_num_queries(QUERIES):
        client.get("/en/")


# Four numbers, framework, indicators with their values, meetings twice, cards with Goals and countries, Goals twice.
QUERIES = 16
