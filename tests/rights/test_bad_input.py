"""Bad input gets an answer in words, never an error of the portal, and shows nothing to whoever sends it."""

import base64
from urllib.parse import urlencode

import pytest
from django.urls import reverse

from core.models import Draft, File
from core.search.words import fold
from tests.core.factory import make_file, make_upload
from tests.core.samples import pdf
from tests.core.test_history_restore import address as restore_address
from tests.initiatives.factory import make_initiative
from tests.meetings.factory import make_document, make_meeting
from tests.resources.factory import make_resource

# More digits than Python makes a number of, and than any number of ours has.
LONG = "9" * 5000
TUS = {"Tus-Resumable": "1.0.0"}
PIECES = "application/offset+octet-stream"
METHODS = ["get", "head", "post", "put", "patch", "delete", "options"]
BAD = ["%00", "%ED%A0%80", "%25s", "..", "..%2F..", "%27%22%3E", "%0D%0AX-Mine:%20y", LONG, "-1", "é", "a:b:c"]
TYPED = ["%00", "%00ab", "%25", "%25(s)s", "%27)%3B--", "%5C", "%22%22%22", "-", "-a%20" * 60, "a:*%26!b", "%EF%BF%BE"]
TYPED += ["%ED%A0%80ab", "ـــ", "9" * 200, "000", "%F0%9F%98%80" * 200, "x" * 8000, "一", "%22", "«"]
ADDRESSES = [
    *(f"/files/{bad}/{bad}" for bad in BAD),
    *(f"/uploads/{bad}/" for bad in BAD),
    *(f"/en/unsubscribe/{bad}/" for bad in BAD),
    *(f"/en/unsubscribe/{bad}/undo/" for bad in BAD),
    *(f"/en/history/{bad}/1/" for bad in BAD),
    *(f"/en/history/meeting/{bad}/" for bad in BAD),
    *(f"/en/history/meeting/1/{bad}/" for bad in BAD),
    *(f"/en/desk/jobs/{bad}/" for bad in BAD),
    *(f"/en/desk/jobs/start/{bad}/" for bad in BAD),
    *(f"/en/desk/jobs/?state={bad}&page={bad}" for bad in BAD),
    *(f"/en/desk/notifications/?show={bad}&page={bad}" for bad in BAD),
    *(f"/en/desk/notifications/{bad}/open/" for bad in BAD),
    *(f"/en/drafts/{bad}/" for bad in BAD),
    *(f"/en/admin/core/meeting/{bad}/history/" for bad in BAD),
    *(f"/en/admin/core/theme/{bad}/history/" for bad in BAD),
    *(f"/en/search/?q=a&in={bad}&page={bad}" for bad in BAD),
    *(f"/en/search/?q={typed}" for typed in TYPED),
    *(f"/en/search/suggest/?q={typed}" for typed in TYPED),
    *(f"/en/{room}/?q={typed}" for typed in TYPED for room in ("initiatives", "meetings", "resources", "entities")),
    *(f"/en/meetings/decisions/?q={bad}&year={bad}&meeting={bad}&entity={bad}&export={bad}" for bad in BAD),
    *(f"/en/meetings/entities/ilo/?kind={bad}&goal={bad}&process={bad}&export=json" for bad in BAD),
    *(f"/en/accounts/login/?next={bad}" for bad in BAD),
]


@pytest.fixture
def patient(client):
    """An error of the portal is an answer here, and not the end of the test."""
    client.raise_request_exception = False
    return client


@pytest.fixture(params=["visitor", "focal_point", "administrator"])
def anybody(request, patient, people):
    if people[request.param]:
        patient.force_login(people[request.param])
    return patient


def test_no_address_makes_the_portal_fail(anybody):
    answers = {
        (method, address[:80]): getattr(anybody, method)(address, headers=TUS).status_code
        for address in ADDRESSES
        for method in (METHODS if address.startswith(("/files/", "/uploads/")) else ["get", "post"])
    }

    assert {where: status for where, status in answers.items() if status >= 500} == {}


def test_part_of_a_file_beyond_any_number_is_not_understood(patient, make, secretariat):
    paper = make_document(make, make_meeting(make, is_public=True), url="", file=make_file(secretariat))

    response = patient.get(paper.file.get_absolute_url(), headers={"range": f"bytes={LONG}-{LONG}"})

    assert response.status_code == 200
    assert b"".join(response.streaming_content) == pdf()


def test_version_beyond_any_number_is_another_version(patient, make, ilo, contributor):
    initiative = make_initiative(make, state="draft", lead=ilo)
    patient.force_login(contributor)

    response = patient.post(initiative.get_edit_url(), {"autosave": "1", "version": LONG, "title_en": "Water"})

    assert (response.status_code, response.json()["is_outdated"]) == (200, True)


@pytest.mark.parametrize("version", [LONG, "-1", "x", ""])
def test_nothing_is_brought_back_without_the_version_that_was_shown(patient, make, secretariat, version):
    resource = make_resource(make)
    patient.force_login(secretariat)

    assert patient.post(restore_address(resource), {"version": version}).status_code == 409


