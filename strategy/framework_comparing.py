"""What each line of a file would do to a framework: compared with its parts and indicators as they are now."""

import copy
from decimal import Decimal
from functools import cached_property

from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from core import languages
from core.imports.kinds import Row, Value
from core.models import RowState
from core.workbooks.texts import clean
from strategy.framework_columns import COLUMNS, SAMPLE, attribute_of
from strategy.framework_words import code_above, words_of
from strategy.models import Indicator, Node
from strategy.models.meaning import meaning_changed

# They name other records, or are read apart.
APART = {"kind", "code", "parent", "status"}
NOT_EMPTY = {"unit", "direction", "aggregation", "original_language"}


class Comparison:
    def __init__(self, framework, lines):
        self.framework, self.lines = framework, lines
        nodes = framework.nodes.select_related("parent")
        self.nodes = {node.code: node for node in nodes}
        indicators = Indicator.objects.filter(node__framework=framework).select_related("node")
        self.indicators = {indicator.code: indicator for indicator in indicators.prefetch_related("values")}

    def rows(self):
        self._need_kind_and_code()
        self._mark_duplicates()
        self._check_parents()
        found = [self.row_of(line) for line in self.lines]
        self._leave_out_below_errors(found)
        return found

    # What lines say about each other

    def _need_kind_and_code(self):
        for line in self.lines:
            for key in ("kind", "code"):
                if not line.said.get(key):
                    self._complain(line, key, _("This cell is empty. Each row needs a kind and a code."))

    def _mark_duplicates(self):
        first = {}
        for line in self.lines:
            key = (line.is_indicator, line.code)
            if line.code and key in first:
                line.is_duplicate = True
                line.error("code", _("{place} has this code already.").format(place=first[key].place))
            first.setdefault(key, line)

    def _check_parents(self):
        in_file = {line.code for line in self.lines if line.code and not line.is_indicator}
        for line in self.lines:
            above = line.said.get("parent")
            if above and above not in in_file and above not in self.nodes:
                line.error("parent", _("No part has the code “{code}”.").format(code=above))
            elif line.is_indicator and not above and not self._stands_under_a_part(line):
                line.error("parent", _("An indicator stands under a part: write its code."))
            elif above and not line.is_indicator and self._is_in_a_circle(line.code):
                line.error("parent", _("These parts stand under each other in a circle."))

    def _stands_under_a_part(self, line):
        return "parent" not in line.said and line.code in self.indicators

    def _is_in_a_circle(self, code):
        above, seen = self._parents.get(code), set()
        while above and above not in seen:
            if above == code:
                return True
            seen.add(above)
            above = self._parents.get(above)
        return False

    @cached_property
    def _parents(self):
        """{code: code of the part above} as they would be."""
        stored = {code: code_above(node) for code, node in self.nodes.items()}
        parts = [line for line in self.lines if not line.is_indicator and not line.is_duplicate]
        return stored | {line.code: line.said["parent"] for line in parts if "parent" in line.said}

    def _leave_out_below_errors(self, rows):
        """A new part that stays out takes with it what would stand under it."""
        out = {line.code for line, row in self._parts(rows) if not row.is_good} - {"", *self.nodes}
        waiting = True
        while waiting:
            waiting = [
                (line, row)
                for line, row in zip(self.lines, rows, strict=True)
                if row.is_good and line.said.get("parent") in out
            ]
            for line, row in waiting:
                line.error("parent", _("The part “{code}” stays out.").format(code=line.said["parent"]))
                row.state, row.messages = RowState.ERROR, [*line.errors, *line.warnings]
                out |= set() if line.is_indicator else {line.code}

    def _parts(self, rows):
        return [(line, row) for line, row in zip(self.lines, rows, strict=True) if not line.is_indicator]

    # One line

    def row_of(self, line):
        stored = (self.indicators if line.is_indicator else self.nodes).get(line.code)
        record = self._as_said(line, stored)
        self._check(line, record, stored)
        row = Row(line.number, line.place, RowState.ERROR, title=title_of(line, record))
        if not line.errors:
            row.values = changes(line, record, stored)
            row.data = self._data(line, record, stored)
        row.state = state_of(line, row, stored)
        row.messages = [*line.errors, *line.warnings]
        return row

    def _as_said(self, line, stored):
        """The record as the line wants it. It is not saved: its part above is known by its code alone."""
        model = Indicator if line.is_indicator else Node
        record = copy.copy(stored) if stored else model(code=line.code)
        for key, value in line.said.items():
            attribute = "" if key in APART else attribute_of(key, line.is_indicator)
            if attribute and not (value is None and key in NOT_EMPTY):
                setattr(record, attribute, kept(value, getattr(record, attribute)))
        if not line.is_indicator:
            record.kind = line.said.get("kind") or record.kind
            # Official is what somebody says to be so.
            status = line.said.get("status") or ("" if stored else SAMPLE)
            record.is_sample = status == SAMPLE if status else record.is_sample
        if not stored and not line.said.get("original_language"):
            record.original_language = first_language(record)
        return record

    def _check(self, line, record, stored):
        try:
            record.clean_fields(exclude={"node", "parent", "framework", "kind"})
        except ValidationError as problems:
            for name, said in problems.message_dict.items():
                self._complain(line, key_of(name, line), " ".join(said))
        name = "title" if line.is_indicator else "text"
        original = languages.column("text", record.original_language)
        if not getattr(record, languages.column(name, record.original_language)):
            line.error(original, _("The text in the original language is missing."))
        if line.is_indicator:
            self._check_indicator(line, record, stored)
        self._tell_missing(line, record, name)

    def _complain(self, line, key, text):
        """Of a cell that could not be read, one complaint is enough."""
        if not any(message.field == key for message in line.errors):
            line.error(key, text)

    def _check_indicator(self, line, record, stored):
        for what, words in (
            ("baseline", _("A baseline needs a value and a year.")),
            ("target", _("A target needs a value and a year.")),
        ):
            value, year = getattr(record, f"{what}_value"), getattr(record, f"{what}_year")
            if (value is None) != (year is None):
                self._complain(line, f"{what}_value" if value is None else f"{what}_year", words)
        if stored and stored.unit != record.unit and stored.values.all():
            line.error("unit", _("Values are published in the present unit. Add an indicator with a code of its own."))

    def _tell_missing(self, line, record, name):
        missing = [
            language for language in languages.LANGUAGES if not getattr(record, languages.column(name, language.code))
        ]
        if missing and len(missing) < len(languages.LANGUAGES):
            names = ", ".join(language.name for language in missing)
            line.warn("", _("Without a text in: {languages}.").format(languages=names))

    def _data(self, line, record, stored):
        fields = {}
        for key in line.said:
            attribute = "" if key in APART else attribute_of(key, line.is_indicator)
            if attribute:
                fields[attribute] = getattr(record, attribute)
        fields["original_language"] = record.original_language
        if not line.is_indicator:
            fields |= {"kind": record.kind, "is_sample": record.is_sample}
        return {
            "is_indicator": line.is_indicator,
            "code": line.code,
            "parent": line.said.get("parent", code_above(stored)),
            "fields": fields,
            "version": stored.version if stored else None,
            "changes_meaning": bool(stored) and self._changes_meaning(line, record, stored),
        }

    def _changes_meaning(self, line, record, stored):
        return bool(meaning_changed(stored, record)) or parent_differs(line, stored)


