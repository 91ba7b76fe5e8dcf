"""A job for the tests, its entry in the queue, and a worker that dies."""

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

committed = pytest.mark.django_db(transaction=True)


class Killed(BaseException):
    """What a killed worker looks like from inside: nothing after it runs."""


def count_to_three(progress, **params):
    progress.total(3)
    for _number in range(3):
        progress.step()
    return {"counted": 3}


def entry_of(job):
    return ProcrastinateJob.objects.get(pk=job.entry)
