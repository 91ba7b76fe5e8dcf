"""Running a job, and taking up again what died with its worker.

Who runs a job holds a lock of the database, on a connection of its own, from before the first step until after the
end is written. The lock goes when the process dies, however it dies. So a running job whose lock is free has lost its
worker, and two workers never run the same job at once. The same connection writes the progress, outside the job's own
transactions, so that others see it.
"""

import contextlib
import logging
import time
from datetime import timedelta

from django.db import DatabaseError, connection, transaction
from django.db.models import Q
from django.db.models.functions import Now
from django.utils import timezone, translation
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.exceptions import JobAborted

from core import languages, queue
from core.jobs import KINDS, Failed, enqueue
from core.models import Job, JobState

logger = logging.getLogger(__name__)

RUN_JOB = "core.tasks.run_job"
LOCK = 0x10B5  # the first half of the lock's name; the second is the job's number
ATTEMPTS = 2
SECONDS_BETWEEN_WRITES = 0.5
PROBLEMS_KEPT = 500
# A worker says every 10 seconds that it lives.
WORKER_SILENT_SECONDS = 30
OTHER_ATTEMPTS = 10


class Lost(JobAborted):
    """This run has no hold on its job any more: another may have it, and nothing of this run is written."""


class GivenBack(JobAborted):
    """The worker was asked to stop: the job waits for the next one."""


def never():
    return False


class Progress:
    """What a job's function is given: the job, and how it tells how far it is."""

    def __init__(self, job, side, should_stop=never):
        self.job, self.problems = job, []
        self._side, self._should_stop = side, should_stop
        self._done, self._total, self._written_at = 0, None, 0.0

    def total(self, number):
        self._total = number
        self._write()

    def step(self, number=1):
        if self._should_stop():
            raise GivenBack
        self._done += number
        if time.monotonic() - self._written_at >= SECONDS_BETWEEN_WRITES:
            self._write()

    def problem(self, problem, subject="", link="", **details):
        """Something that did not work, without stopping the rest."""
        if len(self.problems) < PROBLEMS_KEPT:
            self.problems.append({"problem": problem, "subject": subject, "link": link, "details": details})

    def _write(self):
        self._written_at = time.monotonic()
        self._side.write(self.job, self._done, self._total)

    @property
    def counts(self):
        return {"done": self._done, "total": self._total}


class Side:
    """The second connection: holds the lock, writes the progress."""

    def __init__(self, number):
        self.number = number
        self.connection = second_connection()

    def take(self):
        with self.connection.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", [LOCK, self.number])
            return cursor.fetchone()[0]

    def is_held(self):
        """False after the database was started again: it forgets the locks of those who were connected."""
        try:
            with self.connection.cursor() as cursor:
                cursor.execute(
                    "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()"
                    " AND classid = %s AND objid = %s",
                    [LOCK, self.number],
                )
                return cursor.fetchone() is not None
        except DatabaseError:
            return False

    def write(self, job, done, total):
        try:
            with self.connection.cursor() as cursor:
                cursor.execute(
                    "UPDATE core_job SET done = %s, total = %s WHERE id = %s AND state = %s AND attempts = %s",
                    [done, total, job.pk, JobState.RUNNING, job.attempts],
                )
                written = cursor.rowcount
        except DatabaseError as error:
            raise Lost from error
        if not written:
            raise Lost

    def close(self):
        self.connection.close()


def second_connection():
    """Beside the pool: a connection that goes back there would keep its lock."""
    second = connection.copy()
    second.settings_dict["OPTIONS"].pop("pool", None)
    return second


@contextlib.contextmanager
def side_of(number):
    side = Side(number)
    try:
        yield side
    finally:
        side.close()


def run(number, entry=None, should_stop=never):
    """Do the work of this job, unless another does it or it is over. `entry` is the queue's that asks for it."""
    with side_of(number) as side:
        if not side.take():
            return
        job = begin(number, entry)
        if job is None:
            return
        progress = Progress(job, side, should_stop)
        try:
            work(job, progress)
        except GivenBack:
            give_back(job)
            raise
        except Lost:
            raise
        except Exception as error:
            if not side.is_held():
                # The database went away under it: taken up again like one whose worker died.
                raise Lost from error
            fail(job, progress, error)


@transaction.atomic
def begin(number, entry):
    job = Job.objects.select_for_update().filter(pk=number, state=JobState.QUEUED).first()
    if job is None or (entry is not None and job.entry != entry):
        return None
    job.state, job.done, job.total = JobState.RUNNING, 0, None
    job.attempts += 1
    job.started_at = timezone.now()
    job.save(update_fields=["state", "done", "total", "attempts", "started_at"])
    return job


def work(job, progress):
    known = KINDS.get(job.kind)
    if known is None:
        raise Failed("unknown")
    with translation.override(job.by.language if job.by else languages.DEFAULT):
        result = known.function(progress, **job.params)
    end(job, JobState.DONE, progress, result=result or {})


def fail(job, progress, error):
    if isinstance(error, Failed):
        progress.problems.insert(0, {"problem": error.problem, "details": error.details})
    else:
        logger.exception("Background job %s (%s) failed", job.pk, job.kind, exc_info=error)
        progress.problems.insert(0, {"problem": "crashed"})
    end(job, JobState.FAILED, progress)


def end(job, state, progress, **fields):
    fields |= {"problems": progress.problems, "finished_at": timezone.now(), **progress.counts}
    running = Job.objects.filter(pk=job.pk, state=JobState.RUNNING, attempts=job.attempts)
    if not running.update(state=state, **fields):
        raise Lost


@transaction.atomic
def give_back(job):
    """A run that was asked to stop does not count as one that died."""
    running = Job.objects.select_for_update().filter(pk=job.pk, state=JobState.RUNNING, attempts=job.attempts)
    if mine := running.first():
        mine.attempts -= 1
        enqueue(mine)


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
