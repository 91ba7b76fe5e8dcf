"""What a published cycle freezes."""

import pytest

from strategy.models import CycleSnapshot, Question
from strategy.workflow import CYCLE
from tests.strategy.factory import ANSWERS, make_cycle, make_framework, make_questionnaire, make_report


@pytest.fixture
def closed(make):
    indicator = make_framework(make).nodes.get().indicators.get()
    questionnaire = make_questionnaire(make, indicator=indicator)
    entities = [make.entity(code) for code in ("ILO", "FAO", "UNDP", "WFP")]
    cycle = make_cycle(make, state="closed", questionnaire=questionnaire, entities=entities)
    for entity, yes_or_no in zip(entities, ["yes", "yes", "no"], strict=False):
        answers = ANSWERS | {"1.1": {"value": yes_or_no}}
        make_report(make, entity=entity, cycle=cycle, state="accepted", answers=answers)
    return cycle


def publish(cycle, by):
    return CYCLE.perform(cycle, "publish", by=by)


def test_publishing_takes_the_snapshot(closed, secretariat):
    publish(closed, secretariat)
    snapshot = CycleSnapshot.objects.get()
    assert (snapshot.number, snapshot.by) == (1, secretariat)


def test_pages(client, closed, secretariat):
    url = f"/en/strategy/cycles/{closed.slug}/report/"
    assert client.get(url).status_code == 404
    client.force_login(secretariat)
    assert client.get(url).status_code == 200
    assert client.get(url + "progress-report/2/").status_code == 200
    assert client.get(url + "edit/").status_code == 200
    assert client.get(url + "narratives/").status_code == 200
    q = Question.objects.get(code="2.1")
    assert client.get(url + f"narratives/{q.pk}/").status_code == 200
    publish(closed, secretariat)
    client.logout()
    assert client.get(url).status_code == 200
    assert client.get(url + "progress-report/1/").status_code == 200
    assert client.get(url + "progress-report/2/").status_code == 200
