"""Invitations by mail that calendar programs understand: to come, to come at another time, and not to come (RFC 5546).

A mail carries the last state only: who was away from the announcement to the second move reads one date.
"""

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from icalendar import vCalAddress

from core.outbox.calendar_messages import CalendarMessage, register_calendar_message
from core.outbox.notifications import notify, register_sentence
from entities.roles import is_member
from meetings import ical
from meetings.answering import is_before_move, takes_answers
from meetings.inviting import people_invited
from meetings.models import Answer, Meeting, MeetingState

# What a letter tells when it asks to come, or not to come.
EVENTS = {"schedule", "cancel"}
CHANGED, ANSWER_AGAIN = "meeting_changed", "meeting_answer_again"
SENTENCES = {
    CHANGED,
    ANSWER_AGAIN,
    "meeting_moved",
    "meeting_invited",
    "meeting_uninvited",
    "meeting_answer_missing",
}
ANSWERED = {
    Answer.YES: "ACCEPTED",
    Answer.MAYBE: "TENTATIVE",
    Answer.NO: "DECLINED",
    Answer.REPLACED: "DECLINED",  # somebody else of the entity comes
}


def message_for(meeting, reader, notifications):
    """None where the letter is about something else, or the meeting has begun."""
    if not any(is_about_coming(notification.params) for notification in notifications):
        return None
    if meeting.state == MeetingState.CANCELLED:
        return cancellation(meeting, reader)
    if not takes_answers(meeting):
        return None
    return request(meeting, reader) if reader in people_invited(meeting) else cancellation(meeting, reader)


def is_about_coming(params):
    is_of_workflow = params.get("workflow") == "meeting" and params.get("event") in EVENTS
    return is_of_workflow or params.get("sentence") in SENTENCES


def request(meeting, reader):
    event = event_for(meeting, reader, ROLE="REQ-PARTICIPANT", PARTSTAT=known_answer(meeting, reader), RSVP="TRUE")
    return CalendarMessage("REQUEST", ical.filled(ical.empty_calendar("REQUEST"), [event]))


def known_answer(meeting, reader):
    """So that a calendar keeps the answer when only a link has changed. A yes to the old hours is none to the new."""
    line = meeting.attendance.answered().filter(person=reader).order_by("answered_at").last()
    if line is None or is_before_move(line):
        return "NEEDS-ACTION"
    return ANSWERED[line.answer]


def cancellation(meeting, reader):
    event = event_for(meeting, reader)
    if meeting.state != MeetingState.CANCELLED:
        # It takes place, without this person: then RFC 5546 wants no status.
        del event["STATUS"]
    return CalendarMessage("CANCEL", ical.filled(ical.empty_calendar("CANCEL"), [event]))


def event_for(meeting, reader, **attendance):
    """To one person: the others' addresses are not for everybody."""
    event = ical.event_of(meeting, for_members=is_member(reader), stamp=timezone.now())
    event.add("organizer", address(settings.CALENDAR_MAILBOX, CN=_("Secretariat of the SSTC Mechanism")))
    event.add("attendee", address(reader.email, CN=str(reader), **attendance))
    return event


def address(mailbox, **parameters):
    found = vCalAddress(f"mailto:{mailbox}")
    for name, value in parameters.items():
        found.params[name] = " ".join(value.split())
    return found


def tell_change(meeting, by):
    """Of an announced meeting that was saved: once for each change that the calendars of the invited must take over.
    `meeting` still has the sequence with which it was read."""
    now = Meeting.objects.values_list("sequence", flat=True).get(pk=meeting.pk)
    if meeting.state == MeetingState.SCHEDULED and now > meeting.sequence:
        key = f"meeting:{meeting.pk}:sequence:{now}"
        notify(people_invited(meeting), "meeting", meeting, key=key, by=by, sentence=CHANGED)


def ask_again(meeting, person, sequence):
    """Who answered an earlier invitation gets the present one, once."""
    key = f"meeting:{meeting.pk}:answered:{sequence}"
    notify([person], "meeting", meeting, key=key, sentence=ANSWER_AGAIN)


register_calendar_message(Meeting, message_for)
register_sentence(CHANGED, gettext_lazy("Title, place or joining link have changed."))
register_sentence(
    ANSWER_AGAIN, gettext_lazy("Your calendar answered an earlier invitation. Please answer the present one.")
)
