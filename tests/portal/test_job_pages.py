"""The pages of background jobs: mine, how far each is, what came of it, and what I may do about it."""

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from core.jobs.kinds import KINDS, kind
from core.jobs.starting import start
from core.models import Job, JobState


@pytest.fixture
def counting():
    """A kind that everybody may start and that says how many were counted."""
    kind(
        "counting",
        "Counting of records",
        may_start=lambda user: True,
        summary=lambda job: f"{job.result['counted']} records are counted.",
        link=lambda job: ("Show the records", "/en/initiatives/"),
        problems={"odd": "The number {number} is odd."},
    )(lambda progress: None)
    yield "counting"
    KINDS.pop("counting")


def set_state(job, state, **fields):
    ended = timezone.now() if state in {"done", "failed", "cancelled"} else None
    Job.objects.filter(pk=job.pk).update(state=state, finished_at=ended, **fields)
    job.refresh_from_db()
    return job


def done(job):
    return set_state(job, "done", result={"counted": 12}, done=12, total=12)


def test_list_shows_ones_own_jobs_and_no_others(client, focal_point, alternate, counting):
    mine, others = start(counting, by=focal_point), start(counting, by=alternate)
    client.force_login(focal_point)

    response = client.get(reverse("job_list"))

    assert list(response.context["page_obj"]) == [mine]
    assertNotContains(response, others.get_absolute_url())


def test_list_shows_secretariat_what_the_portal_started(client, secretariat, counting):
    job = start(counting)
    client.force_login(secretariat)

    response = client.get(reverse("job_list"))

    assert list(response.context["page_obj"]) == [job]
    assertContains(response, "Started by the portal")


def test_what_somebody_called_off_does_not_look_like_a_failure(client, focal_point, counting):
    cancelled = set_state(start(counting, by=focal_point), "cancelled")
    client.force_login(focal_point)

    page = client.get(cancelled.get_absolute_url())

    assertContains(page, "Cancelled")
    assertNotContains(page, "ia-status--bad")


def test_list_can_be_narrowed_to_a_state(client, focal_point, counting):
    failed = set_state(start(counting, by=focal_point), "failed")
    start(counting, by=focal_point)
    client.force_login(focal_point)

    response = client.get(reverse("job_list"), {"state": "failed"})

    assert list(response.context["page_obj"]) == [failed]
    assert [(state, number) for state, _label, number in response.context["pills"]] == [
        ("", 2),
        ("queued", 1),
        ("failed", 1),
    ]


def test_list_with_an_unknown_state_shows_all(client, focal_point, counting):
    job = start(counting, by=focal_point)
    client.force_login(focal_point)

    assert list(client.get(reverse("job_list"), {"state": "x\0"}).context["page_obj"]) == [job]


def test_list_is_paged(client, focal_point, counting):
    for number in range(21):
        start(counting, by=focal_point, number=number)
    client.force_login(focal_point)

    response = client.get(reverse("job_list"), {"page": 2})

    assert [job.params["number"] for job in response.context["page_obj"]] == [0]


@pytest.mark.parametrize("number", [1, 3])
def test_list_asks_the_same_number_of_queries_for_any_number(
    client, focal_point, counting, django_assert_num_queries, number
):
    for params in range(number):
        done(start(counting, by=focal_point, number=params))
    client.force_login(focal_point)
    client.get(reverse("job_list"))

    with django_assert_num_queries(10):
        client.get(reverse("job_list"))


@pytest.mark.parametrize("number", [1, 3])
def test_part_that_is_asked_again_costs_little(client, focal_point, counting, django_assert_num_queries, number):
    problems = [{"problem": "odd", "details": {"number": number}} for number in range(number)]
    job = set_state(start(counting, by=focal_point), "running", problems=problems)
    client.force_login(focal_point)
    client.get(job.get_absolute_url(), {"part": 1})

    with django_assert_num_queries(7):
        client.get(job.get_absolute_url(), {"part": 1})


def test_running_job_shows_how_far_it_is_and_a_link_to_look_again(client, focal_point, counting):
    job = set_state(start(counting, by=focal_point), "running", done=5, total=12)
    client.force_login(focal_point)

    response = client.get(job.get_absolute_url())

    assertContains(response, "<b>5</b> of 12", html=False)
    assertContains(response, "Show how far it is now")
    assertContains(response, "data-active")


def test_part_of_the_page_alone_has_no_frame(client, focal_point, counting):
    job = set_state(start(counting, by=focal_point), "running", done=5, total=12)
    client.force_login(focal_point)

    response = client.get(job.get_absolute_url(), {"part": 1})

    assertContains(response, "<b>5</b> of 12")
    assertNotContains(response, "<html")


def test_finished_job_shows_its_result_and_leads_to_it_and_is_not_asked_again(client, focal_point, counting):
    job = done(start(counting, by=focal_point))
    client.force_login(focal_point)

    response = client.get(job.get_absolute_url())

    assertContains(response, "12 records are counted.")
    assertContains(response, 'href="/en/initiatives/">Show the records')
    assertNotContains(response, "data-active")


def test_problems_are_shown_in_words_and_what_was_typed_does_no_harm(client, focal_point, counting):
    problem = {"problem": "odd", "subject": "<b>Row</b> 7", "link": "/en/initiatives/", "details": {"number": "<i>7"}}
    job = set_state(start(counting, by=focal_point), "failed", problems=[problem])
    client.force_login(focal_point)

    response = client.get(job.get_absolute_url())

    assertContains(response, "The number &lt;i&gt;7 is odd.")
    assertContains(response, "&lt;b&gt;Row&lt;/b&gt; 7")


