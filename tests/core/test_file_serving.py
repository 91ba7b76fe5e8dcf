"""How a file is given out: to keep, with its name in any script, and never as a page of this site."""

from urllib.parse import unquote

import pytest
from django.core.files.storage import storages

from tests.core.factory import checksum, make_file
from tests.core.samples import pdf
from tests.meetings.factory import make_document, make_meeting
from tests.resources.factory import make_resource


@pytest.fixture
def paper(make, secretariat):
    """The file of a public paper of a public meeting."""
    document = make_document(make, make_meeting(make, is_public=True), url="", file=make_file(secretariat))
    return document.file


def body(response):
    return b"".join(response.streaming_content)


def test_file_is_given_to_keep_with_the_headers_that_disarm_it(client, paper):
    response = client.get(paper.get_absolute_url())

    assert body(response) == pdf()
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Length"] == str(len(pdf()))
    assert response["Content-Disposition"].startswith("attachment; ")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response["Cross-Origin-Resource-Policy"] == "same-origin"
    assert response["Cache-Control"] == "private, no-cache"
    assert response["ETag"] == f'"{checksum(pdf())}"'


@pytest.mark.parametrize(
    "name", ["ورقة.pdf", "文件.pdf", "Отчёт.pdf", "mémoire d’été.pdf", 'Say "yes" 100%.pdf', "a;b,c=d'e.pdf"]
)
def test_name_comes_back_in_any_script(client, make, secretariat, name):
    file = make_file(secretariat, name)
    make_document(make, make_meeting(make, is_public=True), url="", file=file)

    response = client.get(file.get_absolute_url())

    assert response.status_code == 200
    header = response["Content-Disposition"]
    assert unquote(header.split("UTF-8''")[1]) == file.name


def test_head_says_the_same_without_the_content(client, paper):
    response = client.head(paper.get_absolute_url())

    assert (response.status_code, response.content) == (200, b"")
    assert response["Content-Length"] == str(len(pdf()))
    assert response["ETag"] == f'"{checksum(pdf())}"'


def test_unchanged_file_is_not_sent_again(client, paper):
    response = client.get(paper.get_absolute_url(), headers={"If-None-Match": f'"{paper.sha256}"'})

    assert (response.status_code, response.content) == (304, b"")


@pytest.mark.parametrize(
    ("asked", "first", "last"), [("bytes=0-9", 0, 9), ("bytes=100-", 100, None), ("bytes=-10", -10, None)]
)
def test_download_goes_on_where_it_broke_off(client, paper, asked, first, last):
    response = client.get(paper.get_absolute_url(), headers={"Range": asked})

    size = len(pdf())
    begin, end = first % size, size - 1 if last is None else last
    assert response.status_code == 206
    assert body(response) == pdf()[begin : end + 1]
    assert response["Content-Range"] == f"bytes {begin}-{end}/{size}"


def test_range_beyond_the_end_is_refused(client, paper):
    response = client.get(paper.get_absolute_url(), headers={"Range": "bytes=99999-"})

    assert (response.status_code, response["Content-Range"]) == (416, f"bytes */{len(pdf())}")


@pytest.mark.parametrize("asked", ["bytes=-", "lines=1-2", "bytes=0-1,3-4", "bytes=x-"])
def test_range_that_is_not_understood_gives_the_whole(client, paper, asked):
    assert body(client.get(paper.get_absolute_url(), headers={"Range": asked})) == pdf()


def test_range_of_another_version_gives_the_whole(client, paper):
    headers = {"Range": "bytes=10-", "If-Range": '"an older one"'}

    assert body(client.get(paper.get_absolute_url(), headers=headers)) == pdf()


def test_only_reading_is_possible(client, paper):
    assert client.post(paper.get_absolute_url()).status_code == 405


def test_file_goes_from_sight_with_its_record(client, make, secretariat):
    file = make_file(secretariat)
    resource = make_resource(make, file=file)
    assert client.get(file.get_absolute_url()).status_code == 200

    resource.state = "draft"
    resource.save()

    response = client.get(file.get_absolute_url(), headers={"If-None-Match": f'"{file.sha256}"'})
    assert response.status_code == 404


def test_giver_sees_it_until_a_record_holds_it(client, make, focal_point, fao):
    """A file that its giver put into a record follows the record, even away from its giver."""
    file = make_file(focal_point)
    client.force_login(focal_point)
    assert client.get(file.get_absolute_url()).status_code == 200

    make_resource(make, entity=fao, state="draft", file=file)

    assert client.get(file.get_absolute_url()).status_code == 404


def test_file_that_the_storage_lost_is_missing(client, paper, caplog):
    storages["files"].delete(paper.stored_as)

    assert client.get(paper.get_absolute_url()).status_code == 404
    assert paper.stored_as in caplog.text


def test_storage_knows_no_names(paper):
    assert paper.name not in paper.stored_as
    assert paper.token not in paper.stored_as
    assert "." not in paper.stored_as


def test_storage_is_chosen_by_settings(client, make, secretariat, settings):
    settings.STORAGES = {**settings.STORAGES, "files": {"BACKEND": "django.core.files.storage.InMemoryStorage"}}
    file = make_file(secretariat)
    make_document(make, make_meeting(make, is_public=True), url="", file=file)

    assert storages["files"].exists(file.stored_as)
    assert not (settings.MEDIA_ROOT / "files").exists()
    assert body(client.get(file.get_absolute_url(), headers={"Range": "bytes=5-"})) == pdf()[5:]
