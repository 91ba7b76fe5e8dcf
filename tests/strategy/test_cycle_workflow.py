"""How a cycle moves."""

import pytest
from django.core.exceptions import PermissionDenied

from core.workflow import AlreadyMoved, TransitionRefused
from strategy.cycle_workflow import CYCLE
from strategy.models import Cycle
from tests.strategy.factory import make_cycle, make_report

STEPS = [
    ("planned", "open", "open"),
    ("open", "close", "closed"),
    ("grace", "close", "closed"),
    ("closed", "publish", "published"),
]


@pytest.mark.parametrize(("before", "event", "after"), STEPS)
def test_secretariat_moves_a_cycle(make, ilo, secretariat, before, event, after):
    cycle = make_cycle(make, state=before, entities=[ilo])

    assert CYCLE.perform(cycle, event, by=secretariat).state == after


@pytest.mark.parametrize(("before", "event", "after"), STEPS)
def test_focal_point_moves_no_cycle(make, ilo, focal_point, before, event, after):
    cycle = make_cycle(make, state=before, entities=[ilo])

    with pytest.raises(PermissionDenied):
        CYCLE.perform(cycle, event, by=focal_point)


def test_cycle_without_entities_is_not_opened(make, secretariat):
    cycle = make_cycle(make, state="planned")

    with pytest.raises(TransitionRefused, match="Choose the entities"):
        CYCLE.perform(cycle, "open", by=secretariat)


def test_cycle_without_questionnaire_is_not_opened(make, ilo, secretariat):
    cycle = make_cycle(make, state="planned", entities=[ilo])
    cycle.questionnaires.clear()

    with pytest.raises(TransitionRefused, match="at least one questionnaire"):
        CYCLE.perform(cycle, "open", by=secretariat)


def test_grace_needs_its_last_day(make, ilo, secretariat):
    cycle = make_cycle(make, entities=[ilo])

    with pytest.raises(TransitionRefused, match="last day of the grace period"):
        CYCLE.perform(cycle, "grace", by=secretariat)

    cycle.grace_until = cycle.due_on
    cycle.save()
    assert CYCLE.perform(cycle, "grace", by=secretariat).state == "grace"


def test_cycle_is_not_published_while_a_report_waits(make, ilo, secretariat):
    cycle = make_cycle(make, state="closed", entities=[ilo])
    make_report(make, entity=ilo, cycle=cycle, state="submitted")

    with pytest.raises(TransitionRefused, match="The report of ILO waits for review"):
        CYCLE.perform(cycle, "publish", by=secretariat)


@pytest.mark.parametrize("state", ["closed", "published"])
def test_cycle_is_reopened_with_a_reason(make, ilo, secretariat, state):
    cycle = make_cycle(make, state=state, entities=[ilo])

    with pytest.raises(TransitionRefused, match="Say why"):
        CYCLE.perform(cycle, "reopen", by=secretariat)
    assert CYCLE.perform(cycle, "reopen", by=secretariat, reason="Two entities asked").state == "open"


def test_open_cycle_is_not_published(make, ilo, secretariat):
    with pytest.raises(AlreadyMoved):
        CYCLE.perform(make_cycle(make, entities=[ilo]), "publish", by=secretariat)


def test_due_day_ends_in_the_city_of_the_cycle(make):
    import datetime

    cycle = make_cycle(
        make,
        opens_on=datetime.date(2026, 1, 1),
        due_on=datetime.date(2026, 3, 31),
        closes_on=datetime.date(2026, 4, 30),
    )

    # Midnight in New York, where clocks are on summer time then.
    assert cycle.due_at.astimezone(datetime.UTC).isoformat() == "2026-04-01T04:00:00+00:00"


def test_visitor_sees_published_cycles_only(make, questionnaire, focal_point):
    from django.contrib.auth.models import AnonymousUser

    for state in ("planned", "open", "published"):
        make_cycle(make, slug=state, state=state, questionnaire=questionnaire)

    assert set(Cycle.objects.visible_to(AnonymousUser()).values_list("slug", flat=True)) == {"published"}
    assert Cycle.objects.visible_to(focal_point).count() == 3
