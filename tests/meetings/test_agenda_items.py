"""An item on its own page: who presents it, what two people write in it, and its section on the page of the meeting."""

from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from meetings import order
from meetings.models import AgendaSection
from tests.factory import in_six_languages
from tests.forms_on_page import choose, opened
from tests.meetings.factory import make_item, make_meeting, make_meeting_with_hours


def edit_page(item):
    return reverse("meetings:item_edit", args=[item.pk])


def presenters(item):
    return [(row.entity and row.entity.code, row.person_name) for row in item.presenters.all()]


def test_several_present_an_item_each_an_entity_or_a_person(editor, make, ilo, fao):
    item = make_item(make, make_meeting(make, is_public=True), presenters=[(ilo, "")])
    typed = opened(editor, edit_page(item)) | {
        "presenter_name_0": "Ana Silva",
        "presenter_1": fao.pk,
        "presenter_3": ilo.pk,  # said already
        "presenter_name_3": "Ana Silva",
        "presenter_name_5": "A guest",
    }

    response = editor.post(edit_page(item), typed)

    assertRedirects(response, reverse("meetings:agenda_edit", args=[item.meeting.slug]))
    assert presenters(item) == [("ILO", "Ana Silva"), ("FAO", ""), (None, "A guest")]
    assert item.presenters_in_words() == "Ana Silva, ILO; FAO; A guest"
    assertContains(editor.get(item.meeting.get_absolute_url()), "; <bdi>A guest</bdi>")
    form = opened(editor, edit_page(item))
    editor.post(edit_page(item), form | {"presenter_0": "", "presenter_name_0": ""})
    assert presenters(item) == [("FAO", ""), (None, "A guest")]


def test_presenters_that_two_people_change_are_compared(editor, colleague, make, ilo, fao):
    item = make_item(make, make_meeting(make), presenters=[(ilo, "")])
    mine, theirs = opened(editor, edit_page(item)), opened(colleague, edit_page(item))
    colleague.post(edit_page(item), theirs | {"presenter_0": fao.pk})

    page = editor.post(edit_page(item), mine | {"presenter_name_0": "Ana Silva", "title_en": "Mine"})

    assert page.status_code == 409
    choose(editor, page, "merge")
    item.refresh_from_db()
    assert (presenters(item), item.title_en) == ([("FAO", "Ana Silva")], "Mine")


def test_item_that_both_rename_shows_both_titles(editor, colleague, make):
    item = make_item(make, make_meeting(make), title="Survey")
    mine, theirs = opened(editor, edit_page(item)), opened(colleague, edit_page(item))
    colleague.post(edit_page(item), theirs | {"title_en": "Theirs"})

    page = editor.post(edit_page(item), mine | {"title_en": "Mine"})

    assertContains(page, "<del>Theirs</del>", status_code=409)
    choose(editor, page, "merge", title_en="Ours")
    item.refresh_from_db()
    assert item.title_en == "Ours"


def test_item_removed_while_another_writes_in_it_shows_what_was_typed(editor, make):
    meeting = make_meeting(make)
    item = make_item(make, meeting)
    url = edit_page(item)
    typed = opened(editor, url) | {"title_en": "My long title"}
    order.remove(meeting, item)

    assertContains(editor.post(url, typed), "My long title", status_code=404)


def add_heading(meeting, title, before):
    AgendaSection.objects.create(meeting=meeting, first_number=before, **in_six_languages("title", title))


def test_page_of_the_meeting_shows_sections_with_their_minutes(client, make):
    meeting = make_meeting_with_hours(make, is_public=True)
    for minutes in (10, 30, 45):
        make_item(make, meeting, minutes=minutes)
    add_heading(meeting, "Results", before=2)
    add_heading(meeting, "Nothing under it", before=9)

    page = client.get(meeting.get_absolute_url())

    assertContains(page, "Results [en]")
    assertContains(page, "75 minutes in this section")
    assertNotContains(page, "Nothing under it")


def test_heading_over_items_for_members_alone_is_hidden_with_them(client, make, focal_point):
    meeting = make_meeting(make, is_public=True)
    make_item(make, meeting, minutes=10)
    for number in (2, 3):
        make_item(make, meeting, minutes=20, is_members_only=number == 2)
    add_heading(meeting, "Closed session", before=2)
    add_heading(meeting, "Results", before=3)

    page = client.get(meeting.get_absolute_url())

    assertNotContains(page, "Closed session")
    assertContains(page, "20 minutes in this section", count=1)
    client.force_login(focal_point)
    assertContains(client.get(meeting.get_absolute_url()), "Closed session [en]")
