"""Every page in six languages: how one gets there, and what stays the same."""

import re

import pytest
from django.urls import reverse
from django.utils import translation

from core import languages
from tests.initiatives.factory import make_initiative
from tests.resources.factory import make_resource

PAGES = ["home", "search", "country_list", "about", "accessibility", "privacy", "data", "entities:entity_list",
         "resources:resource_list", "account_login"]  # fmt: skip


def html_element(page):
    return " ".join(re.search(r"<html[^>]*>", page).group().split())


@pytest.mark.parametrize("language", languages.LANGUAGES, ids=lambda language: language.code)
@pytest.mark.parametrize("name", PAGES)
def test_public_page_says_its_language_and_direction(client, make, name, language):
    make_initiative(make)
    make_resource(make)
    with translation.override(language.code):
        url = reverse(name)

    page = client.get(url).content.decode()

    assert url.startswith(f"/{language.code}/")
    assert html_element(page) == f'<html lang="{language.html}" dir="{language.direction}">'


def test_arabic_is_read_from_right_to_left(client, make):
    assert 'dir="rtl"' in client.get("/ar/").content.decode()


def test_switcher_keeps_page_and_query(client, make):
    page = client.get("/en/resources/?kind=webinar&page=1").content.decode()

    for language in languages.LANGUAGES:
        assert f'href="/{language.code}/resources/?kind=webinar&amp;page=1"' in page


def test_switcher_names_each_language_in_itself(client, make):
    page = client.get("/en/").content.decode()

    for name in ["العربية", "中文", "English", "Français", "Русский", "Español"]:
        assert f">{name}</a>" in page


def test_error_page_is_in_the_language_of_the_address(client, make):
    response = client.get("/ar/no-such-page/")

    assert response.status_code == 404
    assert html_element(response.content.decode()) == '<html lang="ar" dir="rtl">'


@pytest.mark.parametrize(
    ("accepted", "chosen"),
    [("fr-CH, fr;q=0.9, en;q=0.8", "fr"), ("zh-CN", "zh-hans"), ("de, pt", "en"), ("", "en"), ("ru;q=0.2, es", "es")],
)
def test_front_door_follows_the_browser(client, accepted, chosen):
    response = client.get("/", headers={"accept-language": accepted})

    assert response["Location"] == f"/{chosen}/"


def test_front_door_prefers_the_language_that_was_chosen_before(client, make):
    client.get("/ar/about/", headers={"accept-language": "fr"})

    response = client.get("/", headers={"accept-language": "fr"})

    assert response["Location"] == "/ar/"


def test_front_door_differs_by_language_for_caches(client):
    response = client.get("/")

    assert {"accept-language", "cookie"} <= {name.strip().lower() for name in response["Vary"].split(",")}
