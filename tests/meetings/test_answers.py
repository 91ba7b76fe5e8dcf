"""Invitations by entity, and what the entities answer."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from core.models import Notification
from entities.models import Appointment, Role
from meetings import inviting
from meetings.answering import AnswerRefused, answer
from meetings.calendar_invitations import known_answer
from meetings.desk import answers_to_give
from meetings.models import Answer, Attendance, MeetingKind, Mode
from meetings.models.invitations import entities_invited
from meetings.workflow import MEETING
from tests.meetings.factory import make_item, make_meeting, make_meeting_with_hours

SOON = date.today() + timedelta(days=20)


@pytest.fixture
def meeting(make, focal_point, other_focal_point):
    """Of the whole Mechanism: ILO and FAO have somebody who speaks for them."""
    return make_meeting_with_hours(make, date=SOON)


def address(meeting, entity):
    return reverse("meetings:answer", args=[meeting.slug, entity.slug])


def invitations_of(meeting):
    return reverse("meetings:invitation_list", args=[meeting.slug])


def told(person, sentence):
    return Notification.objects.filter(person=person, params__sentence=sentence).count()


# Who is invited


def test_mechanism_meeting_invites_all_its_entities_and_keeps_the_list_once_announced(make, focal_point, secretariat):
    draft = make_meeting(make, state="draft", date=SOON)
    make.entity("WHO")  # nobody speaks for it
    make.entity("UNDP", member_from=date(2020, 1, 1))
    make.entity("ITU", member_from=date(2020, 1, 1), member_to=date(2021, 1, 1))

    MEETING.perform(draft, "schedule", by=secretariat)
    make.person("focal@wfp.example", make.entity("WFP"))

    assert sorted(entity.code for entity in entities_invited(draft)) == ["ILO", "UNDP"]
    assert all(invitation.invited_at for invitation in draft.invitations.all())
    assert Notification.objects.filter(person=focal_point).exists()


def test_working_group_is_not_announced_before_entities_are_chosen(editor, make, secretariat, focal_point, ilo, fao):
    draft = make_meeting(make, state="draft", kind=MeetingKind.WORKING_GROUP, date=SOON)
    make_item(make, draft)
    announce = draft.get_transition_url("schedule")

    assertContains(editor.post(announce), "No entity is invited: choose them first.", status_code=409)
    editor.post(invitations_of(draft), {"entity": [ilo.pk]})
    editor.post(announce)

    assert [row.entity for row in draft.invitations.all()] == [ilo]
    assert Notification.objects.filter(person=focal_point).count() == 1


def test_entity_that_is_added_later_is_told_and_two_officers_lose_nothing(editor, colleague, make, meeting, ilo, fao):
    undp, wfp = make.entity("UNDP"), make.entity("WFP")
    person = make.person("focal@undp.example", undp, starts=SOON - timedelta(days=3))
    Appointment.objects.filter(user=person).update(starts=timezone.localdate())
    meeting.invitations.create(entity=ilo)
    meeting.invitations.create(entity=fao)
    shown = [ilo.pk, fao.pk]
    colleague.post(invitations_of(meeting), {"shown": shown, "entity": [*shown, wfp.pk]})

    response = editor.post(invitations_of(meeting), {"shown": shown, "entity": [ilo.pk, undp.pk]}, follow=True)

    assertContains(response, "1 entity was added. 1 entity was removed.")
    assert sorted(row.entity.code for row in meeting.invitations.all()) == ["ILO", "UNDP", "WFP"]
    assert told(person, "meeting_invited") == 1


def test_list_of_an_announced_meeting_is_never_empty(editor, meeting, ilo, fao):
    """It would invite the whole Mechanism again."""
    meeting.invitations.create(entity=ilo)

    page = editor.post(invitations_of(meeting), {"shown": [ilo.pk]})

    assertContains(page, "No entity is invited: choose them first.")
    assert (page.context["chosen"], page.context["ticked"]) == ({ilo.pk}, set())
    assert list(entities_invited(meeting)) == [ilo]


# Answering


def test_one_tap_answers_and_another_tap_changes_the_answer(client, meeting, ilo, focal_point, secretariat):
    client.force_login(focal_point)
    page = client.get(meeting.get_absolute_url())
    assertContains(page, "No answer yet")

    response = client.post(address(meeting, ilo), {"person": focal_point.pk, "tap": "yes online"})

    assertRedirects(response, meeting.get_absolute_url() + "#answers", fetch_redirect_response=False)
    line = Attendance.objects.get()
    assert (line.entity, line.person, line.person_name) == (ilo, focal_point, str(focal_point))
    assert (line.answer, line.mode, line.answered_by, line.is_on_behalf) == ("yes", "online", focal_point, False)
    assertContains(client.get(meeting.get_absolute_url()), 'aria-pressed="true"')

    client.post(address(meeting, ilo), {"person": focal_point.pk, "tap": "no ", "version": line.version})

    line.refresh_from_db()
    assert (line.answer, line.mode, Attendance.objects.count()) == ("no", "", 1)
    assert told(secretariat, "meeting_answered") == 1  # once a day, however many answer


def test_replacement_needs_a_name_and_is_shown(client, meeting, ilo, focal_point):
    client.force_login(focal_point)
    form = {"person": focal_point.pk, "answer": "replaced", "mode": "room", "note": "On mission"}

    refused = client.post(address(meeting, ilo), form)
    assertContains(refused, "Give the name of the replacement.")
    assertContains(refused, "On mission")
    client.post(address(meeting, ilo), form | {"replaced_by": "Aña Núñez"})

    assertContains(client.get(meeting.get_absolute_url()), "replaced by Aña Núñez")


def test_people_without_account_are_answered_for_once_however_their_name_is_written(client, meeting, ilo, alternate):
    client.force_login(alternate)
    for name in ("José Peña", "JOSE PENA", " josé peña "):
        line = Attendance.objects.first()
        sent = {"person": "other", "name": name, "answer": "maybe", "version": line.version if line else ""}
        client.post(address(meeting, ilo), sent)

    assert [line.person_name for line in Attendance.objects.all()] == ["José Peña"]


def test_person_of_two_entities_answers_for_each_and_a_seat_may_be_shared(meeting, ilo, fao, focal_point, alternate):
    Appointment.objects.create(user=focal_point, entity=fao, role=Role.ALTERNATE, starts=date(2020, 1, 1))

    answer(meeting, ilo, focal_point, Answer.YES, Mode.ROOM)
    answer(meeting, ilo, alternate, Answer.NO)
    answer(meeting, fao, focal_point, Answer.MAYBE)

    given = Attendance.objects.order_by("entity__code", "answer").values_list("entity__code", "person", "answer")
    assert list(given) == [
        ("FAO", focal_point.pk, "maybe"),
        ("ILO", alternate.pk, "no"),
        ("ILO", focal_point.pk, "yes"),
    ]


def test_who_was_listed_by_name_keeps_the_line_when_the_account_answers(meeting, ilo, focal_point):
    listed = meeting.attendance.create(entity=ilo, person_name=str(focal_point).upper())

    assert answer(meeting, ilo, focal_point, Answer.YES) == listed


def test_secretariat_answers_on_behalf_and_the_line_says_so(editor, meeting, ilo, focal_point, secretariat):
    editor.post(address(meeting, ilo), {"person": focal_point.pk, "answer": "yes", "mode": "room"})

    line = Attendance.objects.get()
    assert (line.is_on_behalf, line.answered_by) == (True, secretariat)
    page = editor.get(invitations_of(meeting))
    assertContains(page, "answered by the secretariat on behalf")
    assert told(secretariat, "meeting_answered") == 0


def test_same_answer_counts_anew_by_the_entity_itself_and_after_a_move(meeting, ilo, focal_point, secretariat):
    answer(meeting, ilo, focal_point, Answer.YES, by=secretariat)
    own = answer(meeting, ilo, focal_point, Answer.YES)
    assert (own.is_on_behalf, own.answered_by) == (False, focal_point)

    assert answer(meeting, ilo, focal_point, Answer.YES, by=secretariat).answered_at == own.answered_at
    meeting.earlier_slots.create(date=SOON, moved_by=secretariat, reason="A strike.")
    assert known_answer(meeting, focal_point) == "NEEDS-ACTION"
    assert answer(meeting, ilo, focal_point, Answer.YES).answered_at > own.answered_at
    assert known_answer(meeting, focal_point) == "ACCEPTED"


def test_answer_that_somebody_else_gave_meanwhile_is_not_replaced_unseen(client, meeting, ilo, focal_point, alternate):
    client.force_login(alternate)
    answer(meeting, ilo, focal_point, Answer.YES, Mode.ROOM)

    page = client.post(address(meeting, ilo), {"person": focal_point.pk, "answer": "no"})

    assertContains(page, "Somebody has answered for Focal meanwhile: Will attend.")
    assert Attendance.objects.get().answer == "yes"
    version = page.context["form"]["version"].value()
    client.post(address(meeting, ilo), {"person": focal_point.pk, "answer": "no", "version": version})
    assert Attendance.objects.get().answer == "no"


@pytest.mark.parametrize(
    ("situation", "reason"),
    [
        ({"state": "in_progress"}, "The meeting takes no answers now."),
        ({"state": "cancelled", "cancelled_because": "Storm"}, "The meeting takes no answers now."),
        ({"date": date(2024, 7, 30)}, "The meeting takes no answers now."),
        ({"kind": "working_group"}, "ILO is not invited to this meeting."),
    ],
)
def test_answer_is_refused_in_words(make, ilo, focal_point, situation, reason):
    meeting = make_meeting_with_hours(make, **({"date": SOON} | situation))

    with pytest.raises(AnswerRefused, match=reason):
        answer(meeting, ilo, focal_point, Answer.YES)

    assert not Attendance.objects.exists()


def test_meeting_without_hours_takes_answers_until_its_day_is_over(make, ilo, focal_point):
    answer(make_meeting(make, date=timezone.localdate()), ilo, focal_point, Answer.YES)

    with pytest.raises(AnswerRefused):
        answer(make_meeting(make, date=timezone.localdate() - timedelta(days=2)), ilo, focal_point, Answer.YES)


def test_only_focal_points_and_alternates_answer_and_only_for_those_who_serve(
    meeting, ilo, focal_point, contributor, other_focal_point
):
    for stranger in (contributor, other_focal_point):
        with pytest.raises(PermissionDenied):
            answer(meeting, ilo, focal_point, Answer.YES, by=stranger)
    with pytest.raises(AnswerRefused, match="does not serve ILO"):
        answer(meeting, ilo, other_focal_point, Answer.YES, by=focal_point)


# Who has not answered


def test_those_who_have_not_answered_are_reminded_once_a_day(
    editor, meeting, ilo, fao, focal_point, alternate, other_focal_point
):
    meeting.invitations.create(entity=ilo)
    meeting.invitations.create(entity=fao)
    assert [row.detail for row in answers_to_give(focal_point)] == ["ILO"]
    answer(meeting, ilo, alternate, Answer.YES)
    remind = reverse("meetings:invitation_remind", args=[meeting.slug])

    editor.post(remind)
    response = editor.post(remind, follow=True)

    assertContains(response, "1 entity is reminded, at most once a day.")
    assert (told(other_focal_point, "meeting_answer_missing"), told(focal_point, "meeting_answer_missing")) == (1, 0)
    assert answers_to_give(focal_point) == []


def test_nobody_is_reminded_of_a_meeting_that_was_cancelled_or_is_over(
    editor, meeting, fao, other_focal_point, secretariat
):
    meeting.invitations.create(entity=fao)
    inviting.remind(meeting, secretariat)
    waiting = Notification.objects.of(other_focal_point).waiting().filter(params__sentence="meeting_answer_missing")
    assert waiting.exists()

    MEETING.perform(meeting, "cancel", by=secretariat, reason="No quorum.")

    assert not waiting.exists()
    over = make_meeting_with_hours(None, date=date(2024, 7, 30))
    for gone in (meeting, over):
        assert editor.post(reverse("meetings:invitation_remind", args=[gone.slug])).status_code == 403


def test_day_of_a_letter_is_the_secretariats_wherever_the_button_is_pressed(
    meeting, ilo, fao, focal_point, other_focal_point, alternate, secretariat
):
    for zone, person in (("Pacific/Kiritimati", focal_point), ("Pacific/Honolulu", alternate)):
        with timezone.override(zone):
            inviting.remind(meeting, secretariat)
            answer(meeting, ilo, person, Answer.YES)

    assert told(other_focal_point, "meeting_answer_missing") == 1
    assert told(secretariat, "meeting_answered") == 1


def test_mail_addresses_stand_on_no_page_and_names_only_for_members(client, editor, make, meeting, ilo, focal_point):
    meeting.is_public = True
    meeting.save()
    answer(meeting, ilo, focal_point, Answer.YES)

    for page in (invitations_of(meeting), address(meeting, ilo), meeting.get_absolute_url()):
        assertNotContains(editor.get(page), "focal@ilo.example")
    client.logout()
    assertNotContains(client.get(meeting.get_absolute_url()), str(focal_point))


def test_pages_of_invitations_ask_the_same_number_of_queries(
    editor, make, meeting, django_assert_num_queries, ilo, focal_point
):
    def count():
        with django_assert_num_queries(QUERIES):
            editor.get(invitations_of(meeting))

    answer(meeting, ilo, focal_point, Answer.YES)
    editor.get(invitations_of(meeting))
    count()
    for code in ("UNDP", "WFP"):
        person = make.person(f"focal@{code}.example", make.entity(code))
        answer(meeting, make.entity(code), person, Answer.NO)
    count()


QUERIES = 14
