"""Every page as people see it: language, direction, accessibility, width, console."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import translation

from core import languages
from tests.browser import pages as site_pages
from tests.browser.conftest import DESK, PHONE, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

AXE_OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
# Text nodes that stand in no element of another language than the page.
OWN_TEXTS = """() => {
  const page = document.documentElement.lang, texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent.trim(), element = walker.currentNode.parentElement;
    if (text && element.closest("[lang]").lang === page && !element.closest("script, style, bdi, code"))
      texts.push(text);
  }
  return texts;
}"""
WIDTHS = "() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]"
# Three English words in a row are a sentence that nobody translated. Names have two.
ENGLISH = re.compile(r"\b[a-z]{2,} [a-z]{2,} [a-z]{2,}\b")


def faults_of(page, language, path, expected_status=200):
    """What is wrong with one page, in words."""
    response = page.goto(path)
    faults = []
    if response.status != expected_status:
        faults.append(f"status {response.status}")
    html = page.locator("html")
    if (html.get_attribute("lang"), html.get_attribute("dir")) != (language.html, language.direction):
        faults.append(f"lang {html.get_attribute('lang')}, dir {html.get_attribute('dir')}")
    full, visible = page.evaluate(WIDTHS)
    if full > visible:
        faults.append(f"{full} px wide in a window of {visible}")
    for violation in Axe().run(page, options=AXE_OPTIONS).response["violations"]:
        nodes = "; ".join(str(node["target"]) for node in violation["nodes"][:3])
        faults.append(f"axe {violation['id']}: {nodes}")
    if language.code in {"ar", "ru", "zh-hans"}:
        faults += [f"not translated: {text[:60]}" for text in page.evaluate(OWN_TEXTS) if ENGLISH.search(text)]
    complaints = [text for text in page.complaints if not (expected_status == 404 and "404" in text)]
    faults += [f"console: {text}" for text in complaints]
    page.complaints.clear()
    return faults


def walk(page, language, paths, scheme, size):
    return [
        f"{name} ({scheme}, {size['width']} px): {fault}"
        for name, path in paths.items()
        for fault in faults_of(page, language, path, 404 if name == "not found" else 200)
    ]


@pytest.mark.parametrize("code", languages.CODES)
@pytest.mark.parametrize("person", ["visitor", site_pages.FOCAL, site_pages.OFFICER])
def test_every_page_is_sound(code, person, open_window):
    language = languages.BY_CODE[code]
    pages_of = {
        "visitor": site_pages.public_pages,
        site_pages.FOCAL: site_pages.focal_pages,
        site_pages.OFFICER: site_pages.officer_pages,
    }
    with translation.override(code):
        paths = pages_of[person]()

    faults = []
    for scheme, size in (("light", PHONE), ("dark", DESK)):
        window = open_window(code, scheme, size)
        if person != "visitor":
            sign_in(window, person, code)
        faults += walk(window, language, paths, scheme, size)

    assert faults == []
