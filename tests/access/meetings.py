from datetime import date, timedelta

from meetings.models import ActionPoint, ActionPointState, CalendarFeed, MeetingState
from tests.access.table import PUBLIC, SIGNED_IN, Row
from tests.meetings.factory import (
    make_action_point,
    make_decision,
    make_intervention,
    make_item,
    make_meeting,
    make_series,
    make_template,
)

MEMBERS = "404 404 200 200 200 200 200"
SECRETARIAT_SEES = "404 404 404 404 404 200 200"
FORM_OF_MEETING = "in 403 403 403 403 200 200"
RECORDING = MeetingState.RECORD_PREPARATION


def a_meeting(**situation):
    return lambda make: {"slug": make_meeting(make, **situation).slug}


def an_intervention(state=RECORDING, **situation):
    def kwargs(make):
        meeting = make_meeting(make, state=state, is_public=True)
        return {"pk": make_intervention(make, meeting, make.entity("ILO"), **situation).pk}

    return kwargs


def a_decision(state=RECORDING):
    return lambda make: {"pk": make_decision(make, make_meeting(make, state=state, is_public=True)).pk}


def an_action_point(**situation):
    def kwargs(make):
        if situation.get("state") in (ActionPointState.REPORTED_DONE, ActionPointState.VERIFIED):
            situation["reporter"] = make.person("reporter@ilo.example")
        meeting = make_meeting(make, state=RECORDING, is_public=True)
        return {"pk": make_action_point(make, meeting, make.entity("ILO"), **situation).pk}

    return kwargs


def evidence_of(**situation):
    def kwargs(make):
        point = ActionPoint.objects.get(**an_action_point(**situation)(make))
        return {"pk": point.evidence.create(url="https://example.org/note").pk}

    return kwargs


def an_entity(make):
    return {"slug": make.entity("ILO").slug}


def a_move_of_meeting(event, state, **situation):
    def kwargs(make):
        meeting = make_meeting(make, state=state, is_public=True, **situation)
        make_item(make, meeting)
        return {"slug": meeting.slug, "event": event}

    return kwargs


def a_move_of_action_point(event, **situation):
    return lambda make: {**an_action_point(**situation)(make), "event": event}


def a_personal_calendar(make):
    """Of somebody else, whoever asks: the address itself is the right."""
    feed = CalendarFeed.objects.create(person=make.person("owner@ilo.example"))
    return {"token": feed.address.rpartition("/")[2].removesuffix(".ics")}


CALENDAR_ROWS = [
    Row("meetings:month", PUBLIC),
    Row("meetings:public_calendar", PUBLIC),
    Row("meetings:public_calendar", "405 405 405 405 405 405 405", method="post"),
    Row("meetings:meeting_calendar", PUBLIC, "public", a_meeting(is_public=True)),
    Row("meetings:meeting_calendar", MEMBERS, "members'", a_meeting()),
    Row("meetings:meeting_calendar", SECRETARIAT_SEES, "draft", a_meeting(state="draft", is_public=True)),
    Row("calendar_feed", PUBLIC, "of somebody", a_personal_calendar),
    Row("calendar_feed", "404 404 404 404 404 404 404", "unknown", lambda make: {"token": "unknown.unknown"}),
    Row("calendar_page", SIGNED_IN),
    Row("calendar_make", "in 302 302 302 302 302 302", method="post"),
    Row("calendar_renew", "in 302 302 302 302 302 302", method="post"),
    Row("calendar_revoke", "in 302 302 302 302 302 302", method="post"),
    Row("calendar_revoke", "in 405 405 405 405 405 405"),
]