def kept(value, stored):
    """The stored text where the typed one says the same: how lines end is no difference."""
    if isinstance(value, str) and clean(stored or "") == value:
        return stored
    if isinstance(value, Decimal) and isinstance(stored, Decimal) and value == stored:
        return stored
    return value


def first_language(record):
    """Of a new record that does not say it: English, or the first language with a text."""
    name = "title" if isinstance(record, Indicator) else "text"
    return next((code for code in languages.CODES if getattr(record, languages.column(name, code))), languages.DEFAULT)


def parent_differs(line, stored):
    return "parent" in line.said and line.said["parent"] != code_above(stored)


def title_of(line, record):
    name = "title" if line.is_indicator else "text"
    return f"{line.code} {languages.text_of(record, name)}".strip()


def key_of(attribute, line):
    """The column behind a field of the record."""
    return next((key for key in COLUMNS if attribute_of(key, line.is_indicator) == attribute), attribute)


def state_of(line, row, stored):
    if line.is_duplicate:
        return RowState.DUPLICATE
    if line.errors:
        return RowState.ERROR
    if stored and not row.values:
        return RowState.UNCHANGED
    if line.warnings:
        return RowState.WARNING
    return RowState.CHANGE if stored else RowState.NEW


def changes(line, record, stored):
    """[Value] of the fields that would be different."""
    found = [
        Value(label_of(key, attribute, record), words_of(stored, attribute), words_of(record, attribute))
        for key in [*line.said, "original_language"]
        if (attribute := changed_attribute(key, line, record, stored))
    ]
    if parent_differs(line, stored) and (stored or line.said["parent"]):
        found.append(Value(capfirst(_("stands under")), code_above(stored), line.said["parent"]))
    return list({value.label: value for value in found}.values())


def changed_attribute(key, line, record, stored):
    attribute = {"kind": "kind", "status": "is_sample"}.get(key, "") if not line.is_indicator else ""
    attribute = attribute or ("" if key in APART else attribute_of(key, line.is_indicator))
    before = getattr(stored, attribute) if stored and attribute else None
    after = getattr(record, attribute) if attribute else None
    return attribute if (after or None) != (before or None) or (after == 0) != (before == 0) else ""


def label_of(key, attribute, record):
    name = capfirst(str(record._meta.get_field(attribute).verbose_name))
    code = COLUMNS[key][1]
    return name if not code or f"[{code}]" in name else f"{name} [{code}]"
