"""The focal point with twenty minutes: what is open, what is unusual, who writes what."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from core.models import Notification
from entities.models import Role
from meetings import demo_answer_evidence
from portal.desk import tasks_for
from strategy import demo_filling
from strategy.models import Answer, AnswerComment, Evidence, Question, QuestionType, SectionAssignment
from strategy.pasted import tidy
from strategy.plausibility import warnings_of
from tests.forms_on_page import opened
from tests.meetings.factory import make_action_point, make_decision, make_meeting
from tests.strategy.factory import content, make_cycle, make_question, make_report


@pytest.fixture
def carried_over(make, questionnaire, cycle, ilo, contributor):
    """A draft whose answers come from the last cycle and are not confirmed."""
    last = make_cycle(make, slug="cycle-2025", state="published", questionnaire=questionnaire, year=2025)
    earlier = make_report(make, entity=ilo, cycle=last, state="accepted", by=contributor)
    earlier.answers.update(changed_by=contributor)
    report = make_report(make, entity=ilo, cycle=cycle, complete=True)
    report.answers.update(carried_over="unconfirmed")
    return report


def post(client, report, answers, section="1", **more):
    data = dict(more)
    for code, fields in answers.items():
        question = Question.objects.get(code=code)
        data |= {f"q{question.pk}-{name}": text for name, text in fields.items()}
    return client.post(report.get_edit_url(section) if section else report.get_open_url(), data)


def codes_of(page):
    return [form.question.code for form in page.context["shown"]]


def answer(code, report):
    return report.answers.get(question__code=code)


def test_open_page_has_what_is_to_do_of_all_sections_and_answers_leave_it_one_by_one(client, contributor, carried_over):
    client.force_login(contributor)
    page = client.get(carried_over.get_open_url())
    assert codes_of(page) == ["1.1", "1.2", "1.3", "2.1"]  # 2.2 may be left out
    assertContains(page, "4 answers to give or confirm")

    for code, value in (("1.1", "yes"), ("1.2", "means")):
        response = post(client, carried_over, {code: {"value": value, "confirmed": "unchanged"}}, section=None)
        assertRedirects(response, carried_over.get_open_url())
    narrative = {"text": "New", "version": answer("2.1", carried_over).version}
    bad = post(client, carried_over, {"1.3": {"value": "about 20"}, "2.1": narrative}, section=None)
    assertContains(bad, "is not a number")
    assert answer("2.1", carried_over).carried_over == "changed"
    assert codes_of(client.get(carried_over.get_open_url())) == ["1.3"]
    post(client, carried_over, {"1.3": {"value": "12", "confirmed": "unchanged"}}, section=None)

    assertContains(client.get(carried_over.get_open_url()), "Nothing is open")


def test_answer_that_the_secretariat_spoke_of_is_open_until_it_changes(client, contributor, secretariat, returned):
    returned.state = "draft"
    returned.save()
    client.force_login(contributor)
    assert codes_of(client.get(returned.get_open_url())) == []
    AnswerComment.objects.create(answer=answer("1.3", returned), by=secretariat, is_secretariat=True, text="Sure?")

    assert codes_of(client.get(returned.get_open_url())) == ["1.3"]
    post(client, returned, {"1.3": {"value": "13", "version": answer("1.3", returned).version}}, section=None)

    assert codes_of(client.get(returned.get_open_url())) == []


def test_last_cycles_answer_says_who_wrote_it_and_when(client, contributor, carried_over):
    client.force_login(contributor)
    page = client.get(carried_over.get_edit_url("1"))

    assertContains(page, f"<bdi>{contributor}</bdi>,")
    writer = page.context["forms"].forms[0].last_writer
    assert writer.person == contributor


def test_page_names_who_wrote_in_a_section_lately_and_two_people_never_overwrite_each_other(
    client, contributor, focal_point, draft
):
    colleague = Client()
    colleague.force_login(focal_point)
    client.force_login(contributor)
    url = draft.get_edit_url("1")
    mine, theirs = opened(client, url, "answers"), opened(colleague, url, "answers")
    own, other = (f"q{Question.objects.get(code=code).pk}-value" for code in ("1.3", "1.1"))

    assert client.post(url, mine | {own: "60", "autosave": "1"}).json()["is_outdated"] is False
    assert colleague.post(url, theirs | {other: "no", "autosave": "1"}).json()["is_outdated"] is False
    post(colleague, draft, {"2.1": {"text": "Other section", "version": answer("2.1", draft).version}}, "2")

    assert [answer(code, draft).value for code in ("1.3", "1.1")] == [60, "no"]
    assertContains(client.get(url), f"{focal_point} wrote here", count=2)
    Answer.objects.update(changed_at=timezone.now() - timedelta(hours=1))
    assertNotContains(client.get(url), "wrote here")


def test_unusual_number_is_asked_about_once_and_the_confirmation_holds_for_this_number(
    client, contributor, carried_over
):
    client.force_login(contributor)
    section = carried_over.get_edit_url("1")
    stored = answer("1.3", carried_over)
    response = post(client, carried_over, {"1.3": {"value": "1200", "version": stored.version}}, go="next")
    assertRedirects(response, f"{section}#q-1.3", fetch_redirect_response=False)
    page = client.get(section)
    assertContains(page, "1,200 is far from the last cycle’s 12")
    assert "1.3" in codes_of(client.get(carried_over.get_open_url()))

    name = f"q{stored.question_id}"
    form = opened(client, section, "answers")
    assertRedirects(client.post(section, form | {"go": "next"}), carried_over.get_edit_url("2"))  # asked, not stopped
    assert not answer("1.3", carried_over).is_checked
    client.post(section, form | {f"{name}-checked": form[f"{name}-asked"]})

    assert answer("1.3", carried_over).is_checked
    assert "1.3" not in codes_of(client.get(carried_over.get_open_url()))
    form = opened(client, section, "answers")
    client.post(section, form | {f"{name}-value": "1300"})
    assert not answer("1.3", carried_over).is_checked


def test_number_with_two_readings_is_not_stored_before_one_is_chosen(client, contributor, draft):
    client.force_login(contributor)
    question = Question.objects.get(code="1.3")
    url, name = draft.get_edit_url("1").replace("/en/", "/fr/"), f"q{question.pk}-value"
    version = {f"q{question.pk}-version": answer("1.3", draft).version}

    page = client.post(url, version | {name: "1.234"})

    assert answer("1.3", draft).value == 12
    assertContains(page, f'name="{name}" value="1\u00a0234"')
    assertContains(page, f'name="{name}" value="1,234"')
    client.post(url, version | {name: ["1.234", "1\u00a0234"]})  # the button comes after the field
    assert answer("1.3", draft).value == 1234


@pytest.mark.parametrize(
    ("value", "last", "words"),
    [
        (120, 12, ""),
        (121, 12, "far from"),
        (1.1, 12, "far from"),
        (-5, 12, "opposite sign"),
        (0, 12, ""),
        (500, 0, ""),
        (500, None, ""),
        (1.234, None, "Did you mean 1,234?"),
        (1.234, 1.234, ""),
        (1.25, None, ""),
    ],
)
def test_what_is_asked_about_a_number(value, last, words):
    before = None if last is None else content(value=last)
    found = warnings_of(Question(type=QuestionType.NUMBER), content(value=value), before)

    assert words in " ".join(found) if words else not found


def test_total_of_a_table_is_compared_with_its_parts(make, questionnaire):
    question = make_question(make, questionnaire.sections.first(), "1.9", QuestionType.TABLE)
    for code, is_number in (("kind", False), ("women", True), ("men", True), ("total", True)):
        question.columns.create(code=code, is_number=is_number, label_en=code)
    right = [{"kind": "A", "women": 2, "men": 1, "total": 3}, {"kind": "B", "women": 1, "men": 1, "total": 2}]
    total = {"kind": "Total", "women": 3, "men": 2, "total": 5}

    assert warnings_of(question, content(value=[*right, total]), None) == []
    assert warnings_of(question, content(value=[*right, total | {"women": 4, "total": 6}]), None) == [
        "women: the parts give 3, the total says 4.",
        "total: the parts give 5, the total says 6.",
    ]
    assert warnings_of(question, content(value=[right[0] | {"total": 9}]), None) == [
        "Row 1: the parts give 3, the total says 9."
    ]


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("\uf0b7\tWater\r\n·\tFood\x0bo\tSeeds", "• Water\n• Food\n• Seeds"),
        ("co\u00adop\u200beration\ufeff", "cooperation"),
        ("“Smart” – ‘quotes’ …", "“Smart” – ‘quotes’ …"),
        ("A\tB  \n\n\n\n\nC", "A B\n\nC"),
        ("👩\u200d🌾 مشروع (ILO)", "👩\u200d🌾 مشروع (ILO)"),
        ("e\u0301te\u0301", "été"),
        ("o n e", "o n e"),
    ],
)
def test_text_from_a_word_processor_is_tidied(pasted, kept):
    assert tidy(pasted) == kept


@given(st.text(max_size=60))
@settings(max_examples=50)
def test_tidying_twice_changes_nothing_more(text):
    assert tidy(tidy(text)) == tidy(text)


def test_focal_point_divides_sections_and_the_contributor_is_told_and_finds_it_on_the_desk(
    client, make, contributor, focal_point, fao, draft
):
    stranger = make.person("stranger@fao.example", fao, Role.CONTRIBUTOR)
    first, second = draft.questionnaire.sections.all()
    client.force_login(focal_point)
    url = f"{draft.get_absolute_url()}sections/"

    refused = client.post(url, {f"section-{first.pk}": stranger.pk})
    assertContains(refused, "Select a valid choice")
    for _again in range(2):
        client.post(url, {f"section-{first.pk}": contributor.pk})

    assert SectionAssignment.objects.get().person == contributor
    assert Notification.objects.filter(person=contributor, kind="task").count() == 1
    assertContains(client.get(draft.get_edit_url("2")), f"For {contributor}")
    assert draft.get_edit_url("1") in [task.url for task in tasks_for(contributor)]
    client.post(url, {f"section-{second.pk}": focal_point.pk})  # the first is everybody's again
    assert SectionAssignment.objects.get().section == second
    assert not Notification.objects.filter(person=focal_point, kind="task").exists()


def test_page_of_twelve_questions_stays_light(client, make, contributor, draft):
    section = draft.questionnaire.sections.first()
    for number in range(4, 13):
        make_question(make, section, f"1.{number}")
    client.force_login(contributor)

    assert len(client.get(draft.get_edit_url("1")).content) < 100_000


def test_demo_shows_an_assigned_section_and_evidence_of_the_meetings(make, contributor, cycle, draft, ilo):
    cycle.is_demo = True
    cycle.save()
    meeting = make_meeting(make, is_demo=True)
    make_decision(make, meeting)
    make_action_point(make, meeting, ilo)

    demo_filling.load()
    demo_filling.load()
    demo_answer_evidence.load()
    demo_answer_evidence.load()

    assert draft.assignments.get().person == contributor
    assert sorted(Evidence.objects.values_list("kind", flat=True)) == ["action_point", "decision"]
