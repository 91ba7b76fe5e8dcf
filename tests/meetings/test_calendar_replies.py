"""Answers of calendar programs that come by mail: taken where they are what they say, refused in words otherwise."""

import base64
import contextlib
import io
import logging
import quopri
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from django.core.management import call_command
from hypothesis import example, given, settings
from hypothesis import strategies as st

from meetings.answering import answer
from meetings.calendar_replies import LARGEST, Reply, ReplyRefused, read, receive
from meetings.ical import uid_of
from meetings.models import Answer, Attendance, Mode
from tests.meetings.factory import make_meeting_with_hours

FOCAL = "focal@ilo.example"
TOMORROW = "2099-02-10"
EARLIER = datetime(2026, 1, 4, tzinfo=UTC)
STAMP = "20260105T120000Z"


def calendar_text(uid, answer="ACCEPTED", attendee=FOCAL, sequence="0", method="REPLY", more="", stamp=STAMP):
    lines = [
        "BEGIN:VCALENDAR",
        "PRODID:-//A program//EN",
        "VERSION:2.0",
        f"METHOD:{method}",
        "BEGIN:VEVENT",
        f"UID:{uid}",
        f"SEQUENCE:{sequence}",
        f"DTSTAMP:{stamp}",
        "ORGANIZER:mailto:portal@portal.example",
        f'ATTENDEE;CN="Leïla, ILO: focal point";PARTSTAT={answer}:mailto:{attendee}',
        "SUMMARY:Accepted: a title that is longer than a line of a calendar may be\\, and folded",
        more,
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    text = "\r\n".join(line for line in lines if line) + "\r\n"
    return text.replace("may be", "may\r\n  be")


def mail_with(text, sender=FOCAL, how="base64", headers=""):
    body = text.encode()
    encoded = {
        "base64": base64.encodebytes(body),
        "quoted-printable": quopri.encodestring(body),
        "8bit": body,
    }[how]
    return (
        f"From: =?utf-8?q?Le=C3=AFla?= <{sender}>\r\n{headers}To: portal@portal.example\r\nSubject: Accepted\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/plain\r\n\r\nI accept.\r\n"
        f"--b\r\nContent-Type: text/calendar; charset=utf-8; method=REPLY\r\nContent-Transfer-Encoding: {how}\r\n\r\n"
    ).encode() + encoded + b"\r\n--b--\r\n"  # fmt: skip


def answers(meeting):
    return [(line.entity.code, line.answer) for line in Attendance.objects.filter(meeting=meeting).exclude(answer="")]


@pytest.fixture
def meeting(make):
    return make_meeting_with_hours(make, slug="open", date=TOMORROW)


def say(meeting, answer="ACCEPTED", **fields):
    text = calendar_text(uid_of(meeting), answer, sequence=str(meeting.sequence), **fields)
    return mail_with(text)


@pytest.mark.parametrize("how", ["base64", "quoted-printable", "8bit"])
def test_answer_of_a_calendar_program_is_the_answer_of_the_entity(meeting, focal_point, how, monkeypatch, capsys):
    text = calendar_text(uid_of(meeting), sequence=str(meeting.sequence), attendee="Focal@ILO.example")
    raw = mail_with(text, sender="FOCAL@ilo.example", how=how)
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(raw)))

    call_command("receive_calendar_reply")

    assert answers(meeting) == [("ILO", "yes")]


def test_last_answer_counts(meeting, focal_point):
    for word, kept in [("ACCEPTED", "yes"), ("TENTATIVE", "maybe"), ("DECLINED", "no"), ("accepted", "yes")]:
        receive(say(meeting, word))
        assert answers(meeting) == [("ILO", kept)]


def test_calendar_takes_away_nothing_of_what_it_cannot_say(meeting, focal_point, ilo):
    answer(meeting, ilo, focal_point, Answer.YES, Mode.ONLINE, note="From Dakar", at=EARLIER)
    receive(say(meeting, "TENTATIVE"))
    line = Attendance.objects.get()
    assert (line.answer, line.mode, line.answer_note) == ("maybe", "online", "From Dakar")

    answer(meeting, ilo, focal_point, Answer.REPLACED, Mode.ROOM, "Ana Diaz", "On leave", at=EARLIER)
    receive(say(meeting, "DECLINED"))  # as the portal's own invitation says to the calendar of who is replaced
    line.refresh_from_db()
    assert (line.answer, line.replaced_by, line.mode, line.answer_note) == ("replaced", "Ana Diaz", "room", "On leave")


def test_reply_that_was_long_on_its_way_does_not_replace_a_later_answer(meeting, focal_point, ilo):
    receive(say(meeting, "DECLINED", stamp="20260105T120500Z"))

    with pytest.raises(ReplyRefused, match="later answer"):
        receive(say(meeting, "ACCEPTED", stamp="20260105T120400Z"))
    receive(say(meeting, "TENTATIVE", stamp="20260105T120600Z"))
    answer(meeting, ilo, focal_point, Answer.YES)
    with pytest.raises(ReplyRefused, match="later answer"):
        receive(say(meeting, "DECLINED", stamp="20260105T120700Z"))

    assert answers(meeting) == [("ILO", "yes")]