SECRETARIAT_MOVES = "in 403 403 403 403 302 302"
MEETING_ROWS = [
    Row("meetings:meeting_list", PUBLIC),
    Row("meetings:meeting_next", "302 302 302 302 302 302 302"),
    Row("meetings:meeting_create", FORM_OF_MEETING),
    Row("meetings:meeting_detail", PUBLIC, "public", a_meeting(is_public=True)),
    Row("meetings:meeting_detail", MEMBERS, "members'", a_meeting()),
    Row("meetings:meeting_detail", SECRETARIAT_SEES, "draft", a_meeting(state="draft", is_public=True)),
    Row("meetings:meeting_detail", PUBLIC, "cancelled", a_meeting(state="cancelled", is_public=True)),
    Row("meetings:meeting_edit", FORM_OF_MEETING, "public", a_meeting(is_public=True)),
    Row("meetings:meeting_edit", "in 404 403 403 403 200 200", "members'", a_meeting()),
    Row("meetings:meeting_edit", "in 404 404 404 404 200 200", "draft", a_meeting(state="draft")),
    Row("meetings:meeting_edit", "in 403 403 403 403 403 403", "adopted", a_meeting(state="adopted", is_public=True)),
    Row("meetings:attendance_edit", FORM_OF_MEETING, "public", a_meeting(is_public=True)),
    Row("meetings:attendance_edit", "in 404 403 403 403 403 403", "adopted", a_meeting(state="adopted")),
    Row("meetings:document_edit", FORM_OF_MEETING, "public", a_meeting(is_public=True)),
    Row("meetings:document_edit", "in 404 404 404 404 200 200", "draft", a_meeting(state="draft")),
    *[
        Row(
            "meetings:meeting_transition",
            SECRETARIAT_MOVES,
            event,
            a_move_of_meeting(event, state, **situation),
            "post",
            {"reason": "Because."},
        )
        for event, state, situation in [
            ("begin", "scheduled", {}),
            ("close", "in_progress", {}),
            ("take_back", "clearance", {}),
            ("cancel", "scheduled", {}),
        ]
    ],
    Row(
        "meetings:meeting_transition",
        "in 404 404 404 404 302 302",
        "schedule",
        a_move_of_meeting("schedule", "draft"),
        "post",
    ),
    Row("meetings:meeting_transition", FORM_OF_MEETING, "asked", a_move_of_meeting("cancel", "scheduled")),
    Row("meetings:meeting_transition", "in 404 404 404 404 404 404", "unknown", a_move_of_meeting("burn", "scheduled")),
]


def a_running_meeting(make):
    return {"slug": make_meeting(make, state="in_progress", is_public=True).slug}


LIVE_ROWS = [
    Row("meetings:meeting_live", FORM_OF_MEETING, "running", a_running_meeting),
    Row("meetings:meeting_live", "in 404 403 403 403 200 200", "members', closed", a_meeting(state=RECORDING)),
    Row("meetings:meeting_live", "in 403 403 403 403 403 403", "not begun", a_meeting(is_public=True)),
    Row("meetings:meeting_live", "in 404 403 403 403 403 403", "circulated", a_meeting(state="clearance")),
    Row("meetings:live_state", FORM_OF_MEETING, "running", a_running_meeting),
    Row("meetings:item_call", SECRETARIAT_MOVES, "running", a_running_meeting, "post"),
    Row("meetings:item_call", "in 404 403 403 403 403 403", "closed", a_meeting(state=RECORDING), "post"),
    Row("meetings:item_call", "in 403 403 403 403 405 405", "asked", a_running_meeting),
]

OFFICERS = "in 404 404 404 404 200 200"


def a_series(**situation):
    return lambda make: {"pk": make_series(make, **situation).pk}


def a_date_of_a_series(make):
    return {"pk": make_series(make).pk, "date": "2027-02-11"}


def a_planned_series(make):
    series = make_series(make)
    make_meeting(make, series=series)
    return {"pk": series.pk}


def a_template(make):
    return {"pk": make_template(make, "Opening").pk}


PLANNING_ROWS = [
    Row("meetings:meeting_move", FORM_OF_MEETING, "scheduled", a_meeting(is_public=True)),
    Row("meetings:meeting_move", "in 404 403 403 403 200 200", "members'", a_meeting()),
    Row("meetings:meeting_move", "in 404 404 404 404 403 403", "draft", a_meeting(state="draft")),
    Row("meetings:meeting_move", "in 403 403 403 403 403 403", "adopted", a_meeting(state="adopted", is_public=True)),
    Row("meetings:series_list", PUBLIC),
    Row("meetings:series_create", FORM_OF_MEETING),
    Row("meetings:series_detail", PUBLIC, "public", a_series(is_public=True)),
    Row("meetings:series_detail", MEMBERS, "members'", a_series()),
    Row("meetings:series_edit", FORM_OF_MEETING, "public", a_series(is_public=True)),
    Row("meetings:series_edit", "in 404 403 403 403 200 200", "members'", a_series()),
    Row("meetings:series_delete", "in 404 403 403 403 200 200", "not used", a_series()),
    Row("meetings:series_delete", "in 404 403 403 403 403 403", "planned", a_planned_series),
    Row("meetings:series_leave_out", "in 404 403 403 403 302 302", "a date", a_date_of_a_series, "post"),
    Row("meetings:series_take_in", "in 404 403 403 403 302 302", "a date", a_date_of_a_series, "post"),
    Row("meetings:series_leave_out", "in 405 405 405 405 405 405", "asked", a_date_of_a_series),
    Row("meetings:template_list", FORM_OF_MEETING),
    Row("meetings:template_create", FORM_OF_MEETING),
    Row("meetings:template_edit", OFFICERS, "", a_template),
    Row("meetings:template_delete", OFFICERS, "", a_template),
]

