"""Sending: each mail by itself, at most once, with patience. Against a mail server that really listens."""

import os
import re
import subprocess
import sys
from datetime import timedelta

import pytest
import time_machine
from django.conf import settings
from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from core import tasks
from core.models import Mail, Notification
from core.models.mail import WAITS
from core.outbox import letters, sending
from core.outbox.delivery import When
from core.outbox.notifications import choose, kinds
from entities.models import Appointment
from tests.core.outbox.samples import tell
from tests.initiatives.factory import make_initiative
from tests.mail_server import MailServer
from tests.resources.factory import make_resource


@pytest.fixture
def server(settings):
    server = MailServer()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
    settings.EMAIL_TIMEOUT = 5
    yield server
    server.stop()


def queue(address="focal@ilo.example", **fields):
    return Mail.objects.create(
        **{"address": address, "subject": "News", "text": "Text", "html": "<p>Text</p>", "language": "en"} | fields
    )


def states():
    return list(Mail.objects.order_by("pk").values_list("state", flat=True))


def test_mail_is_sent_once(db, server):
    mail = queue()

    sending.send_due()
    sending.send_due()

    assert server.addresses == ["focal@ilo.example"]
    mail.refresh_from_db()
    assert (mail.state, mail.attempts) == ("sent", 1)
    assert mail.sent_at is not None


def test_bad_address_in_the_middle_stops_no_other(db, server):
    server.answers["bad@ilo.example"] = "550 no such person"
    for address in ("first@ilo.example", "bad@ilo.example", "last@ilo.example"):
        queue(address)

    sending.send_due()

    assert server.addresses == ["first@ilo.example", "last@ilo.example"]
    assert states() == ["sent", "failed", "sent"]
    assert "no such person" in Mail.objects.get(state="failed").last_error


@pytest.mark.parametrize("address", ["no address", "two@ilo.example\nBcc: x@evil.example", "ü@ü ü"])
def test_address_that_is_none_is_refused_before_the_server_hears_of_it(db, server, address):
    queue(address)
    queue("last@ilo.example")

    sending.send_due()

    assert server.addresses == ["last@ilo.example"]
    assert states() == ["failed", "sent"]


def test_person_whose_account_was_closed_meanwhile_gets_no_mail(db, server, focal_point):
    mail = queue(focal_point.email, person=focal_point)
    type(focal_point).objects.filter(pk=focal_point.pk).update(is_active=False)

    sending.send_due()

    assert (states(), server.addresses) == (["failed"], [])
    mail.refresh_from_db()
    assert mail.last_error == "The account was closed before the mail went."


def test_mail_in_a_language_that_the_portal_no_longer_has_stops_no_other(db, server):
    queue(language="xx")
    queue("last@ilo.example")

    sending.send_due()

    assert states() == ["failed", "sent"]


def test_address_refused_for_now_is_tried_again_with_longer_and_longer_waits(db, server):
    server.answers["later@ilo.example"] = "450 try later"
    mail = queue("later@ilo.example")
    waits = []

    with time_machine.travel(timezone.now(), tick=False) as clock:
        while mail.state == "queued":
            clock.move_to(mail.due_at)
            sending.send_due()
            mail.refresh_from_db()
            if mail.state == "queued":
                waits.append(mail.due_at - timezone.now())

    assert waits == WAITS == [timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 360)]
    assert (mail.state, mail.attempts) == ("failed", 6)


def test_mail_waits_for_its_next_try(db, server):
    server.answers["later@ilo.example"] = "450 try later"
    queue("later@ilo.example")
    sending.send_due()
    server.answers.clear()

    sending.send_due()
    assert server.addresses == []

    with time_machine.travel(timezone.now() + timedelta(minutes=1, seconds=1)):
        sending.send_due()
    assert (server.addresses, states()) == (["later@ilo.example"], ["sent"])


def test_server_out_of_reach_costs_no_try(db, server):
    server.stop()
    mail = queue()

    for _round in range(10):
        sending.send_due()

    mail.refresh_from_db()
    assert (mail.state, mail.attempts) == ("queued", 0)
    assert "refused" in mail.last_error


def test_line_that_breaks_after_the_text_leaves_a_mail_that_is_not_sent_again(db, server):
    """The server has taken it and could not say so: a second try might be a second copy."""
    server.hangs_up_on.add("focal@ilo.example")
    queue()

    for hours in (0, 1, 24):
        with time_machine.travel(timezone.now() + timedelta(hours=hours)):
            tasks.deliver(0)

    assert (server.addresses, states()) == (["focal@ilo.example"], ["uncertain"])


