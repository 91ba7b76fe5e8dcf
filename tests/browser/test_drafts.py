"""Nothing typed is lost: the network is cut, the session expires, the tab is killed."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from core.models import Draft
from initiatives.models import Initiative
from strategy.models import Answer, Evidence, Question, QuestionType, Report
from tests.browser.conftest import PHONE, sign_in
from tests.browser.test_pages import AXE_OPTIONS

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FOCAL, OTHER = "focal@ilo.example", "focal@fao.example"
STATE = "#savestate [data-when]:not([hidden])"
COPIES = "() => Object.keys(localStorage).filter(key => key.startsWith('draft:')).length"
TEXT = "A text that nobody shall lose"


@pytest.fixture
def initiative(site):
    return Initiative.objects.get(lead__code="ILO", state="draft", replaces=None)


@pytest.fixture
def form(open_window, initiative):
    """The form of ILO's draft initiative, open in the browser of its focal point."""
    page = open_window()
    sign_in(page, FOCAL)
    page.goto(initiative.get_edit_url())
    return page


def title(page):
    """The title in the original language: its tab is open."""
    return page.locator("[data-langset]").first.locator("[data-code]:not([hidden]) input")


def state(page):
    return page.locator(STATE)


def cut(page):
    page.context.set_offline(True)


def connect(page):
    page.context.set_offline(False)


def expire():
    Session.objects.all().delete()


def says(page, words):
    expect(state(page)).to_have_text(re.compile(words), timeout=15_000)


def test_form_saves_itself_while_one_types(form, initiative):
    title(form).fill(TEXT)
    says(form, r"^Saved at \d\d:\d\d$")

    stored = initiative.title
    initiative.refresh_from_db()
    assert initiative.title == stored
    form.reload()
    expect(title(form)).to_have_value(TEXT)
    expect(form.locator("main")).to_contain_text("that is not saved yet")
    assert form.evaluate(COPIES) == 0


def test_nothing_is_sent_while_nothing_changed(form):
    sent = []
    form.on("request", lambda request: request.method == "POST" and sent.append(request.url))
    title(form).fill(TEXT)
    says(form, "^Saved at")
    title(form).press("End")
    title(form).press("x")
    title(form).press("Backspace")
    form.wait_for_timeout(3000)

    assert len(sent) == 1


def test_text_typed_while_the_network_is_cut_is_saved_when_it_is_back(form):
    cut(form)
    title(form).fill(TEXT)
    says(form, "^Not saved: connection lost, kept in this browser$")
    assert form.evaluate(COPIES) == 1
    assert not Draft.objects.exists()

    connect(form)

    says(form, r"^Saved again at \d\d:\d\d$")
    assert form.evaluate(COPIES) == 0
    form.reload()
    expect(title(form)).to_have_value(TEXT)


def test_text_that_is_taken_back_while_the_network_is_cut_is_no_worry(form):
    before = title(form).input_value()
    cut(form)
    title(form).fill(TEXT)
    says(form, "^Not saved")
    title(form).fill(before)

    expect(state(form)).to_have_count(0, timeout=15_000)
    form.wait_for_function("() => !Object.keys(localStorage).some(key => key.startsWith('draft:'))")


def test_button_pressed_while_the_network_is_cut_leaves_the_page_as_it_is(form, initiative):
    cut(form)
    title(form).fill(TEXT)
    form.click("button[form=initiative-form]")
    says(form, "^Not saved: connection lost, kept in this browser$")
    expect(title(form)).to_have_value(TEXT)

    connect(form)
    form.click("button[form=initiative-form]")

    form.wait_for_url(f"**{initiative.get_absolute_url()}")
    expect(form.locator("main")).to_contain_text("The draft is saved.")
    assert form.evaluate(COPIES) == 0
    assert not Draft.objects.exists()
    initiative.refresh_from_db()
    assert TEXT in (initiative.title_en, initiative.title_fr, initiative.title_es)


def test_text_of_a_killed_tab_comes_back_with_its_rows_and_choices(form, initiative):
    cut(form)
    title(form).fill(TEXT)
    form.locator("[data-langset]").nth(1).get_by_role("tab", name="العربية").click()
    form.fill("[name=summary_ar]", "نص لا يضيع")
    goals = form.locator("[name=goals]")
    chosen = "13" if not form.locator("[name=goals][value='13']").is_checked() else "4"
    form.check(f"[name=goals][value='{chosen}']")
    row = form.locator("[name^=participations-][name$=-name]").last
    name = row.get_attribute("name")
    row.fill("Half a coun")
    says(form, "^Not saved")
    form.wait_for_timeout(500)
    assert goals.count() == 17
    form.close()  # without a word to the page

    page = form.context.new_page()
    connect(page)
    page.goto(initiative.get_edit_url())
    offer = page.locator("[data-offer]")
    expect(offer).to_contain_text(re.compile(r"A text of \d\d:\d\d is kept in this browser"))
    expect(title(page)).not_to_have_value(TEXT)
    offer.get_by_role("button", name="Take it").click()

    expect(page.locator("main")).to_contain_text("that is not saved yet")
    expect(title(page)).to_have_value(TEXT)
    expect(page.locator("[name=summary_ar]")).to_have_value("نص لا يضيع")
    expect(page.locator(f"[name=goals][value='{chosen}']")).to_be_checked()
    expect(page.locator(f"[name={name}]")).to_have_value("Half a coun")
    expect(page.locator("[data-offer]")).to_be_hidden()
    assert page.evaluate(COPIES) == 0