CREATES = "in 403 200 200 200 200 200"
RECORD_ROWS = [
    Row("meetings:intervention_create", CREATES, "scheduled", a_meeting(is_public=True)),
    Row("meetings:intervention_create", CREATES, "recording", a_meeting(state=RECORDING, is_public=True)),
    Row("meetings:intervention_create", "in 404 200 200 200 200 200", "members'", a_meeting(state=RECORDING)),
    Row(
        "meetings:intervention_create",
        "in 403 403 403 403 403 403",
        "adopted",
        a_meeting(state="adopted", is_public=True),
    ),
    Row("meetings:intervention_create", "in 404 404 404 404 403 403", "draft", a_meeting(state="draft")),
    Row("meetings:intervention_edit", "in 404 403 403 200 200 200", "on record", an_intervention()),
    Row("meetings:intervention_edit", "in 404 404 200 200 200 200", "draft", an_intervention(is_draft=True)),
    Row("meetings:intervention_edit", "in 403 403 403 403 403 403", "adopted", an_intervention(state="adopted")),
    Row("meetings:intervention_delete", "in 404 403 403 200 200 200", "on record", an_intervention()),
    Row(
        "meetings:intervention_delete",
        "in 404 404 302 302 302 302",
        "draft",
        an_intervention(is_draft=True),
        "post",
        {"version": "1"},
    ),
    Row(
        "meetings:intervention_delete",
        "in 403 403 403 403 403 403",
        "adopted",
        an_intervention(state="adopted"),
        "post",
    ),
    Row(
        "meetings:intervention_edit",
        "in 404 404 302 302 302 302",
        "draft",
        an_intervention(is_draft=True),
        "post",
        {"kind": "offer", "original_language": "en", "text_en": "We share it.", "version": "1"},
    ),
    Row("meetings:intervention_edit", "in 404 403 403 200 200 200", "on record", an_intervention(), "post"),
    Row("meetings:intervention_record", "in 404 403 403 403 302 302", "on record", an_intervention(), "post"),
    Row("meetings:intervention_record", "in 404 404 403 403 302 302", "draft", an_intervention(is_draft=True), "post"),
    Row(
        "meetings:intervention_record",
        "in 403 403 403 403 403 403",
        "adopted",
        an_intervention(state="adopted"),
        "post",
    ),
    Row("meetings:decision_create", FORM_OF_MEETING, "recording", a_meeting(state=RECORDING, is_public=True)),
    Row("meetings:decision_create", "in 403 403 403 403 403 403", "scheduled", a_meeting(is_public=True)),
    Row("meetings:decision_edit", "in 404 404 404 404 200 200", "recording", a_decision()),
    Row("meetings:decision_edit", "in 404 403 403 403 403 403", "circulated", a_decision(state="clearance")),
    Row("meetings:decision_edit", "in 403 403 403 403 403 403", "adopted", a_decision(state="adopted")),
    Row("meetings:decision_list", PUBLIC),
    Row("meetings:decision_detail", SECRETARIAT_SEES, "recording", a_decision()),
    Row("meetings:decision_detail", MEMBERS, "circulated", a_decision(state="clearance")),
    Row("meetings:decision_detail", PUBLIC, "adopted", a_decision(state="adopted")),
    Row("meetings:entity_said", PUBLIC, kwargs=an_entity),
    Row("meetings:entity_decided", PUBLIC, kwargs=an_entity),
    Row("meetings:entity_owes", SIGNED_IN, kwargs=an_entity),
    Row("meetings:entity_attended", PUBLIC, kwargs=an_entity),
]

