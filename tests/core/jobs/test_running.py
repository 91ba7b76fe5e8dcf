"""Background jobs: run once, seen while they run, ended in words."""

import threading

import pytest
from django.db import connection, transaction

from core.jobs.kinds import KINDS, Failed
from core.jobs.running import GivenBack, Lost, run, side_of
from core.jobs.starting import cancel, enqueue, start
from core.models import Job
from tests.core.jobs.samples import committed, count_to_three, entry_of


@committed
def test_job_ends_with_its_result(focal_point, work):
    job = start(work(count_to_three, summary=lambda job: f"Counted {job.result['counted']}."), by=focal_point)

    run(job.pk)

    job.refresh_from_db()
    assert (job.state, job.done, job.total, job.summary, job.attempts) == ("done", 3, 3, "Counted 3.", 1)
    assert job.started_at <= job.finished_at


@committed
def test_progress_is_seen_by_others_while_the_job_is_in_a_transaction(focal_point, work):
    seen = []

    def look():
        seen.append(Job.objects.values_list("state", "done", "total").get())
        connection.close()

    def work_in_one_transaction(progress):
        with transaction.atomic():
            progress.total(10)
            progress._written_at = 0
            progress.step(4)
            other = threading.Thread(target=look)
            other.start()
            other.join()

    job = start(work(work_in_one_transaction), by=focal_point)
    run(job.pk)

    assert seen == [("running", 4, 10)]


@committed
def test_progress_is_written_at_most_twice_a_second(focal_point, work, django_assert_max_num_queries):
    written = []

    def count_to_a_thousand(progress):
        write, progress._side.write = progress._side.write, lambda *args: (written.append(args), write(*args))
        progress.total(1000)
        for _number in range(1000):
            progress.step()

    job = start(work(count_to_a_thousand), by=focal_point)
    run(job.pk)

    job.refresh_from_db()
    assert (job.done, len(written) < 10) == (1000, True)


@committed
def test_problems_are_kept_and_said_in_the_readers_language(focal_point, work):
    def find_two_problems(progress):
        progress.problem("late", subject="Row 3", link="/en/", days=2)
        progress.problem("late", subject="Row 7", days=5)

    job = start(work(find_two_problems, problems={"late": "Late by {days} days."}), by=focal_point)
    run(job.pk)

    job.refresh_from_db()
    assert [(row["subject"], row["link"], row["words"]) for row in job.explained_problems] == [
        ("Row 3", "/en/", "Late by 2 days."),
        ("Row 7", "", "Late by 5 days."),
    ]


@committed
def test_job_that_crashes_says_so_without_a_trace_and_the_log_has_it(focal_point, work, caplog):
    def crash(progress):
        raise ValueError("secret of the machine")

    job = start(work(crash), by=focal_point)
    run(job.pk)

    job.refresh_from_db()
    assert job.state == "failed"
    assert [row["words"] for row in job.explained_problems] == [
        "An error of the portal stopped this job. The administrators find it in the log."
    ]
    assert "secret of the machine" not in str(job.problems)
    assert "secret of the machine" in caplog.text


@committed
def test_job_that_refuses_says_why(focal_point, work):
    def refuse(progress):
        raise Failed("empty", year=2031)

    job = start(work(refuse, problems={"empty": "There is nothing for {year}."}), by=focal_point)
    run(job.pk)

    job.refresh_from_db()
    assert (job.state, job.explained_problems[0]["words"]) == ("failed", "There is nothing for 2031.")


@committed
def test_job_of_a_kind_that_is_gone_fails_in_words(focal_point, work):
    job = start(work(count_to_three), by=focal_point)
    KINDS.pop("count")

    run(job.pk)

    job.refresh_from_db()
    assert (job.state, job.title, job.explained_problems[0]["words"]) == (
        "failed",
        "count",
        "This version of the portal does not know this kind of job.",
    )


@committed
def test_job_that_another_worker_runs_is_left_to_it(focal_point, work):
    ran = []
    job = start(work(lambda progress: ran.append(1)), by=focal_point)

    with side_of(job.pk) as other_worker:
        assert other_worker.take()
        run(job.pk)

    job.refresh_from_db()
    assert (ran, job.state) == ([], "queued")


@committed
def test_entry_of_the_queue_that_was_replaced_does_nothing(focal_point, work):
    ran = []
    job = start(work(lambda progress: ran.append(1)), by=focal_point)
    old = job.entry
    enqueue(job)

    run(job.pk, entry=old)

    assert ran == []


@committed
def test_job_that_ended_is_not_run_again(focal_point, work):
    ran = []
    job = start(work(lambda progress: ran.append(1)), by=focal_point)

    run(job.pk)
    run(job.pk)

    assert ran == [1]


@committed
def test_worker_that_is_asked_to_stop_gives_the_job_back(focal_point, work):
    job = start(work(count_to_three), by=focal_point)
    first_entry = job.entry

    with pytest.raises(GivenBack):
        run(job.pk, entry=first_entry, should_stop=lambda: True)

    job.refresh_from_db()
    assert (job.state, job.attempts, entry_of(job).status) == ("queued", 0, "todo")
    assert job.entry != first_entry


@committed
def test_running_job_that_is_cancelled_stops_at_its_next_step(focal_point, work):
    reached = []

    def cancelled_meanwhile(progress):
        progress.step()
        cancel(progress.job)
        progress._written_at = 0
        progress.step()
        reached.append("the second step")

    job = start(work(cancelled_meanwhile), by=focal_point)
    with pytest.raises(Lost):
        run(job.pk)

    job.refresh_from_db()
    assert (job.state, job.finished_at is None, reached) == ("cancelled", False, [])


@committed
def test_job_that_came_to_its_end_before_it_noticed_that_it_is_cancelled_says_what_it_did(focal_point, work):
    def too_late(progress):
        cancel(progress.job)
        return {"counted": 3}

    job = start(work(too_late), by=focal_point)
    run(job.pk)

    job.refresh_from_db()
    assert (job.state, job.result) == ("done", {"counted": 3})


@committed
def test_run_that_lost_its_hold_writes_nothing(focal_point, work):
    """The database was started again: another run has the job meanwhile, and this one must not end it."""

    def overtaken(progress):
        Job.objects.update(attempts=2, done=7)
        progress._written_at = 0
        progress.step()

    job = start(work(overtaken), by=focal_point)
    with pytest.raises(Lost):
        run(job.pk)

    job.refresh_from_db()
    assert (job.state, job.done, job.attempts) == ("running", 7, 2)
