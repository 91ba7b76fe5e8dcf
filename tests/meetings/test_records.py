"""The record of a meeting from its draft to its adoption, through the pages."""

from datetime import date, timedelta

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import pgettext
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from core import dates
from core.models import Notification, TransitionEvent
from meetings import record_link, times
from meetings.clearance_answers import answers_to
from meetings.clearance_workflow import PROPOSAL
from meetings.clearing import entities_asked
from meetings.due_records import look_after_records
from meetings.models import Attendance, Corrigendum, Intervention, Meeting, Objection, Proposal, Record
from meetings.papers.record import corrigenda, has_record, standing_of
from meetings.record import record_for
from meetings.workflow import MEETING
from tests.meetings.factory import make_attendance, make_intervention
from tests.meetings.papers import paper_address, text_of_docx, text_of_paper
from tests.meetings.record_factory import DAYS, circulate, make_held_meeting, propose

DRAFT_PARTS = {"parts-TOTAL_FORMS": "4", "parts-INITIAL_FORMS": "4"}


def page(name, meeting, *more):
    return reverse(f"meetings:{name}", args=[meeting.slug, *more])


def told(person):
    return set(Notification.objects.filter(person=person).values_list("params__sentence", flat=True))


@pytest.fixture
def meeting(make, ilo, fao):
    return make_held_meeting(make, ilo, fao)


def test_secretariat_compiles_edits_and_circulates(client, make, meeting, secretariat, focal_point, alternate, editor):
    assertContains(editor.get(page("record_detail", meeting)), "The draft is not compiled yet")
    assertRedirects(editor.post(page("record_compile", meeting)), page("record_detail", meeting))
    record = Record.objects.get(meeting=meeting)
    opening = record.parts.get(kind="opening")
    assert opening.body_en == f"The meeting was held on {dates.day(meeting.date)}. 2 entities took part."
    assert record.parts.get(item__number=1).body_fr == "They spoke of counting. [fr]"

    rows = {f"parts-{n}-id": part.pk for n, part in enumerate(record.parts.all())}
    texts = {f"parts-{n}-body_en": part.body_en for n, part in enumerate(record.parts.all())}
    versions = {f"parts-{n}-version": part.version for n, part in enumerate(record.parts.all())}
    sent = {**DRAFT_PARTS, **rows, **texts, **versions, "parts-0-body_en": "We met in July."}
    assertRedirects(editor.post(page("record_edit", meeting), sent), page("record_detail", meeting))
    assertContains(editor.get(page("record_detail", meeting)), "We met in July.")

    # Compiled again, the edited part stays unless it is chosen.
    assertContains(editor.get(page("record_compile", meeting)), 'value="opening"')
    editor.post(page("record_compile", meeting))
    opening.refresh_from_db()
    assert opening.body_en == "We met in July."

    yesterday = times.today_in() - timedelta(days=1)
    refused = {"deadline_on": yesterday.isoformat(), "deadline_zone": "America/New_York"}
    record.refresh_from_db()
    response = editor.post(page("record_circulate", meeting), refused | {"version": record.version})
    assertContains(response, "This moment has passed")
    far = refused | {"deadline_on": "9999-12-31", "version": record.version}
    assertContains(editor.post(page("record_circulate", meeting), far), "Choose a day between")
    deadline = {"deadline_on": (times.today_in() + timedelta(days=DAYS)).isoformat()}
    editor.post(page("record_circulate", meeting), refused | deadline | {"version": record.version})

    meeting.refresh_from_db()
    assert meeting.state == "clearance"
    revision = record.open_revision()
    assert (revision.number, [row.entity.code for row in revision.clearances.all()]) == (0, ["FAO", "ILO"])
    assert told(focal_point) == told(alternate) == {"record_circulated"}
    assert told(secretariat) == set()


