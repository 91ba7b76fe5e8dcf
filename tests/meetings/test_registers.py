"""Registers over all meetings, an entity's record, and their exports: the same rows as on the page, and no more."""

import csv
import io
import json
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from core.models import Process
from meetings import times
from meetings.models import Series
from tests.factory import in_six_languages
from tests.initiatives.factory import make_initiative
from tests.meetings.factory import (
    make_action_point,
    make_attendance,
    make_decision,
    make_intervention,
    make_item,
    make_meeting,
)
from tests.strategy.factory import make_framework

POINTS, DECISIONS = reverse("meetings:action_point_list"), reverse("meetings:decision_list")


def page_of(entity, tab="said"):
    return reverse(f"meetings:entity_{tab}", args=[entity.slug])


def exported(client, address, **query):
    response = client.get(address, query | {"export": "json"})
    return json.loads(b"".join(response.streaming_content))


def texts(client, address, **query):
    return [row["text"].removesuffix(" [en]") for row in exported(client, address, **query)["rows"]]


@pytest.fixture
def meeting(make):
    return make_meeting(make, state="adopted", is_public=True, date="2026-09-16", title="Autumn")


# Action points


def test_register_filters_sorts_and_exports_what_it_shows(client, make, ilo, fao, meeting, focal_point):
    today = times.today_in()
    series = Series.objects.create(first_date="2025-03-01", **in_six_languages("title", "Quarterly"))
    earlier = make_meeting(make, state="adopted", date="2025-03-01", title="Spring", series=series)
    make_action_point(make, earlier, ilo, text="Old", due=today + timedelta(days=90))
    make_action_point(make, meeting, ilo, fao, text="Late", due=today - timedelta(days=1), is_important=True)
    make_action_point(make, meeting, fao, text="Soon", due=today + timedelta(days=7))
    make_action_point(make, meeting, fao, text="Dateless", due=None)
    make_action_point(make, meeting, fao, text="Gone", due=today - timedelta(days=9), state="withdrawn")
    client.force_login(focal_point)

    for query, expected in [
        ({}, ["Gone", "Dateless", "Soon", "Late", "Old"]),
        ({"due": "overdue"}, ["Late"]),
        ({"due": "week"}, ["Soon"]),
        ({"due": ["later", "none"]}, ["Dateless", "Old"]),
        ({"important": "True"}, ["Late"]),
        ({"year": "2025"}, ["Old"]),
        ({"meeting": earlier.slug}, ["Old"]),
        ({"series": series.pk}, ["Old"]),
        ({"entity": "ILO"}, ["Late", "Old"]),
        ({"entity": "FAO", "state": "open", "sort": "due"}, ["Late", "Soon", "Dateless"]),
        ({"q": "Soon"}, ["Soon"]),
    ]:
        assert texts(client, POINTS, **query) == expected, query
        shown = client.get(POINTS, query).context["page_obj"]
        assert [point.text_en.removesuffix(" [en]") for point in shown] == expected, query


def test_export_of_action_points_says_what_was_asked(client, make, ilo, meeting, focal_point):
    make_action_point(make, meeting, ilo, text="=HYPERLINK()", due=None, is_important=True)
    client.force_login(focal_point)

    found = exported(client, POINTS, state="open", entity="ILO", important="True")

    assert found["about"]["filters"] == {"State": "Open", "Owner": "ILO", "Priority": "Important only"}
    assert (found["about"]["count"], found["about"]["language"]) == (1, "English")
    (row,) = found["rows"]
    assert (row["number"], row["owners"], row["due"], row["overdue"]) == ("AP-2026-001", ["ILO"], None, False)
    response = client.get(POINTS, {"export": "csv"})
    lines = list(csv.DictReader(io.StringIO(response.getvalue().decode())))
    assert lines[0]["What is to be done"] == "'=HYPERLINK() [en]"


def test_filter_that_makes_no_sense_gives_no_file(client, make, ilo, meeting, focal_point):
    make_action_point(make, meeting, ilo)
    client.force_login(focal_point)

    response = client.get(POINTS, {"state": "lost", "export": "csv"})

    assertContains(response, "Select a valid choice.")
    assert client.get(POINTS, {"export": "pdf"}).status_code == 404