@pytest.mark.django_db(transaction=True)
def test_mail_is_marked_for_all_to_see_before_the_server_hears_of_it(server):
    queue()
    seen = []

    def look():
        """From the thread of the mail server, which has a connection of its own."""
        seen.append(states())
        connection.close()

    server.on_data = look
    sending.send_due()

    assert seen == [["sending"]]


@pytest.mark.django_db(transaction=True)
def test_worker_that_died_while_sending_leaves_a_mail_that_is_not_sent_again(server):
    mail = queue()

    sending.claim(mail.pk)  # and here the worker is killed
    tasks.deliver(0)
    assert states() == ["sending"]  # it might still be at work

    with time_machine.travel(timezone.now() + timedelta(minutes=11)):
        tasks.deliver(0)
    assert (server.addresses, states()) == ([], ["uncertain"])


SENDER = """
import django
django.setup()
from django.conf import settings
from django.db import connection
connection.settings_dict["NAME"] = {database!r}
settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", {port}
from core.outbox import letters, sending
from core.outbox.delivery import When
from core.outbox.notifications import choose, kinds
from entities.models import Appointment
from tests.core.outbox.samples import tell
from tests.initiatives.factory import make_initiative
sending.send_due()
"""


@pytest.mark.django_db(transaction=True)
def test_worker_that_is_killed_while_the_server_takes_the_mail_sends_no_second_copy(server):
    """A process of its own, killed (-9) when the server has the text and has not answered yet."""
    queue()
    queue("next@ilo.example")
    code = SENDER.format(database=connection.settings_dict["NAME"], port=server.port)
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "portal.settings"}
    process = subprocess.Popen([sys.executable, "-c", code], env=environment, cwd=settings.BASE_DIR)
    server.on_data = process.kill
    process.wait(timeout=60)
    server.on_data = None

    assert (server.addresses, states()) == (["focal@ilo.example"], ["sending", "queued"])
    for hours in (0, 1, 24):
        with time_machine.travel(timezone.now() + timedelta(hours=hours)):
            tasks.deliver(0)
    assert server.addresses == ["focal@ilo.example", "next@ilo.example"]
    assert states() == ["uncertain", "sent"]


@pytest.mark.django_db(transaction=True)
def test_mail_that_another_worker_has_is_left_alone(server):
    mail = queue()
    other = connection.copy()
    try:
        other.set_autocommit(False)
        with other.cursor() as cursor:
            cursor.execute("SELECT 1 FROM core_mail WHERE id = %s FOR UPDATE", [mail.pk])
            sending.send_due()
        assert server.addresses == []
    finally:
        other.rollback()
        other.close()

    sending.send_due()
    assert server.addresses == ["focal@ilo.example"]


def test_every_try_carries_the_same_number(db, server):
    server.answers["focal@ilo.example"] = "450 try later"
    mail = queue()
    sending.send_due()
    server.answers.clear()

    with time_machine.travel(timezone.now() + timedelta(minutes=2)):
        sending.send_due()

    assert server.messages[0]["Message-ID"] == mail.message_id


def test_message_has_text_and_html_and_says_that_no_person_wrote_it(db, server):
    queue(language="ar", text="نص", html='<p dir="rtl">نص</p>')

    sending.send_due()

    (message,) = server.messages
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]
    assert message.get_body(("plain",)).get_content().strip() == "نص"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Content-Language"] == "ar"
    assert message["List-Unsubscribe"] is None


def test_link_to_an_account_is_forgotten_once_it_is_gone(db, server):
    server.answers["bad@ilo.example"] = "550 no"
    for address in ("good@ilo.example", "bad@ilo.example"):
        queue(address, text="https://portal/secret", html="https://portal/secret", is_secret=True)

    sending.send_due()

    assert "https://portal/secret" in server.messages[0].get_body().get_content()
    assert states() == ["sent", "failed"]
    assert set(Mail.objects.values_list("text", "html")) == {("", "")}


def test_secret_of_a_mail_that_is_gone_cannot_be_kept(db):
    with pytest.raises(IntegrityError, match="mail_secret_is_forgotten"), transaction.atomic():
        queue(is_secret=True, state="failed")
    queue(is_secret=True)


