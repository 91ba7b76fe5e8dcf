"""Starting, repeating and cancelling jobs, in the transaction of who asks."""

import hashlib
import json

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core import queue
from core.locks import wait_for_turn
from core.models import Job, JobState


class NotNow(Exception):
    """What was asked of a job does not fit its state any more. The message is for the person."""


@transaction.atomic
def start(name, by=None, **params):
    """The job, queued when this transaction commits. The same work of the same person gets the one that is active."""
    key = key_of(name, by, params)
    wait_for_turn(f"job {key}")
    active = Job.objects.active().filter(key=key).first()
    return active or enqueue(Job(kind=name, by=by, params=params, key=key))


def key_of(name, by, params):
    digest = hashlib.sha256(json.dumps(params, sort_keys=True).encode()).hexdigest()[:16]
    return f"{name} {by.pk if by else '-'} {digest}"


def enqueue(job):
    """Hand the job to the worker under a new entry of the queue. Entries that it had before count no more."""
    from core.tasks import run_job

    job.state = JobState.QUEUED
    job.save()
    known = job.described
    lock = job.kind if known and known.single else f"job {job.pk}"
    job.entry = queue.defer(run_job, {"lock": lock}, job=job.pk)
    job.save(update_fields=["entry"])
    return job


def repeat(job, by):
    """The same work once more, as a job of whoever asks."""
    return start(job.kind, by=by, **job.params)


@transaction.atomic
def cancel(job):
    """One that waits is not begun any more; one that runs notices at its next step, and writes nothing after it."""
    locked = Job.objects.select_for_update().get(pk=job.pk)
    if not locked.is_active:
        raise NotNow(_("This job has ended already, so it can no longer be cancelled."))
    queue.take_back(locked.entry)
    locked.state, locked.finished_at = JobState.CANCELLED, timezone.now()
    locked.save(update_fields=["state", "finished_at"])
    return locked