def test_export_needs_the_same_queries_for_one_row_and_for_three(client, make, ilo, fao, meeting, focal_point):
    client.force_login(focal_point)
    numbers = []
    for _time in range(2):
        make_action_point(make, meeting, ilo, fao, decision=make_decision(make, meeting))
        with CaptureQueriesContext(connection) as queries:
            texts(client, POINTS)
        numbers.append(len(queries))
        make_action_point(make, meeting, ilo, fao)

    assert numbers[0] == numbers[1]


# Decisions


def test_register_of_decisions_has_what_the_reader_may_see(client, make, ilo, fao, meeting, focal_point, secretariat):
    item = make_item(make, meeting, presenters=[(fao, "")])
    make_decision(make, meeting, text="Open", item=item)
    make_decision(make, meeting, text="Closed", item=make_item(make, meeting, is_members_only=True))
    make_decision(make, make_meeting(make, state="adopted", date="2025-03-01"), text="Among members")
    make_decision(make, make_meeting(make, state="record_preparation", is_public=True), text="Not circulated")

    assert texts(client, DECISIONS) == ["Open"]
    assertContains(client.get(DECISIONS), "1 decision")
    assertNotContains(client.get(DECISIONS), "Closed [en]")
    client.force_login(focal_point)
    assert texts(client, DECISIONS) == ["Closed", "Open", "Among members"]
    assert texts(client, DECISIONS, year="2025") == ["Among members"]
    assert texts(client, DECISIONS, meeting=meeting.slug, q="Closed") == ["Closed"]
    assert texts(client, DECISIONS, entity="FAO") == ["Open"]
    client.force_login(secretariat)
    assert len(texts(client, DECISIONS)) == 4


def test_owner_of_an_action_point_is_not_told_to_visitors(client, make, ilo, meeting, focal_point):
    decision = make_decision(make, meeting, text="Open")
    make_action_point(make, meeting, ilo, decision=decision)

    assertNotContains(client.get(DECISIONS), '<option value="ILO">')
    assert texts(client, page_of(ilo, "decided")) == []
    client.force_login(focal_point)
    assert texts(client, DECISIONS, entity="ILO") == ["Open"]
    assert texts(client, page_of(ilo, "decided")) == ["Open"]


def test_decision_leads_to_what_follows_from_it_and_back(client, make, ilo, meeting, focal_point):
    initiative = make_initiative(make, title="School meals", lead=ilo)
    hidden = make_initiative(make, title="Secret plan", lead=ilo, state="draft")
    node = make_framework(make).nodes.first()
    decision = make_decision(make, meeting, text="Share the notes", item=make_item(make, meeting, title="Notes"))
    decision.initiatives.set([initiative, hidden])
    decision.nodes.set([node])
    point = make_action_point(make, meeting, ilo, decision=decision, text="Send them")

    page = client.get(decision.get_absolute_url())
    for words in ("Share the notes [en]", "School meals [en]", "Notes [en]", node.get_absolute_url()):
        assertContains(page, words)
    assertNotContains(page, "Send them")
    assertNotContains(page, "Secret plan")
    for other in (initiative, node.framework, meeting):
        assertContains(client.get(other.get_absolute_url()), f'href="{decision.get_absolute_url()}"')
    client.force_login(focal_point)
    page = client.get(decision.get_absolute_url())
    assertContains(page, "Send them [en]")
    assertContains(page, "Secret plan [en]")
    assertContains(client.get(point.get_absolute_url()), f'href="{decision.get_absolute_url()}"')


def test_officer_names_parts_of_the_strategy_and_initiatives_and_keeps_hidden_ones(client, make, ilo, secretariat):
    meeting = make_meeting(make, state="record_preparation")
    draft, open_ = make_initiative(make, lead=ilo, state="draft"), make_initiative(make, lead=ilo)
    node = make_framework(make).nodes.first()
    decision = make_decision(make, meeting)
    decision.initiatives.add(draft)  # drafts are the entity's own: the secretariat sees none
    client.force_login(secretariat)

    data = {"original_language": "en", "text_en": "Decided.", "version": decision.version}
    client.post(decision.get_edit_url(), data | {"initiatives": [open_.pk], "nodes": [node.pk]})

    assert set(decision.initiatives.all()) == {draft, open_}
    assert list(decision.nodes.all()) == [node]


# What an entity said, decided, owes and attended


