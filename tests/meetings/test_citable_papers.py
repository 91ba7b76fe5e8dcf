"""Documents that can be cited: numbers that are given once, addresses that stay, and papers that entities give."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from meetings.models import ActionPointEvidence, MeetingDocument
from tests.core.factory import make_file
from tests.meetings.factory import make_action_point, make_document, make_item, make_meeting


@pytest.fixture
def meeting(make):
    return make_meeting(make, is_public=True, symbol="SSTC/2026/3")


def cited(*parts):
    name = {2: "document_best", 3: "document"}[len(parts)]
    return reverse(f"meetings:{name}", args=parts)


def test_papers_are_numbered_in_their_meeting_and_no_number_is_given_twice(make, meeting):
    first, second = make_document(make, meeting), make_document(make, meeting)
    elsewhere = make_document(make, make_meeting(make))
    second.delete()

    assert (first.serial, elsewhere.serial) == (1, 1)
    assert make_document(make, meeting).serial == 3
    assert first.citation == "SSTC/2026/3/1 (en)"
    assert elsewhere.citation == f"{elsewhere.meeting.slug}/1 (en)"


def test_order_of_the_agenda_changes_no_symbol(make, meeting):
    item = make_item(make, meeting, number=4)
    document = make_document(make, meeting, item=item)
    item.number = 9
    item.save()

    document.refresh_from_db()
    assert document.citation == "SSTC/2026/3/1 (en)"


def test_database_holds_that_a_paper_is_there_once_in_a_language(make, meeting):
    document = make_document(make, meeting)
    make_document(make, meeting, serial=document.serial, language="fr")

    with pytest.raises(IntegrityError, match="document_once_in_a_language"), transaction.atomic():
        make_document(make, meeting, serial=document.serial)


def test_address_leads_to_the_language_asked_for_or_to_the_best_for_the_reader(client, make, meeting):
    english = make_document(make, meeting, url="https://example.org/en.pdf")
    make_document(make, meeting, serial=english.serial, language="fr", url="https://example.org/fr.pdf")

    best, french = cited(meeting.slug, 1), cited(meeting.slug, 1, "fr")

    def leads_to(address, language="en"):
        return client.get(address.replace("/en/", f"/{language}/", 1))["Location"]

    assert leads_to(best) == "https://example.org/en.pdf"
    assert leads_to(best, "fr") == "https://example.org/fr.pdf"
    assert leads_to(best, "ar") == "https://example.org/en.pdf"
    assert leads_to(french) == "https://example.org/fr.pdf"
    for unknown in ("ru", "xx"):
        assert client.get(best.replace("/1/", f"/1/{unknown}/")).status_code == 404


def test_each_revision_stays_at_its_address_and_the_paper_leads_to_the_newest(client, make, secretariat, meeting):
    first, second = make_file(secretariat, "First.pdf"), make_file(secretariat, "Second.pdf")
    document = make_document(make, meeting, url="", file=first)
    client.force_login(secretariat)
    rows = {
        "rows-INITIAL_FORMS": 1,
        "rows-TOTAL_FORMS": 1,
        "rows-0-id": document.pk,
        "rows-0-version": document.version,
        "rows-0-title_en": document.title_en,
        "rows-0-language": "en",
        "rows-0-level": "public",
        "rows-0-file-token": second.token,
    }
    client.post(reverse("meetings:document_edit", args=[meeting.slug]), rows)
    client.logout()

    assert client.get(cited(meeting.slug, 1))["Location"] == second.get_absolute_url()
    for revision, file in ((0, first), (1, second)):
        for address in (
            reverse("meetings:document_revision", args=[meeting.slug, 1, "en", revision]),
            reverse("meetings:document_best_revision", args=[meeting.slug, 1, revision]),
        ):
            assert client.get(address)["Location"] == file.get_absolute_url()
    page = client.get(reverse("meetings:papers", args=[meeting.slug]))
    assertContains(page, "SSTC/2026/3/1 Rev.1 (en)")
    assertContains(page, reverse("meetings:document_revision", args=[meeting.slug, 1, "en", 0]))
    assertContains(page, second.sha256)


def test_secretariat_adds_another_language_of_a_paper_under_its_symbol(client, make, secretariat, meeting):
    document = make_document(make, meeting)
    client.force_login(secretariat)
    rows = {"rows-INITIAL_FORMS": 0, "rows-TOTAL_FORMS": 1, "rows-0-same_as": document.serial, "rows-0-level": "public"}
    rows |= {"rows-0-title_en": "Note", "rows-0-url": "https://example.org/fr.pdf"}
    address = reverse("meetings:document_edit", args=[meeting.slug])

    taken = client.post(address, rows | {"rows-0-language": "en"})
    client.post(address, rows | {"rows-0-language": "fr"})

    assertContains(taken, "This paper is there in this language already.")
    assert MeetingDocument.objects.get(language="fr").citation == "SSTC/2026/3/1 (fr)"


def test_page_groups_papers_by_item_and_shows_each_person_what_is_theirs(client, make, meeting, focal_point, ilo):
    last, first = make_item(make, meeting, number=2), make_item(make, meeting, number=1)
    for item in (last, first):
        make_document(make, meeting, item=item, title=f"Note on {item.number}")
    make_document(make, meeting, title="Secret note", level="members")
    address = reverse("meetings:papers", args=[meeting.slug])

    page = client.get(address)

    text = page.content.decode()
    assert text.index("Note on 1") < text.index("Note on 2")
    assertNotContains(page, "Secret note")
    client.force_login(focal_point)
    assertContains(client.get(address), "Secret note")


@pytest.mark.parametrize("number", [1, 3])
def test_page_asks_the_database_the_same_for_one_paper_and_for_three(
    client, make, secretariat, meeting, number, django_assert_num_queries
):
    for _paper in range(number):
        document = make_document(make, meeting, url="", file=make_file(secretariat), item=make_item(make, meeting))
        document.earlier_files.create(file=make_file(secretariat), revision=7)
    address = reverse("meetings:papers", args=[meeting.slug])
    client.get(address)

    with django_assert_num_queries(5):
        client.get(address)


def own(client, meeting, item, **data):
    defaults = {"item": item.pk, "original_language": "en", "language": "en", "title_en": "Our note"}
    address = reverse("meetings:own_paper_create", args=[meeting.slug])
    return client.post(address, defaults | {"url": "https://example.org/note.pdf"} | data)


def test_focal_point_gives_a_paper_for_the_own_item_for_members_only(client, make, meeting, ilo, fao, focal_point):
    item, other = make_item(make, meeting, presenters=[(ilo, "")]), make_item(make, meeting, presenters=[(fao, "")])
    client.force_login(focal_point)

    refused = own(client, meeting, other)
    response = own(client, meeting, item, level="public")

    assert refused.status_code == 200
    assertRedirects(response, reverse("meetings:papers", args=[meeting.slug]))
    document = MeetingDocument.objects.get()
    assert (document.entity, document.level, document.item) == (ilo, "members", item)
    client.logout()
    assertNotContains(client.get(reverse("meetings:papers", args=[meeting.slug])), "Our note")


def test_focal_point_revises_the_own_paper_until_the_meeting_is_closed(client, make, meeting, ilo, focal_point):
    item = make_item(make, meeting, presenters=[(ilo, "")])
    first, second = make_file(focal_point, "First.pdf"), make_file(focal_point, "Second.pdf")
    client.force_login(focal_point)
    own(client, meeting, item, url="", **{"file-token": first.token})
    document = MeetingDocument.objects.get()
    typed = {"item": item.pk, "original_language": "en", "language": "en", "title_en": "Our note"}
    typed |= {"version": document.version, "file-token": second.token}

    client.post(document.get_edit_url(), typed)

    document.refresh_from_db()
    assert (document.file, document.revision, document.entity) == (second, 1, ilo)
    assert document.earlier_files.get().file == first
    type(meeting).objects.filter(pk=meeting.pk).update(state="record_preparation")
    assert client.get(document.get_edit_url()).status_code == 403
    assert own(client, meeting, item).status_code == 403


def test_paper_that_the_secretariat_made_public_is_no_longer_the_entitys_to_change(
    client, make, meeting, ilo, focal_point
):
    item = make_item(make, meeting, presenters=[(ilo, "")])
    document = make_document(make, meeting, level="public", item=item, entity=ilo)
    client.force_login(focal_point)

    assert client.get(document.get_edit_url()).status_code == 403


def test_focal_point_removes_the_own_paper_as_it_was_shown_unless_it_is_evidence(
    client, make, meeting, ilo, focal_point
):
    item = make_item(make, meeting, presenters=[(ilo, "")])
    document = make_document(make, meeting, level="members", item=item, entity=ilo)
    remove = reverse("meetings:own_paper_delete", args=[document.pk])
    client.force_login(focal_point)

    assertContains(client.get(document.get_edit_url()), remove)
    assert client.post(remove, {"version": document.version - 1}).status_code == 409
    point = make_action_point(make, meeting, ilo)
    evidence = ActionPointEvidence.objects.create(action_point=point, document=document, added_by=focal_point)
    refused = client.post(remove, {"version": document.version})
    assertContains(refused, "it cannot be removed", status_code=409)
    evidence.delete()
    response = client.post(remove, {"version": document.version})

    assertRedirects(response, reverse("meetings:papers", args=[meeting.slug]))
    assert not MeetingDocument.objects.exists()


def test_entity_cannot_take_the_symbol_of_a_paper_of_others(client, make, meeting, ilo, focal_point):
    others = make_document(make, meeting)
    client.force_login(focal_point)

    response = own(
        client, meeting, make_item(make, meeting, presenters=[(ilo, "")]), same_as=others.serial, language="fr"
    )

    assert response.status_code == 302
    assert MeetingDocument.objects.get(entity=ilo).serial == 2
