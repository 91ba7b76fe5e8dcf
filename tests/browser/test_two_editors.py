"""Two people in two browsers edit one record at once: neither text is lost."""

import pytest

from core import languages
from initiatives.models import Initiative
from meetings.models import AgendaItem, Intervention
from strategy.models import Question, QuestionType, Report
from tests.browser.conftest import PHONE, sign_in

pytestmark = pytest.mark.browser

ILO = ("focal@ilo.example", "alternate@ilo.example")
IN_FORM = "main form button.btn-primary"
OFFICES = ("secretariat@unossc.example", "admin@portal.example")


def intervention():
    said = Intervention.objects.filter(entity__code="ILO", meeting__is_demo=True).first()
    column = languages.column("text", said.original_language)
    return said, said.get_edit_url(), column, column, IN_FORM, ILO


def answer():
    report = Report.objects.filter(entity__code="ILO", state="draft").first()
    questions = Question.objects.filter(section__questionnaire=report.questionnaire)
    asked = questions.filter(type=QuestionType.LONG_TEXT).select_related("section").first()
    given = report.answers.get_or_create(question=asked)[0]
    return (
        given,
        report.get_edit_url(asked.section.code),
        f"q{asked.pk}-text",
        "text",
        "button[name=go][value=next]",
        ILO,
    )


def agenda():
    item = AgendaItem.objects.filter(meeting__is_demo=True, meeting__state="scheduled").first()
    column = languages.column("title", item.original_language)
    return item, item.meeting.get_edit_url(), f"items-0-{column}", column, IN_FORM, OFFICES


def initiative():
    draft = Initiative.objects.filter(lead__code="ILO", state="draft").first()
    column = languages.column("summary", draft.original_language)
    return draft, draft.get_edit_url(), column, column, "button[form=initiative-form].btn-primary", ILO


@pytest.mark.parametrize("kind", [intervention, answer, agenda, initiative])
def test_second_of_two_browsers_is_shown_both_texts_and_merges_them(kind, open_window):
    record, address, name, column, button, people = kind()
    windows = open_window(), open_window(size=PHONE)
    for window, person in zip(windows, people, strict=True):
        sign_in(window, person)
        window.goto(address)
        unfold(window)
    one, two = windows

    one.fill(f"[name={name}]", "Words of the first browser")
    two.fill(f"[name={name}]", "Words of the second browser")
    press(one, button)
    press(two, button)

    two.wait_for_selector("#compare")
    assert "first" in two.inner_text("#compare del")
    assert "second" in two.inner_text("#compare ins")
    assert two.evaluate("document.documentElement.scrollWidth <= innerWidth")
    two.fill(f"#compare [name={name}]", "Words of both browsers")
    with two.expect_navigation():
        two.click("#compare button[value=merge]")

    record.refresh_from_db()
    assert getattr(record, column) == "Words of both browsers"
    # The browser itself reports the answer 409.
    assert [text for page in windows for text in page.complaints if "409" not in text] == []


def unfold(page):
    page.evaluate("document.querySelectorAll('main details').forEach(part => { part.open = true })")


def press(page, button):
    with page.expect_navigation():
        page.click(f"{button} >> visible=true")
