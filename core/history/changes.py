"""What a save changed, ready to be read: fields of the record, rows added, removed and changed."""

from collections import Counter
from dataclasses import dataclass, field

from django.utils.html import format_html_join

from core.history import words
from core.history.timeline import Save
from core.history.tracking import BOOKKEEPING, TRACKED
from core.history.values import Names, in_words, is_text, label_of

# Of the machine, or said elsewhere on the page.
NOT_SHOWN = {"id", "slug", "position", "created_by", "changed_by", "sort_ranks", "accepted_submission", *BOOKKEEPING}


@dataclass
class FieldChange:
    label: str
    language: object  # of a text column, else None
    html: str  # with <del> and <ins>
    direction: str = ""


@dataclass
class RowChange:
    """`what` is added, removed or changed."""

    what: str
    kind: str
    name: str
    fields: list


@dataclass
class ShownSave:
    save: Save
    fields: list = field(default_factory=list)
    rows: list = field(default_factory=list)
    is_creation: bool = False

    @property
    def is_empty(self):
        return not (self.fields or self.rows or self.save.moves or self.save.is_first_open)


class Reader:
    """Reads the rows of some saves of a timeline: one query per table and one per kind of record that is named."""

    def __init__(self, timeline, user):
        self.timeline, self.names = timeline, Names(user)
        self.hidden = NOT_SHOWN | timeline.opening.hidden
        self.parts = {part.model: part for part in timeline.parts}

    def shown(self, saves):
        rows = self._rows(saves)
        pairs = {id(save): [(m, rows.get((m, old)), rows.get((m, new))) for m, _key, old, new in save.changed]
                 for save in saves}  # fmt: skip
        for pair in (pair for some in pairs.values() for pair in some):
            self._want_names(*pair)
        return [self._shown(save, pairs[id(save)]) for save in saves]

    def _rows(self, saves):
        wanted = {}
        for save in saves:
            for model, _key, old, new in save.changed:
                wanted.setdefault(model, set()).update({old, new} - {None})
        return {
            (model, row.pk): row
            for model, events in wanted.items()
            for row in TRACKED[model].objects.filter(pk__in=events)
        }

    def _want_names(self, model, old, new):
        for name in self._columns(model):
            column = model._meta.get_field(name)
            if column.is_relation:
                for row in (old, new):
                    if row is not None:
                        self.names.want(column.related_model, getattr(row, column.attname))

    def _columns(self, model):
        """Names of the columns that are shown, in the order of the model."""
        part = self.parts.get(model)
        left_out = self.hidden | ({part.parent} if part else set())
        kept = {column.name for column in TRACKED[model]._meta.fields}
        names = [column.name for column in model._meta.concrete_fields if column.name in kept]
        # How precisely a date is known is said by the date.
        return [name for name in names if name not in left_out and not name.endswith("_precision")]

    def _shown(self, save, pairs):
        shown = ShownSave(save)
        for model, old, new in pairs:
            if model is self.timeline.kind.model:
                shown.is_creation = old is None
                shown.fields += self._fields(model, old, new, without={"state"} if save.moves else ())
        for model in self.parts:
            mine = [(old, new) for other, old, new in pairs if other is model]
            if mine and model._meta.auto_created:
                shown.fields += self._tags(model, mine)
            elif mine:
                shown.rows += self._changed_rows(model, mine)
        return shown

    def _tags(self, model, pairs):
        """The rows of a many-to-many field: what was taken away, and what was added."""
        tag = next(
            tag for tag in self.timeline.kind.model._meta.local_many_to_many if tag.remote_field.through is model
        )
        if tag.name in self.hidden:
            return []
        column = next(column for column in model._meta.concrete_fields if column.name == tag.m2m_reverse_field_name())
        pairs = _without_twins(pairs, lambda row: getattr(row, column.attname))
        gone = sorted(self._value(model, column, old) for old, new in pairs if new is None)
        come = sorted(self._value(model, column, new) for old, new in pairs if old is None)
        if not (gone or come):
            return []
        html = _spaced([*map(words.removed, gone), *map(words.added, come)])
        return [FieldChange(tag.verbose_name, None, html)]

    def compared(self, old, new, columns):
        """What would change if `old` became `new`; both have the columns of the record."""
        model = self.timeline.kind.model
        self._want_names(model, old, new)
        return [change for name in columns if (change := self._field(model, name, old, new))]

    # The fields of one row

    def _fields(self, model, old, new, without=()):
        changes = []
        for name in self._columns(model):
            if name not in without and (change := self._field(model, name, old, new)):
                changes.append(change)
        return changes

    def _field(self, model, name, old, new):
        column = model._meta.get_field(name)
        before, after = (self._value(model, column, row) for row in (old, new))
        no = getattr(old or new, column.attname) is False and (old is None or new is None)
        if before == after or no:  # that something is not so is no news of a row that came or went
            return None
        label, language = label_of(model, name)
        html = self._html(column, before, after)
        # Choices, names and figures stand in the language of the page.
        direction = language.direction if language else "auto" if is_text(column) else ""
        return FieldChange(label, language, html, direction)

    def _value(self, model, column, row):
        if row is None:
            return ""
        own = self.timeline.kind.shown.get((model, column.name))
        return own(row, self.names) if own else in_words(column, row, self.names)

    def _html(self, column, before, after):
        if before and after and is_text(column):
            return words.difference(before, after)
        return _spaced(mark(value) for mark, value in ((words.removed, before), (words.added, after)) if value)

    # Rows of parts

    def _changed_rows(self, model, pairs):
        """Rows that were written anew word for word, as when a new version is published, have not changed."""
        pairs = _without_twins(pairs, lambda row: self._said(model, row))
        return [change for old, new in pairs if (change := self._row(model, old, new))]

    def _said(self, model, row):
        return tuple(self._value(model, model._meta.get_field(name), row) for name in self._columns(model))

    def _row(self, model, old, new):
        what = "added" if old is None else "removed" if new is None else "changed"
        # Where the whole row came or went, its name is said already.
        fields = self._fields(model, old, new, without=() if what == "changed" else self.parts[model].named_by)
        if what == "changed" and not fields:
            return None
        return RowChange(what, model._meta.verbose_name, self._name(model, new or old), fields)

    def _name(self, model, row):
        named_by = [model._meta.get_field(name) for name in self.parts[model].named_by]
        return ", ".join(filter(None, (str(self._value(model, column, row)) for column in named_by)))


def _spaced(pieces):
    return format_html_join(" ", "{}", ((piece,) for piece in pieces))


def _without_twins(pairs, said):
    """Leaves out each row that went and came again saying the same."""
    gone = Counter(said(old) for old, new in pairs if new is None)
    come = Counter(said(new) for old, new in pairs if old is None)
    twins = {"gone": gone & come, "come": gone & come}
    left = []
    for old, new in pairs:
        side = "gone" if new is None else "come" if old is None else None
        key = said(old or new) if side else None
        if side and twins[side][key] > 0:
            twins[side][key] -= 1
        else:
            left.append((old, new))
    return left
