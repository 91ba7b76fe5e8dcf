"""Meeting mode: several note takers see where the meeting stands, and log what is said."""

import json
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertNumQueries, assertRedirects

from core.models import Draft, Notification
from meetings.live import live_for
from meetings.models import Intervention, ItemTurn, Meeting
from tests.meetings.factory import make_intervention, make_item, make_meeting

JSON = {"Accept": "application/json"}


@pytest.fixture
def meeting(make):
    """Runs since an hour, and ends in an hour; three items of twenty minutes."""
    start = timezone.now() - timedelta(hours=1)
    hours = {"start_time": start.time(), "end_time": (start + timedelta(hours=2)).time(), "time_zone": "UTC"}
    if start.date() != (start + timedelta(hours=2)).date():
        hours |= {"start_time": "00:00", "end_time": "23:59"}
    meeting = make_meeting(make, state="in_progress", is_public=True, date=start.date(), **hours)
    for _number in range(3):
        make_item(make, meeting, minutes=20)
    return meeting


def live(meeting):
    return reverse("meetings:meeting_live", args=[meeting.slug])


def call(browser, meeting, item, turn=None, **headers):
    address = reverse("meetings:item_call", args=[meeting.slug]) + f"?turn={turn.pk if turn else ''}"
    return browser.post(address, {"call": item.pk if item else ""}, headers=headers)


def running(meeting):
    return meeting.turns.running().first()


def words(entity, **changes):
    return {"entity": entity.pk, "kind": "statement", "original_language": "en", "text": "We share it."} | changes


# Where the meeting stands


def test_items_are_called_one_after_the_other_and_their_time_is_kept(editor, secretariat, meeting):
    first, second, third = meeting.items.all()
    page = editor.get(live(meeting))
    assertContains(page, "No item is called yet")

    assertRedirects(call(editor, meeting, first), live(meeting), fetch_redirect_response=False)
    turn = running(meeting)
    assert (turn.item, turn.called_by) == (first, secretariat)
    ItemTurn.objects.filter(pk=turn.pk).update(began_at=timezone.now() - timedelta(minutes=26))
    call(editor, meeting, second, turn)
    call(editor, meeting, None, running(meeting))
    assert running(meeting) is None
    assertContains(editor.get(live(meeting)), "Go on with item 2")
    call(editor, meeting, second)

    state = live_for(meeting)
    assert [row.minutes_spent for row in state.rows] == [26, 0, 0]
    assert [row.minutes_over for row in state.rows] == [6, 0, 0]
    assert (state.current.item, state.previous.item, state.next.item) == (second, first, third)
    assertContains(editor.get(live(meeting)), "Took 26 of 20 min")


def test_two_note_takers_who_press_next_at_once_move_on_by_one_item(editor, colleague, meeting):
    first, second, third = meeting.items.all()
    call(editor, meeting, first)
    seen = running(meeting)

    assert call(editor, meeting, second, seen, **JSON).status_code == 200
    assert call(colleague, meeting, second, seen, **JSON).status_code == 200
    late = call(colleague, meeting, third, seen, **JSON)

    assert (late.status_code, running(meeting).item) == (409, second)
    assert "moved on meanwhile" in late.json()["message"]
    assert meeting.turns.count() == 2
    # Without script the page says the same.
    assertContains(
        colleague.post(reverse("meetings:item_call", args=[meeting.slug]) + "?turn=", {"call": third.pk}, follow=True),
        "moved on meanwhile",
    )


@pytest.mark.parametrize("key", ["0", "x", "99999999999999999999", "-1", "１"])
def test_item_that_is_not_on_the_agenda_is_refused_in_words(editor, meeting, key):
    answer = editor.post(reverse("meetings:item_call", args=[meeting.slug]), {"call": key}, headers=JSON)

    assert (answer.status_code, meeting.turns.count()) == (409, 0)


def test_meeting_that_is_closed_has_no_running_clock_and_calls_no_item(editor, meeting):
    item = meeting.items.first()
    call(editor, meeting, item)

    editor.post(meeting.get_transition_url("close"))

    assert running(meeting) is None
    assert meeting.turns.get().ended_at is not None
    assert call(editor, meeting, item).status_code == 403
    assertContains(editor.get(live(meeting)), "The meeting is closed")


def test_database_holds_one_running_turn_and_its_order(make, meeting):
    first, second, _third = meeting.items.all()
    turn = ItemTurn.objects.create(meeting=meeting, item=first)
    with pytest.raises(IntegrityError, match="item_turn_one_runs"), transaction.atomic():
        ItemTurn.objects.create(meeting=meeting, item=second)
    with pytest.raises(IntegrityError, match="item_turn_ends_after_start"), transaction.atomic():
        ItemTurn.objects.filter(pk=turn.pk).update(ended_at=turn.began_at - timedelta(seconds=1))
    ItemTurn.objects.filter(pk=turn.pk).update(ended_at=timezone.now())
    ItemTurn.objects.create(meeting=meeting, item=first)


