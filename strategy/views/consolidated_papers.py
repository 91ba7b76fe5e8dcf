"""The papers of a consolidated report: made now, or in the background where it is long."""

from django.contrib.auth.decorators import login_not_required
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.papers import pdf, serving
from strategy import consolidated_making as making
from strategy.consolidated import consolidated_for, snapshot_shown
from strategy.views.consolidated import asked_edition, asked_snapshot, cycle_or_404, shared_context


@login_not_required
@require_safe
def paper(request, slug, paper, ending):
    if paper not in making.PAPERS or ending not in making.ENDINGS:
        raise Http404
    cycle = cycle_or_404(request, slug)
    edition = asked_edition(request)
    snapshot = asked_snapshot(request, cycle) or snapshot_shown(cycle, request.user)
    printed = consolidated_for(cycle, request.user, edition, snapshot)
    if printed is None:
        raise Http404
    if making.takes_long(printed, paper, ending):
        return in_the_background(request, cycle, printed, snapshot, paper, ending)
    if serving.is_too_often(request):
        return instead(request, cycle, printed, serving.TOO_MANY, 429)
    try:
        made = making.make(printed, cycle, paper, ending)
    except pdf.Unavailable:
        return instead(request, cycle, printed, serving.NO_PDF, 503)
    return serving.serve(HttpResponse(made.content, content_type=made.type), made.name)


def in_the_background(request, cycle, printed, snapshot, paper, ending):
    if snapshot is None:
        words = _("This preview is too long to be laid out at once. Take the XLSX file, or publish the cycle first.")
        return instead(request, cycle, printed, words, 503)
    found = making.kept(snapshot, printed.edition, f"{paper}.{ending}")
    if found:
        return serving.serve(FileResponse(found.file.open(), content_type=found.file.type), found.file.name)
    job = making.start(snapshot, printed.edition, paper, ending)
    context = shared_context(request, cycle, printed) | {"job": job}
    return render(request, "strategy/consolidated_paper_waits.html", context, status=202)


def instead(request, cycle, printed, words, status):
    context = shared_context(request, cycle, printed) | {"refusal": words}
    return render(request, "strategy/consolidated_paper_waits.html", context, status=status)
