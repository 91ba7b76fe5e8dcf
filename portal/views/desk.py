"""My desk: what waits for the person, and at the side how things stand."""

from django.shortcuts import render
from django.utils.translation import gettext as _

from core import languages
from entities.roles import focal_ids, is_secretariat, represented_ids
from initiatives.choices import State as InitiativeState
from initiatives.models import Initiative
from meetings import desk as meetings_desk
from meetings.models import ActionPoint
from portal import desk as tasks
from portal import work
from portal.desk_words import situation
from portal.drafts import drafts_of
from strategy import desk as strategy_desk
from strategy.models import Cycle, Report, ReportState

SIDE = 5


def desk(request):
    user = request.user
    owed = strategy_desk.reports_due_for(user)
    everything = tasks.tasks_for(user, owed)
    work.remember_waiting(user, len(everything), owed)
    wanted = request.GET.get("show") if request.GET.get("show") in tasks.KINDS else ""
    shown = [task for task in everything if not wanted or task.kind == wanted]
    return render(
        request,
        "portal/desk.html",
        {
            "situation": situation(len(everything), sum(task.is_late for task in everything)),
            "total": len(everything),
            "groups": tasks.grouped(shown),
            "pills": pills(everything),
            "wanted": wanted,
            "may_write": bool(represented_ids(user)) or is_secretariat(user),
            "is_focal": bool(focal_ids(user)),
            "is_secretariat": is_secretariat(user),
            "has_appointment": bool(represented_ids(user)),
            "drafts": drafts_of(user),
            **side(user, owed),
        },
    )


def pills(everything):
    """[(value, label, number)]; a kind without a task gets none."""
    numbers = {kind: sum(task.kind == kind for task in everything) for kind in tasks.KINDS}
    kinds = [(kind, label, numbers[kind]) for kind, label in tasks.KINDS.items() if numbers[kind]]
    return [("", _("All"), len(everything)), *kinds] if len(kinds) > 1 else []


def side(user, owed):
    return {
        "our_reports": our_reports(user, owed),
        "our_meetings": meetings_desk.upcoming_for(user, SIDE),
        "with_secretariat": with_secretariat(user),
        "cycles": cycles(user),
        "overdue_points": overdue_points(user),
    }


def our_reports(user, owed):
    """[(what, url, state)] of the reports in the cycles that are running: those that are owed, then the others."""
    served = represented_ids(user)
    if not served:
        return []
    rows = [(str(due.questionnaire), due.url, due.state, due.entity) for due in owed]
    sent = Report.objects.visible_to(user).filter(
        entity__in=served,
        cycle__in=Cycle.objects.visible_to(user).accepting(),
        state__in=[ReportState.SUBMITTED, ReportState.ACCEPTED],
    )
    sent = sent.select_related("entity", "cycle", "questionnaire")
    return rows + [(str(row.questionnaire), row.get_absolute_url(), row.state, row.entity) for row in sent]


def with_secretariat(user):
    """[(what, url, since)] of what the person's entities handed in and what has no answer yet."""
    served = represented_ids(user)
    if not served:
        return []
    reports = Report.objects.filter(entity__in=served).to_review().select_related("entity", "cycle", "questionnaire")
    initiatives = Initiative.objects.filter(lead__in=served, state=InitiativeState.SUBMITTED)
    return [(str(report), report.get_absolute_url(), report.submitted_at) for report in reports] + [
        (languages.marked(initiative, "short_title", "title"), initiative.get_absolute_url(), initiative.updated_at)
        for initiative in initiatives
    ]


def cycles(user):
    """For the secretariat: [(cycle, reports handed in, reports asked for)] of the cycles that are running."""
    if not is_secretariat(user):
        return []
    running = Cycle.objects.visible_to(user).accepting().prefetch_related("entities", "questionnaires")
    handed_in = Report.objects.filter(number__gte=1, cycle__in=running).values_list("cycle_id", flat=True)
    return [
        (cycle, list(handed_in).count(cycle.pk), len(cycle.entities.all()) * len(cycle.questionnaires.all()))
        for cycle in running
    ]


def overdue_points(user):
    """For the secretariat: action points of all entities whose day has passed."""
    if not is_secretariat(user):
        return []
    return ActionPoint.objects.visible_to(user).overdue().prefetch_related("owners").order_by("due", "pk")[:SIDE]
