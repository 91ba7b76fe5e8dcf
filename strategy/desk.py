"""What waits for a person in this room: the desk of the portal asks here."""

from dataclasses import dataclass

from django.db.models import Q
from django.urls import reverse

from entities.models import Entity
from entities.roles import is_secretariat, represented_ids
from strategy.models import (
    ACCEPTING_STATES,
    Cycle,
    CycleState,
    Deadline,
    Extension,
    Questionnaire,
    Report,
    ReportState,
)
from strategy.models.reports import is_owed


@dataclass(frozen=True)
class Due:
    """A report that an entity owes. `report` is None until it is started: `start_url` then takes a POST."""

    entity: Entity
    cycle: Cycle
    questionnaire: Questionnaire
    report: Report | None
    state: str
    deadline: Deadline
    url: str
    start_url: str = ""

    @property
    def due_on(self):
        return self.deadline.day

    @property
    def due_at(self):
        return self.deadline.at

    @property
    def is_overdue(self):
        return is_owed(self.report) and self.deadline.is_past


def reports_due_for(user):
    """Rows of the reports that the person's entities owe: not started, draft or returned, soonest first."""
    own = set(represented_ids(user)) if user.is_authenticated else set()
    if not own:
        return []
    extended = Extension.objects.filter(entity__in=own).days()
    cycles = running_cycles(user, own)
    cycles = {cycle.pk: cycle for cycle in cycles.prefetch_related("questionnaires", "entities")}
    reports = Report.objects.filter(entity__in=own).exclude(state__in=[ReportState.SUBMITTED, ReportState.ACCEPTED])
    known = {
        (report.entity_id, report.cycle_id, report.questionnaire_id): report
        for report in Report.objects.filter(entity__in=own, cycle__in=cycles)
    }
    rows = [
        _row(entity, cycle, questionnaire, known.get((entity.pk, cycle.pk, questionnaire.pk)), extended)
        for cycle in cycles.values()
        for questionnaire in cycle.questionnaires.all()
        for entity in cycle.entities.all()
        if entity.pk in own and (cycle.state != CycleState.CLOSED or (cycle.pk, entity.pk) in extended)
    ]
    # A report that came back after its cycle closed is still owed.
    late = reports.exclude(cycle__in=cycles).filter(number__gte=1).select_related("entity", "cycle", "questionnaire")
    rows += [_row(report.entity, report.cycle, report.questionnaire, report, extended) for report in late]
    owed = {ReportState.NOT_STARTED, ReportState.DRAFT, ReportState.RETURNED}
    return sorted((row for row in rows if row.state in owed), key=lambda row: (row.due_on, row.entity.code))


def running_cycles(user, own):
    """Open ones that ask one of the entities, and closed ones in which one of them has more time."""
    asked = Cycle.objects.visible_to(user).filter(entities__in=own)
    later = Extension.objects.granted().filter(entity__in=own).values("cycle")
    open_ones = Q(state__in=ACCEPTING_STATES)
    return asked.filter(open_ones | Q(state=CycleState.CLOSED, pk__in=later)).distinct()


def _row(entity, cycle, questionnaire, report, extended):
    start_url = ""
    if report is None:
        start_url = reverse("strategy:report_start", args=[cycle.slug, entity.slug, questionnaire.code])
    state = report.state if report else ReportState.NOT_STARTED
    url = cycle.get_absolute_url() if report is None else report.get_absolute_url()
    deadline = Deadline(cycle, extended.get((cycle.pk, entity.pk)))
    return Due(entity, cycle, questionnaire, report, state, deadline, url, start_url)


def to_review(user):
    """Submitted reports, the longest waiting first. For the secretariat only, without entities that one serves."""
    reports = Report.objects.reviewable_by(user).to_review().select_related("entity", "cycle", "questionnaire")
    return reports.order_by("submitted_at", "pk")


def extensions_to_answer(user):
    """Entities that ask for more time, the longest waiting first. For the secretariat only."""
    if not is_secretariat(user):
        return Extension.objects.none()
    waiting = Extension.objects.visible_to(user).waiting().select_related("entity", "cycle")
    return waiting.order_by("asked_at", "pk")
