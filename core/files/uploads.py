"""How a file comes in: piece by piece over a thin line, or at once with a form.

Pieces are appended to a part on disk and are safe before they are acknowledged. The part that is complete is
checked, put into the storage under a name that says nothing, and forgotten. Doing any step again does no harm.
"""

import hashlib
import os
import secrets
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.core.files.base import File as Content
from django.db import transaction
from django.db.models import Sum
from django.template.defaultfilters import filesizeformat
from django.utils import timezone

from core import queue
from core.files.checks import check_claim, check_content
from core.files.names import clean_name
from core.files.refusals import FileRefused
from core.locks import wait_for_turn
from core.models import File, FileState, TextState
from core.tasks import read_text

PIECE = 1024 * 1024


class WrongOffset(Exception):
    """The piece does not begin where the part ends: another one was faster, or an answer was lost."""


@transaction.atomic
def begin(person, name, size):
    """An upload of which nothing has come yet."""
    name = clean_name(name)
    check_claim(name, size)
    _ensure_quota(person, size)
    return File.objects.create(name=name, size=size, uploaded_by=person)


def keep(person, name, content):
    """A whole file that came with a form. Raises FileRefused; then nothing is kept."""
    with transaction.atomic():
        file = begin(person, name, content.size)
        try:
            _check_and_store(file, content)
        except FileRefused:
            transaction.set_rollback(True)
            raise
    return file


def _ensure_quota(person, size):
    # One at a time per person, or two requests would both find room for themselves.
    wait_for_turn(f"uploads.{person.pk}")
    mine = File.objects.filter(uploaded_by=person)
    if mine.filter(state=FileState.UPLOADING).count() >= settings.FILE_MAX_OPEN_UPLOADS:
        raise FileRefused("too_many", limit=settings.FILE_MAX_OPEN_UPLOADS)
    since = timezone.now() - timedelta(days=1)
    # Refused files do not count: nothing of them is kept.
    today = mine.filter(uploaded_at__gte=since).exclude(state=FileState.REFUSED).aggregate(all=Sum("size"))["all"] or 0
    if today + size > settings.FILE_MAX_PER_DAY:
        raise FileRefused("too_much_today", limit=filesizeformat(settings.FILE_MAX_PER_DAY))


def parts_folder():
    return Path(settings.MEDIA_ROOT) / "parts"


def part_of(file):
    return parts_folder() / file.token


def offset_of(file):
    """Where the next piece begins. The shorter of what was counted and what is there, should a disk have failed."""
    if file.state != FileState.UPLOADING:
        return file.received
    part = part_of(file)
    return min(file.received, part.stat().st_size if part.exists() else 0)


@transaction.atomic
def append(file, offset, piece):
    """Adds a piece and returns the file as it is then. A second writer waits, and finds its offset wrong."""
    file = File.objects.select_for_update().get(pk=file.pk)
    if file.state != FileState.UPLOADING or offset != offset_of(file):
        raise WrongOffset
    if offset + len(piece) > file.size:
        raise FileRefused("damaged", extension=file.extension.upper())
    _write(part_of(file), offset, piece)
    file.received = offset + len(piece)
    file.save(update_fields=["received", "changed_at"])
    return file


def _write(part, offset, piece):
    part.parent.mkdir(parents=True, exist_ok=True)
    with open(part, "r+b" if part.exists() else "wb") as stream:
        # What was written but never acknowledged is written again.
        stream.truncate(offset)
        stream.seek(offset)
        stream.write(piece)
        stream.flush()
        os.fsync(stream.fileno())


def finish(file):
    """Checks and stores what has come completely. Where it may not stay: FileRefused, and the file says so too."""
    try:
        with transaction.atomic():
            file = File.objects.select_for_update().get(pk=file.pk)
            if file.state == FileState.UPLOADING:
                with open(part_of(file), "rb") as stream:
                    _check_and_store(file, Content(stream))
    except FileRefused as refusal:
        _refuse(file, refusal)
        raise
    part_of(file).unlink(missing_ok=True)
    return file


def _refuse(file, refusal):
    File.objects.filter(pk=file.pk, state=FileState.UPLOADING).update(
        state=FileState.REFUSED,
        refusal=refusal.code,
        refusal_details=refusal.details,
        changed_at=timezone.now(),
    )
    part_of(file).unlink(missing_ok=True)


def _check_and_store(file, content):
    kind = check_claim(file.name, content.size)
    check_content(content, kind)
    file.type, file.sha256 = kind.type, checksum(content)
    content.seek(0)
    name = secrets.token_hex(16)
    file.stored_as = file.storage.save(f"{name[:2]}/{name}", content)
    file.state, file.received = FileState.COMPLETE, file.size
    file.text_state = TextState.WAITING if kind.has_text else TextState.NONE
    file.save()
    if kind.has_text:
        queue.defer(read_text, file=file.pk)


def checksum(content):
    digest = hashlib.sha256()
    content.seek(0)
    while piece := content.read(PIECE):
        digest.update(piece)
    return digest.hexdigest()