MEMBERS_SEE = "in 404 200 200 200 200 200"
OWNERS_MOVE = "in 404 403 403 302 403 403"
OFFICERS_MOVE = "in 404 403 403 403 302 302"
ACTION_POINT_ROWS = [
    Row("meetings:action_point_list", SIGNED_IN),
    Row("meetings:action_point_create", FORM_OF_MEETING, "recording", a_meeting(state=RECORDING, is_public=True)),
    Row(
        "meetings:action_point_create",
        "in 403 403 403 403 403 403",
        "adopted",
        a_meeting(state="adopted", is_public=True),
    ),
    Row("meetings:action_point_detail", MEMBERS_SEE, "open", an_action_point()),
    Row(
        "meetings:action_point_detail",
        "in 404 403 302 302 302 302",
        "note",
        an_action_point(),
        "post",
        {"text": "A first draft is ready.", "original_language": "en"},
    ),
    Row("meetings:evidence_create", "in 404 403 200 200 200 200", "open", an_action_point()),
    Row("meetings:evidence_create", "in 404 403 403 403 403 403", "verified", an_action_point(state="verified")),
    Row("meetings:evidence_delete", "in 404 403 302 302 302 302", "open", evidence_of(), "post"),
    Row("meetings:evidence_delete", "in 404 403 403 403 403 403", "reported", evidence_of(state="reported_done")),
    Row("meetings:action_point_edit", "in 404 403 403 403 200 200", "open", an_action_point()),
    Row("meetings:action_point_edit", "in 404 403 403 403 403 403", "verified", an_action_point(state="verified")),
    *[
        Row(
            "meetings:action_point_transition",
            expected,
            event,
            a_move_of_action_point(event, state=state),
            "post",
            {"reason": "The note was sent."},
        )
        for event, state, expected in [
            ("start", "open", OWNERS_MOVE),
            ("report_done", "in_progress", OWNERS_MOVE),
            # The secretariat may, but nothing of what the owner told it is written down.
            ("report_on_behalf", "open", "in 404 403 403 403 409 409"),
            ("verify", "reported_done", OFFICERS_MOVE),
            ("reopen", "reported_done", OFFICERS_MOVE),
            ("withdraw", "open", OFFICERS_MOVE),
        ]
    ],
]


def an_answer(**situation):
    return lambda make: {**a_meeting(**situation)(make), "entity": make.entity("ILO").slug}


ON_THE_DAY = "in 403 200 200 200 200 200"
PEOPLE_ROWS = [
    Row("meetings:invitation_list", FORM_OF_MEETING, "public", a_meeting(is_public=True)),
    Row("meetings:invitation_list", "in 404 404 404 404 200 200", "draft", a_meeting(state="draft")),
    Row("meetings:invitation_list", "in 403 403 403 403 200 200", "nobody ticked", a_meeting(is_public=True), "post"),
    Row(
        "meetings:invitation_list",
        "in 403 403 403 403 403 403",
        "held",
        a_meeting(state=RECORDING, is_public=True),
        "post",
    ),
    Row("meetings:invitation_remind", "in 403 403 403 403 403 403", "past", a_meeting(is_public=True), "post"),
    Row(
        "meetings:invitation_remind",
        "in 403 403 403 403 302 302",
        "to come",
        a_meeting(is_public=True, date=date.today() + timedelta(days=9)),
        "post",
    ),
    Row("meetings:answer", "in 403 403 403 200 200 200", "public", an_answer(is_public=True)),
    Row("meetings:answer", "in 404 404 404 404 200 200", "draft", an_answer(state="draft")),
    Row("meetings:attendance_day", FORM_OF_MEETING, "scheduled", a_meeting(is_public=True)),
    Row("meetings:attendance_day", ON_THE_DAY, "open", a_meeting(state="in_progress", is_public=True)),
    Row("meetings:attendance_day", "in 404 403 403 403 403 403", "adopted", a_meeting(state="adopted")),
    Row("meetings:attendance_matrix", ON_THE_DAY),
]

ROWS = MEETING_ROWS + PLANNING_ROWS + CALENDAR_ROWS + LIVE_ROWS + RECORD_ROWS + ACTION_POINT_ROWS + PEOPLE_ROWS
