"""Somebody saves between the check and the write of a save: the person is shown both texts, and gets no error."""

import pytest
from pytest_django.asserts import assertContains

from meetings.models import AgendaItem, Meeting
from tests.forms_on_page import choose, opened
from tests.meetings.factory import make_item, make_meeting


@pytest.mark.django_db(transaction=True)
def test_row_that_is_saved_between_check_and_write_is_compared(client, make, overtaken):
    officer = make.officer()
    meeting = make_meeting(make, state="draft")
    item = make_item(make, meeting)
    client.force_login(officer)
    url = meeting.get_edit_url()
    sent = opened(client, url) | {"title_en": "My meeting", "items-0-title_en": "Mine"}
    overtaken(Meeting, lambda _meeting: AgendaItem.objects.filter(pk=item.pk).update(title_en="Theirs"))

    page = client.post(url, sent)

    assertContains(page, "<del>Theirs</del>", status_code=409)
    assertContains(page, "<ins>Mine</ins>", status_code=409)
    meeting.refresh_from_db()
    assert meeting.title_en != "My meeting"
    choose(client, page, "overwrite")
    item.refresh_from_db()
    assert item.title_en == "Mine"
