"""The main job from start to end, on the content of the real meeting of 30 July 2024 and the open demo cycle."""

import re

import pytest
from playwright.sync_api import expect

from initiatives.models import Initiative
from meetings.models import Intervention
from strategy.models import Extension, Report
from tests.browser.conftest import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def ilo_report(site):
    return Report.objects.get(entity__code="ILO", cycle__slug="demo-cycle-2026")


def test_visitor_searches_in_arabic_opens_an_initiative_and_keeps_the_query_in_french(open_window):
    page = open_window("ar")
    page.goto("/ar/initiatives/")
    page.fill("main input[name=q]", "الانتقال")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("q="))
    initiative = Initiative.objects.get(code="INI-001")

    page.click(f"main a[href='/ar/initiatives/{initiative.slug}/']")
    expect(page.locator("h1")).to_contain_text(initiative.title_ar[:30])
    page.go_back()
    page.click("a[hreflang=fr]")

    expect(page).to_have_url(re.compile(r"/fr/initiatives/\?.*q="))
    assert page.input_value("main input[name=q]") == "الانتقال"
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    expect(page.locator(f"main a[href='/fr/initiatives/{initiative.slug}/']").first).to_be_visible()


def test_focal_point_logs_what_her_entity_said_in_french(open_window):
    page = open_window("fr")
    sign_in(page, "focal@ilo.example", "fr")
    page.goto("/fr/meetings/2024-07-30/")
    page.click("a[href$='interventions/new/?item=3']")
    assert page.input_value("select[name=original_language]") == "fr"

    page.fill("[name=text_fr]", "L’OIT a rendu compte de ses travaux.")
    page.click("button[name=on_record]")

    expect(page).to_have_url(re.compile(r"/fr/meetings/2024-07-30/"))
    expect(page.get_by_text("L’OIT a rendu compte de ses travaux.")).to_be_visible()
    intervention = Intervention.objects.get(text_fr="L’OIT a rendu compte de ses travaux.")
    assert (intervention.entity.code, intervention.item.number, intervention.original_language) == ("ILO", 3, "fr")

    visitor = open_window("en")
    visitor.goto("/en/meetings/2024-07-30/")
    # What is not cleared yet is for members; what ILO has published itself is for everybody.
    expect(visitor.get_by_text("L’OIT a rendu compte")).to_have_count(0)
    expect(visitor.get_by_text("Emerging and Special Partnerships Unit", exact=False).first).to_be_attached()


def answer_everything(page):
    """Answer whatever is open in each section, and go on to the next until the last."""
    for _section in range(6):
        for question in page.locator("section.ia-q").all():
            answer(question)
        last = page.locator("button[name=go][value=submit]")
        if last.count():
            return
        # The page makes the answers safe before it goes on.
        with page.expect_navigation():
            page.click("button[name=go][value=next]")


def answer(question):
    confirm = question.locator("input[type=radio][name$=confirmed]")
    if confirm.count():
        if not question.locator("input[type=radio][name$=confirmed]:checked").count():
            confirm.first.check()
        return
    radios = question.locator("input[type=radio][name$=-value]")
    boxes = question.locator("input[type=checkbox][name$=-value]")
    numbers = question.locator("input[name$=-value]:not([type=radio]):not([type=checkbox]):not([type=hidden])")
    texts = question.locator("textarea[name$=-text], input[name$=-text]")
    ranks = question.locator("select[name*=-value]")
    for place, rank in enumerate(ranks.all(), start=1):
        rank.select_option(index=place)
    if radios.count() and not question.locator("input[type=radio][name$=-value]:checked").count():
        radios.first.check()
    elif boxes.count() and not question.locator("input[type=checkbox][name$=-value]:checked").count():
        boxes.first.check()
    elif numbers.count() == 1 and not numbers.first.input_value():
        numbers.first.fill("12")
    elif texts.count() and not texts.first.input_value():
        texts.first.fill("Texte de démonstration.")


def test_report_is_filled_returned_with_a_comment_and_accepted(open_window, ilo_report):
    address = f"/strategy/reports/{ilo_report.pk}/"
    other = open_window("en")
    sign_in(other, "focal@fao.example")
    assert other.goto(f"/en{address}").status == 404

    focal = open_window("fr")
    sign_in(focal, "focal@ilo.example", "fr")
    focal.goto(f"/fr{address}edit/?section=1")
    answer_everything(focal)
    focal.click("button[name=go][value=submit]")
    focal.click("main form .btn-primary")
    ilo_report.refresh_from_db()
    assert ilo_report.state == "submitted"

    officer = open_window("en")
    sign_in(officer, "secretariat@unossc.example")
    officer.goto(f"/en{address}")
    thread = officer.locator("form[action*='/comment/']").first
    thread.locator("xpath=ancestor::details").evaluate_all("nodes => nodes.forEach(node => node.open = true)")
    thread.locator("textarea").fill("Please name the year.")
    thread.locator("button").first.click()
    officer.goto(f"/en{address}transition/return/")
    officer.fill("textarea[name=reason]", "One answer needs a year.")
    officer.click("main form .btn")
    ilo_report.refresh_from_db()
    assert ilo_report.state == "returned"

    focal.goto(f"/fr{address}")
    expect(focal.get_by_text("Please name the year.").first).to_be_attached()
    focal.click("form[action$='transition/revise/'] button, a[href$='transition/revise/']")
    focal.goto(f"/fr{address}transition/submit/")
    focal.click("main form .btn-primary")

    officer.goto(f"/en{address}")
    officer.click("form[action$='transition/accept/'] button, a[href$='transition/accept/']")
    if officer.url.endswith("/accept/"):
        officer.click("main form .btn-primary")
    ilo_report.refresh_from_db()
    assert (ilo_report.state, ilo_report.submissions.count()) == ("accepted", 2)

    # A cycle is published when no report waits any more, as FAO's did, and nobody has more time, as WFP has.
    cycle = ilo_report.cycle
    officer.goto(Extension.objects.granted().get(cycle=cycle).get_transition_url("end"))
    officer.fill("textarea[name=reason]", "All that is needed has come.")
    officer.click("main form .btn")
    waiting = Report.objects.get(entity__code="FAO", cycle=cycle)
    for record, event in ((waiting, "accept"), (cycle, "close"), (cycle, "publish")):
        officer.goto(record.get_transition_url(event))
        officer.click("main form .btn")
    visitor = open_window("en")
    assert visitor.goto(cycle.get_absolute_url()).status == 200
    expect(visitor.locator("main")).to_contain_text("ILO")
    visitor.goto(f"/en{address}")
    expect(visitor).to_have_url(re.compile("/accounts/login/"))
