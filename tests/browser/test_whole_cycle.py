"""A whole reporting cycle in four browsers: two entities, an officer and a visitor; from planning to the amended report
of a published cycle."""

from datetime import date, timedelta

import pytest
import time_machine
from playwright.sync_api import expect

from entities.models import Entity
from strategy import due_cycles
from strategy.models import Cycle, Question
from tests.browser.conftest import sign_in
from tests.browser.test_life_of_a_meeting import press
from tests.strategy.factory import make_cycle, make_questionnaire, make_report

pytestmark = pytest.mark.browser
TITLE = "Demo: a cycle from start to end"


class Whole:
    """Three people on one cycle. Each step is what one of them does, on the pages."""

    def __init__(self, officer, ilo, fao):
        self.officer, self.ilo, self.fao = officer, ilo, fao

    @property
    def cycle(self):
        return Cycle.objects.get(title_en=TITLE)

    def report(self, code):
        return self.cycle.reports.get(entity__code=code)

    def move(self, page, record, event, reason=""):
        """By the page that asks for a confirmation, or the button where there is nothing to ask."""
        address = record.get_transition_url(event)
        page.goto(record.get_absolute_url())
        press(page, f"main a[href='{address}'], main form[action='{address}'] button")
        if "/transition/" in page.url:
            if reason:
                page.fill("[name=reason]", reason)
            press(page)

    # The cycle

    def plan(self):
        page = self.officer
        page.goto("/en/strategy/cycles/new/")
        page.fill("[name=title_en]", TITLE)
        page.fill("[name=opens_on]", date.today().isoformat())
        page.fill("[name=due_on]", (date.today() + timedelta(days=30)).isoformat())
        page.fill("[name=closes_on]", (date.today() + timedelta(days=40)).isoformat())
        press(page, "main form[data-autosave] button.btn-primary")
        expect(page.locator("main")).to_contain_text("Planned")
        assert self.cycle.entities.count() == 2

    def open_by_itself(self):
        with time_machine.travel(self.cycle.opens_at + timedelta(hours=12)):
            due_cycles.look_after_cycles()
        assert self.cycle.state == "open"

    def remind(self):
        page = self.officer
        page.goto(self.cycle.get_absolute_url() + "remind/")
        expect(page.locator("main table")).to_contain_text("Français")
        press(page)
        expect(page.locator("main")).to_be_visible()
        self.ilo.goto("/en/desk/notifications/")
        expect(self.ilo.locator("main")).to_contain_text("The secretariat asks for the report of your entity.")

    # Writing

    def start(self, page):
        page.goto(self.cycle.get_absolute_url())
        press(page, "#h-own ~ ul button:has-text('Start the report')")

    def name(self, code, field="value"):
        question = Question.objects.get(section__questionnaire=self.cycle.questionnaires.get(), code=code)
        return f"[name=q{question.pk}-{field}]"

    def go_on(self, page, step):
        press(page, f"button[form=answers][value={step}]")

    def submit(self, page):
        self.go_on(page, "submit")
        press(page)

    def fill_from_last_cycle(self):
        """Three answers are still true, one number is another now."""
        page = self.ilo
        self.start(page)
        self.go_on(page, "next")
        self.submit_refused(page)
        page.goto(self.report("ILO").get_edit_url("1"))
        page.check(self.name("1.1", "confirmed"))
        page.check(self.name("1.2", "confirmed"))
        page.fill(self.name("1.3"), "15")
        self.go_on(page, "next")
        page.check(self.name("2.1", "confirmed"))
        self.submit(page)
        assert self.report("ILO").state == "submitted"

    def submit_refused(self, page):
        """What is carried over and not confirmed is no answer yet."""
        page.goto(self.report("ILO").get_transition_url("submit"))
        expect(page.locator("main")).to_contain_text("Confirm the answer of the last cycle")

    def fill_anew(self):
        page = self.fao
        page.goto(self.report("FAO").get_edit_url("1"))
        page.check(f"{self.name('1.1')}[value=no]")
        page.fill(self.name("1.3"), "5")
        self.go_on(page, "next")
        page.fill(self.name("2.1", "text"), "We have a plan.")
        self.submit(page)
        assert self.report("FAO").state == "submitted"

    def change_number(self, number):
        page = self.ilo
        self.move(page, self.report("ILO"), "revise")
        page.goto(self.report("ILO").get_edit_url("1"))
        page.fill(self.name("1.3"), number)
        self.go_on(page, "next")
        self.submit(page)

    # More time

    def extend(self):
        page = self.fao
        self.start(page)
        page.goto(self.cycle.get_absolute_url())
        press(page, "main a:has-text('Ask for more time')")
        page.fill("[name=asked_until]", (date.today() + timedelta(days=90)).isoformat())
        page.fill("[name=reason]", "Our country offices answer in the spring.")
        press(page, "main form[data-autosave] button.btn-primary")
        self.officer.goto("/en/desk/")
        press(self.officer, "main a:has-text('FAO asks for more time')")
        self.officer.fill("[name=until]", (date.today() + timedelta(days=60)).isoformat())
        press(self.officer, "main form[data-guard] button.btn-primary")
        page.goto(self.cycle.get_absolute_url())
        expect(page.locator("main")).to_contain_text("Extended to")
        self.ilo.goto(self.cycle.get_absolute_url())
        expect(self.ilo.locator("main")).not_to_contain_text("spring")

    def close_by_itself(self):
        """After the closing day; only the entity with more time writes on."""
        closes_on = date.today() - timedelta(days=1)
        Cycle.objects.filter(pk=self.cycle.pk).update(opens_on=closes_on, due_on=closes_on, closes_on=closes_on)
        due_cycles.look_after_cycles()
        assert self.cycle.state == "closed"
        self.officer.goto(self.cycle.get_transition_url("publish"))
        expect(self.officer.locator("main")).to_contain_text("FAO has more time until")

    # Results

    def accept(self, code):
        self.move(self.officer, self.report(code), "accept")
        assert self.report(code).state == "accepted"

    def expect_figure(self, page, number):
        page.goto(f"{self.cycle.get_absolute_url()}answers/whole/1.3/")
        expect(page.locator("main")).to_contain_text(number)


