"""Uploads that break off and go on (tus 1.0), quotas, and who may."""

import base64
import threading

import pytest
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob

from core.files import uploads
from core.models import File, FileState, TextState
from tests.core.factory import checksum, make_file, make_upload
from tests.core.samples import docx, pdf

TUS = {"Tus-Resumable": "1.0.0"}
PIECE_TYPE = "application/offset+octet-stream"


@pytest.fixture
def member(client, contributor):
    client.force_login(contributor)
    return contributor


def create(client, content, name="Paper.pdf", **headers):
    encoded = base64.b64encode(name.encode()).decode()
    headers = TUS | {"Upload-Length": str(len(content)), "Upload-Metadata": f"filename {encoded}"} | headers
    return client.post(reverse("upload_create"), headers=headers)


def send(client, address, offset, piece, **headers):
    headers = TUS | {"Upload-Offset": str(offset)} | headers
    return client.patch(address, piece, content_type=PIECE_TYPE, headers=headers, CONTENT_TYPE=PIECE_TYPE)


def ask(client, address):
    return client.head(address, headers=TUS)


def test_server_says_what_it_can(client, member):
    response = client.options(reverse("upload_create"))

    assert response.status_code == 204
    assert response["Tus-Version"] == response["Tus-Resumable"] == "1.0.0"
    assert response["Tus-Extension"] == "creation,termination,expiration"
    assert response["Tus-Max-Size"] == str(50 * 1024 * 1024)


def test_file_comes_in_pieces_and_is_whole(client, member):
    content = pdf("Water " * 500)
    address = create(client, content)["Location"]

    for begin in range(0, len(content), 1000):
        response = send(client, address, begin, content[begin : begin + 1000])
        assert (response.status_code, response.content) == (204, b"")
        assert int(response["Upload-Offset"]) == min(begin + 1000, len(content))

    file = File.objects.get()
    assert (file.state, file.sha256, file.size) == (FileState.COMPLETE, checksum(content), len(content))
    assert file.open().read() == content
    assert (file.type, file.uploaded_by, file.name) == ("application/pdf", member, "Paper.pdf")
    assert not uploads.part_of(file).exists()


def test_what_broke_off_goes_on_where_it_was(client, member):
    content = docx("Water " * 4000)
    address = create(client, content, "Paper.docx")["Location"]
    send(client, address, 0, content[:100])

    response = ask(client, address)
    assert (response.status_code, response["Upload-Offset"]) == (200, "100")
    assert response["Upload-Length"] == str(len(content))
    assert response["Cache-Control"] == "no-store"
    send(client, address, 100, content[100:])

    assert File.objects.get().sha256 == checksum(content)


def test_bytes_that_were_written_and_never_acknowledged_are_written_again(client, member):
    content = pdf()
    address = create(client, content)["Location"]
    send(client, address, 0, content[:50])
    with open(uploads.part_of(File.objects.get()), "ab") as part:
        part.write(b"the process died here")

    assert ask(client, address)["Upload-Offset"] == "50"
    send(client, address, 50, content[50:])

    assert File.objects.get().sha256 == checksum(content)


def test_bytes_that_the_disk_lost_are_asked_for_again(client, member):
    content = pdf()
    address = create(client, content)["Location"]
    send(client, address, 0, content[:50])
    with open(uploads.part_of(File.objects.get()), "r+b") as part:
        part.truncate(20)

    assert ask(client, address)["Upload-Offset"] == "20"
    assert send(client, address, 50, content[50:]).status_code == 409
    send(client, address, 20, content[20:])

    assert File.objects.get().sha256 == checksum(content)


@pytest.mark.parametrize("offset", [0, 49, 51])
def test_piece_at_a_wrong_place_is_refused(client, member, offset):
    address = create(client, pdf())["Location"]
    send(client, address, 0, pdf()[:50])

    assert send(client, address, offset, pdf()[50:]).status_code == 409
    assert ask(client, address)["Upload-Offset"] == "50"


def test_last_answer_that_was_lost_is_given_again(client, member):
    content = pdf()
    address = create(client, content)["Location"]
    send(client, address, 0, content)

    response = send(client, address, len(content), b"")

    assert (response.status_code, response["Upload-Offset"]) == (204, str(len(content)))
    assert File.objects.count() == 1
    assert ProcrastinateJob.objects.filter(task_name="core.tasks.read_text").count() == 1


@pytest.mark.parametrize("method", ["head", "get"])
def test_upload_whose_last_step_failed_is_completed_when_one_asks_how_far_it_is(client, member, method):
    content = pdf()
    file = make_upload(member, content, received=len(content))
    assert file.state == FileState.UPLOADING

    response = getattr(client, method)(file.get_upload_url(), headers=TUS)

    assert response.status_code == 200
    file.refresh_from_db()
    assert file.state == FileState.COMPLETE


def test_upload_that_may_not_stay_is_refused_when_one_asks_how_far_it_is(client, member):
    content = pdf(extra="/OpenAction << /S /JavaScript >>")
    file = make_upload(member, content, received=len(content))

    assert ask(client, file.get_upload_url()).status_code == 410
    file.refresh_from_db()
    assert file.state == FileState.REFUSED


def test_more_than_was_announced_is_refused(client, member):
    address = create(client, pdf())["Location"]

    assert send(client, address, 0, pdf() + b"more").status_code == 422
    assert ask(client, address)["Upload-Offset"] == "0"


