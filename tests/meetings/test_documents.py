"""Papers of a meeting: a link or a file, revisions, and several files at once."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import IntegrityError
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from core.files.texts import keep_text_of
from core.models import File
from core.search.finding import find
from core.search.questions import ask
from meetings import order
from meetings.models import ActionPointEvidence, EarlierFile, MeetingDocument
from tests.core.factory import make_file
from tests.core.samples import docx, pdf
from tests.meetings.factory import make_action_point, make_document, make_item, make_meeting


@pytest.fixture
def meeting(make):
    return make_meeting(make, is_public=True)


@pytest.fixture
def officer(client, secretariat):
    client.force_login(secretariat)
    return secretariat


def address(meeting):
    return reverse("meetings:document_edit", args=[meeting.slug])


def save(client, meeting, *documents, **data):
    """Posts the page: rows of the documents that are there, the row for a new one, and the rest of the form."""
    rows = [
        {
            "id": document.pk,
            "version": document.version,
            "title_en": document.title_en,
            "url": document.url,
            "level": document.level,
        }
        for document in documents
    ]
    form = {"rows-INITIAL_FORMS": len(rows), "rows-TOTAL_FORMS": len(rows) + 1}
    for number, row in enumerate([*rows, {}]):
        defaults = {"language": "en", "level": "members"}
        form |= {f"rows-{number}-{name}": value for name, value in (defaults | row).items()}
    return client.post(address(meeting), form | data)


def sent(content, name="Paper.pdf"):
    return ContentFile(content, name=name)


def test_uploaded_file_becomes_a_paper(client, officer, meeting):
    file = make_file(officer, "ورقة.pdf")

    response = save(client, meeting, **{"rows-0-title_en": "Paper", "rows-0-file-token": file.token})

    assertRedirects(response, meeting.get_absolute_url())
    document = MeetingDocument.objects.get()
    assert (document.file, document.url, document.revision) == (file, "", 0)
    page = client.get(meeting.get_absolute_url())
    assertContains(page, file.get_absolute_url())
    assertContains(page, f"PDF · {len(pdf())}\xa0bytes")
    assertContains(page, file.sha256)


def test_without_script_the_form_sends_the_file(client, officer, meeting):
    save(client, meeting, **{"rows-0-title_en": "Paper", "rows-0-file": sent(pdf(), "C:\\Note.pdf")})

    file = MeetingDocument.objects.get().file
    assert (file.name, file.state, file.uploaded_by) == ("Note.pdf", "complete", officer)
    assert file.open().read() == pdf()


def test_file_survives_an_error_elsewhere_in_the_form(client, officer, meeting):
    response = save(client, meeting, **{"rows-0-file": sent(pdf(), "Note.pdf")})  # no title

    assertContains(response, "Write this text in English")
    file = File.objects.get()
    assertContains(response, f'name="rows-0-file-token" value="{file.token}"')
    assertContains(response, "<bdi>Note.pdf</bdi>", html=True)
    save(client, meeting, **{"rows-0-title_en": "Paper", "rows-0-file-token": file.token})
    assert MeetingDocument.objects.get().file == file


def test_draft_that_is_opened_again_shows_the_file_that_was_uploaded(client, officer, meeting):
    file = make_file(officer, "Note.pdf")

    save(client, meeting, **{"rows-0-file-token": file.token, "files-token": [file.token], "autosave": "1"})

    page = client.get(address(meeting))
    assertContains(page, f'name="rows-0-file-token" value="{file.token}"')
    assertContains(page, f'name="files-token" value="{file.token}"')
    assert not MeetingDocument.objects.exists()


def test_refused_file_is_said_beside_its_field(client, officer, meeting):
    response = save(client, meeting, **{"rows-0-title_en": "Paper", "rows-0-file": sent(b"<html>", "Note.html")})

    assertContains(response, "Note.html: Web pages and drawings that can hold scripts are not kept.")
    assertContains(response, 'value="Paper"')
    assert not MeetingDocument.objects.exists()
    assert not File.objects.exists()


@pytest.mark.parametrize("both", [True, False])
def test_paper_is_a_link_or_a_file(client, officer, meeting, both):
    given = {"rows-0-url": "https://example.org/", "rows-0-file-token": make_file(officer).token} if both else {}

    response = save(client, meeting, **{"rows-0-title_en": "Paper"}, **given)

    assertContains(response, "Give the address of the document or its file: one of the two.")
    assert not MeetingDocument.objects.exists()


@pytest.mark.parametrize("fields", [{"url": ""}, {"with_file": True}])
def test_database_holds_that_a_paper_is_one_of_the_two(make, officer, meeting, fields):
    if fields.pop("with_file", False):
        fields["file"] = make_file(officer)

    with pytest.raises(IntegrityError, match="document_is_link_or_file"):
        make_document(make, meeting, **fields)


def test_another_file_makes_a_revision_and_the_first_stays_readable(client, make, officer, meeting):
    first, second = make_file(officer, "First.pdf"), make_file(officer, "Second.docx", docx())
    document = make_document(make, meeting, url="", file=first)

    save(client, meeting, document, **{"rows-0-file-token": second.token})

    document.refresh_from_db()
    assert (document.file, document.revision) == (second, 1)
    earlier = EarlierFile.objects.get()
    assert (earlier.file, earlier.revision, earlier.replaced_by) == (first, 0, officer)
    client.logout()
    page = client.get(meeting.get_absolute_url())
    assertContains(page, "Rev.1")
    assertContains(page, "Earlier: first version")
    assert client.get(first.get_absolute_url()).status_code == 200


def test_earlier_file_has_the_rights_of_its_paper(client, make, officer, meeting, focal_point):
    document = make_document(make, meeting, url="", file=make_file(officer))
    first = document.file
    save(client, meeting, document, **{"rows-0-file-token": make_file(officer).token, "rows-0-level": "members"})

    client.force_login(focal_point)
    assert client.get(first.get_absolute_url()).status_code == 200
    client.logout()
    assert client.get(first.get_absolute_url()).status_code == 404


def test_saving_again_keeps_the_file(client, make, officer, meeting):
    document = make_document(make, meeting, url="", file=make_file(officer))

    save(client, meeting, document, **{"rows-0-title_en": "Another title"})

    document.refresh_from_db()
    assert (document.title_en, document.file is not None, document.revision) == ("Another title", True, 0)


def test_link_takes_the_place_of_a_file(client, make, officer, meeting):
    document = make_document(make, meeting, url="", file=make_file(officer))

    away = {"rows-0-file-away": document.file.token, "rows-0-url": "https://example.org/paper"}
    save(client, meeting, document, **away)

    document.refresh_from_db()
    assert (document.file, document.url) == (None, "https://example.org/paper")
    assert EarlierFile.objects.get().document == document


def test_file_of_a_colleague_cannot_be_attached(client, officer, meeting, focal_point):
    file = make_file(focal_point)

    response = save(client, meeting, **{"rows-0-title_en": "Paper", "rows-0-file-token": file.token})

    assertContains(response, "This file is not here any more. Choose it again.")
    assert not MeetingDocument.objects.exists()


def test_file_that_a_record_holds_cannot_be_attached_to_another(client, make, officer, meeting):
    file = make_file(officer)
    secret = make_document(make, make_meeting(make, state="draft"), url="", file=file)

    save(client, meeting, **{"rows-0-title_en": "Paper", "rows-0-file-token": file.token})

    assert list(MeetingDocument.objects.all()) == [secret]


def test_several_files_become_papers_for_members(client, officer, meeting):
    files = [make_file(officer, "Agenda.pdf"), make_file(officer, "会议.pdf")]

    response = save(client, meeting, **{"files-token": [file.token for file in files], "files": [sent(pdf(), "C.pdf")]})

    assertRedirects(response, address(meeting), fetch_redirect_response=False)
    found = {(paper.title_en, paper.file.name, paper.level) for paper in MeetingDocument.objects.all()}
    assert found == {
        ("Agenda", "Agenda.pdf", "members"),
        ("会议", "会议.pdf", "members"),
        ("C", "C.pdf", "members"),
    }
    assertContains(client.get(address(meeting)), "3 new ones among them")


def test_of_several_files_the_good_ones_survive_a_bad_one(client, officer, meeting):
    response = save(client, meeting, files=[sent(pdf(), "Good.pdf"), sent(b"MZ", "Bad.exe")])

    assertContains(response, "Bad.exe: Programs and scripts are not kept here.")
    assertContains(response, f'name="files-token" value="{File.objects.get().token}"')
    assert not MeetingDocument.objects.exists()


def test_visitor_sees_neither_name_nor_checksum_of_a_members_paper(client, make, officer, meeting):
    file = make_file(officer, "Budget-secret.pdf")
    make_document(make, meeting, level="members", url="", file=file)
    client.logout()

    page = client.get(meeting.get_absolute_url())

    for secret in (file.token, file.name, file.sha256):
        assertNotContains(page, secret)


def test_paper_that_is_evidence_is_not_removed_and_what_was_typed_stays(client, make, officer, meeting):
    paper, other = make_document(make, meeting), make_document(make, meeting, title="Other")
    point = make_action_point(make, meeting, make.entity("ILO"))
    ActionPointEvidence.objects.create(action_point=point, document=paper)

    response = save(client, meeting, paper, other, **{"rows-0-DELETE": "on", "rows-1-title_en": "Typed words"})

    row = response.context["formset"].forms[0]
    refusal = "This document is named as evidence: it cannot be removed."
    assert row.errors == {"DELETE": [refusal]}
    assertContains(response, f'id="{row["DELETE"].auto_id}-error"')
    assertContains(response, refusal)
    assertContains(response, 'value="Typed words"')
    assert set(MeetingDocument.objects.values_list("title_en", flat=True)) == {paper.title_en, other.title_en}
    ActionPointEvidence.objects.all().delete()
    save(client, meeting, paper, other, **{"rows-0-DELETE": "on"})
    assert MeetingDocument.objects.get() == other


@pytest.mark.parametrize("remove", [order.remove, lambda meeting, _item: meeting.items.all().delete()])
def test_paper_of_an_item_for_members_stays_for_members_when_the_item_goes(client, make, meeting, focal_point, remove):
    item = make_item(make, meeting, is_members_only=True)
    closed = make_document(make, meeting, item=item, title="Zzclosed")
    office = make_document(make, meeting, item=item, level="secretariat")
    open_to_all = make_document(make, meeting, item=make_item(make, meeting), title="Zzopen")

    remove(meeting, item)

    levels = MeetingDocument.objects.in_bulk()
    assert [levels[paper.pk].level for paper in (closed, office, open_to_all)] == ["members", "secretariat", "public"]
    assert levels[closed.pk].item is None
    for person, is_found in ((AnonymousUser(), False), (focal_point, True)):
        assert bool(find(person, ask("Zzclosed")).total) == is_found
        assert find(person, ask("Zzopen")).total
    page = client.get(meeting.get_absolute_url())
    assertContains(page, open_to_all.title_en)
    assertNotContains(page, closed.title_en)
    assert client.get(closed.get_citation_url()).status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_page_asks_the_database_the_same_for_one_paper_and_for_three(
    client, make, secretariat, meeting, number, django_assert_num_queries
):
    for _paper in range(number):
        document = make_document(make, meeting, url="", file=make_file(secretariat), revision=1)
        document.earlier_files.create(file=make_file(secretariat), revision=0)
    client.get(meeting.get_absolute_url())

    with django_assert_num_queries(11):
        client.get(meeting.get_absolute_url())


@pytest.mark.parametrize("field", ["rows-0-file", "rows-1-file", "files"])
@pytest.mark.parametrize("with_script", [True, False])
def test_files_travel_over_the_page_that_compares_two_texts(client, make, officer, meeting, field, with_script):
    document = make_document(make, meeting, title="Paper", url="", file=make_file(officer, "First.pdf"))
    began_from = document.version
    MeetingDocument.objects.filter(pk=document.pk).update(title_en="Theirs")
    given = {f"{field}-token": make_file(officer, "New.pdf").token} if with_script else {field: sent(pdf(), "New.pdf")}
    typed = {"rows-0-title_en": "Mine", "rows-0-version": began_from, "rows-0-url": "", "rows-1-title_en": "Second"}
    if field != "rows-1-file":
        typed["rows-1-url"] = "https://example.org/"

    response = save(client, meeting, document, **typed, **given)

    assert response.status_code == 409
    new = File.objects.get(name="New.pdf")
    carried = dict(response.context["carried"])
    assert carried[f"{field}-token"] == [new.token]
    assert client.get(address(meeting)).context["draft"].typed.getlist(f"{field}-token") == [new.token]
    client.post(address(meeting), carried | {"rows-0-title_en": "Both", "resolve": "overwrite"})
    assert MeetingDocument.objects.get(file=new)


def test_demo_meeting_has_real_papers_that_say_what_they_are(client, db):
    call_command("load_reference_data", verbosity=0)
    for _start in range(2):
        call_command("load_demo", verbosity=0)

    papers = MeetingDocument.objects.filter(meeting__slug="demo-2027-02")
    found = [(paper.citation, paper.level) for paper in papers.order_by("serial", "language")]
    assert found == [
        ("demo-2027-02/1 (ar)", "public"),
        ("demo-2027-02/1 (en)", "public"),
        ("demo-2027-02/1 (fr)", "public"),
        ("demo-2027-02/2 Rev.1 (en)", "members"),
    ]
    paper = papers.get(serial=1, language="en")
    assert paper.file.state == "complete"
    keep_text_of(paper.file.pk)
    paper.file.refresh_from_db()
    assert paper.file.text_state == "read"
    assert "This is a demo document." in paper.file.text
    assertContains(client.get(paper.meeting.get_absolute_url()), paper.file.get_absolute_url())
