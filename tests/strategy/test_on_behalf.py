"""A report that the secretariat enters says how it came, from whom and when."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.urls import reverse
from django.utils import timezone
from docx import Document
from pytest_django.asserts import assertContains

from strategy.models import Answer, Report
from strategy.on_behalf import ReceivedForm, save_received
from strategy.workflow import REPORT
from tests.strategy.factory import ANSWERS, RECEIVED, make_report

WORDS = "By e-mail, from Ana Ruiz, planning unit, 2\xa0March 2026"


@pytest.fixture
def entered(client, secretariat, make, cycle, ilo):
    """A complete draft that the secretariat entered."""
    client.force_login(secretariat)
    report = make_report(make, entity=ilo, cycle=cycle, state="not_started")
    client.post(report.get_transition_url("enter"), RECEIVED)
    report.refresh_from_db()
    for question in report.questionnaire.questions:
        if question.code in ANSWERS:
            Answer.objects.create(report=report, question=question, **ANSWERS[question.code])
    return report


def test_page_asks_for_all_three_and_keeps_what_was_typed(client, secretariat, make, cycle, ilo):
    client.force_login(secretariat)
    report = make_report(make, entity=ilo, cycle=cycle, state="not_started")
    tomorrow = (timezone.localdate() + timedelta(days=2)).isoformat()

    page = client.post(report.get_transition_url("enter"), {"received_from": "Ana Ruiz", "received_on": tomorrow})

    for sentence in ("Say how the report reached you.", "This day has not come yet.", 'value="Ana Ruiz"'):
        assertContains(page, sentence)
    report.refresh_from_db()
    assert (report.state, report.channel) == ("not_started", "entity")


def test_how_it_came_is_shown_kept_with_the_submission_and_outlives_the_draft(
    client, focal_point, secretariat, entered
):
    page = client.get(entered.get_absolute_url())
    assertContains(page, WORDS)
    assert page.context["turn"].of == "secretariat"
    report = REPORT.perform(entered, "submit", by=secretariat)
    submission = report.submissions.get()
    assert (submission.by, submission.received) == (
        secretariat,
        {"through": "mail", "from": "Ana Ruiz, planning unit", "on": "2026-03-02"},
    )
    report = REPORT.perform(report, "return", by=secretariat, reason="How many?")

    report = REPORT.perform(report, "revise", by=focal_point)

    assert (report.channel, report.received) == ("entity", None)
    client.force_login(focal_point)
    assertContains(client.get(report.get_absolute_url()), WORDS)  # of version 1, in the history


def test_how_it_came_stands_on_the_paper_of_the_report(client, secretariat, focal_point, entered):
    url = reverse("strategy:report_paper", args=[entered.pk, "docx"])
    assert ("Entered on behalf", WORDS) in facts_of(client.get(url))

    report = REPORT.perform(entered, "submit", by=secretariat)
    report = REPORT.perform(report, "return", by=secretariat, reason="How many?")
    REPORT.perform(report, "revise", by=focal_point)

    client.force_login(focal_point)
    assert "Entered on behalf" not in dict(facts_of(client.get(url)))
    assert ("Entered on behalf", WORDS) in facts_of(client.get(url + "?submission=1"))


def facts_of(response):
    document = Document(BytesIO(response.content))
    return [tuple(cell.text for cell in row.cells) for row in document.tables[0].rows]


def test_secretariat_revises_what_it_entered_and_corrects_how_it_came(client, secretariat, entered):
    report = REPORT.perform(entered, "submit", by=secretariat)
    report = REPORT.perform(report, "return", by=secretariat, reason="How many?")

    report = REPORT.perform(report, "revise", by=secretariat)
    client.post(report.get_transition_url("enter"), RECEIVED | {"received_through": "telephone"})

    report.refresh_from_db()
    assert (report.state, report.channel, report.received_through) == ("draft", "secretariat", "telephone")


def test_database_refuses_a_report_on_behalf_that_does_not_say_how_it_came(draft):
    with pytest.raises(IntegrityError, match="report_on_behalf_says_how_it_came"):
        Report.objects.filter(pk=draft.pk).update(channel="secretariat")


def test_report_that_the_entity_started_meanwhile_stays_its_own(make, cycle, ilo, focal_point, secretariat):
    report = make_report(make, entity=ilo, cycle=cycle, state="not_started")
    form = ReceivedForm(RECEIVED, instance=Report.objects.get(pk=report.pk))
    assert form.is_valid()
    REPORT.perform(report, "start", by=focal_point)

    with pytest.raises(PermissionDenied):
        save_received(report, form, secretariat)

    report.refresh_from_db()
    assert (report.state, report.channel) == ("draft", "entity")
    assert not Report.objects.with_text_for(secretariat).exists()
