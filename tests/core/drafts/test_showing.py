"""A form that is opened again shows what was typed."""

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from core.models import Draft
from tests.core.drafts.pages import HALF, NEW, autosave, open_again
from tests.initiatives.test_form import party, posted


def test_form_opens_with_the_draft_and_without_complaints(client, contributor, initiative):
    client.force_login(contributor)

    page = open_again(client, initiative.get_edit_url(), posted(initiative, title_en="", title_fr=HALF))

    assertContains(page, f'value="{HALF}"')
    assertContains(page, "that is not saved yet")
    assertNotContains(page, "ia-errors")
    assertNotContains(page, "ia-field--bad")
    assertNotContains(page, "is-invalid")


def test_rows_check_boxes_and_choices_of_the_draft_come_back(client, make, contributor, initiative):
    make.goal(8), make.goal(3)
    client.force_login(contributor)
    rows = {"participations": [party(), party(name="Half a coun"), party(name=""), party(role="")]}

    page = open_again(
        client, initiative.get_edit_url(), posted(initiative, rows, goals=["3"], cooperation_type="south_south")
    )

    form, formset = page.context["form"], page.context["rows"]["participations"]
    assert [row["name"].value() for row in formset] == ["Country BRA [en]", "Half a coun", "", "Country BRA [en]"]
    assert (form["goals"].value(), form["cooperation_type"].value()) == (["3"], "south_south")
    assert page.text.count('value="Half a coun"') == 1


def test_draft_of_a_new_initiative_comes_back_with_its_entity(client, make, ilo, fao, contributor):
    make.person("both@example.org", ilo)
    client.force_login(contributor)

    page = open_again(client, NEW, posted(title_en=HALF, lead="ILO"))

    assertContains(page, f'value="{HALF}"')
    assert page.context["lead_form"]["lead"].value() == "ILO"


@pytest.mark.parametrize("language", ["fr", "ar", "zh-hans"])
def test_draft_survives_a_change_of_language(client, contributor, initiative, language):
    client.force_login(contributor)
    autosave(client, initiative.get_edit_url(), posted(initiative, title_en=HALF))

    assertContains(client.get(initiative.get_edit_url().replace("/en/", f"/{language}/")), f'value="{HALF}"')
    assert Draft.objects.get().path == f"/initiatives/{initiative.slug}/edit/"
