"""Background jobs: started once, run once, seen while they run, taken up again once."""

import threading

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from core import job_runs, jobs, queue
from core.job_runs import GivenBack, Lost, side_of
from core.models import Job, JobState
from core.tasks import deliver, send_at_once

committed = pytest.mark.django_db(transaction=True)


class Killed(BaseException):
    """What a killed worker looks like from inside: nothing after it runs."""


@pytest.fixture
def work():
    """A kind of job whose function each test writes."""
    names = []

    def declare(function, name="count", **options):
        options.setdefault("may_start", lambda user: True)
        jobs.kind(name, "Counting", **options)(function)
        names.append(name)
        return name

    yield declare
    for name in names:
        jobs.KINDS.pop(name, None)


def count_to_three(progress, **params):
    progress.total(3)
    for _number in range(3):
        progress.step()
    return {"counted": 3}


def entry_of(job):
    return ProcrastinateJob.objects.get(pk=job.entry)


def run_until_killed(job):
    """The worker is killed in the middle: its lock goes with its connection, and nothing is written."""
    with pytest.raises(Killed):
        job_runs.run(job.pk)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'doing', worker_id = NULL WHERE id = %s", [job.entry])


# Starting


def test_started_job_waits_in_the_queue(focal_point, work):
    job = jobs.start(work(count_to_three), by=focal_point)

    assert (job.state, job.by, entry_of(job).status, entry_of(job).args) == (
        "queued",
        focal_point,
        "todo",
        {"job": job.pk},
    )


def test_job_is_not_started_when_its_transaction_rolls_back(focal_point, work):
    with transaction.atomic():
        jobs.start(work(count_to_three), by=focal_point)
        transaction.set_rollback(True)

    assert (Job.objects.count(), ProcrastinateJob.objects.count()) == (0, 0)


def test_same_work_of_the_same_person_is_one_job(focal_point, work):
    name = work(count_to_three)

    first, second = jobs.start(name, by=focal_point, year=2024), jobs.start(name, by=focal_point, year=2024)

    assert (second, ProcrastinateJob.objects.count()) == (first, 1)


def test_other_parameters_or_another_person_make_another_job(focal_point, alternate, work):
    name = work(count_to_three)

    started = {
        jobs.start(name, by=focal_point, year=2024),
        jobs.start(name, by=focal_point, year=2025),
        jobs.start(name, by=alternate, year=2024),
        jobs.start(name, year=2024),
    }

    assert len(started) == 4


@committed
def test_two_requests_at_once_start_one_job(focal_point, work):
    name, found = work(count_to_three), []

    def press():
        found.append(jobs.start(name, by=focal_point).pk)
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
    first = jobs.start(name, by=focal_point)
    job_runs.run(first.pk)

    assert jobs.start(name, by=focal_point) != first


def test_jobs_of_a_single_kind_share_a_lock_of_the_queue(focal_point, alternate, work):
    name = work(count_to_three, single=True)

    locks = {entry_of(jobs.start(name, by=person)).lock for person in (focal_point, alternate)}

    assert locks == {"count"}


# Running


@committed
def test_job_ends_with_its_result(focal_point, work):
    job = jobs.start(work(count_to_three, summary=lambda job: f"Counted {job.result['counted']}."), by=focal_point)

    job_runs.run(job.pk)

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

    job = jobs.start(work(work_in_one_transaction), by=focal_point)
    job_runs.run(job.pk)

    assert seen == [("running", 4, 10)]


@committed
def test_progress_is_written_at_most_twice_a_second(focal_point, work, django_assert_max_num_queries):
    written = []

    def count_to_a_thousand(progress):
        write, progress._side.write = progress._side.write, lambda *args: (written.append(args), write(*args))
        progress.total(1000)
        for _number in range(1000):
            progress.step()

    job = jobs.start(work(count_to_a_thousand), by=focal_point)
    job_runs.run(job.pk)

    job.refresh_from_db()
    assert (job.done, len(written) < 10) == (1000, True)


@committed
def test_problems_are_kept_and_said_in_the_readers_language(focal_point, work):
    def find_two_problems(progress):
        progress.problem("late", subject="Row 3", link="/en/", days=2)
        progress.problem("late", subject="Row 7", days=5)

    job = jobs.start(work(find_two_problems, problems={"late": "Late by {days} days."}), by=focal_point)
    job_runs.run(job.pk)

    job.refresh_from_db()
    assert [(row["subject"], row["link"], row["words"]) for row in job.explained_problems] == [
        ("Row 3", "/en/", "Late by 2 days."),
        ("Row 7", "", "Late by 5 days."),
    ]


