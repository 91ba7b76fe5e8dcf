"""What a published cycle freezes: figures with their n, texts, names and definitions, under a number, for good."""

import json

import pytest
from django.db import DatabaseError, transaction
from pytest_django.asserts import assertContains, assertNotContains

from core.workflow import TransitionRefused
from strategy.cycle_workflow import CYCLE
from strategy.models import Answer, CycleSnapshot, Question, Report
from strategy.models.consolidated import report_url
from strategy.workflow import REPORT
from tests.factory import in_six_languages
from tests.strategy.factory import make_report


@pytest.fixture
def published(closed, secretariat):
    return CYCLE.perform(closed, "publish", by=secretariat)


def publish_again(cycle, secretariat):
    cycle = CYCLE.perform(cycle, "reopen", by=secretariat, reason="A late report")
    return CYCLE.perform(CYCLE.perform(cycle, "close", by=secretariat), "publish", by=secretariat)


def amend(entity, code, secretariat, focal_point, **answer):
    """A new version of the entity's report is accepted while the cycle is published."""
    report = REPORT.perform(Report.objects.get(entity=entity), "reopen", by=secretariat, reason="Check")
    report = REPORT.perform(report, "revise", by=focal_point)
    Answer.objects.filter(report=report, question__code=code).update(**answer)
    REPORT.perform(REPORT.perform(report, "submit", by=focal_point), "accept", by=secretariat)


def test_each_publication_freezes_the_next_number(closed, secretariat):
    assert CycleSnapshot.objects.count() == 0

    cycle = CYCLE.perform(closed, "publish", by=secretariat)
    publish_again(cycle, secretariat)

    assert list(CycleSnapshot.objects.values_list("number", "by")) == [(1, secretariat.pk), (2, secretariat.pk)]


def test_publication_that_is_refused_freezes_nothing(make, closed, secretariat):
    make_report(make, entity=make.entity("WFP"), cycle=closed, state="submitted")

    with pytest.raises(TransitionRefused):
        CYCLE.perform(closed, "publish", by=secretariat)

    assert CycleSnapshot.objects.count() == 0


def test_database_refuses_to_change_or_delete_a_snapshot(published):
    snapshots = CycleSnapshot.objects.all()

    with pytest.raises(DatabaseError, match="cycle_snapshot_stays"), transaction.atomic():
        snapshots.update(number=7)
    with pytest.raises(DatabaseError, match="cycle_snapshot_stays"), transaction.atomic():
        snapshots.get().delete()
    assert snapshots.get().number == 1


def test_snapshot_and_its_page_stay_when_answers_names_and_definitions_change(
    client, published, indicator, ilo, secretariat, focal_point
):
    frozen = json.dumps(CycleSnapshot.objects.get().content)
    url = report_url(published)
    before = client.get(url)
    assertContains(before, "66.7%")

    amend(ilo, "1.1", secretariat, focal_point, value="no")
    for record, texts in ((indicator, {"title": "Other", "definition": "Other"}), (ilo, {"name": "Other"})):
        for field, text in texts.items():
            type(record).objects.filter(pk=record.pk).update(**in_six_languages(field, text))
    Question.objects.filter(code="1.1").update(**in_six_languages("text", "Other"))
    indicator.values.all().delete()

    assert json.dumps(CycleSnapshot.objects.get().content) == frozen
    after = client.get(url)
    assertContains(after, "66.7%")
    assertNotContains(after, "Other")
    # What today's accepted reports say is told beside it.
    assertContains(after, "The accepted reports of today give 33.3%, 3 of 4 answered.")
    assertNotContains(before, "reports of today")


def test_earlier_snapshot_stays_at_its_address_and_the_two_can_be_compared(
    client, published, ilo, secretariat, focal_point
):
    amend(ilo, "1.1", secretariat, focal_point, value="no")
    publish_again(published, secretariat)
    url = report_url(published)

    assertContains(client.get(url), "33.3%")
    old = client.get(f"{url}?snapshot=1")
    assertContains(old, "66.7%")
    assertContains(old, "a later one replaced")
    assert client.get(f"{url}?snapshot=3").status_code == 404
    assert client.get(f"{url}?snapshot=x").status_code == 404
    changes = client.get(f"{url}compare/")
    assertContains(changes, "Indicator INS-1")
    assertContains(changes, "<del>66</del>")
    assertContains(client.get(f"{url}compare/?a=2&b=2"), "Nothing differs")


def test_reopened_cycle_takes_its_report_back(client, published, other_focal_point, secretariat):
    CYCLE.perform(published, "reopen", by=secretariat, reason="A late report")
    url = report_url(published)

    client.force_login(other_focal_point)
    assert client.get(url).status_code == 404
    assert client.get(f"{url}?snapshot=1").status_code == 404
    client.force_login(secretariat)
    assertContains(client.get(url), "This is a preview, not published")
    assertContains(client.get(f"{url}?snapshot=1"), "Snapshot 1")
