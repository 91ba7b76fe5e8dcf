"""What somebody saved after one was asked whether to delete it is not deleted unseen."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from core.models import Theme
from initiatives.models import Initiative
from meetings.models import AgendaSection, Intervention
from tests.factory import in_six_languages
from tests.forms_on_page import fields_of, opened
from tests.initiatives.factory import make_initiative
from tests.meetings.factory import make_intervention, make_item, make_meeting, make_series, make_template


@pytest.fixture
def said(make, ilo):
    return make_intervention(make, make_meeting(make, state="in_progress"), ilo)


def save(record, **changes):
    stored = type(record).objects.get(pk=record.pk)
    for name, value in changes.items():
        setattr(stored, name, value)
    stored.save()


def test_intervention_that_somebody_saved_meanwhile_is_shown_again_before_it_goes(client, said, focal_point):
    client.force_login(focal_point)
    url = reverse("meetings:intervention_delete", args=[said.pk])
    asked = opened(client, url)
    save(said, text_fr="Texte plus récent")

    again = client.post(url, asked)

    assertContains(again, "Nothing is deleted: someone else saved this", status_code=409)
    assertContains(again, "Texte plus récent</ins>", status_code=409)
    assertContains(again, f'href="{reverse("history", args=["intervention", said.pk])}"', status_code=409)
    assert Intervention.objects.filter(pk=said.pk).exists()
    assert client.post(url, fields_of(again)).status_code == 302
    assert not Intervention.objects.filter(pk=said.pk).exists()


def test_draft_initiative_that_somebody_saved_meanwhile_is_not_deleted(client, make, ilo, focal_point):
    record = make_initiative(make, state="draft", lead=ilo)
    client.force_login(focal_point)
    url = reverse("initiatives:initiative_delete", args=[record.slug])
    asked = opened(client, url)
    save(record, title_en="A better title")

    again = client.post(url, asked)

    assertContains(again, "better", status_code=409)
    assertContains(again, "Nothing is deleted", status_code=409)
    assert client.post(url, fields_of(again)).status_code == 302
    assert not Initiative.objects.filter(pk=record.pk).exists()


def make_heading(make, meeting):
    return AgendaSection.objects.create(meeting=meeting, first_number=1, **in_six_languages("title", "Heading"))


PARTS_OF_A_PLAN = {
    "item": lambda make: make_item(make, make_meeting(make, state="draft")),
    "section": lambda make: make_heading(make, make_meeting(make, state="draft")),
    "series": make_series,
    "template": make_template,
}


@pytest.mark.parametrize("name", PARTS_OF_A_PLAN)
def test_part_of_a_plan_that_another_officer_saved_meanwhile_is_shown_again(client, make, secretariat, name):
    record = PARTS_OF_A_PLAN[name](make)
    client.force_login(secretariat)
    url = reverse(f"meetings:{name}_delete", args=[record.pk])
    asked = opened(client, url)
    save(record, title_en="A better title")

    again = client.post(url, asked)

    assertContains(again, "Nothing is deleted: someone else saved this", status_code=409)
    assert type(record).objects.filter(pk=record.pk).exists()
    assert client.post(url, fields_of(again)).status_code == 302
    assert not type(record).objects.filter(pk=record.pk).exists()


def test_request_that_names_no_version_deletes_nothing(client, said, focal_point):
    client.force_login(focal_point)

    response = client.post(reverse("meetings:intervention_delete", args=[said.pk]))

    assert response.status_code == 409
    assert Intervention.objects.filter(pk=said.pk).exists()


def test_answer_of_a_partner_meanwhile_is_shown_before_it_goes(client, make, ilo, focal_point):
    record = make_initiative(make, state="draft", lead=ilo)
    part = record.participations.create(role="partner", entity=make.entity("FAO"), position=5)
    client.force_login(focal_point)
    url = reverse("initiatives:initiative_delete", args=[record.slug])
    asked = opened(client, url)
    save(part, answer="confirmed")

    again = client.post(url, asked)

    assertContains(again, "Nothing is deleted", status_code=409, count=1)
    assertContains(again, f"<bdi>{part}</bdi>", status_code=409)
    assert Initiative.objects.filter(pk=record.pk).exists()
    assert client.post(url, fields_of(again)).status_code == 302
    assert not Initiative.objects.filter(pk=record.pk).exists()


def test_row_that_was_added_meanwhile_is_shown_before_it_goes(client, make, ilo, focal_point):
    record = make_initiative(make, state="draft", lead=ilo)
    client.force_login(focal_point)
    url = reverse("initiatives:initiative_delete", args=[record.slug])
    asked = opened(client, url)
    record.links.create(url="https://example.org/added")

    again = client.post(url, asked)

    assertContains(again, "Nothing is deleted", status_code=409, count=1)
    assertContains(again, "example.org/added", status_code=409)
    assert client.post(url, fields_of(again)).status_code == 302
    assert not Initiative.objects.filter(pk=record.pk).exists()


@pytest.mark.parametrize("is_selected", [False, True])
def test_administration_notices_rows_of_what_it_deletes(client, make, administrator, is_selected):
    country = make.country("BRA")
    client.force_login(administrator)
    url = reverse("admin:core_country_delete", args=[country.pk])
    asked = opened(client, url) if not is_selected else None
    if is_selected:
        url = reverse("admin:core_country_changelist")
        asked = fields_of(client.post(url, {"action": "delete_selected", "_selected_action": [country.pk]}))
    country.memberships.create(group="LDC")

    again = client.post(url, asked)

    assertContains(again, "Nothing is deleted", status_code=409, count=1)
    assert type(country).objects.filter(pk=country.pk).exists()
    assert client.post(url, fields_of(again)).status_code == 302
    assert not type(country).objects.filter(pk=country.pk).exists()


@pytest.mark.parametrize("rows", ["", "nonsense", "a=b=c", "initiatives.participation.1=99"])
def test_request_that_names_no_versions_of_rows_deletes_nothing(client, make, ilo, focal_point, rows):
    record = make_initiative(make, state="draft", lead=ilo)
    client.force_login(focal_point)
    url = reverse("initiatives:initiative_delete", args=[record.slug])

    assert client.post(url, opened(client, url) | {"rows": rows}).status_code == 409
    assert Initiative.objects.filter(pk=record.pk).exists()


def test_page_that_asks_needs_the_same_queries_for_one_row_and_for_three(
    client, make, ilo, focal_point, django_assert_num_queries
):
    record = make_initiative(make, state="draft", lead=ilo)
    client.force_login(focal_point)
    url = reverse("initiatives:initiative_delete", args=[record.slug])
    record.links.create(url="https://example.org")
    client.get(url)
    with CaptureQueriesContext(connection) as one:
        client.get(url)
    for number in (1, 2):
        record.links.create(url=f"https://example.org/{number}")

    with django_assert_num_queries(len(one)):
        client.get(url)


def test_page_of_the_administration_asks_again(client, said, administrator):
    client.force_login(administrator)
    url = reverse("admin:meetings_intervention_delete", args=[said.pk])
    asked = opened(client, url)
    save(said, text_fr="Texte plus récent")

    again = client.post(url, asked)

    assertContains(again, "Texte plus récent", status_code=409)
    assert Intervention.objects.filter(pk=said.pk).exists()
    assert client.post(url, fields_of(again)).status_code == 302
    assert not Intervention.objects.filter(pk=said.pk).exists()


def test_action_of_the_administration_deletes_all_or_asks_again(client, make, administrator):
    themes = [Theme.objects.create(code=code, name_en=code.title()) for code in ("water", "soil")]
    client.force_login(administrator)
    url = reverse("admin:core_theme_changelist")
    asked = fields_of(client.post(url, {"action": "delete_selected", "_selected_action": [t.pk for t in themes]}))
    save(themes[1], name_en="Soil and land")

    again = client.post(url, asked)

    assertContains(again, "Nothing is deleted: someone else saved this", status_code=409, count=1)
    assertContains(again, "and land</ins>", status_code=409)
    assert Theme.objects.count() == 2
    assertNotContains(client.post(url, fields_of(again), follow=True), "Nothing is deleted")
    assert not Theme.objects.exists()
