"""Deleting what one saw, never what somebody wrote since: the page that asks carries the version that it shows."""

from dataclasses import dataclass, field

from core.history import kinds
from core.history.changes import Reader
from core.history.timeline import Timeline
from core.history.tracking import TRACKED
from core.saving.page import locked


class NotAsShown(Exception):
    """Somebody saved records since the person was asked whether to delete them. `changed`: [Changed]."""

    def __init__(self, changed):
        super().__init__(f"{len(changed)} records are no longer what was shown.")
        self.changed = changed


@dataclass
class Changed:
    """A record that somebody saved meanwhile, and what is different in it now."""

    record: object
    fields: list = field(default_factory=list)


def check(request, records, name_of=lambda record: "version"):
    """To be called in the transaction that deletes: holds the records, and raises NotAsShown."""
    records = list(records)
    if not records:
        return
    rows = locked(type(records[0])._base_manager.filter(pk__in=[record.pk for record in records]))
    stored = {row.pk: row for row in rows.order_by("pk")}
    changed = []
    for record in records:
        seen, now = request.POST.get(name_of(record), ""), stored.get(record.pk)
        if now and seen != str(now.version):
            changed.append(Changed(now, changes_since(now, seen, request.user)))
    if changed:
        raise NotAsShown(changed)


def changes_since(record, seen, user):
    """The fields that differ from the version that was seen, as far as the user may read the history of the record."""
    kind = kinds.of_model(type(record))
    if kind is None or not seen.isdecimal() or len(seen) > 9:
        return []
    rows = TRACKED[kind.model].objects.filter(pgh_obj_id=record.pk, version__lte=int(seen))
    row, opening = rows.order_by("pgh_id").last(), kind.opening(record, user)
    is_open = row and (opening.when is None or opening.when({name: getattr(row, name) for name in opening.reads}))
    return Reader(Timeline(kind, record, opening), user).compared(row, record, kind.restores) if is_open else []
