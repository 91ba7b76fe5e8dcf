"""Attendance on the day, and over meetings."""

import json
from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from meetings import marking, matrix
from meetings.answering import answer
from meetings.desk import entities_absent
from meetings.models import Answer, Attendance, Meeting, Mode, Series
from meetings.papers.record import record_blocks
from tests.meetings.factory import make_attendance, make_meeting, make_meeting_with_hours


@pytest.fixture
def meeting(make, ilo, fao, focal_point, other_focal_point):
    """Open; ILO and FAO are invited, and each has a focal point."""
    return invite(make_meeting(make, state="in_progress", is_public=True), ilo, fao)


def invite(meeting, *entities):
    for entity in entities:
        meeting.invitations.create(entity=entity)
    return meeting


def day_of(meeting):
    return reverse("meetings:attendance_day", args=[meeting.slug])


def row_of(meeting, user, name):
    return next(row for row in marking.rows_of(meeting, user) if row.line.person_name == name)


def mark(row, presence, shown=None):
    """What the form sends of one row."""
    return {f"presence-{row.key}": presence, f"shown-{row.key}": row.presence if shown is None else shown}


def tap(client, meeting, data):
    return client.post(day_of(meeting), data, headers={"accept": "application/json"})


# On the day


def test_list_of_the_day_names_each_person_once_those_who_answered_first(
    make, ilo, fao, focal_point, alternate, secretariat
):
    wfp = make.entity("WFP")
    meeting = invite(make_meeting_with_hours(make, date=date.today() + timedelta(days=2)), ilo, wfp)
    answer(meeting, ilo, alternate, Answer.REPLACED, Mode.ROOM, "Aña Núñez")
    make_attendance(make, meeting, None, organization="University of Lima", person_name="Rosa", presence="online")
    make_attendance(make, meeting, ilo, person_name="FOCAL", presence="")

    rows = marking.rows_of(meeting, secretariat)

    assert [(str(row.line.entity or row.line.organization), row.line.person_name, row.hint) for row in rows] == [
        ("ILO", "Alternate", "Replaced by Aña Núñez"),
        ("ILO", "Aña Núñez", "Replaces Alternate"),
        ("ILO", "FOCAL", ""),  # the focal point, listed by name: not expected a second time
        ("WFP", "", ""),
        ("University of Lima", "Rosa", ""),
    ]


def test_one_form_without_script_saves_all_marks(editor, meeting, secretariat, focal_point):
    rows = marking.rows_of(meeting, secretariat)
    sent = mark(rows[0], "apologies") | mark(rows[1], "room")

    assertRedirects(editor.post(day_of(meeting), sent), day_of(meeting))

    marked = Attendance.objects.order_by("entity__code").values_list("entity__code", "person__email", "presence")
    assert list(marked) == [
        ("FAO", "focal@fao.example", "apologies"),
        ("ILO", "focal@ilo.example", "room"),
    ]
    assertContains(editor.get(day_of(meeting)), '<b id="present">1</b>', html=True)


def test_tap_is_saved_at_once_and_another_tap_takes_it_away(editor, meeting, secretariat, focal_point):
    row = row_of(meeting, secretariat, "Focal")

    answered = tap(editor, meeting, mark(row, "online"))
    assert answered.json() == {"marks": {row.key: "online"}, "present": 1}
    tap(editor, meeting, mark(row, "", shown="online"))

    assert Attendance.objects.get().presence == ""


def test_two_note_takers_lose_nothing(editor, colleague, meeting, secretariat, ilo, focal_point):
    first, second = marking.rows_of(meeting, secretariat)
    tap(colleague, meeting, mark(second, "online"))

    overtaken = tap(editor, meeting, mark(second, "room", shown=""))
    assert (overtaken.status_code, overtaken.json()["marks"]) == (409, {second.key: "online"})
    page = editor.post(day_of(meeting), mark(second, "room", shown="") | mark(first, "apologies"))

    assertContains(page, "Somebody else marked some lines meanwhile", status_code=409)
    assertContains(page, "Now: Present online", status_code=409)
    assert dict(Attendance.objects.values_list("entity__code", "presence")) == {"FAO": "apologies", "ILO": "online"}
    editor.post(day_of(meeting), mark(second, "room", shown="online"))
    assert Attendance.objects.get(entity=ilo).presence == "room"


