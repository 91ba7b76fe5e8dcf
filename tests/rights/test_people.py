"""People who are between two roles: rights follow the appointments of today, entity by entity."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from entities.models import Appointment, Role
from initiatives.models import Initiative
from strategy.models import Report
from tests.initiatives.factory import make_initiative
from tests.meetings.factory import make_meeting
from tests.strategy.factory import make_cycle, make_report


@pytest.fixture
def hidden(make, ilo):
    """Addresses that only people of ILO, or of any entity, find."""
    return [
        make_initiative(make, state="draft", lead=ilo).get_absolute_url(),
        make_report(make, entity=ilo).get_absolute_url(),
        make_meeting(make).get_absolute_url(),
    ]


def statuses(client, addresses):
    return {client.get(address).status_code for address in addresses}


def test_rights_end_with_the_appointment_while_one_is_signed_in(client, focal_point, hidden):
    client.force_login(focal_point)
    assert statuses(client, hidden) == {200}

    focal_point.appointments.update(ends=timezone.localdate() - timedelta(days=1))

    assert statuses(client, hidden) == {404}


def test_rights_do_not_begin_before_the_appointment(client, make, ilo, hidden):
    tomorrow = timezone.localdate() + timedelta(days=1)
    client.force_login(make.person("next@ilo.example", ilo, starts=tomorrow))

    assert statuses(client, hidden) == {404}


def test_person_who_is_deactivated_is_signed_out(client, make, focal_point, ilo, other_focal_point):
    client.force_login(focal_point)

    focal_point.is_active = False
    focal_point.save()

    assert client.get(reverse("desk"))["Location"].startswith(reverse("account_login"))
    client.force_login(other_focal_point)
    assertNotContains(client.get(ilo.get_absolute_url()), focal_point.email)


def test_contributor_of_one_and_focal_point_of_another_entity(client, make, ilo, fao):
    person = make.person("both@example.org", ilo, Role.CONTRIBUTOR)
    Appointment.objects.create(user=person, entity=fao, role=Role.FOCAL_POINT)
    cycle = make_cycle(make, entities=[ilo, fao])
    theirs, own = (make_report(make, entity=entity, cycle=cycle, complete=True) for entity in (ilo, fao))
    client.force_login(person)

    refused, done = (client.post(report.get_transition_url("submit")).status_code for report in (theirs, own))

    assert (refused, done) == (403, 302)
    assert list(Report.objects.filter(state="submitted")) == [own]


def test_working_for_one_entity_gives_no_right_over_the_other(client, make, ilo, fao):
    """The choice of the entity one works for fills in forms; it is no right."""
    person = make.person("both@example.org", ilo, Role.CONTRIBUTOR)
    Appointment.objects.create(user=person, entity=fao, role=Role.FOCAL_POINT)
    initiative = make_initiative(make, state="draft", lead=ilo)
    client.force_login(person)
    client.post(reverse("entity_switch"), {"entity": fao.pk})

    assert client.post(initiative.get_transition_url("submit")).status_code == 403
    assert client.post(initiative.get_delete_url()).status_code == 403


def test_administrator_without_the_group_has_the_rights_of_the_secretariat(client, make, administrator):
    assert not administrator.groups.exists()
    initiative = make_initiative(make, state="submitted")
    client.force_login(administrator)

    client.post(initiative.get_transition_url("publish"))

    initiative.refresh_from_db()
    assert initiative.state == "published"


def test_officer_who_left_the_group_loses_its_rights_at_once(client, make, secretariat):
    initiative = make_initiative(make, state="submitted")
    client.force_login(secretariat)
    assert client.get(initiative.get_absolute_url()).status_code == 200

    secretariat.groups.clear()

    assert client.get(initiative.get_absolute_url()).status_code == 404
    assert client.get(reverse("admin:initiatives_initiative_changelist")).status_code == 403


def test_officer_who_serves_an_entity_reads_the_drafts_of_that_entity_only(client, make, ilo, fao):
    officer = make.officer()
    Appointment.objects.create(user=officer, entity=ilo, role=Role.CONTRIBUTOR)
    own, other = (make_initiative(make, state="draft", lead=entity, title=entity.code) for entity in (ilo, fao))
    client.force_login(officer)

    assert client.get(own.get_absolute_url()).status_code == 200
    assert client.get(other.get_absolute_url()).status_code == 404
    assert client.post(own.get_transition_url("publish")).status_code == 403
    assert list(Initiative.objects.visible_to(officer)) == [own]


def test_refusal_and_missing_page_look_alike_for_what_one_may_not_know(client, other_focal_point, make, ilo):
    """A page that does not exist and one that is hidden give the same answer."""
    draft = make_initiative(make, state="draft", lead=ilo, title="Hidden title")
    client.force_login(other_focal_point)

    hidden, missing = client.get(draft.get_absolute_url()), client.get(draft.get_absolute_url() + "x")

    assert (hidden.status_code, missing.status_code) == (404, 404)
    assertContains(hidden, "<h1>", status_code=404)
    assertNotContains(hidden, "Hidden title", status_code=404)
