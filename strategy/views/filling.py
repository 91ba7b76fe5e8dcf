"""What the page of writing asks for: evidence by its words."""

from django.http import JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from core.access import ensure_editable, visible_or_404
from strategy import evidence_finding
from strategy.models import Report


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
