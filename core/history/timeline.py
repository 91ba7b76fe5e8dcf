"""The history of one record: its saves, each with what it changed in the record and in its parts.

First only the marks of all events are read, in two statements, and walked through from the oldest on; then the rows
of the page that is shown.
"""

import datetime
from dataclasses import dataclass, field

from django.db import models
from django.utils.functional import cached_property

from core.history.operations import STOOD
from core.history.tracking import TRACKED
from core.models import TransitionEvent

# Without a context, what was written in one go is told by the clock; a move is logged right after its save.
ONE_GO = datetime.timedelta(seconds=2)
NEAR = datetime.timedelta(seconds=30)
MARK = ("pgh_id", "pgh_obj_id", "pgh_created_at", "pgh_label", "pgh_context", "pgh_context_id")


@dataclass
class Mark:
    """An event without its row."""

    model: type
    event: int
    key: int
    at: datetime.datetime
    label: str
    context: dict | None
    context_id: object
    values: dict

    @property
    def row(self):
        return (self.model, self.key)


@dataclass
class Save:
    """What was written in one go. `changed` holds (model, key, event before, event after), None where there is none."""

    at: datetime.datetime
    context: dict = field(default_factory=dict)
    marks: list = field(default_factory=list)
    moves: list = field(default_factory=list)
    changed: list = field(default_factory=list)
    is_first_open: bool = False
    version: int | None = None  # the event that holds the record as it stood then

    @property
    def is_start_of_history(self):
        """Not a change: the record is older than its history."""
        return any(mark.label == STOOD for mark in self.marks)

    def takes(self, mark):
        last = self.marks[-1] if self.marks else None
        if last is None:
            return False
        if mark.context_id or last.context_id:
            return mark.context_id == last.context_id
        return mark.at - last.at <= ONE_GO


class Timeline:
    def __init__(self, kind, record, opening):
        self.kind, self.record, self.opening = kind, record, opening

    @cached_property
    def saves(self):
        """The newest first; only what is open to the person."""
        return list(
            reversed([save for save in self._walk(self._grouped()) if save.changed or save.moves or save.is_first_open])
        )

    @cached_property
    def parts(self):
        return [part for part in self.kind.all_parts() if part.name not in self.opening.hidden]

    def events(self, model):
        return TRACKED[model].objects

    def _marks(self):
        marks = [*self._own_marks(), *self._marks_of_parts()]
        return sorted(marks, key=lambda mark: (mark.at, mark.event))

    def _own_marks(self):
        reads = self.opening.reads
        rows = self.events(self.kind.model).filter(pgh_obj=self.record.pk).values_list(*MARK, *reads)
        return [
            Mark(self.kind.model, *row[: len(MARK)], dict(zip(reads, row[len(MARK) :], strict=True))) for row in rows
        ]

    def _marks_of_parts(self):
        of_each = [
            self.events(part.model).filter(**self._belonging(part)).order_by().values_list(models.Value(number), *MARK)
            for number, part in enumerate(self.parts)
        ]
        rows = of_each[0].union(*of_each[1:], all=True) if of_each else ()
        return [Mark(self.parts[number].model, *mark, {}) for number, *mark in rows]

    def _belonging(self, part):
        if part.of is None:
            return {part.parent: self.record.pk}
        upper = next(other for other in self.parts if other.model is part.of)
        rows = self.events(part.of).filter(**{upper.parent: self.record.pk})
        return {f"{part.parent}__in": rows.values("pgh_obj_id")}

    def _grouped(self):
        saves = []
        for mark in self._marks():
            if not saves or not saves[-1].takes(mark):
                saves.append(Save(at=mark.at, context=mark.context or {}))
            saves[-1].marks.append(mark)
            saves[-1].at = mark.at
        return self._with_moves(saves)

    def _with_moves(self, saves):
        """A change of state stands with the save that made it, or alone where nothing else was written."""
        events = TransitionEvent.objects.of(self.record)
        for event in self.opening.moves(events) if self.opening.moves else events:
            before = [save for save in saves if abs(event.at - save.at) <= NEAR and self._is_own(save)]
            if before:
                min(before, key=lambda save: abs(event.at - save.at)).moves.append(event)
            else:
                saves.append(Save(at=event.at, context={"user": event.by_id}, moves=[event]))
        return sorted(saves, key=lambda save: save.at)

    def _is_own(self, save):
        return any(mark.model is self.kind.model for mark in save.marks)

    def _walk(self, saves):
        """Carries what each row last was, and what the person last saw of it."""
        now, seen, touched = {}, None, set()
        is_open = self.opening.when is None
        if is_open:
            seen = {}
        for save in saves:
            for mark in save.marks:
                now[mark.row] = None if mark.label == "delete" else mark.event
                touched.add(mark.row)
                if self.opening.when and mark.model is self.kind.model:
                    is_open = self.opening.when(mark.values)
            if not is_open:
                continue
            save.is_first_open = seen is None
            if seen is not None:
                save.changed = [(*row, seen.get(row), now.get(row)) for row in touched if seen.get(row) != now.get(row)]
            save.version = now.get((self.kind.model, self.record.pk))
            seen, touched = dict(now), set()
            yield save
