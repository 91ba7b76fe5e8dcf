"""The secretariat plans a meeting and writes its agenda, without JavaScript."""

from datetime import date, time

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from core.access import can_edit
from meetings import order
from meetings.models import AgendaItem, AgendaSection, Attendance, Meeting, MeetingDocument
from tests.meetings.factory import (
    make_attendance,
    make_document,
    make_intervention,
    make_item,
    make_meeting,
    make_meeting_with_hours,
)

MEETING = {
    "original_language": "fr",
    "title_fr": "Réunion d’automne",
    "kind": "mechanism",
    "date": "2027-03-14",
    "start_time": "10:00",
    "end_time": "12:00",
    "time_zone": "America/New_York",
}


@pytest.fixture
def officer(client, secretariat):
    client.force_login(secretariat)
    return client


def formset(prefix, *rows, initial=0):
    data = {f"{prefix}-TOTAL_FORMS": len(rows), f"{prefix}-INITIAL_FORMS": initial}
    for index, row in enumerate(rows):
        data |= {f"{prefix}-{index}-{name}": value for name, value in row.items()}
    return data


def row_of(item, **changes):
    row = {
        "id": item.pk,
        "version": item.version,
        "number": item.number,
        "kind": item.kind,
        "title_en": item.title_en,
        "minutes": "",
    }
    return row | changes


def post_agenda(client, meeting, *rows, initial=None, **more):
    data = MEETING | {"original_language": "en", "title_en": "Autumn", "version": meeting.version}
    stored = len([row for row in rows if row.get("id")]) if initial is None else initial
    return client.post(meeting.get_edit_url(), data | formset("items", *rows, initial=stored) | more)


def agenda(meeting):
    return [(item.number, item.title_en) for item in AgendaItem.objects.filter(meeting=meeting).order_by("number")]


def test_meeting_is_planned_as_a_draft_and_its_agenda_comes_next(officer):
    response = officer.post(reverse("meetings:meeting_create"), MEETING)

    meeting = Meeting.objects.get()
    assert (meeting.slug, meeting.state, meeting.title_fr, meeting.title_en) == (
        "2027-03-14",
        "draft",
        "Réunion d’automne",
        None,
    )
    assertRedirects(response, meeting.get_edit_url() + "#agenda", fetch_redirect_response=False)


def test_second_meeting_of_a_day_gets_its_own_address(officer):
    for _number in range(2):
        officer.post(reverse("meetings:meeting_create"), MEETING)

    assert set(Meeting.objects.values_list("slug", flat=True)) == {"2027-03-14", "2027-03-14-2"}


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"title_fr": ""}, "Write this text in Français, the original language of the record."),
        ({"date": "14/03/27x"}, "Enter a valid date."),
        ({"end_time": ""}, "Give start, end and city together, or none of them."),
        ({"end_time": "09:00"}, "The meeting cannot end before it starts."),
        ({"start_time": "02:30"}, "02:30 does not exist on that day in New York: the clocks go forward."),
        ({"time_zone": "Mars/Olympus"}, "Select a valid choice."),
        ({"joining_link": "no link"}, "Enter a valid URL."),
    ],
)
def test_bad_input_keeps_what_was_typed_and_says_what_is_wrong(officer, changes, message):
    response = officer.post(reverse("meetings:meeting_create"), MEETING | {"symbol": "IAM/1"} | changes)

    assertContains(response, message)
    assertContains(response, 'value="IAM/1"')
    assert not Meeting.objects.exists()


def test_day_hours_and_minutes_may_be_typed_in_the_digits_of_any_script(officer):
    typed = {"date": "٢٠٢٧-٠٣-١٥", "start_time": "١٠:٣٠", "end_time": "１２：００"}

    officer.post(reverse("meetings:meeting_create"), MEETING | typed)

    meeting = Meeting.objects.get()
    assert (meeting.date, meeting.start_time, meeting.end_time) == (date(2027, 3, 15), time(10, 30), time(12))
    post_agenda(officer, meeting, {"number": "۱", "kind": "peer_support", "title_fr": "Enquête", "minutes": "٤٥"})
    assert list(meeting.items.values_list("number", "minutes")) == [(1, 45)]
    refused = officer.post(reverse("meetings:meeting_create"), MEETING | {"start_time": "١٠:٩٩"})
    assertContains(refused, "Enter a valid time.")


