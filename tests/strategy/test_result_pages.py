"""Pages of results over the cycles: an outcome, an entity, a survey, the answers to one question; and their files."""

import csv
import html
import io
import re

import pytest
from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from strategy.models import Choice, Column, Question, QuestionType, Section
from strategy.rounds import indicator_series
from tests.factory import in_six_languages
from tests.strategy.factory import (
    make_cycle,
    make_framework,
    make_question,
    make_questionnaire,
    make_report,
    make_section,
)

VISITOR = AnonymousUser()
SECRET = "Said to members only"
CODES = ["ILO", "FAO", "UNDP", "WFP", "UNEP"]


def answer_all(make, cycle, answers):
    """`answers` is {entity: {question: fields of Answer}}."""
    return [make_report(make, make.entity(code), cycle, "accepted", answers=given) for code, given in answers.items()]


def yes(*codes, no=(), same=()):
    """{entity: its answers}: yes or no to 1.1, those of `same` confirmed unchanged."""
    said = {code: {"value": "yes"} for code in codes} | {code: {"value": "no"} for code in no}
    return {
        code: {"1.1": answer | {"carried_over": "unchanged" if code in same else ""}} for code, answer in said.items()
    }


@pytest.fixture
def indicator(make):
    return make_framework(make).nodes.get().indicators.get()


@pytest.fixture
def questionnaire(make, indicator):
    return make_questionnaire(make, indicator=indicator)


def make_round(make, questionnaire, year, answers, asked=CODES, **fields):
    entities = [make.entity(code) for code in asked]
    named = {"slug": f"cycle-{year}", "state": "published", "year": year, "days_left": -30}
    cycle = make_cycle(make, questionnaire=questionnaire, entities=entities, **(named | fields))
    answer_all(make, cycle, answers)
    return cycle


@pytest.fixture
def rounds(make, questionnaire):
    """2023: two of four said yes. 2024: the same four asked, three yes, of them one as before. 2025: a fifth joined."""
    four = CODES[:4]
    return [
        make_round(make, questionnaire, 2023, yes("ILO", "FAO", no=["UNDP", "WFP"]), four),
        make_round(make, questionnaire, 2024, yes("ILO", "FAO", "UNDP", no=["WFP"], same=["ILO"]), four),
        make_round(make, questionnaire, 2025, yes(*CODES)),
    ]


def survey_page(client, **query):
    return client.get(reverse("strategy:survey_detail", args=["progress-report"]), query)


