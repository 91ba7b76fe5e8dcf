"""Beside the page of writing: evidence by its words, and who writes which section."""

from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from core.access import ensure, ensure_editable, visible_or_404
from strategy import evidence_finding
from strategy.assigning import AssignmentsForm
from strategy.models import Report, assignable_reports


def draft_or_404(request, pk):
    """The report, where this person may write it."""
    reports = Report.objects.select_related("entity", "cycle", "questionnaire")
    return ensure_editable(visible_or_404(reports, request.user, pk=pk), request.user)


@require_safe
@never_cache
def find_evidence(request, pk):
    """[{key, title, lang, dir, kind}] of what the writer may name, for evidence.js."""
    report = draft_or_404(request, pk)
    found = evidence_finding.find(report, request.user, request.GET.get("q", ""))
    suggestions = [
        {
            "key": candidate.key,
            "title": candidate.words,
            "lang": candidate.language.html,
            "dir": candidate.language.direction,
            "kind": candidate.label,
        }
        for candidate in found
    ]
    return JsonResponse({"suggestions": suggestions})


@require_http_methods(["GET", "HEAD", "POST"])
def assign_sections(request, pk):
    reports = Report.objects.select_related("entity", "cycle", "questionnaire")
    report = visible_or_404(reports, request.user, pk=pk)
    ensure(assignable_reports(request.user).filter(pk=pk).exists())
    data = request.POST if request.method == "POST" else None
    form = AssignmentsForm(data, report=report, sections=report.questionnaire.sections.all())
    if form.is_valid():
        form.save(request.user)
        messages.success(request, _("The sections are divided. Whoever got one is told."))
        return redirect(report.get_edit_url())
    return render(request, "strategy/sections_assign.html", {"report": report, "form": form})
