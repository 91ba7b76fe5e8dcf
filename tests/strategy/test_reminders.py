"""Reminding entities of the reports that they owe, by the portal and by hand."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains

from core.models import Notification
from entities.models import Role
from strategy import due_cycles, reminders
from strategy.extension_workflow import EXTENSION
from strategy.models import Cycle, Reminder
from strategy.workflow import REPORT
from tests.strategy.factory import make_cycle, make_extension, make_report

DUE = date(2026, 6, 30)


@pytest.fixture
def clock(monkeypatch):
    """Sets the time: noon in New York on a day, so many days before the due day."""

    def move(days=0, hour=12, day=DUE):
        moment = datetime.combine(day - timedelta(days=days), datetime.min.time(), ZoneInfo("America/New_York"))
        monkeypatch.setattr(timezone, "now", lambda: moment + timedelta(hours=hour))

    return move


@pytest.fixture
def cycle(make, questionnaire, ilo, fao, clock):
    clock(60)
    dates = {"opens_on": date(2026, 5, 1), "due_on": DUE, "grace_until": date(2026, 7, 15)}
    return make_cycle(make, questionnaire=questionnaire, entities=[ilo, fao], **dates, closes_on=date(2026, 7, 31))


@pytest.fixture
def alternate(make, ilo):
    return make.person("alternate@ilo.example", ilo, Role.ALTERNATE)


def steps(person):
    return list(Notification.objects.of(person).order_by("pk").values_list("params__sentence", flat=True))


def run_daily(clock, days):
    for day in days:
        clock(day)
        reminders.remind()


def test_each_step_reaches_whom_it_concerns_once(cycle, clock, focal_point, alternate, contributor, secretariat):
    run_daily(clock, range(32, -6, -1))
    reminders.remind()

    assert steps(focal_point) == ["due_in_30", "due_in_14", "due_in_7", "due_in_1", "report_due_passed"]
    assert steps(alternate) == ["due_in_7", "due_in_1", "report_due_passed"]
    assert steps(contributor) == []
    assert steps(secretariat) == ["reports_owed"] * 5
    assert Notification.objects.of(secretariat).unread().count() == 1
    assert Reminder.objects.count() == 2 * 5


def test_worker_that_stood_still_makes_up_for_a_step_for_some_days(cycle, clock, focal_point):
    run_daily(clock, [12, 3])

    assert steps(focal_point) == ["due_in_14"]


def test_steps_follow_the_time_that_an_entity_was_granted(cycle, ilo, clock, focal_point, secretariat):
    run_daily(clock, [7])
    asked = make_extension(cycle, ilo, "requested", by=focal_point, days=20)
    EXTENSION.perform(asked, "grant", by=secretariat)
    assert not Notification.objects.of(focal_point).unread().filter(params__sentence="due_in_7").exists()

    run_daily(clock, [1, -1, -13])

    assert [step for step in steps(focal_point) if step] == ["due_in_7", "due_in_7"]


def test_what_was_submitted_is_not_asked_for_any_more(make, cycle, ilo, clock, focal_point):
    report = make_report(make, entity=ilo, cycle=cycle, complete=True)
    run_daily(clock, [7])
    REPORT.perform(report, "submit", by=focal_point)

    assert not Notification.objects.of(focal_point).unread().exists()
    run_daily(clock, [1])
    assert steps(focal_point) == ["due_in_7"]


def test_entity_that_left_is_not_reminded(cycle, ilo, clock, focal_point):
    ilo.member_to = date(2026, 6, 1)
    ilo.save()

    run_daily(clock, [7])

    assert steps(focal_point) == []


def test_one_press_reminds_all_who_owe_once_in_twelve_hours(
    client, cycle, clock, fao, focal_point, alternate, other_focal_point, secretariat
):
    clock(20)
    client.force_login(secretariat)
    page = reverse("strategy:cycle_remind", args=[cycle.slug])
    preview = client.get(page)
    assertContains(preview, "3 people are told")
    assertContains(preview, focal_point.get_language_display())
    assertContains(preview, 'data-label="People and their language"')  # on a phone each entity is a block of its own
    assert not Reminder.objects.exists()

    client.post(f"{page}?entity=fao")
    assert (steps(other_focal_point), steps(focal_point)) == (["report_asked_for"], [])
    client.post(page)
    client.post(page)

    assert (steps(other_focal_point), steps(focal_point), steps(alternate)) == (["report_asked_for"],) * 3
    assertContains(client.get(page), "left in peace")
    clock(19)
    assert len(reminders.remind_now(cycle, secretariat)) == 2


def test_cycle_moves_on_its_days_by_itself(cycle, clock, ilo, focal_point, secretariat):
    Cycle.objects.update(state="planned")
    states = []
    for days, hour in ((61, 23), (60, 0), (0, 23), (-1, 0), (-31, 23), (-32, 0), (-40, 0)):
        clock(days, hour)
        due_cycles.look_after_cycles()
        states.append(Cycle.objects.get().state)

    assert states == ["planned", "open", "open", "grace", "grace", "closed", "closed"]
    assert Notification.objects.of(focal_point).get(params__event="open").by is None
    assert Notification.objects.of(secretariat).filter(params__event="close").exists()


def test_secretariat_is_called_once_where_a_cycle_cannot_open(cycle, clock, secretariat):
    Cycle.objects.update(state="planned")
    cycle.entities.clear()
    clock(50)
    for _minute in range(2):
        due_cycles.look_after_cycles()

    assert Cycle.objects.get().state == "planned"
    assert steps(secretariat) == ["cycle_stuck"]


def test_entity_that_no_address_can_name_is_not_found(client, secretariat, cycle):
    client.force_login(secretariat)

    assert client.get(reverse("strategy:cycle_remind", args=[cycle.slug]), {"entity": "a\0"}).status_code == 404
