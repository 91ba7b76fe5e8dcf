"""Who may keep a draft; it is shown to nobody else."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from core.models import Draft
from tests.core.drafts.pages import NEW, autosave
from tests.initiatives.factory import make_initiative
from tests.initiatives.test_form import posted


@pytest.mark.parametrize("person", ["other_focal_point", "secretariat"])
def test_draft_of_a_record_that_one_may_not_see_is_refused(request, client, initiative, person):
    client.force_login(request.getfixturevalue(person))

    response = autosave(client, initiative.get_edit_url(), posted(initiative))

    assert response.status_code == 404
    assert not Draft.objects.exists()


def test_draft_of_a_record_that_one_sees_but_may_not_write_is_refused(client, make, fao, contributor):
    published = make_initiative(make, lead=fao)
    client.force_login(contributor)

    assert autosave(client, published.get_edit_url(), posted(published)).status_code == 403
    assert not Draft.objects.exists()


def test_draft_of_a_new_record_is_for_those_who_may_make_one(client, make, contributor):
    client.force_login(make.person("stranger@example.org"))
    assert autosave(client, NEW, posted()).status_code == 403

    client.force_login(contributor)
    assert autosave(client, NEW, posted()).status_code == 200


def test_visitor_is_told_in_a_way_that_the_page_understands(client, initiative):
    response = autosave(client, initiative.get_edit_url(), posted(initiative))

    assert (response.status_code, response.json()) == (401, {})
    assert not Draft.objects.exists()


def test_draft_is_shown_to_nobody_else(client, make, ilo, initiative, contributor, focal_point, administrator):
    client.force_login(contributor)
    autosave(client, initiative.get_edit_url(), posted(initiative, title_en="zzsecret"))
    draft = Draft.objects.get()
    pages = [initiative.get_edit_url(), initiative.get_absolute_url(), reverse("desk")]
    assertContains(client.get(initiative.get_edit_url()), "zzsecret")
    assertContains(client.get(draft.get_absolute_url()), "zzsecret")

    for person in (focal_point, administrator):
        client.force_login(person)
        for page in pages:
            assertNotContains(client.get(page), "zzsecret", status_code=client.get(page).status_code)
        assert client.get(draft.get_absolute_url()).status_code == 404
        assert client.post(reverse("draft_discard", args=[draft.pk])).status_code == 404
    assert Draft.objects.exists()
