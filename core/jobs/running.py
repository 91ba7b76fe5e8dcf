"""Running a job, and telling how far it is.

Who runs a job holds a lock of the database, on a connection of its own, from before the first step until after the
end is written. The lock goes when the process dies, however it dies. So a running job whose lock is free has lost its
worker, and two workers never run the same job at once. The same connection writes the progress, outside the job's own
transactions, so that others see it.
"""

import contextlib
import logging
import time

from django.db import DatabaseError, connection, transaction
from django.utils import timezone, translation
from procrastinate.exceptions import JobAborted

from core import languages
from core.jobs.kinds import KINDS, Failed
from core.jobs.starting import enqueue
from core.models import Job, JobState

logger = logging.getLogger(__name__)

LOCK = 0x10B5  # the first half of the lock's name; the second is the job's number
SECONDS_BETWEEN_WRITES = 0.5
PROBLEMS_KEPT = 500


class Lost(JobAborted):
    """This run has no hold on its job any more: another may have it, or it was cancelled. Nothing of it is written."""


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
    """Of one that was cancelled before its last step too: its work is done, and it says so."""
    fields |= {"problems": progress.problems, "finished_at": timezone.now(), **progress.counts}
    mine = Job.objects.filter(pk=job.pk, state__in=[JobState.RUNNING, JobState.CANCELLED], attempts=job.attempts)
    if not mine.update(state=state, **fields):
        raise Lost


@transaction.atomic
def give_back(job):
    """A run that was asked to stop does not count as one that died."""
    running = Job.objects.select_for_update().filter(pk=job.pk, state=JobState.RUNNING, attempts=job.attempts)
    if mine := running.first():
        mine.attempts -= 1
        enqueue(mine)
