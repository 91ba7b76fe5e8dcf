"""What accepted reports say together."""

from decimal import Decimal

import pytest
from django.contrib.auth.models import AnonymousUser
from pytest_django.asserts import assertContains, assertNotContains

from strategy.models import Answer, Question, Questionnaire, Report
from strategy.results import results_of
from strategy.rounds import indicator_series
from strategy.workflow import REPORT
from tests.strategy.factory import (
    ANSWERS,
    make_cycle,
    make_framework,
    make_questionnaire,
    make_report,
    submit,
)

QUERIES = 7
VISITOR = AnonymousUser()
SECRET = "Only for members"


@pytest.fixture
def indicator(make):
    return make_framework(make).nodes.get().indicators.get()


@pytest.fixture
def published(make, indicator):
    """A published cycle: four entities asked, three answered: yes, yes, no; 10, 20 and not applicable."""
    questionnaire = make_questionnaire(make, indicator=indicator)
    entities = [make.entity(code) for code in ("ILO", "FAO", "UNDP", "WFP")]
    cycle = make_cycle(make, state="published", questionnaire=questionnaire, entities=entities)
    numbers = [{"value": 10}, {"value": 20}, {"not_applicable": True, "reason": "No projects"}]
    for entity, yes_or_no, number in zip(entities, ["yes", "yes", "no"], numbers, strict=False):
        answers = ANSWERS | {
            "1.1": {"value": yes_or_no},
            "1.3": number,
            "2.1": {"text": f"{SECRET} {entity}", "text_language": "en"},
            "2.2": {"value": 40},
        }
        make_report(make, entity=entity, cycle=cycle, state="accepted", answers=answers)
    return cycle


def result(cycle, code, user=VISITOR):
    sections = results_of(cycle, user, Questionnaire.objects.with_questions())[0].sections
    return {found.question.code: found for _section, results in sections for found in results}[code]


def test_result_says_how_many_answered_of_how_many_asked(published):
    found = result(published, "1.1")

    assert (found.answered, found.asked) == (3, 4)
    assert [(code, count) for code, _choice, count in found.counts] == [("yes", 2), ("no", 1)]


def test_not_applicable_is_counted_apart_and_never_as_nought(make, published, secretariat):
    found = result(published, "1.3", secretariat)

    assert (found.answered, found.not_applicable, found.value) == (2, 1, 30)
    assert found.figure.method == "sum"


def test_percentages_have_a_mean_and_no_sum(published):
    found = result(published, "2.2")

    assert (found.value, found.figure.method) == (40, "mean")


def test_figure_of_fewer_than_three_entities_is_hidden_in_public(client, published, other_focal_point):
    assert result(published, "1.3").is_hidden
    assert not result(published, "1.3", other_focal_point).is_hidden
    assertContains(client.get(published.get_absolute_url()), "Fewer than three entities answered")


def test_visitor_does_not_read_answers_for_members(client, published):
    response = client.get(published.get_absolute_url())

    assertNotContains(response, SECRET)
    assertNotContains(response, "Question 2.1")


def test_members_read_them(client, published, other_focal_point):
    client.force_login(other_focal_point)

    assertContains(client.get(published.get_absolute_url()), f"{SECRET} UNDP")


def test_members_do_not_read_what_is_for_the_secretariat(client, published, other_focal_point, secretariat):
    Question.objects.filter(code="2.1").update(consent="secretariat")
    client.force_login(other_focal_point)
    assertNotContains(client.get(published.get_absolute_url()), SECRET)

    client.force_login(secretariat)
    assertContains(client.get(published.get_absolute_url()), SECRET)


@pytest.mark.parametrize("state", ["draft", "submitted", "returned"])
def test_report_that_is_not_accepted_does_not_count(make, published, state):
    make_report(make, entity=make.entity("WFP"), cycle=published, state=state)

    assert result(published, "1.1").answered == 3


