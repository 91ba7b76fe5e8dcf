"""What is typed into a form is kept while one types, and never shown to anybody else."""

import zoneinfo
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from core.drafts.views import path_of
from core.files.owners import named_in_drafts
from core.models import Draft
from core.models.drafts import LARGEST
from core.tasks import forget_old_drafts
from initiatives.versions import open_version
from meetings.models import MeetingState
from tests.initiatives.factory import make_initiative
from tests.initiatives.test_form import party, posted
from tests.meetings.factory import make_intervention, make_item, make_meeting
from tests.resources.factory import make_resource

HALF = "Half a ti"
NEW = reverse("initiatives:initiative_create")


@pytest.fixture
def initiative(make, ilo):
    return make_initiative(make, state="draft", lead=ilo, participations=[])


def autosave(client, url, data):
    return client.post(url, data | {"autosave": "1"})


# While one types


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


# Two windows of one person


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

    initiative.refresh_from_db()
    assert initiative.title_en == "Saved in the other"
    assert Draft.objects.get().typed["title_en"] == "In one window"
    client.post(url, posted(initiative, title_en="In one window") | {"window": "one", "began": ""})
    assert not Draft.objects.exists()


# Who may


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


# Opening the form again


def open_again(client, url, data):
    autosave(client, url, data)
    return client.get(url)


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


def agenda_page(make):
    meeting = make_meeting(make)
    make_item(make, meeting, title="Opening")
    rows = {
        "items-TOTAL_FORMS": 1,
        "items-INITIAL_FORMS": 0,
        "items-0-title_en": "zztyped item",
        "items-0-kind": "item",
    }
    return meeting.get_edit_url(), {"version": meeting.version, "original_language": "en", **rows}, "zztyped item"


def attendance_page(make):
    meeting = make_meeting(make)
    rows = {"rows-TOTAL_FORMS": 1, "rows-INITIAL_FORMS": 0, "rows-0-person_name": "zztyped person"}
    return reverse("meetings:attendance_edit", args=[meeting.slug]), rows, "zztyped person"


def documents_page(make):
    meeting = make_meeting(make)
    rows = {"rows-TOTAL_FORMS": 1, "rows-INITIAL_FORMS": 0, "rows-0-url": "zztyped.example/pap"}
    return reverse("meetings:document_edit", args=[meeting.slug]), rows, "zztyped.example/pap"


def new_meeting_page(make):
    return reverse("meetings:meeting_create"), {"title_en": "zztyped meeting"}, "zztyped meeting"


def intervention_page(make):
    meeting = make_meeting(make, state=MeetingState.RECORD_PREPARATION)
    intervention = make_intervention(make, meeting, make.entity("ILO"))
    url = reverse("meetings:intervention_edit", args=[intervention.pk])
    return url, {"text_en": "zztyped words"}, "zztyped words"


def recording(make):
    return make_meeting(make, state=MeetingState.RECORD_PREPARATION)


def new_intervention_page(make):
    url = reverse("meetings:intervention_create", args=[recording(make).slug])
    return url, {"text_ar": "كلمة"}, "كلمة"


def new_decision_page(make):
    url = reverse("meetings:decision_create", args=[recording(make).slug])
    return url, {"text_en": "zztyped decision"}, "zztyped decision"


def new_action_point_page(make):
    url = reverse("meetings:action_point_create", args=[recording(make).slug])
    return url, {"text_en": "zztyped action"}, "zztyped action"


def resource_page(make):
    resource = make_resource(make, state="draft")
    return resource.get_edit_url(), {"title_en": "zztyped lesson", "version": "1"}, "zztyped lesson"


def new_resource_page(make):
    return reverse("resources:resource_create"), {"url": "zztyped.example"}, "zztyped.example"


def entity_page(make):
    entity = make.entity("ILO")
    return reverse("entities:entity_edit", args=[entity.slug]), {"unit_en": "zztyped unit"}, "zztyped unit"


PAGES = [
    agenda_page, attendance_page, documents_page, new_meeting_page, intervention_page, new_intervention_page,
    new_decision_page, new_action_point_page, resource_page, new_resource_page, entity_page,
]  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_every_long_form_keeps_drafts(client, make, ilo, administrator, secretariat, page):
    url, data, text = page(make)
    client.force_login(administrator)
    assertNotContains(client.get(url), text)

    opened = open_again(client, url, data)

    assertContains(opened, text)
    assertContains(opened, "data-autosave")
    assertContains(opened, "drafts.js")
    assertNotContains(opened, "is-invalid")


# Saving and discarding


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


def test_text_whose_form_may_be_opened_no_more_can_still_be_read(client, make, ilo, contributor):
    meeting = make_meeting(make, state=MeetingState.RECORD_PREPARATION)
    intervention = make_intervention(make, meeting, ilo, is_draft=True)
    url = reverse("meetings:intervention_edit", args=[intervention.pk])
    client.force_login(contributor)
    autosave(client, url, {"text_en": "What we said"})
    contributor.appointments.all().delete()

    refusal = client.get(url)

    draft = Draft.objects.get()
    assertContains(refusal, f'href="{draft.get_absolute_url()}"', status_code=refusal.status_code)
    assert refusal.status_code in (403, 404)
    assertContains(client.get(draft.get_absolute_url()), "What we said")


def test_text_that_was_sent_after_the_draft_became_public_is_kept_to_be_read(client, focal_point, initiative):
    client.force_login(focal_point)
    data = posted(initiative, title_en=HALF)
    initiative.state = "published"
    initiative.save()

    refusal = client.post(initiative.get_edit_url(), data)

    draft = Draft.objects.get()
    assertContains(refusal, f'href="{draft.get_absolute_url()}"', status_code=409)
    assert draft.typed["title_en"] == HALF
    open_version(initiative, focal_point)
    assertContains(client.get(initiative.get_edit_url()), f'href="{draft.get_absolute_url()}"')


def test_words_are_to_be_read_the_longest_first_and_numbers_left_out():
    data = {
        "title_ar": ["ماء"],
        "note": ["water"],
        "summary": ["Water for all"],
        "goals": ["3", "8"],
        "start": ["2024-07"],
    }

    texts = Draft(data=data).texts

    assert texts == [("summary", "Water for all"), ("note", "water"), ("title_ar", "ماء")]


@pytest.mark.parametrize(("hours", "words"), [(0, "14:02"), (24, "23\u00a0November 2026, 14:02")])
def test_moment_of_a_draft_names_the_day_only_where_it_is_another(hours, words, time_machine):
    time_machine.move_to("2026-11-24T14:02:00Z", tick=False)

    assert Draft(saved_at=timezone.now() - timedelta(hours=hours)).when == words


def test_file_that_a_draft_names_is_known(contributor):
    for path, data in (("/a/", {"file": ["token-a"]}), ("/b/", {"files": ["x", "token-b"]})):
        Draft.objects.create(user=contributor, path=path, data=data, saved_at=timezone.now())

    assert named_in_drafts(["token-a", "token-b", "token-c"]) == {"token-a", "token-b"}
    assert named_in_drafts([]) == set()


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