def words_of(response):
    """The page as one reads it: no tags."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", response.content.decode())).split())


def rows_in(response):
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_line_joins_the_same_entities_and_breaks_where_one_joined(client, rounds, indicator, other_focal_point):
    series = indicator_series(indicator, VISITOR)[0]

    assert series.points == [("2023", 50.0), ("2024", 75.0), ("2025", 100.0)]
    assert series.breaks == [2]
    page = client.get(indicator.get_absolute_url())
    assertContains(page, "2024 and 2025 cannot be compared:")
    assertContains(page, "1 entity joined.")
    assertContains(page, "2025: 100% (not comparable with the one before)")
    # Who is asked is known to members; the public knows who answered.
    assertNotContains(page, "UNEP.</bdi>")
    client.force_login(other_focal_point)
    assertContains(client.get(indicator.get_absolute_url()), '<bdi dir="ltr">UNEP.</bdi>')


def test_panel_is_of_those_who_answered_both_times(client, rounds, indicator, other_focal_point):
    public, members = (indicator_series(indicator, user)[0] for user in (VISITOR, other_focal_point))

    assert [(step.panel.before, step.panel.after, step.panel.answered) for step in members.steps] == [
        (50, 75, 4),
        (75, 100, 4),
    ]
    assert members.panel_lines == [(2, 75.0, 100.0)]
    # The public could take the panel of four from the whole of five, and would know what one answered.
    assert [step.panel is not None for step in public.steps] == [True, False]
    assert "75% to 100%" not in words_of(client.get(indicator.get_absolute_url()))
    client.force_login(other_focal_point)
    assert "75% to 100% (4 entities)" in words_of(client.get(indicator.get_absolute_url()))


def test_line_breaks_where_the_question_was_asked_otherwise(make, rounds, indicator, questionnaire):
    edition = make_questionnaire(make, edition=2, indicator=indicator)
    Question.objects.filter(section__questionnaire=edition, code="1.1").update(text_en="Another question")
    make_round(make, edition, 2026, yes(*CODES))

    series = indicator_series(indicator, VISITOR)[0]

    assert series.breaks == [2, 3]
    assert [step.broken.wording for step in series.steps] == [False, False, True]
    assert series.steps[-1].panel is None


def test_carried_over_is_apart_from_reported_again(client, rounds, indicator, other_focal_point):
    result = indicator_series(indicator, other_focal_point)[0].rounds[1].result
    assert (result.reported_again, result.carried_over) == (3, 1)

    # One who carried over is a group of one.
    assertNotContains(client.get(rounds[1].get_absolute_url()), "3 reported again")
    client.force_login(other_focal_point)
    assertContains(client.get(rounds[1].get_absolute_url()), "3 reported again, 1 confirmed last cycle’s answer.")


def test_demo_and_real_cycles_are_never_in_one_line(client, make, rounds, questionnaire, indicator):
    make_round(make, questionnaire, 2022, yes(*CODES), slug="demo-2022", is_demo=True)

    real, demo = indicator_series(indicator, VISITOR)

    assert (real.is_demo, [each.name for each in real.rounds]) == (False, ["2023", "2024", "2025"])
    assert (demo.is_demo, [each.name for each in demo.rounds]) == (True, ["2022"])
    assertNotContains(survey_page(client), "demo-2022")
    page = survey_page(client, demo=1)
    assertContains(page, "demo-2022")
    assertContains(page, "Demo: invented figures")
    assertNotContains(page, "cycle-2024")


def test_entity_that_left_after_it_answered_still_counts_as_asked(rounds, indicator, make):
    rounds[0].entities.remove(make.entity("ILO"))

    assert indicator_series(indicator, VISITOR)[0].rounds[0].result.asked == 4


def test_status_of_what_entities_reported_follows_the_year(rounds, indicator, client):
    type(indicator).objects.update(baseline_value=50, baseline_year=2023, target_value=100, target_year=2030)
    indicator.refresh_from_db()

    series = indicator_series(indicator, VISITOR)[0]

    assert (series.status, series.target, series.baseline) == ("met", 100, 50)


def test_outcome_shows_indicators_and_what_entities_reported(client, rounds, indicator, questionnaire):
    node = indicator.node
    Section.objects.filter(code="2").update(node=node)
    url = reverse("strategy:node_detail", args=[node.framework.slug, node.code])

    page = client.get(url)

    assertContains(page, "Sample — not official numbering")
    assertContains(page, "81%")
    assertContains(page, "Question 1.1 [en]")
    assertContains(page, "Question 2.2 [en]")
    assertNotContains(page, "Question 2.1 [en]")
    rows = rows_in(client.get(url, {"export": "csv"}))
    published = [row for row in rows if row["Where the figure is from"] == "published"]
    assert [(row["Year"], row["Figure"], row["Source"]) for row in published] == [
        ("2022", "73.0", "A/79/230 Quoted [en]"),
        ("2023", "81.0", "A/79/230 Quoted [en]"),
    ]
    reported = [row for row in rows if row["Question"] == "1.1"]
    assert [(row["Year"], row["Figure"], row["Answered"], row["Asked"]) for row in reported] == [
        ("2025", "100.0", "5", "5"),
        ("2024", "75.0", "4", "4"),
        ("2023", "50.0", "4", "4"),
    ]
    assert [row["Comparable with the one before"] for row in reported] == ["No", "Yes", ""]


@pytest.fixture
def all_types(make, questionnaire):
    """A third section with a question of each type that the others lack."""
    section = make_section(make, questionnaire, "3")
    many = make_question(make, section, "3.1", QuestionType.MANY_OF)
    ranking = make_question(make, section, "3.2", QuestionType.RANKING)
    for question in (many, ranking):
        for place, code in enumerate(["data", "skills"]):
            Choice.objects.create(question=question, code=code, position=place, **in_six_languages("label", code))
    make_question(make, section, "3.3", QuestionType.SCALE)
    table = make_question(make, section, "3.4", QuestionType.TABLE)
    Column.objects.create(question=table, code="year", **in_six_languages("label", "Year"))
    Column.objects.create(question=table, code="amount", is_number=True, **in_six_languages("label", "Amount"))
    make_question(make, section, "3.5", QuestionType.SHORT_TEXT)
    make_question(make, section, "3.6", QuestionType.NUMBER)
    make_question(make, section, "3.7", QuestionType.LONG_TEXT, consent="secretariat")
    return section


def test_survey_draws_every_type_of_question(client, make, questionnaire, all_types):
    answers = {
        code: {
            "3.1": {"value": ["data", "skills"] if place else ["data"]},
            "3.2": {"value": ["skills", "data"] if place else ["data"]},
            "3.3": {"value": place + 1},
            "3.4": {"value": [{"year": "2025", "amount": 10 * place}]},
            "3.5": {"text": f"Platform of {code}", "text_language": "en"},
            "3.6": {"value": place},
        }
        for place, code in enumerate(CODES)
    }
    make_round(make, questionnaire, 2025, answers)

    page = survey_page(client, section=3)

    assert "data [en] 100% 5" in words_of(page)
    assert "skills [en] 80% 4" in words_of(page)
    assertContains(page, "first for 4")
    assert "mean place 1.8" in words_of(page)
    assertContains(page, "mean of 5 entities")
    assert "Amount [en] 100 " in words_of(page)
    assertContains(page, "Platform of FAO")
    assertContains(page, "sum over 5 entities")
    assertContains(page, "Half of the answers lie between")
    assertNotContains(page, "Question 3.7")
    rows = rows_in(survey_page(client, export="csv"))
    assert {row["Question"] for row in rows} == {"1.1", "1.2", "1.3", "2.2", "3.1", "3.2", "3.3", "3.4", "3.5", "3.6"}
    found = [(row["Choice"], row["Figure"]) for row in rows if row["Question"] == "3.1"]
    assert found == [("data [en]", "5"), ("skills [en]", "4")]


def test_survey_without_published_rounds_or_without_the_section_is_not_found(client, make, questionnaire):
    make_cycle(make, "open", "open", questionnaire)
    assert survey_page(client).status_code == 404

    make_round(make, questionnaire, 2025, {})
    assert survey_page(client).status_code == 200
    assert survey_page(client, section="9").status_code == 404


@pytest.fixture
def few(make, questionnaire, indicator):
    """Two entities answered, and told a number that nobody else has. One said something to members, one to all."""
    answers = {
        "ILO": {
            "1.1": {"value": "yes"},
            "1.3": {"value": 4711},
            "2.1": {"text": SECRET, "text_language": "en"},
            "2.2": {"value": 61.75},
        },
        "FAO": {"1.1": {"value": "no"}, "1.3": {"value": 1289}},
    }
    return make_round(make, questionnaire, 2025, answers)


@pytest.mark.parametrize("format", ["", "csv", "json"])
def test_figure_of_two_is_in_no_public_product(client, few, indicator, other_focal_point, format):
    node = indicator.node
    addresses = [
        (few.get_absolute_url(), {}),
        (indicator.get_absolute_url(), {}),
        (reverse("strategy:node_detail", args=[node.framework.slug, node.code]), {}),
        (reverse("strategy:survey_detail", args=["progress-report"]), {}),
        (reverse("strategy:cycle_figures", args=[few.slug]), {"export": "json"}),
        (reverse("strategy:answer_list", args=[few.slug, "progress-report", "1.3"]), {}),
    ]
    leaks = ["4711", "4,711", "1289", "1,289", "6000", "6,000", "61.75", "61.8", "50%", "50.0", SECRET]
    for url, query in addresses:
        words = text_of(client.get(url, query | ({"export": format} if format else {})))
        assert [leak for leak in leaks if leak in words] == [], url
    # The same addresses hold them: for members they are there.
    client.force_login(other_focal_point)
    words = " ".join(
        text_of(client.get(url, query | ({"export": format} if format else {}))) for url, query in addresses
    )
    assert "6000" in words or "6,000" in words


def text_of(response):
    content = b"".join(response.streaming_content) if response.streaming else response.content
    return content.decode()


def test_answers_to_one_question_by_entity(client, make, questionnaire, other_focal_point):
    answers = {code: {"1.3": {"value": 10 + place}} for place, code in enumerate(CODES[:3])}
    answers["WFP"] = {"1.3": {"not_applicable": True, "reason": "No projects at all"}}
    cycle = make_round(make, questionnaire, 2025, answers)
    url = reverse("strategy:answer_list", args=[cycle.slug, "progress-report", "1.3"])

    page = client.get(url)

    assertContains(page, "3 of 5 entities asked answered. 1 said that it does not apply.")
    assertContains(page, "No projects at all")
    rows = rows_in(client.get(url, {"export": "csv"}))
    assert [(row["Entity"], row["Answer"]) for row in rows] == [
        ("FAO", "11"),
        ("ILO", "10"),
        ("UNDP", "12"),
        ("WFP", "Does not apply"),
    ]
    assert client.get(url, {"export": "exe"}).status_code == 404


def test_numbers_that_rest_on_the_same_initiative_are_warned_of_for_members_only(
    client, make, questionnaire, other_focal_point
):
    from strategy.models import Report, Submission
    from tests.initiatives.factory import make_initiative

    initiative = make_initiative(make, lead=make.entity("ILO"), state="published")
    cycle = make_round(make, questionnaire, 2025, {code: {"1.3": {"value": 5}} for code in CODES[:3]})
    for report in Report.objects.filter(cycle=cycle, entity__code__in=["ILO", "FAO"]):
        content = report.accepted_submission.content
        content["answers"]["1.3"]["evidence"] = [{"initiative": initiative.code}]
        submission = Submission.objects.create(report=report, number=2, at=report.submitted_at, content=content)
        Report.objects.filter(pk=report.pk).update(accepted_submission=submission, number=2)

    assertNotContains(client.get(cycle.get_absolute_url()), "Perhaps counted twice")
    client.force_login(other_focal_point)
    page = client.get(cycle.get_absolute_url())
    assertContains(page, "Perhaps counted twice", count=1)
    assertContains(page, '<bdi dir="ltr">FAO, ILO</bdi>', html=True)


def test_entity_page_shows_what_it_reported_by_consent(
    client, make, questionnaire, few, focal_point, other_focal_point, contributor
):
    make_round(make, questionnaire, 2024, {"ILO": {"1.3": {"value": 4000}}})
    make_round(make, questionnaire, 2026, {"ILO": {"1.3": {"value": 9999}}}, slug="closed-2026", state="closed")
    url = reverse("strategy:entity_results", args=["ilo"])

    # An answer for the public is the entity's own word, however few answered.
    page = client.get(url)
    assertContains(page, "4,711")
    assertContains(page, "2024: 4,000; 2025: 4,711")
    assertNotContains(page, "9,999")
    assertNotContains(client.get(url, {"questionnaire": "progress-report", "section": "2"}), SECRET)
    assert "Question 2.1 [en]" not in {row["Text"] for row in rows_in(client.get(url, {"export": "csv"}))}

    for person in (other_focal_point, focal_point, contributor):
        client.force_login(person)
        assertContains(client.get(url, {"questionnaire": "progress-report", "section": "2"}), SECRET)

    Question.objects.filter(code="2.1").update(consent="secretariat")
    client.force_login(other_focal_point)
    assertNotContains(client.get(url, {"questionnaire": "progress-report", "section": "2"}), SECRET)
    client.force_login(focal_point)
    assertContains(client.get(url, {"questionnaire": "progress-report", "section": "2"}), SECRET)


def test_entity_page_says_when_nothing_is_published(client, make):
    make.entity("ILO")

    assertContains(client.get(reverse("strategy:entity_results", args=["ilo"])), "No answers are published")
    assert client.get(reverse("strategy:entity_results", args=["none"])).status_code == 404


QUERIES = {"survey": 12, "outcome": 9, "entity": 8, "answers": 6, "figures": 9}


def test_pages_ask_the_same_for_one_round_and_for_three(
    client, make, questionnaire, indicator, django_assert_num_queries
):
    four = CODES[:4]
    make_round(make, questionnaire, 2023, yes("ILO", "FAO", no=["UNDP", "WFP"]), four)
    node = indicator.node
    pages = {
        "survey": reverse("strategy:survey_detail", args=["progress-report"]),
        "outcome": reverse("strategy:node_detail", args=[node.framework.slug, node.code]),
        "entity": reverse("strategy:entity_results", args=["ilo"]),
        "answers": reverse("strategy:answer_list", args=["cycle-2023", "progress-report", "1.1"]),
        "figures": reverse("strategy:cycle_figures", args=["cycle-2023"]),
    }
    for name, url in pages.items():
        client.get(url)
        with django_assert_num_queries(QUERIES[name]):
            text_of(client.get(url))

    make_round(make, questionnaire, 2024, yes("ILO", "FAO", "UNDP", no=["WFP"]), four)
    make_round(make, questionnaire, 2025, yes(*CODES))
    for name, url in pages.items():
        with django_assert_num_queries(QUERIES[name]):
            text_of(client.get(url))