def test_everything_an_entity_said_is_found_filtered_and_exported(client, make, ilo, fao, meeting):
    earlier = make_meeting(make, state="adopted", is_public=True, date="2024-07-30", title="Summer")
    item = make_item(make, meeting, kind="entity_updates")
    process = Process.objects.create(code="hlc-22", kind="session", **in_six_languages("name", "HLC 22"))
    make_intervention(make, earlier, ilo, text="Oldest")
    about = make_intervention(make, meeting, ilo, text="On water", item=item, kind="offer", speaker_name="A. Speaker")
    about.goals.add(make.goal(6))
    about.processes.add(process)
    make_intervention(make, meeting, ilo, text="A question", kind="question")
    make_intervention(make, meeting, fao, text="Of another")
    address = page_of(ilo)

    for query, expected in [
        ({}, ["A question", "On water", "Oldest"]),
        ({"kind": "question"}, ["A question"]),
        ({"year": "2024"}, ["Oldest"]),
        ({"item": "entity_updates"}, ["On water"]),
        ({"goal": "6"}, ["On water"]),
        ({"process": "hlc-22"}, ["On water"]),
        ({"q": "water"}, ["On water"]),
    ]:
        assert texts(client, address, **query) == expected, query
        assertContains(client.get(address, query), f"{expected[0]} [en]")
    row = exported(client, address, goal="6")["rows"][0]
    assert (row["speaker"], row["goals"], row["meeting_date"]) == ("A. Speaker", [6], "2026-09-16")
    assertContains(client.get(ilo.get_absolute_url()), f'href="{address}"')
    assertContains(client.get(meeting.get_absolute_url()), f'href="{address}"')


@pytest.mark.parametrize("tab", ["said", "decided", "owes", "attended"])
def test_nothing_leaks_through_the_record_of_an_entity(client, make, ilo, meeting, other_focal_point, tab):
    """First what could leak is made: drafts, items and meetings of members, and records that are not circulated."""
    members = make_meeting(make, state="adopted", title="Members' meeting")
    draft_meeting = make_meeting(make, state="draft", is_public=True, title="Draft meeting")
    preparing = make_meeting(make, state="record_preparation", is_public=True, title="In preparation")
    closed = make_item(make, meeting, is_members_only=True, title="Closed item", presenters=[(ilo, "")])
    for where, item in [(members, None), (draft_meeting, None), (preparing, None), (meeting, closed)]:
        make_intervention(make, where, ilo, item=item, text="Secret words")
        make_decision(make, where, item=item or make_item(make, where, presenters=[(ilo, "")]), text="Secret words")
        make_action_point(make, where, ilo, text="Secret words")
    make_intervention(make, meeting, ilo, is_draft=True, text="Secret words")
    make_attendance(make, members, ilo, person_name="Secret words")
    make_attendance(make, meeting, ilo, person_name="Secret words")

    def seen():
        page = client.get(page_of(ilo, tab))
        if page.status_code == 302:
            return page["Location"]
        files = [client.get(page_of(ilo, tab), {"export": name}).getvalue() for name in ("csv", "excel", "json")]
        return page.text + b"".join(files).decode()

    for word in ("Secret words", "Closed item", "Members&#x27; meeting", "Members' meeting", "Draft meeting"):
        assert word not in seen(), word
    client.force_login(make.person("stranger@example.org"))
    assert "Secret words" not in seen()
    client.force_login(other_focal_point)
    assert "Secret words" in seen()
    assert "Draft meeting" not in seen()


def test_attendance_names_people_to_members_alone(client, make, ilo, meeting, focal_point):
    make_attendance(make, meeting, ilo, person_name="Jane Person", presence="online")
    make_attendance(make, meeting, ilo, person_name="John Person", presence="apologies")
    address = page_of(ilo, "attended")

    assert exported(client, address)["rows"][0]["presence"] == ["Present online"]
    assertNotContains(client.get(address), "Person")
    client.force_login(focal_point)
    assert exported(client, address)["rows"][0]["people"] == ["Jane Person", "John Person"]
    assertContains(client.get(address), "Jane Person")


def test_page_of_an_entity_needs_the_same_queries_for_one_row_and_for_three(client, make, ilo, meeting):
    address, numbers = page_of(ilo), []
    client.get(address)  # what the frame of the page holds in the cache is read once
    for _time in range(2):
        for _row in range(2):
            make_intervention(make, meeting, ilo, item=make_item(make, meeting))
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        numbers.append(len(queries))

    assert numbers[0] == numbers[1]
