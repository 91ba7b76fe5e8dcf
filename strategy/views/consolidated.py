"""The consolidated report of a cycle: read it, and compare two of its snapshots. Writing: consolidated_writing.py."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from core.access import can_edit, visible_or_404
from core.numbers import whole_number
from strategy.consolidated import consolidated_for, edition_for
from strategy.consolidated_comparison import differences
from strategy.models import Cycle, CycleSnapshot, Edition, Report, editions_for


def cycle_or_404(request, slug):
    return visible_or_404(Cycle.objects.all(), request.user, slug=slug)


def asked_edition(request):
    edition = edition_for(request.user, request.GET.get("edition", ""))
    if edition is None:
        raise Http404
    return edition


def asked_snapshot(request, cycle, name="snapshot"):
    """The CycleSnapshot that the address names with its number, None where it names none; 404 for another."""
    number = request.GET.get(name, "")
    if not number:
        return None
    return visible_or_404(CycleSnapshot.objects.filter(cycle=cycle), request.user, number=whole_number(number))


def asked_report(request, cycle, with_live=False):
    """The report as the address asks for it: edition and snapshot."""
    snapshot = asked_snapshot(request, cycle)
    printed = consolidated_for(cycle, request.user, asked_edition(request), snapshot, with_live and snapshot is None)
    if printed is None:
        raise Http404
    return printed


def snapshots_for(cycle, user):
    """All that the person may read, the latest first, without what they hold."""
    return list(CycleSnapshot.objects.visible_to(user).filter(cycle=cycle).defer("content").order_by("-number"))


def shared_context(request, cycle, printed):
    """Of the pages of one report. What is printed or opened from a page is what is read on it."""
    snapshots = [] if printed.is_preview else snapshots_for(cycle, request.user)
    for snapshot in snapshots:
        snapshot.cycle = cycle
    return {
        "cycle": cycle,
        "printed": printed,
        "snapshots": snapshots,
        "is_latest": printed.is_preview or printed.number == snapshots[0].number,
        "editions": editions_for(request.user),
        "can_edit": can_edit(cycle, request.user),
        "asked": asked_query(request),
        "query": {name: request.GET[name] for name in ("snapshot", "edition") if name in request.GET},
    }


def asked_query(request):
    """?snapshot=1&edition=public of this page, for the links that stay in the same report."""
    kept = request.GET.copy()
    for name in set(kept) - {"snapshot", "edition"}:
        del kept[name]
    return f"?{kept.urlencode()}" if kept else ""


@login_not_required
@require_safe
def report(request, slug):
    """Key findings, figures by outcome, and the way to what the entities said, section by section."""
    cycle = cycle_or_404(request, slug)
    printed = asked_report(request, cycle, with_live=True)
    return render(request, "strategy/consolidated.html", shared_context(request, cycle, printed))


@login_not_required
@require_safe
def section(request, slug, questionnaire, section):
    """What the entities said in one section, each in its own words and language."""
    cycle = cycle_or_404(request, slug)
    printed = asked_report(request, cycle)
    place = next(
        (
            place
            for place, found in enumerate(printed.sections)
            if (found.questionnaire, found.code) == (questionnaire, section)
        ),
        None,
    )
    if place is None:
        raise Http404
    context = shared_context(request, cycle, printed) | {
        "section": printed.sections[place],
        "before": printed.sections[place - 1] if place else None,
        "after": printed.sections[place + 1] if place + 1 < len(printed.sections) else None,
        "readable": set(Report.objects.visible_to(request.user).filter(cycle=cycle).values_list("pk", flat=True)),
    }
    return render(request, "strategy/consolidated_section.html", context)


@login_not_required
@require_safe
def compare(request, slug):
    """What changed between two snapshots, as far as this edition holds it: ?a=1&b=2."""
    cycle = cycle_or_404(request, slug)
    edition = asked_edition(request)
    snapshots = snapshots_for(cycle, request.user)
    chosen = [asked_snapshot(request, cycle, name) for name in ("a", "b")]
    if len(snapshots) < 2:
        raise Http404
    latest = [snapshot.number for snapshot in snapshots[:2]]
    old, new = (
        found or visible_or_404(CycleSnapshot.objects.filter(cycle=cycle), request.user, number=number)
        for found, number in zip(chosen, reversed(latest), strict=True)
    )
    before, after = (consolidated_for(cycle, request.user, edition, snapshot) for snapshot in (old, new))
    context = {
        "cycle": cycle,
        "snapshots": snapshots,
        "before": before,
        "after": after,
        "differences": differences(before, after),
        "edition": edition,
        "is_public": edition == Edition.PUBLIC,
    }
    return render(request, "strategy/consolidated_compare.html", context)
