"""More time for one entity: asked for, answered, and counted everywhere as its due date."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from core.models import Notification
from core.workflow import AlreadyMoved, TransitionRefused
from strategy import desk, matrix
from strategy.cycle_workflow import CYCLE
from strategy.extension_workflow import EXTENSION
from strategy.models import Extension, Questionnaire, Report
from strategy.workflow import REPORT
from tests.strategy.factory import make_cycle, make_extension, make_report

ASK = {"reason": "Our survey of country offices ends later."}


def address(name, cycle, entity):
    return reverse(f"strategy:{name}", args=[cycle.slug, entity.slug])


def later(cycle, days=20):
    return (cycle.due_on + timedelta(days=days)).isoformat()


def told(person):
    return list(Notification.objects.of(person).order_by("pk").values_list("params__sentence", "params__event"))


@pytest.fixture
def asked(cycle, ilo, focal_point):
    return make_extension(cycle, ilo, "requested", by=focal_point, asked_until=cycle.due_on + timedelta(days=20))


@pytest.fixture
def late(make, questionnaire, ilo, fao):
    """A cycle that closed yesterday, in which ILO alone has more time."""
    cycle = make_cycle(
        make, questionnaire=questionnaire, entities=[ilo, fao], days_left=-3, state="closed",
        closes_on=date.today() - timedelta(days=1),
    )  # fmt: skip
    make_extension(cycle, ilo)
    return cycle


def test_entity_asks_and_the_secretariat_grants_another_day(client, cycle, ilo, focal_point, secretariat):
    client.force_login(focal_point)
    response = client.post(address("extension_ask", cycle, ilo), ASK | {"asked_until": later(cycle)})
    extension = Extension.objects.get()
    assert response.url == extension.get_absolute_url()
    assert told(secretariat) == [("extension_asked", None)]
    assert Report(entity=ilo, cycle=cycle).deadline.day == cycle.due_on  # until it is answered
    assert client.get(address("extension_ask", cycle, ilo)).url == extension.get_absolute_url()

    client.force_login(secretariat)
    assert [row.title for row in desk_rows(secretariat)] == ["ILO asks for more time"]
    page = extension.get_transition_url("grant")
    assertContains(client.get(page), ASK["reason"])
    client.post(page, {"until": later(cycle, 10), "answer": "Ten days", "version": extension.version, "base": ""})

    extension.refresh_from_db()
    assert (extension.state, extension.until.isoformat()) == ("granted", later(cycle, 10))
    assert Report(entity=ilo, cycle=cycle).deadline.day == extension.until
    assert told(focal_point)[-1] == (None, "grant")


def desk_rows(user):
    from portal.desk import report_tasks

    return list(report_tasks(user, []))


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "due on"), (-60, "due on"), (200, "Choose a day up to")],
)
def test_day_that_makes_no_sense_is_refused_and_what_was_typed_stays(client, cycle, ilo, focal_point, days, words):
    client.force_login(focal_point)

    response = client.post(address("extension_ask", cycle, ilo), ASK | {"asked_until": later(cycle, days)})

    assertContains(response, words)
    assertContains(response, ASK["reason"])
    assert not Extension.objects.exists()


def test_request_needs_a_reason_and_a_day(client, cycle, ilo, focal_point):
    client.force_login(focal_point)

    assert set(client.post(address("extension_ask", cycle, ilo), {}).context["form"].errors) == {
        "asked_until", "reason",
    }  # fmt: skip


def test_secretariat_gives_time_unasked_and_a_later_day_takes_its_place(client, cycle, ilo, secretariat, focal_point):
    client.force_login(secretariat)
    for days in (10, 30):
        client.post(address("extension_give", cycle, ilo), {"until": later(cycle, days), "answer": ""})

    assert [(one.state, one.until.isoformat()) for one in Extension.objects.order_by("pk")] == [
        ("ended", later(cycle, 10)),
        ("granted", later(cycle, 30)),
    ]


def test_request_lives_by_its_table(asked, focal_point, contributor, secretariat):
    with pytest.raises(PermissionDenied):
        EXTENSION.perform(asked, "grant", by=focal_point)
    with pytest.raises(PermissionDenied):
        EXTENSION.perform(asked, "withdraw", by=contributor)
    with pytest.raises(TransitionRefused, match="Say why"):
        EXTENSION.perform(asked, "decline", by=secretariat)

    declined = EXTENSION.perform(asked, "decline", by=secretariat, reason="The report is published in June.")

    assert (declined.state, declined.answer) == ("declined", "The report is published in June.")
    with pytest.raises(AlreadyMoved):
        EXTENSION.perform(asked, "withdraw", by=focal_point)


def test_request_is_withdrawn_by_the_entity_and_a_grant_ended_by_the_secretariat(asked, focal_point, secretariat):
    assert EXTENSION.perform(asked, "withdraw", by=focal_point).state == "withdrawn"
    given = make_extension(asked.cycle, asked.entity)

    assert EXTENSION.perform(given, "end", by=secretariat, reason="By agreement").state == "ended"
    assert Report(entity=asked.entity, cycle=asked.cycle).deadline.day == asked.cycle.due_on


def test_no_time_is_granted_once_the_results_are_published(asked, secretariat):
    asked.cycle.state = "published"
    asked.cycle.save()

    with pytest.raises(TransitionRefused, match="does not take reports"):
        EXTENSION.perform(asked, "grant", by=secretariat)


def test_time_outlasts_the_closing_for_this_entity_only(client, make, late, ilo, fao, focal_point, other_focal_point):
    drafts = {entity: make_report(make, entity=entity, cycle=late, complete=True) for entity in (ilo, fao)}
    for person, entity, due in ((focal_point, ilo, True), (other_focal_point, fao, False)):
        assert bool(desk.reports_due_for(person)) is due
        assert drafts[entity].is_overdue is not due
    with pytest.raises(TransitionRefused, match="does not take reports"):
        REPORT.perform(drafts[fao], "submit", by=other_focal_point)
    assert late.missing_to_publish() == [f"ILO has more time until {day_words(drafts[ilo].deadline.day)}."]

    assert REPORT.perform(drafts[ilo], "submit", by=focal_point).state == "submitted"
    assert late.missing_to_publish() == ["The report of ILO waits for review."]


def day_words(day):
    from core import dates

    return dates.day(day)


def test_late_report_is_taken_until_the_grace_period_ends(make, questionnaire, ilo):
    today = date.today()
    cycle = make_cycle(
        make, questionnaire=questionnaire, entities=[ilo], days_left=-9, grace_until=today - timedelta(days=2)
    )
    report = make_report(make, entity=ilo, cycle=cycle)
    assert not report.accepts()  # whether or not the worker has closed the cycle

    cycle.grace_until = today + timedelta(days=2)
    cycle.save()
    assert Report.objects.get().accepts()


def test_matrix_calls_extended_what_is_not_overdue(late, ilo, fao):
    questionnaire = Questionnaire.objects.with_outline().get()
    rows = matrix.rows_of(late, questionnaire, late.entities.order_by("code"))
    totals = matrix.Totals(rows)

    assert [(row.entity.code, row.is_overdue, row.is_extended) for row in rows] == [
        ("FAO", True, False),
        ("ILO", False, True),
    ]
    assert (totals.overdue, totals.extended, totals.answered) == (1, 1, 0)


def test_others_see_how_many_have_more_time_never_who_or_why(client, late, ilo, focal_point, other_focal_point):
    extension = Extension.objects.get()
    Extension.objects.update(reason="Fire in the archive", answer="Poor ILO")
    assert list(Extension.objects.visible_to(AnonymousUser())) == []
    client.force_login(other_focal_point)
    page = client.get(late.get_absolute_url())
    assertContains(page, "entity has more time")
    for response in (page, client.get(reverse("strategy:extension_list", args=[late.slug]))):
        assertNotContains(response, "Fire in the archive")
        assertNotContains(response, extension.get_absolute_url())
    assert client.get(extension.get_absolute_url()).status_code == 404

    client.force_login(focal_point)
    assertContains(client.get(extension.get_absolute_url()), "Fire in the archive")
    assertContains(client.get(late.get_absolute_url()), "Extended to")


def test_reopening_a_cycle_needs_dates_that_lie_ahead(late, secretariat):
    with pytest.raises(TransitionRefused, match="dates that lie ahead"):
        CYCLE.perform(late, "reopen", by=secretariat, reason="Two more reports")
