"""Evidence that stands in the portal already: decisions, action points, documents, resources."""

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from meetings.models import Decision
from strategy.models import Evidence, Question
from strategy.workflow import REPORT
from tests.initiatives.factory import make_initiative
from tests.meetings.factory import make_action_point, make_decision, make_document, make_meeting
from tests.resources.factory import make_resource

PUBLISHED = {"state": "adopted", "is_public": True}


@pytest.fixture
def meeting(make):
    return make_meeting(make, **PUBLISHED)


@pytest.fixture
def decision(make, meeting):
    return make_decision(make, meeting, text="Countries share lessons on quinoa")


@pytest.fixture
def write(client, contributor, draft):
    """write(record="2024/1"): posts the evidence of 1.3 and its answer."""
    client.force_login(contributor)
    question = Question.objects.get(code="1.3")

    def post(report=draft, **fields):
        typed = {"value": "12"} | fields
        return client.post(report.get_edit_url("1"), {f"q{question.pk}-{name}": text for name, text in typed.items()})

    return post


def name(report, kind, record, code="1.3"):
    return Evidence.objects.create(answer=report.answers.get(question__code=code), kind=kind, record_id=record.pk)


def publish(report, focal_point, secretariat):
    report = REPORT.perform(REPORT.perform(report, "submit", by=focal_point), "accept", by=secretariat)
    report.cycle.state = "published"
    report.cycle.save()
    return report


def suggested(client, report, text):
    found = client.get(reverse("strategy:evidence_find", args=[report.pk]), {"q": text}).json()["suggestions"]
    return {row["key"] for row in found}


def test_every_kind_is_found_by_its_words_or_number_and_named(client, write, make, draft, meeting, decision, ilo):
    point = make_action_point(make, meeting, ilo, text="Write the quinoa guide")
    paper = make_document(make, meeting, title="Quinoa paper")
    resource = make_resource(make, title="Quinoa lessons")
    initiative = make_initiative(make, lead=ilo, title="Quinoa exchange")

    found = suggested(client, draft, "quinoa")

    records = {"decision": decision, "action_point": point, "document": paper, "resource": resource}
    keys = {f"{kind}:{record.pk}" for kind, record in records.items()} | {f"initiative:{initiative.pk}"}
    assert found == keys
    assert suggested(client, draft, point.number) == {f"action_point:{point.pk}"}
    assert suggested(client, draft, "") == {f"initiative:{initiative.pk}"}
    for key in keys:
        write(record="as it was shown", record_key=key)
    assert Evidence.objects.count() == 5
    page = client.get(draft.get_absolute_url())
    for record in (decision, point, resource, initiative):
        assertContains(page, f'href="{record.get_absolute_url()}"')
    assertContains(page, f"{paper.get_citation_url()}rev/0/")
    assertContains(client.get(draft.get_edit_url("1")), "Countries share lessons on quinoa [en]")


def test_writer_is_offered_only_what_he_or_she_may_see(client, write, make, draft, fao):
    members = make_decision(make, make_meeting(make, state="scheduled"), text="Zzhidden decision")
    paper = make_document(make, make_meeting(make, **PUBLISHED), level="secretariat", title="Zzhidden paper")
    draft_resource = make_resource(make, entity=fao, state="draft", title="Zzhidden resource")
    foreign = make_initiative(make, lead=fao, title="Zzhidden initiative")

    assert suggested(client, draft, "zzhidden") == set()
    hidden = {"decision": members, "document": paper, "resource": draft_resource, "initiative": foreign}
    for kind, record in hidden.items():
        assertContains(write(record="Zzhidden", record_key=f"{kind}:{record.pk}"), "This cannot be named as evidence.")
    for key in ("decision:x", "decision:", "nothing:1", "decision:99999999999999999999", "decision:١"):
        assertContains(write(record="Typed words", record_key=key), "This cannot be named as evidence.")
    assert not Evidence.objects.exists()


def test_without_script_words_that_fit_one_record_are_enough_and_several_are_asked_about(
    write, make, meeting, decision
):
    assertContains(write(record="quinoas of nowhere"), "Nothing of this number and with these words")
    write(record="lessons quinoa")
    assert Evidence.objects.get().record_id == decision.pk

    other = make_decision(make, meeting, text="More lessons on quinoa")
    page = write(record="lessons quinoa")
    assertContains(page, "This fits more than one.")
    assertContains(page, 'value="lessons quinoa"')
    for one in (decision, other):
        assertContains(page, f'value="decision:{one.pk}"')
    write(record="lessons quinoa", record_key=f"decision:{other.pk}")
    assert set(Evidence.objects.values_list("record_id", flat=True)) == {decision.pk, other.pk}


