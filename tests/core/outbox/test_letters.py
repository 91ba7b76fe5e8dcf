"""What a mail says: in the language of its reader, and only what the reader may see."""

import re
from datetime import timedelta
from email import message_from_bytes, policy

import pytest
import time_machine
from django.utils import timezone, translation
from django.utils.functional import lazy
from django.utils.translation import get_language

from core import tasks
from core.models import Notification
from core.outbox import notifications
from core.outbox.notifications import notify
from core.outbox.words import lines_of
from entities.models import Appointment
from tests.core.outbox.samples import tell, written
from tests.factory import in_six_languages
from tests.initiatives.factory import make_initiative
from tests.resources.factory import make_resource


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
