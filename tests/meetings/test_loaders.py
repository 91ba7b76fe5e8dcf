"""The real meeting as its source states it, and the demo meetings."""

from datetime import date

import pytest

import core.reference_data
import entities.demo
import entities.reference_data
import initiatives.reference_data
from core import languages
from entities.models import Entity, User
from meetings import demo, matrix, reference_data
from meetings.models import ActionPoint, Attendance, Intervention, Meeting


@pytest.fixture
def reference(db):
    core.reference_data.load()
    entities.reference_data.load()
    initiatives.reference_data.load()


def test_meeting_of_30_july_2024_is_loaded_exactly_as_its_source_states_it(reference):
    reference_data.load()

    meeting = Meeting.objects.get(slug="2024-07-30")
    assert (meeting.date, meeting.state, meeting.is_public, meeting.is_demo) == (
        date(2024, 7, 30),
        "record_preparation",
        True,
        False,
    )
    assert (meeting.start_time, meeting.end_time, meeting.time_zone, meeting.format, meeting.place_en) == (
        None,
        None,
        "",
        "",
        "",
    )
    assert (meeting.organizer.code, meeting.source_url) == ("UNOSSC", "https://southsouthpoint.net/?lang=fr&p=11313")
    assert [(item.number, item.minutes) for item in meeting.items.all()] == [(1, None), (2, None), (3, None), (4, None)]
    assert [item.has_discussion for item in meeting.items.all()] == [True, True, True, None]
    assert (meeting.decisions.count(), meeting.action_points.count()) == (0, 0)
    assert {line.entity.code for line in meeting.attendance.all()} == {"UNOSSC", "ILO"}


def test_statement_of_ilo_leads_to_the_initiative_the_processes_and_the_goal(reference):
    reference_data.load()

    said = Intervention.objects.get()
    assert (said.entity.code, said.speaker_name, said.item, said.is_summary) == (
        "ILO",
        "Anastasiia Pavlova",
        None,
        True,
    )
    assert said.speaker_title_fr == "Responsable des partenariats Sud-Sud"
    assert [initiative.code for initiative in said.initiatives.all()] == ["INI-001"]
    assert {process.code for process in said.processes.all()} == {"g20-2024", "cop29", "cop30"}
    assert [goal.number for goal in said.goals.all()] == [10]


def test_loading_again_keeps_what_people_changed(reference):
    reference_data.load()
    Meeting.objects.update(title_en="Changed by the secretariat")

    reference_data.load()

    assert list(Meeting.objects.values_list("title_en", flat=True)) == ["Changed by the secretariat"]


def test_demo_meetings_show_each_stage_and_say_that_they_are_demo(reference):
    entities.demo.load()

    demo.load()
    demo.load()

    assert dict(Meeting.objects.values_list("slug", "state")) == {
        "demo-2027-02": "scheduled",
        "demo-live": "in_progress",
        "demo-2026-11": "record_preparation",
        "demo-2026-10": "clearance",
        "demo-2026-09": "adopted",
    }
    assert not Meeting.objects.filter(is_demo=False).exists()
    assert list(ActionPoint.objects.values_list("number", "state")) == [
        ("AP-2026-001", "verified"),
        ("AP-2026-002", "open"),
        ("AP-2026-003", "in_progress"),
    ]
    answers = Attendance.objects.filter(meeting__slug="demo-2027-02").answered()
    assert {line.answer for line in answers} == {"yes", "no", "maybe", "replaced"}
    held = matrix.held(User.objects.get(email=demo.OFFICER))
    assert [Entity.objects.get(pk=key).code for key in matrix.absent_running(held)] == ["UNOPS"]


def test_every_text_is_there_in_six_languages(reference):
    reference_data.load()
    entities.demo.load()
    demo.load()

    for meeting in Meeting.objects.prefetch_related("items", "interventions", "decisions", "action_points"):
        texts = [(meeting, "title"), *[(item, "title") for item in meeting.items.all()]]
        for name in ("interventions", "decisions", "action_points"):
            texts += [(record, "text") for record in getattr(meeting, name).all()]
        for record, field in texts:
            assert record.languages_with(field) == list(languages.CODES), (record, field)
