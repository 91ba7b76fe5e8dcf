"""One's own profile, and the entity one works for."""

import pytest
from django.urls import reverse

from entities.acting import acting_entities
from entities.models import Appointment, Role, User
from entities.roles import is_secretariat, represented_ids
from tests.forms_on_page import opened

PROFILE = {"full_name": "Leila Haddad", "job_title": "Officer", "language": "fr", "time_zone": "Europe/Zurich"}


@pytest.fixture
def save(client, focal_point):
    def post(**changes):
        client.force_login(focal_point)
        url = reverse("profile")
        return client.post(url, opened(client, url) | PROFILE | changes)

    return post


def test_person_keeps_the_own_profile(save, focal_point):
    save()

    focal_point.refresh_from_db()
    assert (focal_point.full_name, focal_point.language, focal_point.time_zone) == (
        "Leila Haddad", "fr", "Europe/Zurich",
    )  # fmt: skip


@pytest.mark.parametrize("language", ["ar", "en", "zh-hans"])
def test_chosen_language_is_that_of_the_next_page(save, language):
    assert save(language=language)["Location"] == f"/{language}/accounts/profile/"


@pytest.mark.parametrize(("field", "value"), [("language", "de"), ("time_zone", "Mars/Base"), ("full_name", "")])
def test_what_is_none_is_refused(save, focal_point, field, value):
    response = save(**{field: value})

    assert field in response.context["form"].errors
    focal_point.refresh_from_db()
    assert focal_point.full_name == "Focal"


def test_rights_and_address_cannot_be_changed(save, focal_point):
    save(email="other@ilo.example", is_superuser="on", is_staff="on")

    focal_point.refresh_from_db()
    assert (focal_point.email, focal_point.is_superuser, focal_point.is_staff) == ("focal@ilo.example", False, False)


def test_profile_lists_the_own_appointments_only(client, focal_point, other_focal_point):
    client.force_login(focal_point)

    response = client.get(reverse("profile"))

    assert [appointment.entity.code for appointment in response.context["appointments"]] == ["ILO"]
    assert f'href="{reverse("account_change_password")}"' in response.content.decode()


@pytest.fixture
def both(focal_point, fao):
    """The focal point of ILO contributes to FAO too."""
    Appointment.objects.create(user=focal_point, entity=fao, role=Role.CONTRIBUTOR, starts="2020-01-01")
    return focal_point


def switch(client, entity, **data):
    return client.post(reverse("entity_switch"), {"entity": entity.pk, **data})


def working_for(client):
    return client.get(reverse("about")).context["acting_entity"]


def test_person_switches_between_the_entities_served(client, both, ilo, fao):
    client.force_login(both)
    assert working_for(client) == fao  # the first by code

    response = switch(client, ilo, next="/en/about/")

    assert response["Location"] == "/en/about/"
    assert working_for(client) == ilo


def test_entity_that_one_does_not_serve_is_refused(client, both, make, fao):
    client.force_login(both)

    switch(client, make.entity("WFP"))

    assert working_for(client) == fao


def test_appointment_that_ended_gives_no_entity_to_work_for(client, both, ilo, fao):
    client.force_login(both)
    switch(client, ilo)
    Appointment.objects.filter(entity=ilo).update(ends="2020-12-31")

    assert working_for(client) == fao


@pytest.mark.parametrize("value", ["", "0", "x", "99999999999999999999"])
def test_nonsense_is_refused(client, both, fao, value):
    client.force_login(both)

    client.post(reverse("entity_switch"), {"entity": value})

    assert working_for(client) == fao


@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example/"])
def test_switch_leads_to_no_other_site(client, both, ilo, target):
    client.force_login(both)

    assert switch(client, ilo, next=target)["Location"] == reverse("desk")


def test_appointments_are_read_once_for_rights_entities_and_roles(
    make, ilo, fao, focal_point, django_assert_num_queries
):
    Appointment.objects.create(user=focal_point, entity=fao, role=Role.CONTRIBUTOR, starts="2020-01-01")
    person = User.objects.get(pk=focal_point.pk)
    assert not is_secretariat(person)

    with django_assert_num_queries(1):
        assert set(represented_ids(person)) == {ilo.pk, fao.pk}
        assert acting_entities(person) == [fao, ilo]
        assert person.role_label == f"Contributor, {fao}, Focal point, {ilo}"
