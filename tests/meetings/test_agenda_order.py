"""The secretariat puts an agenda in order: by buttons, without script, and never over what somebody else did."""

import threading

import pytest
from django.db import connection
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st
from pytest_django.asserts import assertContains, assertRedirects

from meetings import order
from meetings.models import AgendaItem, AgendaSection
from tests.forms_on_page import choose, opened
from tests.meetings.factory import make_intervention, make_item, make_meeting, make_meeting_with_hours


@pytest.fixture
def meeting(make):
    meeting = make_meeting(make, state="draft")
    for title in ("Opening", "Survey", "Closing"):
        make_item(make, meeting, title=title)
    return meeting


def add_heading(meeting, title):
    return order.add(meeting, AgendaSection(title_en=title))


def agenda(meeting):
    """["Opening", "# Results", ...]: headings marked as in a text file; the numbers are right."""
    lines = order.lines_of(meeting)
    items = [line for line in lines if isinstance(line, AgendaItem)]
    assert [item.number for item in items] == list(range(1, len(items) + 1))
    return [f"# {line.title_en}" if isinstance(line, AgendaSection) else line.title_en.split()[0] for line in lines]


def page_of(meeting):
    return reverse("meetings:agenda_edit", args=[meeting.slug])


def press(client, meeting, line, to, seen=None, **more):
    """The button of a line, as the page of now or of before has it."""
    token = seen or client.get(page_of(meeting)).context["page"].token
    data = {"line": order.key_of(line), "to": to, "order": token} | more
    return client.post(reverse("meetings:agenda_order", args=[meeting.slug]), data)


def test_button_moves_an_item_says_where_it_is_and_keeps_the_focus(editor, meeting):
    survey = meeting.items.get(number=2)

    response = press(editor, meeting, survey, 0)

    assert agenda(meeting) == ["Survey", "Opening", "Closing"]
    page = editor.get(response.url)
    assertContains(page, "“Survey [en]” is now item 1.")
    # It cannot go further up, so that the other button has the focus.
    assert page.context["focus"] == f"down-i{survey.pk}"
    assert page.content.decode().count(" autofocus") == 1


def test_script_gets_the_list_alone_with_the_words_for_the_live_region(editor, meeting):
    answer = press(editor, meeting, meeting.items.get(number=1), 2, part="1").json()

    assert answer["words"] == "“Opening [en]” is now item 3."
    assert answer["html"].lstrip().startswith('<div id="order"')
    assert agenda(meeting) == ["Survey", "Closing", "Opening"]


def test_headings_and_items_are_one_list_and_numbers_run_through(editor, meeting):
    heading = add_heading(meeting, "Results")
    assert agenda(meeting) == ["Opening", "Survey", "Closing", "# Results"]

    response = press(editor, meeting, heading, 1)
    assertContains(editor.get(response.url), "The heading “Results” now stands before item 2.")
    press(editor, meeting, meeting.items.get(number=1), 1)

    assert agenda(meeting) == ["# Results", "Opening", "Survey", "Closing"]
    other = add_heading(meeting, "Other matters")
    press(editor, meeting, other, 1)
    assert agenda(meeting) == ["# Results", "# Other matters", "Opening", "Survey", "Closing"]
    response = press(editor, meeting, heading, 2)
    assert agenda(meeting) == ["# Other matters", "Opening", "# Results", "Survey", "Closing"]


def test_move_made_in_an_older_order_changes_nothing_and_shows_the_new_one(editor, colleague, meeting):
    opening, survey, closing = meeting.items.all()
    seen = editor.get(page_of(meeting)).context["page"].token
    press(colleague, meeting, closing, 0)

    refused = press(editor, meeting, survey, 0, seen=seen)

    assertContains(refused, "Somebody else changed the agenda meanwhile.", status_code=409)
    assert agenda(meeting) == ["Closing", "Opening", "Survey"]
    assert [line.record for line in refused.context["page"].lines] == [closing, opening, survey]
    part = press(editor, meeting, survey, 0, seen=seen, part="1")
    assert (part.status_code, "Somebody else" in part.json()["words"]) == (409, True)