@committed
def test_job_that_crashes_says_so_without_a_trace_and_the_log_has_it(focal_point, work, caplog):
    def crash(progress):
        raise ValueError("secret of the machine")

    job = jobs.start(work(crash), by=focal_point)
    job_runs.run(job.pk)

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
        raise jobs.Failed("empty", year=2031)

    job = jobs.start(work(refuse, problems={"empty": "There is nothing for {year}."}), by=focal_point)
    job_runs.run(job.pk)

    job.refresh_from_db()
    assert (job.state, job.explained_problems[0]["words"]) == ("failed", "There is nothing for 2031.")


@committed
def test_job_of_a_kind_that_is_gone_fails_in_words(focal_point, work):
    job = jobs.start(work(count_to_three), by=focal_point)
    jobs.KINDS.pop("count")

    job_runs.run(job.pk)

    job.refresh_from_db()
    assert (job.state, job.title, job.explained_problems[0]["words"]) == (
        "failed",
        "count",
        "This version of the portal does not know this kind of job.",
    )


@committed
def test_job_that_another_worker_runs_is_left_to_it(focal_point, work):
    ran = []
    job = jobs.start(work(lambda progress: ran.append(1)), by=focal_point)

    with side_of(job.pk) as other_worker:
        assert other_worker.take()
        job_runs.run(job.pk)

    job.refresh_from_db()
    assert (ran, job.state) == ([], "queued")


@committed
def test_entry_of_the_queue_that_was_replaced_does_nothing(focal_point, work):
    ran = []
    job = jobs.start(work(lambda progress: ran.append(1)), by=focal_point)
    old = job.entry
    jobs.enqueue(job)

    job_runs.run(job.pk, entry=old)

    assert ran == []


@committed
def test_job_that_ended_is_not_run_again(focal_point, work):
    ran = []
    job = jobs.start(work(lambda progress: ran.append(1)), by=focal_point)

    job_runs.run(job.pk)
    job_runs.run(job.pk)

    assert ran == [1]


# A worker that stops


@committed
def test_worker_that_is_asked_to_stop_gives_the_job_back(focal_point, work):
    job = jobs.start(work(count_to_three), by=focal_point)
    first_entry = job.entry

    with pytest.raises(GivenBack):
        job_runs.run(job.pk, entry=first_entry, should_stop=lambda: True)

    job.refresh_from_db()
    assert (job.state, job.attempts, entry_of(job).status) == ("queued", 0, "todo")
    assert job.entry != first_entry


@committed
def test_job_that_died_with_its_worker_is_taken_up_once_and_fails_the_second_time(focal_point, work):
    def die(progress):
        raise Killed

    job = jobs.start(work(die), by=focal_point)

    run_until_killed(job)
    job_runs.take_up_stalled()
    job.refresh_from_db()
    assert (job.state, entry_of(job).status) == ("queued", "todo")

    run_until_killed(job)
    job_runs.take_up_stalled()
    job.refresh_from_db()
    assert (job.state, job.attempts) == ("failed", 2)
    assert job.explained_problems[0]["words"] == (
        "The worker stopped twice in the middle of this job. It is not tried a third time."
    )
    assert not ProcrastinateJob.objects.filter(status__in=["todo", "doing"]).exists()


@committed
def test_job_killed_in_the_middle_ends_as_if_it_had_run_once(focal_point, work, make):
    from core.models import Theme

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

    job = jobs.start(work(write_themes), by=focal_point)
    run_until_killed(job)
    job_runs.take_up_stalled()
    job_runs.run(job.pk)

    job.refresh_from_db()
    assert (job.state, job.done, job.result, job.attempts) == ("done", 3, {"themes": 3}, 2)


@committed
def test_worker_that_is_killed_after_the_end_leaves_the_turn_to_the_next_job_of_a_single_kind(focal_point, work):
    name = work(count_to_three, single=True)
    ended = jobs.start(name, by=focal_point)
    job_runs.run(ended.pk)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'doing', worker_id = NULL WHERE id = %s", [ended.entry])
    following = jobs.start(name, by=focal_point)

    job_runs.take_up_stalled()

    ended.refresh_from_db()
    assert (ended.state, entry_of(ended).status, entry_of(following).status) == ("done", "failed", "todo")


