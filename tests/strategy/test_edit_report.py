"""Writing a report, one section at a time."""

import pytest
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from strategy.models import Answer, Question, Report
from tests.strategy.factory import make_cycle, make_question, make_report


@pytest.fixture
def report(make, cycle, ilo):
    """An empty draft."""
    return make_report(make, entity=ilo, cycle=cycle)


@pytest.fixture
def carried_over(make, questionnaire, cycle, ilo):
    """A draft whose answers come from the last cycle and are not confirmed."""
    last = make_cycle(make, slug="cycle-2025", state="published", questionnaire=questionnaire, year=2025)
    make_report(make, entity=ilo, cycle=last, state="accepted")
    report = make_report(make, entity=ilo, cycle=cycle, complete=True)
    report.answers.update(carried_over="unconfirmed")
    return report


@pytest.fixture
def write(client, contributor):
    """write(report, {"1.3": {"value": "12"}}, section="1", go="save"): fields by the code of the question."""
    client.force_login(contributor)

    def post(report, answers, section="1", language="en", **extra):
        data = dict(extra)
        for code, fields in answers.items():
            question = Question.objects.get(code=code)
            data |= {f"q{question.pk}-{name}": value for name, value in fields.items()}
        url = report.get_edit_url(section).replace("/en/", f"/{language}/")
        return client.post(url, data)

    return post


def answer(code):
    return Answer.objects.get(question__code=code, report__cycle__slug="cycle-2026")


def test_section_is_saved_as_a_draft_with_what_is_missing(write, report, contributor):
    response = write(report, {"1.1": {"value": "yes"}, "1.3": {"value": ""}})

    assertRedirects(response, report.get_edit_url("1"))
    assert (answer("1.1").value, answer("1.1").changed_by) == ("yes", contributor)
    assert not Answer.objects.filter(question__code="1.3").exists()
    assert Report.objects.get().changed_by == contributor


@pytest.mark.parametrize(
    ("language", "typed", "value"),
    [
        ("en", "1,234.5", 1234.5),
        ("fr", "1 234,5", 1234.5),
        ("ar", "١٢٣٤", 1234),
        ("fr", "1,234", 1.234),
        ("en", "1,234", 1234),
    ],
)
def test_number_is_understood_in_the_language_of_the_page(write, report, language, typed, value):
    write(report, {"1.3": {"value": typed}}, language=language)

    assert answer("1.3").value == value


def test_number_is_shown_back_as_the_language_writes_it(client, write, report):
    write(report, {"1.3": {"value": "1234.5"}})

    assertContains(client.get(report.get_edit_url("1")), 'value="1,234.5"')
    assertContains(client.get(report.get_edit_url("1").replace("/en/", "/fr/")), 'value="1\u00a0234,5"')


def test_what_is_no_number_comes_back_with_its_error_and_the_rest_is_saved(write, report):
    response = write(report, {"1.1": {"value": "no"}, "1.3": {"value": "about 20"}})

    assertContains(response, "“about 20” is not a number.")
    assertContains(response, 'value="about 20"')
    assertContains(response, "<title>Error:")
    assertContains(response, '<a href="#q-1.3">')
    assert answer("1.1").value == "no"
    assert not Answer.objects.filter(question__code="1.3").exists()


@pytest.mark.parametrize(
    ("code", "section", "typed", "error"),
    [
        ("1.3", "1", "-1", "-1 is too small. The smallest possible number is 0."),
        ("2.2", "2", "120", "120 is too large. The largest possible number is 100."),
        ("1.1", "1", "perhaps", "Select a valid choice."),
    ],
)
def test_value_outside_its_bounds_is_refused(write, report, code, section, typed, error):
    response = write(report, {code: {"value": typed}}, section=section)

    assertContains(response, error)
    assert not Answer.objects.exists()


def test_text_is_kept_in_the_language_it_was_written_in(write, report):
    write(report, {"2.1": {"text": "Progreso", "text_language": "es"}}, section="2")

    assert (answer("2.1").text, answer("2.1").text_language) == ("Progreso", "es")


def test_text_that_is_too_long_is_not_lost(write, report):
    text = "A" * 6001

    response = write(report, {"2.1": {"text": text}}, section="2")

    assertContains(response, "at most 6000 characters")
    assertContains(response, text)


def test_text_with_markup_is_shown_as_text(client, write, report):
    write(report, {"2.1": {"text": "<script>alert(1)</script>"}}, section="2")

    response = client.get(report.get_absolute_url())

    assertContains(response, "&lt;script&gt;alert(1)")
    assertNotContains(response, "<script>alert(1)")


def test_question_that_does_not_apply_is_answered_with_a_reason(write, report):
    write(report, {"1.3": {"not_applicable": "on", "reason": "No projects"}})

    assert (answer("1.3").not_applicable, answer("1.3").reason) == (True, "No projects")