@pytest.mark.parametrize("happens", ["added", "removed"])
def test_item_that_came_or_went_meanwhile_counts_as_another_order(editor, colleague, meeting, happens):
    seen = editor.get(page_of(meeting)).context["page"].token
    if happens == "added":
        colleague.post(page_of(meeting), {"title": "Budget", "kind": "other"})
    else:
        order.remove(meeting, meeting.items.get(number=3))

    assert press(editor, meeting, meeting.items.get(number=1), 1, seen=seen).status_code == 409
    assert agenda(meeting)[:2] == ["Opening", "Survey"]


def test_reorder_while_another_edits_an_item_loses_neither(editor, colleague, meeting):
    survey = meeting.items.get(number=2)
    url = reverse("meetings:item_edit", args=[survey.pk])
    typed = opened(editor, url) | {"title_en": "Survey of entities"}
    press(colleague, meeting, survey, 0)

    response = editor.post(url, typed)

    assertRedirects(response, page_of(meeting))
    assert agenda(meeting) == ["Survey", "Opening", "Closing"]
    survey.refresh_from_db()
    assert (survey.number, survey.title_en) == (1, "Survey of entities")


def test_edit_while_another_reorders_loses_neither(editor, colleague, meeting):
    survey = meeting.items.get(number=2)
    url = reverse("meetings:item_edit", args=[survey.pk])
    colleague.post(url, opened(colleague, url) | {"title_en": "Survey of entities"})

    assert press(editor, meeting, survey, 0).status_code == 302
    survey.refresh_from_db()
    assert (survey.number, survey.title_en) == (1, "Survey of entities")


def test_one_that_edits_the_whole_agenda_is_asked_after_another_reordered_it(editor, colleague, meeting):
    typed = opened(editor, meeting.get_edit_url()) | {"items-0-title_en": "Welcome"}
    press(colleague, meeting, meeting.items.get(number=3), 0)

    page = editor.post(meeting.get_edit_url(), typed)

    assertContains(page, "Changed by the other person only: it stays", status_code=409)
    choose(editor, page, "merge")
    assert agenda(meeting) == ["Closing", "Welcome", "Survey"]


@pytest.mark.parametrize(
    "changes", [{"line": "x1"}, {"line": ""}, {"to": "-1"}, {"to": "many"}, {"order": ""}, {"line": "i99999999999"}]
)
def test_senseless_move_is_refused(editor, meeting, changes):
    senseful = {"line": f"i{meeting.items.get(number=1).pk}", "to": "1", "order": "any"}

    response = editor.post(reverse("meetings:agenda_order", args=[meeting.slug]), senseful | changes)

    assert response.status_code == 400
    assert agenda(meeting) == ["Opening", "Survey", "Closing"]


def test_line_of_another_agenda_is_not_moved(editor, make, meeting):
    foreign = make_item(make, make_meeting(make))

    assert press(editor, meeting, foreign, 0).status_code == 409


def test_item_and_heading_are_added_at_the_end(editor, meeting):
    editor.post(page_of(meeting), {"title": "Budget", "kind": "strategy", "minutes": "15"})
    editor.post(page_of(meeting), {"heading": "Closed session"})

    assert agenda(meeting) == ["Opening", "Survey", "Closing", "Budget", "# Closed session"]
    added = meeting.items.last()
    assert (added.kind, added.minutes, added.original_language) == ("strategy", 15, "en")
    refused = editor.post(page_of(meeting), {"title": "", "minutes": "0", "kind": "strategy"})
    assertContains(refused, "This field is required.")
    assertContains(refused, "Ensure this value is greater than or equal to 1.")
    assert meeting.items.count() == 4


def test_hundredth_item_is_refused_in_words(editor, make):
    meeting = make_meeting(make)
    make_item(make, meeting, number=99)

    response = editor.post(page_of(meeting), {"title": "One more", "kind": "other"})

    assertContains(response, "The agenda has no number left for another item.")
    assertContains(response, 'value="One more"')