def test_link_of_a_problem_stays_in_the_language_of_who_reads(client, focal_point, counting):
    problem = {"problem": "odd", "subject": "Row 7", "link": "/fr/initiatives/", "details": {"number": 7}}
    job = set_state(start(counting, by=focal_point), "done", problems=[problem], result={"counted": 1})
    client.force_login(focal_point)

    assertContains(client.get(f"/ar/desk/jobs/{job.pk}/"), 'href="/ar/initiatives/"')


def test_failed_job_is_repeated_by_its_person(client, focal_point, counting):
    job = set_state(start(counting, by=focal_point, year=2024), "failed")
    client.force_login(focal_point)
    assertContains(client.get(job.get_absolute_url()), reverse("job_repeat", args=[job.pk]))

    response = client.post(reverse("job_repeat", args=[job.pk]))

    again = Job.objects.active().get()
    assertRedirects(response, again.get_absolute_url())
    assert (again.by, again.params) == (focal_point, {"year": 2024})


def test_button_pressed_twice_repeats_once(client, focal_point, counting):
    job = set_state(start(counting, by=focal_point), "failed")
    client.force_login(focal_point)

    for _press in range(2):
        client.post(reverse("job_repeat", args=[job.pk]))

    assert Job.objects.count() == 2


def test_officer_who_left_reads_no_result_any_more(client, secretariat):
    problem = {"problem": "gone", "subject": "Record of the secretariat", "link": "", "details": {}}
    job = set_state(start("check_links", by=secretariat), "failed", problems=[problem])
    client.force_login(secretariat)
    assertContains(client.get(job.get_absolute_url()), "Record of the secretariat")

    secretariat.groups.clear()

    assert client.get(job.get_absolute_url()).status_code == 404
    assert client.post(reverse("job_repeat", args=[job.pk])).status_code == 404
    assertNotContains(client.get(reverse("job_list")), job.get_absolute_url())


def test_work_that_only_administrators_start_is_seen_but_not_repeated_by_an_officer(client, secretariat):
    job = set_state(start("rebuild_search_index"), "failed")
    client.force_login(secretariat)

    assertNotContains(client.get(job.get_absolute_url()), reverse("job_repeat", args=[job.pk]))
    assert client.post(reverse("job_repeat", args=[job.pk])).status_code == 403


def test_waiting_job_is_cancelled_by_its_person(client, focal_point, counting):
    job = start(counting, by=focal_point)
    client.force_login(focal_point)
    assertContains(client.get(job.get_absolute_url()), reverse("job_cancel", args=[job.pk]))

    response = client.post(reverse("job_cancel", args=[job.pk]), follow=True)

    job.refresh_from_db()
    assert job.state == JobState.CANCELLED
    assertContains(response, "The job is cancelled.")


@pytest.mark.parametrize(
    ("state", "becomes", "words"),
    [("running", "cancelled", "The job is cancelled."), ("failed", "failed", "This job has ended already")],
)
def test_running_job_is_cancelled_and_one_that_has_ended_is_not(client, focal_point, counting, state, becomes, words):
    job = set_state(start(counting, by=focal_point), state)
    client.force_login(focal_point)
    offered = reverse("job_cancel", args=[job.pk]) in client.get(job.get_absolute_url()).content.decode()

    response = client.post(reverse("job_cancel", args=[job.pk]), follow=True)

    job.refresh_from_db()
    assert (offered, job.state) == (state == "running", becomes)
    assertContains(response, words)


def test_secretariat_starts_the_check_of_links_from_the_page(client, secretariat):
    client.force_login(secretariat)
    assertContains(client.get(reverse("job_list")), reverse("job_start", args=["check_links"]))

    response = client.post(reverse("job_start", args=["check_links"]))

    assertRedirects(response, Job.objects.get().get_absolute_url())


def test_focal_point_is_offered_only_what_is_theirs_to_start(client, focal_point, counting):
    client.force_login(focal_point)

    response = client.get(reverse("job_list"))

    assert [kind.name for kind in response.context["startable"]] == ["counting"]


def test_jobs_are_reached_from_the_account_menu(client, focal_point):
    client.force_login(focal_point)

    assertContains(client.get(reverse("desk")), reverse("job_list"))


def test_administration_shows_what_failed_first(client, administrator, focal_point, counting):
    failed = set_state(start(counting, by=focal_point, number=1), "failed", problems=[{"problem": "crashed"}])
    finished = done(start(counting, by=focal_point, number=2))
    waiting = start(counting, by=focal_point, number=3)
    client.force_login(administrator)

    response = client.get(reverse("admin:core_job_changelist"))

    assert list(response.context["cl"].result_list) == [failed, waiting, finished]


def test_administration_shows_a_job_in_words_and_changes_none(client, administrator, focal_point, counting):
    job = set_state(start(counting, by=focal_point), "failed", problems=[{"problem": "crashed"}])
    client.force_login(administrator)
    address = reverse("admin:core_job_change", args=[job.pk])

    assertContains(client.get(address), "An error of the portal stopped this job.")
    assert client.post(address, {"state": "done"}).status_code == 403
