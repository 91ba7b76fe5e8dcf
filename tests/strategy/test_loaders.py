"""Reference data and demo data load once and change nothing afterwards."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

import entities.demo
import entities.reference_data
import strategy.demo
import strategy.reference_data
from core import languages
from strategy.models import (
    Answer,
    Channel,
    Cycle,
    Framework,
    Indicator,
    IndicatorValue,
    Node,
    Question,
    Questionnaire,
    Report,
    Submission,
)

COUNTED = [Framework, Node, Indicator, IndicatorValue, Questionnaire, Question, Cycle, Report, Answer, Submission]


@pytest.fixture
def loaded(make):
    make.officer()
    entities.reference_data.load()
    strategy.reference_data.load()
    for email in ("focal@ilo.example", "secretariat2@unossc.example"):
        make.person(email)
    strategy.demo.load()


def test_loading_twice_changes_nothing(loaded):
    before = [model.objects.count() for model in COUNTED]

    strategy.reference_data.load()
    strategy.demo.load()

    assert [model.objects.count() for model in COUNTED] == before


def test_loading_keeps_what_the_secretariat_changed(loaded):
    Framework.objects.filter(code="UNSWS-2020-2024").update(title_en="Changed")

    strategy.reference_data.load()

    assert Framework.objects.get(code="UNSWS-2020-2024").title_en == "Changed"


def test_titles_are_there_in_six_languages(loaded):
    for framework in Framework.objects.all():
        assert framework.languages_with("title") == list(languages.CODES)
    for question in Question.objects.all():
        assert question.languages_with("text") == list(languages.CODES)


def test_headings_of_the_system_wide_strategy_are_samples(loaded):
    nodes = Node.objects.filter(framework__code="UNSWS-2020-2024", code__startswith="S")

    assert {node.is_sample for node in nodes} == {True}


def test_published_values_are_loaded_with_their_source(loaded):
    value = IndicatorValue.objects.get(indicator__code="INS-1", year=2023)

    assert (value.value, value.symbol, value.respondents) == (81, "A/79/230", None)
    assert all(getattr(value, column) for column in languages.columns("source"))


def test_demo_cycles_hold_every_state(loaded):
    open_cycle = Cycle.objects.get(slug="demo-cycle-2026")

    assert Cycle.objects.get(slug="demo-cycle-2024").reports.accepted().count() == 6
    assert set(open_cycle.reports.values_list("state", flat=True)) == {"draft", "submitted", "returned", "accepted"}
    assert open_cycle.entities.count() > open_cycle.reports.count()


def test_demo_shows_a_report_on_behalf_and_one_with_two_versions(client, loaded):
    reports = Cycle.objects.get(slug="demo-cycle-2026").reports
    received = reports.get(channel=Channel.SECRETARIAT)
    assert received.submissions.get().received == received.received
    assert received.submitted_by.email == strategy.demo.OFFICER

    client.force_login(received.submitted_by)
    page = client.get(reverse("strategy:report_compare", args=[reports.get(number=2).pk]))
    assert [(row.question.code, len(row.asked)) for row in page.context["changed"]] == [("2.1", 1), ("5.1", 0)]


def test_open_demo_cycle_asks_both_questionnaires(loaded):
    asked = Cycle.objects.get(slug="demo-cycle-2026").questionnaires.values_list("code", flat=True)

    assert set(asked) == {"progress-report", "institutionalization-survey"}


def test_demo_cycles_say_that_they_are_demo(loaded):
    assert set(Cycle.objects.values_list("is_demo", flat=True)) == {True}


def test_open_demo_cycle_is_put_off_when_it_is_past_due(loaded):
    with time_machine.travel("2031-05-01T12:00Z", tick=False):
        strategy.demo.load()
        strategy.demo.load()

        cycle = Cycle.objects.get(slug="demo-cycle-2026")
        assert (cycle.due_on, cycle.closes_on) == (date(2031, 5, 31), date(2031, 7, 1))
        assert cycle.version == 2
    assert Cycle.objects.get(slug="demo-cycle-2024").due_on == date(2025, 3, 31)
