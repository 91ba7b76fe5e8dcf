"""A draft ends with the button of its form, or is thrown away."""

from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from core.models import Draft
from tests.core.drafts.pages import HALF, NEW, autosave, open_again
from tests.initiatives.test_form import posted


def test_saving_the_form_forgets_its_draft_only(client, contributor, initiative):
    client.force_login(contributor)
    autosave(client, NEW, posted(title_en="Another"))
    autosave(client, initiative.get_edit_url(), posted(initiative, title_en=HALF))

    client.post(initiative.get_edit_url(), posted(initiative, title_en="A whole title"))

    initiative.refresh_from_db()
    assert initiative.title_en == "A whole title"
    assert Draft.objects.get().typed["title_en"] == "Another"


def test_draft_stays_where_the_form_has_an_error(client, contributor, initiative):
    client.force_login(contributor)
    autosave(client, initiative.get_edit_url(), posted(initiative, title_en=HALF))

    response = client.post(initiative.get_edit_url(), posted(initiative, title_en=""))

    assert response.status_code == 422
    assert Draft.objects.get().typed["title_en"] == HALF


def test_draft_that_began_before_somebody_else_saved_leads_to_the_comparison(client, contributor, initiative):
    client.force_login(contributor)
    autosave(client, initiative.get_edit_url(), posted(initiative, title_en=HALF))
    initiative.title_en = "Their title"
    initiative.save()
    page = client.get(initiative.get_edit_url())
    began_from = page.context["form"]["version"].value()

    response = client.post(initiative.get_edit_url(), posted(initiative, title_en=HALF) | {"version": began_from})

    assertContains(response, "Someone else saved this while you were writing", status_code=409)
    assertContains(response, f'value="{HALF}"', status_code=409)
    initiative.refresh_from_db()
    assert initiative.title_en == "Their title"
    assert Draft.objects.exists()


def test_discarding_shows_what_is_stored(client, contributor, initiative):
    client.force_login(contributor)
    page = open_again(client, initiative.get_edit_url(), posted(initiative, title_en=HALF))
    address = reverse("draft_discard", args=[Draft.objects.get().pk])
    assertContains(page, f'action="{address}"')

    response = client.post(address, {"next": initiative.get_edit_url()})

    assertRedirects(response, initiative.get_edit_url())
    assert not Draft.objects.exists()
    assertNotContains(client.get(initiative.get_edit_url()), HALF)


def test_discarding_needs_a_post(client, contributor, initiative):
    client.force_login(contributor)
    autosave(client, initiative.get_edit_url(), posted(initiative))

    assert client.get(reverse("draft_discard", args=[Draft.objects.get().pk])).status_code == 405
    assert Draft.objects.exists()
