"""Two windows of one person do not write over each other."""

from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from core.drafts.views import path_of
from core.models import Draft
from tests.core.drafts.pages import HALF
from tests.forms_on_page import choose
from tests.initiatives.test_form import posted


def in_window(client, url, data, window, began=""):
    return client.post(url, data | {"autosave": "1", "window": window, "began": began})


def test_text_of_another_window_is_not_written_over(client, contributor, initiative):
    client.force_login(contributor)
    url = initiative.get_edit_url()
    in_window(client, url, posted(initiative, title_en="In one window"), "one")

    refused = in_window(client, url, posted(initiative, title_en="In the other"), "two")

    assert (refused.status_code, refused.json()) == (409, {"is_elsewhere": True})
    assert Draft.objects.get().typed["title_en"] == "In one window"
    assert in_window(client, url, posted(initiative, title_en="Further"), "one").status_code == 200


def test_window_that_was_opened_with_the_draft_goes_on_with_it_and_the_older_one_is_told(
    client, contributor, initiative
):
    client.force_login(contributor)
    url = initiative.get_edit_url()
    in_window(client, url, posted(initiative, title_en="In one window"), "one")
    stamp = Draft.objects.get().stamp
    assertContains(client.get(url), f'data-draft="{stamp}"')

    taken = in_window(client, url, posted(initiative, title_en="In the other"), "two", stamp)

    assert taken.status_code == 200
    assert in_window(client, url, posted(initiative, title_en="Back in one"), "one").status_code == 409
    assert Draft.objects.get().typed["title_en"] == "In the other"


def test_same_text_in_both_windows_is_no_quarrel(client, contributor, initiative):
    client.force_login(contributor)
    for window in ("one", "two"):
        response = in_window(client, initiative.get_edit_url(), posted(initiative, title_en=HALF), window)
        assert response.status_code == 200


def test_saving_in_one_window_leaves_the_unsaved_text_of_the_other(client, contributor, initiative):
    client.force_login(contributor)
    url = initiative.get_edit_url()
    in_window(client, url, posted(initiative, title_en="In one window"), "one")
    data = posted(initiative, title_en="Saved in the other")

    assert client.post(url, data | {"window": "two", "began": ""}).status_code == 302
    assertContains(client.get(initiative.get_absolute_url()), 'data-saved="two"')
    assertNotContains(client.get(initiative.get_absolute_url()), "data-saved")

    initiative.refresh_from_db()
    assert initiative.title_en == "Saved in the other"
    assert Draft.objects.get().typed["title_en"] == "In one window"
    client.post(url, posted(initiative, title_en="In one window") | {"window": "one", "began": ""})
    assert not Draft.objects.exists()


def test_text_that_is_refused_in_the_second_window_is_kept_beside_that_of_the_first(client, contributor, initiative):
    client.force_login(contributor)
    url = initiative.get_edit_url()
    in_window(client, url, posted(initiative, title_en="In one window"), "one")
    data = posted(initiative, title_en="In the other") | {"window": "two", "began": ""}
    initiative.state = "published"
    initiative.save()

    assertContains(client.post(url, data), "In the other", status_code=409)

    first, second = Draft.objects.order_by("saved_at")
    assert (first.typed["title_en"], second.typed["title_en"]) == ("In one window", "In the other")
    assertContains(client.get(second.get_absolute_url()), "In the other")
    assertContains(client.get(reverse("desk")), f'href="{url}?window=two"')


def test_text_of_the_second_window_is_kept_while_it_is_compared_and_goes_when_it_is_saved(
    client, contributor, initiative
):
    client.force_login(contributor)
    url = initiative.get_edit_url()
    in_window(client, url, posted(initiative, title_en="In one window"), "one")
    data = posted(initiative, title_en="In the other") | {"window": "two", "began": ""}
    initiative.title_en = "Their title"
    initiative.save()

    page = client.post(url, data)

    assert Draft.objects.get(path__endswith="?window=two").typed["title_en"] == "In the other"
    assertContains(client.get(f"{url}?window=two"), 'value="In the other"')
    assert choose(client, page, "overwrite").status_code == 302
    assert Draft.objects.get().typed["title_en"] == "In one window"


def test_text_of_the_second_window_that_one_opens_again_is_forgotten_when_it_is_saved(client, contributor, initiative):
    client.force_login(contributor)
    url = initiative.get_edit_url()
    in_window(client, url, posted(initiative, title_en="In one window"), "one")
    Draft.objects.keep_sent("two", "", contributor, path_of(url), Draft(data={"title_en": ["B"]}).typed)
    opened = client.get(f"{url}?window=two").context["draft"]

    data = posted(initiative, title_en="In the other") | {"window": "three", "began": opened.stamp}
    assert client.post(url, data).status_code == 302

    assert Draft.objects.get().typed["title_en"] == "In one window"
