"""Templates: the secretariat keeps an agenda and settings to start from."""

from datetime import time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django.asserts import assertContains, assertRedirects

from meetings.models import MeetingTemplate, TemplateItem
from tests.forms_on_page import opened
from tests.meetings.factory import make_item, make_meeting_with_hours, make_series, make_template

NEW, LIST = reverse("meetings:template_create"), reverse("meetings:template_list")


def agenda(template):
    return [(item.number, item.title_en, item.minutes) for item in TemplateItem.objects.filter(template=template)]


def test_template_and_its_agenda_are_made_and_changed_on_one_page(editor):
    page = opened(editor, NEW) | {"title_en": "Quarterly", "items-0-title_en": "Opening", "items-0-minutes": "10"}

    response = editor.post(NEW, page)

    assertRedirects(response, LIST)
    template = MeetingTemplate.objects.get()
    assert agenda(template) == [(1, "Opening", 10)]
    page = opened(editor, template.get_edit_url()) | {"items-1-title_en": "Closing", "items-0-DELETE": "on"}
    editor.post(template.get_edit_url(), page)
    assert agenda(template) == [(2, "Closing", None)]


def test_template_without_title_in_its_language_is_refused_and_nothing_is_half_saved(editor):
    page = opened(editor, NEW) | {
        "original_language": "fr",
        "title_en": "Only English",
        "items-0-title_fr": "Ouverture",
    }

    response = editor.post(NEW, page)

    assertContains(response, "Write this text in Français, the original language of the record.")
    assertContains(response, "Ouverture")
    assert not TemplateItem.objects.exists()


def test_meeting_is_saved_as_a_template(editor, make):
    meeting = make_meeting_with_hours(make, title="Spring", kind="webinar")
    make_item(make, meeting, number=3, title="Closed", minutes=30, is_members_only=True)
    start = f"{NEW}?meeting={meeting.slug}"

    editor.post(start, opened(editor, start))

    template = MeetingTemplate.objects.get()
    assert (template.title_ar, template.kind, template.start_time) == ("Spring [ar]", "webinar", time(10))
    assert agenda(template) == [(3, "Closed [en]", 30)]
    assert template.items.get().is_members_only


def test_two_officers_change_the_same_template(editor, colleague, make):
    template = make_template(make, "Opening")
    page = opened(editor, template.get_edit_url())
    colleague.post(template.get_edit_url(), page | {"items-0-title_en": "Theirs"})

    response = editor.post(template.get_edit_url(), page | {"items-0-title_en": "Mine"})

    assertContains(response, "Theirs", status_code=409)
    assert agenda(template) == [(1, "Theirs", 20)]


def test_template_is_removed_unless_a_series_begins_with_it(editor, make):
    template, used = make_template(make, "Opening"), make_template(make)
    make_series(make, template=used, title="Focal points")
    address = reverse("meetings:template_delete", args=[template.pk])

    editor.post(address, opened(editor, address))
    page = editor.get(reverse("meetings:template_delete", args=[used.pk]))

    assert list(MeetingTemplate.objects.all()) == [used]
    assertContains(page, "Focal points")
    refused = editor.post(reverse("meetings:template_delete", args=[used.pk]), {"version": used.version})
    assert refused.status_code == 403


@pytest.mark.parametrize("rows", [1, 3])
def test_list_asks_for_its_rows_once_whether_it_has_one_or_three(editor, make, rows):
    """Of the page's queries only its own: what the head of the page counts for an officer belongs to other rooms."""
    for _number in range(rows):
        make_template(make, "Opening", "Closing")

    with CaptureQueriesContext(connection) as queries:
        page = editor.get(LIST)

    assertContains(page, "2 agenda items", count=rows)
    own = [query for query in queries if "template" in query["sql"]]
    assert len(own) == 2, "how many there are, and those of this page"
