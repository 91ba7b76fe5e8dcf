"""The agenda as it is put in order: every line with its place, its clock time and what changed since it went out."""

from dataclasses import dataclass

from core.order import LineButtons
from meetings import order
from meetings.agenda import Agenda, AgendaRow, set_clock
from meetings.agenda_changes import changes_for
from meetings.models import AgendaItem, AgendaSection


@dataclass
class Line(LineButtons):
    """A heading or an item. `minutes` of a heading are the sum of its items; `place` is counted from 0."""

    record: AgendaItem | AgendaSection
    place: int
    minutes: int
    is_last: bool = False
    row: AgendaRow | None = None  # of an item
    heading: AgendaSection | None = None  # under which an item stands

    @property
    def key(self):
        return order.key_of(self.record)


@dataclass
class AgendaPage:
    lines: list
    agenda: Agenda
    token: str

    def line(self, key):
        return next((line for line in self.lines if line.key == key), None)


def page_for(meeting):
    """For those who may change it, and so read all of it."""
    records = order.lines_of(meeting)
    items = [record for record in records if isinstance(record, AgendaItem)]
    agenda = Agenda([AgendaRow(item, None) for item in items])
    set_clock(agenda, meeting)
    agenda.changes = changes_for(meeting, items, reads_all=True)
    return AgendaPage(lines_with_sums(records, agenda), agenda, order.token_of(records))


def lines_with_sums(records, agenda):
    rows = {row.item.pk: row for row in agenda.rows}
    marks = agenda.changes.marks if agenda.changes else {}
    lines, heading = [], None
    for place, record in enumerate(records):
        line = Line(record, place, record_minutes(record), is_last=place == len(records) - 1)
        lines.append(line)
        if isinstance(record, AgendaSection):
            heading = line
            continue
        line.row = rows[record.pk]
        line.row.change = marks.get(record.pk)
        if heading:
            line.heading = heading.record
            heading.minutes += line.minutes
    return lines


def record_minutes(record):
    return getattr(record, "minutes", None) or 0
