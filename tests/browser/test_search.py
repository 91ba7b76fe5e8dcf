"""The search with a keyboard: titles while one types, and without any script."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_titles_are_offered_and_chosen_by_keyboard(open_window):
    page = open_window(size=PHONE)
    page.goto("/en/search/")
    field, options = page.get_by_role("combobox"), page.get_by_role("option")
    requests = []
    page.on("request", lambda request: "/suggest/" in request.url and requests.append(request.url))

    field.press_sequentially("b", delay=20)
    page.wait_for_timeout(400)
    assert requests == []
    field.press_sequentially("eyond cot", delay=20)

    expect(options).to_have_count(1)
    assert len(requests) == 1
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(page.locator("main .ia-combo [role=status]")).not_to_be_empty()
    field.press("ArrowDown")
    expect(field).to_have_attribute("aria-activedescendant", options.first.get_attribute("id"))
    expect(options.first).to_have_attribute("aria-selected", "true")
    field.press("Escape")
    expect(options).to_have_count(0)
    expect(field).to_have_attribute("aria-expanded", "false")
    assert field.input_value() == "beyond cot"

    field.press_sequentially("t", delay=20)
    expect(options).to_have_count(1)
    field.press("ArrowDown")
    field.press("Enter")

    expect(page).to_have_url(re.compile("/en/initiatives/.*cotton"))
    assert page.complaints == []


def test_enter_without_a_choice_searches(open_window):
    page = open_window("ar")
    page.goto("/ar/search/")
    page.get_by_role("combobox").press_sequentially("التعاون", delay=20)
    expect(page.get_by_role("option")).to_have_count(8)

    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile(r"/ar/search/\?q="))
    expect(page.locator(".ia-result mark").first).to_be_visible()


def test_search_works_without_script(chromium, site):
    context = chromium.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()
    page.goto("/en/search/")
    expect(page.get_by_role("combobox")).to_have_count(0)
    page.fill("#q", "water")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"\?q=water"))
    page.locator(".ia-scope a", has_text="Resources").click()

    expect(page).to_have_url(re.compile("in=resources"))
    expect(page.locator(".ia-result")).to_have_count(1)
    context.close()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_magnifier_opens_a_field_that_offers_titles(open_window, language):
    page = open_window(language, size=PHONE)
    page.goto(f"/{language}/about/")
    opener, field = page.locator("[data-opens-search]"), page.locator("#header-q")
    expect(opener).to_have_attribute("aria-expanded", "false")
    expect(field).to_be_hidden()

    opener.focus()
    page.keyboard.press("Space")
    expect(field).to_be_focused()
    expect(opener).to_have_attribute("aria-expanded", "true")
    field.press_sequentially("INI-0", delay=20)
    expect(page.get_by_role("option")).to_have_count(8)

    page.keyboard.press("Escape")
    expect(page.get_by_role("option")).to_have_count(0)
    expect(field).to_be_focused()
    page.keyboard.press("Escape")
    expect(field).to_be_hidden()
    expect(opener).to_be_focused()

    page.keyboard.press("Enter")
    field.fill("water")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(rf"/{language}/search/\?q=water"))
    assert page.complaints == []
