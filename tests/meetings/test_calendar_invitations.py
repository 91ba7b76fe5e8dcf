"""Invitations by mail that calendar programs understand."""

import email
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.urls import reverse

from core.models import Mail
from core.outbox import letters, sending
from core.outbox.delivery import When
from core.outbox.notifications import choose, notify
from meetings import workflow
from meetings.answering import answer
from meetings.inviting import change_list
from meetings.models import Answer
from meetings.moving import move
from tests.forms_on_page import opened
from tests.meetings import ical_reader
from tests.meetings.factory import make_meeting_with_hours

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
LINK = "https://meet.example/room"


@pytest.fixture
def clock():
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock


@pytest.fixture
def person(make, ilo):
    return make.person("focal@ilo.example", ilo, full_name="Leïla", time_zone="UTC", language="fr")


def make_announced(make, by, **fields):
    meeting = make_meeting_with_hours(make, state="draft", **({"date": "2027-02-10"} | fields))
    return workflow.MEETING.perform(meeting, "schedule", by=by)


def delivered(clock, mailoutbox, to="@"):
    """The mails that go within the next minutes, as the mail server takes them: all, or those to one address."""
    clock.shift(timedelta(minutes=3))
    mailoutbox.clear()
    letters.write_due()
    sending.send_due()
    mails = [email.message_from_bytes(mail.message().as_bytes(linesep="\r\n")) for mail in mailoutbox]
    return [mail for mail in mails if to in mail["To"]]


def calendar_part(mail):
    (part,) = [part for part in mail.walk() if part.get_content_type() == "text/calendar"]
    return part


def event_of(mail):
    content = calendar_part(mail).get_payload(decode=True)
    calendar = ical_reader.read(content)
    (event,) = calendar.all("VEVENT")
    return calendar, event


def test_announcement_invites_so_that_calendar_programs_understand(make, secretariat, person, clock, mailoutbox):
    meeting = make_announced(make, secretariat, title="Open", joining_link=LINK)

    (mail,) = delivered(clock, mailoutbox)

    assert mail.get_content_type() == "multipart/mixed"
    alternative, attached = mail.get_payload()
    kinds = [part.get_content_type() for part in alternative.get_payload()]
    assert kinds == ["text/plain", "text/html", "text/calendar"]
    part = calendar_part(mail)
    assert (part.get_param("method"), part.get_content_charset()) == ("REQUEST", "utf-8")
    assert (attached.get_content_type(), attached.get_filename()) == ("application/ics", "meeting.ics")
    assert attached.get_payload(decode=True) == part.get_payload(decode=True)
    calendar, event = event_of(mail)
    assert calendar["METHOD"].value == "REQUEST"
    assert event["SUMMARY"].text == "Open [fr]"
    assert event["CONFERENCE"].value == LINK
    assert event["DTSTAMP"].value == "20261124T120300Z"
    assert ical_reader.moment_of(calendar, event, "DTSTART") == meeting.starts_at
    attendee = event["ATTENDEE"]
    assert attendee.value == "mailto:focal@ilo.example"
    assert attendee.parameters == {
        "CN": "Leïla", "ROLE": "REQ-PARTICIPANT", "PARTSTAT": "NEEDS-ACTION", "RSVP": "TRUE",
    }  # fmt: skip
    assert event["ORGANIZER"].value == "mailto:portal@portal.example"


def test_each_person_is_invited_alone_and_contributors_are_not(
    make, ilo, secretariat, person, contributor, alternate, clock, mailoutbox
):
    make_announced(make, secretariat)

    mails = delivered(clock, mailoutbox)

    assert {mail["To"]: event_of(mail)[1]["ATTENDEE"].value for mail in mails} == {
        "focal@ilo.example": "mailto:focal@ilo.example",
        "alternate@ilo.example": "mailto:alternate@ilo.example",
    }


def test_meeting_that_is_over_when_it_is_announced_is_put_into_no_calendar(
    make, secretariat, person, clock, mailoutbox
):
    make_announced(make, secretariat, date="2026-10-14")

    (mail,) = delivered(clock, mailoutbox)

    assert [part for part in mail.walk() if part.get_content_type() == "text/calendar"] == []


def test_cancelling_takes_the_meeting_out_of_the_calendar(make, secretariat, person, clock, mailoutbox):
    meeting = make_announced(make, secretariat)
    (invited,) = delivered(clock, mailoutbox)

    workflow.MEETING.perform(meeting, "cancel", by=secretariat, reason="Too few answers.")
    (mail,) = delivered(clock, mailoutbox)

    assert calendar_part(mail).get_param("method") == "CANCEL"
    calendar, event = event_of(mail)
    before = event_of(invited)[1]
    assert (calendar["METHOD"].value, event["STATUS"].value) == ("CANCEL", "CANCELLED")
    assert event["UID"].value == before["UID"].value
    assert int(event["SEQUENCE"].value) > int(before["SEQUENCE"].value)
    assert event["ATTENDEE"].value == "mailto:focal@ilo.example"


def test_moving_asks_again_with_a_higher_sequence(make, ilo, secretariat, person, clock, mailoutbox):
    meeting = make_announced(make, secretariat)
    (invited,) = delivered(clock, mailoutbox)
    answer(meeting, ilo, person, Answer.YES)

    meeting.refresh_from_db()
    meeting.date, meeting.time_zone = date(2027, 4, 7), "America/Santiago"
    move(meeting, by=secretariat, reason="Another meeting is held then.")
    (mail,) = delivered(clock, mailoutbox, to=person.email)

    before, (calendar, event) = event_of(invited)[1], event_of(mail)
    assert calendar["METHOD"].value == "REQUEST"
    assert event["UID"].value == before["UID"].value
    assert int(event["SEQUENCE"].value) > int(before["SEQUENCE"].value)
    assert event["ATTENDEE"].parameters["PARTSTAT"] == "NEEDS-ACTION", "a yes to the old day is none to the new"
    assert ical_reader.moment_of(calendar, event, "DTSTART") == meeting.starts_at


