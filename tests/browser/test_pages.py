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


# Axe judges structure and colours, which do not change with the words: each page in one situation for each direction.
JUDGED_BY_AXE = {"en": ("light, phone",), "ar": ("dark, desk",)}


def faults_of(page, language, path, expected_status=200):
    """What is wrong with one page, in words: on a phone by day, then at a desk by night."""
    page.set_viewport_size(PHONE)
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    response = page.goto(path)
    faults = []
    if response.status != expected_status:
        faults.append(f"status {response.status}")
    html = page.locator("html")
    if (html.get_attribute("lang"), html.get_attribute("dir")) != (language.html, language.direction):
        faults.append(f"lang {html.get_attribute('lang')}, dir {html.get_attribute('dir')}")
    if language.code in {"ar", "ru", "zh-hans"}:
        faults += [f"not translated: {text[:60]}" for text in page.evaluate(OWN_TEXTS) if ENGLISH.search(text)]
    faults += looks_of(page, language, "light, phone")
    page.set_viewport_size(DESK)
    if "dark, desk" in JUDGED_BY_AXE.get(language.code, ()):
        page.emulate_media(color_scheme="dark", reduced_motion="reduce")
        page.reload()  # colours that change under an open page are measured half-way
    faults += looks_of(page, language, "dark, desk")
    complaints = [text for text in page.complaints if not (expected_status == 404 and "404" in text)]
    faults += [f"console: {text}" for text in complaints]
    page.complaints.clear()
    return faults


def looks_of(page, language, situation):
    full, visible = page.evaluate(WIDTHS)
    faults = [f"{situation}: {full} px wide in a window of {visible}"] if full > visible else []
    if situation not in JUDGED_BY_AXE.get(language.code, ()):
        return faults
    for violation in Axe().run(page, options=AXE_OPTIONS).response["violations"]:
        nodes = "; ".join(str(node["target"]) for node in violation["nodes"][:3])
        faults.append(f"{situation}: axe {violation['id']}: {nodes}")
    return faults


# Of the pages behind the sign-in: one of each direction. All texts of all six are compared in tests/test_catalogues.py.
SIGNED_IN = ["en", "ar"]
WALKS = [("visitor", code) for code in languages.CODES]
WALKS += [(person, code) for person in (site_pages.FOCAL, site_pages.OFFICER) for code in SIGNED_IN]


@pytest.mark.parametrize(("person", "code"), WALKS)
def test_every_page_is_sound(person, code, open_window):
    language = languages.BY_CODE[code]
    pages_of = {
        "visitor": site_pages.public_pages,
        site_pages.FOCAL: site_pages.focal_pages,
        site_pages.OFFICER: site_pages.officer_pages,
    }
    with translation.override(code):
        paths = pages_of[person]()
    window = open_window(code)
    if person != "visitor":
        sign_in(window, person, code)

    faults = [
        f"{name}: {fault}"
        for name, path in paths.items()
        for fault in faults_of(window, language, path, 404 if name == "not found" else 200)
    ]

    assert not faults, "\n".join(faults)
