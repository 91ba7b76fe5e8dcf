"""Making a preview, applying it once, discarding it.

All moves of an Import lock its row, so that of two presses of the button the second finds that it is done.
"""

import hashlib
import json

from django.core.exceptions import PermissionDenied
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from core import languages
from core.files.sweeping import discard as discard_file
from core.imports.kinds import kind_of
from core.jobs.starting import start
from core.models import Import, ImportRow, ImportState, JobState, RowState
from core.models.imports import UNDER_WAY

# Beyond these a person would wait for the page: the worker does it.
LARGE_FILE = 96 * 1024
MANY_ROWS = 300
ROWS_AT_ONCE = 500


class NotNow(Exception):
    """What was asked of an import does not fit its state any more. The message is for the person."""


def nothing():
    pass


@transaction.atomic
def begin(kind, person, file, **target):
    """The preview of this file. A large one is read in the background. Raises Unreadable; nothing is kept then.

    `file` is a complete core.models.File that no record holds yet.
    """
    preview = Import(kind=kind, by=person, file=file, name=file.name, target=target)
    preview.language = languages.current().code
    ensure_may(preview, person)
    preview.save()
    if file.size > LARGE_FILE:
        preview.job = start("read_import", by=person, token=preview.token)
        preview.save(update_fields=["job"])
        return preview
    return read(preview)


def ensure_may(preview, person):
    kind = kind_of(preview)
    if kind is None or not kind.may_import(preview, person):
        raise PermissionDenied


@transaction.atomic
def read(preview, told=nothing):
    """Reads the file and stores what each row would do. Raises Unreadable."""
    preview = locked(preview)
    if preview.state != ImportState.READING:
        return preview
    ensure_may(preview, preview.by)
    return keep(preview, rows_of(preview, told))


@transaction.atomic
def refuse(preview, problem):
    """For a file that was read in the background and makes no sense, or does not fit any more."""
    preview = locked(preview)
    if preview.is_at_work:
        preview.problem = problem
        end(preview, ImportState.REFUSED)
    return preview


def rows_of(preview, told=nothing):
    rows = []
    with translation.override(preview.language):
        for row in kind_of(preview).read(preview):
            rows.append(row)
            told()
    return rows


def keep(preview, rows):
    ImportRow.objects.filter(preview=preview).delete()
    stored = (ImportRow(preview=preview, **row.stored()) for row in rows)
    ImportRow.objects.bulk_create(stored, batch_size=ROWS_AT_ONCE)
    states = [row.state for row in rows]
    preview.counts = {state: states.count(state) for state in RowState.values if state in states}
    preview.state, preview.digest = ImportState.PREVIEWED, digest_of(rows)
    preview.save()
    return preview


def digest_of(rows):
    said = json.dumps([[row.number, row.state, row.data] for row in rows], cls=DjangoJSONEncoder, sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()


@transaction.atomic
def apply(preview, by):
    """Imports the good rows, at once or, where they are many, in the background. Raises NotNow.

    Where records changed since the preview was made, nothing is imported: the preview is made anew, and comes back in
    the state that it had.
    """
    preview = ready(preview, by)
    if preview.number_good <= MANY_ROWS:
        return write(preview)
    preview.state = ImportState.APPLYING
    preview.job = start("apply_import", by=by, token=preview.token)
    preview.save()
    return preview


def ready(preview, by):
    """The preview under its lock, if it may be applied now."""
    preview = locked(preview)
    ensure_may(preview, by)
    if preview.state in (ImportState.APPLIED, ImportState.APPLYING):
        raise NotNow(_("This file was imported already."))
    if preview.state != ImportState.PREVIEWED:
        raise NotNow(_("This preview is no longer there. Choose the file again."))
    if not preview.number_good:
        raise NotNow(_("No row of this file can be imported."))
    return preview


def write(preview, told=nothing):
    """In the transaction of who holds the lock of the preview. Checks all rows again."""
    kind = kind_of(preview)
    kind.hold(preview)
    rows = rows_of(preview)
    if digest_of(rows) != preview.digest:
        keep(preview, rows)
        return preview
    good = [row for row in rows if row.is_good]
    with translation.override(preview.language):
        preview.outcome = kind.apply(preview, good, told) or {}
    preview.state, preview.applied_at = ImportState.APPLIED, timezone.now()
    preview.left_out = preview.number_left_out
    preview.save()
    return preview


@transaction.atomic
def discard(preview):
    preview = locked(preview)
    if preview.state == ImportState.PREVIEWED or is_stuck(preview):
        end(preview, ImportState.DISCARDED)
    elif preview.state in (ImportState.APPLIED, ImportState.APPLYING):
        raise NotNow(_("This file was imported already."))
    elif preview.state == ImportState.READING:
        raise NotNow(_("The file is read in the background"))
    return preview


def is_stuck(preview):
    """Did its job fail, or was it cancelled? Then nothing was written, and nobody works at it any more."""
    return preview.is_at_work and preview.job is not None and preview.job.state in (JobState.FAILED, JobState.CANCELLED)


def end(preview, state):
    preview.state = state
    forget(preview)


def forget(preview):
    """Rows and file: what stays says who imported what, and when."""
    ImportRow.objects.filter(preview=preview).delete()
    file, preview.file = preview.file, None
    preview.save()
    if file:
        transaction.on_commit(lambda: discard_file(file))


def locked(preview):
    return Import.objects.select_for_update(of=("self",)).select_related("file", "by").get(pk=preview.pk)


def sweep(now):
    """Previews that nobody used in time, and what ended ones leave behind."""
    for old in Import.objects.old(now).filter(file__isnull=False):
        with transaction.atomic():
            preview = locked(old)
            end(preview, ImportState.EXPIRED if preview.state in UNDER_WAY else preview.state)
