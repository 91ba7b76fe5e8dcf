"""What has a history page, what belongs to it, and who reads how much of it. Each room registers its kinds in its
history.py; nothing that is not registered has a page."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.core.exceptions import PermissionDenied
from django.http import Http404

from core import languages
from core.access import can_edit, visible_or_404
from core.history.tracking import TRACKED

_kinds = {}


@dataclass(frozen=True)
class Opening:
    """How much of a record's past one person may read.

    `when(row)` is asked of each version of the record ({field: value} of the fields in `reads`): where it says no, what
    was written then is not shown, neither of the record nor of its parts; the next open version shows the sum of it.
    `hidden` names fields and parts that are never shown.
    """

    when: Callable | None = None
    reads: tuple[str, ...] = ()
    hidden: frozenset[str] = frozenset()
    moves: Callable | None = None  # moves(events) narrows the changes of state that are shown


EVERYTHING = Opening()


@dataclass(frozen=True)
class Part:
    """Rows that belong to a record and stand in its timeline. `parent` is their foreign key to it, or to a row of
    the part `of` (evidence belongs to answers). `named_by` are the fields that say which row it is."""

    model: type
    parent: str
    named_by: tuple[str, ...] = ()
    of: type | None = None

    @property
    def name(self):
        return self.model._meta.model_name


@dataclass(frozen=True)
class Kind:
    """`opening(record, user)` says how much the person reads, after `visible_to` let them see the record at all.

    `restores` names the columns that an earlier version may bring back: what the form of the record lets the same
    people change, without its state, its owner, and what decides who sees it. `target(record, user)` is the record
    that is written instead, where a published one is not changed in place.
    """

    model: type
    opening: Callable
    parts: tuple[Part, ...] = ()
    restores: tuple[str, ...] = ()
    may_restore: Callable = can_edit
    target: Callable | None = None
    opens_copy: Callable | None = None
    touch: Callable | None = None
    shown: dict = field(default_factory=dict)  # {field: function(row, names)} for values that need words of their own

    @property
    def name(self):
        return self.model._meta.model_name

    def all_parts(self):
        """With the rows of its many-to-many fields."""
        tags = [
            Part(tag.remote_field.through, tag.m2m_field_name())
            for tag in self.model._meta.local_many_to_many
            if tag.remote_field.through in TRACKED
        ]
        return [*self.parts, *tags]

    def record_or_404(self, user, pk):
        records = self.model._default_manager.all()
        if hasattr(records, "visible_to"):
            return visible_or_404(records, user, pk=pk)
        record = records.filter(pk=pk).first()
        if record is None:
            raise Http404
        return record


def register(kind):
    _kinds[kind.name] = kind


def of_name(name):
    try:
        return _kinds[name]
    except KeyError:
        raise Http404 from None


def of_model(model):
    return _kinds.get(model._meta.model_name)


def registered():
    return list(_kinds.values())


def page_of(record):
    """(kind, key) of the page that holds the record's history: its own, or that of the record it belongs to."""
    kind = of_model(type(record))
    if kind:
        return kind, record.pk
    for kind in _kinds.values():
        for part in kind.parts:
            if part.model is type(record) and part.of is None:
                return kind, getattr(record, f"{part.parent}_id")
    return None, None


def texts(model):
    """The language columns of a model, for `restores`."""
    return tuple(field.name for field in model._meta.concrete_fields if hasattr(field, "translated_field"))


def of_form(form, *also, without=()):
    """The columns that a form of the record writes, but no keys to other records."""
    model = form._meta.model
    names = [*languages.columns(*getattr(form, "translated_fields", ())), *form._meta.fields, *also]
    fields = [model._meta.get_field(name) for name in names if name not in without]
    return tuple(field.name for field in fields if field.concrete and not field.is_relation)


def refuse():
    raise PermissionDenied


def by_permission(record, user):
    """Of what only the administration keeps: who may see it there."""
    meta = record._meta
    return EVERYTHING if user.has_perm(f"{meta.app_label}.view_{meta.model_name}") else refuse()


def may_change(record, user):
    return user.has_perm(f"{record._meta.app_label}.change_{record._meta.model_name}")