def test_file_that_may_not_stay_is_refused_in_words_and_nothing_is_kept(client, member):
    content = pdf(extra="/OpenAction << /S /JavaScript >>")
    address = create(client, content)["Location"]

    response = send(client, address, 0, content)

    assert response.status_code == 422
    assert response.json() == {
        "message": "The PDF holds scripts or starts programs. Print it to a new PDF and upload that."
    }
    file = File.objects.get()
    assert (file.state, file.refusal, file.stored_as) == (FileState.REFUSED, "pdf_script", "")
    assert not uploads.part_of(file).exists()
    assert ask(client, address).status_code == 410
    assert client.get(address).json() == response.json()
    assert send(client, address, 0, content).status_code == 409


@pytest.mark.parametrize(
    ("name", "size", "status", "words"),
    [
        ("Paper.docm", 10, 422, "macros"),
        ("Paper.pdf", 0, 422, "empty"),
        ("Paper.pdf", 51 * 1024 * 1024, 413, "larger than 50"),
        ("setup.exe", 10, 422, "Programs"),
    ],
)
def test_claim_is_refused_before_a_byte_is_sent(client, member, name, size, status, words):
    response = create(client, b"", name, **{"Upload-Length": str(size)})

    assert response.status_code == status
    assert words in response.json()["message"]
    assert not File.objects.exists()


def test_words_of_a_refusal_follow_the_language(client, member, settings):
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "fr"

    response = create(client, b"", "Paper.pdf", **{"Upload-Length": "0"})

    assert response["Content-Language"] == "fr"


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Tus-Resumable": "0.2.2"}, 412),
        ({"Upload-Length": "-1"}, 400),
        ({"Upload-Length": "٣"}, 400),
        ({"Upload-Length": "many"}, 400),
        ({"Upload-Metadata": "filename %%%"}, 422),
        ({"Upload-Metadata": ""}, 422),
    ],
)
def test_request_that_does_not_follow_the_protocol_is_refused(client, member, headers, status):
    assert create(client, pdf(), **headers).status_code == status
    assert not File.objects.exists()


def test_piece_must_say_what_it_is(client, member):
    address = create(client, pdf())["Location"]

    assert (
        client.patch(address, b"x", content_type="text/plain", headers=TUS | {"Upload-Offset": "0"}).status_code == 415
    )
    assert send(client, address, 0, b"x", **{"Upload-Offset": "x"}).status_code == 400
    assert client.patch(address, b"x", content_type=PIECE_TYPE, headers={"Upload-Offset": "0"}).status_code == 412


def test_upload_is_given_up(client, member):
    content = pdf()
    address = create(client, content)["Location"]
    send(client, address, 0, content[:50])
    part = uploads.part_of(File.objects.get())
    assert part.exists()

    assert client.delete(address, headers=TUS).status_code == 204

    assert not part.exists()
    assert ask(client, address).status_code == 404


def test_request_without_its_csrf_token_is_refused(member):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(member)

    assert create(strict, pdf()).status_code == 403
    file = make_upload(member, pdf())
    assert send(strict, file.get_upload_url(), 0, pdf()).status_code == 403
    strict.get("/en/accounts/profile/")
    token = strict.cookies["csrftoken"].value
    assert send(strict, file.get_upload_url(), 0, pdf(), **{"X-CSRFToken": token}).status_code == 204


def test_colleague_cannot_touch_or_ask_about_it(client, focal_point, contributor):
    file = make_upload(contributor, pdf(), received=50)
    client.force_login(focal_point)

    assert ask(client, file.get_upload_url()).status_code == 404
    assert client.get(file.get_upload_url()).status_code == 404
    assert send(client, file.get_upload_url(), 50, pdf()[50:]).status_code == 404
    assert client.delete(file.get_upload_url(), headers=TUS).status_code == 404
    file.refresh_from_db()
    assert file.received == 50


def test_uploads_at_the_same_time_are_limited(client, member, settings):
    settings.FILE_MAX_OPEN_UPLOADS = 2
    make_file(member)
    for _upload in range(2):
        assert create(client, pdf()).status_code == 201

    response = create(client, pdf())

    assert response.status_code == 422
    assert "2 files are on their way" in response.json()["message"]


def test_bytes_of_a_day_are_limited(client, member, focal_point, settings):
    settings.FILE_MAX_PER_DAY = len(pdf()) + 10
    make_file(member)

    assert "today" in create(client, pdf()).json()["message"]
    client.force_login(focal_point)
    assert create(client, pdf()).status_code == 201, "the limit is each person's own"


@pytest.mark.django_db(transaction=True)
def test_of_two_writers_at_once_one_goes_on(contributor):
    """Both send the same piece; it is written once, and the file is whole."""
    content = pdf("Water " * 2000)
    file = make_upload(contributor, content, received=100)
    outcomes, together = [], threading.Barrier(2)

    def write():
        together.wait()
        try:
            uploads.append(file, 100, content[100:])
            outcomes.append("written")
        except uploads.WrongOffset:
            outcomes.append("refused")
        finally:
            connection.close()

    writers = [threading.Thread(target=write) for _writer in range(2)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()

    assert sorted(outcomes) == ["refused", "written"]
    assert uploads.finish(file).sha256 == checksum(content)


def test_text_is_queued_with_the_file_or_not_at_all(member):
    with transaction.atomic():
        make_file(member)
        transaction.set_rollback(True)

    assert not File.objects.exists()
    assert not ProcrastinateJob.objects.exists()

    file = make_file(member)
    assert file.text_state == TextState.WAITING
    assert ProcrastinateJob.objects.get().args == {"file": file.pk}
