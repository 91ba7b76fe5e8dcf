"""What died with its worker is taken up again: jobs once, other tasks of the queue as often as they bear."""

import threading

import pytest
from django.db import connection
from procrastinate.contrib.django.models import ProcrastinateJob

from core import queue
from core.jobs.running import LOCK, Lost, run
from core.jobs.stalled import take_up_stalled
from core.jobs.starting import start
from core.models import Job, Theme
from core.tasks import deliver, send_at_once
from tests.core.jobs.samples import Killed, committed, count_to_three, entry_of


def run_until_killed(job):
    """The worker is killed in the middle: its lock goes with its connection, and nothing is written."""
    with pytest.raises(Killed):
        run(job.pk)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'doing', worker_id = NULL WHERE id = %s", [job.entry])


@committed
def test_job_that_died_with_its_worker_is_taken_up_once_and_fails_the_second_time(focal_point, work):
    def die(progress):
        raise Killed

    job = start(work(die), by=focal_point)

    run_until_killed(job)
    take_up_stalled()
    job.refresh_from_db()
    assert (job.state, entry_of(job).status) == ("queued", "todo")

    run_until_killed(job)
    take_up_stalled()
    job.refresh_from_db()
    assert (job.state, job.attempts) == ("failed", 2)
    assert job.explained_problems[0]["words"] == (
        "The worker stopped twice in the middle of this job. It is not tried a third time."
    )
    assert not ProcrastinateJob.objects.filter(status__in=["todo", "doing"]).exists()


@committed
def test_job_killed_in_the_middle_ends_as_if_it_had_run_once(focal_point, work, make):
    codes, deaths = ["water", "energy", "health"], ["energy"]

    def write_themes(progress):
        progress.total(len(codes))
        for code in codes:
            Theme.objects.get_or_create(code=code)
            progress.step()
            if code in deaths:
                deaths.remove(code)
                raise Killed
        return {"themes": Theme.objects.count()}

    job = start(work(write_themes), by=focal_point)
    run_until_killed(job)
    take_up_stalled()
    run(job.pk)

    job.refresh_from_db()
    assert (job.state, job.done, job.result, job.attempts) == ("done", 3, {"themes": 3}, 2)


@committed
def test_worker_that_is_killed_after_the_end_leaves_the_turn_to_the_next_job_of_a_single_kind(focal_point, work):
    name = work(count_to_three, single=True)
    ended = start(name, by=focal_point)
    run(ended.pk)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'doing', worker_id = NULL WHERE id = %s", [ended.entry])
    following = start(name, by=focal_point)

    take_up_stalled()

    ended.refresh_from_db()
    assert (ended.state, entry_of(ended).status, entry_of(following).status) == ("done", "failed", "todo")


@committed
def test_running_job_whose_worker_lives_is_not_taken_up(focal_point, work):
    outcomes = []

    def look_after_it(progress):
        other = threading.Thread(target=lambda: (take_up_stalled(), connection.close()))
        other.start()
        other.join()
        outcomes.append(Job.objects.get().state)

    job = start(work(look_after_it), by=focal_point)
    run(job.pk)

    job.refresh_from_db()
    assert (outcomes, job.state, job.attempts) == (["running"], "done", 1)


@committed
def test_job_whose_database_went_away_is_left_to_be_taken_up(focal_point, work):
    def lose_the_database(progress):
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND classid = %s",
                [LOCK],
            )
        raise OSError("the connection is closed")

    job = start(work(lose_the_database), by=focal_point)
    with pytest.raises(Lost):
        run(job.pk)
    job.refresh_from_db()
    assert job.state == "running"

    take_up_stalled()
    job.refresh_from_db()
    assert job.state == "queued"


@committed
@pytest.mark.parametrize("status", ["succeeded", "failed", None])
def test_waiting_job_whose_entry_of_the_queue_is_over_gets_another(focal_point, work, status):
    job = start(work(count_to_three), by=focal_point)
    with connection.cursor() as cursor:
        if status:
            cursor.execute("UPDATE procrastinate_jobs SET status = %s WHERE id = %s", [status, job.entry])
        else:
            cursor.execute("DELETE FROM procrastinate_jobs WHERE id = %s", [job.entry])

    take_up_stalled()

    job.refresh_from_db()
    assert (job.state, entry_of(job).status) == ("queued", "todo")


@committed
def test_waiting_job_stays_as_it_is(focal_point, work):
    job = start(work(count_to_three), by=focal_point)

    take_up_stalled()

    assert (Job.objects.get().entry, ProcrastinateJob.objects.count()) == (job.entry, 1)


@pytest.mark.parametrize(("attempts", "status"), [(0, "todo"), (9, "todo"), (10, "failed")])
def test_other_task_that_died_with_its_worker_is_tried_again_but_not_for_ever(db, attempts, status):
    number = send_at_once.defer(mail_id=1)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE procrastinate_jobs SET status = 'doing', attempts = %s WHERE id = %s", [attempts, number]
        )

    take_up_stalled()

    assert ProcrastinateJob.objects.get(pk=number).status == status


def test_task_of_which_only_one_may_wait_makes_way_for_the_one_that_does(db):
    died = deliver.defer(timestamp=0)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'doing' WHERE id = %s", [died])
    waiting = deliver.defer(timestamp=60)
    other = send_at_once.defer(mail_id=1)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'doing' WHERE id = %s", [other])

    take_up_stalled()

    assert dict(ProcrastinateJob.objects.values_list("pk", "status")) == {
        died: "failed",
        waiting: "todo",
        other: "todo",
    }


def test_task_of_a_worker_that_says_it_lives_is_left_to_it(db):
    number = send_at_once.defer(mail_id=1)
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO procrastinate_workers DEFAULT VALUES RETURNING id")
        cursor.execute(
            "UPDATE procrastinate_jobs SET status = 'doing', worker_id = %s WHERE id = %s",
            [cursor.fetchone()[0], number],
        )

    take_up_stalled()

    assert ProcrastinateJob.objects.get(pk=number).status == "doing"


def test_queue_closes_an_entry_that_nobody_has(focal_point, work):
    job = start(work(count_to_three), by=focal_point)

    queue.close(job.entry)

    assert entry_of(job).status == "failed"
