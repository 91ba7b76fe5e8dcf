"""A report and an empty questionnaire as PDF or Word, made now with what this person sees."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_safe

from core.access import ensure, visible_or_404
from core.papers import pdf, serving
from strategy.models import Cycle, Questionnaire, Report
from strategy.printed_report import questionnaire_paper, report_paper
from strategy.views.reports import find_submission, load


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
    if serving.is_too_often(request):
        messages.warning(request, serving.TOO_MANY)
        return redirect(page)
    made, writer = make(), serving.WRITERS[ending]
    try:
        content = writer.write(made)
    except pdf.Unavailable:
        messages.warning(request, serving.NO_PDF)
        return redirect(page)
    name = f"{made.symbol.replace('/', '-')}-{made.language.html}.{ending}"
    return serving.serve(HttpResponse(content, content_type=writer.TYPE), name)
