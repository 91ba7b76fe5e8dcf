"""A draft can be read where its form takes it no more."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains

from core.models import Draft
from initiatives.versions import open_version
from meetings.models import MeetingState
from tests.core.drafts.pages import HALF, autosave
from tests.initiatives.test_form import posted
from tests.meetings.factory import make_intervention, make_meeting


def test_text_whose_form_may_be_opened_no_more_can_still_be_read(client, make, ilo, contributor):
    meeting = make_meeting(make, state=MeetingState.RECORD_PREPARATION)
    intervention = make_intervention(make, meeting, ilo, is_draft=True)
    url = reverse("meetings:intervention_edit", args=[intervention.pk])
    client.force_login(contributor)
    autosave(client, url, {"text_en": "What we said"})
    contributor.appointments.all().delete()

    refusal = client.get(url)

    draft = Draft.objects.get()
    assertContains(refusal, f'href="{draft.get_absolute_url()}"', status_code=refusal.status_code)
    assert refusal.status_code in (403, 404)
    assertContains(client.get(draft.get_absolute_url()), "What we said")


def test_text_that_was_sent_after_the_draft_became_public_is_kept_to_be_read(client, focal_point, initiative):
    client.force_login(focal_point)
    data = posted(initiative, title_en=HALF)
    initiative.state = "published"
    initiative.save()

    refusal = client.post(initiative.get_edit_url(), data)

    draft = Draft.objects.get()
    assertContains(refusal, f'href="{draft.get_absolute_url()}"', status_code=409)
    assert draft.typed["title_en"] == HALF
    open_version(initiative, focal_point)
    assertContains(client.get(initiative.get_edit_url()), f'href="{draft.get_absolute_url()}"')


def test_words_are_to_be_read_the_longest_first_and_numbers_left_out():
    data = {
        "title_ar": ["ماء"],
        "note": ["water"],
        "summary": ["Water for all"],
        "goals": ["3", "8"],
        "start": ["2024-07"],
    }

    texts = Draft(data=data).texts

    assert texts == [("summary", "Water for all"), ("note", "water"), ("title_ar", "ماء")]


@pytest.mark.parametrize(("hours", "words"), [(0, "14:02"), (24, "23\u00a0November 2026, 14:02")])
def test_moment_of_a_draft_names_the_day_only_where_it_is_another(hours, words, time_machine):
    time_machine.move_to("2026-11-24T14:02:00Z", tick=False)

    assert Draft(saved_at=timezone.now() - timedelta(hours=hours)).when == words
