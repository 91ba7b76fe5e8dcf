"""Light or dark, and where one comes back to."""

import pytest
from django.urls import reverse


def choose(client, scheme, **data):
    return client.post(reverse("set_scheme"), {"scheme": scheme, **data})


def test_chosen_scheme_is_kept_and_shown(client, make):
    response = choose(client, "dark", next="/fr/about/")

    assert response["Location"] == "/fr/about/"
    assert 'data-bs-theme="dark"' in client.get("/fr/about/").content.decode()


def test_automatic_scheme_leaves_the_choice_to_the_system(client, make):
    choose(client, "dark")
    choose(client, "auto")

    assert "data-bs-theme" not in client.get("/en/about/").content.decode()


def test_unknown_scheme_changes_nothing(client):
    response = choose(client, "<script>")

    assert "scheme" not in response.cookies


def test_cookie_with_nonsense_is_taken_as_automatic(client, make):
    client.cookies["scheme"] = 'x" onload=alert(1)'

    page = client.get("/en/about/").content.decode()

    assert "onload" not in page
    assert "data-bs-theme" not in page


@pytest.mark.parametrize(
    "target", ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)"]
)
def test_address_of_another_site_is_not_followed(client, target):
    assert choose(client, "dark", next=target)["Location"] == "/en/"


@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example/"])
def test_sign_in_leads_to_no_other_site(client, focal_point, target):
    url = f"{reverse('account_login')}?next={target}"

    response = client.post(url, {"login": focal_point.email, "password": "sstc-demo", "next": target})

    assert response["Location"] == reverse("desk")


@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example/"])
def test_change_of_language_leads_to_no_other_site(client, target):
    response = client.post(reverse("set_language"), {"language": "fr", "next": target})

    assert "evil.example" not in response["Location"]
