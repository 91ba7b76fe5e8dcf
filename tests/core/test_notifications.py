"""Telling people: once for each event, as each of them chose, and only what they may see."""

import re
import threading
from datetime import datetime, time, timedelta
from email import message_from_bytes, policy
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.utils import timezone, translation
from django.utils.functional import lazy
from django.utils.translation import get_language

from core import tasks
from core.models import Mail, Notification
from core.outbox import letters, notifications
from core.outbox.delivery import When
from core.outbox.notifications import choose, kinds, notify
from core.outbox.words import lines_of
from core.workflow import REGISTRY
from entities.models import Appointment
from resources.workflow import RESOURCE
from tests.factory import in_six_languages
from tests.initiatives.factory import make_initiative
from tests.resources.factory import make_resource

NOON = datetime(2026, 11, 24, 12, tzinfo=ZoneInfo("Europe/Zurich"))  # a Tuesday


@pytest.fixture
def person(make, ilo):
    """A focal point in Geneva who is told of everything at once."""
    person = make.person("focal@ilo.example", ilo, full_name="Leïla", time_zone="Europe/Zurich")
    choose(person, dict.fromkeys(kinds, When.AT_ONCE))
    return person


@pytest.fixture
def clock():
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


def tell(person, record, key="1", kind="moved", event="withdraw", **params):
    notify([person], kind, record, key, workflow="resource", event=event, **params)


def written(clock=None, after=timedelta(minutes=2)):
    """The mails that are written by then."""
    if clock:
        clock.shift(after)
    letters.write_due()
    return list(Mail.objects.order_by("pk"))


# Once


def test_same_event_is_told_once(person, make):
    resource = make_resource(make)

    for _time in range(3):
        tell(person, resource, "transition:1")

    assert Notification.objects.count() == 1


def test_same_event_twice_makes_no_second_mail(person, make, clock):
    resource = make_resource(make)
    tell(person, resource)
    written(clock)
    tell(person, resource)

    assert len(written(clock)) == 1


def test_database_holds_no_event_twice_for_a_person(person, make):
    tell(person, make_resource(make))
    (row,) = Notification.objects.all()
    row.pk = None

    with pytest.raises(IntegrityError, match="notification_once"), transaction.atomic():
        row.save()


def test_what_was_read_does_not_wait_for_a_mail(person, make):
    tell(person, make_resource(make))

    with pytest.raises(IntegrityError, match="notification_due_is_neither_sent_nor_read"), transaction.atomic():
        Notification.objects.update(read_at=timezone.now())


def test_who_did_it_is_not_told(person, make):
    notify([person], "moved", make_resource(make), "1", by=person)

    assert not Notification.objects.exists()


def test_every_kind_of_the_workflows_can_be_chosen():
    used = {transition.kind for workflow in REGISTRY.values() for transition in workflow.transitions}

    assert used <= set(kinds)
    assert set(kinds) == {"task", "moved", "meeting", "cycle", "comment", "partner"}


# When


def test_burst_about_a_record_makes_one_mail(person, make, clock):
    resource = make_resource(make)
    for number, event in enumerate(["withdraw", "publish", "withdraw"]):
        tell(person, resource, str(number), event=event)
        clock.shift(timedelta(seconds=30))

    assert written() == []
    (mail,) = written(clock, timedelta(seconds=30))

    assert mail.text.count(f"/en/resources/{resource.slug}/") == 1
    assert mail.subject == "Water lessons [en] – 3 pieces of news"
    assert Notification.objects.filter(mail=mail).count() == 3


def test_several_records_come_in_one_mail_with_a_section_each(person, make, clock):
    for number in range(2):
        tell(person, make_resource(make, **in_six_languages("title", f"Lessons {number}")), str(number))

    (mail,) = written(clock)

    assert mail.subject == "2 messages from the SSTC Mechanism"
    assert re.findall(r"Lessons \d \[en\]", mail.text) == ["Lessons 0 [en]", "Lessons 1 [en]"]


