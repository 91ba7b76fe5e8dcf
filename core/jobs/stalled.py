"""Taking up again what died with its worker."""

import logging
from datetime import timedelta

from django.db import connection, transaction
from django.db.models import Q
from django.db.models.functions import Now
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from core import queue
from core.jobs.running import LOCK
from core.jobs.starting import enqueue
from core.models import Job, JobState

logger = logging.getLogger(__name__)

RUN_JOB = "core.tasks.run_job"
ATTEMPTS = 2
# A worker says every 10 seconds that it lives.
WORKER_SILENT_SECONDS = 30
OTHER_ATTEMPTS = 10


def take_up_stalled():
    """Everything whose worker is gone: jobs once more at most, other tasks of the queue as often as they bear."""
    silent = {entry.pk: entry for entry in silent_entries()}
    jobs = list(Job.objects.active())
    waiting = dict(ProcrastinateJob.objects.filter(pk__in=[job.entry for job in jobs]).values_list("pk", "status"))
    for job in jobs:
        status = waiting.get(job.entry)
        on_its_way = status == "todo" or (status == "doing" and job.entry not in silent)
        if job.state == JobState.RUNNING or not on_its_way:
            alone(take_up, job.pk)
    asked_for = {job.entry for job in jobs}
    for entry in silent.values():
        if entry.task_name != RUN_JOB:
            alone(once_more, entry)
        elif entry.pk not in asked_for:
            # Its job has ended. An entry that stays open keeps its turn from all others of a single kind.
            alone(queue.close, entry.pk)


def alone(step, subject):
    """What cannot be taken up keeps nothing else from being."""
    try:
        step(subject)
    except Exception:
        logger.exception("%s cannot be taken up again", subject)


def silent_entries():
    """Entries of the queue that a worker began and that no living worker has."""
    silent = Q(worker=None) | Q(worker__last_heartbeat__lt=Now() - timedelta(seconds=WORKER_SILENT_SECONDS))
    return ProcrastinateJob.objects.filter(silent, status="doing")


@transaction.atomic
def take_up(number):
    """The job goes back to the queue; the one that died as often as it may has failed."""
    job = Job.objects.active().select_for_update().filter(pk=number).first()
    if job is None or not is_free(number):
        return
    if ProcrastinateJob.objects.filter(pk=job.entry, status="doing").exists():
        queue.close(job.entry)
    if job.attempts < ATTEMPTS:
        logger.warning("Background job %s (%s) lost its worker and is taken up again", job.pk, job.kind)
        enqueue(job)
    else:
        job.state, job.finished_at, job.problems = JobState.FAILED, timezone.now(), [{"problem": "died"}]
        job.save(update_fields=["state", "finished_at", "problems"])


def is_free(number):
    """Nobody runs this job. The lock is held until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s, %s)", [LOCK, number])
        return cursor.fetchone()[0]


@transaction.atomic
def once_more(entry):
    """Unless another waits that does the same: only one may, and it will do."""
    same = ProcrastinateJob.objects.filter(status="todo", queueing_lock=entry.queueing_lock)
    is_relieved = entry.queueing_lock is not None and same.exists()
    if is_relieved or entry.attempts >= OTHER_ATTEMPTS:
        queue.close(entry.pk)
    else:
        queue.try_again(entry.pk, timezone.now())
