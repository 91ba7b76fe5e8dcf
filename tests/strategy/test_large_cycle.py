"""46 entities, 60 questions, 6 published cycles and an open one: what every page of the cycle asks of the database."""

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from entities.models import Appointment, Role
from strategy import large_demo
from strategy.models import Cycle, Report

MOST = 14


@pytest.fixture
def focal_point_of(make):
    def of(report):
        person = make.person("large@demo.example")
        Appointment.objects.create(user=person, entity=report.entity, role=Role.FOCAL_POINT, starts="2020-01-01")
        return person

    return of


def pages_of_the_secretariat(cycle, published):
    reports = {report.state: report for report in cycle.reports.order_by("entity__code")}
    submitted = reports["submitted"]
    indicator = ["demo-large", "DEMO-1.1"]
    return {
        "matrix": cycle.get_absolute_url(),
        "matrix of a published cycle": published.get_absolute_url(),
        "cycles": reverse("strategy:cycle_list"),
        "framework": reverse("strategy:framework_detail", args=["demo-large"]),
        "indicator": reverse("strategy:indicator_detail", args=indicator),
        "outcome": reverse("strategy:node_detail", args=["demo-large", "1"]),
        "results over the cycles": reverse("strategy:survey_detail", args=["demo-large"]),
        "results of an entity": reverse("strategy:entity_results", args=[submitted.entity.slug]),
        "answers to a question": reverse("strategy:answer_list", args=[published.slug, "demo-large", "1.1"]),
        **{f"{state} report": report.get_absolute_url() for state, report in reports.items()},
        "review": reverse("strategy:review", args=[submitted.pk]),
        "review queue": reverse("strategy:review_queue"),
        "follow-up": reverse("strategy:follow_up", args=[cycle.slug]),
        "compare": reverse("strategy:report_compare", args=[submitted.pk]),
    }


def pages_of_the_entity(report, published):
    sections = [section.code for section in report.questionnaire.sections.all()]
    return {
        "cycle": report.cycle.get_absolute_url(),
        "results": published.get_absolute_url(),
        "own report": report.get_absolute_url(),
        **{f"edit section {code}": report.get_edit_url(code) for code in sections},
        "own versions": reverse("strategy:report_compare", args=[report.pk]),
    }


def asked(client, pages):
    """{page: its own queries}, besides those of the frame that every page has."""
    frame = queries_of(client, reverse("about"), reverse("about"))
    return {name: queries_of(client, url) - frame for name, url in pages.items()}


def queries_of(client, *urls):
    """Of the last address."""
    for url in urls:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(url).status_code == 200, url
    return len(queries)


def test_no_page_of_a_full_cycle_asks_the_database_often(client, secretariat, focal_point_of, settings):
    settings.DEVELOPMENT = True
    call_command("make_cycles", verbosity=0)
    cycle, published = Cycle.objects.get(state="open"), Cycle.objects.filter(state="published").first()
    assert (cycle.entities.count(), Cycle.objects.count()) == (46, 7)
    assert cycle.questionnaires.get().sections.count() == 6
    draft = cycle.reports.filter(state="draft").order_by("entity__code").first()

    client.force_login(secretariat)
    counts = asked(client, pages_of_the_secretariat(cycle, published))
    client.force_login(focal_point_of(draft))
    counts |= asked(client, pages_of_the_entity(draft, published))
    client.logout()
    counts |= asked(client, {"public results": published.get_absolute_url()})

    assert {name: count for name, count in counts.items() if count > MOST} == {}


def test_every_situation_of_a_report_is_there(secretariat):
    cycle = large_demo.make(number_of_entities=18, number_of_questions=11, number_of_cycles=1)

    reports = cycle.reports.all()
    assert {report.state for report in reports} == {"draft", "submitted", "returned", "accepted"}
    assert reports.filter(state="returned", accepted_submission__isnull=False).exists()
    assert reports.filter(review_began_at__isnull=False).exists()
    on_behalf = reports.filter(channel="secretariat").first()
    assert on_behalf.submissions.get().received == on_behalf.received
    assert Report.objects.filter(cycle__state="published").exclude(state="accepted").count() == 0
    with connection.cursor() as cursor:
        cursor.execute("SELECT FROM pg_stats WHERE tablename = 'strategy_evidence'")
        assert cursor.rowcount, "the database counted the rows"
    complete = [report for report in reports.filter(state="draft") if not report.missing_to_submit()]
    assert complete


def test_large_demo_is_made_once_and_never_in_production(db, settings):
    settings.DEVELOPMENT = False
    with pytest.raises(CommandError, match="not for production"):
        call_command("make_cycles")
    settings.DEVELOPMENT = True
    small = {"entities": 1, "questions": 1, "cycles": 0, "verbosity": 0}
    call_command("make_cycles", **small)
    with pytest.raises(CommandError, match="there already"):
        call_command("make_cycles", **small)