def test_what_happened_again_is_said_once_with_its_number(person, make, clock):
    resource = make_resource(make)
    for number in range(3):
        tell(person, resource, str(number))

    (mail,) = written(clock)

    assert mail.text.count(str(RESOURCE["withdraw"].done)) == 1
    assert f"{RESOURCE['withdraw'].done} 3×" in mail.text


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (When.AT_ONCE, NOON + timedelta(minutes=2)),
        (When.DAILY, NOON.replace(day=25, hour=7)),
        (When.WEEKLY, NOON.replace(day=30, hour=7)),
    ],
)
def test_mail_comes_when_the_person_chose(person, make, clock, when, expected):
    choose(person, {"moved": when})
    tell(person, make_resource(make))

    clock.move_to(expected - timedelta(seconds=1))
    assert written() == []
    clock.move_to(expected)
    assert len(written()) == 1


def test_who_chose_no_mail_is_told_on_the_site_only(person, make, clock):
    choose(person, {"moved": When.OFF})
    tell(person, make_resource(make))

    assert written(clock, timedelta(days=30)) == []
    assert person.notifications.unread().count() == 1


def test_quiet_hours_hold_back_what_is_due_at_once(person, make, clock):
    clock.move_to(NOON.replace(hour=23))
    tell(person, make_resource(make))

    assert written(clock, timedelta(hours=7, minutes=59)) == []
    assert len(written(clock, timedelta(minutes=1))) == 1


def test_change_of_choices_holds_for_what_waits_already(person, make, clock):
    choose(person, {"moved": When.WEEKLY})
    tell(person, make_resource(make))

    choose(person, {"moved": When.AT_ONCE})
    assert len(written(clock)) == 1

    tell(person, make_resource(make, **in_six_languages("title", "Other")), "2")
    choose(person, {"moved": When.OFF})
    assert len(written(clock, timedelta(days=30))) == 1


def test_what_was_read_on_the_site_is_not_mailed(person, make, clock):
    tell(person, make_resource(make))
    person.notifications.mark_read()

    assert written(clock) == []


def test_closed_account_gets_no_mail(person, make, clock):
    tell(person, make_resource(make))
    person.is_active = False
    person.save()

    assert written(clock) == []


def test_letter_that_cannot_be_written_keeps_no_other(person, make, ilo, clock):
    other = make.person("other@ilo.example", ilo)
    choose(other, {"moved": When.AT_ONCE})
    for reader in (person, other):
        tell(reader, make_resource(make))
    Notification.objects.of(person).update(params="not what it should be")

    assert [mail.address for mail in written(clock)] == ["other@ilo.example"]


