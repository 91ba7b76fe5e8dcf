"""What the administration refuses, whatever is sent to it."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from entities.models import Appointment, User
from initiatives.models import Budget, Initiative, Participation
from meetings.models import Intervention
from resources.models import Resource
from tests.initiatives.factory import make_initiative
from tests.meetings.factory import make_intervention, make_meeting
from tests.resources.factory import make_resource


def add_url(model, query=""):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_add") + query


def change_url(record, page="change"):
    return reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_{page}", args=[record.pk])


@pytest.fixture
def draft(make):
    """A draft of ILO, which the secretariat may not see."""
    return make_initiative(make, state="draft", title="Hidden title")


@pytest.mark.parametrize(("model", "field"), [(Participation, "initiative"), (Resource, "initiative")])
def test_form_does_not_name_the_draft_that_an_address_chooses(client, secretariat, draft, model, field):
    client.force_login(secretariat)

    assertNotContains(client.get(add_url(model, f"?{field}={draft.pk}")), "Hidden title")


def test_part_is_not_added_to_a_record_that_one_may_not_change(client, make, secretariat, draft):
    submitted = make_initiative(make, state="submitted")
    client.force_login(secretariat)

    for initiative in (draft, submitted):
        count = initiative.budgets.count()
        client.post(add_url(Budget), {"initiative": initiative.pk, "amount": "1", "currency": "USD", "position": "0"})
        assert initiative.budgets.count() == count


@pytest.mark.parametrize("state", ["submitted", "returned"])
def test_parts_of_a_record_under_review_are_read_only(client, make, secretariat, state):
    part = make_initiative(make, state=state).participations.first()
    client.force_login(secretariat)

    assertNotContains(client.get(change_url(part)), 'name="_save"')
    assert client.post(change_url(part), {"role": "partner"}).status_code == 403
    assert client.post(change_url(part, "delete"), {"post": "yes"}).status_code == 403
    client.post(
        reverse("admin:initiatives_participation_changelist"),
        {
            "action": "delete_selected",
            "_selected_action": [part.pk],
            "post": "yes",
            f"version-{part.pk}": part.version,
        },
    )
    assert Participation.objects.filter(pk=part.pk).exists()


def test_parts_of_a_public_record_are_changed_by_the_secretariat(client, make, secretariat):
    part = make_initiative(make).participations.first()
    client.force_login(secretariat)

    assertContains(client.get(change_url(part)), 'name="_save"')


def test_initiative_is_not_deleted_in_the_admin(client, make, administrator):
    initiative = make_initiative(make)
    client.force_login(administrator)

    client.post(
        reverse("admin:initiatives_initiative_changelist"),
        {
            "action": "delete_selected",
            "_selected_action": [initiative.pk],
            "post": "yes",
            f"version-{initiative.pk}": initiative.version,
        },
    )

    assert Initiative.objects.filter(pk=initiative.pk).exists()


def test_deletion_does_not_name_the_drafts_that_stand_in_the_way(client, secretariat, draft):
    client.force_login(secretariat)

    page = client.get(change_url(draft.lead, "delete"))

    assertContains(page, "Cannot delete entity")
    assertNotContains(page, "Hidden title")


def test_address_of_a_hidden_record_is_not_told_by_its_number(client, make, secretariat, draft):
    public = make_initiative(make, title="Public title")
    content_type = ContentType.objects.get_for_model(Initiative).pk
    client.force_login(secretariat)

    hidden, shown = (
        client.get(reverse("admin:view_on_site", args=[content_type, record.pk])) for record in (draft, public)
    )

    assert hidden.status_code == 404
    assert shown["Location"] == public.get_absolute_url()


def test_hidden_initiative_of_an_intervention_stays_and_is_not_named(client, make, ilo, secretariat, draft):
    meeting = make_meeting(make, state="record_preparation")
    intervention = make_intervention(make, meeting, ilo, initiatives=[draft])
    client.force_login(secretariat)
    page = client.get(change_url(intervention))
    texts = {f"text_{code}": "Changed" for code in ("en", "fr", "es", "ar", "zh_hans", "ru")}

    data = {"entity": ilo.pk, "kind": "statement", "original_language": "en", "version": intervention.version}
    response = client.post(change_url(intervention), data | texts)

    assertNotContains(page, "Hidden title")
    assert response.status_code == 302
    intervention.refresh_from_db()
    assert intervention.text_en == "Changed"
    assert list(intervention.initiatives.all()) == [draft]


def test_intervention_does_not_take_an_initiative_that_one_does_not_see(client, make, ilo, secretariat, draft):
    intervention = make_intervention(make, make_meeting(make, state="record_preparation"), ilo)
    client.force_login(secretariat)

    client.post(
        change_url(intervention),
        {
            "version": intervention.version,
            "entity": ilo.pk,
            "kind": "statement",
            "original_language": "en",
            "initiatives": [draft.pk],
        },
    )

    assert not Intervention.objects.get().initiatives.exists()


def test_resource_does_not_take_an_initiative_that_one_does_not_see(client, make, secretariat, draft):
    resource = make_resource(make)
    client.force_login(secretariat)

    page = client.post(change_url(resource), {"kind": "webinar", "initiative": draft.pk, "version": resource.version})

    assertNotContains(page, "Hidden title")
    assert Resource.objects.get().initiative is None


# People


def test_secretariat_appoints_a_person_without_entering_the_list_of_people(client, make, ilo, secretariat):
    person = make.person("new@ilo.example", full_name="New Person")
    client.force_login(secretariat)

    assertContains(client.get(add_url(Appointment)), "New Person")
    client.post(
        add_url(Appointment), {"user": person.pk, "entity": ilo.pk, "role": "focal_point", "starts": "2024-01-01"}
    )

    assert person.appointments.get().entity == ilo
    assert client.get(reverse("admin:entities_user_changelist")).status_code == 403
    assert client.get(change_url(person)).status_code == 403


def test_secretariat_makes_nobody_an_administrator(client, secretariat):
    client.force_login(secretariat)

    client.post(change_url(secretariat), {"is_superuser": "on", "email": secretariat.email})

    assert not User.objects.get(pk=secretariat.pk).is_superuser


@pytest.mark.parametrize("method", ["get", "post"])
def test_administration_has_no_second_form_to_sign_in(client, administrator, method):
    data = {"username": administrator.email, "password": "sstc-demo"}

    response = getattr(client, method)(reverse("admin:login"), data)

    assert response.status_code == 302
    assert response["Location"].startswith(reverse("account_login"))
    assert "_auth_user_id" not in client.session


def test_staff_without_a_group_finds_an_empty_administration(client, make, draft):
    client.force_login(make.person("staff@unossc.example", is_staff=True))

    assert client.get(reverse("admin:initiatives_initiative_changelist")).status_code == 403
    assertContains(client.get(reverse("admin:index")), "You don’t have permission to view or edit anything.")
