"""How we know: initiatives and links beside an answer."""

import pytest
from django.db import IntegrityError
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from strategy.models import Answer, Evidence, Question
from strategy.workflow import REPORT
from tests.initiatives.factory import make_initiative
from tests.strategy.factory import make_report


@pytest.fixture
def initiative(make, ilo):
    return make_initiative(make, lead=ilo)


def save(client, person, report, code="1.3", **fields):
    client.force_login(person)
    question = Question.objects.get(code=code)
    data = {f"q{question.pk}-value": "12"} | {
        name if name == "autosave" else f"q{question.pk}-{name}": value for name, value in fields.items()
    }
    return client.post(report.get_edit_url(question.section.code), data)


def chosen(kind, record):
    """What the page posts for a record that was chosen from the list."""
    return {"record": "Words of it", "record_key": f"{kind}:{record.pk}"}


def test_initiative_of_the_entity_is_named_as_evidence(client, contributor, draft, initiative):
    save(client, contributor, draft, **chosen("initiative", initiative))

    assert Evidence.objects.get().initiative == initiative
    assertContains(client.get(draft.get_absolute_url()), initiative.get_absolute_url())


def test_initiative_of_another_entity_cannot_be_named(client, contributor, draft, make, fao):
    other = make_initiative(make, lead=fao)

    response = save(client, contributor, draft, **chosen("initiative", other))

    assertContains(response, "This cannot be named as evidence.")
    assert not Evidence.objects.exists()


def test_link_is_kept_once(client, contributor, draft):
    for _attempt in range(2):
        save(client, contributor, draft, url="www.un.org/report")

    assert [evidence.url for evidence in Evidence.objects.all()] == ["https://www.un.org/report"]


@pytest.mark.parametrize("url", ["javascript:alert(1)", "not a link", "https://"])
def test_what_is_no_link_is_refused_and_stays(client, contributor, draft, url):
    response = save(client, contributor, draft, url=url)

    assertContains(response, "Enter a valid URL.")
    assertContains(response, f'value="{url}"')


def test_link_that_is_half_typed_is_not_kept_when_the_draft_saves_itself(client, contributor, draft):
    save(client, contributor, draft, url="https://www.un.o", autosave="1")

    assert not Evidence.objects.exists()


def test_evidence_is_taken_away(client, contributor, draft):
    evidence = Evidence.objects.create(answer=draft.answers.get(question__code="1.3"), url="https://www.un.org/")

    save(client, contributor, draft, removed=[str(evidence.pk)])

    assert not Evidence.objects.exists()


def test_evidence_of_another_report_cannot_be_taken_away(client, contributor, draft, make, fao, cycle):
    other = make_report(make, entity=fao, cycle=cycle, complete=True)
    evidence = Evidence.objects.create(answer=other.answers.first(), url="https://www.un.org/")

    save(client, contributor, draft, removed=[str(evidence.pk)])

    assert Evidence.objects.get() == evidence


def test_submission_keeps_the_evidence_and_results_link_to_it(
    client, contributor, focal_point, secretariat, draft, initiative, cycle
):
    save(client, contributor, draft, **chosen("initiative", initiative))
    report = REPORT.perform(draft, "submit", by=focal_point)
    assert report.submissions.get().answers["1.3"]["evidence"] == [{"initiative": initiative.code}]

    REPORT.perform(report, "accept", by=secretariat)
    cycle.state = "published"
    cycle.save()
    client.force_login(secretariat)

    answers = reverse("strategy:answer_list", args=[cycle.slug, "progress-report", "1.3"])
    assertContains(client.get(answers), initiative.get_absolute_url())


def test_results_do_not_link_to_an_initiative_that_the_reader_may_not_see(
    client, focal_point, other_focal_point, secretariat, draft, make, ilo, cycle
):
    hidden = make_initiative(make, lead=ilo, state="draft")
    Evidence.objects.create(answer=draft.answers.get(question__code="1.3"), initiative=hidden)
    REPORT.perform(REPORT.perform(draft, "submit", by=focal_point), "accept", by=secretariat)
    cycle.state = "published"
    cycle.save()
    client.force_login(other_focal_point)

    answers = reverse("strategy:answer_list", args=[cycle.slug, "progress-report", "1.3"])
    assertContains(client.get(answers), "sum over 1 entity")
    for page in (cycle.get_absolute_url(), answers):
        assertNotContains(client.get(page), hidden.slug)


@pytest.mark.parametrize("fields", [{}, {"url": "https://www.un.org/", "with_initiative": True}])
def test_evidence_is_one_thing(draft, initiative, fields):
    if fields.pop("with_initiative", False):
        fields["initiative"] = initiative

    with pytest.raises(IntegrityError, match="evidence_is_one_thing"):
        Evidence.objects.create(answer=draft.answers.first(), **fields)


def test_initiative_is_named_once_per_answer(draft, initiative):
    answer = draft.answers.first()
    Evidence.objects.create(answer=answer, initiative=initiative)

    with pytest.raises(IntegrityError, match="evidence_initiative_once"):
        Evidence.objects.create(answer=answer, initiative=initiative)


def test_answer_that_was_not_submitted_mentions_no_initiative(
    client, focal_point, secretariat, draft, initiative, cycle
):
    """Its question stopped to apply while the report was written."""
    for code in ("1.2", "1.3"):
        Evidence.objects.create(answer=draft.answers.get(question__code=code), initiative=initiative)
    Answer.objects.filter(question__code="1.1").update(value="no")
    REPORT.perform(REPORT.perform(draft, "submit", by=focal_point), "accept", by=secretariat)
    cycle.state = "published"
    cycle.save()

    page = client.get(initiative.get_absolute_url())

    assertContains(page, "question 1.3")
    assertNotContains(page, "question 1.2")
