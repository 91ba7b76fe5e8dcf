"""Rows and records of others, named by their numbers in what is sent."""

import pytest
from django.urls import reverse

from core.models import TransitionEvent
from initiatives.models import Budget, Initiative, Participation
from meetings.models import AgendaItem, Intervention, MeetingDocument
from tests.initiatives.factory import make_initiative
from tests.meetings.factory import make_attendance, make_document, make_intervention, make_item, make_meeting

SETS = ("participations", "budgets", "contributions", "identifiers", "links", "relations")


def form_of(rows, **fields):
    """What the form of an initiative sends; `rows` is {prefix: [fields of a row that is stored already]}."""
    data = {"original_language": "en", "title_en": "Water", **fields}
    for prefix in SETS:
        sent = rows.get(prefix, [])
        data |= {f"{prefix}-TOTAL_FORMS": len(sent), f"{prefix}-INITIAL_FORMS": len(sent)}
        for number, row in enumerate(sent):
            data |= {f"{prefix}-{number}-{name}": value for name, value in row.items()}
    return data


@pytest.fixture
def foreign(make, fao):
    """A public initiative of FAO with a budget."""
    initiative = make_initiative(make, lead=fao)
    return Budget.objects.create(initiative=initiative, amount=5, currency="USD")


@pytest.mark.parametrize("new", [True, False])
def test_row_of_another_initiative_is_neither_changed_nor_taken_away(client, make, ilo, focal_point, foreign, new):
    own = make_initiative(make, state="draft", lead=ilo, complete=False)
    client.force_login(focal_point)
    url = reverse("initiatives:initiative_create") if new else own.get_edit_url()
    row = {"id": foreign.pk, "version": foreign.version, "amount": "1", "currency": "EUR", "initiative": own.pk}

    for change in (row, row | {"DELETE": "on"}):
        client.post(url, form_of({"budgets": [change]}, version=own.version, lead="ILO"))

    foreign.refresh_from_db()
    assert (foreign.amount, foreign.currency, foreign.initiative.lead.code) == (5, "USD", "FAO")


def test_new_initiative_is_led_only_by_an_entity_that_one_serves(client, fao, focal_point):
    client.force_login(focal_point)

    response = client.post(reverse("initiatives:initiative_create"), form_of({}, lead="FAO"))

    assert response.status_code == 422
    assert not Initiative.objects.exists()


def test_what_is_no_field_of_the_form_is_not_saved(client, make, ilo, fao, focal_point):
    initiative = make_initiative(make, state="draft", lead=ilo, complete=False)
    client.force_login(focal_point)

    client.post(
        initiative.get_edit_url(),
        form_of({}, version=initiative.version, state="published", lead="FAO", code="INI-999", slug="mine",
                confidence="A", confirmed_on="2024-01-01", created_by=focal_point.pk, is_demo="on", origin="x"),
    )  # fmt: skip

    stored = Initiative.objects.get()
    assert (stored.state, stored.lead, stored.code, stored.slug) == ("draft", ilo, initiative.code, initiative.slug)
    assert (stored.confidence, stored.confirmed_on, stored.created_by, stored.is_demo) == ("", None, None, False)


def test_partner_does_not_confirm_by_the_form_of_the_lead(client, make, ilo, fao, focal_point):
    initiative = make_initiative(make, state="draft", lead=ilo, complete=False)
    part = Participation.objects.create(initiative=initiative, role="partner", entity=fao)
    client.force_login(focal_point)
    row = {"id": part.pk, "version": part.version, "role": "partner", "name": "FAO"}
    row |= {"answer": "confirmed", "answered_by": focal_point.pk}

    response = client.post(initiative.get_edit_url(), form_of({"participations": [row]}, version=initiative.version))

    assert response.status_code == 302
    part.refresh_from_db()
    assert part.answer == ""


def test_part_in_another_initiative_is_not_answered_through_this_one(client, make, fao, other_focal_point):
    one, other = make_initiative(make), make_initiative(make)
    part = Participation.objects.create(initiative=other, role="partner", entity=fao)
    client.force_login(other_focal_point)

    response = client.post(
        reverse("initiatives:participation_answer", args=[one.slug, part.pk]), {"answer": "confirmed"}
    )

    assert response.status_code == 404
    part.refresh_from_db()
    assert part.answer == ""


