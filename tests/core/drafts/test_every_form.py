"""Every long form keeps drafts."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from meetings.models import MeetingState
from tests.core.drafts.pages import open_again
from tests.meetings.factory import make_intervention, make_item, make_meeting
from tests.resources.factory import make_resource


def agenda_page(make):
    meeting = make_meeting(make)
    make_item(make, meeting, title="Opening")
    rows = {
        "items-TOTAL_FORMS": 1,
        "items-INITIAL_FORMS": 0,
        "items-0-title_en": "zztyped item",
        "items-0-kind": "item",
    }
    return meeting.get_edit_url(), {"version": meeting.version, "original_language": "en", **rows}, "zztyped item"


def attendance_page(make):
    meeting = make_meeting(make)
    rows = {"rows-TOTAL_FORMS": 1, "rows-INITIAL_FORMS": 0, "rows-0-person_name": "zztyped person"}
    return reverse("meetings:attendance_edit", args=[meeting.slug]), rows, "zztyped person"


def documents_page(make):
    meeting = make_meeting(make)
    rows = {"rows-TOTAL_FORMS": 1, "rows-INITIAL_FORMS": 0, "rows-0-url": "zztyped.example/pap"}
    return reverse("meetings:document_edit", args=[meeting.slug]), rows, "zztyped.example/pap"


def new_meeting_page(make):
    return reverse("meetings:meeting_create"), {"title_en": "zztyped meeting"}, "zztyped meeting"


def intervention_page(make):
    meeting = make_meeting(make, state=MeetingState.RECORD_PREPARATION)
    intervention = make_intervention(make, meeting, make.entity("ILO"))
    url = reverse("meetings:intervention_edit", args=[intervention.pk])
    return url, {"text_en": "zztyped words"}, "zztyped words"


def recording(make):
    return make_meeting(make, state=MeetingState.RECORD_PREPARATION)


def new_intervention_page(make):
    url = reverse("meetings:intervention_create", args=[recording(make).slug])
    return url, {"text_ar": "كلمة"}, "كلمة"


def new_decision_page(make):
    url = reverse("meetings:decision_create", args=[recording(make).slug])
    return url, {"text_en": "zztyped decision"}, "zztyped decision"


def new_action_point_page(make):
    url = reverse("meetings:action_point_create", args=[recording(make).slug])
    return url, {"text_en": "zztyped action"}, "zztyped action"


def resource_page(make):
    resource = make_resource(make, state="draft")
    return resource.get_edit_url(), {"title_en": "zztyped lesson", "version": "1"}, "zztyped lesson"


def new_resource_page(make):
    return reverse("resources:resource_create"), {"url": "zztyped.example"}, "zztyped.example"


def entity_page(make):
    entity = make.entity("ILO")
    return reverse("entities:entity_edit", args=[entity.slug]), {"unit_en": "zztyped unit"}, "zztyped unit"


PAGES = [
    agenda_page, attendance_page, documents_page, new_meeting_page, intervention_page, new_intervention_page,
    new_decision_page, new_action_point_page, resource_page, new_resource_page, entity_page,
]  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_every_long_form_keeps_drafts(client, make, ilo, administrator, secretariat, page):
    url, data, text = page(make)
    client.force_login(administrator)
    assertNotContains(client.get(url), text)

    opened = open_again(client, url, data)

    assertContains(opened, text)
    assertContains(opened, "data-autosave")
    assertContains(opened, "drafts.js")
    assertNotContains(opened, "is-invalid")
