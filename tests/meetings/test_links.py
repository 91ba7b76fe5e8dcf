"""The links that are the product: what lower rooms show of meetings, and what waits on the desk."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from initiatives.mentions import mentions_of
from meetings import desk
from tests.initiatives.factory import make_initiative
from tests.meetings.factory import make_action_point, make_intervention, make_item, make_meeting

VISITOR = AnonymousUser()


def test_initiative_leads_to_the_meetings_in_which_it_was_mentioned(make, ilo):
    initiative = make_initiative(make)
    older = make_meeting(make, state="adopted", is_public=True, date="2024-07-30")
    newer = make_meeting(make, state="adopted", is_public=True, date="2026-09-16")
    first = make_intervention(make, older, ilo, initiatives=[initiative])
    second = make_intervention(make, newer, ilo, initiatives=[initiative], item=make_item(make, newer, number=3))

    mentions = mentions_of(initiative, VISITOR)

    assert [(mention.url, mention.who, mention.where) for mention in mentions] == [
        (second.get_absolute_url(), "ILO", "item 3"),
        (first.get_absolute_url(), "ILO", ""),
    ]


def test_initiative_does_not_betray_what_the_reader_may_not_read(make, ilo, other_focal_point):
    initiative = make_initiative(make)
    make_intervention(make, make_meeting(make, state="clearance", is_public=True), ilo, initiatives=[initiative])
    make_intervention(make, make_meeting(make, state="adopted"), ilo, initiatives=[initiative])
    make_intervention(
        make, make_meeting(make, state="clearance"), ilo, initiatives=[initiative], is_draft=True, text="Draft"
    )

    assert mentions_of(initiative, VISITOR) == []
    assert len(mentions_of(initiative, other_focal_point)) == 2


def test_page_of_the_initiative_shows_the_mention(client, make, ilo):
    initiative = make_initiative(make)
    meeting = make_meeting(make, state="adopted", is_public=True, title="Autumn")
    intervention = make_intervention(make, meeting, ilo, initiatives=[initiative])

    response = client.get(initiative.get_absolute_url())

    assertContains(response, "Autumn [en]")
    assertContains(response, f'href="{intervention.get_absolute_url()}"')


def test_page_of_the_entity_shows_what_it_said_to_all_and_what_it_owes_to_members(client, make, ilo, focal_point):
    meeting = make_meeting(make, state="adopted", is_public=True)
    make_intervention(make, meeting, ilo, text="Spoken words")
    make_intervention(make, make_meeting(make, state="adopted"), ilo, text="Words among members")
    make_action_point(make, meeting, ilo, text="Owed words")
    make_action_point(make, meeting, ilo, text="Withdrawn words", state="withdrawn")

    response = client.get(ilo.get_absolute_url())

    assertContains(response, "Spoken words [en]")
    assertNotContains(response, "Words among members")
    assertNotContains(response, "Owed words")
    client.force_login(focal_point)
    response = client.get(ilo.get_absolute_url())
    assertContains(response, "Words among members [en]")
    assertContains(response, "Owed words [en]")
    assertNotContains(response, "Withdrawn words")


def test_page_of_an_entity_that_said_nothing_has_no_section(client, make, ilo, fao):
    make_intervention(make, make_meeting(make, state="adopted", is_public=True), ilo)

    assertNotContains(client.get(fao.get_absolute_url()), "In meetings")


# The desk


def titles(rows):
    return [row.title for row in rows]


def test_desk_shows_what_ones_entities_owe_the_most_urgent_first(make, ilo, fao, focal_point):
    meeting = make_meeting(make, state="adopted")
    make_action_point(make, meeting, ilo, text="Later")
    make_action_point(make, meeting, ilo, fao, text="Late", overdue=True)
    make_action_point(make, meeting, fao, text="Theirs")
    make_action_point(make, meeting, ilo, text="Gone", state="withdrawn")

    rows = desk.action_points_for(focal_point)

    assert titles(rows) == ["Late [en]", "Later [en]"]
    assert [row.is_late for row in rows] == [True, False]


def test_desk_of_the_secretariat_shows_what_it_must_verify(make, ilo, focal_point, secretariat):
    meeting = make_meeting(make, state="adopted")
    make_action_point(make, meeting, ilo, text="Reported", state="reported_done", reporter=focal_point)
    make_action_point(make, meeting, ilo, text="By myself", state="reported_done", reporter=secretariat)

    rows = desk.action_points_for(secretariat)

    assert [(row.kind, row.title) for row in rows] == [("verification", "Reported [en]")]


def test_desk_shows_the_next_meetings(make, focal_point):
    soon = timezone.localdate() + timedelta(days=3)
    make_meeting(make, title="Past")
    make_meeting(make, title="Draft", date=soon, state="draft")
    make_meeting(make, title="Off", date=soon, state="cancelled")
    make_meeting(make, title="Next", date=soon)

    assert titles(desk.upcoming_for(focal_point)) == ["Next [en]"]
    assert desk.upcoming_for(VISITOR) == []


def test_desk_reminds_of_drafts_and_of_meetings_without_a_word_of_ones_entity(make, ilo, fao, focal_point, contributor):
    spoken = make_meeting(make, title="Spoken", state="in_progress")
    make_intervention(make, spoken, ilo)
    drafted = make_meeting(make, title="Drafted", state="in_progress")
    draft = make_intervention(make, drafted, ilo, is_draft=True)
    silent = make_meeting(make, title="Silent", state="record_preparation")
    make_intervention(make, silent, fao)
    make_meeting(make, title="Closed", state="adopted")

    rows = desk.interventions_to_write(focal_point)

    assert [(row.title, row.url) for row in rows] == [
        ("Drafted [en]", draft.get_edit_url()),
        ("Silent [en]", silent.get_absolute_url()),
    ]
    assert titles(desk.interventions_to_write(contributor)) == ["Drafted [en]"]


@pytest.mark.parametrize(
    ("state", "is_listed"), [("scheduled", True), ("clearance", True), ("adopted", False), ("draft", False)]
)
def test_desk_of_the_secretariat_shows_records_to_finish(make, secretariat, focal_point, state, is_listed):
    make_meeting(make, title="Held", state=state)

    assert titles(desk.records_to_finish(secretariat)) == (["Held [en]"] if is_listed else [])
    assert desk.records_to_finish(focal_point) == []