def test_half_typed_words_do_not_keep_the_answer_waiting(client, contributor, draft, decision):
    client.force_login(contributor)
    answer = draft.answers.get(question__code="1.3")
    typed = {"value": "13", "record": "quin", "url": "https://", "version": answer.version}

    posted = {f"q{answer.question_id}-{name}": text for name, text in typed.items()}
    client.post(draft.get_edit_url("1"), posted | {"autosave": "1"})

    answer.refresh_from_db()
    assert (answer.value, Evidence.objects.count()) == (13, 0)
    assertContains(client.get(draft.get_edit_url("1")), 'value="quin"')


def test_address_of_the_portal_that_is_pasted_becomes_the_record(settings, write, decision):
    write(url=f"{settings.SITE_URL}{decision.get_absolute_url()}")
    write(url=f"{settings.SITE_URL}/en/about/")

    kinds = Evidence.objects.order_by("pk").values_list("kind", "record_id", "url")
    assert list(kinds) == [("decision", decision.pk, ""), ("", None, f"{settings.SITE_URL}/en/about/")]


@pytest.mark.parametrize("path", ["/en/meetings/decisions/", "/en/meetings/entities/ilo/decisions/"])
def test_address_of_a_list_stays_a_link(settings, write, decision, path):
    write(url=settings.SITE_URL + path)

    assert list(Evidence.objects.values_list("kind", "url")) == [("", settings.SITE_URL + path)]


def test_link_is_seen_by_those_who_see_the_record_and_the_answer(
    client, make, draft, meeting, decision, focal_point, secretariat, ilo
):
    point = make_action_point(make, meeting, ilo, text="Zzpoint for members")
    name(draft, "decision", decision)
    name(draft, "action_point", point)
    assertNotContains(client.get(decision.get_absolute_url()), "Evidence for answers in reports")
    client.force_login(secretariat)
    assertNotContains(client.get(decision.get_absolute_url()), "Evidence for answers in reports")  # still a draft

    report = publish(draft, focal_point, secretariat)

    client.force_login(focal_point)
    for record in (decision, point):
        assertContains(client.get(record.get_absolute_url()), f'href="{report.get_absolute_url()}#q-1.3"')
    client.logout()
    assertContains(client.get(decision.get_absolute_url()), f'href="{report.cycle.get_absolute_url()}"')
    assert not Evidence.objects.visible_to(client.get(decision.get_absolute_url()).wsgi_request.user).filter(
        kind="action_point"
    )
    assertNotContains(client.get(report.cycle.get_absolute_url()), "Zzpoint")


def test_submission_keeps_title_and_address_of_the_day(client, draft, decision, focal_point, secretariat):
    name(draft, "decision", decision)
    report = REPORT.perform(draft, "submit", by=focal_point)
    kept = report.submissions.get().answers["1.3"]["evidence"]
    assert kept == [
        {
            "kind": "decision",
            "record": decision.pk,
            "code": decision.number,
            "title": "Countries share lessons on quinoa [en]",
            "language": "en",
            "address": f"/meetings/decisions/{decision.pk}/",
        }
    ]

    Decision.objects.update(text_en="Worded anew")
    client.force_login(secretariat)
    page = client.get(report.get_absolute_url() + "?submission=1")
    assertContains(page, decision.number)
    report = REPORT.perform(REPORT.perform(report, "return", by=secretariat, reason="More"), "revise", by=focal_point)
    client.force_login(focal_point)
    assertNotContains(client.get(report.get_absolute_url()), "Differs from version 1")


def test_record_that_is_evidence_cannot_be_deleted(client, make, draft, meeting, decision, administrator, focal_point):
    paper = make_document(make, meeting)
    for kind, record in (("decision", decision), ("document", paper)):
        name(draft, kind, record)
        with pytest.raises(ProtectedError), transaction.atomic():
            record.delete()
    client.force_login(administrator)
    page = client.get(reverse("admin:meetings_meetingdocument_delete", args=[paper.pk]))
    assertContains(page, "An answer of a report names this as its evidence.")
    assertContains(page, "Cannot delete document")
    assert paper.is_evidence

    Evidence.objects.all().delete()
    decision.delete()
    assert not Decision.objects.exists()


@pytest.mark.parametrize(
    "fields",
    [{"kind": "decision"}, {"record_id": 1}, {"kind": "decision", "record_id": 1, "url": "https://www.un.org/"}],
)
def test_half_a_record_or_two_things_are_no_evidence(draft, fields):
    with pytest.raises(IntegrityError, match="evidence_is_one_thing"):
        Evidence.objects.create(answer=draft.answers.first(), **fields)


def test_pages_cost_the_same_for_more_evidence(client, make, draft, meeting, contributor, django_assert_num_queries):
    def look(queries):
        with django_assert_num_queries(queries):
            client.get(draft.get_edit_url("1"))

    client.force_login(contributor)
    name(draft, "decision", make_decision(make, meeting))
    client.get(draft.get_edit_url("1"))
    look(19)
    for code in ("1.1", "1.2", "1.3"):
        name(draft, "decision", make_decision(make, meeting), code)
    look(19)
    assertRedirects(client.post(draft.get_edit_url("1"), {}), draft.get_edit_url("1"))