def test_entities_clear_and_silence_adopts(
    client, make, meeting, ilo, fao, secretariat, focal_point, other_focal_point, contributor
):
    revision = circulate(meeting, secretariat)
    spoken = Intervention.objects.get(entity=ilo)
    client.force_login(focal_point)
    assertContains(client.get(page("record_detail", meeting)), "Propose another wording for paragraph")

    form = page("proposal_create", meeting, spoken.pk, "en")
    assertContains(client.post(form, {"after": spoken.text_en}), "change what shall be different")
    client.post(form, {"after": "ILO counts in hours", "why": "Days are too coarse."})
    proposal = Proposal.objects.get()
    assert (proposal.before, proposal.entity, proposal.state) == (spoken.text_en, ilo, "open")
    assertContains(client.post(form, {"after": "ILO counts in minutes"}), "A wording is proposed already")
    assert told(secretariat) == {"record_proposal"}

    client.force_login(secretariat)
    shown = client.get(page("record_clearance", meeting))
    assertContains(shown, "<ins>hours</ins>")
    assertContains(shown, "To be cleared until")
    client.post(proposal.get_transition_url("accept"))
    spoken.refresh_from_db()
    assert spoken.text_en == "ILO counts in hours"
    # Its wording is accepted, which is not the same as that it confirmed.
    assert [answer.state for answer in answers_to(revision) if answer.entity == ilo] == ["wording_accepted"]

    client.force_login(other_focal_point)
    client.post(page("record_confirm", meeting, fao.slug))
    assert revision.clearances.get(entity=fao).confirmed_by == other_focal_point
    # The circulated text itself has not changed.
    assertContains(client.get(page("record_detail", meeting)), "ILO counts in days [en]")

    with time_machine.travel(revision.deadline + timedelta(hours=30)):
        look_after_records()
        look_after_records()
    meeting.refresh_from_db()
    revision.refresh_from_db()
    assert (meeting.state, meeting.adopted_on) == ("adopted", times.local(revision.deadline, "America/New_York").date())
    assert (revision.outcome, revision.closed_at) == ("adopted", revision.deadline)
    assert TransitionEvent.objects.of(meeting).filter(event="adopt", by=None).count() == 1
    assert "record_adopted" in told(focal_point) & told(secretariat)

    client.logout()
    response = client.get(page("record_detail", meeting))
    assertContains(response, "ILO counts in hours")
    assertContains(response, "Corrections")
    assertNotContains(response, "Closed matter")
    assertNotContains(response, "Speaker of ILO", html=False)


def test_wording_accepted_in_the_original_makes_the_other_languages_working_translations(
    client, meeting, ilo, secretariat, focal_point
):
    revision = circulate(meeting, secretariat)
    for language, working in [("en", ["ar", "es", "fr", "ru", "zh-hans"]), ("fr", ["ar", "es", "ru", "zh-hans"])]:
        proposal = propose(revision, ilo, focal_point, f"Hours [{language}]", language)
        PROPOSAL.perform(proposal, "accept", by=secretariat)
        assert sorted(Intervention.objects.get(entity=ilo).working_translations) == working
    with time_machine.travel(revision.deadline + timedelta(hours=1)):
        look_after_records()

    noted = {}
    for language in ("en", "fr", "ru"):
        with translation.override(language):
            words, address = pgettext("translation", "Working translation"), page("record_detail", meeting)
        noted[language] = words in client.get(address).content.decode()
    assert noted == {"en": False, "fr": False, "ru": True}
    assert "(рабочий перевод)" in text_of_paper(client, meeting, "record", language="ru")


def test_objection_keeps_the_record_from_adoption_until_it_is_withdrawn(client, meeting, ilo, secretariat, focal_point):
    revision = circulate(meeting, secretariat)
    client.force_login(focal_point)
    assertContains(client.post(page("record_object", meeting, ilo.slug), {"reason": " "}), "This field is required")
    client.post(page("record_object", meeting, ilo.slug), {"reason": "The decision was another."})
    objection = Objection.objects.get()
    assert told(secretariat) == {"record_objection"}

    with time_machine.travel(revision.deadline + timedelta(minutes=1)):
        look_after_records()
        look_after_records()
        meeting.refresh_from_db()
        assert meeting.state == "clearance"
        assert told(secretariat) == {"record_objection", "record_stuck"}

    settled = revision.deadline + timedelta(days=3)
    with time_machine.travel(settled, tick=False):
        client.force_login(focal_point)
        client.post(objection.get_transition_url("withdraw"))
        look_after_records()
    revision.refresh_from_db()
    assert (revision.outcome, revision.closed_at) == ("adopted", settled)


