"""The administration asks for the version too, of a record and of its rows."""

import pytest
from django.contrib import admin
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from core.admin import ReadOnly
from core.models import VersionedModel
from core.saving.forms import VersionedForm
from core.saving.rows import VersionedFormSet
from tests.forms_on_page import choose, opened
from tests.initiatives.factory import make_initiative
from tests.meetings.factory import make_attendance, make_intervention, make_meeting


@pytest.fixture
def change(editor, colleague):
    """change(record, mine, theirs): both open its page in the administration, the colleague saves first."""

    def change(record, mine, theirs):
        meta = record._meta
        url = reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[record.pk])
        form = f"{meta.model_name}_form"
        own, other = opened(editor, url, form), opened(colleague, url, form)
        changelist = reverse(f"admin:{meta.app_label}_{meta.model_name}_changelist")
        assertRedirects(colleague.post(url, other | theirs), changelist)
        return editor.post(url, own | mine)

    return change


def test_every_page_and_every_row_of_a_versioned_record_carries_its_version():
    edited = [page for page in admin.site._registry.values() if not isinstance(page, ReadOnly)]
    pages = {page for page in edited if issubclass(page.model, VersionedModel)}
    rows = {inline for page in edited for inline in page.inlines if issubclass(inline.model, VersionedModel)}

    assert {type(page).__name__ for page in pages if not issubclass(page.form, VersionedForm)} == set()
    assert {row.__name__ for row in rows if not issubclass(row.formset, VersionedFormSet)} == set()


def test_stale_save_shows_both_texts_and_changes_nothing(change, make, ilo):
    said = make_intervention(make, make_meeting(make, state="in_progress"), ilo)

    page = change(said, {"text_en": "My words"}, {"text_en": "Their words"})
    assertContains(page, "What was said (English)", status_code=409)
    assertNotContains(page, "What was said [en]", status_code=409)

    assertContains(page, "<del>Their</del> words", status_code=409)
    assertContains(page, "<ins>My</ins> words", status_code=409)
    said.refresh_from_db()
    assert said.text_en == "Their words"


@pytest.mark.parametrize(
    ("resolve", "choice", "kept"),
    [
        ("merge", {"text_en": "Our words"}, "Our words"),
        ("merge", {"use__text_en": "stored"}, "Their words"),
        ("overwrite", {}, "My words"),
    ],
)
def test_three_ways_out(editor, change, make, ilo, resolve, choice, kept):
    said = make_intervention(make, make_meeting(make, state="in_progress"), ilo)
    page = change(said, {"text_en": "My words"}, {"text_en": "Their words"})

    response = choose(editor, page, resolve, **choice)

    assert response.status_code == 302
    said.refresh_from_db()
    assert said.text_en == kept


def test_row_that_both_changed_is_compared(editor, change, make, ilo):
    meeting = make_meeting(make, state="draft")
    line = make_attendance(make, meeting, ilo, person_name="Ana")

    page = change(meeting, {"attendance-0-person_name": "Ana Souza"}, {"attendance-0-person_name": "Ana Silva"})

    assertContains(page, "<del>Silva</del>", status_code=409)
    choose(editor, page, "merge", attendance__0__person_name="Ana Silva Souza")
    line.refresh_from_db()
    assert line.person_name == "Ana Silva Souza"


def test_rows_that_each_changed_alone_are_both_saved(change, make, ilo, fao):
    meeting = make_meeting(make, state="draft")
    lines = [make_attendance(make, meeting, entity, person_name="Ana") for entity in (fao, ilo)]

    response = change(meeting, {"attendance-1-unit": "Mine"}, {"attendance-0-unit": "Theirs"})

    assert response.status_code == 302
    for line in lines:
        line.refresh_from_db()
    assert [line.unit for line in lines] == ["Theirs", "Mine"]


def test_page_with_many_kinds_of_rows_saves_twice_without_a_question(editor, make, ilo):
    initiative = make_initiative(make, state="published", lead=ilo)
    url = reverse("admin:initiatives_initiative_change", args=[initiative.pk])

    for title in ("Once", "Twice"):
        response = editor.post(url, opened(editor, url, "initiative_form") | {"title_en": title})
        assert response.status_code == 302

    initiative.refresh_from_db()
    assert initiative.title_en == "Twice"
