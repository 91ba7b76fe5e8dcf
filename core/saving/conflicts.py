"""What a form that began from an older version says, beside what is stored now."""

from dataclasses import dataclass

from django.forms import BoundField

from core import languages
from core.saving import values
from core.saving.words import side_by_side

BOTH, MINE, THEIRS = "both", "mine", "theirs"
CHANGED, REMOVED_BY_ME, REMOVED_BY_OTHER = "changed", "removed by me", "removed by the other"


@dataclass
class Difference:
    """One field whose typed value is not the stored one. `by` says who changed it since the form was opened."""

    bound: BoundField
    stored: tuple
    typed: tuple
    by: str

    @property
    def is_text(self):
        return values.is_text(self.bound.field)

    @property
    def use(self):
        """Name of the choice between the two texts."""
        return use_name(self.bound.html_name)

    @property
    def language(self):
        """The Language of a text in one of six; None for any other field."""
        code = self.bound.field.widget.attrs.get("lang")
        return next((language for language in languages.LANGUAGES if language.html == code), None)

    @property
    def direction(self):
        return self.bound.field.widget.attrs.get("dir") or "auto"

    @property
    def sides(self):
        """(stored, typed) as HTML with the words marked that differ."""
        field = self.bound.field
        return side_by_side(values.in_words(field, self.stored), values.in_words(field, self.typed))


@dataclass
class Conflict:
    """One record or row that two people changed. `differences` are all that there are, in the order of the form."""

    form: object
    differences: list
    kind: str = CHANGED
    template_name = "saving/_conflict.html"

    @property
    def both(self):
        return [difference for difference in self.differences if difference.by == BOTH]

    @property
    def theirs(self):
        return [difference for difference in self.differences if difference.by == THEIRS]

    @property
    def mine(self):
        return [difference for difference in self.differences if difference.by == MINE]

    @property
    def removed_by_me(self):
        return self.kind == REMOVED_BY_ME

    @property
    def removed_by_other(self):
        return self.kind == REMOVED_BY_OTHER

    @property
    def use(self):
        """Name of the choice between the two rows, where one of them is no more."""
        return use_name(self.form.prefix or "record")

    @property
    def record(self):
        return self.form.instance if self.form.instance.pk else None


def use_name(name):
    return f"use-{name}"


def differences(form, basis):
    """`basis` is {field name: digest} of what the fields began with, None where the form did not say."""
    found = []
    for bound in form.compared():
        stored, typed = values.stored_value(bound), values.typed_value(bound)
        if stored != typed:
            found.append(Difference(bound, stored, typed, _changed_by(basis, bound.name, stored, typed)))
    return found


def _changed_by(basis, name, stored, typed):
    if basis is None:
        return BOTH
    began_with = basis.get(name, "")
    if began_with == values.digest(typed):
        return THEIRS
    return MINE if began_with == values.digest(stored) else BOTH
