"""Background jobs: one's own, those of the portal, how far each is and what came of it."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from core.access import ensure, visible_or_404
from core.jobs import starting
from core.jobs.kinds import KINDS, kinds_for
from core.models import Job, JobState

PER_PAGE = 20


@require_safe
def job_list(request):
    visible = Job.objects.visible_to(request.user).select_related("by")
    wanted = request.GET.get("state") if request.GET.get("state") in JobState.values else ""
    shown = visible.filter(state=wanted) if wanted else visible
    context = {
        "page_obj": Paginator(shown, PER_PAGE).get_page(request.GET.get("page")),
        "pills": pills(visible),
        "wanted": wanted,
        "startable": [kind for kind in kinds_for(request.user) if kind.offered],
    }
    # The part of the page that changes by itself is asked for alone by static/js/jobs.js.
    template = "portal/_job_rows.html" if "part" in request.GET else "portal/job_list.html"
    return render(request, template, context)


def pills(visible):
    """[(state, label, number)] of the states in which there is a job."""
    numbers = dict(visible.order_by().values_list("state").annotate(Count("pk")))
    states = [(state, label, numbers[state]) for state, label in JobState.choices if state in numbers]
    return [("", _("All"), sum(numbers.values())), *states] if len(states) > 1 else []


@require_safe
def job_detail(request, pk):
    job = visible_or_404(Job.objects.select_related("by"), request.user, pk=pk)
    template = "portal/_job.html" if "part" in request.GET else "portal/job_detail.html"
    return render(request, template, {"job": job, "may_repeat": job.can_be_repeated_by(request.user)})


@require_POST
def job_start(request, kind):
    if kind not in KINDS or not KINDS[kind].offered:
        raise Http404
    ensure(KINDS[kind].may_start(request.user))
    return redirect(starting.start(kind, by=request.user))


@require_POST
def job_repeat(request, pk):
    job = visible_or_404(Job.objects.all(), request.user, pk=pk)
    ensure(job.can_be_started_by(request.user))
    return redirect(starting.repeat(job, by=request.user))


@require_POST
def job_cancel(request, pk):
    job = visible_or_404(Job.objects.all(), request.user, pk=pk)
    try:
        starting.cancel(job)
    except starting.NotNow as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(request, _("The job is cancelled."))
    return redirect(job)
