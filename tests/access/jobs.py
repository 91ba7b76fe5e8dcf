from django.utils import timezone

from core.jobs.starting import start
from core.models import Job
from tests.access.table import SIGNED_IN, Row

FAILED = {"state": "failed", "finished_at": timezone.now()}


def a_job(of=None, **fields):
    """A waiting one of a person; of the portal where it is said."""

    def kwargs(make):
        by = None if of == "portal" else make.person("starter@ilo.example")
        job = start("check_links", by=by)
        Job.objects.filter(pk=job.pk).update(**fields)
        return {"pk": job.pk}

    return kwargs


def kind(name):
    return lambda make: {"kind": name}


ROWS = [
    Row("job_list", SIGNED_IN),
    Row("job_detail", "in 404 404 404 404 404 200", "of a person", a_job()),
    Row("job_detail", "in 404 404 404 404 200 200", "of the portal", a_job("portal")),
    Row("job_start", "in 403 403 403 403 302 302", "check of links", kind("check_links"), "post"),
    Row("job_start", "in 403 403 403 403 403 302", "rebuild of the index", kind("rebuild_search_index"), "post"),
    Row("job_start", "in 405 405 405 405 405 405", "check of links", kind("check_links")),
    Row("job_start", "in 404 404 404 404 404 404", "unknown kind", kind("fly"), "post"),
    Row("job_repeat", "in 404 404 404 404 404 302", "of a person", a_job(**FAILED), "post"),
    Row("job_repeat", "in 404 404 404 404 302 302", "of the portal", a_job("portal", **FAILED), "post"),
    Row("job_cancel", "in 404 404 404 404 404 302", "of a person", a_job(), "post"),
    Row("job_cancel", "in 404 404 404 404 302 302", "of the portal", a_job("portal"), "post"),
]