def test_end_at_this_pace_counts_what_was_not_called_yet(make, meeting):
    first = meeting.items.first()
    began = meeting.starts_at
    ItemTurn.objects.create(meeting=meeting, item=first, began_at=began)
    meeting.refresh_from_db()

    on_time = live_for(meeting, began + timedelta(minutes=5))
    late = live_for(meeting, meeting.ends_at - timedelta(minutes=10))

    assert (on_time.ends - began, on_time.minutes_late) == (timedelta(minutes=60), 0)
    assert (late.ends - meeting.ends_at, late.minutes_late) == (timedelta(minutes=30), 30)
    assert on_time.current.until == began + timedelta(minutes=20)


def test_clock_is_that_of_the_city_whatever_the_zone_of_the_reader(editor, secretariat, meeting):
    secretariat.time_zone = "Asia/Kathmandu"
    secretariat.save()
    meeting.time_zone = "Africa/Nairobi"
    meeting.save()
    call(editor, meeting, meeting.items.first())
    began = running(meeting).began_at.astimezone(ZoneInfo("Africa/Nairobi"))

    page = editor.get(live(meeting))

    assert page.context["live"].since_clock == began.time()
    assertContains(page, f"{began:%H:%M}")
    assertContains(page, "Nairobi time")


# Logging


def test_logged_intervention_is_on_record_at_once_and_seen_by_the_other_note_taker(
    editor, colleague, make, meeting, ilo
):
    second = meeting.items.all()[1]
    call(editor, meeting, second)
    assert editor.get(live(meeting)).context["form"]["item"].value() == second.pk

    logged = editor.post(live(meeting), words(ilo, item=second.pk, kind="offer", original_language="ar", text="نعرض"))

    assertRedirects(logged, live(meeting) + "#id_entity", fetch_redirect_response=False)
    said = Intervention.objects.get()
    assert (said.entity, said.item, said.kind, said.is_draft) == (ilo, second, "offer", False)
    assert (said.original_language, said.text_ar, said.text_en) == ("ar", "نعرض", "")
    parts = colleague.get(reverse("meetings:live_state", args=[meeting.slug])).json()["parts"]
    assert "نعرض" in parts["said"]["html"]
    assert f"{said.get_edit_url()}?next=" in parts["said"]["html"]


def test_same_text_sent_twice_is_one_intervention(editor, meeting, ilo):
    """The answer to the first was lost on the way, and the button was pressed again."""
    for _time in range(2):
        answer = editor.post(live(meeting), words(ilo), headers=JSON)
        assert (answer.status_code, answer.json()) == (200, {"message": "ILO: on record"})
    assert Intervention.objects.count() == 1

    editor.post(live(meeting), words(ilo, text="We share more."), headers=JSON)
    assert Intervention.objects.count() == 2


def test_form_that_lacks_something_comes_back_with_what_was_typed(editor, meeting, ilo, fao):
    empty = editor.post(live(meeting), words(ilo, text="Typed in haste") | {"entity": ""}, headers=JSON)
    assertContains(empty, "Typed in haste")
    assert set(empty.context["form"].errors) == {"entity"}

    put = editor.post(live(meeting), words(ilo, addressed_to=fao.pk))
    assertContains(put, "Only a question is addressed to an entity.")
    assert not Intervention.objects.exists()


def test_text_that_is_not_logged_yet_is_kept_as_a_draft(editor, secretariat, meeting, ilo):
    autosave = editor.post(live(meeting), words(ilo, text="Half a sen", autosave="1"))
    assert autosave.status_code == 200
    assertContains(editor.get(live(meeting)), "Half a sen")

    # A button of another part, without script, takes the text along.
    item = meeting.items.first()
    address = reverse("meetings:item_call", args=[meeting.slug]) + "?turn="
    editor.post(address, words(ilo, text="Half a sentence", call=item.pk))
    assertContains(editor.get(live(meeting)), "Half a sentence")
    assert Draft.objects.get(user=secretariat).path == f"/meetings/{meeting.slug}/live/"

    editor.post(live(meeting), words(ilo, text="Half a sentence"))
    assert not Draft.objects.exists()


def test_entity_is_found_by_its_acronym_and_name_in_any_language(editor, make, meeting):
    make.entity("WHO", acronym_fr="OMS", name_ru="Всемирная организация здравоохранения")

    page = editor.get(live(meeting))

    option = next(line for line in page.content.decode().splitlines() if "data-words" in line and "WHO" in line)
    assert "OMS" in option
    assert "Всемирная организация здравоохранения" in option


# What others see