REFUSED = {
    "unknown": (lambda meeting: mail_with(text_for(meeting, attendee="x@y.example"), "x@y.example"), "not known"),
    "forged attendee": (lambda meeting: mail_with(text_for(meeting), "other@fao.example"), "for somebody else"),
    "old sequence": (lambda meeting: mail_with(text_for(meeting, sequence="0")), "another version"),
    "sequence from nowhere": (lambda meeting: mail_with(text_for(meeting, sequence="99")), "another version"),
    "sequence that is none": (lambda meeting: mail_with(text_for(meeting, sequence="x")), "no number"),
    "moment that is none": (lambda meeting: mail_with(text_for(meeting, stamp="yesterday")), "no moment"),
    "other host": (lambda meeting: mail_with(calendar_text("meeting-1@elsewhere.example")), "no meeting"),
    "other number": (lambda meeting: mail_with(calendar_text(uid_of(meeting).replace("-", "-9"))), "sees no such"),
    "request": (lambda meeting: mail_with(text_for(meeting, method="REQUEST")), "no reply"),
    "delegated": (lambda meeting: mail_with(text_for(meeting, answer="DELEGATED")), "neither yes nor no"),
    "two attendees": (
        lambda meeting: mail_with(text_for(meeting, more="ATTENDEE;PARTSTAT=DECLINED:mailto:b@c.example")),
        "2 ATTENDEE",
    ),
    "two events": (
        lambda meeting: mail_with(text_for(meeting, more="END:VEVENT\r\nBEGIN:VEVENT\r\nCOMMENT:x")),
        "2 VEVENT",
    ),
    "two senders": (lambda meeting: mail_with(text_for(meeting), headers="From: x@y.example\r\n"), "who sent it"),
    "no calendar": (lambda meeting: b"From: focal@ilo.example\r\n\r\nI accept.\r\n", "no calendar part"),
    "too large": (lambda meeting: b" " * (LARGEST + 1), "too large"),
}  # fmt: skip


def text_for(meeting, **fields):
    return calendar_text(uid_of(meeting), **({"sequence": str(meeting.sequence)} | fields))


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_no_answer_to_an_invitation_that_stands_is_refused_in_words(
    case, meeting, focal_point, other_focal_point, monkeypatch, caplog
):
    make_raw, words = REFUSED[case]
    meeting.start_time = "11:00"
    meeting.save()
    raw = make_raw(meeting)
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(raw)))

    with caplog.at_level(logging.WARNING):
        call_command("receive_calendar_reply")

    assert words in caplog.text
    assert answers(meeting) == []


def test_meeting_that_is_hidden_cancelled_or_over_takes_no_answer(make, focal_point, secretariat):
    draft = make_meeting_with_hours(make, date=TOMORROW, state="draft")
    cancelled = make_meeting_with_hours(make, date=TOMORROW, state="cancelled")
    over = make_meeting_with_hours(make, date="2024-07-30")
    for meeting in (draft, cancelled, over):
        with pytest.raises(ReplyRefused):
            receive(say(meeting))
        assert answers(meeting) == []


def test_who_answered_an_earlier_invitation_is_asked_once_to_answer_the_present_one(meeting, focal_point):
    early = say(meeting)
    meeting.start_time = "11:00"
    meeting.save()

    for _try in range(2):
        with pytest.raises(ReplyRefused):
            receive(early)

    (told,) = focal_point.notifications.all()
    assert (told.record, told.params["sentence"]) == (meeting, "meeting_answer_again")


def test_rules_of_a_stranger_that_have_no_end_are_not_worked_out(meeting, focal_point):
    """A zone whose clocks change every second for ever, named in the event."""
    zone = (
        "BEGIN:VTIMEZONE\r\nTZID:Nowhere\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0000\r\n"
        "TZOFFSETTO:+0100\r\nRRULE:FREQ=SECONDLY\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT"
    )
    text = text_for(meeting, more="DTSTART;TZID=Nowhere:20270210T100000").replace("BEGIN:VEVENT", zone, 1)

    receive(mail_with(text))

    assert answers(meeting) == [("ILO", "yes")]


GOOD = mail_with(calendar_text("meeting-7@portal.example"), how="8bit")


@settings(max_examples=50)
@given(st.binary(max_size=400))
@example(b"From: \xff\xfe@\r\nContent-Type: text/calendar\r\n\r\nBEGIN:VCALENDAR\r\nMETHOD:REPLY")
@example(b"From: a@b\r\nContent-Type: text/calendar; charset=nonsense\r\nContent-Transfer-Encoding: base64\r\n\r\n====")
def test_reader_refuses_whatever_is_no_reply(raw):
    with pytest.raises(ReplyRefused):
        read(raw)


@settings(max_examples=50)
@given(st.data())
def test_reader_takes_a_damaged_reply_or_refuses_it_in_words(data):
    """Bytes of a good one are taken out, put in, doubled and changed."""
    raw = bytearray(GOOD)
    for _number in range(data.draw(st.integers(1, 5))):
        start = data.draw(st.integers(0, len(raw)))
        end = min(len(raw), start + data.draw(st.integers(0, 30)))
        raw[start:end] = data.draw(
            st.binary(max_size=10) | st.sampled_from([raw[start:end] * 2, b"\r\n", b";", b":", b'"'])
        )

    # Any other error fails the test.
    with contextlib.suppress(ReplyRefused):
        assert isinstance(read(bytes(raw)), Reply)
