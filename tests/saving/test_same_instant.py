"""Somebody saves between the check and the write of a save: the person is shown both texts, and gets no error."""

import threading

import pytest
from django.db import connection
from django.db.models.signals import pre_save
from pytest_django.asserts import assertContains

from meetings.models import AgendaItem, Meeting
from tests.forms_on_page import choose, opened
from tests.meetings.factory import make_item, make_meeting


def in_another_connection(write):
    def work():
        write()
        connection.close()

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()


@pytest.fixture
def overtaken():
    """overtaken(write): `write` happens once, by another connection, when the next meeting is about to be written."""
    receivers = []

    def overtaken(write):
        def receiver(**kwargs):
            pre_save.disconnect(receiver, sender=Meeting)
            in_another_connection(write)

        receivers.append(receiver)
        pre_save.connect(receiver, sender=Meeting)

    yield overtaken
    for receiver in receivers:
        pre_save.disconnect(receiver, sender=Meeting)


@pytest.mark.django_db(transaction=True)
def test_row_that_is_saved_between_check_and_write_is_compared(client, make, overtaken):
    officer = make.officer()
    meeting = make_meeting(make, state="draft")
    item = make_item(make, meeting)
    client.force_login(officer)
    url = meeting.get_edit_url()
    sent = opened(client, url) | {"title_en": "My meeting", "items-0-title_en": "Mine"}
    overtaken(lambda: AgendaItem.objects.filter(pk=item.pk).update(title_en="Theirs"))

    page = client.post(url, sent)

    assertContains(page, "<del>Theirs</del>", status_code=409)
    assertContains(page, "<ins>Mine</ins>", status_code=409)
    meeting.refresh_from_db()
    assert meeting.title_en != "My meeting"
    choose(client, page, "overwrite")
    item.refresh_from_db()
    assert item.title_en == "Mine"
