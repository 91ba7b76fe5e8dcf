"""A page of a running job follows it by itself, and stops when it has ended."""

import pytest
from django.utils import timezone

from core.models import Job
from entities.models import User
from tests.browser.conftest import sign_in

pytestmark = pytest.mark.browser


def test_page_follows_the_job_and_says_its_end(open_window):
    officer = User.objects.get(email="secretariat@unossc.example")
    job = Job.objects.create(kind="check_links", key="x", by=officer, state="running", done=1, total=40)
    page = open_window()
    sign_in(page, officer.email)
    page.goto(f"/en/desk/jobs/{job.pk}/")
    page.wait_for_selector("text=1 of 40 done")
    assert not page.is_visible("text=Show how far it is now")

    Job.objects.filter(pk=job.pk).update(done=25)
    page.wait_for_selector("text=25 of 40 done")

    ended = {"state": "done", "finished_at": timezone.now(), "result": {"addresses": 40, "wrong": 0}}
    Job.objects.filter(pk=job.pk).update(**ended)
    page.wait_for_selector("p.ia-lead:has-text('40 addresses were asked. All of them answer.')")
    assert page.text_content("[data-poll-status]") == "Done. 40 addresses were asked. All of them answer."

    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.wait_for_timeout(3000)
    assert (asked, page.complaints) == ([], [])


def test_page_without_script_has_a_link_to_look_again(chromium, site):
    officer = User.objects.get(email="secretariat@unossc.example")
    job = Job.objects.create(kind="check_links", key="x", by=officer, state="running", done=1, total=40)
    context = chromium.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()
    sign_in(page, officer.email)
    page.goto(f"/en/desk/jobs/{job.pk}/")
    Job.objects.filter(pk=job.pk).update(done=25)

    page.click("text=Show how far it is now")

    assert "25 of 40 done" in page.inner_text("main")
    context.close()
