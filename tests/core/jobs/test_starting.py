"""Background jobs: started once, cancelled and repeated by hand, seen by their person."""

import threading
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from core.jobs.running import begin, run
from core.jobs.starting import NotNow, cancel, repeat, start
from core.models import Job, JobState
from core.tasks import forget_what_is_over
from tests.core.jobs.samples import committed, count_to_three, entry_of


def test_started_job_waits_in_the_queue(focal_point, work):
    job = start(work(count_to_three), by=focal_point)

    assert (job.state, job.by, entry_of(job).status, entry_of(job).args) == (
        "queued",
        focal_point,
        "todo",
        {"job": job.pk},
    )


def test_job_is_not_started_when_its_transaction_rolls_back(focal_point, work):
    with transaction.atomic():
        start(work(count_to_three), by=focal_point)
        transaction.set_rollback(True)

    assert (Job.objects.count(), ProcrastinateJob.objects.count()) == (0, 0)


def test_same_work_of_the_same_person_is_one_job(focal_point, work):
    name = work(count_to_three)

    first, second = start(name, by=focal_point, year=2024), start(name, by=focal_point, year=2024)

    assert (second, ProcrastinateJob.objects.count()) == (first, 1)


def test_other_parameters_or_another_person_make_another_job(focal_point, alternate, work):
    name = work(count_to_three)

    started = {
        start(name, by=focal_point, year=2024),
        start(name, by=focal_point, year=2025),
        start(name, by=alternate, year=2024),
        start(name, year=2024),
    }

    assert len(started) == 4


@committed
def test_two_requests_at_once_start_one_job(focal_point, work):
    name, found = work(count_to_three), []

    def press():
        found.append(start(name, by=focal_point).pk)
        connection.close()

    threads = [threading.Thread(target=press) for _number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert (len(found), len(set(found)), Job.objects.count()) == (4, 1, 1)


@committed
def test_work_that_ended_is_started_anew(focal_point, work):
    name = work(count_to_three)
    first = start(name, by=focal_point)
    run(first.pk)

    assert start(name, by=focal_point) != first


def test_jobs_of_a_single_kind_share_a_lock_of_the_queue(focal_point, alternate, work):
    name = work(count_to_three, single=True)

    locks = {entry_of(start(name, by=person)).lock for person in (focal_point, alternate)}

    assert locks == {"count"}


# Ending by hand


def test_waiting_job_can_be_cancelled(focal_point, work):
    job = cancel(start(work(count_to_three), by=focal_point))

    assert (job.state, entry_of(job).status) == ("cancelled", "cancelled")


def test_job_that_a_worker_was_just_handed_is_not_begun_once_it_is_cancelled(focal_point, work):
    job = start(work(count_to_three), by=focal_point)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'doing' WHERE id = %s", [job.entry])

    cancel(job)

    assert begin(job.pk, job.entry) is None


def test_job_that_has_ended_cannot_be_cancelled(focal_point, work):
    job = start(work(count_to_three), by=focal_point)
    Job.objects.update(state=JobState.FAILED, finished_at=timezone.now())

    with pytest.raises(NotNow, match="has ended already"):
        cancel(job)


def test_repeated_job_is_a_new_one_with_the_same_parameters(focal_point, work):
    job = start(work(count_to_three), by=focal_point, year=2024)
    Job.objects.update(state=JobState.FAILED, finished_at=timezone.now())

    again = repeat(job, by=focal_point)

    assert (again != job, again.params, again.state) == (True, {"year": 2024}, "queued")


# What the database holds


def make_job(**fields):
    return Job.objects.create(kind="count", key="count - x", **fields)


def test_same_work_cannot_be_active_twice(db):
    make_job()

    with pytest.raises(IntegrityError, match="job_active_once"):
        make_job()


def test_same_work_may_have_ended_before(db):
    make_job(state=JobState.DONE, finished_at=timezone.now())
    make_job(state=JobState.FAILED, finished_at=timezone.now())

    assert make_job().pk


@pytest.mark.parametrize(
    "fields",
    [{"state": JobState.DONE}, {"state": JobState.RUNNING, "finished_at": timezone.now()}],
    ids=["ended without a time", "running with one"],
)
def test_job_has_a_time_of_its_end_when_and_only_when_it_ended(db, fields):
    with pytest.raises(IntegrityError, match="job_ended_at_a_time"):
        make_job(**fields)


# Who sees


@pytest.fixture
def three_jobs(focal_point, alternate, work):
    name = work(count_to_three)
    return {
        "focal point's": start(name, by=focal_point),
        "alternate's": start(name, by=alternate),
        "portal's": start(name),
    }


@pytest.mark.parametrize(
    ("person", "seen"),
    [
        ("focal_point", {"focal point's"}),
        ("alternate", {"alternate's"}),
        ("contributor", set()),
        ("secretariat", {"portal's"}),
        ("administrator", {"focal point's", "alternate's", "portal's"}),
    ],
)
def test_jobs_are_seen_by_their_person_and_those_who_mend_them(request, three_jobs, person, seen):
    visible = Job.objects.visible_to(request.getfixturevalue(person))

    assert {name for name, job in three_jobs.items() if job in visible} == seen


def test_job_of_a_kind_that_its_person_may_start_no_longer_is_not_seen(focal_point, work):
    may_start = {focal_point}
    job = start(work(count_to_three, may_start=may_start.__contains__), by=focal_point)
    assert list(Job.objects.visible_to(focal_point)) == [job]

    may_start.clear()

    assert list(Job.objects.visible_to(focal_point)) == []


def test_jobs_are_forgotten_90_days_after_their_end(focal_point, work):
    name = work(count_to_three)
    jobs = [start(name, by=focal_point, number=number) for number in range(3)]
    for job, days in zip(jobs, (91, 89), strict=False):
        Job.objects.filter(pk=job.pk).update(state="done", finished_at=timezone.now() - timedelta(days=days))
    Job.objects.update(created_at=timezone.now() - timedelta(days=100))

    forget_what_is_over(0)

    assert set(Job.objects.all()) == set(jobs[1:])
