"""What uploads leave behind goes, and nothing else."""

import os
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.core.management import call_command
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from core.files import owners, uploads
from core.files.sweeping import sweep
from core.models import File
from tests.core.factory import make_file, make_upload
from tests.core.samples import pdf
from tests.meetings.factory import make_document, make_meeting


def age(file, days):
    File.objects.filter(pk=file.pk).update(changed_at=timezone.now() - timedelta(days=days))
    return file


def age_path(path, days):
    moment = (timezone.now() - timedelta(days=days)).timestamp()
    os.utime(path, (moment, moment))


def counts(swept):
    return (swept.parts, swept.orphans, swept.objects, swept.missing)


@pytest.fixture
def held(make, contributor):
    """A file that a record holds, for years."""
    document = make_document(make, make_meeting(make), url="", file=make_file(contributor))
    return age(document.file, 1000)


def test_part_that_nobody_continues_goes_after_a_day(contributor):
    old = age(make_upload(contributor, pdf(), received=50), 2)
    new = make_upload(contributor, pdf(), received=50)

    assert counts(sweep()) == (1, 0, 0, [])
    assert list(File.objects.all()) == [new]
    assert not uploads.part_of(old).exists()
    assert uploads.part_of(new).exists()


def test_file_that_no_record_holds_goes_after_a_week(contributor, held):
    old, new = age(make_file(contributor), 8), age(make_file(contributor), 6)

    assert counts(sweep()) == (0, 1, 0, [])
    assert set(File.objects.all()) == {held, new}
    assert not storages["files"].exists(old.stored_as)
    assert storages["files"].exists(held.stored_as)
    assert storages["files"].exists(new.stored_as)


def test_file_that_an_unsaved_draft_names_stays(contributor, monkeypatch):
    file = age(make_file(contributor), 30)
    monkeypatch.setattr(owners, "_drafts", [lambda tokens: {file.token} & set(tokens)])

    assert counts(sweep()) == (0, 0, 0, [])
    assert File.objects.get() == file


def test_object_that_no_row_knows_goes_after_a_day(contributor, held):
    storage = storages["files"]
    old = storage.save("ab/of-a-transaction-that-failed", ContentFile(b"x"))
    age_path(storage.path(old), 2)
    new = storage.save("ab/of-a-row-about-to-be-written", ContentFile(b"x"))

    assert counts(sweep()) == (0, 0, 1, [])
    assert not storage.exists(old)
    assert storage.exists(new)


def test_stray_part_goes_after_a_day(contributor):
    folder = uploads.parts_folder()
    folder.mkdir(parents=True)
    (folder / "old").write_bytes(b"x")
    (folder / "new").write_bytes(b"x")
    age_path(folder / "old", 2)

    assert counts(sweep()) == (1, 0, 0, [])
    assert [part.name for part in folder.iterdir()] == ["new"]


def test_row_whose_object_is_missing_is_reported_and_stays(held, capsys):
    storages["files"].delete(held.stored_as)

    call_command("sweep_files")

    assert held.stored_as in capsys.readouterr().err
    assert File.objects.get() == held


def test_dry_run_counts_and_removes_nothing(contributor, held, capsys):
    age(make_file(contributor), 8)
    age(make_upload(contributor, pdf(), received=50), 2)
    stray = storages["files"].save("ab/stray", ContentFile(b"x"))
    age_path(storages["files"].path(stray), 2)

    call_command("sweep_files", "--dry-run")

    words = capsys.readouterr().out
    assert "Would remove:" in words
    assert all(f"  1 {what}" in words for what in ("parts", "files", "objects"))
    assert File.objects.count() == 3
    assert storages["files"].exists(stray)


def test_text_whose_reader_died_is_read_after_all(held):
    entries = ProcrastinateJob.objects.filter(task_name="core.tasks.read_text", args={"file": held.pk})
    assert entries.count() == 1

    sweep()

    assert entries.count() == 2


def test_sweeping_twice_removes_nothing_more(contributor, held):
    age(make_file(contributor), 8)
    sweep()

    assert counts(sweep()) == (0, 0, 0, [])
