"""Which rows have a history. Each room says it in its translation.py, after its texts have their columns.

A trigger writes the whole row as it stands after every insert and update, and as it was before a delete, whoever did
it by whatever way: a page, the admin, a bulk write, a command, SQL by hand.
"""

import sys

import pghistory
import pgtrigger
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models.fields.generated import GeneratedField
from modeltranslation.manager import get_translatable_fields_for_model
from pghistory.models import Event

from core.history.triggers import Deleted, Inserted, Updated

# {model: the model of its events}; for the rows of a many-to-many field the key is the table between.
TRACKED = {}
LOGS = []
# A save that changes nothing but these is no change.
BOOKKEEPING = {"version", "created_at", "updated_at", "changed_at"}
# Derived from other columns, by the database or by the index of the search.
DERIVED = (SearchVectorField, GeneratedField)


class Snapshot(Event):
    """One row as it stood. `pgh_context` says who wrote it and through what (core/history/through.py)."""

    pgh_id = models.BigAutoField(primary_key=True)

    class Meta:
        abstract = True

    def __str__(self):
        return f"{self.pgh_obj_id}: {self.pgh_label}"


def track(model, *, exclude=(), parent="", m2m=True):
    """Keep the history of a model and of its many-to-many fields.

    `parent` is the foreign key to the record that the row belongs to: events are looked up by it. `exclude` names
    columns that shall not outlive the row, such as what is known about a person.
    """
    texts = set(get_translatable_fields_for_model(model) or ())
    columns = [
        field.name
        for field in model._meta.concrete_fields
        # The library's own column of a text (title) only mirrors one of the six (title_en).
        if field.name not in texts and field.name not in exclude and not isinstance(field, DERIVED)
    ]
    _track_rows(model, columns, parent)
    for field in model._meta.local_many_to_many if m2m else ():
        through = field.remote_field.through
        if through._meta.auto_created:
            _track_rows(through, [column.name for column in through._meta.concrete_fields], field.m2m_field_name())


def _track_rows(model, columns, parent):
    tracked = _proxy(model) if model._meta.auto_created else model
    indexes = [models.Index(fields=["pgh_obj", "pgh_created_at"])]
    if parent:
        indexes.append(models.Index(fields=[parent]))
    changed = pgtrigger.AnyChange(*[name for name in columns if name not in BOOKKEEPING])
    pghistory.track(
        Inserted(),
        Updated(condition=changed),
        Deleted(),
        fields=columns,
        append_only=True,
        base_model=Snapshot,
        model_name=f"{tracked.__name__}Event",
        obj_field=pghistory.ObjForeignKey(related_name="+", related_query_name="+", db_index=False),
        context_field=pghistory.ContextJSONField(),
        context_id_field=pghistory.ContextUUIDField(),
        meta={"indexes": indexes, "ordering": ["pgh_id"], "default_permissions": ()},
    )(tracked)
    TRACKED[model] = tracked.pgh_event_model


def _proxy(through):
    """Triggers of a table that Django makes by itself hang on a proxy: migrations know no other way to name it."""
    name = through.__name__.title().replace("_", "")
    options = {"proxy": True, "app_label": through._meta.app_label, "ordering": ["pk"], "default_permissions": ()}
    attributes = {"__module__": through.__module__, "Meta": type("Meta", (), options), "__str__": _row_name}
    proxy = type(name, (through,), attributes)
    setattr(sys.modules[through.__module__], name, proxy)
    return proxy


def _row_name(self):
    return f"{type(self).__name__} {self.pk}"


def tells_versions(model):
    """Does the history hold what stood in each version? Of people it holds their rights alone."""
    return model in TRACKED and "version" in {field.name for field in TRACKED[model]._meta.concrete_fields}


def only_grows(model):
    """A log that the application itself writes, and nobody changes."""
    LOGS.append(model)


def event_tables():
    """Names of the tables that only the triggers write."""
    return sorted(model._meta.db_table for model in TRACKED.values())


def log_tables():
    return sorted(model._meta.db_table for model in LOGS)