def test_record_that_is_taken_back_is_circulated_again_as_rev_1(client, meeting, ilo, secretariat, focal_point, editor):
    first = circulate(meeting, secretariat)
    propose(first, ilo, focal_point)
    editor.post(meeting.get_transition_url("take_back"), {"reason": "An item was missing."})
    meeting.refresh_from_db()
    assert meeting.state == "record_preparation"
    said = Intervention.objects.get(entity=ilo)
    said.text_en, said.text_fr = "ILO counts otherwise", "L'OIT compte autrement"
    said.save()

    # Members still read what was circulated, and its print says what became of it.
    assert (has_record(meeting, focal_point), has_record(meeting, AnonymousUser())) == (True, False)
    assert standing_of(record_for(meeting, focal_point)) == "Taken back"

    second = circulate(meeting, secretariat)

    first.refresh_from_db()
    assert (first.outcome, second.number, second.is_open) == ("taken_back", 1, True)
    response = editor.get(page("record_compare", meeting))
    assertContains(response, "<ins>otherwise</ins>")
    # What changed in another language than the reader's stands there too.
    assertContains(response, "<ins>autrement</ins>")
    assertContains(editor.get(page("record_detail", meeting)), "Rev.1")
    earlier = editor.get(page("record_detail", meeting) + "?revision=0")
    assertContains(earlier, "ILO counts in days")
    assertContains(earlier, "record.docx?revision=0")
    printed = text_of_docx(editor.get(paper_address(meeting, "record") + "?revision=0").content)
    for words in ("ILO counts in days", "Taken back", "Contains parts for members only"):
        assert words in printed
    assert "ILO counts otherwise" in text_of_docx(editor.get(paper_address(meeting, "record")).content)
    assert editor.get(paper_address(meeting, "record") + "?revision=7").status_code == 404
    client.logout()
    assert client.get(paper_address(meeting, "record") + "?revision=0").status_code == 404
    assert client.get(page("record_detail", meeting)).status_code == 404


def test_entities_that_are_silent_are_reminded_two_days_and_one_day_before(
    client, meeting, ilo, fao, secretariat, focal_point, other_focal_point, editor
):
    revision = circulate(meeting, secretariat)
    row = revision.clearances.get(entity=fao)
    row.confirmed_at, row.confirmed_by = timezone.now(), other_focal_point
    row.save()
    Notification.objects.all().delete()

    def number():
        return Notification.objects.filter(person=focal_point, params__sentence="record_reminder").count()

    for hours, expected in [(50, 0), (47, 1), (46, 1), (23, 2), (1, 2)]:
        with time_machine.travel(revision.deadline - timedelta(hours=hours)):
            look_after_records()
        assert number() == expected
    editor.post(page("record_remind", meeting))
    editor.post(page("record_remind", meeting))
    assert number() == 3
    assert told(other_focal_point) == set()


def test_after_adoption_only_a_corrigendum_is_published(client, make, meeting, secretariat, editor):
    revision = circulate(meeting, secretariat)
    assert editor.get(page("corrigendum_create", meeting)).status_code == 403
    with time_machine.travel(revision.deadline):
        look_after_records()
    text = {"text_en": "For “days” read “hours”.", "original_language": "en", "reason": "A slip."}

    assertContains(editor.post(page("corrigendum_create", meeting), text), "This field is required")
    editor.post(page("corrigendum_create", meeting), text | {"is_final": "on"})
    closed = meeting.items.get(number=2)
    more = {"text_en": "Secret slip", "item": closed.pk, "is_final": "on"}
    editor.post(page("corrigendum_create", meeting), text | more)

    assert list(Corrigendum.objects.values_list("number", flat=True)) == [1, 2]
    assert editor.get(page("record_edit", meeting)).status_code == 403
    assertContains(editor.get(page("record_detail", meeting)), "Secret slip")
    client.logout()
    response = client.get(page("record_detail", meeting))
    assertContains(response, "For “days” read “hours”.")
    assertNotContains(response, "Secret slip")