def test_record_with_an_endless_number_is_found_like_any_other(patient, make):
    make_resource(make, title="Wells", description=f"Water {LONG}")

    response = patient.get(reverse("search"), {"q": "water"})

    assert response.status_code == 200
    assert "<mark>Wells</mark>" in patient.get(reverse("search"), {"q": "wells"}).text


@pytest.mark.parametrize(
    ("typed", "folded"), [("012", "12"), ("000", "0"), ("٠١٢", "12"), ("１２", "12"), (LONG, LONG)]
)
def test_numbers_are_compared_digit_by_digit(typed, folded):
    assert fold(typed) == folded


@pytest.mark.parametrize("typed", ["[" * 100_000, '{"a":' * 50_000, '{"a": [' + LONG + "]}"])
def test_carried_text_that_is_nested_without_end_is_dropped(patient, contributor, typed):
    new = reverse("initiatives:initiative_create")
    credentials = {"login": contributor.email, "password": "sstc-demo"}

    response = patient.post(reverse("account_login"), credentials | {"typed": typed, "next": new})

    assert (response.status_code, response["Location"]) == (302, new)
    assert not Draft.objects.exists()


def test_file_that_is_named_twice_becomes_one_paper(patient, make, secretariat):
    meeting, file = make_meeting(make), make_file(secretariat)
    patient.force_login(secretariat)
    rows = {"rows-TOTAL_FORMS": "1", "rows-INITIAL_FORMS": "0", "rows-0-title_en": "Paper", "rows-0-language": "en"}
    rows |= {"rows-0-level": "secretariat", "rows-0-original_language": "en", "rows-0-file-token": file.token}

    response = patient.post(
        reverse("meetings:document_edit", args=[meeting.slug]), rows | {"files-token": [file.token, file.token]}
    )

    assert response.status_code == 302
    assert meeting.documents.get().level == "secretariat"


def test_rows_of_any_number_are_read_or_left_out(patient, make, secretariat):
    meeting = make_meeting(make)
    paper = make_document(make, meeting)
    patient.force_login(secretariat)
    address = reverse("meetings:document_edit", args=[meeting.slug])
    # The first row is gone, so that the others are numbered anew.
    data = {"rows-TOTAL_FORMS": "2", "rows-INITIAL_FORMS": "1", "rows-0-id": str(paper.pk + 1), "rows-0-version": "1"}

    answers = [
        patient.post(address, urlencode(data | more), content_type="application/x-www-form-urlencoded").status_code
        for more in (
            {f"rows-{LONG}-title_en": "x"},
            {"rows-0-id": LONG},
            {"rows-0-id": "\0"},
            {"rows-TOTAL_FORMS": LONG},
            {"rows-INITIAL_FORMS": "-1"},
        )
    ]

    assert {status for status in answers if status >= 500} == set()


NAMES = [b"a\r\nSet-Cookie: x=1.pdf", b"a\0.pdf", b"." * 3000 + b"pdf", b"..", b"\xff\xfe.pdf", "\u202e.pdf".encode()]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("length", ["5", LONG, "-1", "", "1e3", "0"])
def test_upload_of_any_name_and_length_is_taken_or_refused(patient, contributor, name, length):
    patient.force_login(contributor)
    metadata = "filename " + base64.b64encode(name).decode()

    response = patient.post(
        reverse("upload_create"), headers=TUS | {"Upload-Length": length, "Upload-Metadata": metadata}
    )

    assert response.status_code in (201, 400, 413, 422)
    assert all(character not in file.name for file in File.objects.all() for character in "\r\n\0\u202e/")


@pytest.mark.parametrize("offset", ["-1", LONG, "1", "x", ""])
@pytest.mark.parametrize("piece", [b"", b"x" * 100_000, pdf()])
def test_piece_at_any_other_place_changes_nothing(patient, contributor, offset, piece):
    upload = make_upload(contributor, pdf())
    patient.force_login(contributor)

    response = patient.patch(
        upload.get_upload_url(),
        piece,
        content_type=PIECES,
        headers=TUS | {"Upload-Offset": offset},
        CONTENT_TYPE=PIECES,
    )

    assert response.status_code in (400, 409, 422)
    upload.refresh_from_db()
    assert (upload.state, upload.received) == ("uploading", 0)


@pytest.mark.parametrize("number", ["\0", "x", "²", "99999", "9" * 18, LONG])
def test_number_in_an_address_that_names_nothing_leaves_the_form_empty(patient, make, secretariat, number):
    meeting = make_meeting(make, state="in_progress")
    patient.force_login(secretariat)
    forms = ("interventions/new/", "decisions/new/", "action-points/new/", "live/")
    asked = urlencode({"item": number, "answers": number, "decision": number})

    pages = [patient.get(f"{meeting.get_absolute_url()}{form}?{asked}") for form in forms]

    assert [page.status_code for page in pages] == [200] * 4
    plan = f"{reverse('meetings:meeting_create')}?{urlencode({'series': number})}"
    assert patient.get(plan).status_code == 404