def test_mail_is_sent_exactly_where_it_has_a_date(db):
    with pytest.raises(IntegrityError, match="mail_sent_has_a_date"), transaction.atomic():
        queue(state="sent")
    with pytest.raises(IntegrityError, match="mail_sent_has_a_date"), transaction.atomic():
        queue(sent_at=timezone.now())
    queue(state="sent", sent_at=timezone.now())


def test_mails_that_went_or_failed_are_forgotten_90_days_later(db):
    long_ago, lately = (timezone.now() - timedelta(days=days) for days in (91, 89))
    for tried_at in (long_ago, lately):
        queue(state="sent", sent_at=tried_at, tried_at=tried_at)
        for state in ("failed", "uncertain"):
            queue(state=state, tried_at=tried_at)
    queue(queued_at=long_ago, tried_at=long_ago)

    tasks.forget_what_is_over(0)

    assert states() == ["sent", "failed", "uncertain", "queued"]
    assert set(Mail.objects.values_list("tried_at", flat=True).exclude(state="queued")) == {lately}


def test_mail_that_waited_names_only_what_its_reader_may_still_see(make, ilo, server):
    person = make.person("focal@ilo.example", ilo)
    choose(person, dict.fromkeys(kinds, When.AT_ONCE))
    draft = make_initiative(make, state="draft", title="Zzsecret", lead=ilo)
    for number, record in enumerate([draft, make_resource(make)]):
        tell(person, record, str(number), reason="Zzreason" if record == draft else "")
    Notification.objects.update(due_at=timezone.now())
    letters.write_due()
    mail = Mail.objects.get()
    assert "Zzsecret" in mail.text

    server.answers[person.email] = "450 try later"
    sending.send_due()
    Appointment.objects.update(ends=timezone.localdate() - timedelta(days=1))
    del server.answers[person.email]
    Mail.objects.update(due_at=timezone.now())
    sending.send_due()

    (message,) = server.messages
    mail.refresh_from_db()
    assert mail.state == "sent"
    assert "Water lessons" in message["Subject"]
    assert not re.search("zzsecret|zzreason", f"{message}{mail.subject}{mail.text}{mail.html}", re.IGNORECASE)


def test_mail_that_waited_and_has_nothing_left_to_tell_does_not_go(make, ilo, server):
    person = make.person("focal@ilo.example", ilo)
    draft = make_initiative(make, state="draft", title="Zzsecret", lead=ilo)
    tell(person, draft, kind="task")
    Notification.objects.update(due_at=timezone.now())
    letters.write_due()

    draft.delete()
    sending.send_due()

    assert (server.messages, states()) == ([], ["failed"])


def test_link_to_a_new_password_goes_at_once_and_not_with_the_round(client, focal_point, server):
    client.post("/fr/accounts/password/reset/", {"email": focal_point.email})

    mail = Mail.objects.get()
    assert (mail.person, mail.language, mail.is_secret, mail.unsubscribe_url) == (focal_point, "fr", True, "")
    job = ProcrastinateJob.objects.get()
    assert (job.task_name, job.args) == ("core.tasks.send_at_once", {"mail_id": mail.pk})
    tasks.send_at_once(**job.args)
    assert "/password/reset/key/" in server.messages[0].get_body(("plain",)).get_content()


@pytest.mark.django_db(transaction=True)
def test_worker_delivers(server):
    """The real worker, once through what waits for it."""
    from procrastinate.contrib.django import app

    mail = queue()
    tasks.send_at_once.defer(mail_id=mail.pk)

    with app.replace_connector(app.connector.get_worker_connector()) as worker_app:
        worker_app.run_worker(wait=False, install_signal_handlers=False, listen_notify=False)

    assert (server.addresses, states()) == (["focal@ilo.example"], ["sent"])


@pytest.mark.django_db(transaction=True)
def test_round_waits_while_a_slow_mail_server_holds_up_the_one_before(server):
    from procrastinate.contrib.django import app

    running = tasks.deliver.defer(timestamp=0)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'doing' WHERE id = %s", [running])
    following = tasks.deliver.defer(timestamp=60)

    with app.replace_connector(app.connector.get_worker_connector()) as worker_app:
        worker_app.run_worker(wait=False, install_signal_handlers=False, listen_notify=False)

    assert ProcrastinateJob.objects.get(pk=following).status == "todo"
