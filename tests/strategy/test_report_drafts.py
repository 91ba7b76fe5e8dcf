"""Answers save themselves into the draft report; what an answer does not take is kept as it was typed."""

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from core.models import Draft
from strategy.models import Answer, Evidence, Question
from tests.strategy.factory import make_report


@pytest.fixture
def report(make, cycle, ilo):
    return make_report(make, entity=ilo, cycle=cycle)


@pytest.fixture
def write(client, contributor):
    """write(report, {"1.3": {"value": "12"}}, section="1"): as the page does by itself; autosave="" for the button."""
    client.force_login(contributor)

    def post(report, answers, section="1", **extra):
        data = {"autosave": "1"} | extra
        if not data["autosave"]:
            del data["autosave"]
        for code, fields in answers.items():
            question = Question.objects.get(code=code)
            data |= {f"q{question.pk}-{name}": value for name, value in fields.items()}
        return client.post(report.get_edit_url(section), data)

    return post


def field_of(client, report, code, section="1", name="value"):
    page = client.get(report.get_edit_url(section))
    return next(form for form in page.context["forms"].forms if form.question.code == code)[name].value()


def test_whole_answers_leave_no_draft(write, report):
    write(report, {"1.1": {"value": "yes"}, "1.3": {"value": "5"}})

    assert Answer.objects.count() == 2
    assert not Draft.objects.exists()


def test_answer_with_an_error_is_kept_as_typed_and_the_others_are_saved(client, write, report):
    response = write(report, {"1.1": {"value": "no"}, "1.3": {"value": "about 20"}})

    assert "except one answer that has an error" in response.json()["message"]
    assert Answer.objects.get().question.code == "1.1"
    assert [name for name in Draft.objects.get().data if name.endswith("-value")] == [
        f"q{Question.objects.get(code='1.3').pk}-value"
    ]
    assert field_of(client, report, "1.3") == "about 20"


def test_draft_of_an_answer_is_shown_without_complaints_beside_the_stored_answers(client, write, report):
    write(report, {"1.1": {"value": "no"}, "1.3": {"value": "about 20"}})

    page = client.get(report.get_edit_url("1"))

    assertContains(page, "that is not saved yet")
    assertNotContains(page, "ia-errors")
    assert field_of(client, report, "1.1") == "no"


def test_draft_goes_when_the_answer_is_right(client, write, report):
    write(report, {"1.3": {"value": "about 20"}})

    write(report, {"1.3": {"value": "20"}})

    assert Answer.objects.get().value == 20
    assert not Draft.objects.exists()


def test_button_leaves_as_a_draft_only_what_it_refuses(client, write, report):
    write(report, {"2.1": {"text": "Progress", "url": "half a link"}, "2.2": {"value": "half"}}, section="2")

    write(report, {"2.1": {"text": "Progress made"}, "2.2": {"value": "a third"}}, section="2", autosave="")

    assert field_of(client, report, "2.1", "2", "text") == "Progress made"
    assert field_of(client, report, "2.1", "2", "url") is None
    assert field_of(client, report, "2.2", "2") == "a third"


def test_half_a_link_is_kept_and_is_no_evidence(client, write, report):
    write(report, {"2.1": {"text": "Progress", "url": "https://www.un.org/half"}}, section="2")

    assert Answer.objects.get().text == "Progress"
    assert not Evidence.objects.exists()
    assert field_of(client, report, "2.1", "2", "url") == "https://www.un.org/half"


def test_each_section_has_its_own_draft(client, write, report):
    write(report, {"1.3": {"value": "about 20"}})
    write(report, {"2.2": {"value": "half"}}, section="2")

    assert field_of(client, report, "1.3") == "about 20"
    assert field_of(client, report, "2.2", "2") == "half"
    write(report, {"1.3": {"value": "20"}})
    assert Draft.objects.get().path == f"/strategy/reports/{report.pk}/edit/?section=2"


def test_saving_by_the_button_forgets_the_draft_of_the_section(client, write, report):
    write(report, {"2.1": {"text": "Progress", "url": "https://www.un.org/whole"}}, section="2")

    write(report, {"2.1": {"text": "Progress", "url": "https://www.un.org/whole"}}, section="2", autosave="")

    assert Evidence.objects.get().url == "https://www.un.org/whole"
    assert not Draft.objects.exists()


def test_own_answers_that_saved_themselves_are_no_conflict_with_oneself(write, report):
    version = f"q{Question.objects.get(code='1.3').pk}-version"
    number = 0
    for value in ("20", "21", "21", "22"):
        said = write(report, {"1.3": {"value": value, "version": number}}).json()
        assert said["is_outdated"] is False
        number = said["versions"][version]

    write(report, {"1.3": {"value": "23", "version": number}}, autosave="")

    assert Answer.objects.get().value == 23


def test_answer_that_is_sent_again_because_the_reply_was_lost_is_no_conflict(write, report):
    for _reply in ("lost", "comes"):
        said = write(report, {"1.3": {"value": "20", "version": 0}}).json()

    assert said["is_outdated"] is False
    assert not Draft.objects.exists()


def test_page_says_when_somebody_else_answered_meanwhile_and_keeps_both(client, write, report, focal_point):
    answer = Answer.objects.create(
        report=report, question=Question.objects.get(code="1.3"), value=50, changed_by=focal_point
    )

    response = write(report, {"1.3": {"value": "20", "version": 0}})

    answer.refresh_from_db()
    assert (answer.value, response.json()["is_outdated"]) == (50, True)
    assert field_of(client, report, "1.3") == "20"


def test_text_of_a_report_that_one_may_open_no_more_can_still_be_read(client, write, report, contributor):
    write(report, {"2.1": {"text": "Words", "url": "https://www.un.org/half"}}, section="2")
    contributor.appointments.all().delete()

    assert write(report, {"2.1": {"text": "More"}}, section="2").status_code == 404
    refusal = client.get(report.get_edit_url("2"))

    assertContains(refusal, Draft.objects.get().get_absolute_url(), status_code=404)