def test_corrigendum_to_a_record_that_was_adopted_elsewhere_is_read_by_members_too(
    client, meeting, ilo, secretariat, focal_point, other_focal_point, editor
):
    meeting.attendance.filter(entity__code="FAO").update(presence="", answer="yes")
    meeting.interventions.filter(entity__code="FAO").delete()
    meeting.state = "adopted"
    meeting.save()
    text = {"text_en": "For “days” read “hours”.", "original_language": "en", "reason": "A slip.", "is_final": "on"}
    with time_machine.travel("2026-11-10 23:30+00:00", tick=False), timezone.override("Asia/Bangkok"):
        editor.post(page("corrigendum_create", meeting), text)

    assert told(focal_point) == {"record_corrigendum"}
    assert told(other_focal_point) == set()
    for reader in (focal_point, AnonymousUser()):
        printed = record_for(meeting, reader)
        assert [str(corrigendum.text) for corrigendum in printed.corrigenda] == [text["text_en"]]
        with timezone.override("Asia/Bangkok"):
            assert corrigenda(printed)[-1].runs[0].text == f"{dates.day(date(2026, 11, 11))} · A slip."


def test_entity_whose_answer_alone_is_known_is_not_asked_to_clear(make, meeting):
    make_attendance(make, meeting, make.entity("WFP"), presence="", answer="yes")
    make_attendance(make, meeting, make.entity("UNDP"), presence="room")

    assert [entity.code for entity in entities_asked(meeting).order_by("code")] == ["FAO", "ILO", "UNDP"]


@pytest.mark.parametrize(
    ("state", "readers"),
    [("in_progress", []), ("record_preparation", ["officer"]), ("adopted", ["officer", "member", "visitor"])],
)
def test_page_paper_and_meeting_agree_on_who_has_a_record_to_read(meeting, secretariat, focal_point, state, readers):
    meeting.state = state
    people = {"officer": secretariat, "member": focal_point, "visitor": AnonymousUser()}

    for name, person in people.items():
        answers = (
            record_for(meeting, person) is not None,
            has_record(meeting, person),
            record_link.context(meeting, person).get("has_record", False),
        )
        assert answers == (name in readers,) * 3, name


def test_paragraphs_have_the_same_number_for_every_reader(make, meeting, ilo, secretariat, focal_point):
    closed = meeting.items.get(number=2)
    make_intervention(make, meeting, ilo, item=closed, text="Behind doors")
    make_intervention(make, meeting, ilo, text="Of the meeting as a whole")
    revision = circulate(meeting, secretariat)
    with time_machine.travel(revision.deadline):
        look_after_records()
    meeting.refresh_from_db()

    member, visitor = record_for(meeting, focal_point), record_for(meeting, AnonymousUser())

    assert [said.paragraph for said in member.items[0].interventions] == [3, 4]
    assert [said.paragraph for said in member.items[-1].interventions] == [6]
    assert [said.paragraph for said in visitor.items[-1].interventions] == [6]
    assert visitor.items[1].is_hidden
    assert visitor.items[1].is_empty
    assert [line.people for line in visitor.attendance] == [[], []]
    assert member.attendance[0].people == [("Speaker of FAO", "", "Present")]


def test_visitors_read_the_entities_that_came_and_members_guests_and_names_too(make, meeting, fao, focal_point):
    make_attendance(make, meeting, make.entity("WFP"), presence="apologies")
    make_attendance(make, meeting, make.entity("UNDP"), presence="")
    guest = {"entity": None, "organization": "University of Nairobi", "person_name": "Guest", "presence": "room"}
    Attendance.objects.create(meeting=meeting, **guest)
    meeting.state = "adopted"
    meeting.save()

    member, visitor = record_for(meeting, focal_point), record_for(meeting, AnonymousUser())

    assert [str(line.entity.acronym) for line in visitor.attendance] == ["FAO", "ILO"]
    assert [str(line.entity.acronym) if line.entity else line.organization for line in member.attendance] == [
        "FAO",
        "ILO",
        "WFP",
        "University of Nairobi",
    ]


def test_page_needs_the_same_queries_for_one_intervention_and_for_three(
    client, make, meeting, ilo, fao, secretariat, focal_point
):
    client.force_login(focal_point)
    circulate(meeting, secretariat)
    counted = []
    for _revision in range(2):
        for name in ("record_detail", "record_clearance"):
            client.get(page(name, meeting))
            with CaptureQueriesContext(connection) as queries:
                assert client.get(page(name, meeting)).status_code == 200
            counted.append((name, len(queries)))
        MEETING.perform(Meeting.objects.get(pk=meeting.pk), "take_back", by=secretariat, reason="More was said.")
        for number in range(2):
            make_intervention(make, meeting, fao, item=meeting.items.first(), text=f"More {number}")
        propose(circulate(meeting, secretariat), ilo, focal_point)

    assert counted[:2] == counted[2:]
