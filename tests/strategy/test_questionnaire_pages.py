"""The secretariat builds a questionnaire on pages: order, questions, conditions, editions, removal and undo."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from core.drafts.views import path_of
from core.models import Draft
from strategy import outline
from strategy.edition_copy import new_edition
from strategy.models import Choice, Question, Questionnaire, Section
from tests.forms_on_page import choose, opened
from tests.strategy.factory import make_cycle, make_framework, make_questionnaire, make_report


@pytest.fixture
def edition(make):
    return make_questionnaire(make)


def page(name, edition, *args):
    return reverse(f"strategy:{name}", args=[edition.code, edition.edition, *args])


def question(code, edition=None):
    questions = Question.objects.filter(section__questionnaire=edition) if edition else Question.objects.all()
    return questions.get(code=code)


def codes(edition):
    """["1", "1.1", "1.2", "2", …] as they follow each other."""
    read = Questionnaire.objects.with_questions().get(pk=edition.pk)
    return [record.code for record in outline.records_of(read)]


def press(client, edition, record, to, **more):
    token = outline.token_of(Questionnaire.objects.with_questions().get(pk=edition.pk))
    data = {"line": outline.key_of(record), "to": to, "order": token} | more
    return client.post(page("questionnaire_order", edition), data)


def test_a_questionnaire_is_made_without_a_developer(editor):
    """From nothing to questions of every type, each saved from its own page as it stands."""
    made = editor.post(
        reverse("strategy:questionnaire_create"), {"code": "survey", "title_en": "Survey", "original_language": "en"}
    )
    survey = Questionnaire.objects.get()
    assertRedirects(made, survey.get_absolute_url())
    assertContains(editor.get(survey.get_absolute_url()), "Add a section first.")

    editor.post(page("section_create", survey), opened(editor, page("section_create", survey)) | {"title_en": "Policy"})
    url = page("question_create", survey, "1")
    for number, (kind, more) in enumerate(
        {
            "number": {"minimum": "0", "unit_en": "projects"},
            "percent": {"minimum": "0", "maximum": "100"},
            "yes_no": {},
            "one_of": {"choices-0-label": "First one", "choices-1-label": "Second", "choices-1-code": "second"},
            "many_of": {"choices-0-label": "A", "choices-1-label": "B"},
            "ranking": {"choices-0-label": "A", "choices-1-label": "B"},
            "scale": {"minimum": "1", "maximum": "7"},
            "short_text": {"longest": "200"},
            "long_text": {},
            "table": {"columns-0-label": "Year", "columns-0-is_number": "on"},
        }.items(),
        start=1,
    ):
        typed = opened(editor, url) | {"type": kind, "text_en": f"A {kind}"} | more
        assert editor.post(url, typed).status_code == 302, kind
        assert question(f"1.{number}").type == kind

    assert list(question("1.4").choices.values_list("code", "label_en")) == [
        ("first-one", "First one"),
        ("second", "Second"),
    ]
    assert question("1.10").columns.get().is_number
    assert question("1.1").unit_en == "projects"
    assert (question("1.8").longest, question("1.7").maximum) == (200, 7)
    response = editor.get(page("questionnaire_preview", survey))
    assertContains(response, "Preview: nothing is saved")
    assertContains(response, "A ranking")
    taken = editor.post(
        reverse("strategy:questionnaire_create"), {"code": "survey", "title_en": "Survey", "original_language": "en"}
    )
    assertContains(taken, "Make a new edition of it instead.")


def test_what_is_wrong_is_said_beside_its_field_and_what_was_typed_stays(editor, edition):
    url = page("question_create", edition, "1")
    typed = opened(editor, url) | {"text_en": "Kept as typed"}
    for change, words in (
        ({"type": "ranking", "choices-0-label": "Only one"}, "Write at least 2 rows."),
        ({"type": "table"}, "Write at least 1 row."),
        ({"type": "scale", "maximum": "11"}, "A scale has 2 to 10 points"),
        ({"type": "percent", "maximum": "101"}, "The limits of a percentage lie between 0 and 100."),
        ({"type": "number", "minimum": "5", "maximum": "1"}, "The largest value cannot be below the smallest."),
        ({"type": "number", "code": "2.1"}, "Another question of this questionnaire has this code."),
        ({"type": "number", "code": "1/9"}, "Use letters, digits, dots and hyphens"),
        ({"type": "number", "condition": f"{question('1.1').pk}:perhaps"}, "Select a valid choice."),
        ({"type": "number", "condition": f"{question('2.2').pk}:yes"}, "Select a valid choice."),
        ({"type": "number", "text_en": ""}, "Write this text in English"),
    ):
        response = editor.post(url, typed | change)
        assertContains(response, words)
        assert change.get("text_en") == "" or "Kept as typed" in response.content.decode()
    assert Question.objects.count() == 5


def test_rows_are_added_and_moved_without_script_and_saved_in_their_order(editor, edition):
    url = page("question_edit", edition, "1.2")
    typed = opened(editor, url)

    more = editor.post(url, typed | {"rows": "choices:more"})
    typed = typed | {"choices-TOTAL_FORMS": "3", "choices-2-label": "Third", "choices-2-position": "2"}
    moved = editor.post(url, typed | {"rows": "choices:up:2"})

    assertContains(more, 'name="choices-2-label"')
    assert [row["label"].value() for row in moved.context["rows"]["choices"].rows] == [
        "means [en]",
        "Third",
        "result [en]",
    ]
    assert Choice.objects.count() == 2, "nothing is saved by a button of a row"
    assert editor.post(url, typed | {"choices-1-position": "2", "choices-2-position": "1"}).status_code == 302
    assert [choice.code for choice in question("1.2").choices.all()] == ["means", "third", "result"]
    for nonsense in ("choices:up:99", "choices:fly:1", "x"):
        assert editor.post(url, typed | {"rows": nonsense}).status_code == 200


def test_a_condition_is_chosen_from_the_answers_of_earlier_questions(editor, edition):
    url = page("question_edit", edition, "2.1")
    offered = dict(editor.get(url).context["form"].fields["condition"].choices)
    means = f"{question('1.2').pk}:means"
    assert [value for answers in offered.values() if isinstance(answers, list) for value, _label in answers] == [
        f"{question('1.1').pk}:yes",
        f"{question('1.1').pk}:no",
        means,
        f"{question('1.2').pk}:result",
    ]

    editor.post(url, opened(editor, url) | {"condition": means})

    assert (question("2.1").condition_question.code, question("2.1").condition_equals) == ("1.2", "means")
    choice = page("question_edit", edition, "1.2")
    refused = editor.post(choice, opened(editor, choice) | {"choices-0-DELETE": "on"})
    assertContains(refused, "Question 2.1 waits for it.")
    tried = editor.post(page("questionnaire_preview", edition), {f"q{question('1.1').pk}-value": "no"})
    assertContains(tried, "With these answers, question 1.2 is not asked.")
    answers = {f"q{question('1.1').pk}-value": "yes", f"q{question('1.2').pk}-value": "means"}
    assertNotContains(editor.post(page("questionnaire_preview", edition), answers), "is not asked.")


def test_lines_move_with_what_hangs_on_them_and_never_before_what_they_wait_for(editor, edition):
    response = press(editor, edition, question("1.3"), 1)
    assert codes(edition) == ["1", "1.3", "1.1", "1.2", "2", "2.1", "2.2"]
    assertContains(editor.get(response.url.partition("#")[0]), "Question 1.3 is now number 1 of section 1.")

    press(editor, edition, question("2.1"), 4)
    assert question("2.1").section.code == "1"
    assertContains(press(editor, edition, question("1.2"), 1), "must come after it", status_code=409)
    waiting = press(editor, edition, Section.objects.get(code="2"), 0, part="1").json()
    assert waiting["words"] == "Section 2 has moved with its questions."
    assert codes(edition) == ["2", "2.2", "1", "1.3", "1.1", "1.2", "2.1"]
    press(editor, edition, Section.objects.get(code="2"), 1)
    assert codes(edition)[0] == "1"
    stale = editor.post(page("questionnaire_order", edition), {"line": "q1", "to": "1", "order": "old"})
    assertContains(stale, "Somebody else changed the order meanwhile.", status_code=409)


def test_what_was_removed_is_brought_back_with_all_that_hung_on_it(editor, edition):
    for url in (page("question_delete", edition, "2.2"), page("section_delete", edition, "1")):
        editor.post(url, opened(editor, url))
    assert codes(edition) == ["2", "2.1"]

    builder = editor.get(edition.get_absolute_url())
    removed = builder.context["removed"]
    assert [one.code for one in removed] == ["1", "2.2"]
    for one in removed:
        editor.post(page("questionnaire_bring_back", edition), {"kind": one.kind, "event": one.event})

    assert codes(edition) == ["1", "1.1", "1.2", "1.3", "2", "2.1", "2.2"]
    back = question("1.2")
    assert (back.condition_question, back.text_ar) == (question("1.1"), "Question 1.2 [ar]")
    assert [choice.label_fr for choice in back.choices.all()] == ["means [fr]", "result [fr]"]
    again = {"kind": removed[0].kind, "event": removed[0].event}
    response = editor.post(page("questionnaire_bring_back", edition), again, follow=True)
    assertContains(response, "It stands here already")


def test_what_would_leave_others_waiting_is_not_removed_and_a_taken_code_does_not_come_back(editor, edition):
    waited = page("question_delete", edition, "1.1")
    assertContains(editor.get(waited), "Question 1.2 waits for it.")
    editor.post(waited, {"version": question("1.1").version})
    assert "1.1" in codes(edition)

    url = page("question_delete", edition, "2.2")
    editor.post(url, opened(editor, url))
    new = page("question_create", edition, "2")
    editor.post(new, opened(editor, new) | {"code": "2.2", "type": "number", "text_en": "Another"})
    one = editor.get(edition.get_absolute_url()).context["removed"][0]
    data = {"kind": one.kind, "event": one.event}
    response = editor.post(page("questionnaire_bring_back", edition), data, follow=True)
    assertContains(response, "Another question of this questionnaire has this code.")


def test_an_edition_in_use_is_read_and_translated_and_a_new_one_is_offered(editor, make, edition):
    make_report(make, cycle=make_cycle(make, questionnaire=edition), complete=True)
    builder = editor.get(edition.get_absolute_url())
    assertContains(builder, "New edition from this one")
    assertNotContains(builder, "data-grip")
    url = page("question_edit", edition, "1.2")
    assertContains(editor.get(url), "Entities were asked with this edition")

    forged = {"text_en": "Forged", "code": "9", "type": "number", "text_fr": "Traduit", "condition": ""}
    forged |= {"choices-TOTAL_FORMS": "0", "choices-INITIAL_FORMS": "0"}
    assert editor.post(url, opened(editor, url) | forged).status_code == 302
    kept = question("1.2")
    assert (kept.text_en, kept.type, kept.text_fr) == ("Question 1.2 [en]", "one_of", "Traduit")
    assert (kept.condition_equals, kept.choices.count()) == ("yes", 2)
    for name, args in (("section_create", []), ("question_create", ["1"])):
        assert editor.get(page(name, edition, *args)).status_code == 403
    assert press(editor, edition, kept, 1).status_code == 403
    delete = page("question_delete", edition, "1.3")
    assertContains(editor.get(delete), "Make a new edition to change it.")
    assert editor.post(delete, {"version": 1}).status_code in (403, 409)
    consent = page("question_edit", edition, "2.1")
    wider = editor.post(consent, opened(editor, consent) | {"consent": "public"})
    assertContains(wider, "Entities were asked on the promise that fewer people read it.")
    deleted = editor.post(page("questionnaire_delete", edition), {"version": edition.version})
    assert deleted.status_code == 409

    copied = editor.post(page("questionnaire_copy", edition))
    second = Questionnaire.objects.get(edition=2)
    assertRedirects(copied, second.get_absolute_url())
    twice = editor.post(page("questionnaire_copy", edition), follow=True)
    assertContains(twice, "This edition is being built already.")
    assert Questionnaire.objects.count() == 2


def test_a_new_edition_shows_what_differs_from_the_one_before(editor, edition):
    second = new_edition(edition)
    assertContains(editor.get(page("questionnaire_changes", second)), "Every question is asked as before")
    url = page("question_edit", second, "1.1")
    editor.post(url, opened(editor, url) | {"text_en": "Question 1.1 changed"})

    assertContains(editor.get(second.get_absolute_url()), "Wording changed")
    response = editor.get(page("questionnaire_changes", second))

    assertContains(response, "<ins>changed</ins>")
    assert [row.code for row in response.context["rows"]] == ["1.1"]
    assert editor.get(page("questionnaire_changes", edition)).status_code == 404
    delete = page("questionnaire_delete", second)
    editor.post(delete, opened(editor, delete))
    assert list(Questionnaire.objects.values_list("edition", flat=True)) == [1]


def test_two_people_who_write_one_question_see_both_texts(editor, colleague, edition):
    url = page("question_edit", edition, "1.3")
    mine = opened(editor, url)
    colleague.post(url, opened(colleague, url) | {"text_en": "Theirs", "help_en": "Their help"})

    compared = editor.post(url, mine | {"text_en": "Mine"})

    assertContains(compared, "Theirs", status_code=409)
    choose(editor, compared, "merge")
    assert (question("1.3").text_en, question("1.3").help_en) == ("Mine", "Their help")


def test_an_indicator_that_does_not_fit_is_warned_of(editor, make, edition):
    indicator = make_framework(make).nodes.get().indicators.get()
    url = page("question_edit", edition, "1.3")

    response = editor.post(url, opened(editor, url) | {"indicator": indicator.pk}, follow=True)

    assert question("1.3").indicator == indicator
    assertContains(response, "Share of the answers that are yes”, which answers of the type “Number” do not give.")
    fits = page("question_edit", edition, "1.1")
    assertNotContains(
        editor.post(fits, opened(editor, fits) | {"indicator": indicator.pk}, follow=True), "“Yes or no” do"
    )


@pytest.mark.parametrize("rows", [1, 3])
def test_pages_need_the_same_queries_for_one_row_and_for_three(editor, make, django_assert_num_queries, rows):
    editions = [make_questionnaire(make, code=f"form-{number}") for number in range(rows)]
    for edition in editions:
        make_cycle(make, slug=f"cycle-{edition.code}", questionnaire=edition, state="planned")
    editor.get(reverse("strategy:questionnaire_list"))  # what waits for the person is kept for a while
    with django_assert_num_queries(8):
        assertContains(editor.get(reverse("strategy:questionnaire_list")), "5 questions", count=rows)
    section = editions[0].sections.get(code="1")
    for number in range(rows):
        Question.objects.create(section=section, code=f"1.{number + 4}", type="one_of", position=number + 4)
    node = make_framework(make).nodes.get()
    for number in range(rows):
        Section.objects.create(questionnaire=editions[0], code=f"N{number}", position=number + 5, node=node)
    for name, queries in (
        ("questionnaire_builder", 19),
        ("questionnaire_translations", 17),
        ("questionnaire_preview", 13),
    ):
        with django_assert_num_queries(queries):
            assert editor.get(page(name, editions[0])).status_code == 200


def test_evidence_that_is_tried_in_the_preview_is_named_nowhere(client, secretariat, questionnaire):
    client.force_login(secretariat)
    question = Question.objects.get(code="1.3")
    address = reverse("strategy:questionnaire_preview", args=[questionnaire.code, questionnaire.edition])

    for typed in ({"record": "quinoa"}, {"record": "quinoa", "record_key": "initiative:1"}):
        answer = client.post(address, {f"q{question.pk}-{name}": text for name, text in typed.items()})
        assert answer.status_code == 200


def test_what_is_typed_on_the_pages_of_the_builder_saves_itself(editor, edition):
    """Rows too. A draft is no change of the record until one presses the button."""
    for name, args, field in (
        ("questionnaire_edit", (), "title_en"),
        ("section_create", (), "title_en"),
        ("section_edit", ("1",), "title_en"),
        ("question_create", ("1",), "text_en"),
        ("question_edit", ("1.2",), "text_en"),
    ):
        url = page(name, edition, *args)
        typed = opened(editor, url) | {field: "Typed only"}
        if name == "question_edit":
            typed |= {"choices-0-label": "Typed row"}
        assert editor.post(url, typed | {"autosave": "1"}).status_code == 200, name
        response = editor.get(url)
        assertContains(response, "Typed only")
        assertContains(response, "that is not saved yet")
        if name == "question_edit":
            assertContains(response, "Typed row")
        assert not Draft.objects.exclude(path=path_of(url)).exists()
        assert editor.post(url, typed).status_code == 302, name
        assert not Draft.objects.exists(), name
    assert question("1.2").choices.first().label_en == "Typed row"

    url = reverse("strategy:questionnaire_create")
    editor.post(url, {"code": "survey", "title_en": "Typed only", "autosave": "1"})
    assertContains(editor.get(url), "Typed only")
    assert Questionnaire.objects.count() == 1


def test_people_of_an_entity_keep_no_draft_of_a_questionnaire(client, focal_point, edition):
    client.force_login(focal_point)
    for url in (page("section_create", edition), page("question_edit", edition, "1.2")):
        assert client.post(url, {"text_en": "x", "autosave": "1"}).status_code == 403
    assert not Draft.objects.exists()
