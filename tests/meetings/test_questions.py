"""Questions and their answers stand together, and what nobody answered is not forgotten."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from meetings.models import Intervention
from tests.meetings.factory import make_intervention, make_item, make_meeting


@pytest.fixture
def meeting(make):
    return make_meeting(make, state="record_preparation", is_public=True)


def ask(make, meeting, entity, to=None, **fields):
    return make_intervention(make, meeting, entity, kind="question", addressed_to=to, **fields)


def answer(make, meeting, entity, question, **fields):
    return make_intervention(make, meeting, entity, kind="answer", answers=question, **fields)


def test_answer_stands_under_its_question_also_where_it_was_given_under_another_item(
    client, make, meeting, ilo, fao, focal_point
):
    first, second = make_item(make, meeting), make_item(make, meeting)
    question = ask(make, meeting, fao, ilo, item=first)
    given = answer(make, meeting, ilo, question, item=second)
    client.force_login(focal_point)

    page = client.get(meeting.get_absolute_url())

    rows = page.context["agenda"].rows
    assert [[said.pk for said in row.interventions] for row in rows] == [[question.pk], []]
    assert rows[0].interventions[0].shown_answers == [given]
    assert [row.number_said for row in rows] == [2, 0]
    assertContains(page, "Question to ILO")
    assertContains(page, "Answer to FAO · Item 2")
    assertNotContains(page, "Questions without an answer")


def test_answer_whose_question_the_reader_does_not_see_stands_alone(client, make, ilo, fao):
    meeting = make_meeting(make, state="adopted", is_public=True)
    hidden, shown = make_item(make, meeting, is_members_only=True), make_item(make, meeting)
    question = ask(make, meeting, fao, item=hidden, text="Secret question")
    given = answer(make, meeting, ilo, question, item=shown)

    page = client.get(meeting.get_absolute_url())

    assert page.context["agenda"].rows[1].interventions == [given]
    assertNotContains(page, "Secret question")
    assertNotContains(page, "Answer to FAO")


def test_open_questions_are_listed_for_members_until_an_answer_is_on_record(
    client, make, meeting, ilo, fao, focal_point
):
    question = ask(make, meeting, fao, text="Who writes the chapter?")
    ask(make, meeting, fao, is_draft=True, text="Not asked yet")
    answer(make, meeting, ilo, question, is_draft=True)
    assertNotContains(client.get(meeting.get_absolute_url()), "Questions without an answer")
    client.force_login(focal_point)

    page = client.get(meeting.get_absolute_url())
    assertContains(page, "Questions without an answer")
    assert page.context["open_questions"] == [question]

    address = reverse("meetings:intervention_create", args=[meeting.slug]) + f"?answers={question.pk}"
    form = client.get(address).context["form"]
    assert (form["answers"].value(), form["kind"].value()) == (question.pk, "answer")
    client.post(
        address,
        {"entity": ilo.pk, "kind": "statement", "answers": question.pk, "original_language": "en"}
        | {"text_en": "ILO does.", "on_record": "1"},
    )

    given = Intervention.objects.get(text_en="ILO does.")
    assert (given.kind, given.answers) == ("answer", question)
    assert client.get(meeting.get_absolute_url()).context["open_questions"] == []


def test_only_questions_on_record_of_the_same_meeting_can_be_answered(client, make, meeting, ilo, fao, focal_point):
    asked = ask(make, meeting, fao)
    others = [
        make_intervention(make, meeting, fao),
        ask(make, meeting, fao, is_draft=True),
        ask(make, make_meeting(make, state="record_preparation"), fao),
    ]
    client.force_login(focal_point)
    address = reverse("meetings:intervention_create", args=[meeting.slug])

    assert list(client.get(address).context["form"].fields["answers"].queryset) == [asked]
    for other in others:
        data = {"entity": ilo.pk, "kind": "answer", "answers": other.pk, "original_language": "en", "text_en": "Yes."}
        assert "answers" in client.post(address, data).context["form"].errors
    for other in (others[0], others[2]):
        with pytest.raises(ValidationError, match="Choose a question of this meeting"):
            Intervention(meeting=meeting, entity=ilo, kind="answer", answers=other).clean()


def test_question_with_answers_stays_a_question(client, make, meeting, ilo, fao, other_focal_point):
    question = ask(make, meeting, fao)
    answer(make, meeting, ilo, question)
    client.force_login(other_focal_point)

    data = {"kind": "statement", "original_language": "en", "text_en": "No question.", "version": "1"}
    page = client.post(question.get_edit_url(), data)

    assertContains(page, "It has answers: it stays a question.")
    question.refresh_from_db()
    assert question.kind == "question"


def test_database_holds_what_answers_and_what_is_addressed(make, meeting, ilo, fao):
    question = ask(make, meeting, fao)
    for name, fields in [
        ("intervention_answers_as_answer", {"kind": "statement", "answers": question}),
        ("intervention_addressed_as_question", {"kind": "statement", "addressed_to": fao}),
    ]:
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            make_intervention(make, meeting, ilo, **fields)
    given = answer(make, meeting, ilo, question)

    question.delete()

    given.refresh_from_db()
    assert (given.answers, given.kind) == (None, "answer")


def test_desks_show_what_waits_for_an_answer(client, make, meeting, ilo, fao, contributor, other_focal_point, editor):
    asked = ask(make, meeting, fao, ilo, text="Can ILO write it?")
    ask(make, meeting, fao, text="Put to everybody")
    ask(make, make_meeting(make, state="adopted"), fao, ilo, text="Of an adopted record")

    assertContains(editor.get(reverse("desk")), "2 questions without an answer")
    client.force_login(contributor)
    desk = client.get(reverse("desk"))
    assertContains(desk, "A question of FAO")
    assertContains(desk, f"?answers={asked.pk}")
    assertNotContains(desk, "Put to everybody")
    assertNotContains(desk, "Of an adopted record")
    client.force_login(other_focal_point)
    assertNotContains(client.get(reverse("desk")), "Can ILO write it?")

    answer(make, meeting, ilo, asked)
    client.force_login(contributor)
    assertNotContains(client.get(reverse("desk")), "A question of FAO")
