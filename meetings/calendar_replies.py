"""Answers that calendar programs send by mail to what calendar_invitations.py sent (iTIP REPLY, RFC 5546 and 6047).

Everything in such a mail may be forged or broken. Only content lines are read: the rules of time zones and recurrences
in it are never worked out, because those of a stranger may have no end. That the sender is who he says is the mail
server's to check (docs/operations.md).
"""

import logging
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes
from email.utils import getaddresses

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from icalendar.parser import Contentlines

from entities.models import User
from entities.roles import focal_ids
from meetings import answering
from meetings.calendar_invitations import ask_again
from meetings.models import Answer, Meeting
from meetings.models.invitations import entities_invited

logger = logging.getLogger(__name__)

LARGEST = 1024 * 1024  # bytes of a mail
CALENDAR_TYPES = {"text/calendar", "application/ics"}
ANSWERS = {"ACCEPTED": Answer.YES, "TENTATIVE": Answer.MAYBE, "DECLINED": Answer.NO}


class ReplyRefused(Exception):
    """The mail answers no invitation that stands. The words, for the log, say why."""


@dataclass(frozen=True)
class Reply:
    """What the mail says. `sequence` is that of the invitation which the person had before her eyes; `given_at` is when
    she answered, as her program says."""

    sender: str
    uid: str
    sequence: int
    attendee: str
    answer: Answer
    given_at: datetime


def receive(raw):
    """Takes the answer that a mail brings. Returns (meeting, person, answer); raises ReplyRefused."""
    reply = read(raw)
    person = person_of(reply)
    meeting = meeting_of(reply, person)
    take(meeting, person, reply)
    logger.info("Calendar reply to %s taken: person %s, %s", meeting.slug, person.pk, reply.answer)
    return meeting, person, reply.answer


# Reading


def read(raw):
    if len(raw) > LARGEST:
        raise ReplyRefused("The mail is too large.")
    message = message_from_bytes(raw)
    properties = properties_of(calendar_text(message))
    if only(properties, "VCALENDAR", "METHOD")[1].upper() != "REPLY":
        raise ReplyRefused("The calendar part is no reply.")
    parameters, attendee = only(properties, "VEVENT", "ATTENDEE")
    return Reply(
        sender=sender_of(message),
        uid=only(properties, "VEVENT", "UID")[1],
        sequence=sequence_of(properties),
        attendee=mailbox(attendee),
        answer=answer_of(parameters),
        given_at=moment_of(properties),
    )


def sender_of(message):
    """The one address in the one From."""
    headers = [str(header) for header in message.get_all("From", [])]
    addresses = [address for _name, address in getaddresses(headers) if address]
    if len(headers) != 1 or len(addresses) != 1:
        raise ReplyRefused("The mail does not say who sent it.")
    return addresses[0].lower()


def calendar_text(message):
    for part in message.walk():
        if part.get_content_type() in CALENDAR_TYPES and (content := part.get_payload(decode=True)):
            return content.decode(errors="replace")
    raise ReplyRefused("The mail has no calendar part.")


def properties_of(text):
    """{(component, NAME): [(parameters, value)]}, of the calendar itself and of its one event."""
    found, path = {}, []
    try:
        for line in filter(None, Contentlines.from_ical(text)):
            name, parameters, value = line.raw_parts()
            if name.upper() == "BEGIN":
                path.append(value.strip().upper())
                found.setdefault(("BEGIN", path[-1]), []).append((parameters, value))
            elif name.upper() == "END":
                path = path[:-1]
            elif path in (["VCALENDAR"], ["VCALENDAR", "VEVENT"]):
                found.setdefault((path[-1], name.upper()), []).append((parameters, value.strip()))
    except ValueError as error:
        raise ReplyRefused("The calendar part cannot be read.") from error
    only(found, "BEGIN", "VEVENT")
    return found


def only(properties, component, name):
    values = properties.get((component, name), [])
    if len(values) != 1:
        raise ReplyRefused(f"The calendar part has {len(values)} {name} where there must be one.")
    return values[0]


def sequence_of(properties):
    """Zero where the program leaves it out, as RFC 5545 says."""
    if ("VEVENT", "SEQUENCE") not in properties:
        return 0
    value = only(properties, "VEVENT", "SEQUENCE")[1]
    if not re.fullmatch(r"[0-9]{1,9}", value):
        raise ReplyRefused("The calendar part has a SEQUENCE that is no number.")
    return int(value)


def moment_of(properties):
    """Now where the program leaves it out, or has a clock that is ahead."""
    now = timezone.now()
    if ("VEVENT", "DTSTAMP") not in properties:
        return now
    value = only(properties, "VEVENT", "DTSTAMP")[1]
    try:
        return min(now, datetime.strptime(value, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC))
    except ValueError as error:
        raise ReplyRefused("The calendar part has a DTSTAMP that is no moment.") from error


def mailbox(value):
    scheme, _colon, address = value.partition(":")
    if scheme.lower() != "mailto" or not address:
        raise ReplyRefused("The attendee has no mail address.")
    return address.strip().lower()


def answer_of(parameters):
    status = parameters.get("PARTSTAT", "")
    if not isinstance(status, str) or status.upper() not in ANSWERS:
        raise ReplyRefused("The answer is neither yes nor no nor maybe.")
    return ANSWERS[status.upper()]


# What is ours, and who may answer


def person_of(reply):
    if reply.sender != reply.attendee:
        raise ReplyRefused("The sender answers for somebody else.")
    person = User.objects.filter(email__iexact=reply.sender, is_active=True).first()
    if person is None:
        raise ReplyRefused("The sender is not known.")
    return person


def meeting_of(reply, person):
    """The meeting, while it takes answers and the person answers what stands."""
    match = re.fullmatch(r"meeting-([0-9]{1,18})@(.+)", reply.uid)
    if not match or match[2] != settings.CALENDAR_HOST:
        raise ReplyRefused("The reply is about no meeting of the portal.")
    meeting = Meeting.objects.visible_to(person).filter(pk=match[1]).first()
    if meeting is None:
        raise ReplyRefused("The sender sees no such meeting.")
    if not answering.takes_answers(meeting):
        raise ReplyRefused("The meeting takes no answers any more.")
    if reply.sequence < meeting.sequence:
        ask_again(meeting, person, reply.sequence)
    if reply.sequence != meeting.sequence:
        raise ReplyRefused("The reply is to another version of the invitation than the present one.")
    return meeting


@transaction.atomic
def take(meeting, person, reply):
    """For each entity that is invited and for which the person speaks, unless an answer was given after this one."""
    entities = entities_invited(meeting).filter(pk__in=focal_ids(person))
    if not entities:
        raise ReplyRefused("The sender speaks for no entity that is invited.")
    answering.lock(meeting)
    lines = [answering.line_of(meeting, entity, person) for entity in entities]
    lines = [line for line in lines if line.answered_at is None or line.answered_at <= reply.given_at]
    if not lines:
        raise ReplyRefused("A later answer has come before this one.")
    try:
        for line in lines:
            answering.answer(meeting, line.entity, person, at=reply.given_at, **completed(reply.answer, line))
    except answering.AnswerRefused as refused:
        raise ReplyRefused(str(refused)) from refused


def completed(answer, line):
    """What a calendar cannot say stays. To it whoever is replaced declines: declining takes no replacement away."""
    if answer == Answer.NO and line.answer == Answer.REPLACED:
        answer = Answer.REPLACED
    return {"answer": answer, "mode": line.mode, "replaced_by": line.replaced_by, "note": line.answer_note}
