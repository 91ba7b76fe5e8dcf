"""A form that takes the text no more, because its record is gone or one's right to it, gives the text back to copy."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from core.models import Draft
from meetings.models import Intervention
from tests.forms_on_page import opened
from tests.initiatives.factory import make_initiative
from tests.meetings.factory import make_intervention, make_item, make_meeting
from tests.strategy.factory import make_cycle, make_report

TYPED = "What we said about water"


@pytest.fixture
def said(make, ilo):
    return make_intervention(make, make_meeting(make, state="in_progress"), ilo)


@pytest.fixture
def sent(client, said, focal_point):
    client.force_login(focal_point)
    return opened(client, said.get_edit_url()) | {"text_en": TYPED, "text_ar": "ماء"}


def test_record_was_deleted_and_the_text_is_shown_and_kept(client, said, sent):
    url = said.get_edit_url()
    Intervention.objects.filter(pk=said.pk).delete()

    refusal = client.post(url, sent)

    draft = Draft.objects.get()
    assertContains(refusal, "There is no page at this address", status_code=404)
    assertContains(refusal, f'<dd dir="ltr" lang="en">{TYPED}</dd>', status_code=404, html=True)
    assertContains(refusal, '<dd dir="rtl" lang="ar">ماء</dd>', status_code=404, html=True)
    assertContains(refusal, f'href="{draft.get_absolute_url()}"', status_code=404)
    assert draft.typed["text_en"] == TYPED
    assertContains(client.get(draft.get_absolute_url()), TYPED)


def test_right_ended_and_the_text_is_shown_and_kept(client, said, sent):
    said.meeting.state = "adopted"
    said.meeting.save()

    refusal = client.post(said.get_edit_url(), sent)

    assertContains(refusal, TYPED, status_code=403)
    assert Draft.objects.get().typed["text_en"] == TYPED


def test_initiative_was_published_and_the_text_is_shown_and_kept(client, make, ilo, focal_point):
    record = make_initiative(make, state="draft", lead=ilo)
    client.force_login(focal_point)
    sent = opened(client, record.get_edit_url(), "initiative-form") | {"summary_fr": TYPED}
    record.state = "published"
    record.save()

    refusal = client.post(record.get_edit_url(), sent)

    assertContains(refusal, TYPED, status_code=409)
    assert Draft.objects.get().typed["summary_fr"] == TYPED


def test_new_text_whose_meeting_is_closed_is_shown_and_kept(client, make, ilo, focal_point):
    meeting = make_meeting(make, state="in_progress")
    url = reverse("meetings:intervention_create", args=[meeting.slug])
    client.force_login(focal_point)
    sent = opened(client, url) | {"text_en": TYPED}
    meeting.state = "adopted"
    meeting.save()

    assertContains(client.post(url, sent), TYPED, status_code=403)
    assert Draft.objects.get().path == f"/meetings/{meeting.slug}/interventions/new/"


def test_page_of_the_administration_gives_the_text_back_too(client, said, administrator):
    client.force_login(administrator)
    url = reverse("admin:meetings_intervention_change", args=[said.pk])
    sent = opened(client, url, "intervention_form") | {"text_en": TYPED}
    Intervention.objects.filter(pk=said.pk).delete()

    assertContains(client.post(url, sent), TYPED, status_code=404)


def test_reason_of_a_move_that_is_refused_is_given_back(client, make, ilo, other_focal_point):
    record = make_initiative(make, state="published", lead=ilo)
    client.force_login(other_focal_point)

    refusal = client.post(record.get_transition_url("end"), {"reason": TYPED, "next": "/en/desk/"})

    assertContains(refusal, TYPED, status_code=403)
    assertNotContains(refusal, "<dt><bdi>Next", status_code=403)
    assert not Draft.objects.exists()


def test_visitor_and_address_without_a_page_get_nothing_back(client, focal_point):
    assertNotContains(client.post("/en/no/such/page/", {"text_en": TYPED}), TYPED, status_code=404)
    client.force_login(focal_point)
    assertNotContains(client.post("/en/no/such/page/", {"text_en": TYPED}), TYPED, status_code=404)
    assert not Draft.objects.exists()


# The labels of the fields


def labels(client, path, data, person):
    client.force_login(person)
    draft = Draft.objects.keep(person, path, data_of(data))
    draft = Draft.objects.at(person, path)
    page = client.get(draft.get_absolute_url())
    return [passage.label for passage in page.context["passages"]]


def data_of(data):
    draft = Draft(data={name: [value] for name, value in data.items()})
    return draft.typed


def test_text_stands_under_the_labels_of_its_form(client, make, secretariat):
    meeting = make_meeting(make)
    make_item(make, meeting)
    data = {
        "title_fr": "Réunion annuelle", "items-1-title_ar": "ماء", "kind": "annual_meeting", "version": "3",
        "base": "title_en=ab", "items-1-base": "x=y z", "items-TOTAL_FORMS": "2",
    }  # fmt: skip

    assert labels(client, meeting.get_edit_url().removeprefix("/en"), data, secretariat) == [
        "Title",
        "Agenda item 2: Title",
    ]


def test_answer_stands_under_its_question(client, make, ilo, focal_point):
    report = make_report(make, entity=ilo, cycle=make_cycle(make, entities=[ilo]))
    question = report.questionnaire.sections.first().questions.first()
    path = report.get_edit_url().removeprefix("/en").partition("?")[0]

    found = labels(client, f"{path}?section=1", {f"q{question.pk}-text": "Half an answer"}, focal_point)

    assert found == [f"{question.code} {question.text_en}"]


def test_text_of_a_form_that_is_no_more_has_tidy_names(client, focal_point):
    data = {"text_zh_hans": "水的文字", "rows-0-person_name": "Ana"}

    assert labels(client, "/gone/", data, focal_point) == ["Text", "Rows 1 person name"]
