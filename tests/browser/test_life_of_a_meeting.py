"""The whole life of one meeting in three browsers: planned by an officer who takes the notes, made by a focal point,
read by a visitor; from the first proposal to the last verified action point."""

import re
from datetime import timedelta

import pytest
import time_machine
from playwright.sync_api import expect

from entities.models import Entity
from meetings import due_records, times
from meetings.models import Meeting, RecordRevision
from tests.browser.conftest import sign_in

pytestmark = pytest.mark.browser
SOON = 15_000


class Life:
    """Three people on one meeting. Each step is what one of them does, on the pages."""

    def __init__(self, officer, focal, visitor):
        self.officer, self.focal, self.visitor = officer, focal, visitor

    @property
    def meeting(self):
        return Meeting.objects.get(title_en="Demo: a meeting from start to end")

    def open(self, page, path=""):
        page.goto(self.meeting.get_absolute_url() + path)

    def move(self, event, reason=""):
        """A move of the meeting, by the button of its page and the page that asks."""
        self.open(self.officer)
        address = self.meeting.get_transition_url(event)
        press(self.officer, f"a[href='{address}'], form[action='{address}'] button")
        if "/transition/" in self.officer.url:
            if reason:
                self.officer.fill("[name=reason]", reason)
            press(self.officer)

    # Before the meeting

    def plan(self):
        page = self.officer
        page.goto("/en/meetings/new/")
        page.fill("[name=title_en]", "Demo: a meeting from start to end")
        page.fill("[name=date]", times.today_in().isoformat())
        page.fill("[name=start_time]", "23:58")
        page.fill("[name=end_time]", "23:59")
        page.check("[name=is_public]")
        press(page)
        page.wait_for_url("**/edit/**")
        self.open(page, "agenda/")
        page.fill("#add-item [name$=title]", "Opening of the demo")
        page.fill("#add-item [name$=minutes]", "10")
        press(page, "#add-item button")
        page.get_by_text("Opening of the demo").first.wait_for()
        self.move("schedule")
        assert self.meeting.state == "scheduled"

    def propose_item(self):
        page = self.focal
        self.open(page)
        press(page, "#proposals a")
        page.fill("[name=title_en]", "Modules on skills")
        page.fill("[name=reason_en]", "Country teams ask for them.")
        page.fill("[name=minutes]", "20")
        press(page)
        page.wait_for_url("**/agenda-proposals/**")
        self.officer.goto(page.url)
        press(self.officer, "main button:has-text('Put it on the agenda')")
        expect(self.officer.locator("main")).to_contain_text("2. Modules on skills")

    def answer_invitation(self):
        self.open(self.focal)
        press(self.focal, "#answers button[name=tap]")
        expect(self.focal.locator("#answers button[aria-pressed=true]")).to_have_count(1)

    # The meeting

    def take_notes(self):
        page = self.officer
        self.move("begin")
        self.open(page, "live/")
        page.click("[data-move=next]")
        expect(page.locator("#h-now")).to_contain_text("1. Opening")
        page.keyboard.press("Alt+PageDown")
        expect(page.locator("#h-now")).to_contain_text("2. Modules on skills")
        page.keyboard.press("F2")
        page.keyboard.type("FAO")
        page.keyboard.press("Tab")
        page.select_option("[name=kind]", "question")
        page.select_option("[name=addressed_to]", str(Entity.objects.get(code="ILO").pk))
        page.fill("[name=text]", "When will the modules be ready?")
        page.keyboard.press("Control+Enter")
        expect(page.locator("[data-part=questions]")).to_contain_text("When will the modules be ready?")

    def answer_question(self):
        page = self.focal
        page.goto("/en/desk/")
        page.get_by_role("link", name="When will the modules be ready?").first.click()
        page.fill("[name=text_en]", "The modules will be ready in June.")
        press(page, "button[name=on_record]")
        expect(page.locator("main")).to_contain_text("Answer to FAO")
        expect(self.officer.locator("[data-part=questions]")).not_to_contain_text("When will", timeout=SOON)

    def decide(self):
        page = self.officer
        press(page, "[data-part=now] a:has-text('Write a decision')")
        page.fill("[name=text_en]", "The modules are shared with all country teams.")
        press(page)
        assert page.url.endswith("/live/")
        press(page, "[data-part=now] a:has-text('Write an action point')")
        page.fill("[name=text_en]", "Share the modules.")
        page.get_by_label(re.compile("^ILO")).first.check()
        page.fill("[name=due]", (times.today_in() + timedelta(days=30)).isoformat())
        press(page)
        assert page.url.endswith("/live/")
        self.move("close")
        assert self.meeting.state == "record_preparation"
        assert not self.meeting.turns.running().exists()

    # The record

    def circulate(self):
        page = self.officer
        self.open(page, "record/circulate/")
        page.fill("[name=deadline_on]", (times.today_in() + timedelta(days=7)).isoformat())
        press(page)
        page.wait_for_url("**/record/")
        assert self.meeting.state == "clearance"

    def compile(self, words):
        self.open(self.officer, "record/")
        press(self.officer, "form[action$='/compile/'] button, a[href$='/compile/']")
        if self.officer.url.endswith("/compile/"):
            press(self.officer)
        expect(self.officer.locator("main")).to_contain_text(words)

    def propose_wording_and_object(self):
        page = self.focal
        self.open(page, "record/")
        press(page, "article a:has-text('wording')")
        page.fill("[name=after]", "The modules will be ready in July.")
        press(page)
        self.open(page, "record/")
        press(page, "a[href$='/object/']")
        page.fill("[name=reason]", "Our offer is missing.")
        press(page)
        self.officer.goto(self.meeting.get_absolute_url() + "record/clearance/")
        press(self.officer, "#proposals button:has-text('Accept')")
        expect(self.officer.locator("#objections")).to_contain_text("Our offer is missing.")

    def take_back(self):
        """An open objection holds the record back, whatever the clock says."""
        self.pass_deadline()
        assert self.meeting.state == "clearance"
        page = self.officer
        page.goto(self.meeting.get_transition_url("take_back"))
        page.fill("[name=reason]", "The offer is added.")
        press(page)
        assert self.meeting.state == "record_preparation"

    def add_offer(self):
        page = self.focal
        self.open(page)
        press(page, "a[href$='interventions/new/?item=2']")
        page.select_option("[name=kind]", "offer")
        page.fill("[name=text_en]", "We offer to adapt them.")
        press(page, "button[name=on_record]")
        expect(page.locator("main")).to_contain_text("We offer to adapt them.")

    def confirm(self):
        self.open(self.focal, "record/")
        expect(self.focal.locator("main")).to_contain_text("Rev.1")
        press(self.focal, "form[action$='/confirm/'] button")
        expect(self.focal.locator("main")).to_contain_text("ILO has confirmed")

    def pass_deadline(self):
        revision = RecordRevision.objects.open().get(record__meeting=self.meeting)
        with time_machine.travel(revision.deadline + timedelta(minutes=1)):
            due_records.look_after_records()

    # What becomes of it

    def report_and_verify(self):
        point = self.meeting.action_points.get()
        page = self.focal
        page.goto(point.get_transition_url("report_done"))
        page.fill("[name=reason]", "The modules are shared.")
        press(page)
        self.officer.goto(point.get_absolute_url())
        press(self.officer, "main button:has-text('Verify it'), main a:has-text('Verify it')")
        if "/transition/" in self.officer.url:
            press(self.officer)
        point.refresh_from_db()
        assert point.state == "verified"
        self.visitor.goto(point.get_absolute_url())
        expect(self.visitor).to_have_url(re.compile("login"))


