"""Adding and editing a resource."""

from datetime import date

import pytest
from django.urls import reverse

from resources.models import Resource
from tests.resources.factory import make_resource

FORM = {
    "kind": "webinar",
    "original_language": "en",
    "title_en": "Sharing water lessons",
    "url": "https://example.org/webinar",
    "published": "2024-07",
    "languages": ["en", "pt"],
    "is_public": "on",
}


@pytest.fixture
def add(client):
    def post(**changes):
        return client.post(reverse("resources:resource_create"), FORM | changes)

    return post


def test_focal_point_adds_a_draft_of_the_own_entity(client, add, focal_point, ilo, fao):
    client.force_login(focal_point)

    response = add(publisher=fao.pk)

    resource = Resource.objects.get()
    assert response["Location"] == resource.get_absolute_url()
    assert (resource.publisher, resource.state) == (ilo, "draft")
    assert (resource.published_on, resource.published_precision) == (date(2024, 7, 1), "month")
    assert resource.languages == ["en", "pt"]
    assert (resource.code, resource.slug) == ("RES-001", "sharing-water-lessons-1")


def test_secretariat_chooses_the_publisher(client, add, secretariat, fao):
    client.force_login(secretariat)

    add(publisher=fao.pk)

    assert Resource.objects.get().publisher == fao


def test_title_is_required_in_the_original_language(client, add, focal_point):
    client.force_login(focal_point)

    page = add(title_en="", title_fr="Leçons", original_language="ar").content.decode()

    assert "Write this text in العربية" in page
    assert 'value="Leçons"' in page
    assert not Resource.objects.exists()


@pytest.mark.parametrize("written", ["July 2024", "2024-13", "2024-02-30", "24", "2024-07-30-01"])
def test_date_that_is_none_is_refused_and_kept_on_the_page(client, add, focal_point, written):
    client.force_login(focal_point)

    page = add(published=written).content.decode()

    assert f"“{written}” is not a date. Write a year, a year and month, or a day" in page
    assert f'value="{written}"' in page


def test_date_in_the_future_is_refused(client, add, focal_point):
    client.force_login(focal_point)

    assert "This date is in the future." in add(published="2099").content.decode()


def test_link_that_is_none_is_refused(client, add, focal_point):
    client.force_login(focal_point)

    add(url="javascript:alert(1)")

    assert not Resource.objects.exists()


def test_title_in_another_script_gets_the_code_as_address(client, add, focal_point):
    client.force_login(focal_point)

    add(title_en="", title_zh_hans="南南合作", original_language="zh-hans")

    assert Resource.objects.get().slug == "res-001"


def test_edit_form_shows_the_date_as_it_is_known(client, make, focal_point):
    resource = make_resource(make, state="draft", published_on=date(2024, 1, 1), published_precision="year")
    client.force_login(focal_point)

    response = client.get(resource.get_edit_url())

    assert response.context["form"]["published"].value() == "2024"


def test_focal_point_edits_a_draft(client, make, focal_point):
    resource = make_resource(make, state="draft")
    client.force_login(focal_point)

    client.post(resource.get_edit_url(), FORM | {"version": resource.version})

    resource.refresh_from_db()
    assert resource.title_en == "Sharing water lessons"


def test_focal_point_cannot_change_what_is_published(client, make, focal_point):
    resource = make_resource(make)
    client.force_login(focal_point)

    response = client.post(resource.get_edit_url(), FORM | {"version": resource.version})

    assert response.status_code == 403
    resource.refresh_from_db()
    assert resource.title_en == "Water lessons [en]"
