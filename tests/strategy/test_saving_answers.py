"""Two people of one entity write the same report: answers of different questions mix, the same answer is compared."""

import pytest
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from strategy.models import Answer, Question
from tests.forms_on_page import choose, opened


@pytest.fixture
def write(client, contributor, focal_point, draft):
    """write(mine, theirs, section="1"): both open the section, the focal point saves first; {"1.3 value": "12"}."""
    colleague = Client()
    colleague.force_login(focal_point)
    client.force_login(contributor)

    def write(mine, theirs, section="1"):
        url = draft.get_edit_url(section)
        own, other = opened(client, url, "answers"), opened(colleague, url, "answers")
        assertRedirects(colleague.post(url, other | fields(theirs)), url)
        return client.post(url, own | fields(mine))

    return write


def fields(changes):
    found = {}
    for name, text in changes.items():
        code, _space, field = name.partition(" ")
        found[f"q{Question.objects.get(code=code).pk}-{field}"] = text
    return found


def answer(code):
    return Answer.objects.get(question__code=code)


def use(code):
    return {f"use__q{Question.objects.get(code=code).pk}": "stored"}


def test_answers_to_different_questions_are_both_saved(write, draft):
    response = write({"1.3 value": "60"}, {"1.1 value": "no"})

    assertRedirects(response, draft.get_edit_url("1"))
    assert (answer("1.3").value, answer("1.1").value) == (60, "no")


def test_same_answer_is_shown_with_the_person_who_saved_it_and_not_overwritten(write, focal_point):
    page = write({"1.3 value": "60"}, {"1.3 value": "50"})

    assertContains(page, f"Saved by {focal_point}", status_code=409)
    assertContains(page, "50", status_code=409)
    assertContains(page, 'value="60"', status_code=409)
    assert answer("1.3").value == 50


def test_other_answers_of_the_section_are_saved_meanwhile(write):
    write({"1.3 value": "60", "1.1 value": "no"}, {"1.3 value": "50"})

    assert (answer("1.3").value, answer("1.1").value) == (50, "no")


def test_texts_are_compared_word_by_word(write):
    page = write({"2.1 text": "Three new programmes"}, {"2.1 text": "Two new programmes"}, "2")

    assertContains(page, "<del>Two</del> new programmes", status_code=409)
    assertContains(page, "<ins>Three</ins> new programmes", status_code=409)


def test_answer_is_merged_by_hand(client, write):
    page = write({"2.1 text": "Mine"}, {"2.1 text": "Theirs"}, "2")

    choose(client, page, "merge", **{f"q{answer('2.1').question_id}__text": "Ours"})

    assert answer("2.1").text == "Ours"


def test_answer_is_overwritten(client, write, contributor):
    page = write({"2.1 text": "Mine"}, {"2.1 text": "Theirs"}, "2")

    choose(client, page, "overwrite", **use("2.1"))

    assert (answer("2.1").text, answer("2.1").changed_by) == ("Mine", contributor)


def test_stored_answer_is_kept(client, write, focal_point):
    page = write({"2.1 text": "Mine"}, {"2.1 text": "Theirs"}, "2")

    choose(client, page, "merge", **use("2.1"))

    assert (answer("2.1").text, answer("2.1").changed_by) == ("Theirs", focal_point)


def test_third_answer_in_between_is_noticed_again(client, write):
    page = write({"2.1 text": "Mine"}, {"2.1 text": "Theirs"}, "2")
    third = answer("2.1")
    third.text = "Third"
    third.save()

    again = choose(client, page, "overwrite")

    assertContains(again, "<del>Third</del>", status_code=409)
    assert answer("2.1").text == "Third"
    choose(client, again, "overwrite")
    assert answer("2.1").text == "Mine"


def test_where_one_was_going_is_remembered(client, write, draft):
    page = write({"1.3 value": "60"} | {}, {"1.3 value": "50"})
    assert page.status_code == 409

    data = opened(client, draft.get_edit_url("1"), "answers")
    refused = client.post(draft.get_edit_url("1"), data | {"go": "close"})

    assertRedirects(choose(client, refused, "overwrite"), draft.get_absolute_url())
    assert answer("1.3").value == 60


def test_own_answer_of_another_window_is_compared_too(client, contributor, draft):
    client.force_login(contributor)
    url = draft.get_edit_url("2")
    window = opened(client, url, "answers")
    client.post(url, window | fields({"2.1 text": "Written in the first window"}))

    response = client.post(url, window | fields({"2.1 text": "Written in the second window"}))

    assert response.status_code == 409
    assert answer("2.1").text == "Written in the first window"


def test_same_answer_from_both_is_no_question(write, draft):
    assertRedirects(write({"1.3 value": "50"}, {"1.3 value": "50"}), draft.get_edit_url("1"))


def test_markup_of_both_is_shown_as_text(write):
    page = write({"2.1 text": "<script>mine()</script>"}, {"2.1 text": "<script>theirs()</script>"}, "2")

    assertNotContains(page, "<script>mine", status_code=409)
    assertNotContains(page, "<script>theirs", status_code=409)