@pytest.mark.django_db(transaction=True)
def test_two_workers_that_write_at_once_put_each_notification_into_one_mail(person, make):
    for number in range(20):
        tell(person, make_resource(make), str(number))
    Notification.objects.update(due_at=timezone.now())
    start = threading.Barrier(2)

    def write():
        start.wait()
        letters.write_due()
        connection.close()

    threads = [threading.Thread(target=write) for _worker in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert Notification.objects.waiting().count() == 0
    assert Notification.objects.exclude(mail=None).count() == 20
    assert sum(mail.notifications.count() for mail in Mail.objects.all()) == 20


def test_letter_is_not_longer_than_one_can_read(person, make, clock):
    for number in range(70):
        tell(person, make_resource(make), str(number), event="publish" if number % 2 else "withdraw")

    (mail,) = written(clock)

    assert "10 more are on the site" in mail.text
    assert mail.notifications.count() == 70


# What


def test_mail_is_in_the_language_of_the_reader(person, make, clock):
    person.language = "ar"
    person.save()
    tell(person, make_resource(make), reason="Lien mort")

    with translation.override("es"):
        (mail,) = written(clock)

    assert (mail.language, "Water lessons [ar]" in mail.subject) == ("ar", True)
    assert '<html lang="ar" dir="rtl">' in mail.html
    assert "/ar/resources/" in mail.text
    assert "Lien mort" in mail.text


def test_sentence_is_in_the_language_of_the_reader_too(person, make, clock, monkeypatch):
    person.language = "fr"
    person.save()
    monkeypatch.setitem(notifications.sentences, "spoken", lazy(lambda: f"spoken in {get_language()}", str)())
    notify([person], "moved", make_resource(make), "1", sentence="spoken")

    (mail,) = written(clock)

    assert "spoken in fr" in mail.subject
    assert "spoken in fr" in mail.text
    assert "spoken in fr" in mail.html


def test_text_of_a_mail_has_no_markup_and_says_when_in_the_city_of_the_reader(person, make, clock):
    tell(person, make_resource(make))

    (mail,) = written(clock)

    assert "<" not in mail.text
    assert "(24\xa0November 2026, 12:00)" in mail.text


def test_title_in_another_language_says_so(person, make, clock):
    titles = dict.fromkeys(in_six_languages("title", ""), "") | {"title_es": "Lecciones de agua"}
    tell(person, make_resource(make, **titles))

    (mail,) = written(clock)

    assert '<span lang="es" dir="ltr">Lecciones de agua</span>' in mail.html
    assert mail.subject.startswith("Lecciones de agua – ")


def test_line_break_in_a_title_makes_no_header(person, make, clock, mailoutbox):
    tell(person, make_resource(make, **in_six_languages("title", "Water\r\nBcc: everybody@evil.example\n\nText")))

    written(clock)
    tasks.deliver(0)

    (message,) = mailoutbox
    headers = message_from_bytes(message.message().as_bytes(), policy=policy.default)
    assert headers["Bcc"] is None
    assert headers["Subject"].strip().startswith("Water Bcc: everybody@evil.example Text [en]")
    assert message.recipients() == [person.email]


def test_markup_in_a_title_or_a_reason_stays_text(person, make, clock):
    resource = make_resource(make, **in_six_languages("title", "<b>Water</b>"))
    tell(person, resource, reason="<script>alert(1)</script>")

    (mail,) = written(clock)

    assert "&lt;b&gt;Water" in mail.html
    assert "<script" not in mail.html
    assert "<script>alert(1)</script>" in mail.text


def test_mail_loads_nothing_from_elsewhere(person, make, clock):
    tell(person, make_resource(make))

    (mail,) = written(clock)

    assert re.findall(r"<img|<link|url\(|src=", mail.html) == []


def test_event_that_the_portal_no_longer_knows_still_happened(person, make):
    tell(person, make_resource(make), event="burn")

    (line,) = lines_of(Notification.objects.all(), person)

    assert line.sentence == "Something has changed."


# Rights


SECRETS = re.compile("zzsecret|zzreason", re.IGNORECASE)


@pytest.fixture
def hidden(person, make, ilo, secretariat):
    """A draft that its entity's people were told about, one of whom does not serve it any more."""
    draft = make_initiative(make, state="draft", title="Zzsecret", lead=ilo)
    notify([person], "task", draft, "1", workflow="initiative", event="return", reason="Zzreason")
    Appointment.objects.filter(user=person).update(ends=timezone.localdate() - timedelta(days=1))
    return draft


def test_record_that_one_may_no_longer_see_is_not_named_in_a_mail(person, hidden, make):
    resource = make_resource(make)
    tell(person, resource, "2")

    with time_machine.travel(timezone.now() + timedelta(days=2)):
        (mail,) = written()

    assert "Water lessons" in mail.text
    assert not SECRETS.search(mail.subject + mail.text + mail.html)


def test_mail_that_would_name_nothing_is_not_written(person, hidden):
    with time_machine.travel(timezone.now() + timedelta(days=2)):
        assert written() == []


def test_record_that_one_may_no_longer_see_is_not_named_on_the_site(client, person, hidden):
    client.force_login(person)

    page = client.get("/en/desk/notifications/").text

    assert "A record that you can no longer see" in page
    assert not SECRETS.search(page)
    opened = client.get(f"/en/desk/notifications/{person.notifications.get().pk}/open/")
    assert opened["Location"] == "/en/desk/notifications/"


def test_record_that_is_gone_is_not_named(person, hidden):
    hidden.delete()

    (line,) = lines_of(Notification.objects.all(), person)

    assert (line.record, line.reason) == (None, "")


# Unsubscribing


@pytest.fixture
def unsubscribe_url(person, make, clock, mailoutbox):
    tell(person, make_resource(make))
    written(clock)
    tasks.deliver(0)
    address = mailoutbox[0].message()["List-Unsubscribe"]
    return address.strip("<>").removeprefix("http://127.0.0.1:8000")


@pytest.fixture
def program():
    """A mail program: no cookie, no token of a form."""
    return Client(enforce_csrf_checks=True)


def chosen(person):
    return notifications.choices_of(person)["moved"]


def test_mail_can_be_stopped_with_one_click(unsubscribe_url, program, person, mailoutbox):
    headers = mailoutbox[0].message()
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert headers["List-Id"].endswith("<notifications.127.0.0.1>")

    response = program.post(unsubscribe_url, {"List-Unsubscribe": "One-Click"})

    assert response.status_code == 200
    assert chosen(person) == When.OFF
    assert notifications.choices_of(person)["task"] == When.AT_ONCE


def test_mail_scanner_that_follows_the_link_stops_nothing(unsubscribe_url, program, person):
    page = program.get(unsubscribe_url)

    assert "A record I work on has moved" in page.text
    assert "Something waits for me" not in page.text
    assert program.head(unsubscribe_url).status_code == 200
    assert chosen(person) == When.AT_ONCE


def test_stopping_can_be_undone(unsubscribe_url, program, person):
    choose(person, {"moved": When.WEEKLY})
    page = program.post(unsubscribe_url).text
    assert chosen(person) == When.OFF

    program.post(re.search(r'action="([^"]+/undo/)"', page)[1])

    assert chosen(person) == When.WEEKLY


def test_link_to_stop_signs_nobody_in(unsubscribe_url, program):
    program.post(unsubscribe_url)

    assert "_auth_user_id" not in program.session
    assert program.get("/en/desk/").status_code == 302


def test_link_of_a_closed_account_does_nothing(unsubscribe_url, program, person):
    person.is_active = False
    person.save()

    assert program.post(unsubscribe_url).status_code == 404


def test_link_works_years_later(unsubscribe_url, program, person, clock):
    clock.shift(timedelta(days=2000))

    assert program.post(unsubscribe_url).status_code == 200
    assert chosen(person) == When.OFF


@pytest.mark.parametrize(
    "change", [lambda token: token[:-1], lambda token: "x" + token, lambda token: "WzEsWyJtb3ZlZCJdXQ"]
)
def test_token_that_is_not_ours_does_nothing(unsubscribe_url, program, person, change):
    *start, token, _end = unsubscribe_url.split("/")

    assert program.post("/".join([*start, change(token), ""])).status_code == 404
    assert chosen(person) == When.AT_ONCE


def test_token_that_stops_does_not_undo(unsubscribe_url, program):
    assert program.post(f"{unsubscribe_url}undo/").status_code == 404


# The quiet hours themselves


@pytest.mark.parametrize(("quiet_from", "quiet_to"), [(time(20), None), (None, time(7)), (time(7), time(7))])
def test_quiet_hours_need_two_different_ends(person, quiet_from, quiet_to):
    person.quiet_from, person.quiet_to = quiet_from, quiet_to

    with pytest.raises(IntegrityError, match="user_quiet_hours_begin_and_end"), transaction.atomic():
        person.save()

    person.quiet_from = person.quiet_to = None
    person.save()
