"""An entity's people write down what it said, in their language, and link it to initiatives."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from meetings.models import Intervention
from tests.initiatives.factory import make_initiative
from tests.meetings.factory import make_intervention, make_item, make_meeting


def create_url(meeting, item=None):
    address = reverse("meetings:intervention_create", args=[meeting.slug])
    return f"{address}?item={item.number}" if item else address


def words(entity, **changes):
    return {
        "entity": entity.pk,
        "kind": "update",
        "original_language": "fr",
        "text_fr": "Nous avons lancé le projet.",
        "on_record": "1",
    } | changes


def test_focal_point_logs_what_her_entity_said_in_french_and_links_an_initiative(client, make, ilo, focal_point):
    meeting = make_meeting(make, state="record_preparation", is_public=True)
    item = make_item(make, meeting)
    initiative = make_initiative(make, lead=ilo)
    client.force_login(focal_point)

    response = client.post(
        create_url(meeting),
        words(
            ilo,
            item=item.pk,
            initiatives=[initiative.pk],
            goals=[make.goal(10).pk],
            speaker_name="Anastasiia Pavlova",
            speaker_title="Responsable",
        ),
    )

    intervention = Intervention.objects.get()
    assertRedirects(response, intervention.get_absolute_url(), fetch_redirect_response=False)
    assert (intervention.entity, intervention.item, intervention.kind, intervention.is_draft) == (
        ilo,
        item,
        "update",
        False,
    )
    assert (intervention.original_language, intervention.text_fr, intervention.speaker_title_fr) == (
        "fr",
        "Nous avons lancé le projet.",
        "Responsable",
    )
    assert list(intervention.initiatives.all()) == [initiative]
    assert [goal.number for goal in intervention.goals.all()] == [10]


def test_form_begins_with_the_item_and_the_language_of_the_page(client, make, focal_point):
    meeting = make_meeting(make)
    item = make_item(make, meeting, number=3)
    client.force_login(focal_point)

    form = client.get(f"/ar/meetings/{meeting.slug}/interventions/new/?item=3").context["form"]

    assert (form["item"].value(), form["original_language"].value()) == (item.pk, "ar")


@pytest.mark.parametrize("number", ["99", "x", "1' OR 1=1", "99999999999999999999"])
def test_unknown_item_in_the_address_is_ignored(client, make, focal_point, number):
    meeting = make_meeting(make)
    client.force_login(focal_point)

    response = client.get(reverse("meetings:intervention_create", args=[meeting.slug]), {"item": number})

    assert response.context["form"]["item"].value() is None


def test_intervention_that_is_prepared_before_the_meeting_stays_a_draft(client, make, ilo, focal_point):
    client.force_login(focal_point)

    client.post(create_url(make_meeting(make, state="scheduled")), words(ilo))

    assert Intervention.objects.get().is_draft


def test_contributor_writes_a_draft_that_a_focal_point_puts_on_record(client, make, ilo, contributor, focal_point):
    meeting = make_meeting(make, state="in_progress")
    client.force_login(contributor)
    client.post(create_url(meeting), words(ilo))
    draft = Intervention.objects.get()
    assert draft.is_draft

    client.force_login(focal_point)
    client.post(draft.get_edit_url(), words(ilo, text_fr="Nous avons lancé deux projets.", version=draft.version))

    draft.refresh_from_db()
    assert (draft.is_draft, draft.text_fr) == (False, "Nous avons lancé deux projets.")


def test_focal_point_keeps_a_draft(client, make, ilo, focal_point):
    client.force_login(focal_point)
    data = words(ilo)
    del data["on_record"]

    client.post(create_url(make_meeting(make, state="in_progress")), data)

    assert Intervention.objects.get().is_draft


def test_nobody_speaks_for_another_entity(client, make, fao, focal_point):
    client.force_login(focal_point)

    response = client.post(create_url(make_meeting(make, state="in_progress")), words(fao))

    assertContains(response, "Select a valid choice.")
    assert not Intervention.objects.exists()


def test_person_of_two_entities_chooses_the_one_that_spoke(client, make, ilo, fao, focal_point):
    from entities.models import Appointment, Role

    Appointment.objects.create(user=focal_point, entity=fao, role=Role.FOCAL_POINT, starts="2020-01-01")
    client.force_login(focal_point)
    meeting = make_meeting(make, state="in_progress")

    form = client.get(create_url(meeting)).context["form"]
    client.post(create_url(meeting), words(fao))

    assert form.asks_for_entity
    assert Intervention.objects.get().entity == fao


def test_contributor_of_one_and_focal_point_of_another_entity_has_each_right_where_it_holds(client, make, ilo, fao):
    from entities.models import Appointment, Role

    person = make.person("both@example.org", ilo, Role.CONTRIBUTOR)
    Appointment.objects.create(user=person, entity=fao, role=Role.FOCAL_POINT, starts="2020-01-01")
    meeting = make_meeting(make, state="in_progress")
    client.force_login(person)

    client.post(create_url(meeting), words(ilo))
    client.post(create_url(meeting), words(fao))

    assert {intervention.entity: intervention.is_draft for intervention in Intervention.objects.all()} == {
        ilo: True,
        fao: False,
    }


def test_text_in_the_chosen_language_is_required_and_what_was_typed_stays(client, make, ilo, focal_point):
    client.force_login(focal_point)

    response = client.post(
        create_url(make_meeting(make, state="in_progress")),
        words(ilo, original_language="ar", speaker_name="Anastasiia Pavlova"),
    )

    assertContains(response, "Write this text in العربية, the original language of the record.")
    assertContains(response, "Nous avons lancé le projet.")
    assertContains(response, "Anastasiia Pavlova")
    assertContains(response, "<title>Error: ")


def test_item_of_another_meeting_is_refused(client, make, ilo, focal_point):
    foreign = make_item(make, make_meeting(make))
    client.force_login(focal_point)

    response = client.post(create_url(make_meeting(make, state="in_progress")), words(ilo, item=foreign.pk))

    assertContains(response, "Select a valid choice.")


def test_only_visible_initiatives_can_be_linked(client, make, ilo, fao, focal_point):
    hidden = make_initiative(make, lead=fao, state="draft", title="Hidden")
    own_draft = make_initiative(make, lead=ilo, state="draft", title="Own draft")
    meeting = make_meeting(make, state="in_progress")
    client.force_login(focal_point)

    page = client.get(create_url(meeting))
    response = client.post(create_url(meeting), words(ilo, initiatives=[hidden.pk]))

    assertContains(page, own_draft.code)
    assertNotContains(page, "Hidden")
    assertContains(response, "Select a valid choice.")


def test_link_to_an_initiative_that_the_editor_does_not_see_survives(client, make, ilo, fao, focal_point):
    hidden, shown = make_initiative(make, lead=fao, state="draft"), make_initiative(make, lead=ilo)
    meeting = make_meeting(make, state="in_progress")
    intervention = make_intervention(make, meeting, ilo, initiatives=[hidden, shown])
    client.force_login(focal_point)

    client.post(intervention.get_edit_url(), words(ilo, initiatives=[], version=intervention.version))

    assert list(intervention.initiatives.all()) == [hidden]


def test_secretariat_writes_for_any_entity(client, make, fao, secretariat):
    client.force_login(secretariat)

    client.post(create_url(make_meeting(make, state="in_progress")), words(fao))

    assert Intervention.objects.get().entity == fao


def test_item_for_members_can_be_spoken_to_by_members(client, make, ilo, focal_point):
    meeting = make_meeting(make, state="in_progress")
    item = make_item(make, meeting, is_members_only=True)
    client.force_login(focal_point)

    client.post(create_url(meeting), words(ilo, item=item.pk))

    assert Intervention.objects.get().item == item


def test_intervention_is_removed_after_asking(client, make, ilo, focal_point):
    meeting = make_meeting(make, state="in_progress")
    intervention = make_intervention(make, meeting, ilo, text="Spoken words")
    client.force_login(focal_point)

    assertContains(client.get(intervention.get_delete_url()), "Spoken words")
    response = client.post(intervention.get_delete_url(), {"version": intervention.version})

    assertRedirects(response, meeting.get_absolute_url())
    assert not Intervention.objects.exists()


def test_adopted_record_takes_no_more_changes(client, make, ilo, focal_point, secretariat):
    intervention = make_intervention(make, make_meeting(make, state="adopted"), ilo, text="Final")

    for person in (focal_point, secretariat):
        client.force_login(person)
        assert client.post(intervention.get_edit_url(), words(ilo)).status_code == 403
        assert client.post(intervention.get_delete_url()).status_code == 403

    intervention.refresh_from_db()
    assert intervention.text_en == "Final [en]"


def test_links_of_the_page_lead_to_the_form_with_the_item(client, make, focal_point):
    meeting = make_meeting(make, state="in_progress")
    item = make_item(make, meeting)
    client.force_login(focal_point)

    assertContains(client.get(meeting.get_absolute_url()), create_url(meeting, item))