def test_line_that_is_gone_is_said_and_unknown_marks_change_nothing(editor, meeting, secretariat):
    row = row_of(meeting, secretariat, "Focal")

    response = tap(editor, meeting, {"presence-0123456789ab": "room", "shown-0123456789ab": ""})
    editor.post(day_of(meeting), mark(row, "everywhere"))

    assert response.status_code == 409
    assert not Attendance.objects.exists()


def test_people_of_an_entity_mark_their_own_delegation_while_the_meeting_is_open(
    client, meeting, secretariat, contributor, focal_point, other_focal_point
):
    client.force_login(contributor)
    foreign = row_of(meeting, secretariat, str(other_focal_point))
    assertNotContains(client.get(day_of(meeting)), foreign.key)

    tap(client, meeting, mark(foreign, "absent"))
    tap(client, meeting, mark(row_of(meeting, contributor, "Focal"), "room"))

    assert list(Attendance.objects.values_list("entity__code", "presence")) == [("ILO", "room")]
    Meeting.objects.filter(pk=meeting.pk).update(state="record_preparation")
    assert tap(client, meeting, {}).status_code == 403


def test_walk_ins_and_guests_join_the_list_once(editor, client, meeting, ilo):
    person = {"join": "1", "new-person_name": "Rosa Díaz", "new-presence": "room"}
    guest = person | {"new-organization": "University of Lima"}

    assertContains(editor.post(day_of(meeting), person), "Give the organization of the guest.")
    editor.post(day_of(meeting), person | {"new-entity": ilo.pk})
    twice = person | {"new-entity": ilo.pk, "new-person_name": "ROSA DIAZ"}
    assertContains(editor.post(day_of(meeting), twice), "This person is in the list already.")
    editor.post(day_of(meeting), guest)
    assertContains(editor.post(day_of(meeting), guest), "This person is in the list already.")

    assert Attendance.objects.filter(person_name="Rosa Díaz").count() == 2
    assertContains(editor.get(meeting.get_absolute_url()), "University of Lima")
    Meeting.objects.filter(pk=meeting.pk).update(state="adopted", adopted_on=date.today())
    client.logout()
    page = client.get(meeting.get_absolute_url())
    assertContains(page, "ILO")
    assertNotContains(page, "University of Lima")
    assertNotContains(page, "Rosa")


# Over meetings


@pytest.fixture
def held(make, ilo, fao, focal_point):
    """Three meetings to which ILO, FAO and WFP were invited: ILO came, FAO excused itself once, WFP never came."""
    wfp = make.entity("WFP")
    meetings = []
    for number, presence in enumerate(["room", "online", "present"]):
        meeting = make_meeting(make, state="record_preparation", date=date(2026, 3 + number, 1), kind="mechanism")
        invite(meeting, ilo, fao, wfp)
        make_attendance(make, meeting, ilo, person_name="Ana", presence=presence)
        meetings.append(meeting)
    make_attendance(make, meetings[1], fao, person_name="Paolo", presence="apologies")
    return meetings


def test_matrix_says_what_the_records_say(editor, held, ilo, secretariat):
    page = editor.get(reverse("meetings:attendance_matrix"))

    cells = {str(row.entity): [cell.key for cell in row.cells] for row in page.context["rows"]}
    assert cells == {
        "FAO": ["absent", "apologies", "absent"],
        "ILO": ["present", "online", "room"],
        "WFP": ["absent", "absent", "absent"],
    }
    assert [(row.attended, row.expected) for row in page.context["rows"]] == [(0, 3), (3, 3), (0, 3)]
    counted = {meeting.pk: number for meeting, number in page.context["columns"]}
    assert counted == {meeting.pk: meeting.attendance.present().values("entity").distinct().count() for meeting in held}
    assertContains(page, "Present online: Ana")  # names are for the secretariat


def test_matrix_is_filtered_by_kind_series_and_year(editor, held, make):
    series = Series.objects.create(title_en="Group", kind="working_group", first_date=date(2025, 1, 1))
    group = make_meeting(make, state="adopted", date=date(2025, 5, 5), kind="working_group", series=series)
    make_attendance(make, group, make.entity("UNDP"))

    for query in ("kind=working_group", f"series={series.pk}", "year=2025"):
        page = editor.get(f"{reverse('meetings:attendance_matrix')}?{query}")
        assert [meeting for meeting, present in page.context["columns"]] == [group]
        assert [str(row.entity) for row in page.context["rows"]] == ["UNDP"]


