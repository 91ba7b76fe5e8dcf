"""Telling people: once for each event, and mailed as each of them chose."""

import re
import threading
from datetime import time, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from core import tasks
from core.models import Mail, Notification
from core.outbox import letters
from core.outbox.delivery import When
from core.outbox.notifications import choose, kinds, notify
from core.workflow import REGISTRY
from resources.workflow import RESOURCE
from tests.core.outbox.samples import NOON, tell, written
from tests.factory import in_six_languages
from tests.resources.factory import make_resource

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
    assert set(kinds) == {"task", "moved", "meeting", "due", "record", "cycle", "comment", "partner"}


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


# Forgetting


def test_notifications_are_forgotten_90_days_after_they_were_read(person, make, clock):
    resource = make_resource(make)
    for key, days in {"old": 91, "read": 89, "unread": None}.items():
        tell(person, resource, key)
        if days:
            read_at = timezone.now() - timedelta(days=days)
            Notification.objects.filter(key=key).update(read_at=read_at, due_at=None)
    Notification.objects.update(created_at=timezone.now() - timedelta(days=200))

    tasks.forget_what_is_over(0)

    assert set(Notification.objects.values_list("key", flat=True)) == {"read", "unread"}


# The quiet hours themselves


@pytest.mark.parametrize(("quiet_from", "quiet_to"), [(time(20), None), (None, time(7)), (time(7), time(7))])
def test_quiet_hours_need_two_different_ends(person, quiet_from, quiet_to):
    person.quiet_from, person.quiet_to = quiet_from, quiet_to

    with pytest.raises(IntegrityError, match="user_quiet_hours_begin_and_end"), transaction.atomic():
        person.save()

    person.quiet_from = person.quiet_to = None
    person.save()
