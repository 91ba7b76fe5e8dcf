"""All papers of a meeting in one archive."""

import zipfile
from datetime import timedelta
from io import BytesIO

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from core.jobs.running import Progress, run
from core.jobs.starting import start
from core.models import File, Job
from entities.models import Role
from meetings.models import PaperBundle
from meetings.papers import bundle
from tests.core.factory import make_file
from tests.core.samples import pdf
from tests.meetings.factory import make_document, make_intervention, make_item, make_meeting


class Nowhere:
    """The progress is written nowhere: the whole way with a worker's connection is one test below."""

    def write(self, job, done, total):
        pass


@pytest.fixture
def meeting(make, secretariat):
    meeting = make_meeting(make, is_public=True, symbol="SSTC/2026/3")
    item = make_item(make, meeting, number=4)
    for level in ("public", "members", "secretariat"):
        file = make_file(secretariat, f"{level}.pdf", pdf(level))
        make_document(make, meeting, level=level, title=f"Note/{level}", url="", file=file, item=item)
    make_document(make, meeting, title="Link", language="fr")
    return meeting


def make_archive(meeting, person, language="en"):
    job = start(bundle.JOB, by=person, meeting=meeting.pk, language=language)
    progress = Progress(job, Nowhere())
    result = bundle.make_bundle(progress, meeting.pk, language)
    return PaperBundle.objects.get(pk=result["bundle"]), progress, result


def inside(made):
    return zipfile.ZipFile(BytesIO(made.file.open().read()))


def test_archive_holds_what_its_person_may_read_named_by_item_symbol_and_language(make, meeting, focal_point):
    made, progress, result = make_archive(meeting, focal_point)

    with inside(made) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [
            "agenda-en.pdf",
            "04-SSTC-2026-3-1-en-Note-public-[en].pdf",
            "04-SSTC-2026-3-2-en-Note-members-[en].pdf",
            "index.html",
        ]
        assert archive.read("04-SSTC-2026-3-2-en-Note-members-[en].pdf") == pdf("members")
        listed = archive.read("index.html").decode()
    for words in ("SSTC/2026/3/1 (en)", "04-SSTC-2026-3-2-en-Note-members-[en].pdf", "SSTC/2026/3/4 (fr)"):
        assert words in listed
    assert "documents/4/fr/" in listed
    assert "Note/secretariat" not in listed
    assert (result["inside"], result["left"], progress.counts) == (3, 1, {"done": 5 - 1, "total": 4})
    assert (made.level, made.file.type, made.file.name) == ("members", "application/zip", "SSTC-2026-3.zip")


def test_archive_is_its_persons_alone_and_only_while_they_are_a_member(client, make, meeting, focal_point, ilo):
    made, _progress, _result = make_archive(meeting, focal_point)
    address = made.get_absolute_url()
    people = {
        "visitor": None,
        "colleague": make.person("colleague@ilo.example", ilo),
        "officer": make.officer("x@y.org"),
    }

    for person in people.values():
        client.logout()
        if person:
            client.force_login(person)
        assert client.get(address).status_code == 404
    client.force_login(focal_point)
    assert client.get(address).status_code == 200
    focal_point.appointments.update(ends=timezone.localdate() - timedelta(days=1))
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(("state", "level"), [("record_preparation", "secretariat"), ("adopted", "members")])
def test_archive_with_the_draft_of_the_record_is_for_the_secretariat(client, make, ilo, secretariat, state, level):
    meeting = make_meeting(make, state=state)
    make_intervention(make, meeting, ilo, item=make_item(make, meeting))
    secretariat.appointments.create(entity=ilo, role=Role.CONTRIBUTOR)

    made, _progress, _result = make_archive(meeting, secretariat)

    assert made.level == level
    client.force_login(secretariat)
    assert client.get(made.get_absolute_url()).status_code == 200
    secretariat.groups.clear()  # still a member, for ILO
    assert client.get(made.get_absolute_url()).status_code == (404 if level == "secretariat" else 200)


def test_what_would_make_the_archive_too_large_is_only_named(meeting, focal_point, monkeypatch):
    monkeypatch.setattr(bundle, "LIMIT", len(pdf("public")) + 10)

    made, progress, result = make_archive(meeting, focal_point)

    with inside(made) as archive:
        assert len([name for name in archive.namelist() if name.startswith("04")]) == 1
        assert "SSTC/2026/3/2 (en)" in archive.read("index.html").decode()
    assert [problem["problem"] for problem in progress.problems] == ["too_large"]
    assert result["left"] == 2


def test_file_that_the_storage_lost_is_said_and_the_rest_is_there(meeting, focal_point):
    lost = meeting.documents.get(level="public", url="").file
    lost.storage.delete(lost.stored_as)

    made, progress, _result = make_archive(meeting, focal_point)

    assert [problem["problem"] for problem in progress.problems] == ["missing"]
    with inside(made) as archive:
        assert archive.testzip() is None


def test_another_archive_takes_the_place_of_the_first_and_old_ones_are_forgotten_with_their_files(meeting, focal_point):
    first, _progress, _result = make_archive(meeting, focal_point)
    second, _progress, _result = make_archive(meeting, focal_point)
    file = second.file

    assert list(PaperBundle.objects.all()) == [second]
    assert not File.objects.filter(pk=first.file_id).exists()
    PaperBundle.objects.update(made_at=timezone.now() - timedelta(days=7, minutes=1))
    bundle.forget_old()
    assert not PaperBundle.objects.exists()
    assert not file.storage.exists(file.stored_as)


@pytest.mark.django_db(transaction=True)
def test_person_starts_it_on_the_page_of_papers_and_downloads_it_from_the_page_of_the_job(client, make):
    meeting, person = make_meeting(make, is_public=True), make.person("focal@ilo.example", make.entity("ILO"))
    page = reverse("meetings:papers", args=[meeting.slug])
    assertContains(client.get(page), "Sign in to take all papers as one ZIP archive")
    client.force_login(person)
    assertContains(client.get(page), "All papers as ZIP")

    response = client.post(reverse("meetings:papers_bundle", args=[meeting.slug]))
    job = Job.objects.get()
    run(job.pk)

    job.refresh_from_db()
    assert (job.state, job.done, job.total) == ("done", 1, 1)
    made = PaperBundle.objects.get()
    assertContains(client.get(response["Location"]), made.get_absolute_url())
    assertContains(client.get(response["Location"]), "1 file is in the archive. It is kept for 7 days, for you alone.")
    # Offered beside its meeting, not among the kinds that need no record.
    assertNotContains(client.get(reverse("job_list")), reverse("job_start", args=[bundle.JOB]))
    assert client.post(reverse("job_start", args=[bundle.JOB])).status_code == 404
    bundle.forget(PaperBundle.objects.all())
    assertNotContains(client.get(response["Location"]), "Download the archive")


def test_meeting_that_one_sees_no_more_gives_no_archive(make, focal_point):
    meeting = make_meeting(make, state="draft")

    with pytest.raises(bundle.Failed, match="gone"):
        make_archive(meeting, focal_point)
