"""Two people edit one record: the second loses nothing and overwrites nothing unseen."""

import pytest
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from tests.meetings.factory import make_intervention, make_meeting
from tests.resources.factory import make_resource


def posted(resource, **fields):
    return {
        "kind": resource.kind,
        "original_language": "en",
        "title_en": "Water",
        "source": "A report",
        "version": resource.version,
    } | fields


@pytest.fixture
def resource(make, ilo):
    return make_resource(make, entity=ilo, state="draft")


@pytest.fixture
def editor(client, secretariat):
    client.force_login(secretariat)
    return client


def test_second_editor_is_shown_what_the_first_one_saved(editor, resource):
    began = posted(resource)
    editor.post(resource.get_edit_url(), posted(resource, title_en="Saved first"))

    response = editor.post(resource.get_edit_url(), began | {"title_en": "Saved second"})

    assertContains(response, "Someone else saved this record while you were writing")
    assertContains(response, "Saved first")
    assertContains(response, 'value="Saved second"')
    resource.refresh_from_db()
    assert resource.title_en == "Saved first"


def test_saving_again_keeps_the_own_text(editor, resource):
    began = posted(resource)
    editor.post(resource.get_edit_url(), posted(resource, title_en="Saved first"))
    refused = editor.post(resource.get_edit_url(), began | {"title_en": "Saved second"})

    shown = refused.context["form"]["version"].value()
    editor.post(resource.get_edit_url(), began | {"title_en": "Saved second", "version": shown})

    resource.refresh_from_db()
    assert resource.title_en == "Saved second"


def test_one_editor_saves_twice_without_being_asked(editor, resource):
    editor.post(resource.get_edit_url(), posted(resource, title_en="Once"))
    resource.refresh_from_db()

    response = editor.post(resource.get_edit_url(), posted(resource, title_en="Twice"))

    assertRedirects(response, resource.get_absolute_url())
    resource.refresh_from_db()
    assert resource.title_en == "Twice"


def test_form_of_an_intervention_notices_it_too(client, make, ilo, focal_point):
    said = make_intervention(make, meeting=make_meeting(make, state="in_progress"), entity=ilo)
    client.force_login(focal_point)
    assertNotContains(client.get(said.get_edit_url()), "Someone else saved")
    data = {"kind": said.kind, "original_language": "en", "version": said.version}
    client.post(said.get_edit_url(), data | {"text_en": "Saved first"})

    response = client.post(said.get_edit_url(), data | {"text_en": "Saved second"})

    assertContains(response, "Saved first")
    said.refresh_from_db()
    assert said.text_en == "Saved first"
