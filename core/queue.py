"""Giving work to the worker inside the transaction that causes it.

A task's own `defer` does so on a page and in a command. Inside the worker it writes on the worker's own connection,
outside the transaction of the task that calls it: what rolls back would be done all the same, and what commits could be
lost. `defer` here writes on Django's connection everywhere.
"""

from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.jobs import JobDeferrer, Status
from procrastinate.manager import JobManager

_manager = JobManager(DjangoConnector())


def defer(task, options=None, **arguments):
    """The number of the queue's entry. `options` are those of the task's `configure`: lock, queue, schedule_in ..."""
    entry = task.configure(**(options or {})).job
    return JobDeferrer(job_manager=_manager, job=entry).defer(**arguments)


def take_back(number):
    """Takes an entry that no worker has begun out of the queue. False where one has."""
    return _manager.cancel_job_by_id(number)


def try_again(number, at):
    _manager.retry_job_by_id(number, retry_at=at)


def close(number):
    """Ends an entry whose worker is gone, so that nobody waits for it."""
    _manager.connector.execute_query(
        "SELECT procrastinate_finish_job_v1(%(number)s, %(status)s, false)", number=number, status=Status.FAILED.value
    )