def test_agenda_is_written_in_rows(officer, make):
    meeting = make_meeting(make, state="draft")

    response = post_agenda(
        officer,
        meeting,
        {"number": 1, "kind": "opening", "title_en": "Opening", "minutes": 15},
        {"number": 2, "kind": "survey", "title_en": "Survey", "title_ar": "الاستقصاء", "has_discussion": "true"},
    )

    assertRedirects(response, meeting.get_absolute_url())
    assert agenda(meeting) == [(1, "Opening"), (2, "Survey")]
    survey = meeting.items.get(number=2)
    assert (survey.title_ar, survey.minutes, survey.has_discussion) == ("الاستقصاء", None, True)


def test_rows_left_blank_make_no_items(officer, make):
    meeting = make_meeting(make)
    number = officer.get(meeting.get_edit_url()).context["items"].forms[0].initial["number"]

    post_agenda(officer, meeting, {"number": number, "kind": "other", "title_en": "", "has_discussion": "unknown"})

    assert agenda(meeting) == []


def test_two_items_change_places_by_their_numbers(officer, make):
    meeting = make_meeting(make)
    first, second = make_item(make, meeting, title="A"), make_item(make, meeting, title="B")

    post_agenda(officer, meeting, row_of(first, number=2), row_of(second, number=1))

    assert agenda(meeting) == [(1, "B [en]"), (2, "A [en]")]


def test_number_given_twice_is_refused_at_its_row(officer, make):
    meeting = make_meeting(make)
    first, second = make_item(make, meeting), make_item(make, meeting)

    response = post_agenda(officer, meeting, row_of(first), row_of(second, number=1))

    assertContains(response, "Two items have the number 1.")
    assert [number for number, _title in agenda(meeting)] == [1, 2]


def test_title_of_an_item_is_needed_in_the_language_of_the_meeting(officer, make):
    meeting = make_meeting(make)

    response = post_agenda(officer, meeting, {"number": 1, "kind": "other", "title_fr": "Ouverture"})

    assertContains(response, "Write this text in English, the original language of the record.")
    assertContains(response, "Ouverture")


def test_item_is_removed(officer, make):
    meeting = make_meeting(make)
    item = make_item(make, meeting)

    post_agenda(officer, meeting, row_of(item, DELETE="on"))

    assert agenda(meeting) == []


def test_item_with_interventions_is_not_removed(officer, make, ilo):
    meeting = make_meeting(make)
    item = make_item(make, meeting)
    make_intervention(make, meeting, ilo, item=item)

    response = post_agenda(officer, meeting, row_of(item, DELETE="on"))

    assertContains(response, "Item 1 has interventions, decisions or action points: it cannot be removed.")
    assert len(agenda(meeting)) == 1


def test_item_of_another_meeting_cannot_be_taken(officer, make):
    meeting, other = make_meeting(make), make_meeting(make)
    item = make_item(make, other, title="Theirs")

    post_agenda(officer, meeting, row_of(item, title_en="Stolen"))

    assert (agenda(meeting), agenda(other)) == ([], [(1, "Theirs [en]")])


def test_meeting_and_agenda_are_saved_together_or_not_at_all(officer, make):
    meeting = make_meeting(make, title="Before")

    post_agenda(officer, meeting, {"number": 0, "kind": "other", "title_en": "Bad number"})

    meeting.refresh_from_db()
    assert (meeting.title_en, agenda(meeting)) == ("Before [en]", [])


def test_more_rows_come_after_saving(officer, make):
    meeting = make_meeting(make)

    response = post_agenda(
        officer, meeting, {"number": 1, "kind": "other", "title_en": "One"}, add_items="1", initial=0
    )

    assertRedirects(response, meeting.get_edit_url() + "#agenda", fetch_redirect_response=False)
    numbers = [form.initial["number"] for form in officer.get(meeting.get_edit_url()).context["items"].forms]
    assert numbers == [1, 2, 3]


