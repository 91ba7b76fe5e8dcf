"""Makers of meetings and what belongs to them. Texts differ per language, so that a wrong language shows."""

from datetime import date, time, timedelta

from django.utils import timezone

from meetings.models import (
    ActionPoint,
    ActionPointState,
    AgendaItem,
    AgendaProposal,
    Attendance,
    Decision,
    Intervention,
    Meeting,
    MeetingDocument,
    MeetingState,
    MeetingTemplate,
    Series,
    TemplateItem,
)
from tests.factory import in_six_languages

PAST = date(2024, 7, 30)


def make_meeting(make, state=MeetingState.SCHEDULED, is_public=False, **fields):
    """A members' meeting of 2024 without stated hours."""
    number = Meeting.objects.count() + 1
    title = fields.pop("title", f"Meeting {number}")
    defaults = {"slug": f"meeting-{number}", "date": PAST, **in_six_languages("title", title)}
    if state == MeetingState.CANCELLED:
        defaults["cancelled_because"] = "Too few answers."
    meeting = Meeting.objects.create(state=state, is_public=is_public, **(defaults | fields))
    meeting.refresh_from_db()  # dates and times may be given as text
    return meeting


def make_meeting_with_hours(make, **fields):
    hours = {"start_time": "10:00", "end_time": "12:00", "time_zone": "America/New_York"}
    return make_meeting(make, **(hours | fields))


def make_series(make, **fields):
    """Every second Thursday of the month at ten in Geneva, for the members."""
    title = fields.pop("title", "Series")
    defaults = {
        "first_date": date(2027, 1, 14),
        "start_time": time(10),
        "end_time": time(12),
        "time_zone": "Europe/Zurich",
        **in_six_languages("title", title),
    }
    return Series.objects.create(**(defaults | fields))


def make_template(make, *items, **fields):
    """`items` are the titles of its agenda."""
    title = fields.pop("title", "Template")
    template = MeetingTemplate.objects.create(**(in_six_languages("title", title) | fields))
    for number, item in enumerate(items, start=1):
        TemplateItem.objects.create(template=template, number=number, minutes=20, **in_six_languages("title", item))
    return template


def make_item(make, meeting, **fields):
    """`presenters`: (entity or None, name) of each."""
    number = fields.pop("number", meeting.items.count() + 1)
    title = fields.pop("title", f"Item {number}")
    presenters = fields.pop("presenters", ())
    item = AgendaItem.objects.create(meeting=meeting, number=number, **(in_six_languages("title", title) | fields))
    for position, (entity, name) in enumerate(presenters):
        item.presenters.create(entity=entity, person_name=name, position=position)
    return item


def make_proposal(make, entity, **fields):
    """`meeting`, or `series` for one that is kept for later."""
    title = fields.pop("title", "Proposal")
    texts = in_six_languages("title", title) | in_six_languages("reason", f"Why {title}")
    return AgendaProposal.objects.create(entity=entity, **(texts | fields))


def make_intervention(make, meeting, entity, initiatives=(), **fields):
    """On record, in all six languages."""
    text = fields.pop("text", f"{entity} spoke")
    defaults = {"is_draft": False, **in_six_languages("text", text)}
    intervention = Intervention.objects.create(meeting=meeting, entity=entity, **(defaults | fields))
    intervention.initiatives.set(initiatives)
    return intervention


def make_decision(make, meeting, **fields):
    text = fields.pop("text", "The meeting decided")
    return Decision.objects.create(meeting=meeting, **(in_six_languages("text", text) | fields))


def make_action_point(make, meeting, *owners, state=ActionPointState.OPEN, overdue=False, reporter=None, **fields):
    """`reporter` is needed for one that is reported done or verified."""
    text = fields.pop("text", "Share the note")
    days = -10 if overdue else 10
    defaults = {"due": timezone.localdate() + timedelta(days=days), **in_six_languages("text", text)}
    if reporter:
        defaults |= {"reported_by": reporter, "reported_at": timezone.now()}
    if state == ActionPointState.VERIFIED:
        defaults |= {"verified_by": make.officer("verifier@unossc.example"), "verified_at": timezone.now()}
    if state == ActionPointState.WITHDRAWN:
        defaults["withdrawn_because"] = "Overtaken by events."
    point = ActionPoint.objects.create(meeting=meeting, state=state, **(defaults | fields))
    point.owners.set(owners)
    return point


def make_document(make, meeting, level="public", **fields):
    title = fields.pop("title", f"Paper for {level}")
    defaults = {"url": "https://example.org/paper.pdf", **in_six_languages("title", title)}
    return MeetingDocument.objects.create(meeting=meeting, level=level, **(defaults | fields))


def make_attendance(make, meeting, entity, **fields):
    return Attendance.objects.create(meeting=meeting, entity=entity, **({"presence": "present"} | fields))
