"""Invitations by mail that calendar programs understand: to come, to come at another time, and not to come (RFC 5546).

A mail carries the last state only: who was away from the announcement to the second move reads one date.
"""

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import vCalAddress

from core.outbox.calendar_messages import CalendarMessage, register_calendar_message
from meetings import ical
from meetings.models import Meeting, MeetingState

# Events of the workflow after which a calendar must know more than before.
TOLD = {"schedule", "move", "cancel"}
METHODS = {
    MeetingState.SCHEDULED: "REQUEST",
    MeetingState.IN_PROGRESS: "REQUEST",
    MeetingState.CANCELLED: "CANCEL",
}


def message_for(meeting, reader, notifications):
    """None where the letter is about something else, or the meeting is over."""
    method = METHODS.get(meeting.state)
    if method and any(tells_calendars(notification.params) for notification in notifications):
        return CalendarMessage(method, invitation(meeting, reader, method))
    return None


def tells_calendars(params):
    return params.get("workflow") == "meeting" and params.get("event") in TOLD


def invitation(meeting, reader, method):
    """To one person: the others' addresses are not for everybody."""
    event = ical.event_of(meeting, for_members=True, stamp=timezone.now())
    event.add("organizer", address(settings.CALENDAR_MAILBOX, CN=_("Secretariat of the SSTC Mechanism")))
    asked = {"ROLE": "REQ-PARTICIPANT", "PARTSTAT": "NEEDS-ACTION", "RSVP": "TRUE"} if method == "REQUEST" else {}
    event.add("attendee", address(reader.email, CN=str(reader), **asked))
    return ical.filled(ical.empty_calendar(method), [event])


def address(mailbox, **parameters):
    found = vCalAddress(f"mailto:{mailbox}")
    for name, value in parameters.items():
        found.params[name] = " ".join(value.split())
    return found


register_calendar_message(Meeting, message_for)
