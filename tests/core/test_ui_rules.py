"""Conventions of templates and style sheets that a machine can check."""

import hashlib
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.test import RequestFactory
from django.utils.translation import override

from core import badges, languages
from core.templatetags import ui
from portal.views import errors

CSS = sorted((settings.BASE_DIR / "static" / "css").glob("*.css"))
# The sheet of the administration sets colours of Django's own style sheet, which has no tokens of ours.
OF_THE_PORTAL = [path for path in CSS if path.name != "admin.css"]
TEMPLATES = sorted((settings.BASE_DIR / "templates").rglob("*.html"))
# A mail carries its styles with it: no mail program fetches a style sheet.
PAGES = [path for path in TEMPLATES if not {"mail", "email"} & set(path.parts)]
SPRITE = (settings.BASE_DIR / "static" / "icons.svg").read_text(encoding="utf-8")
SIDES = re.compile(
    r"(?<![\w-])(?:(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right|top|bottom)[\w-]*|"
    r"left|right|top|bottom|width|height|(?:min|max)-(?:width|height))\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right)"
)


def without_comments(text):
    return re.sub(r"/\*.*?\*/", "", text, flags=re.S)


@pytest.mark.parametrize("path", CSS, ids=lambda path: path.name)
def test_style_sheet_uses_logical_properties_only(path):
    # Conditions like (min-width: 44rem) are about the window and have no logical form.
    text = re.sub(r"@media[^{]*", "@media ", without_comments(path.read_text(encoding="utf-8")))

    assert SIDES.findall(text) == []


@pytest.mark.parametrize("path", OF_THE_PORTAL, ids=lambda path: path.name)
def test_colours_stand_in_the_tokens_only(path):
    text = without_comments(path.read_text(encoding="utf-8"))
    text = re.sub(r"@layer tokens \{.*?\n\}\n", "", text, flags=re.S)
    text = re.sub(r"@layer print \{.*\n\}\n", "", text, flags=re.S)
    text = re.sub(r"--sdg[\w-]*: #\w+;|var\(--sdg[^)]*\)|mask-image: [^;]+;", "", text)

    assert re.findall(r"#[0-9a-fA-F]{3,8}\b", text) == []


@pytest.mark.parametrize("path", CSS, ids=lambda path: path.name)
def test_style_sheet_loads_nothing_from_elsewhere(path):
    for address in re.findall(r"url\(\"?([^)\"]+)", path.read_text(encoding="utf-8")):
        assert (path.parent / address).exists()


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(settings.BASE_DIR / "templates")))
def test_template_has_nothing_inline(path):
    text = path.read_text(encoding="utf-8")

    assert re.findall(r"\sstyle=|\son[a-z]+=\"|<style|javascript:|url\(data:|src=\"data:", text) == []
    assert re.findall(r"<script(?![^>]*\ssrc=)", text) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(settings.BASE_DIR / "templates")))
def test_every_icon_of_a_template_is_in_the_sprite(path):
    text = path.read_text(encoding="utf-8")
    names = re.findall(r"{% icon \"([\w-]+)\"", text)
    names += re.findall(r"{% (?:empty|action_menu|banner) [^%]*?\"([a-z0-9]+(?:-[a-z0-9]+)+)\"", text)

    assert [name for name in names if f'id="{name}"' not in SPRITE] == []


def test_every_icon_of_a_badge_is_in_the_sprite():
    assert [key for key in badges.known() if f'id="{badges.get(key).icon}"' not in SPRITE] == []


def test_icons_that_turn_round_exist():
    assert [name for name in sorted(ui.DIRECTIONAL) if f'id="{name}"' not in SPRITE] == []


def test_vendored_files_are_those_of_their_readme():
    folder = Path(settings.BASE_DIR / "static" / "vendor")
    readme = (folder / "README.md").read_text(encoding="utf-8")
    for name in ("bootstrap.css", "bootstrap.rtl.css"):
        content = (folder / name).read_bytes()
        assert hashlib.sha256(content).hexdigest() in readme
        assert b"data:" not in content
        assert content.startswith(b"@layer bootstrap{")


@pytest.mark.parametrize("code", languages.CODES)
def test_server_error_page_needs_no_context_and_no_database(code):
    request = RequestFactory().get(f"/{code}/desk/")

    with override(code):
        response = errors.server_error(request)

    language = languages.BY_CODE[code]
    html = " ".join(response.content.decode().split())
    assert response.status_code == 500
    assert f'<html lang="{language.html}" dir="{language.direction}">' in html


@pytest.mark.django_db
def test_page_not_found_offers_ways_on(client, settings):
    settings.DEBUG = False

    response = client.get("/en/no-such-page/")

    assert response.status_code == 404
    html = response.content.decode()
    assert "There is no page at this address" in html
    assert 'href="/en/initiatives/"' in html


@pytest.mark.django_db
def test_sign_in_page_keeps_what_was_typed_and_says_what_is_wrong(client):
    response = client.post("/en/accounts/login/", {"login": "someone@ilo.example", "password": "wrong"})

    html = response.content.decode()
    assert "ia-errors" in html
    assert 'value="someone@ilo.example"' in html
    assert "<title>Error: Sign in" in html
