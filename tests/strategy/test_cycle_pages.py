"""The page of a cycle: matrix for the secretariat, own rows for an entity, results for all."""

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags
from pytest_django.asserts import assertContains, assertNotContains

from core import dates
from strategy import matrix
from strategy.models import AnswerComment, Cycle, Questionnaire
from tests.strategy.factory import make_cycle, make_questionnaire, make_report


@pytest.fixture
def full(make, questionnaire):
    """Five entities in five states."""
    cycle = make_cycle(make, questionnaire=questionnaire, entities=[make.entity("UNEP")])
    for code, state in [("ILO", "draft"), ("FAO", "submitted"), ("UNDP", "returned"), ("WFP", "accepted")]:
        make_report(make, entity=make.entity(code), cycle=cycle, state=state, complete=True)
    return cycle


def rows(cycle):
    questionnaire = Questionnaire.objects.with_questions().get()
    return {row.entity.code: row for row in matrix.rows_of(cycle, questionnaire, cycle.entities.all())}


def test_cells_say_how_far_each_section_is(full):
    kinds = {code: [cell.kind for cell in row.cells] for code, row in rows(full).items()}

    assert kinds == {
        "ILO": ["draft", "draft"],
        "FAO": ["sent", "sent"],
        "UNDP": ["back", "back"],
        "WFP": ["done", "done"],
        "UNEP": ["none", "none"],
    }


def test_cells_say_who_changed_a_section_last_and_when(client, secretariat, contributor, full):
    report = full.reports.get(entity__code="ILO")
    answer = report.answers.get(question__code="1.3")
    answer.changed_by = contributor
    answer.save()
    client.force_login(secretariat)

    said = f"3 of 3 answered, last change {dates.day(timezone.localdate())}, {contributor}"
    assertContains(client.get(full.get_absolute_url()), f'title="{said}"', count=1)
    file = client.get(full.get_absolute_url(), {"export": "csv"})
    assert said in b"".join(file.streaming_content).decode()


def test_only_the_section_with_a_comment_goes_back(full, secretariat):
    report = full.reports.get(entity__code="UNDP")
    answer = report.answers.get(question__code="1.3")
    AnswerComment.objects.create(answer=answer, by=secretariat, is_secretariat=True, text="Why?")

    assert [cell.kind for cell in rows(full)["UNDP"].cells] == ["back", "sent"]


def test_secretariat_gets_the_matrix_without_text_of_drafts(client, secretariat, full):
    client.force_login(secretariat)

    response = client.get(full.get_absolute_url())

    assertContains(response, "1 report waits for review.")
    assertContains(response, "1 has not been started.")
    assertNotContains(response, "Texte de la réponse")


def test_what_can_be_done_with_a_row_stands_apart_and_names_the_entity(client, secretariat, full):
    client.force_login(secretariat)

    page = client.get(full.get_absolute_url()).content.decode()

    cells = page[page.index(">UNEP<") :].partition("</tr>")[0].split("<td")
    assert cells[-2].rstrip().endswith("–</td>")
    said = " ".join(strip_tags(cells[-1].partition(">")[2]).split())
    assert said == "Enter on behalf UNEP Remind UNEP More time UNEP"


@pytest.mark.parametrize(
    ("show", "shown"),
    [
        ("all", {"ILO", "FAO", "UNDP", "WFP", "UNEP"}),
        ("waiting", {"FAO"}),
        ("returned", {"UNDP"}),
        ("draft", {"ILO"}),
        ("not_started", {"UNEP"}),
        ("overdue", set()),
    ],
)
def test_filter_of_the_matrix(client, secretariat, full, show, shown):
    client.force_login(secretariat)

    response = client.get(full.get_absolute_url(), {"show": show})

    found = {row.entity.code for group in response.context["groups"] for row in group.rows}
    assert found == shown


@pytest.mark.parametrize(("sort", "first"), [("complete", "UNEP"), ("changed", "WFP"), ("entity", "FAO")])
def test_order_of_the_matrix(client, secretariat, full, sort, first):
    client.force_login(secretariat)

    response = client.get(full.get_absolute_url(), {"sort": sort})

    assert response.context["groups"][0].rows[0].entity.code == first