def test_report_that_was_reopened_counts_as_it_was_accepted(make, published, secretariat, ilo, focal_point):
    report = REPORT.perform(Report.objects.get(entity=ilo), "reopen", by=secretariat, reason="Check")
    Answer.objects.filter(report=report, question__code="1.1").update(value="no")

    assert [count for _code, _choice, count in result(published, "1.1").counts] == [2, 1]


def test_new_version_counts_once_it_is_accepted(make, published, secretariat, ilo, focal_point):
    report = REPORT.perform(Report.objects.get(entity=ilo), "reopen", by=secretariat, reason="Check")
    report = REPORT.perform(report, "revise", by=focal_point)
    Answer.objects.filter(report=report, question__code="1.1").update(value="no")
    report = REPORT.perform(report, "submit", by=focal_point)
    assert [count for _code, _choice, count in result(published, "1.1").counts] == [2, 1]

    REPORT.perform(report, "accept", by=secretariat)

    assert [count for _code, _choice, count in result(published, "1.1").counts] == [1, 2]


def test_indicator_shows_the_share_of_yes_apart_from_published_values(client, published, indicator):
    found = indicator_series(indicator, VISITOR)[0].latest

    assert round(found.value, 1) == Decimal("66.7")
    response = client.get(indicator.get_absolute_url())
    assertContains(response, "66.7%")
    assertContains(response, "3 of 4 entities asked answered.")
    assertContains(response, "A/79/230")


def test_indicator_says_that_demo_figures_are_invented(client, published, indicator):
    published.is_demo = True
    published.save()

    assertContains(client.get(indicator.get_absolute_url()), "Demo: invented figures")


def test_indicator_page_asks_the_same_for_one_and_for_three_cycles(
    client, make, published, indicator, django_assert_num_queries
):
    client.get(indicator.get_absolute_url())
    with django_assert_num_queries(QUERIES):
        client.get(indicator.get_absolute_url())

    for slug in ("second", "third"):
        cycle = make_cycle(make, slug=slug, state="published", questionnaire=published.questionnaires.get())
        make_report(make, cycle=cycle, state="accepted")
    with django_assert_num_queries(QUERIES):
        client.get(indicator.get_absolute_url())


def test_cycle_that_is_not_published_gives_no_figure(published, indicator, secretariat):
    published.state = "closed"
    published.save()

    assert indicator_series(indicator, secretariat) == []


def test_ranking_is_ordered_by_how_often_and_how_high(make, published, secretariat):
    from strategy.models import Choice
    from tests.factory import in_six_languages
    from tests.strategy.factory import make_question

    question = make_question(make, Question.objects.get(code="2.1").section, "2.3", "ranking")
    for code in ("resources", "data", "skills"):
        Choice.objects.create(question=question, code=code, **in_six_languages("label", code))
    for report, ranked in zip(
        Report.objects.order_by("pk"), [["data"], ["resources", "data"], ["data", "resources"]], strict=False
    ):
        Answer.objects.create(report=report, question=question, value=ranked)
        Report.objects.filter(pk=report.pk).update(accepted_submission=submit(report))

    ranks = [(choice.code, place.named) for choice, place in result(published, "2.3").ranks]

    assert ranks == [("data", 3), ("resources", 2)]


def test_text_is_shown_in_its_language_and_marked(client, make, published):
    report = Report.objects.first()
    Question.objects.filter(code="2.1").update(consent="public")
    report.answers.filter(question__code="2.1").update(text="نص", text_language="ar")
    Report.objects.filter(pk=report.pk).update(accepted_submission=submit(report), number=2)

    assertContains(client.get(published.get_absolute_url()), '<div lang="ar" dir="rtl"><p>نص</p></div>')


def test_page_costs_the_same_for_one_report_and_for_three(client, published, django_assert_num_queries):
    client.get(published.get_absolute_url())
    with django_assert_num_queries(9):
        client.get(published.get_absolute_url())

    Report.objects.exclude(entity__code="ILO").update(state="returned", accepted_submission=None)
    with django_assert_num_queries(9):
        client.get(published.get_absolute_url())
