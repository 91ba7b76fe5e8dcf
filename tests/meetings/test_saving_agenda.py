"""Two officers write one agenda at once: rows change, move, come and go, and nothing is lost silently."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertRedirects

from meetings.models import AgendaItem
from tests.forms_on_page import choose, opened
from tests.meetings.factory import make_attendance, make_document, make_item, make_meeting


@pytest.fixture
def meeting(make):
    meeting = make_meeting(make, state="draft")
    for title in ("Opening", "Survey", "Closing"):
        make_item(make, meeting, title=title)
    return meeting


@pytest.fixture
def write(editor, colleague, meeting):
    """write(mine={…}, theirs={…}): both open the agenda, the colleague saves first; the answer to the editor."""

    def write(mine, theirs):
        url = meeting.get_edit_url()
        own, other = opened(editor, url), opened(colleague, url)
        assertRedirects(colleague.post(url, other | fields(theirs)), meeting.get_absolute_url())
        return editor.post(url, own | fields(mine))

    return write


def fields(changes):
    """{"1.title_en": text} -> {"items-1-title_en": text}; other names are those of the meeting."""
    return {f"items-{name.replace('.', '-', 1)}" if name[0].isdigit() else name: text for name, text in changes.items()}


def agenda(meeting):
    return [(item.number, item.title_en) for item in AgendaItem.objects.filter(meeting=meeting).order_by("number")]


BEFORE = [(1, "Opening [en]"), (2, "Survey [en]"), (3, "Closing [en]")]


def test_different_items_are_saved_without_a_question(write, meeting):
    response = write({"0.title_en": "Welcome"}, {"2.title_en": "Farewell"})

    assertRedirects(response, meeting.get_absolute_url())
    assert agenda(meeting) == [(1, "Welcome"), (2, "Survey [en]"), (3, "Farewell")]


def test_same_item_changed_by_both_stops_the_whole_save(write, meeting):
    page = write({"1.title_en": "Mine", "0.title_en": "Welcome", "title_en": "My meeting"}, {"1.title_en": "Theirs"})

    assertContains(page, "<del>Theirs</del>", status_code=409)
    assertContains(page, "<ins>Mine</ins>", status_code=409)
    meeting.refresh_from_db()
    assert agenda(meeting) == [(1, "Opening [en]"), (2, "Theirs"), (3, "Closing [en]")]
    assert meeting.title_en != "My meeting"


def test_same_item_is_merged_and_everything_else_that_was_typed_is_saved_with_it(editor, write, meeting):
    page = write({"1.title_en": "Mine", "0.title_en": "Welcome", "title_en": "My meeting"}, {"1.title_en": "Theirs"})

    choose(editor, page, "merge", items__1__title_en="Ours")

    meeting.refresh_from_db()
    assert agenda(meeting) == [(1, "Welcome"), (2, "Ours"), (3, "Closing [en]")]
    assert meeting.title_en == "My meeting"


def test_same_item_keeps_the_stored_text_where_one_chooses_so(editor, write, meeting):
    page = write({"1.title_en": "Mine", "0.title_en": "Welcome"}, {"1.title_en": "Theirs"})

    choose(editor, page, "merge", use__items__1__title_en="stored")

    assert agenda(meeting) == [(1, "Welcome"), (2, "Theirs"), (3, "Closing [en]")]


def test_one_reorders_while_the_other_edits_an_item(editor, write, meeting):
    page = write({"0.number": "2", "1.number": "1"}, {"1.title_en": "Survey of entities"})

    assertContains(page, "Changed by the other person only: it stays", status_code=409)
    assertContains(page, "Changed by you only: it will be saved", status_code=409)
    choose(editor, page, "merge")

    assert agenda(meeting) == [(1, "Survey of entities"), (2, "Opening [en]"), (3, "Closing [en]")]


def test_one_edits_an_item_while_the_other_reorders(editor, write, meeting):
    page = write({"1.title_en": "Survey of entities"}, {"0.number": "2", "1.number": "1"})

    choose(editor, page, "overwrite")

    assert agenda(meeting) == [(1, "Survey of entities"), (2, "Opening [en]"), (3, "Closing [en]")]


def test_both_reorder_the_same_items_differently(editor, write, meeting):
    page = write({"0.number": "3", "2.number": "1"}, {"0.number": "2", "1.number": "1"})

    assert page.status_code == 409
    assert agenda(meeting) == [(1, "Survey [en]"), (2, "Opening [en]"), (3, "Closing [en]")]
    refused = choose(editor, page, "overwrite")
    # The numbers of both together would be 1, 1, 3: the form says so, and keeps them.
    assertContains(refused, "Two items have the number 1.")


def test_item_that_the_other_removed_and_nobody_else_touched_stays_removed(write, meeting):
    response = write({"0.title_en": "Welcome"}, {"1.DELETE": "on"})

    assertRedirects(response, meeting.get_absolute_url())
    assert agenda(meeting) == [(1, "Welcome"), (3, "Closing [en]")]


def test_item_that_the_other_removed_is_shown_with_the_own_text(write, meeting):
    page = write({"1.title_en": "My long text", "0.title_en": "Welcome"}, {"1.DELETE": "on"})

    assertContains(page, "Somebody else removed this row while you were writing in it.", status_code=409)
    assertContains(page, "My long text", status_code=409)
    assert agenda(meeting) == [(1, "Opening [en]"), (3, "Closing [en]")]


@pytest.mark.parametrize("resolve", ["merge", "overwrite"])
def test_item_that_the_other_removed_is_added_again(editor, write, meeting, resolve):
    page = write({"1.title_en": "My long text", "0.title_en": "Welcome"}, {"1.DELETE": "on"})

    choose(editor, page, resolve)

    assert agenda(meeting) == [(1, "Welcome"), (2, "My long text"), (3, "Closing [en]")]


def test_item_that_the_other_removed_is_left_removed(editor, write, meeting):
    page = write({"1.title_en": "My long text", "2.title_en": "Farewell"}, {"1.DELETE": "on"})

    choose(editor, page, "merge", use__items__1="stored")

    assert agenda(meeting) == [(1, "Opening [en]"), (3, "Farewell")]


def test_item_that_one_removes_is_not_removed_unseen_when_the_other_changed_it(write, meeting):
    page = write({"1.DELETE": "on"}, {"1.title_en": "Theirs"})

    assertContains(page, "You removed this row. Somebody else changed it meanwhile", status_code=409)
    assertContains(page, "Theirs", status_code=409)
    assert (2, "Theirs") in agenda(meeting)


def test_item_is_removed_once_one_has_seen_the_change(editor, write, meeting):
    page = write({"1.DELETE": "on"}, {"1.title_en": "Theirs"})

    choose(editor, page, "merge")

    assert agenda(meeting) == [BEFORE[0], BEFORE[2]]


def test_item_is_kept_as_the_other_changed_it(editor, write, meeting):
    page = write({"1.DELETE": "on", "0.title_en": "Welcome"}, {"1.title_en": "Theirs"})

    choose(editor, page, "merge", use__items__1="stored")

    assert agenda(meeting) == [(1, "Welcome"), (2, "Theirs"), (3, "Closing [en]")]


def test_both_remove_the_same_item(write, meeting):
    assertRedirects(write({"1.DELETE": "on"}, {"1.DELETE": "on"}), meeting.get_absolute_url())

    assert agenda(meeting) == [BEFORE[0], BEFORE[2]]


def test_both_add_an_item_and_both_are_kept(write, meeting):
    response = write({"3.title_en": "Mine", "3.number": "5"}, {"3.title_en": "Theirs", "3.number": "4"})

    assertRedirects(response, meeting.get_absolute_url())
    assert agenda(meeting) == [*BEFORE, (4, "Theirs"), (5, "Mine")]


def test_both_add_an_item_of_the_same_number_and_the_second_is_asked_for_another(write, meeting):
    response = write({"3.title_en": "Mine"}, {"3.title_en": "Theirs"})

    assertContains(response, "Somebody else gave the number 4 to another item meanwhile.")
    assertContains(response, 'value="Mine"')
    assert agenda(meeting) == [*BEFORE, (4, "Theirs")]


def test_meeting_that_both_changed_is_compared_together_with_its_rows(editor, write, meeting):
    page = write({"title_en": "Mine", "1.title_en": "My item"}, {"title_en": "Theirs", "1.title_en": "Their item"})

    choose(editor, page, "merge", title_en="Ours", use__items__1__title_en="stored")

    meeting.refresh_from_db()
    assert (meeting.title_en, agenda(meeting)[1]) == ("Ours", (2, "Their item"))


def test_text_of_the_other_is_no_markup_on_the_page_that_compares(write):
    evil = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'>"

    page = write({"1.title_en": f"Mine {evil}", "title_en": "Mine"}, {"1.title_en": f"Theirs {evil}", "title_en": evil})

    assertContains(page, "&lt;script&gt;", status_code=409)
    assert not any(raw in page.text for raw in ("<script>alert", "<img src=x"))


def test_line_of_attendance_that_both_changed_is_compared(editor, colleague, make, meeting, ilo):
    line = make_attendance(make, meeting, ilo, person_name="Ana")
    url = reverse("meetings:attendance_edit", args=[meeting.slug])
    own, other = opened(editor, url), opened(colleague, url)
    colleague.post(url, other | {"rows-0-person_name": "Ana Silva"})

    page = editor.post(url, own | {"rows-0-person_name": "Ana Souza"})

    assertContains(page, "<del>Silva</del>", status_code=409)
    choose(editor, page, "merge", rows__0__person_name="Ana Silva Souza")
    line.refresh_from_db()
    assert line.person_name == "Ana Silva Souza"


def test_document_that_both_changed_is_compared(editor, colleague, make, meeting):
    document = make_document(make, meeting)
    url = reverse("meetings:document_edit", args=[meeting.slug])
    own, other = opened(editor, url), opened(colleague, url)
    colleague.post(url, other | {"rows-0-title_fr": "Le leur"})

    page = editor.post(url, own | {"rows-0-title_fr": "Le mien"})

    assertContains(page, "<del>leur</del>", status_code=409)
    choose(editor, page, "overwrite")
    document.refresh_from_db()
    assert document.title_fr == "Le mien"
