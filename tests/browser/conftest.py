"""A real browser on a real server, with the reference data and the demo content in the database."""

import os

import pytest
from playwright.sync_api import sync_playwright

from tests.browser import content

# Playwright's own loop makes Django believe that it runs in an async context.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"]
PHONE = {"width": 390, "height": 844}
DESK = {"width": 1440, "height": 900}


# Not of the session: while its loop runs, no test of the same process could run one of its own.
@pytest.fixture(scope="package")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def site(transactional_db, settings, live_server):
    """The address of a portal with all its content."""
    content.put_in_place()
    settings.SITE_URL = live_server.url
    return live_server.url


@pytest.fixture
def open_window(chromium, site):
    """open_window(language, scheme, size) -> a page that remembers what the console complained of."""
    contexts = []

    def open_window(language="en", scheme="light", size=DESK):
        context = chromium.new_context(
            base_url=site, locale=language, color_scheme=scheme, viewport=size, reduced_motion="reduce"
        )
        contexts.append(context)
        context.set_default_timeout(10_000)
        page = context.new_page()
        page.complaints = []
        page.on("console", lambda message: message.type == "error" and page.complaints.append(message.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        return page

    yield open_window
    for context in contexts:
        context.close()


def sign_in(page, email, language="en"):
    page.goto(f"/{language}/accounts/login/")
    page.fill("input[name=login]", email)
    page.fill("input[name=password]", "sstc-demo")
    page.click("main form button[type=submit], main form button:not([type])")
    page.wait_for_url("**/desk/")
