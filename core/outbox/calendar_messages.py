"""What a mail tells the calendar program of its reader (RFC 5546, RFC 6047). The room of the record makes it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class CalendarMessage:
    """`method` is REQUEST or CANCEL; `content` says the same within."""

    method: str
    content: bytes

    def attach_to(self, mail):
        """Once beside the text, where mail programs look for an invitation, and once as a file for all others."""
        mail.attach_alternative(self.content.decode(), f"text/calendar; method={self.method}")
        mail.attach("meeting.ics", self.content, "application/ics")


# {model: function(record, reader, notifications)}: the message, or None where these tell a calendar nothing.
makers: dict[type, Callable[[Any, Any, list], CalendarMessage | None]] = {}


def register_calendar_message(model, maker):
    makers[model] = maker


def calendar_message(lines):
    """Of lines about one record: what stands now, whatever each of them told."""
    record = lines[0].record
    maker = makers.get(type(record))
    return maker(record, lines[0].reader, [line.notification for line in lines]) if maker else None


def by_record(lines):
    """[lines of one record], in the order in which they were first told."""
    records = {}
    for line in lines:
        records.setdefault((line.notification.content_type_id, line.notification.object_id), []).append(line)
    return list(records.values())
