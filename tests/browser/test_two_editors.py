"""Two people in two browsers edit one intervention at once: neither text is lost."""

import pytest

from core import languages
from meetings.models import Intervention
from tests.browser.conftest import PHONE, sign_in

pytestmark = pytest.mark.browser


def test_second_of_two_browsers_is_shown_both_texts_and_merges_them(open_window):
    said = Intervention.objects.filter(entity__code="ILO", meeting__is_demo=True).first()
    text = languages.column("text", said.original_language)
    one, two = open_window(), open_window(size=PHONE)
    sign_in(one, "focal@ilo.example")
    sign_in(two, "alternate@ilo.example")
    for page in (one, two):
        page.goto(said.get_edit_url())

    one.fill(f"[name={text}]", "Words of the first browser")
    two.fill(f"[name={text}]", "Words of the second browser")
    save(one)
    one.wait_for_url(lambda url: "/edit/" not in url)
    save(two)

    two.wait_for_selector("#compare")
    assert "first" in two.inner_text("#compare del")
    assert "second" in two.inner_text("#compare ins")
    assert two.evaluate("document.documentElement.scrollWidth <= innerWidth")
    two.fill(f"#compare [name={text}]", "Words of both browsers")
    two.click("#compare button[value=merge]")
    two.wait_for_url(lambda url: "/edit/" not in url)

    said.refresh_from_db()
    assert getattr(said, text) == "Words of both browsers"
    # The browser itself reports the answer 409.
    assert [text for page in (one, two) for text in page.complaints if "409" not in text] == []


def save(page):
    page.click("main form button.btn-primary >> visible=true")