def test_state_is_sent_only_where_it_changed(editor, meeting, ilo):
    address = reverse("meetings:live_state", args=[meeting.slug])
    call(editor, meeting, meeting.items.first())
    first = editor.get(address)
    have = " ".join(part["digest"] for part in first.json()["parts"].values())

    same = editor.get(address, {"have": have}, headers={"If-None-Match": first["ETag"]})
    assert (same.status_code, same.content) == (304, b"")

    editor.post(live(meeting), words(ilo))
    changed = editor.get(address, {"have": have}, headers={"If-None-Match": first["ETag"]})
    assert (changed.status_code, set(changed.json()["parts"])) == (200, {"said"})


def test_part_that_becomes_empty_is_sent_also_where_another_one_is_empty(editor, make, meeting, ilo):
    """What waited for an answer goes from every page when it has one."""
    address = reverse("meetings:live_state", args=[meeting.slug])
    question = make_intervention(make, meeting, ilo, kind="question")
    parts = editor.get(address).json()["parts"]
    assert parts["prepared"]["html"].strip() == ""

    make_intervention(make, meeting, ilo, kind="answer", answers=question)
    changed = editor.get(address, {"have": " ".join(part["digest"] for part in parts.values())}).json()["parts"]

    assert changed["questions"]["html"].strip() == ""


def test_page_is_light_and_asks_the_same_number_of_queries_however_much_is_said(editor, make, meeting, ilo, fao):
    address = reverse("meetings:live_state", args=[meeting.slug])
    for number in range(12):
        make_item(make, meeting)
        kind = "question" if number % 2 else "statement"
        make_intervention(make, meeting, ilo, item=meeting.items.last(), kind=kind, text="Word " * 100)
        make_intervention(make, meeting, fao, item=meeting.items.last(), is_draft=True)
        if number in (0, 11):
            with assertNumQueries(STATE_QUERIES):
                editor.get(address)
    assert len(editor.get(live(meeting)).content) < 100_000
    assert json.dumps(editor.get(address).json())


STATE_QUERIES = 9


# Texts that entities prepared


def test_prepared_text_goes_on_record_as_it_was_read(editor, make, meeting, ilo):
    draft = make_intervention(make, meeting, ilo, is_draft=True, text="Prepared")
    page = editor.get(live(meeting))
    assertContains(page, "Prepared by entities")
    assertContains(page, f"{draft.get_record_url()}?version=1")
    Intervention.objects.filter(pk=draft.pk).update(text_en="Changed meanwhile")

    refused = editor.post(f"{draft.get_record_url()}?version=1", follow=True)
    assertContains(refused, "ILO changed its text meanwhile")
    draft.refresh_from_db()
    assert draft.is_draft

    assertRedirects(editor.post(f"{draft.get_record_url()}?version={draft.version}"), live(meeting))
    draft.refresh_from_db()
    assert (draft.is_draft, draft.text_en) == (False, "Changed meanwhile")
    assertNotContains(editor.get(live(meeting)), "Prepared by entities")
    assertContains(editor.post(draft.get_record_url(), follow=True), "on record already")


def test_rights_over_drafts_are_not_widened(client, make, meeting, ilo, focal_point, other_focal_point):
    draft = make_intervention(make, meeting, ilo, is_draft=True, text="Not yet said")
    for person, status in [(focal_point, 403), (other_focal_point, 404)]:
        client.force_login(person)
        assert client.post(f"{draft.get_record_url()}?version=1").status_code == status
        assert client.get(live(meeting)).status_code == 403
        assert client.get(reverse("meetings:live_state", args=[meeting.slug])).status_code == 403
    draft.refresh_from_db()
    assert draft.is_draft


# From the live page and back


def test_decision_and_action_point_lead_back_to_the_live_page(editor, make, meeting, ilo, focal_point):
    item = meeting.items.first()
    back = f"?item={item.pk}&next={live(meeting)}"
    decide, act = (
        reverse(f"meetings:{name}_create", args=[meeting.slug]) + back for name in ("decision", "action_point")
    )
    for address in (decide, act):
        assert editor.get(address).context["form"]["item"].value() == item.pk

    decided = editor.post(decide, {"item": item.pk, "original_language": "en", "text_en": "Agreed."})
    acted = editor.post(act, {"owners": [ilo.pk], "original_language": "en", "text_en": "Do it."})
    elsewhere = editor.post(
        decide.replace(live(meeting), "https://example.org/"), {"original_language": "en", "text_en": "Agreed too."}
    )

    assertRedirects(decided, live(meeting))
    assertRedirects(acted, live(meeting))
    assert Notification.objects.get(params__sentence="owns_action_point").person == focal_point
    assert "example.org" not in elsewhere["Location"]


def test_page_of_the_meeting_leads_note_takers_to_meeting_mode_and_nobody_else(client, editor, meeting, focal_point):
    assertContains(editor.get(meeting.get_absolute_url()), live(meeting))
    client.logout()
    assertNotContains(client.get(meeting.get_absolute_url()), live(meeting))
    client.force_login(focal_point)
    assertNotContains(client.get(meeting.get_absolute_url()), live(meeting))
    assert Meeting.objects.get().state == "in_progress"
