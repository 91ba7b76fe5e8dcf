"""The completion matrix of a cycle: entities by sections, for the secretariat; own rows for people of an entity."""

from dataclasses import dataclass
from operator import attrgetter

from django.contrib.auth import get_user_model
from django.db.models import OuterRef, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core import dates
from strategy.completeness import progress_of
from strategy.models import Answer, AnswerComment, Deadline, Extension, Report, ReportState
from strategy.models.reports import is_owed

# Cell kind: class of the cell, icon, tone in the stacked bar. The word of a cell comes from its title.
CELLS = {
    "none": ("", "circle", "none"),
    "draft": ("draft", "circle-half", "draft"),
    "sent": ("sent", "send", "sent"),
    "back": ("back", "arrow-return-left", "back"),
    "done": ("done", "check-lg", "done"),
}


@dataclass
class Cell:
    kind: str
    title: str
    url: str = ""
    last: Answer | None = None  # of its answers, the one that was changed last

    @property
    def label(self):
        """The title with who changed an answer of the section last, and when."""
        if self.last is None or self.last.changed_by is None:
            return self.title
        day = dates.day(timezone.localtime(self.last.changed_at).date())
        change = _("last change %(changed)s, %(person)s") % {"changed": day, "person": self.last.changed_by}
        return f"{self.title}, {change}"

    @property
    def css(self):
        return CELLS[self.kind][0]

    @property
    def icon(self):
        return CELLS[self.kind][1]


@dataclass
class Row:
    """One entity and questionnaire. `report` may not exist yet."""

    entity: object
    questionnaire: object
    cycle: object
    report: Report | None
    progress: list
    cells: list
    deadline: Deadline

    @property
    def state(self):
        return self.report.state if self.report else ReportState.NOT_STARTED

    @property
    def answered(self):
        return sum(progress.answered for progress in self.progress)

    @property
    def asked(self):
        return sum(progress.asked for progress in self.progress)

    @property
    def is_owed(self):
        return is_owed(self.report)

    @property
    def is_overdue(self):
        return self.is_owed and self.deadline.is_past

    @property
    def is_extended(self):
        """Has more time than the others, and has not submitted yet. What is overdue all the same is called so."""
        return self.is_owed and self.deadline.is_extended and not self.deadline.is_past


class Totals:
    """The last line of the matrix, over all rows whatever the filter shows."""

    def __init__(self, rows):
        self.answered = sum(row.answered for row in rows)
        self.asked = sum(row.asked for row in rows)
        self.overdue = sum(row.is_overdue for row in rows)
        self.extended = sum(row.is_extended for row in rows)
        columns = zip(*[row.progress for row in rows], strict=True)
        # Of each section: in how many entities every question that must be answered is answered.
        self.complete = [sum(bool(part.answered) and part.is_complete for part in column) for column in columns]


def rows_of(cycle, questionnaire, entities):
    """One row per entity of the queryset, in its order. Three queries for any number of entities."""
    granted = Extension.objects.granted().filter(cycle=cycle, entity=OuterRef("pk")).values("until")
    entities = list(entities.annotate(extended_until=Subquery(granted[:1])))
    if not entities:
        return []
    reports = {
        report.entity_id: report
        for report in Report.objects.filter(
            cycle=cycle, questionnaire=questionnaire, entity__in=entities
        ).select_related("changed_by", "submitted_by")
    }
    answers = _answers(reports.values())
    commented = _commented_sections(reports.values())
    rows = []
    for entity in entities:
        report = reports.get(entity.pk)
        if report:
            report.entity, report.cycle, report.questionnaire = entity, cycle, questionnaire
            report.extended_until = entity.extended_until
        said = answers.get(report.pk, {}) if report else {}
        progress = progress_of(questionnaire, {question: answer.content for question, answer in said.items()})
        cells = [_cell(report, part, commented.get(report.pk, set()) if report else set()) for part in progress]
        for cell, part in zip(cells, progress, strict=True):
            cell.last = _last_change(part.section, said)
        deadline = Deadline(cycle, entity.extended_until)
        rows.append(Row(entity, questionnaire, cycle, report, progress, cells, deadline))
    _name_writers([cell.last for row in rows for cell in row.cells if cell.last])
    return rows


def _answers(reports):
    """{report id: {question id: Answer}}. Counted, never shown: the secretariat sees no text of a draft."""
    found = {}
    for answer in Answer.objects.filter(report__in=[report.pk for report in reports]).order_by():
        found.setdefault(answer.report_id, {})[answer.question_id] = answer
    return found


def _last_change(section, answers):
    """The answer of the section that was changed last, or None."""
    written = [answers[question.pk] for question in section.questions.all() if question.pk in answers]
    return max(written, key=attrgetter("changed_at"), default=None)


def _name_writers(answers):
    """One query for the people behind them: joined to every answer of a cycle they would come a thousand times."""
    people = get_user_model().objects.in_bulk({answer.changed_by_id for answer in answers} - {None})
    for answer in answers:
        answer.changed_by = people.get(answer.changed_by_id)


def _commented_sections(reports):
    """{report id: sections on whose answers the secretariat commented since the last submission}."""
    returned = {report.pk: report for report in reports if report.state == ReportState.RETURNED}
    comments = AnswerComment.objects.filter(answer__report__in=list(returned), is_secretariat=True).values_list(
        "answer__report", "answer__question__section", "at"
    )
    found = {}
    for report_id, section_id, at in comments:
        if at >= returned[report_id].submitted_at:
            found.setdefault(report_id, set()).add(section_id)
    return found


def _cell(report, progress, commented):
    if report is None or report.state == ReportState.NOT_STARTED:
        return Cell("none", _("Not started"))
    url = f"{report.get_absolute_url()}#section-{progress.section.code}"
    if report.state == ReportState.ACCEPTED:
        return Cell("done", _("Accepted"), url)
    if report.state == ReportState.SUBMITTED:
        return Cell("sent", _("Submitted"), url)
    if report.state == ReportState.RETURNED:
        # Returned with a reason for the whole report: every section goes back.
        is_back = progress.section.pk in commented or not commented
        return Cell("back", _("Returned"), url) if is_back else Cell("sent", _("Submitted"), url)
    if not progress.answered:
        return Cell("none", _("Nothing answered yet"), url)
    title = ngettext("{answered} of {asked} answered", "{answered} of {asked} answered", progress.answered)
    return Cell("draft", title.format(answered=progress.answered, asked=progress.asked), url)


def section_counts(rows):
    """{cell kind: number of sections} over all rows."""
    kinds = [cell.kind for row in rows for cell in row.cells]
    return {kind: kinds.count(kind) for kind in CELLS}


SHOW = {
    "all": lambda row: True,
    "waiting": lambda row: row.state == ReportState.SUBMITTED,
    "returned": lambda row: row.state == ReportState.RETURNED,
    "accepted": lambda row: row.state == ReportState.ACCEPTED,
    "draft": lambda row: row.state == ReportState.DRAFT,
    "not_started": lambda row: row.state == ReportState.NOT_STARTED,
    "overdue": lambda row: row.is_overdue,
    "extended": lambda row: row.is_extended,
}
SORT = {
    "entity": lambda row: 0,
    "complete": lambda row: row.answered / (row.asked or 1),
    "changed": lambda row: -row.report.changed_at.timestamp() if row.report else float("inf"),
}