@pytest.mark.parametrize("query", [{"show": "nonsense"}, {"sort": "nonsense"}])
def test_invalid_filter_shows_its_error_and_nothing(client, secretariat, full, query):
    client.force_login(secretariat)

    response = client.get(full.get_absolute_url(), query)

    assertContains(response, "Select a valid choice")
    assert response.context["number_shown"] == 0


def test_report_that_was_never_submitted_is_overdue_after_the_due_day(make, questionnaire, ilo, fao):
    cycle = make_cycle(make, questionnaire=questionnaire, entities=[ilo, fao], days_left=-2)
    make_report(make, entity=ilo, cycle=cycle)
    make_report(make, entity=fao, cycle=cycle, state="returned")

    assert {code: row.is_overdue for code, row in rows(cycle).items()} == {"ILO": True, "FAO": False}


def test_people_of_an_entity_see_their_own_row_only(client, contributor, full):
    client.force_login(contributor)

    response = client.get(full.get_absolute_url())

    assert [row.entity.code for row in response.context["own_rows"]] == ["ILO"]
    assertContains(response, "Go on writing")
    assertNotContains(response, "UNDP")


def test_entity_that_has_not_started_finds_the_button(client, make, full):
    client.force_login(make.person("focal@unep.example", make.entity("UNEP")))

    assertContains(client.get(full.get_absolute_url()), "Start the report")


def test_closed_cycle_offers_no_start(client, make, full):
    full.state = "closed"
    full.save()
    client.force_login(make.person("focal@unep.example", make.entity("UNEP")))

    assertNotContains(client.get(full.get_absolute_url()), "Start the report")


def test_member_who_is_not_asked_sees_dates_and_no_report(client, make, full):
    client.force_login(make.person("focal@itu.example", make.entity("ITU")))

    response = client.get(full.get_absolute_url())

    assertContains(response, "The results are not published yet")
    assertNotContains(response, "Our report")


def test_second_questionnaire_has_its_own_matrix(client, make, secretariat, full):
    survey = make_questionnaire(make, code="survey", **{"short_title_en": "Survey"})
    full.questionnaires.add(survey)
    client.force_login(secretariat)

    response = client.get(full.get_absolute_url(), {"questionnaire": "survey"})

    assert response.context["questionnaire"] == survey
    assert {row.state for group in response.context["groups"] for row in group.rows} == {"not_started"}
    assert client.get(full.get_absolute_url(), {"questionnaire": "nothing"}).status_code == 404


def test_matrix_begins_with_the_questionnaire_that_most_entities_have_begun(client, make, secretariat, full):
    begun = full.questionnaires.get()
    full.questionnaires.add(make_questionnaire(make, code="a-survey"))
    client.force_login(secretariat)

    assert client.get(full.get_absolute_url()).context["questionnaire"] == begun


def test_list_shows_published_cycles_to_visitors(client, make, questionnaire):
    make_cycle(make, slug="open", questionnaire=questionnaire)
    make_cycle(make, slug="published", state="published", questionnaire=questionnaire)

    response = client.get(reverse("strategy:cycle_list"))

    assert [cycle.slug for cycle in response.context["cycles"]] == ["published"]


def test_counts_do_not_multiply_each_other(make, questionnaire):
    entities = [make.entity(code) for code in ("ILO", "FAO", "UNDP")]
    cycle = make_cycle(make, questionnaire=questionnaire, entities=entities)
    for entity in entities[:2]:
        make_report(make, entity=entity, cycle=cycle, state="accepted")

    counted = Cycle.objects.counted().get()

    assert (counted.number_accepted, counted.number_asked) == (2, 3)


def test_pages_cost_the_same_for_one_and_for_three(client, make, questionnaire, secretariat, django_assert_num_queries):
    cycle = make_cycle(make, questionnaire=questionnaire)
    make_report(make, entity=make.entity("ILO"), cycle=cycle, state="submitted")
    client.force_login(secretariat)
    client.get(cycle.get_absolute_url())
    with django_assert_num_queries(13):
        client.get(cycle.get_absolute_url())
    with django_assert_num_queries(7):
        client.get(reverse("strategy:cycle_list"))

    for code in ("FAO", "UNDP"):
        make_report(make, entity=make.entity(code), cycle=cycle, state="submitted")
        make_cycle(make, slug=code.lower(), questionnaire=questionnaire)
    with django_assert_num_queries(13):
        client.get(cycle.get_absolute_url())
    with django_assert_num_queries(7):
        client.get(reverse("strategy:cycle_list"))
