"""Bringing back an earlier version: a new save of the record with the texts and fields of then."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy

from core.history.changes import Reader
from core.saving import StaleVersion

OVERTAKEN = gettext_lazy("Somebody has changed the record since this page was opened. Look at it again.")


class Refused(Exception):
    def __init__(self, reasons):
        super().__init__(" ".join(map(str, reasons)))
        self.reasons = reasons


class Restoring:
    """`row` is the event that holds the version. State, owner and number of the version stay as they are now."""

    def __init__(self, timeline, row, user):
        self.timeline, self.kind, self.row, self.user = timeline, timeline.kind, row, user

    def target(self, write=False):
        """The record that is written. Asked for `write`, a working copy is opened where one is needed."""
        record = self.timeline.record
        return self.kind.target(record, self.user, write) if self.kind.target else record

    @property
    def opens_copy(self):
        """A published record is not changed in place."""
        return self.kind.opens_copy(self.timeline.record) if self.kind.opens_copy else False

    def changes(self, target):
        return Reader(self.timeline, self.user).compared(target, self.row, self.kind.restores)

    @transaction.atomic
    def restore(self, version):
        """Begins from the version that the person was shown, as typed, or is refused. Returns the record as saved."""
        if str(self._locked(self.target()).version) != version:
            raise Refused([OVERTAKEN])
        target = self._locked(self.target(write=True))
        for name in self.kind.restores:
            column = target._meta.get_field(name)
            setattr(target, column.attname, getattr(self.row, column.attname))
        if self.kind.touch:
            self.kind.touch(target, self.user)
        self._check(target)
        try:
            target.save()
        except StaleVersion:
            raise Refused([OVERTAKEN]) from None
        return target

    def _locked(self, record):
        return type(record)._base_manager.select_for_update(of=("self",)).get(pk=record.pk)

    def _check(self, target):
        """What the model asks for today; of fields that do not change, nothing."""
        others = {column.name for column in target._meta.fields} - set(self.kind.restores)
        try:
            target.clean_fields(exclude=others)
            target.clean()
            target.validate_constraints()
        except ValidationError as error:
            raise Refused(error.messages) from None