def earlier_cycle():
    """What ILO reported in the last cycle, accepted and published."""
    questionnaire = make_questionnaire(None, code="whole")
    entities = [Entity.objects.get(code=code) for code in ("ILO", "FAO")]
    last = make_cycle(
        None, slug="whole-2025", questionnaire=questionnaire, entities=entities, state="published", days_left=-300,
        year=2025, title_en="The cycle before",
    )  # fmt: skip
    make_report(None, entity=entities[0], cycle=last, state="accepted")


def test_cycle_from_planning_to_the_amended_report(open_window):
    earlier_cycle()
    officer, ilo, fao, visitor = (open_window() for _person in range(4))
    sign_in(officer, "secretariat@unossc.example")
    sign_in(ilo, "focal@ilo.example")
    sign_in(fao, "focal@fao.example")
    whole = Whole(officer, ilo, fao)

    whole.plan()
    whole.open_by_itself()
    whole.remind()
    whole.fill_from_last_cycle()
    whole.extend()
    whole.move(ilo, whole.report("ILO"), "recall")
    ilo.goto(whole.report("ILO").get_edit_url("2"))
    whole.submit(ilo)
    whole.move(officer, whole.report("ILO"), "return", reason="Count the regional centres too.")
    whole.change_number("20")
    whole.accept("ILO")
    whole.close_by_itself()
    whole.fill_anew()
    whole.accept("FAO")
    whole.move(officer, whole.cycle, "publish")
    assert visitor.goto(whole.cycle.get_absolute_url()).status == 200
    whole.expect_figure(fao, "20")

    whole.move(officer, whole.report("ILO"), "reopen", reason="A centre was counted twice.")
    whole.change_number("17")
    whole.expect_figure(fao, "20")
    whole.accept("ILO")
    whole.expect_figure(fao, "17")
    report = whole.report("ILO")
    assert report.number == 4
    ilo.goto(f"{report.get_absolute_url()}?submission=3")
    expect(ilo.locator("main")).to_contain_text("20")
    assert [words for page in (officer, ilo, fao, visitor) for words in page.complaints] == []
