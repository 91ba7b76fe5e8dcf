"""Mails are stopped with one click, without a sign-in."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from core import tasks
from core.outbox import notifications
from core.outbox.delivery import When
from core.outbox.notifications import choose
from tests.core.outbox.samples import tell, written
from tests.resources.factory import make_resource


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