def test_text_of_a_killed_tab_can_be_thrown_away(form, initiative):
    cut(form)
    title(form).fill(TEXT)
    says(form, "^Not saved")
    form.close()
    page = form.context.new_page()
    connect(page)
    page.goto(initiative.get_edit_url())

    page.locator("[data-offer]").get_by_role("button", name="Throw it away").click()

    expect(page.locator("[data-offer]")).to_be_hidden()
    assert page.evaluate(COPIES) == 0
    page.reload()
    expect(page.locator("[data-offer]")).to_be_hidden()


def test_taking_a_text_does_not_lose_the_one_that_stood_there(form, initiative):
    cut(form)
    title(form).fill(TEXT)
    says(form, "^Not saved")
    form.close()
    page = form.context.new_page()
    connect(page)
    page.goto(initiative.get_edit_url())
    title(page).fill("Typed later")
    says(page, "^Saved at")
    page.reload()

    page.locator("[data-offer]").get_by_role("button", name="Take it").click()
    expect(title(page)).to_have_value(TEXT)
    page.locator("[data-offer]").get_by_role("button", name="Take it").click()

    expect(title(page)).to_have_value("Typed later")


def test_session_that_expired_is_renewed_in_place(form):
    expire()
    title(form).fill(TEXT)
    says(form, "^Not saved: you were signed out")
    form.get_by_role("button", name="Sign in again").click()
    dialog = form.get_by_role("dialog", name="Sign in again")
    expect(dialog.get_by_label("Password")).to_be_focused()
    violations = Axe().run(form, options=AXE_OPTIONS).response["violations"]
    assert not [(violation["id"], violation["nodes"][0]["target"]) for violation in violations]

    dialog.get_by_label("Password").fill("wrong")
    dialog.get_by_role("button", name="Sign in").click()
    expect(dialog.get_by_role("alert")).not_to_be_empty()
    expect(dialog.locator("[data-problem]:not([hidden])")).to_have_count(1)
    dialog.get_by_label("Password").fill("sstc-demo")
    dialog.get_by_label("Password").press("Enter")

    expect(dialog).to_be_hidden()
    says(form, r"^Saved again at \d\d:\d\d$")
    assert Draft.objects.get().user.email == FOCAL
    form.reload()
    expect(title(form)).to_have_value(TEXT)


def test_button_pressed_after_the_session_expired_asks_for_the_password_and_goes_on(form, initiative):
    expire()
    title(form).fill(TEXT)
    form.click("button[form=initiative-form]")
    form.get_by_role("dialog").get_by_label("Password").fill("sstc-demo")
    form.get_by_role("dialog").get_by_role("button", name="Sign in").click()

    form.wait_for_url(f"**{initiative.get_absolute_url()}")
    assert not Draft.objects.exists()


def test_dialog_closes_by_escape_and_keeps_the_text(form):
    expire()
    title(form).fill(TEXT)
    says(form, "signed out")
    form.get_by_role("button", name="Sign in again").click()
    form.keyboard.press("Escape")

    expect(form.get_by_role("dialog")).to_be_hidden()
    expect(form.get_by_role("button", name="Sign in again")).to_be_focused()
    expect(title(form)).to_have_value(TEXT)


def test_page_notices_that_one_signed_in_in_another_window(form):
    expire()
    title(form).fill(TEXT)
    says(form, "signed out")
    window = form.context.new_page()
    sign_in(window, FOCAL)
    window.close()
    form.evaluate("() => dispatchEvent(new Event('focus'))")

    says(form, "^Saved again at")


def test_text_is_not_given_to_somebody_else_who_signs_in(form):
    expire()
    title(form).fill(TEXT)
    says(form, "signed out")
    window = form.context.new_page()
    sign_in(window, OTHER)
    title(form).fill(TEXT + " and more")
    form.get_by_role("button", name="Sign in again").click()
    form.get_by_role("dialog").get_by_label("Password").fill("sstc-demo")
    form.get_by_role("dialog").get_by_role("button", name="Sign in").click()

    expect(form.get_by_role("dialog").get_by_role("alert")).to_contain_text("Somebody else is signed in")
    form.keyboard.press("Escape")
    form.click("button[form=initiative-form]")
    says(form, "somebody else is signed in now")
    assert not Draft.objects.exists()
    expect(title(form)).to_have_value(TEXT + " and more")