def test_guest_stands_in_the_paper_of_the_record_for_members_and_in_no_visitors(make, ilo, secretariat):
    meeting = make_meeting(make, state="adopted", is_public=True)
    make_attendance(make, meeting, ilo, person_name="Ana")
    make_attendance(make, meeting, None, organization="University of Lima", person_name="Rosa")

    assert "University of Lima" in str(record_blocks(meeting, secretariat))
    shown = str(record_blocks(meeting, AnonymousUser()))
    assert "ILO" in shown
    assert "Lima" not in shown
    assert "Ana" not in shown


def test_absent_three_times_running_agrees_with_the_matrix(editor, held, make, secretariat, focal_point, ilo):
    page = editor.get(reverse("meetings:attendance_matrix") + "?absent=true")

    assert [str(row.entity) for row in page.context["rows"]] == ["WFP"]
    assert [str(entity) for entity in entities_absent(secretariat)] == ["WFP"]
    assert entities_absent(focal_point) == []
    assertContains(editor.get(reverse("desk")), "1 entity was absent three times running")
    not_recorded = make_meeting(make, state="record_preparation", date=date(2026, 9, 1))
    invite(not_recorded, ilo)
    assert matrix.absent_running(matrix.held(secretariat)) == {page.context["rows"][0].entity.pk}


def test_replacement_and_a_refusal_before_the_meeting_are_told_apart_from_absence(make, ilo, fao, secretariat):
    meeting = invite(make_meeting(make, state="record_preparation"), ilo, fao)
    make_attendance(make, meeting, ilo, person_name="Ana", answer="replaced", replaced_by="Rosa", presence="")
    make_attendance(make, meeting, ilo, person_name="Rosa", presence="room")
    make_attendance(make, meeting, fao, answer="no", presence="")

    rows = matrix.rows_of([ilo, fao], [meeting], secretariat)

    assert [row.cells[0].key for row in rows] == ["replaced", "apologies"]


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_answer_of_an_entity_that_was_taken_off_the_list_is_no_absence(make, ilo, fao, secretariat, answer):
    meeting = make_meeting(make, state="adopted")
    make_attendance(make, meeting, ilo)
    make_attendance(make, meeting, fao, presence="", answer=answer)

    rows = matrix.rows_of([ilo, fao], [meeting], secretariat)

    assert [row.cells[0].key for row in rows] == ["present", ""]


def test_member_gets_the_filtered_matrix_as_a_file_without_names(client, held, make, other_focal_point):
    make_attendance(make, make_meeting(make, state="adopted", date=date(2025, 1, 1)), make.entity("UNDP"))
    hidden = make_meeting(make, state="draft", date=date(2026, 1, 1))
    make_attendance(make, hidden, make.entity("ITU"))
    client.force_login(other_focal_point)
    address = reverse("meetings:attendance_matrix") + "?year=2026&export="

    listed = json.loads(client.get(address + "json").getvalue())
    text = client.get(address + "csv").getvalue().decode()

    rows = listed["rows"]
    assert [(row["entity"], row["attended"], row["expected"]) for row in rows] == [
        ("FAO", 0, 3), ("ILO", 3, 3), ("WFP", 0, 3),
    ]  # fmt: skip
    assert "Present online" in text
    assert "Ana" not in text
    assert client.get(address + "doc").status_code == 404
    assertContains(client.get(reverse("meetings:attendance_matrix") + "?year=1066"), "Select a valid choice")


def test_matrix_and_list_of_the_day_ask_the_same_number_of_queries(
    editor, held, make, meeting, django_assert_num_queries
):
    def count():
        with django_assert_num_queries(MATRIX):
            editor.get(reverse("meetings:attendance_matrix"))
        with django_assert_num_queries(DAY):
            editor.get(day_of(meeting))

    editor.get(reverse("meetings:attendance_matrix"))
    count()
    for code in ("UNDP", "UNEP", "ITU"):
        entity = make.entity(code)
        make.person(f"focal@{code}.example", entity)
        invite(held[0], entity)
        invite(meeting, entity)
        make_attendance(make, held[0], entity, person_name="Li")
    count()


MATRIX, DAY = 16, 12
