"""What is typed into a form is kept while one types, and the record stays as it is."""

import zoneinfo
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from core.drafts.views import path_of
from core.files.owners import named_in_drafts
from core.models import Draft
from core.models.drafts import LARGEST
from core.tasks import forget_old_drafts
from tests.core.drafts.pages import HALF, autosave
from tests.initiatives.test_form import party, posted


def test_text_saves_itself_and_the_page_says_when_by_the_clock_of_the_person(client, contributor, initiative):
    contributor.time_zone = "Asia/Tokyo"
    contributor.save()
    client.force_login(contributor)

    response = autosave(client, initiative.get_edit_url(), posted(initiative, title_en=HALF))

    clock = Draft.objects.get().saved_at.astimezone(zoneinfo.ZoneInfo("Asia/Tokyo"))
    assert response.json() == {"message": f"Saved at {clock:%H:%M}", "is_outdated": False}


def test_page_says_so_when_it_saves_again_after_a_failure(client, contributor, initiative):
    client.force_login(contributor)

    response = autosave(client, initiative.get_edit_url(), posted(initiative, again="1"))

    assert response.json()["message"].startswith("Saved again at ")


def test_record_stays_as_it_is(client, contributor, initiative):
    client.force_login(contributor)

    autosave(client, initiative.get_edit_url(), posted(initiative, title_en=HALF))

    before = (initiative.title_en, initiative.version)
    initiative.refresh_from_db()
    assert (initiative.title_en, initiative.version) == before


def test_later_text_takes_the_place_of_the_earlier(client, contributor, initiative):
    client.force_login(contributor)

    for text in ("Ha", HALF):
        autosave(client, initiative.get_edit_url(), posted(initiative, title_en=text))

    draft = Draft.objects.get()
    assert (draft.user, draft.typed["title_en"], draft.title) == (contributor, HALF, str(initiative))


def test_what_the_page_adds_to_the_text_is_no_part_of_it(client, contributor, initiative):
    client.force_login(contributor)

    autosave(client, initiative.get_edit_url(), posted(initiative, csrfmiddlewaretoken="secret", again="1"))

    assert not {"csrfmiddlewaretoken", "autosave", "again"} & set(Draft.objects.get().data)


def test_nul_does_no_harm(client, contributor, initiative):
    client.force_login(contributor)

    response = autosave(client, initiative.get_edit_url(), posted(initiative, title_en="Wa\0ter", **{"a\0b": "1"}))

    assert response.status_code == 200
    assert Draft.objects.get().typed["title_en"] == "Water"


def test_more_than_a_draft_holds_is_refused_and_the_earlier_text_stays(client, contributor, initiative):
    client.force_login(contributor)
    autosave(client, initiative.get_edit_url(), posted(initiative, title_en=HALF))

    response = autosave(client, initiative.get_edit_url(), posted(initiative, summary_en="ق" * (LARGEST // 2)))

    assert response.status_code == 413
    assert Draft.objects.get().typed["title_en"] == HALF


def test_database_refuses_a_draft_that_is_too_large(contributor):
    draft = {"user": contributor, "path": "/meetings/new/", "saved_at": timezone.now()}
    fits, too_much = {"text": ["a" * (LARGEST - 100)]}, {"text": ["a" * LARGEST]}

    with pytest.raises(IntegrityError, match="draft_size"), transaction.atomic():
        Draft.objects.create(data=too_much, **draft)
    Draft.objects.create(data=fits, **draft)


def test_person_has_one_draft_of_a_form(contributor):
    draft = {"user": contributor, "path": "/meetings/new/", "data": {}, "saved_at": timezone.now()}
    Draft.objects.create(**draft)

    with pytest.raises(IntegrityError, match="draft_once"), transaction.atomic():
        Draft.objects.create(**draft)
    Draft.objects.create(**draft | {"path": "/resources/new/"})


def test_page_learns_early_that_somebody_else_saved_the_record(client, contributor, initiative):
    client.force_login(contributor)
    data = posted(initiative, title_en=HALF)
    initiative.save()

    assert autosave(client, initiative.get_edit_url(), data).json()["is_outdated"] is True


def test_saving_by_itself_is_cheap(client, contributor, initiative, django_assert_num_queries):
    client.force_login(contributor)
    autosave(client, initiative.get_edit_url(), posted(initiative))
    rows = {"participations": [party(name=f"No. {number}") for number in range(20)]}

    with django_assert_num_queries(11):
        autosave(client, initiative.get_edit_url(), posted(initiative, rows))


def test_drafts_are_forgotten_after_sixty_days(contributor):
    for path, days in (("/old/", 61), ("/kept/", 59)):
        Draft.objects.create(user=contributor, path=path, data={}, saved_at=timezone.now() - timedelta(days=days))

    forget_old_drafts(timestamp=0)

    assert [draft.path for draft in Draft.objects.all()] == ["/kept/"]


@pytest.mark.parametrize(
    ("address", "path"),
    [("/fr/meetings/new/", "/meetings/new/"), ("/zh-hans/desk/", "/desk/"), ("/health/live", "/health/live")],
)
def test_path_of_a_form_has_no_language(address, path):
    assert path_of(address) == path


def test_file_that_a_draft_names_is_known(contributor):
    for path, data in (("/a/", {"file": ["token-a"]}), ("/b/", {"files": ["x", "token-b"]})):
        Draft.objects.create(user=contributor, path=path, data=data, saved_at=timezone.now())

    assert named_in_drafts(["token-a", "token-b", "token-c"]) == {"token-a", "token-b"}
    assert named_in_drafts([]) == set()
