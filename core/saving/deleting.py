"""Deleting what one saw, never what somebody wrote since: the page that asks carries the version that it shows."""

from collections import defaultdict
from contextlib import suppress
from dataclasses import dataclass, field

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import DEFAULT_DB_ALIAS, transaction
from django.db.models import ProtectedError, RestrictedError
from django.db.models.deletion import Collector
from django.shortcuts import redirect

from core.history import kinds
from core.history.changes import Reader
from core.history.timeline import Timeline
from core.history.tracking import TRACKED, tells_versions
from core.numbers import whole_number
from core.saving.page import locked

ROWS = "rows"  # the hidden field that carries the versions of rows


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
    """To be called in the transaction that deletes: holds the records and their rows, and raises NotAsShown."""
    records = list(records)
    if not records:
        return
    stored = locked(type(records[0])._base_manager.filter(pk__in=[record.pk for record in records]))
    now = {row.pk: row for row in stored.order_by("pk")}
    shown = [(now[record.pk], request.POST.get(name_of(record), "")) for record in records if record.pk in now]
    rows = read_rows(request.POST.get(ROWS, ""))
    shown += [(row, rows.get(name_of_row(row), "")) for row in rows_of(records, locked)]
    changed = [(row, seen) for row, seen in shown if seen != str(row.version)]
    if changed:
        raise NotAsShown([Changed(row, changes_since(row, seen, request.user)) for row, seen in changed])


class AsShownMixin:
    """For a DeleteView whose page carries the versions: what somebody saved meanwhile is shown again, with status 409.

    `removed` is the sentence that says what happened.
    """

    removed = ""

    @transaction.atomic
    def form_valid(self, form):
        self.hold()
        try:
            check(self.request, [self.object])
        except NotAsShown as refusal:
            self.object = self.get_object()
            return self.ask_again(form, changed=refusal.changed)
        return self.remove(form)

    def hold(self):
        """Takes the locks that come before those of the record, and asks under them whether one may delete still."""

    def ask_again(self, form, **more):
        return self.render_to_response(self.get_context_data(form=form, **more), status=409)

    def remove(self, form):
        going_to = self.get_success_url()
        self.object.delete()
        messages.success(self.request, self.removed)
        return redirect(going_to)


def rows_of(records, read=lambda rows: rows):
    """The rows with a version that go with the records, at any depth."""
    collector = Collector(using=DEFAULT_DB_ALIAS)
    with suppress(ProtectedError, RestrictedError):  # nothing is deleted then
        collector.collect(records)
    found = defaultdict(set)
    for model, rows in collector.data.items():
        found[model] |= {row.pk for row in rows}
    for rows in collector.fast_deletes:
        found[rows.model] |= set(rows.values_list("pk", flat=True))
    found[type(records[0])] -= {record.pk for record in records}
    kinds_of_rows = [(model, keys) for model, keys in found.items() if keys and hasattr(model, "version")]
    return [
        row for model, keys in kinds_of_rows for row in read(model._base_manager.filter(pk__in=keys)).order_by("pk")
    ]


def name_of_row(row):
    return f"{row._meta.label_lower}.{row.pk}"


def rows_shown(records):
    """For a hidden field of the page that asks: "meetings.agendaitem.7=3 ..."."""
    return " ".join(f"{name_of_row(row)}={row.version}" for row in rows_of(list(records)))


def read_rows(text):
    return dict(part.split("=", 1) for part in text.split() if "=" in part)


def changes_since(record, seen, user):
    """The fields that differ from the version that was seen, as far as the user may read the history of the record."""
    kind = kinds.of_model(type(record))
    number = whole_number(seen)
    if kind is None or not tells_versions(kind.model) or number is None:
        return []
    rows = TRACKED[kind.model].objects.filter(pgh_obj_id=record.pk, version__lte=number)
    try:
        opening = kind.opening(record, user)
    except PermissionDenied:
        return []
    row = rows.order_by("pgh_id").last()
    is_open = row and (opening.when is None or opening.when({name: getattr(row, name) for name in opening.reads}))
    return Reader(Timeline(kind, record, opening), user).compared(row, record, kind.restores) if is_open else []
