"""A cycle is planned from the last one, and changed."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains

from core.exports import Table
from strategy import cycle_planning, matrix_export
from strategy.forms import MatrixForm
from strategy.matrix import rows_of
from strategy.models import Cycle, Questionnaire
from tests.strategy.factory import make_cycle, make_questionnaire, make_report

NEW = reverse("strategy:cycle_new")


@pytest.fixture
def last(make, questionnaire, ilo, fao):
    days = {"opens_on": date(2026, 1, 10), "due_on": date(2026, 2, 28), "closes_on": date(2026, 5, 1)}
    return make_cycle(make, questionnaire=questionnaire, entities=[ilo, fao], title_en="Reporting 2026", **days)


def posted(client, page, **changes):
    form = client.get(page).context["form"]
    values = {name: form.get_initial_for_field(field, name) for name, field in form.fields.items()}
    values = {name: value for name, value in values.items() if value not in (None, "")} | changes
    values |= {name: [one.pk for one in values[name]] for name in ("questionnaires", "entities")}
    return client.post(page, values)


def test_new_cycle_starts_from_the_last_a_year_later(client, make, last, ilo, fao, secretariat):
    fao.member_to = date(2026, 12, 31)
    fao.save()
    make.entity("ITU", member_from=date(2026, 6, 1))
    make.entity("WFP")  # known before, and not asked before
    latest = make_questionnaire(make, edition=2)
    client.force_login(secretariat)

    response = posted(client, NEW)

    cycle = Cycle.objects.get(slug="cycle-2027")
    assert response.url == cycle.get_absolute_url()
    assert (cycle.state, cycle.title_en, cycle.city) == ("planned", "Reporting 2027", "New York")
    assert (cycle.opens_on, cycle.due_on) == (date(2027, 1, 10), date(2027, 2, 28))
    assert [entity.code for entity in cycle.entities.order_by("code")] == ["ILO", "ITU"]
    assert list(cycle.questionnaires.all()) == [latest]


def test_dates_in_the_wrong_order_are_refused_beside_their_field(client, last, secretariat):
    client.force_login(secretariat)

    response = posted(client, NEW, due_on="2027-01-01")

    assertContains(response, "Reports cannot be due before the cycle opens.")
    assert Cycle.objects.count() == 1


def test_day_at_the_end_of_the_calendar_is_refused(client, last, secretariat):
    client.force_login(secretariat)

    for days in ({"closes_on": "9999-12-31"}, {"opens_on": "0001-01-01"}):
        assertContains(posted(client, NEW, **days), "Choose a day between 1945 and 2100.")
    assert Cycle.objects.count() == 1


def test_entity_that_began_stays_asked_and_questionnaires_stay_once_it_opened(client, make, last, fao, secretariat):
    make_report(make, entity=fao, cycle=last)
    client.force_login(secretariat)
    page = reverse("strategy:cycle_edit", args=[last.slug])
    ilo_only = last.entities.filter(code="ILO")

    assertContains(posted(client, page, entities=ilo_only), "stay asked: FAO")
    assert client.get(page).context["form"].fields["questionnaires"].disabled


def test_members_that_came_or_went_are_named(client, make, last, ilo, secretariat):
    today = date.today()
    make.entity("ITU", member_from=today - timedelta(days=1))
    ilo.member_to = today - timedelta(days=1)
    ilo.save()
    client.force_login(secretariat)

    for page in (last.get_absolute_url(), reverse("strategy:cycle_edit", args=[last.slug])):
        assertContains(client.get(page), "Joined, and not asked to report:")
        assertContains(client.get(page), "Left, and not reminded any more:")


@pytest.mark.parametrize(
    ("day", "later"), [(date(2024, 2, 29), date(2025, 2, 28)), (date(2026, 3, 1), date(2027, 3, 1)), (None, None)]
)
def test_a_year_later(day, later):
    assert cycle_planning.a_year_later(day) == later


def test_date_is_said_in_the_city_and_in_the_time_of_the_reader(client, last, focal_point):
    focal_point.time_zone = "Asia/Tokyo"
    focal_point.save()
    client.force_login(focal_point)
    page = " ".join(client.get(last.get_absolute_url()).text.split())

    assert "in New York" in page
    assert 'your time: <time datetime="2026-03-01T13:59+09:00">' in page


def test_matrix_as_a_file_has_what_the_filter_shows(client, make, last, ilo, secretariat):
    make_report(make, entity=ilo, cycle=last, complete=True, changed_by=secretariat)
    client.force_login(secretariat)
    questionnaire = Questionnaire.objects.with_outline().get()
    rows = rows_of(last, questionnaire, last.entities.order_by("code"))
    request = client.get(last.get_absolute_url()).wsgi_request
    table = matrix_export.matrix_table(last, questionnaire, rows, MatrixForm(), request)
    assert isinstance(table, Table)
    lines = {values[0]: values for values in table}

    assert lines["ILO"][2] == "Draft"
    assert lines["ILO"][6:8] == [rows[1].answered, rows[1].asked]
    content = client.get(last.get_absolute_url(), {"export": "csv", "show": "not_started"}).getvalue().decode()
    assert ("FAO" in content, "ILO" in content) == (True, False)
