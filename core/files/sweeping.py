"""What uploads leave behind, and when it goes.

A part that nobody continues, and what was refused, goes after a day; a file that no record holds after a week,
unless a draft that is not saved yet names it. An object that no row knows goes after a day, because a row is written
a moment after its object. A row whose object is missing is only reported: somebody must look for it in the backup.
"""

from dataclasses import dataclass, field
from datetime import timedelta

from django.core.files.storage import storages
from django.db import transaction
from django.db.models import ProtectedError
from django.utils import timezone

from core import queue
from core.files import owners
from core.models import File, FileState, TextState
from core.tasks import read_text

PART_AGE = 24  # hours
ORPHAN_AGE = 7 * 24


@dataclass
class Swept:
    parts: int = 0
    orphans: int = 0
    objects: int = 0
    missing: list = field(default_factory=list)


def discard(file):
    """The row first: a record that holds the file protects it, then nothing happens."""
    from core.files.uploads import part_of

    with transaction.atomic():
        file.delete()
    if file.stored_as:
        storages["files"].delete(file.stored_as)
    part_of(file).unlink(missing_ok=True)


def sweep(dry_run=False):
    swept = Swept()
    for file in _old_parts():
        swept.parts += dry_run or _discarded(file)
    for file in _orphans():
        swept.orphans += dry_run or _discarded(file)
    swept.parts += _stray_parts(dry_run)
    _compare_with_storage(swept, dry_run)
    if not dry_run:
        _take_up_unread_texts()
    return swept


def _old_parts():
    return File.objects.exclude(state=FileState.COMPLETE).filter(changed_at__lt=_ago(PART_AGE))


def _orphans():
    files = File.objects.complete().without_owner().filter(changed_at__lt=_ago(ORPHAN_AGE))
    named = owners.named_in_drafts([file.token for file in files])
    return [file for file in files if file.token not in named]


def _discarded(file):
    try:
        discard(file)
    except ProtectedError:
        return False  # a record took it at this moment
    return True


def _take_up_unread_texts():
    """The worker died while it read them; reading twice does no harm."""
    for file in File.objects.filter(text_state=TextState.WAITING, changed_at__lt=_ago(PART_AGE)):
        queue.defer(read_text, file=file.pk)


def _stray_parts(dry_run):
    """Parts on disk whose row is gone."""
    from core.files.uploads import parts_folder

    found = [part for part in parts_folder().glob("*") if part.stat().st_mtime < _ago(PART_AGE).timestamp()]
    known = set(File.objects.filter(token__in=[part.name for part in found]).values_list("token", flat=True))
    stray = [part for part in found if part.name not in known]
    for part in stray if not dry_run else ():
        part.unlink(missing_ok=True)
    return len(stray)


def _compare_with_storage(swept, dry_run):
    storage = storages["files"]
    known = set(File.objects.exclude(stored_as="").values_list("stored_as", flat=True))
    stored = set(_stored_names(storage))
    swept.missing = sorted(known - stored)
    for name in sorted(stored - known):
        if storage.get_modified_time(name) < _ago(PART_AGE):
            swept.objects += 1
            if not dry_run:
                storage.delete(name)


def _stored_names(storage, folder=""):
    try:
        folders, names = storage.listdir(folder)
    except FileNotFoundError:
        return
    for name in names:
        yield f"{folder}/{name}" if folder else name
    for inner in folders:
        yield from _stored_names(storage, f"{folder}/{inner}" if folder else inner)


def _ago(hours):
    return timezone.now() - timedelta(hours=hours)
