"""Starting a report: it takes the answers of the last accepted one with it."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertRedirects

from strategy.models import Answer, Question, Report
from tests.strategy.factory import RECEIVED, make_cycle, make_report


def start_url(cycle, entity="ilo"):
    return reverse("strategy:report_start", args=[cycle.slug, entity, "progress-report"])


@pytest.fixture
def last_year(make, questionnaire, ilo):
    cycle = make_cycle(make, slug="cycle-2025", state="published", questionnaire=questionnaire, year=2025)
    return make_report(make, entity=ilo, cycle=cycle, state="accepted")


def carried(report):
    return dict(report.answers.values_list("question__code", "carried_over"))


def test_contributor_starts_the_report_and_writes(client, contributor, cycle):
    client.force_login(contributor)

    response = client.post(start_url(cycle))

    report = Report.objects.get()
    assertRedirects(response, report.get_edit_url())
    assert (report.state, report.channel, report.changed_by) == ("draft", "entity", contributor)


def test_answers_of_the_last_report_come_along_to_be_confirmed(client, focal_point, last_year, cycle):
    client.force_login(focal_point)

    client.post(start_url(cycle))

    report = Report.objects.get(cycle=cycle)
    assert carried(report) == dict.fromkeys(["1.1", "1.2", "1.3", "2.1"], "unconfirmed")
    assert report.answers.get(question__code="2.1").text == "Texte de la réponse"
    assert all("Confirm" in sentence for sentence in report.missing_to_submit())


def test_report_that_was_never_accepted_is_not_carried_over(client, focal_point, make, questionnaire, ilo, cycle):
    earlier = make_cycle(make, slug="cycle-2025", state="closed", questionnaire=questionnaire, year=2025)
    make_report(make, entity=ilo, cycle=earlier, state="submitted")
    client.force_login(focal_point)

    client.post(start_url(cycle))

    assert carried(Report.objects.get(cycle=cycle)) == {}


def test_report_of_another_entity_is_not_carried_over(client, focal_point, make, questionnaire, fao, cycle):
    earlier = make_cycle(make, slug="cycle-2025", state="published", questionnaire=questionnaire, year=2025)
    make_report(make, entity=fao, cycle=earlier, state="accepted")
    client.force_login(focal_point)

    client.post(start_url(cycle))

    assert carried(Report.objects.get(cycle=cycle)) == {}


def test_answer_of_a_question_that_is_gone_stays_behind(client, focal_point, last_year, cycle):
    Question.objects.filter(code="1.3").update(code="1.9")
    client.force_login(focal_point)

    client.post(start_url(cycle))

    assert set(carried(Report.objects.get(cycle=cycle))) == {"1.1", "1.2", "2.1"}


def test_starting_twice_keeps_the_first_report(client, focal_point, cycle):
    client.force_login(focal_point)

    client.post(start_url(cycle))
    Answer.objects.create(report=Report.objects.get(), question=Question.objects.get(code="1.3"), value=7)
    response = client.post(start_url(cycle), follow=True)

    assert "Someone was faster" in response.content.decode()
    assert Report.objects.get().answers.get().value == 7


def test_entity_that_is_not_asked_has_no_report_to_start(client, other_focal_point, cycle):
    client.force_login(other_focal_point)

    assert client.post(start_url(cycle, "fao")).status_code == 404
    assert not Report.objects.exists()


def test_nobody_starts_the_report_of_another_entity(client, other_focal_point, cycle):
    client.force_login(other_focal_point)

    assert client.post(start_url(cycle)).status_code == 404


@pytest.mark.parametrize("state", ["planned", "closed", "published"])
def test_cycle_that_is_not_open_takes_no_report(client, focal_point, cycle, state):
    cycle.state = state
    cycle.save()
    client.force_login(focal_point)

    assert client.post(start_url(cycle)).status_code == 403
    assert not Report.objects.exists()


def test_secretariat_is_asked_before_it_enters_a_report_on_behalf(client, secretariat, focal_point, cycle):
    client.force_login(secretariat)

    response = client.post(start_url(cycle))

    report = Report.objects.get()
    assertRedirects(response, report.get_transition_url("enter"))
    assert report.state == "not_started"

    client.post(report.get_transition_url("enter"), RECEIVED)
    report.refresh_from_db()
    assert (report.state, report.channel) == ("draft", "secretariat")
    assert "Entered by the secretariat" in client.get(report.get_absolute_url()).content.decode()
