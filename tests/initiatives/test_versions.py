"""A published record is changed through a working copy."""

import pytest
from django.db import IntegrityError
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertRedirects

from core.saving import StaleVersion
from initiatives.models import Budget, Initiative, Link, Participation
from initiatives.versions import open_version
from initiatives.workflow import INITIATIVE
from tests.forms_on_page import opened
from tests.initiatives.factory import make_initiative


def test_editing_a_published_record_opens_a_working_copy(client, make, focal_point):
    public = make_initiative(make, title="Water")
    client.force_login(focal_point)

    response = client.post(public.get_edit_url())

    copy = Initiative.objects.get(replaces=public)
    assertRedirects(response, copy.get_edit_url())
    assert (copy.state, copy.code, copy.title_fr, copy.lead) == ("draft", public.code, "Water [fr]", public.lead)
    assert copy.participations.count() == public.participations.count() == 3


def test_reading_the_edit_page_of_a_published_record_changes_nothing(client, make, focal_point):
    public = make_initiative(make)
    client.force_login(focal_point)

    assertContains(client.get(public.get_edit_url()), "Start a new version")
    assert not Initiative.objects.filter(replaces=public).exists()


def test_one_version_is_open_at_a_time(client, make, focal_point):
    public = make_initiative(make)
    first = open_version(public, focal_point)
    client.force_login(focal_point)

    assertRedirects(client.get(public.get_edit_url()), first.get_edit_url())
    assert open_version(public, focal_point) == first
    with pytest.raises(IntegrityError):
        make_initiative(make, state="draft", replaces=public, slug="second-copy")


def test_public_reads_the_old_text_until_the_new_one_is_published(client, make, focal_point, secretariat):
    public = make_initiative(make, title="Old")
    copy = open_version(public, focal_point)
    Initiative.objects.filter(pk=copy.pk).update(title_en="New")

    assertContains(client.get(public.get_absolute_url()), "Old [en]")
    assert client.get(copy.get_absolute_url()).status_code == 404
    assert client.get(reverse("initiatives:initiative_list")).context["total"] == 1


def test_publishing_hands_the_contents_to_the_public_record(client, make, ilo, focal_point, secretariat):
    public = make_initiative(make, title="Old", goals=[8])
    Link.objects.create(initiative=public, url="https://www.example.org/old")
    copy = open_version(public, focal_point)
    copy.title_en = "New"
    copy.save()
    copy.participations.filter(country__isnull=False).delete()
    for iso3 in ("KEN", "GHA"):
        Participation.objects.create(initiative=copy, role="mutual", country=make.country(iso3))
    Budget.objects.create(initiative=copy, amount=5)
    copy.links.all().delete()
    INITIATIVE.perform(copy, "submit", by=focal_point)

    client.force_login(secretariat)
    response = client.post(copy.get_transition_url("publish"))

    assertRedirects(response, public.get_absolute_url())
    public.refresh_from_db()
    assert (public.title_en, public.state, public.slug) == ("New", "published", public.slug)
    assert set(public.participations.values_list("country__iso3", flat=True)) == {"KEN", "GHA", None}
    assert (public.budgets.count(), public.links.count(), public.goals.count()) == (1, 0, 1)
    assert not Initiative.objects.filter(pk=copy.pk).exists()


def test_partner_that_confirms_while_a_version_is_written_stays_confirmed(
    make, fao, focal_point, other_focal_point, secretariat
):
    public = make_initiative(make)
    Participation.objects.create(initiative=public, role="facilitator", entity=fao)
    copy = open_version(public, focal_point)
    public.participations.filter(entity=fao).update(
        answer="confirmed", answered_by=other_focal_point, answered_at=timezone.now()
    )
    INITIATIVE.perform(copy, "submit", by=focal_point)

    INITIATIVE.perform(copy, "publish", by=secretariat)

    part = public.participations.get(entity=fao)
    assert (part.answer, part.answered_by) == ("confirmed", other_focal_point)


def test_new_version_of_a_record_that_left_the_catalogue_is_not_published(make, focal_point, secretariat):
    public = make_initiative(make)
    copy = open_version(public, focal_point)
    Initiative.objects.filter(pk=public.pk).update(state="archived")
    copy = Initiative.objects.get(pk=copy.pk)
    copy.state = "submitted"

    assert [str(sentence) for sentence in INITIATIVE["publish"].missing(copy)] == [
        "The public record is no longer in the catalogue, so its new version cannot be published."
    ]


@pytest.mark.parametrize("event", ["archive", "unpublish"])
def test_record_with_an_open_version_stays(client, make, secretariat, focal_point, event):
    public = make_initiative(make)
    open_version(public, focal_point)
    client.force_login(secretariat)

    response = client.post(public.get_transition_url(event), {"reason": "Because"})

    assertContains(response, "A new version of this record is open", status_code=409)


def test_deleting_a_working_copy_leaves_the_public_record(client, make, focal_point):
    public = make_initiative(make)
    copy = open_version(public, focal_point)
    client.force_login(focal_point)

    asked = opened(client, copy.get_delete_url())

    assertRedirects(client.post(copy.get_delete_url(), asked), public.get_absolute_url())
    assert list(Initiative.objects.all()) == [public]


def test_secretariat_learns_that_the_entity_prepares_a_version(client, make, focal_point, secretariat):
    public = make_initiative(make)
    open_version(public, focal_point)
    client.force_login(secretariat)

    assertContains(client.get(public.get_edit_url()), "The lead entity is preparing a new version")


def test_unpublished_record_is_not_deleted(client, make, focal_point, secretariat):
    public = make_initiative(make)
    INITIATIVE.perform(public, "unpublish", by=secretariat, reason="Because")
    client.force_login(focal_point)

    assert client.post(public.get_delete_url()).status_code == 403


# In the administration


def change_page(record):
    return reverse(f"admin:initiatives_{record._meta.model_name}_change", args=[record.pk])


@pytest.mark.parametrize("part", [None, "participations"])
def test_public_record_waits_while_its_new_version_is_written(client, make, secretariat, part):
    public = make_initiative(make, title="Old")
    copy = open_version(public, secretariat)
    record = getattr(public, part).first() if part else public
    client.force_login(secretariat)

    page = client.get(change_page(record))
    answer = client.post(change_page(record), {"title_en": "New"})

    assert 'name="_save"' not in page.content.decode()
    assert answer.status_code == 403
    assert b'name="_save"' in client.get(change_page(getattr(copy, part).first() if part else copy)).content


def test_administration_says_where_the_record_is_changed_now(client, make, secretariat):
    public = make_initiative(make)
    open_version(public, secretariat)
    client.force_login(secretariat)

    assertContains(client.get(change_page(public)), "A new version of this record is being written.")


def test_save_that_began_before_the_new_version_is_refused(make, secretariat):
    public = make_initiative(make)
    open_version(public, secretariat)
    public.title_en = "Changed under the copy"

    with pytest.raises(StaleVersion):
        public.save()
