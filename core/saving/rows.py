"""Rows of a form, each with a version of its own: an agenda, a list of partners.

A row that nobody but this person changed is saved; one that somebody else changed and this person did not is left as it
stands. Where both changed the same row, or one changed what the other removed, the whole save stops.
"""

import re

from django.forms import BaseInlineFormSet
from django.forms.formsets import INITIAL_FORM_COUNT, TOTAL_FORM_COUNT
from django.utils.datastructures import MultiValueDict

from core.saving import values
from core.saving.conflicts import MINE, REMOVED_BY_OTHER, Conflict, Difference, use_name
from core.saving.forms import MERGE, OVERWRITE, RESOLVE, STORED, mutable

GONE = "0"  # the version of a row that somebody removed, once the person was told so


class VersionedFormSet(BaseInlineFormSet):
    """Of forms that are VersionedForms. `conflicts` is empty where nothing has to be asked."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.gone = {}  # {number of the row: Conflict} where somebody else removed it
        if self.is_bound and self.management_form.is_valid():
            self.data = self._without_gone_rows()
            self.__dict__.pop("management_form", None)

    @property
    def conflicts(self):
        if not self.is_bound:
            return []
        found = [form.conflict for number, form in enumerate(self.initial_forms) if number not in self.gone]
        return [conflict for conflict in [*found, *self._gone_conflicts()] if conflict]

    def is_valid(self):
        return super().is_valid() and not self.conflicts

    def delete_existing(self, obj, commit=True):
        if commit:
            obj.lock_version()
        super().delete_existing(obj, commit=commit)

    def _gone_conflicts(self):
        return [
            Conflict(self.forms[number], self._typed(self.forms[number], basis), REMOVED_BY_OTHER)
            for number, basis in self.gone.items()
        ]

    def _without_gone_rows(self):
        """The data with the rows that are no more taken out, or put back as new ones where the person says so.

        The rest of the formset then meets only rows that exist, in the numbering that Django expects.
        """
        stored = {str(record.pk) for record in self.get_queryset()}
        first_new = self.initial_form_count()
        kept, back, asked = [], [], {}
        for number in range(first_new):
            if self.data.get(self._name(number, self.model._meta.pk.name)) in stored:
                kept.append(number)
                continue
            basis = values.read_basis(self.data.get(self._name(number, "base")) or "")
            if not self._is_wanted(number, basis):
                continue
            if self._was_told(number):
                back.append(number)
            else:
                asked[len(kept)] = basis
                kept.append(number)
        self.gone = asked
        return self._renumbered(kept, [*back, *range(first_new, self.total_form_count())], back)

    def _is_wanted(self, number, basis):
        """Did the person write in the row that somebody removed, and want it still?"""
        resolve = self.data.get(RESOLVE)
        if resolve == MERGE and self.data.get(use_name(self.add_prefix(number))) == STORED:
            return False
        if self.can_delete and self.data.get(self._name(number, "DELETE")):
            return False
        return bool(self._typed(self._row(number), basis))

    def _was_told(self, number):
        return self.data.get(self._name(number, "version")) == GONE and self.data.get(RESOLVE) in (MERGE, OVERWRITE)

    def _typed(self, form, basis):
        """What stands in the row, if anything of it was written since the form was opened."""
        typed = [(bound, values.typed_value(bound)) for bound in form.compared()]
        if all(basis.get(bound.name, "") == values.digest(value) for bound, value in typed):
            return []
        return [Difference(bound, values.EMPTY, value, MINE) for bound, value in typed if value]

    def _row(self, number):
        kwargs = {**self.get_form_kwargs(None), "prefix": self.add_prefix(number), "auto_id": self.auto_id}
        return self.form(self.data, self.files, empty_permitted=True, use_required_attribute=False, **kwargs)

    def _name(self, number, field):
        return f"{self.add_prefix(number)}-{field}"

    def _renumbered(self, kept, new, back):
        order = [*kept, *new]
        if order == list(range(self.total_form_count())) and not back:
            return self.data
        places = {number: place for place, number in enumerate(order)}
        data = MultiValueDict()
        for name, sent in mutable(self.data).lists():
            part = re.fullmatch(rf"(use-)?{re.escape(self.prefix)}-(\d{{1,6}})(?:-(.+))?", name)
            number = int(part[2]) if part else None
            if part is None:
                data.setlist(name, sent)
            elif number in places and not (number in back and part[3] in (self.model._meta.pk.name, "version", "base")):
                place = self.add_prefix(places[number])
                data.setlist(f"{part[1] or ''}{place}{'-' + part[3] if part[3] else ''}", sent)
        data[f"{self.prefix}-{TOTAL_FORM_COUNT}"] = str(len(order))
        data[f"{self.prefix}-{INITIAL_FORM_COUNT}"] = str(len(kept))
        return data
