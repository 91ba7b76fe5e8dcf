"""The secretariat writes its part of a consolidated report and chooses the narratives."""

import pytest
from pytest_django.asserts import assertContains, assertRedirects

from strategy.models import Answer, ConsolidatedReport, NarrativeChoice, Question
from strategy.models.consolidated import report_url


@pytest.fixture
def writing(client, closed, secretariat):
    client.force_login(secretariat)
    return f"{report_url(closed)}edit/"


@pytest.fixture
def choice(client, closed, secretariat):
    client.force_login(secretariat)
    return f"{report_url(closed)}narratives/{Question.objects.get(code='2.1').pk}/"


def typed(page, **fields):
    """What the form of this page sends when these fields are changed."""
    form = page.context["form"]
    return {bound.html_name: bound.value() or "" for bound in form if bound.value() is not False} | fields


def test_words_of_the_secretariat_stand_in_the_report(client, closed, writing):
    response = client.post(writing, typed(client.get(writing), findings_en="More plans", findings_fr="Plus de plans"))

    assertRedirects(response, report_url(closed))
    assertContains(client.get(report_url(closed)), "More plans")
    assertContains(client.get(f"/fr{report_url(closed)[3:]}"), "Plus de plans")


def test_two_who_write_at_once_see_both_texts(client, closed, writing):
    ConsolidatedReport.objects.create(cycle=closed, findings_en="First")
    mine = typed(client.get(writing), findings_en="Mine")
    client.post(writing, typed(client.get(writing), findings_en="Theirs"))

    response = client.post(writing, mine)

    assert response.status_code == 409
    assertContains(response, "Theirs", status_code=409)
    assert ConsolidatedReport.objects.get().findings_en == "Theirs"


def test_narratives_are_left_out_and_ordered_and_their_words_stay(client, closed, choice):
    form = typed(client.get(choice), **{"place-UNDP": 1, "place-ILO": 2, "place-FAO": 3})
    del form["take-FAO"]

    client.post(choice, form)

    chosen = NarrativeChoice.objects.get()
    assert (chosen.order, chosen.left_out) == (["UNDP", "ILO", "FAO"], ["FAO"])
    said = client.get(f"{report_url(closed)}progress-report/2/").context["section"].questions[0].narratives
    assert [(str(one.entity.code), one.text.text) for one in said] == [
        ("UNDP", "Texte de la réponse"),
        ("ILO", "Texte de la réponse"),
    ]
    assertContains(client.get(f"{report_url(closed)}narratives/"), "2 of 3 texts stand in the report")


def test_text_that_is_marked_for_follow_up_stays_out_until_the_mark_is_gone(client, closed, choice):
    section = f"{report_url(closed)}progress-report/2/"
    marked = Answer.objects.filter(question__code="2.1", report__entity__code="ILO")
    marked.update(follow_up=True)
    assertContains(client.get(choice), "Marked for follow-up", count=1)
    assert len(client.get(section).context["section"].questions[0].narratives) == 2

    marked.update(follow_up=False)

    assert len(client.get(section).context["section"].questions[0].narratives) == 3
