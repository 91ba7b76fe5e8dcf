"""Rebuilding the search index from the page of jobs."""

import pytest
from django.urls import reverse

from core.jobs.running import run
from core.jobs.starting import start
from core.models import Job, SearchEntry
from tests.initiatives.factory import make_initiative

pytestmark = pytest.mark.django_db(transaction=True)


def entries():
    return set(SearchEntry.objects.values_list("kind", "object_id", "language"))


def test_job_makes_what_is_missing_and_takes_away_what_is_too_much(client, make, administrator):
    initiative = make_initiative(make)
    before = entries()
    SearchEntry.objects.filter(object_id=initiative.pk).delete()
    client.force_login(administrator)
    client.post(reverse("job_start", args=["rebuild_search_index"]))

    job = Job.objects.get()
    run(job.pk)

    job.refresh_from_db()
    assert (entries(), job.state, job.done, job.total) == (before, "done", job.total, job.done)
    assert before
    assert job.summary == f"{job.total} records are in the index anew."


def test_doing_it_again_changes_nothing(make, administrator):
    make_initiative(make)
    before = entries()

    for _time in range(2):
        run(start("rebuild_search_index", by=administrator).pk)

    assert (entries(), Job.objects.filter(state="done").count()) == (before, 2)


def test_only_administrators_start_it(client, secretariat):
    client.force_login(secretariat)

    assert client.post(reverse("job_start", args=["rebuild_search_index"])).status_code == 403
    assert "rebuild_search_index" not in client.get(reverse("job_list")).content.decode()