def test_hours_are_shown_again_for_editing(officer, make):
    meeting = make_meeting_with_hours(make, state="draft")

    response = officer.get(meeting.get_edit_url())

    assertContains(response, 'value="10:00"')
    assertContains(response, '<option value="America/New_York" selected>New York</option>', html=True)


def test_attendance_is_written_and_removed(officer, make, ilo, fao):
    meeting = make_meeting(make)
    line = make_attendance(make, meeting, ilo, person_name="Ana")
    address = reverse("meetings:attendance_edit", args=[meeting.slug])

    response = officer.post(
        address,
        formset(
            "rows",
            {"id": line.pk, "version": line.version, "entity": ilo.pk, "person_name": "Ana", "DELETE": "on"},
            {"entity": fao.pk, "person_name": "Paolo", "unit": "PST", "presence": "online"},
            initial=1,
        ),
    )

    assertRedirects(response, meeting.get_absolute_url())
    assert list(Attendance.objects.values_list("entity", "person_name", "presence")) == [(fao.pk, "Paolo", "online")]


def test_person_who_is_listed_already_is_refused(officer, make, ilo):
    meeting = make_meeting(make)
    make_attendance(make, meeting, ilo, person_name="Ana")
    address = reverse("meetings:attendance_edit", args=[meeting.slug])

    response = officer.post(address, formset("rows", {"entity": ilo.pk, "person_name": "Ana", "presence": "room"}))

    assertContains(response, "This person is in the list already.")


def test_document_is_linked_to_an_item(officer, make):
    meeting = make_meeting(make)
    item = make_item(make, meeting)
    address = reverse("meetings:document_edit", args=[meeting.slug])
    row = {
        "title_en": "Survey results",
        "url": "https://example.org/a.pdf",
        "language": "es",
        "level": "public",
        "item": item.pk,
    }

    officer.post(address, formset("rows", row))

    document = MeetingDocument.objects.get()
    assert (document.meeting, document.item, document.title_en, document.language) == (
        meeting,
        item,
        "Survey results",
        "es",
    )


def test_document_is_not_linked_to_an_item_of_another_meeting(officer, make):
    meeting, foreign = make_meeting(make), make_item(make, make_meeting(make))
    document = make_document(make, meeting)
    row = {
        "id": document.pk,
        "version": document.version,
        "title_en": "Paper",
        "url": "https://example.org/a.pdf",
        "language": "en",
        "level": "public",
        "item": foreign.pk,
    }

    response = officer.post(reverse("meetings:document_edit", args=[meeting.slug]), formset("rows", row, initial=1))

    assertContains(response, "Select a valid choice.")


def test_agenda_stays_as_it_was_circulated_with_the_record_and_the_rest_can_be_edited(officer, make, secretariat):
    meeting = make_meeting(make, state="clearance")
    item = make_item(make, meeting, is_members_only=True)
    section = AgendaSection.objects.create(meeting=meeting, title_en="Results")
    order_url, edit_url = (reverse(f"meetings:{name}", args=[meeting.slug]) for name in ("agenda_order", "agenda_edit"))

    page = officer.get(meeting.get_edit_url())
    assert page.context["items"] is None
    assertNotContains(page, edit_url)
    assertNotContains(officer.get(meeting.get_absolute_url()), edit_url)
    response = post_agenda(officer, meeting, row_of(item, title_en="Changed", is_members_only=""))

    assertRedirects(response, meeting.get_absolute_url())
    meeting.refresh_from_db()
    item.refresh_from_db()
    assert (meeting.title_en, item.title_en, item.is_members_only) == ("Autumn", "Item 1 [en]", True)
    for line in (item, section):
        assert not can_edit(line, secretariat)
    with pytest.raises(PermissionDenied):
        order.move(meeting, order.key_of(item), 0, order.token_of(order.lines_of(meeting)))
    moved = {"line": order.key_of(item), "to": "1", "order": order.token_of(order.lines_of(meeting))}
    assert officer.post(order_url, moved).status_code == 403
    assert officer.post(edit_url, {"title": "Budget", "kind": "other"}).status_code == 403
