"""Texts side by side in six languages: what is missing or outdated is derived from the history of each text."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains

from strategy.models import Choice, Question
from tests.forms_on_page import choose, opened
from tests.strategy.factory import make_cycle, make_questionnaire


@pytest.fixture
def url(make):
    edition = make_questionnaire(make)
    make_cycle(make, questionnaire=edition)
    return reverse("strategy:questionnaire_translations", args=[edition.code, edition.edition]) + "?section=1"


def progress(response):
    return {one.language.code: (one.translated, one.texts, one.outdated) for one in response.context["progress"]}


def test_missing_and_outdated_texts_are_counted_and_marked(editor, url):
    question = Question.objects.get(code="1.1")
    # Questionnaire: title and short title; two sections; five questions; two choices.
    assert progress(editor.get(url)) == dict.fromkeys(("fr", "es", "ar", "zh-hans", "ru"), (11, 11, 0))

    question.text_ar = ""
    question.save()
    question.text_en, question.text_fr = "Written anew", "Réécrit"
    question.save()

    response = editor.get(url)
    assert progress(response)["fr"] == (11, 11, 0)
    assert progress(response)["ru"] == (10, 11, 1)
    assert progress(response)["ar"] == (10, 11, 0)
    assertContains(response, "Out of date")
    assertContains(response, "Missing")


def test_a_section_is_saved_together_and_the_original_is_only_read(editor, url):
    question, choice = Question.objects.get(code="1.1"), Choice.objects.get(code="means")
    typed = opened(editor, url, "texts")
    assert f"question{question.pk}-text_en" not in typed
    assert f"question{question.pk}-help_fr" not in typed, "there is no help to translate"

    typed |= {f"question{question.pk}-text_fr": "Nouveau", f"choice{choice.pk}-label_ar": "وسائل"}
    response = editor.post(url, typed | {f"question{question.pk}-text_en": "Forged"}, follow=True)

    assertContains(response, "2 texts are saved.")
    question.refresh_from_db()
    choice.refresh_from_db()
    assert (question.text_fr, choice.label_ar, question.text_en) == ("Nouveau", "وسائل", "Question 1.1 [en]")


def test_one_language_is_shown_alone_and_saving_it_leaves_the_others(editor, url):
    one = f"{url}&language=ru"
    question = Question.objects.get(code="1.1")
    assert {name.rpartition("_")[2] for name in opened(editor, one, "texts") if "text_" in name} == {"ru"}

    editor.post(one, opened(editor, one, "texts") | {f"question{question.pk}-text_ru": "Вопрос"})

    question.refresh_from_db()
    assert (question.text_ru, question.text_fr) == ("Вопрос", "Question 1.1 [fr]")
    assert editor.get(f"{url}9").status_code == 404


def test_two_people_translate_at_once(editor, colleague, url):
    question = Question.objects.get(code="1.1")
    french, russian = f"question{question.pk}-text_fr", f"question{question.pk}-text_ru"
    mine = opened(editor, url, "texts")
    colleague.post(url, opened(colleague, url, "texts") | {french: "Leur", russian: "Их"})

    compared = editor.post(url, mine | {french: "Mien"})

    assertContains(compared, "Leur", status_code=409)
    choose(editor, compared, "merge")
    question.refresh_from_db()
    assert (question.text_fr, question.text_ru) == ("Mien", "Их")
