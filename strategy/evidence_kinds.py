"""Records of higher rooms that can be evidence for an answer: decisions, action points, documents, resources.

Each room registers its kinds in its AppConfig.ready. A record that is named as evidence cannot be deleted: the answer
stands on it, and a submission names it.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.apps import apps
from django.db.models import ProtectedError, Q
from django.db.models.signals import pre_delete
from django.utils.translation import gettext as _

from core import languages


@dataclass(frozen=True)
class EvidenceKind:
    """`key` stands in the database and in submissions, so it never changes. `search` is the key of the kind in the
    search, by which a writer finds records. A record is named by its `code`, if it has one, and its translated `field`;
    `address` leads to what was meant then, where the record may get a newer version.
    """

    key: str
    model: type
    label: str
    icon: str
    search: str
    field: str
    code: Callable = lambda record: ""
    address: Callable = lambda record: record.get_absolute_url()
    related: tuple = ()

    def visible_to(self, user):
        return self.model.objects.visible_to(user)

    def load(self, ids, user=None):
        """{id: record}: all of them, or those that the person may see."""
        records = self.visible_to(user) if user else self.model._default_manager.all()
        return records.select_related(*self.related).in_bulk(ids)

    def words(self, record):
        """The record in one line of plain text."""
        return f"{self.code(record)} {languages.text_of(record, self.field)}".strip()


_kinds = {}


def register(*declared):
    for kind in declared:
        _kinds[kind.key] = kind
        pre_delete.connect(refuse_to_delete, sender=kind.model, dispatch_uid=f"evidence:{kind.key}")


def kinds():
    """{key: EvidenceKind}, in the order in which the rooms stand."""
    return _kinds


def kind_of(record):
    """The kind of a record; None where records of this model are no evidence."""
    return next((kind for kind in _kinds.values() if kind.model is type(record)), None)


def named_visibly(user):
    """The condition on Evidence that the person may see the record that it names, if it names one."""
    seen = Q(kind="")
    for kind in _kinds.values():
        seen |= Q(kind=kind.key, record_id__in=kind.visible_to(user).order_by().values("pk"))
    return seen


def standing_on(records):
    """Evidence, of whatever report, that names one of the records."""
    evidence = apps.get_model("strategy", "Evidence").objects
    named = Q(pk__in=[])
    for record in records:
        kind = kind_of(record)
        if kind:
            named |= Q(kind=kind.key, record_id=record.pk)
    return evidence.filter(named)


def refuse_to_delete(sender, instance, **kwargs):
    rows = set(standing_on([instance]))
    if rows:
        raise ProtectedError(_("An answer of a report names this as its evidence."), rows)


class KeepsEvidence:
    """For the admin of such records: its page says what stands in the way, instead of failing."""

    def get_deleted_objects(self, objs, request):
        deleted, counts, missing_rights, protected = super().get_deleted_objects(objs, request)
        if standing_on(objs).exists():
            # Whose answer it is, is for its readers only.
            protected = [*protected, _("An answer of a report names this as its evidence.")]
        return deleted, counts, missing_rights, protected