def test_old_token_is_renewed_without_a_word(form):
    form.context.clear_cookies(name="csrftoken")
    title(form).fill(TEXT)

    says(form, "^Saved at")


def test_page_says_early_that_somebody_else_saved(form, initiative):
    initiative.save()
    title(form).fill(TEXT)

    says(form, "^Saved at")
    expect(form.locator("[data-outdated]")).to_contain_text("Somebody else saved this")


def test_signing_out_takes_the_copies_of_this_browser_away(form, initiative):
    cut(form)
    title(form).fill(TEXT)
    says(form, "^Not saved")
    form.close()
    page = form.context.new_page()
    connect(page)
    page.goto(initiative.get_absolute_url())
    assert page.evaluate(COPIES) == 1
    page.click("details.ia-menu summary.btn")
    page.get_by_role("button", name="Sign out").click()
    page.locator("main form button").first.wait_for(state="attached")
    page.wait_for_function("() => !Object.keys(localStorage).some(key => key.startsWith('draft:'))")

    assert page.evaluate(COPIES) == 0


def test_answers_of_a_report_come_back_after_the_network_was_cut_and_the_tab_killed(open_window, site):
    report = Report.objects.filter(entity__code="ILO", state="draft").first()
    questions = Question.objects.filter(section__questionnaire=report.questionnaire)
    words = questions.filter(type=QuestionType.LONG_TEXT).select_related("section").first()
    address = report.get_edit_url(words.section.code)
    page = open_window()
    sign_in(page, FOCAL)
    page.goto(address)
    cut(page)
    page.fill(f"[name=q{words.pk}-text]", TEXT)
    page.locator("[name$='-url']").first.evaluate("field => field.closest('details')?.setAttribute('open', '')")
    page.locator("[name$='-url']").first.fill("https://www.un.org/half")
    says(page, "^Not saved: connection lost, kept in this browser$")
    page.close()

    page = page.context.new_page()
    connect(page)
    page.goto(address)
    page.locator("[data-offer]").get_by_role("button", name="Take it").click()

    # The answer is in the report; half a link is not evidence yet, and waits as a draft.
    expect(page.locator(f"[name=q{words.pk}-text]")).to_have_value(TEXT)
    assert Answer.objects.get(report=report, question=words).text == TEXT
    expect(page.locator("[name$='-url']").first).to_have_value("https://www.un.org/half")
    assert not Evidence.objects.filter(url="https://www.un.org/half").exists()


def test_form_that_came_back_with_errors_goes_on_as_the_same_window(open_window, site):
    report = Report.objects.filter(entity__code="ILO", state="draft").first()
    question = Question.objects.get(section__questionnaire=report.questionnaire, code="4.4")
    page = open_window()
    sign_in(page, FOCAL)
    page.goto(report.get_edit_url("4"))
    number = page.locator(f"#id_q{question.pk}-value")
    number.fill("seven")
    says(page, "except one answer that has an error")
    page.click("button[value=save]")
    expect(page.locator(".ia-errors")).to_be_visible()

    number.fill("7")

    says(page, r"^Saved at \d\d:\d\d$")
    assert not Draft.objects.exists()


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_dialog_is_sound_in_other_languages_on_a_phone(open_window, initiative, language):
    page = open_window(language, size=PHONE)
    sign_in(page, FOCAL, language)
    page.goto(initiative.get_edit_url().replace("/en/", f"/{language}/"))
    expire()
    title(page).fill(TEXT)
    expect(page.locator("[data-sign-in]")).to_be_visible(timeout=15_000)
    page.locator("[data-sign-in]").click()

    assert Axe().run(page, options=AXE_OPTIONS).response["violations"] == []
    box = page.locator("dialog").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= PHONE["width"]


def test_same_form_in_two_windows_loses_the_text_of_neither(form, initiative):
    other = form.context.new_page()
    other.goto(initiative.get_edit_url())
    title(form).fill("In one window")
    says(form, "^Saved at")

    title(other).fill("In the other window")

    says(other, "^This form is open in another window too")
    assert ["In one window"] in Draft.objects.get().data.values()
    assert other.evaluate(COPIES) == 1
    title(form).fill("Further in one window")
    says(form, "^Saved at")
    other.get_by_role("button", name="Save draft").first.click()
    expect(other).not_to_have_url(re.compile("/edit/"))
    initiative.refresh_from_db()
    assert "In the other window" in (initiative.title_en, initiative.title_fr, initiative.title_es)
    assert ["Further in one window"] in Draft.objects.get().data.values()
