"""The content security policy stands on every answer, whoever gave it."""

import pytest
from django.urls import reverse

from tests.initiatives.factory import make_initiative


@pytest.mark.parametrize(
    "address",
    [
        "/",  # to a language
        "/en/",
        "/en",  # to the address with a slash
        "/en/desk/",  # to sign in
        "/en/no-such-page/",
        "/en/admin/",
        "/health/live",
        "/initiatives/",  # without a language
        "/en/accounts/login/",
        "/preferences/scheme/",  # only by POST
    ],
)
def test_every_answer_has_the_policy(client, db, address):
    policy = client.get(address)["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy


def test_page_of_the_administration_has_it(client, administrator):
    client.force_login(administrator)

    assert "Content-Security-Policy" in client.get(reverse("admin:index"))


def test_refusals_have_it(client, make, contributor):
    client.force_login(contributor)

    assert "Content-Security-Policy" in client.get(make_initiative(make, state="archived").get_edit_url())  # 403
    client.handler.enforce_csrf_checks = True
    assert "Content-Security-Policy" in client.post(reverse("set_scheme"), {"scheme": "dark"})
    assert "Content-Security-Policy" in client.get("/en/", headers={"host": "elsewhere.example"})  # 400


def test_page_of_a_fault_has_it(client, db, monkeypatch):
    from portal.views import home

    def fail(user):
        raise RuntimeError("secret detail")

    monkeypatch.setattr(home.counts, "catalogue", fail)
    client.raise_request_exception = False

    response = client.get("/en/")

    assert response.status_code == 500
    assert "Content-Security-Policy" in response
    assert "secret detail" not in response.text
