"""Two people edit one record: the second is shown both texts, and nothing of either is lost."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from core.models import Draft
from tests.forms_on_page import choose, fields_of, opened
from tests.meetings.factory import make_intervention, make_meeting
from tests.resources.factory import make_resource

SECOND_TITLE = {"title_en": "Saved second"}


@pytest.fixture
def resource(make, ilo):
    return make_resource(
        make, entity=ilo, state="draft", title_en="Water", source="A report", kind="report", languages=["en"]
    )


@pytest.fixture
def save(colleague, resource):
    """save(title_en="…"): what the colleague saves in between."""

    def save(**changes):
        url = resource.get_edit_url()
        response = colleague.post(url, opened(colleague, url) | changes)
        assertRedirects(response, resource.get_absolute_url())

    return save


@pytest.fixture
def compare(editor, resource, save):
    """compare({"title_en": mine}, title_en="theirs"): the page that the editor gets."""

    def compare(mine, **theirs):
        began = opened(editor, resource.get_edit_url())
        save(**theirs)
        return editor.post(resource.get_edit_url(), began | mine)

    return compare


def titles(resource):
    resource.refresh_from_db()
    return resource.title_en


def test_second_editor_is_shown_both_texts_and_nothing_is_saved(compare, resource, administrator):
    response = compare(SECOND_TITLE, title_en="Saved first")

    assertContains(response, "Someone else saved this while you were writing", status_code=409)
    assertContains(response, "Saved <del>first</del>", status_code=409)
    assertContains(response, "Saved <ins>second</ins>", status_code=409)
    assertContains(response, 'value="Saved second"', status_code=409)
    assertContains(response, f"Saved by {administrator}", status_code=409)
    assert titles(resource) == "Saved first"


def test_merging_by_hand_saves_the_text_as_it_was_written_on_the_page(editor, compare, resource):
    page = compare(SECOND_TITLE, title_en="Saved first")

    response = choose(editor, page, "merge", title_en="Saved first and second")

    assertRedirects(response, resource.get_absolute_url())
    assert titles(resource) == "Saved first and second"


def test_merging_can_keep_the_stored_text_of_one_field_and_the_own_of_another(editor, compare, resource):
    page = compare(
        {"title_en": "Mine", "description_en": "Mine too"}, title_en="Theirs", description_en="Theirs as well"
    )

    choose(editor, page, "merge", use__title_en="stored")

    resource.refresh_from_db()
    assert (resource.title_en, resource.description_en) == ("Theirs", "Mine too")


def test_overwriting_saves_all_that_was_typed(editor, compare, resource):
    page = compare(SECOND_TITLE, title_en="Saved first")

    choose(editor, page, "overwrite", use__title_en="stored")

    assert titles(resource) == "Saved second"


def test_discarding_throws_the_own_text_away_and_shows_what_is_stored(editor, compare, resource):
    page = compare(SECOND_TITLE, title_en="Saved first")
    address = reverse("draft_discard", args=[Draft.objects.get().pk])
    assertContains(page, f'action="{address}"', status_code=409)

    response = editor.post(address, {"next": resource.get_absolute_url()}, follow=True)

    assertContains(response, "Saved first")
    assert not Draft.objects.exists()
    assert opened(editor, resource.get_edit_url())["title_en"] == ["Saved first"]


def test_own_text_is_still_there_when_one_closes_the_page_without_choosing(editor, compare, resource):
    compare(SECOND_TITLE, title_en="Saved first")

    data = opened(editor, resource.get_edit_url())

    assert data["title_en"] == ["Saved second"]
    assert editor.post(resource.get_edit_url(), data).status_code == 409


def test_field_that_only_the_other_changed_stays_even_when_one_overwrites(editor, compare, resource):
    page = compare(SECOND_TITLE, title_en="Saved first", description_fr="Texte de l’autre")

    assertContains(page, "Changed by the other person only: it stays", status_code=409)
    choose(editor, page, "overwrite")

    resource.refresh_from_db()
    assert (resource.title_en, resource.description_fr) == ("Saved second", "Texte de l’autre")


def test_each_changed_only_what_the_other_left_alone_and_both_are_kept(editor, compare, resource):
    page = compare({"audience_es": "Docentes"}, description_fr="Texte de l’autre")

    assert page.status_code == 409
    choose(editor, page, "merge")

    resource.refresh_from_db()
    assert (resource.audience_es, resource.description_fr) == ("Docentes", "Texte de l’autre")


def test_choices_are_told_in_words_and_kept_or_replaced(editor, compare, resource):
    page = compare({"kind": "webinar"}, kind="e_module")

    assertContains(page, "<del>E-module</del>", status_code=409)
    choose(editor, page, "merge", use__kind="stored")

    resource.refresh_from_db()
    assert resource.kind == "e_module"


def test_check_boxes_that_both_changed_are_compared(editor, compare, resource):
    page = compare({"languages": ["en", "fr"], "title_en": "Mine"}, languages=["en", "es"], title_en="Theirs")

    choose(editor, page, "overwrite")

    resource.refresh_from_db()
    assert sorted(resource.languages) == ["en", "fr"]


def test_third_save_in_between_is_noticed_again(editor, compare, save, resource):
    page = compare(SECOND_TITLE, title_en="Saved first")
    save(title_en="Saved third")

    again = choose(editor, page, "overwrite")

    assertContains(again, "Saved <del>third</del>", status_code=409)
    assertContains(again, "Saved <ins>second</ins>", status_code=409)
    assert titles(resource) == "Saved third"
    choose(editor, again, "overwrite")
    assert titles(resource) == "Saved second"


def test_both_typed_the_same_and_nobody_is_asked(compare, resource):
    response = compare({"title_en": "The same"}, title_en="The same")

    assertRedirects(response, resource.get_absolute_url())


def test_one_who_changed_nothing_does_not_undo_what_the_other_saved(compare, resource):
    response = compare({}, title_en="Saved first")

    assertRedirects(response, resource.get_absolute_url())
    assert titles(resource) == "Saved first"


def test_save_without_a_version_is_compared_like_one_from_an_old_version(editor, resource):
    data = opened(editor, resource.get_edit_url())
    del data["version"], data["base"]

    response = editor.post(resource.get_edit_url(), data | {"title_en": "Written by a program"})

    assert response.status_code == 409
    assert titles(resource) == "Water"


def test_one_editor_saves_twice_without_being_asked(save, resource):
    save(title_en="Once")
    save(title_en="Twice")

    assert titles(resource) == "Twice"


def test_double_click_saves_once_without_a_question(editor, resource):
    data = opened(editor, resource.get_edit_url()) | {"title_en": "Twice sent"}
    editor.post(resource.get_edit_url(), data)

    response = editor.post(resource.get_edit_url(), data)

    assertRedirects(response, resource.get_absolute_url())
    assert titles(resource) == "Twice sent"


def test_markup_of_both_is_shown_as_text(compare):
    page = compare(
        {"description_en": "<script>mine()</script>"}, description_en="<script>theirs()</script><img onerror=x>"
    )

    assertNotContains(page, "<script>mine", status_code=409)
    assertNotContains(page, "<script>theirs", status_code=409)
    assertNotContains(page, "<img onerror", status_code=409)
    assertContains(page, "&lt;script", status_code=409)


def test_each_text_carries_its_language_and_direction(compare):
    page = compare({"title_ar": "نص ثان"}, title_ar="نص أول")

    assertContains(page, 'dir="rtl" lang="ar">نص <del>أول</del>', status_code=409)
    assertContains(page, 'dir="rtl" lang="ar">نص <ins>ثان</ins>', status_code=409)


def test_text_with_several_lines_goes_through_the_page_unharmed(editor, compare, resource):
    text = 'First line\r\n\r\n"Quoted" & <b>third</b>  \r\nلا'
    page = compare({"description_en": text, "title_en": "Mine"}, title_en="Theirs")

    choose(editor, page, "merge")

    resource.refresh_from_db()
    assert resource.description_en == text


def test_merged_text_with_an_error_comes_back_on_the_form(editor, compare, resource):
    page = compare(SECOND_TITLE, title_en="Saved first")

    response = choose(editor, page, "merge", title_en="")

    assertContains(response, "There is 1 error on this page")
    data = fields_of(response)
    editor.post(resource.get_edit_url(), data | {"title_en": "Merged"})
    assert titles(resource) == "Merged"


def test_form_of_an_intervention_notices_it_too(client, make, ilo, focal_point, colleague):
    said = make_intervention(make, meeting=make_meeting(make, state="in_progress"), entity=ilo)
    client.force_login(focal_point)
    mine, theirs = opened(client, said.get_edit_url()), opened(colleague, said.get_edit_url())
    colleague.post(said.get_edit_url(), theirs | {"text_en": "Saved first"})

    page = client.post(said.get_edit_url(), mine | {"text_en": "Saved second"})

    assertContains(page, "Saved <del>first</del>", status_code=409)
    said.refresh_from_db()
    assert said.text_en == "Saved first"
    choose(client, page, "merge", text_en="Saved by both")
    said.refresh_from_db()
    assert said.text_en == "Saved by both"