def rows_of(meeting, prefix, pk, **fields):
    row = {"id": pk, "meeting": meeting.pk, **fields}
    return {f"{prefix}-TOTAL_FORMS": 1, f"{prefix}-INITIAL_FORMS": 1} | {
        f"{prefix}-0-{name}": value for name, value in row.items()
    }


def test_rows_of_another_meeting_are_not_changed(client, make, ilo, secretariat):
    """The record of the other one is adopted: nothing in it can be changed any more."""
    planned, adopted = make_meeting(make), make_meeting(make, state="adopted")
    item = make_item(make, adopted, title="Kept")
    attendance = make_attendance(make, adopted, ilo, person_name="Kept")
    document = make_document(make, adopted, level="secretariat")
    client.force_login(secretariat)
    meeting = {"original_language": "en", "title_en": "Planned", "kind": "mechanism", "date": "2026-01-01"}

    client.post(planned.get_edit_url(), meeting | rows_of(planned, "items", item.pk, number=1, title_en="Changed"))
    for name, pk in (("attendance_edit", attendance.pk), ("document_edit", document.pk)):
        data = rows_of(planned, "rows", pk, entity=ilo.pk, person_name="Changed", level="public", DELETE="on")
        client.post(reverse(f"meetings:{name}", args=[planned.slug]), data)

    assert AgendaItem.objects.get().title_en == "Kept [en]"
    attendance.refresh_from_db()
    assert attendance.person_name == "Kept"
    assert MeetingDocument.objects.get().level == "secretariat"


def test_intervention_keeps_its_entity_and_its_meeting(client, make, ilo, fao, focal_point):
    meeting, other = make_meeting(make, state="record_preparation"), make_meeting(make, state="record_preparation")
    intervention = make_intervention(make, meeting, ilo, is_draft=True)
    client.force_login(focal_point)

    client.post(
        intervention.get_edit_url(),
        {"entity": fao.pk, "meeting": other.pk, "kind": "offer", "original_language": "en", "text_en": "Changed",
         "version": intervention.version,
         "is_published_by_entity": "on", "is_draft": "", "is_summary": "on"},
    )  # fmt: skip

    stored = Intervention.objects.get()
    assert (stored.text_en, stored.entity, stored.meeting) == ("Changed", ilo, meeting)
    assert (stored.is_draft, stored.is_published_by_entity, stored.is_summary) == (True, False, False)


NEXT = ["https://evil.example/", "//evil.example/", "/\\evil.example/", "https:///evil.example", "javascript:alert(1)"]


@pytest.mark.parametrize("target", NEXT)
@pytest.mark.parametrize("name", ["set_language", "set_scheme", "entity_switch", "account_login", "account_logout"])
def test_nothing_leads_to_another_site(client, focal_point, name, target):
    data = {"next": target, "language": "fr", "login": focal_point.email, "password": "sstc-demo"}
    if name != "account_login":
        client.force_login(focal_point)

    response = client.post(f"{reverse(name)}?next={target}", data)

    assert response.status_code == 302
    assert "evil" not in response["Location"]
    assert "javascript" not in response["Location"]


@pytest.mark.parametrize("target", ["desk", "meetings:meeting_list", "a\0b", "9" * 30])
@pytest.mark.parametrize("name", ["set_scheme", "entity_switch"])
def test_word_that_is_no_address_leads_to_the_usual_page(client, focal_point, name, target):
    client.force_login(focal_point)

    response = client.post(reverse(name), {"next": target})

    assert response["Location"] in (reverse("home"), reverse("desk"))


def test_reason_with_a_character_that_the_database_refuses_is_kept_without_it(client, make, ilo, secretariat):
    initiative = make_initiative(make, state="submitted")
    client.force_login(secretariat)

    client.post(initiative.get_transition_url("return"), {"reason": "More\0 details"})

    assert TransitionEvent.objects.get().reason == "More details"


def test_entity_that_is_none_is_ignored_in_the_address(client, make, secretariat):
    meeting = make_meeting(make)
    client.force_login(secretariat)

    response = client.get(reverse("meetings:intervention_create", args=[meeting.slug]), {"entity": "a\0b"})

    assert response.status_code == 200