PRIMARY = "main form button.btn-primary:visible, main form button.btn-danger:visible"


def press(page, button=PRIMARY):
    """Presses a button or a link, and waits for the page to which it leads."""
    with page.expect_navigation():
        page.locator(button).first.click()


def test_meeting_from_the_first_proposal_to_the_verified_action_point(open_window):
    officer, focal, visitor = open_window(), open_window(), open_window()
    sign_in(officer, "secretariat@unossc.example")
    sign_in(focal, "focal@ilo.example")
    life = Life(officer, focal, visitor)

    life.plan()
    life.propose_item()
    life.answer_invitation()
    life.take_notes()
    life.answer_question()
    life.decide()
    life.compile("ready in June")
    life.circulate()
    life.open(visitor)
    expect(visitor.locator("main")).not_to_contain_text("ready in June")
    life.propose_wording_and_object()
    life.take_back()
    life.add_offer()
    life.compile("ready in July")
    life.circulate()
    life.confirm()
    life.pass_deadline()
    assert life.meeting.state == "adopted"
    assert life.meeting.record.revisions.count() == 2

    life.open(visitor, "record/")
    text = visitor.locator("main")
    for words in ("Rev.1", "ready in July", "We offer to adapt them.", "shared with all country teams"):
        expect(text).to_contain_text(words)
    expect(text).not_to_contain_text("Share the modules.")
    life.report_and_verify()
    assert [words for page in (officer, focal, visitor) for words in page.complaints] == []
