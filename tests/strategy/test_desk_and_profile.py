"""What other rooms get from this one: rows for the desk, a section of an entity's page."""

import pytest
from django.contrib.auth.models import AnonymousUser
from pytest_django.asserts import assertContains, assertNotContains

from strategy.desk import reports_due_for, to_review
from strategy.models import Answer, Evidence
from strategy.shown_elsewhere import mentions_of_initiative
from tests.strategy.factory import make_cycle, make_report


def test_desk_shows_a_report_that_is_not_started(contributor, cycle):
    row = reports_due_for(contributor)[0]

    assert (row.state, row.due_on, row.url) == ("not_started", cycle.due_on, cycle.get_absolute_url())
    assert row.start_url.endswith("/start/ilo/progress-report/")


@pytest.mark.parametrize(
    ("state", "is_due"), [("draft", True), ("returned", True), ("submitted", False), ("accepted", False)]
)
def test_desk_shows_what_waits_for_the_entity(make, contributor, ilo, cycle, state, is_due):
    report = make_report(make, entity=ilo, cycle=cycle, state=state)

    assert [row.url for row in reports_due_for(contributor)] == ([report.get_absolute_url()] if is_due else [])


@pytest.mark.parametrize("state", ["planned", "closed", "published"])
def test_cycle_that_takes_no_reports_is_not_due(contributor, cycle, state):
    cycle.state = state
    cycle.save()

    assert reports_due_for(contributor) == []


def test_returned_report_of_a_closed_cycle_is_still_due(make, contributor, ilo, cycle):
    report = make_report(make, entity=ilo, cycle=cycle, state="returned")
    cycle.state = "closed"
    cycle.save()

    assert [row.report for row in reports_due_for(contributor)] == [report]


def test_desk_of_others_shows_nothing_of_it(cycle, other_focal_point, secretariat):
    assert reports_due_for(other_focal_point) == []
    assert reports_due_for(secretariat) == []
    assert reports_due_for(AnonymousUser()) == []


def test_desk_costs_the_same_for_one_and_for_three(
    make, contributor, ilo, questionnaire, cycle, django_assert_num_queries
):
    with django_assert_num_queries(8):
        reports_due_for(contributor)

    for slug in ("b", "c"):
        make_cycle(make, slug=slug, questionnaire=questionnaire, entities=[ilo])
    with django_assert_num_queries(6):  # appointments are held on the person
        assert len(reports_due_for(contributor)) == 3


def test_secretariat_reviews_the_longest_waiting_first(make, questionnaire, secretariat, focal_point, cycle):
    first, second = [
        make_report(make, entity=make.entity(code), cycle=cycle, state="submitted") for code in ("UNDP", "FAO")
    ]

    assert list(to_review(secretariat)) == [first, second]
    assert list(to_review(focal_point)) == []


# the page of an entity


def test_visitor_reads_public_answers_of_published_cycles(client, ilo, accepted, cycle):
    assertNotContains(client.get(ilo.get_absolute_url()), "Progress reports")

    cycle.state = "published"
    cycle.save()

    response = client.get(ilo.get_absolute_url())
    assertContains(response, "Question 1.3 [en]")
    assertNotContains(response, "Question 2.1 [en]")
    assertNotContains(response, "Texte de la réponse")


def test_member_reads_answers_for_members_and_sees_no_report(client, ilo, accepted, cycle, other_focal_point):
    cycle.state = "published"
    cycle.save()
    client.force_login(other_focal_point)

    response = client.get(ilo.get_absolute_url())

    assertContains(response, "Texte de la réponse")
    assertNotContains(response, accepted.get_absolute_url())


def test_own_people_see_the_state_of_their_reports(client, ilo, draft, contributor):
    client.force_login(contributor)

    assertContains(client.get(ilo.get_absolute_url()), draft.get_absolute_url())


# the page of an initiative


def test_initiative_is_mentioned_by_published_answers_that_may_be_read(make, accepted, cycle, other_focal_point):
    from tests.initiatives.factory import make_initiative

    initiative = make_initiative(make)
    for code in ("1.3", "2.1"):
        Evidence.objects.create(answer=Answer.objects.get(question__code=code), initiative=initiative)
    assert mentions_of_initiative(initiative, AnonymousUser()) == []

    cycle.state = "published"
    cycle.save()

    assert [mention.where for mention in mentions_of_initiative(initiative, AnonymousUser())] == ["question 1.3"]
    assert len(mentions_of_initiative(initiative, other_focal_point)) == 2
