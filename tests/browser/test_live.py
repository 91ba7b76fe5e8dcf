"""Two note takers and a focal point work on one running meeting in three browsers: nothing of anybody is lost."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from meetings.models import Intervention, ItemTurn, Meeting
from tests.browser.conftest import PHONE, sign_in

pytestmark = pytest.mark.browser
SOON = 15_000  # a round takes five seconds


def test_two_note_takers_and_a_focal_point_lose_nothing(open_window):
    meeting = Meeting.objects.get(slug="demo-live")
    third = meeting.items.get(number=3)
    one, two, focal = open_window(), open_window(size=PHONE), open_window()
    sign_in(one, "secretariat@unossc.example")
    sign_in(two, "admin@portal.example")
    sign_in(focal, "focal@ilo.example")
    for page in (one, two):
        page.goto(reverse("meetings:meeting_live", args=[meeting.slug]))

    # By keyboard alone: the entity by an acronym in French, the text, and on record.
    one.keyboard.press("F2")
    one.keyboard.type("oit")
    one.keyboard.press("Tab")
    one.fill("[name=text]", "Said in the first browser")
    one.keyboard.press("Control+Enter")
    expect(one.locator("[data-live-words]")).to_have_text("ILO: on record")
    expect(one.locator("[name=text]")).to_have_value("")
    expect(one.locator("#id_entity")).to_be_focused()
    expect(two.locator("[data-part=said]")).to_contain_text("Said in the first browser", timeout=SOON)

    # While one of them writes, the other moves on: the text stays, and the item under which it began.
    two.fill("[name=text]", "Half a sentence in the second")
    one.keyboard.press("Alt+PageDown")
    expect(one.locator("#h-now")).to_contain_text("3. ")
    expect(two.locator("#h-now")).to_contain_text("3. ", timeout=SOON)
    expect(two.locator("[name=text]")).to_have_value("Half a sentence in the second")
    assert two.locator("[name=item] option:checked").inner_text().startswith("2. ")
    assert ItemTurn.objects.running().get(meeting=meeting).item == third

    # What the entity prepared meanwhile goes on record by one press.
    focal.goto(reverse("meetings:intervention_create", args=[meeting.slug]) + "?item=3")
    focal.fill("[name=text_en]", "Prepared by the entity")
    focal.click("main form button:has-text('Save as draft')")
    focal.wait_for_url(f"**{meeting.get_absolute_url()}**")
    prepared = one.locator("[data-part=prepared] li", has_text="Prepared by the entity")
    prepared.wait_for(timeout=SOON)
    prepared.get_by_role("button").click()
    expect(prepared).to_have_count(0, timeout=SOON)
    assert not Intervention.objects.get(text_en="Prepared by the entity").is_draft

    # A lost connection says so and keeps the text; what comes back is logged once.
    two.locator("#id_entity").fill("FAO")
    two.locator("#id_entity").press("Enter")
    two.context.set_offline(True)
    two.click("[data-log]")
    expect(two.locator("#savestate")).to_contain_text("connection lost", timeout=SOON)
    two.context.set_offline(False)
    expect(two.locator("#savestate")).to_contain_text("Saved", timeout=SOON)
    two.click("[data-log]")
    expect(two.locator("[name=text]")).to_have_value("", timeout=SOON)
    assert Intervention.objects.filter(text_en="Half a sentence in the second", item__number=2).count() == 1

    assert two.evaluate("document.documentElement.scrollWidth <= innerWidth")
    # The browser itself reports what it could not reach.
    known = ("ERR_INTERNET_DISCONNECTED",)
    assert [text for page in (one, two, focal) for text in page.complaints if not any(x in text for x in known)] == []
