"""The main job from start to end, on the content of the real meeting of 30 July 2024 and the demo cycle."""

import re

import pytest
from playwright.sync_api import expect

from initiatives.models import Initiative

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_visitor_searches_in_arabic_and_keeps_the_query_in_french(open_window):
    page = open_window("ar")
    page.goto("/ar/initiatives/")
    page.fill("main input[name=q]", "الانتقال العادل")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("q="))
    initiative = Initiative.objects.get(code="INI-001")
    page.click(f"main a[href='/ar/initiatives/{initiative.slug}/']")
    expect(page.locator("h1")).to_contain_text(initiative.title_ar[:30])
    page.go_back()

    page.click("a[hreflang=fr]")

    expect(page).to_have_url(re.compile(r"/fr/initiatives/\?.*q="))
    assert page.input_value("main input[name=q]") == "الانتقال العادل"
    expect(page.locator("html")).to_have_attribute("lang", "fr")