@committed
def test_running_job_whose_worker_lives_is_not_taken_up(focal_point, work):
    outcomes = []

    def look_after_it(progress):
        other = threading.Thread(target=lambda: (job_runs.take_up_stalled(), connection.close()))
        other.start()
        other.join()
        outcomes.append(Job.objects.get().state)

    job = jobs.start(work(look_after_it), by=focal_point)
    job_runs.run(job.pk)

    job.refresh_from_db()
    assert (outcomes, job.state, job.attempts) == (["running"], "done", 1)


@committed
def test_run_that_lost_its_hold_writes_nothing(focal_point, work):
    """The database was started again: another run has the job meanwhile, and this one must not end it."""

    def overtaken(progress):
        Job.objects.update(attempts=2, done=7)
        progress._written_at = 0
        progress.step()

    job = jobs.start(work(overtaken), by=focal_point)
    with pytest.raises(Lost):
        job_runs.run(job.pk)

    job.refresh_from_db()
    assert (job.state, job.done, job.attempts) == ("running", 7, 2)


@committed
def test_job_whose_database_went_away_is_left_to_be_taken_up(focal_point, work):
    def lose_the_database(progress):
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND classid = %s",
                [job_runs.LOCK],
            )
        raise OSError("the connection is closed")

    job = jobs.start(work(lose_the_database), by=focal_point)
    with pytest.raises(Lost):
        job_runs.run(job.pk)
    job.refresh_from_db()
    assert job.state == "running"

    job_runs.take_up_stalled()
    job.refresh_from_db()
    assert job.state == "queued"


@committed
@pytest.mark.parametrize("status", ["succeeded", "failed", None])
def test_waiting_job_whose_entry_of_the_queue_is_over_gets_another(focal_point, work, status):
    job = jobs.start(work(count_to_three), by=focal_point)
    with connection.cursor() as cursor:
        if status:
            cursor.execute("UPDATE procrastinate_jobs SET status = %s WHERE id = %s", [status, job.entry])
        else:
            cursor.execute("DELETE FROM procrastinate_jobs WHERE id = %s", [job.entry])

    job_runs.take_up_stalled()

    job.refresh_from_db()
    assert (job.state, entry_of(job).status) == ("queued", "todo")


@committed
def test_waiting_job_stays_as_it_is(focal_point, work):
    job = jobs.start(work(count_to_three), by=focal_point)

    job_runs.take_up_stalled()

    assert (Job.objects.get().entry, ProcrastinateJob.objects.count()) == (job.entry, 1)


@pytest.mark.parametrize(("attempts", "status"), [(0, "todo"), (9, "todo"), (10, "failed")])
def test_other_task_that_died_with_its_worker_is_tried_again_but_not_for_ever(db, attempts, status):
    number = send_at_once.defer(mail_id=1)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE procrastinate_jobs SET status = 'doing', attempts = %s WHERE id = %s", [attempts, number]
        )

    job_runs.take_up_stalled()

    assert ProcrastinateJob.objects.get(pk=number).status == status


def test_task_of_which_only_one_may_wait_makes_way_for_the_one_that_does(db):
    died = deliver.defer(timestamp=0)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'doing' WHERE id = %s", [died])
    waiting = deliver.defer(timestamp=60)
    other = send_at_once.defer(mail_id=1)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'doing' WHERE id = %s", [other])

    job_runs.take_up_stalled()

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

    job_runs.take_up_stalled()

    assert ProcrastinateJob.objects.get(pk=number).status == "doing"


# Ending by hand


def test_waiting_job_can_be_cancelled(focal_point, work):
    job = jobs.cancel(jobs.start(work(count_to_three), by=focal_point))

    assert (job.state, entry_of(job).status) == ("cancelled", "cancelled")


def test_job_that_a_worker_has_begun_cannot_be_cancelled(focal_point, work):
    job = jobs.start(work(count_to_three), by=focal_point)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'doing' WHERE id = %s", [job.entry])

    with pytest.raises(jobs.NotNow, match="has begun already"):
        jobs.cancel(job)

    job.refresh_from_db()
    assert job.state == "queued"


def test_repeated_job_is_a_new_one_with_the_same_parameters(focal_point, work):
    job = jobs.start(work(count_to_three), by=focal_point, year=2024)
    Job.objects.update(state=JobState.FAILED, finished_at=timezone.now())

    again = jobs.repeat(job, by=focal_point)

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
        "focal point's": jobs.start(name, by=focal_point),
        "alternate's": jobs.start(name, by=alternate),
        "portal's": jobs.start(name),
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


def test_queue_closes_an_entry_that_nobody_has(focal_point, work):
    job = jobs.start(work(count_to_three), by=focal_point)

    queue.close(job.entry)

    assert entry_of(job).status == "failed"