def test_answer_and_not_applicable_together_are_refused(write, report):
    response = write(report, {"1.3": {"value": "3", "not_applicable": "on", "reason": "No projects"}})

    assertContains(response, "You gave an answer too.")
    assert not Answer.objects.exists()


def test_answer_can_be_taken_away(write, draft):
    write(draft, {"1.3": {"value": "", "version": answer("1.3").version}})

    assert answer("1.3").value is None


# carried over


def test_answer_of_the_last_cycle_stands_beside_the_new_one(client, contributor, carried_over):
    client.force_login(contributor)

    response = client.get(carried_over.get_edit_url("1"))

    assertContains(response, "Last cycle")
    assertContains(response, "Not confirmed yet")


def test_unchanged_answer_is_confirmed(write, carried_over):
    write(carried_over, {"1.3": {"value": "12", "confirmed": "unchanged"}})

    assert answer("1.3").carried_over == "unchanged"


def test_answer_that_differs_is_marked_as_changed_by_itself(write, carried_over):
    write(carried_over, {"1.3": {"value": "13", "version": answer("1.3").version}})

    assert (answer("1.3").value, answer("1.3").carried_over) == (13, "changed")


def test_answer_that_is_the_same_cannot_be_called_changed(write, carried_over):
    response = write(carried_over, {"1.3": {"value": "12", "confirmed": "changed"}})

    assertContains(response, "The answer is the same as in the last cycle.")
    assert answer("1.3").carried_over == "unconfirmed"


def test_saving_without_a_word_confirms_nothing(write, carried_over):
    write(carried_over, {"1.3": {"value": "12"}})

    assert answer("1.3").carried_over == "unconfirmed"


def test_text_is_unchanged_whatever_the_line_ends(write, carried_over):
    write(
        carried_over, {"2.1": {"text": "Texte de la réponse\r\n", "text_language": "fr", "confirmed": "unchanged"}}, "2"
    )

    assert answer("2.1").carried_over == "unchanged"


# saving by itself


def test_draft_saves_itself_and_says_when(client, write, report):
    response = write(report, {"1.3": {"value": "5"}, "1.1": {"value": "perhaps"}}, autosave="1")

    assert response.json()["message"].startswith("Saved at")
    assert "except one answer that has an error" in response.json()["message"]
    assert answer("1.3").value == 5


def test_own_saving_by_itself_is_no_conflict(write, draft, contributor):
    name = f"q{answer('1.3').question_id}-version"

    said = write(draft, {"1.3": {"value": "20", "version": answer("1.3").version}}, autosave="1").json()
    write(draft, {"1.3": {"value": "21", "version": said["versions"][name]}}, autosave="1")

    assert answer("1.3").value == 21


# going on


@pytest.mark.parametrize(
    ("go", "target"),
    [
        ("next", lambda report: report.get_edit_url("2")),
        ("close", lambda report: report.get_absolute_url()),
        ("nonsense", lambda report: report.get_edit_url("1")),
    ],
)
def test_saving_goes_on_where_one_asked(write, report, go, target):
    assertRedirects(write(report, {"1.1": {"value": "yes"}}, go=go), target(report))


def test_contributor_who_submits_is_stopped_by_the_workflow(client, write, draft):
    response = write(draft, {}, go="submit")

    assertRedirects(response, draft.get_transition_url("submit"), target_status_code=403)


def test_page_opens_at_the_first_section_that_is_not_complete(client, contributor, draft):
    draft.answers.filter(question__code="2.1").delete()
    client.force_login(contributor)

    assertContains(client.get(draft.get_edit_url()), '<h1><bdi dir="ltr">2</bdi>. Section 2 [en]</h1>', html=True)


@pytest.mark.parametrize("section", ["9", "x", "1' OR 1=1"])
def test_section_that_does_not_exist_is_not_found(client, contributor, draft, section):
    client.force_login(contributor)

    assert client.get(draft.get_edit_url(section)).status_code == 404


def test_report_that_was_submitted_in_between_is_not_written(write, draft):
    Report.objects.update(state="submitted", number=1, submitted_at="2026-01-01T00:00Z")

    assert write(draft, {"1.3": {"value": "60"}}).status_code == 403
    assert answer("1.3").value == 12


def test_question_that_was_not_on_the_page_stays_as_it_is(write, draft):
    write(draft, {"1.3": {"value": "13", "version": answer("1.3").version}})

    assert (answer("1.1").value, answer("1.3").value) == ("yes", 13)


def test_answers_to_questions_of_another_section_are_not_touched(write, report):
    write(report, {"2.2": {"value": "50"}}, section="1")

    assert not Answer.objects.exists()


def test_page_costs_the_same_for_more_questions(client, contributor, make, report, django_assert_num_queries):
    section = report.questionnaire.sections.first()
    client.force_login(contributor)
    client.get(report.get_edit_url("1"))
    with django_assert_num_queries(18):
        client.get(report.get_edit_url("1"))

    for number in range(4, 8):
        make_question(make, section, f"1.{number}")
    with django_assert_num_queries(18):
        client.get(report.get_edit_url("1"))
