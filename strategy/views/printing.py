"""A report and an empty questionnaire as PDF or Word, made now with what this person sees."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.access import ensure, visible_or_404
from core.files.names import disposition
from core.limits import is_over
from core.papers import pdf, word
from strategy.models import Cycle, Questionnaire, Report
from strategy.printed_report import questionnaire_paper, report_paper
from strategy.views.reports import find_submission, load

FORMATS = {"pdf": pdf, "docx": word}
# Making a paper costs up to a second of work.
MOST_PAPERS, SECONDS = 60, 600


@require_safe
def report(request, pk, ending):
    reports = Report.objects.select_related("entity", "cycle", "questionnaire")
    found = visible_or_404(reports, request.user, pk=pk)
    submission = find_submission(found, request.user, request.GET.get("submission"))
    ensure(submission is not None or Report.objects.with_text_for(request.user).filter(pk=pk).exists())

    def make():
        _questionnaire, _previous, sections = load(found, request.user, submission)
        return report_paper(found, sections, request.user, submission)

    return paper(request, make, ending, found.get_absolute_url())


@login_not_required
@require_safe
def questionnaire(request, slug, questionnaire, ending):
    cycle = visible_or_404(Cycle.objects.all(), request.user, slug=slug)
    editions = Questionnaire.objects.filter(cycles=cycle, code=questionnaire).with_questions()
    found = get_object_or_404(editions.order_by("-edition")[:1])
    return paper(request, lambda: questionnaire_paper(found, cycle, request.user), ending, cycle.get_absolute_url())


def paper(request, make, ending, page):
    """`page` is where one goes back to when no paper can be made."""
    if is_over(request, "papers", MOST_PAPERS, SECONDS):
        messages.warning(request, _("Many papers were made for you in a short time. Wait a few minutes."))
        return redirect(page)
    made = make()
    try:
        content = FORMATS[ending].write(made)
    except pdf.Unavailable:
        messages.warning(request, _("The portal cannot make PDF files at the moment. Take the Word document."))
        return redirect(page)
    name = f"{made.symbol.replace('/', '-')}-{made.language.html}.{ending}"
    return HttpResponse(
        content,
        content_type=FORMATS[ending].TYPE,
        headers={
            "Content-Disposition": disposition(name, inline=ending == "pdf"),
            "Cache-Control": "private, no-store",
            "X-Content-Type-Options": "nosniff",
        },
    )