def test_item_is_removed_and_the_numbers_after_it_move_up(editor, meeting):
    survey = meeting.items.get(number=2)
    url = reverse("meetings:item_delete", args=[survey.pk])

    editor.post(url, opened(editor, url))

    assert agenda(meeting) == ["Opening", "Closing"]


def test_item_under_which_somebody_spoke_stays(editor, make, ilo, meeting):
    survey = meeting.items.get(number=2)
    url = reverse("meetings:item_delete", args=[survey.pk])
    typed = opened(editor, url)
    make_intervention(make, meeting, ilo, item=survey)

    assertContains(
        editor.post(url, typed), "Interventions, decisions or action points stand under it.", status_code=409
    )
    assert len(agenda(meeting)) == 3


def test_heading_is_renamed_and_removed_and_its_items_stay(editor, meeting):
    heading = add_heading(meeting, "Results")
    press(editor, meeting, heading, 1)
    url = reverse("meetings:section_edit", args=[heading.pk])
    editor.post(url, opened(editor, url) | {"title_en": "What was done", "title_ar": "النتائج"})
    assert agenda(meeting) == ["Opening", "# What was done", "Survey", "Closing"]

    url = reverse("meetings:section_delete", args=[heading.pk])
    editor.post(url, opened(editor, url))

    assert agenda(meeting) == ["Opening", "Survey", "Closing"]


def test_times_and_sums_of_sections_follow_from_the_order(editor, make):
    meeting = make_meeting_with_hours(make)
    add_heading(meeting, "Results")
    for minutes in (30, 60, None, 45):
        make_item(make, meeting, minutes=minutes)
    heading = add_heading(meeting, "Empty")

    page = editor.get(page_of(meeting)).context["page"]

    assert [line.minutes for line in page.lines] == [135, 30, 60, 0, 45, 0]
    assert [line.row.starts and line.row.starts.strftime("%H:%M") for line in page.lines if line.row] == [
        "10:00",
        "10:30",
        "11:30",
        None,
    ]
    assert page.agenda.overrun == 15
    assert page.lines[-1].record == heading


@pytest.mark.parametrize("rows", [1, 3])
def test_page_of_the_agenda_needs_the_same_queries_for_one_item_and_for_three(
    editor, make, django_assert_num_queries, rows
):
    meeting = make_meeting(make)
    for number in range(rows):
        make_item(make, meeting, minutes=5)
        add_heading(meeting, f"Heading {number}")
    editor.get(page_of(meeting))  # what the frame of the page holds in the cache is read once

    with django_assert_num_queries(11):
        editor.get(page_of(meeting))


@settings(max_examples=50)
@given(st.lists(st.booleans(), max_size=12), st.data())
def test_any_order_gives_each_item_one_number_and_each_heading_its_place(kinds, data):
    """Written and read again, an order is the same: checked on lines that are not saved."""
    lines = [AgendaSection(pk=pk) if is_heading else AgendaItem(pk=pk) for pk, is_heading in enumerate(kinds, 1)]
    shuffled = data.draw(st.permutations(lines))

    order.number(shuffled)

    assert sorted(lines, key=order.place_of) == list(shuffled)


@pytest.mark.django_db(transaction=True)
def test_two_moves_at_the_same_instant_come_one_after_the_other(make, ilo):
    meeting = make_meeting(make)
    items = [make_item(make, meeting, title=title) for title in ("Opening", "Survey", "Closing")]
    seen, outcomes = order.token_of(order.lines_of(meeting)), []

    def move(item):
        try:
            order.move(meeting, order.key_of(item), 0, seen)
            outcomes.append("moved")
        except order.OrderChanged:
            outcomes.append("refused")
        finally:
            connection.close()

    threads = [threading.Thread(target=move, args=[item]) for item in items[1:]]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(outcomes) == ["moved", "refused"]
    assert agenda(meeting)[2:] in (["Closing"], ["Survey"])
