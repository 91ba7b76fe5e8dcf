"""The whole meeting on one light page."""

import re

import pytest
from django.urls import reverse
from django.utils import translation
from pytest_django.asserts import assertContains, assertNotContains

from core import languages
from tests.meetings.factory import (
    make_action_point,
    make_decision,
    make_document,
    make_item,
    make_meeting,
    make_meeting_with_hours,
)

MOST = 100 * 1024


def address(meeting, language="en"):
    with translation.override(language):
        return reverse("meetings:plain", args=[meeting.slug])


@pytest.fixture
def long_meeting(make, ilo):
    meeting = make_meeting_with_hours(make, is_public=True, state="adopted", title="A meeting with a long title " * 8)
    for number in range(1, 41):
        title = f"Item {number} with a title as long as those of the United Nations " * 3
        item = make_item(
            make, meeting, title=title, number=number, minutes=10, presenters=[(ilo, "")], summary_en="Words " * 60
        )
        make_document(make, meeting, item=item, title="A paper with a name")
        if number % 2:
            make_decision(make, meeting, item=item, text="The meeting decided something of some length " * 4)
            make_action_point(make, meeting, ilo, item=item, text="Something is to be done by somebody " * 3)
    return meeting


def test_forty_items_in_six_languages_stay_under_100_kilobytes(client, long_meeting, focal_point):
    client.force_login(focal_point)

    for language in languages.CODES:
        page = client.get(address(long_meeting, language))
        assert page.status_code == 200
        assert len(page.content) < MOST, (language, len(page.content))
        text = page.content.decode()
        assert text.count("<h3") >= 60  # 40 items and 20 decisions
        assert f"[{language}]" in text


def test_page_has_no_script_no_picture_and_no_style_of_its_own_and_links_to_the_rest(client, make):
    meeting = make_meeting(make, is_public=True)
    make_item(make, meeting, title="Opening")

    page = client.get(address(meeting))

    assert not re.findall(r"<(?:script|img|svg|style|iframe)|style=|\son\w+=", page.content.decode())
    assert page.content.decode().count('rel="stylesheet"') == 1
    whole = meeting.get_absolute_url()
    for link in (whole, f"{whole}agenda.pdf", address(meeting, "ar")):
        assertContains(page, link)
    assertContains(page, "<h3>1. Opening [en]</h3>", html=True)
    assertContains(client.get(address(meeting, "ar")), '<html lang="ar" dir="rtl">')


def test_visitor_finds_nothing_of_the_members(client, make, ilo, focal_point):
    meeting = make_meeting(make, is_public=True, state="adopted")
    closed = make_item(make, meeting, title="Budget-secret", is_members_only=True)
    make_decision(make, meeting, item=closed, text="Decided-secret")
    make_action_point(make, meeting, ilo, text="Act-secret")
    make_document(make, meeting, level="members", title="Note-secret")

    page = client.get(address(meeting))

    assertNotContains(page, "secret")
    assertContains(page, "Item for members")
    client.force_login(focal_point)
    for words in ("Budget-secret", "Decided-secret", "Act-secret", "Note-secret", "Contains parts for members only"):
        assertContains(client.get(address(meeting)), words)