def test_merged_letter_carries_the_last_state_only(make, secretariat, person, clock, mailoutbox):
    meeting = make_announced(make, secretariat)
    workflow.MEETING.perform(meeting, "cancel", by=secretariat, reason="Too few answers.")

    (mail,) = delivered(clock, mailoutbox)

    assert calendar_part(mail).get_param("method") == "CANCEL"


def test_mail_that_waited_for_the_server_carries_the_state_of_now(make, secretariat, person, clock, mailoutbox):
    meeting = make_announced(make, secretariat)
    clock.shift(timedelta(minutes=3))
    letters.write_due()
    meeting.refresh_from_db()
    meeting.date = date(2027, 2, 17)
    meeting.save()
    sending.send_due()

    (mail,) = mailoutbox

    assert b"DTSTART;TZID=America/New_York:20270217T100000" in mail.message().as_bytes()


def test_each_invitation_goes_alone_and_other_news_together(make, secretariat, person, clock, mailoutbox):
    make_announced(make, secretariat, title="One")
    make_announced(make, secretariat, title="Two")
    notify([person], "moved", make.entity("FAO"), "one", sentence="something")
    notify([person], "moved", make.entity("UNDP"), "two", sentence="something")
    choose(person, {"moved": When.AT_ONCE})

    mails = delivered(clock, mailoutbox)

    together, *alone = mails
    assert sorted(event_of(mail)[1]["SUMMARY"].text for mail in alone) == ["One [fr]", "Two [fr]"]
    assert [part.get_content_type() for part in together.walk()] == ["multipart/alternative", "text/plain", "text/html"]
    assert Mail.objects.count() == 3


def test_line_break_in_a_title_or_a_name_makes_no_header_and_no_property(make, secretariat, person, clock, mailoutbox):
    person.full_name = 'Le"ï\r\nla'
    person.save()
    make_announced(make, secretariat, title="Water\r\nBcc: thief@example.org\r\nATTENDEE:mailto:thief@example.org")

    (mail,) = delivered(clock, mailoutbox)

    assert mail["Bcc"] is None
    event = event_of(mail)[1]
    assert event["ATTENDEE"].value == "mailto:focal@ilo.example"
    assert event["ATTENDEE"].parameters["CN"] == 'Le"ï la'
    assert event["SUMMARY"].text.startswith("Water\nBcc: thief@example.org")


def test_changed_link_is_told_and_a_changed_note_is_not(client, make, ilo, secretariat, person, clock, mailoutbox):
    """What the calendars of the invited hold would be wrong; what they do not hold changes nothing."""
    meeting = make_announced(make, secretariat, title="Open")
    delivered(clock, mailoutbox)
    answer(meeting, ilo, person, Answer.MAYBE)
    client.force_login(secretariat)

    save(client, meeting, note_en="Bring the reports.")
    assert delivered(clock, mailoutbox, to=person.email) == []
    save(client, meeting, joining_link=LINK)
    save(client, meeting, title_fr="Ouverte")
    (mail,) = delivered(clock, mailoutbox, to=person.email)

    event = event_of(mail)[1]
    assert (event["CONFERENCE"].value, event["SUMMARY"].text, event["SEQUENCE"].value) == (LINK, "Ouverte", "2")
    assert event["ATTENDEE"].parameters["PARTSTAT"] == "TENTATIVE", "what was answered still holds"


def test_change_in_the_administration_is_told_too(client, make, secretariat, person, clock, mailoutbox):
    meeting = make_announced(make, secretariat)
    delivered(clock, mailoutbox)
    client.force_login(secretariat)
    address = reverse("admin:meetings_meeting_change", args=[meeting.pk])

    response = client.post(address, opened(client, address, "meeting_form") | {"place_fr": "Palais, salle XX"})

    assert response.status_code == 302
    (mail,) = delivered(clock, mailoutbox, to=person.email)
    assert event_of(mail)[1]["LOCATION"].text == "Palais, salle XX"


def test_who_is_invited_later_gets_an_invitation_and_who_is_not_any_more_its_end(
    make, ilo, fao, secretariat, person, other_focal_point, clock, mailoutbox
):
    meeting = make_meeting_with_hours(make, state="draft", date="2027-02-10", kind="working_group")
    change_list(meeting, {ilo.pk}, set(), by=secretariat)
    meeting = workflow.MEETING.perform(meeting, "schedule", by=secretariat)
    (invited,) = delivered(clock, mailoutbox)
    assert invited["To"] == person.email

    change_list(meeting, {fao.pk}, {ilo.pk}, by=secretariat)
    said = {
        mail["To"]: (calendar_part(mail).get_param("method"), event_of(mail)[1])
        for mail in delivered(clock, mailoutbox)
    }

    assert said[other_focal_point.email][0] == "REQUEST"
    method, event = said[person.email]
    assert (method, "STATUS" in event) == ("CANCEL", False)
    assert event["UID"].value == event_of(invited)[1]["UID"].value


def save(client, meeting, **changes):
    address = meeting.get_edit_url()
    response = client.post(address, opened(client, address) | changes)
    assert response.status_code == 302
