"""Reminders of action points: at their day, once, to those who can act, until the point is settled or moved."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from core.models import Mail, Notification
from core.outbox import letters
from meetings import reminders
from meetings.models import ActionPoint
from meetings.workflow import ACTION_POINT
from tests.forms_on_page import fields_of
from tests.meetings.factory import make_action_point, make_meeting

# A Wednesday.
DUE = date(2026, 12, 16)


@pytest.fixture
def meeting(make):
    return make_meeting(make, state="adopted", date="2026-09-16")


@pytest.fixture
def point(make, meeting, ilo):
    return make_action_point(make, meeting, ilo, due=DUE)


def told(sentence):
    """E-mail addresses of those who were told, once for each time."""
    found = Notification.objects.filter(params__sentence=sentence).order_by("person__email")
    return [notification.person.email for notification in found]


def run(days_before):
    reminders.remind(DUE - timedelta(days=days_before))


def test_each_step_reaches_those_who_can_act_once(point, focal_point, alternate, contributor, other_focal_point):
    both = [alternate.email, focal_point.email]

    for days_before in range(20, -8, -1):
        for _time in range(2):
            run(days_before)

    assert told("due_in_14") == [focal_point.email]
    assert told("due_in_7") == both
    assert told("due_in_1") == both
    assert told("due_passed") == both


def test_day_on_which_the_worker_stood_still_is_made_up_for(point, focal_point):
    run(12)
    run(5)
    run(0)
    run(-3)

    assert [told(step.sentence) for step in reminders.STEPS] == [[focal_point.email]] * 4


def test_owners_are_told_of_what_is_written_in_the_admin_once(client, make, secretariat, ilo, focal_point):
    meeting = make_meeting(make, state="record_preparation", date="2026-09-16")
    client.force_login(secretariat)
    add = reverse("admin:meetings_actionpoint_add")
    typed = {"meeting": meeting.pk, "owners": [ilo.pk], "due": DUE, "text_en": "Share the note."}

    client.post(add, fields_of(client.get(add), "actionpoint_form") | typed)

    point = ActionPoint.objects.get()
    assert (told("owns_action_point"), told("due_moved")) == ([focal_point.email], [])
    change = reverse("admin:meetings_actionpoint_change", args=[point.pk])
    client.post(change, fields_of(client.get(change), "actionpoint_form") | {"due": DUE + timedelta(days=1)})
    assert (told("owns_action_point"), told("due_moved")) == ([focal_point.email], [focal_point.email])


def test_nothing_is_said_between_the_steps_or_without_a_date(make, meeting, ilo, point, focal_point):
    make_action_point(make, meeting, ilo, due=None)

    for days_before in (15, 11, 8, 4, 2, -4):
        run(days_before)

    assert not Notification.objects.filter(person=focal_point).exists()


def test_settled_action_point_is_not_reminded_of(point, focal_point):
    ACTION_POINT.perform(point, "report_done", by=focal_point, reason="Done.")
    Notification.objects.all().delete()

    for days_before in (14, 7, 1, -1):
        run(days_before)

    assert not Notification.objects.exists()


def test_moved_action_point_is_reminded_of_at_its_new_date(point, focal_point):
    run(7)
    point.due = DUE + timedelta(days=14)
    point.save()

    run(1)
    assert told("due_in_1") == []
    run(-7)
    assert told("due_in_7") == [focal_point.email] * 2


@pytest.mark.parametrize("what", ["moved", "reported", "withdrawn"])
def test_reminder_that_still_waits_for_its_mail_is_called_back(point, focal_point, secretariat, what):
    run(7)
    waiting = Notification.objects.of(focal_point).waiting().filter(kind=reminders.KIND)
    assert waiting.count() == 1

    if what == "moved":
        point.due = DUE + timedelta(days=14)
        point.save()
        reminders.tell_saved(point, by=secretariat, is_moved=True)
    else:
        event, by = {"reported": ("report_done", focal_point), "withdrawn": ("withdraw", secretariat)}[what]
        ACTION_POINT.perform(point, event, by=by, reason="Sent.")

    assert not waiting.exists()


def test_secretariat_gets_one_mail_on_mondays_with_all_that_is_overdue(make, meeting, ilo, fao, secretariat):
    monday = date(2026, 12, 21)
    for owner in (ilo, fao):
        make_action_point(make, meeting, owner, due=DUE)
    make_action_point(make, meeting, ilo, due=monday)
    make_action_point(make, meeting, ilo, due=DUE, state="withdrawn")

    for day in range(-6, 2):
        reminders.remind(monday + timedelta(days=day))
    assert told("overdue") == [secretariat.email] * 2
    Notification.objects.update(due_at="2026-12-21T12:00Z")
    letters.write_to(secretariat.pk, Notification.objects.first().due_at)
    assert "AP-2026-001" in Mail.objects.get().text
    assert "AP-2026-002" in Mail.objects.get().text

    reminders.remind(monday + timedelta(days=7))
    unread = Notification.objects.of(secretariat).unread().filter(params__sentence="overdue")
    assert unread.count() == 3  # the lines of last week made way


def test_mail_is_in_the_language_of_its_reader(point, focal_point):
    focal_point.language = "fr"
    focal_point.save()
    run(7)

    Notification.objects.update(due_at="2026-12-09T12:00Z")
    letters.write_to(focal_point.pk, Notification.objects.first().due_at)

    mail = Mail.objects.get()
    assert (mail.language, mail.address) == ("fr", focal_point.email)
    assert point.number in mail.subject
