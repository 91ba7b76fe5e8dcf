"""The completion matrix as a file: one row per entity, as it is filtered on the page."""

from django.utils.translation import gettext as _

from core import languages
from core.exports import Column, Table, address_of, asked_in
from strategy.models import ReportState


def matrix_table(cycle, questionnaire, rows, form, request):
    """`rows` are matrix.Row, `form` the valid or unbound filter of the page."""
    return Table(
        name=f"{cycle.slug}-{questionnaire.code}",
        title=f"{languages.text_of(cycle, 'title')}, {languages.text_of(questionnaire, 'title')}",
        columns=columns(questionnaire),
        rows=rows,
        asked=asked_in(form) if form.is_bound else (),
        address=address_of(request),
    )


def columns(questionnaire):
    return [
        Column("entity", _("Entity"), lambda row: str(row.entity)),
        Column("name", _("Name"), lambda row: languages.text_of(row.entity, "name"), 40),
        Column("state", _("State"), lambda row: str(ReportState(row.state).label)),
        Column("due", _("Due"), lambda row: row.deadline.day),
        Column("overdue", _("Overdue"), lambda row: row.is_overdue),
        Column("extended", _("Extended"), lambda row: row.is_extended),
        Column("answered", _("Answered"), lambda row: row.answered),
        Column("asked", _("Asked"), lambda row: row.asked),
        Column("changed", _("Last change"), lambda row: row.report.changed_at if row.report else None, 20),
        Column("changed_by", _("Changed by"), lambda row: str(row.report.changed_by or "") if row.report else "", 24),
        *[of_section(number, section) for number, section in enumerate(questionnaire.sections.all())],
    ]


def of_section(number, section):
    label = f"{section.code}. {languages.text_of(section, 'title')}"
    return Column(f"section_{section.code}", label, lambda row: row.cells[number].label, 40)
