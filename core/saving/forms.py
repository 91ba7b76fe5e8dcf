"""Forms over one record that notice when somebody else saved it while one was writing."""

from django import forms
from django.utils.datastructures import MultiValueDict

from core.saving import values
from core.saving.conflicts import BOTH, MINE, REMOVED_BY_ME, THEIRS, Conflict, Difference, differences, use_name

MERGE, OVERWRITE = "merge", "overwrite"
RESOLVE = "resolve"
STORED = "stored"


class CarriedField(forms.CharField):
    """Hidden, and no content of the record: it never counts as changed."""

    widget = forms.HiddenInput

    def __init__(self, **kwargs):
        super().__init__(required=False, **kwargs)

    def has_changed(self, initial, data):
        return False


class VersionedForm(forms.ModelForm):
    """Carries the version from which it began, and what its fields said then.

    The template writes {{ form.version }}{{ form.base }} inside its <form>. Where the stored version is another one
    when the form comes back, `conflict` says what two people changed; the form is not valid then, and the view answers
    with core.saving.page.compare(). What only the other person changed is taken over; where only one of the two
    changed anything at all, there is nothing to ask.
    """

    version = CarriedField()
    base = CarriedField()
    _conflict = None
    _is_settled = False

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.is_stored = not self.instance._state.adding
        self.stored_version = self.instance.version if self.is_stored else None
        if self.is_stored:
            self.initial["version"] = self.stored_version
            # Asked when the page is made: forms go on setting initial values after this.
            self.initial["base"] = lambda: values.basis_of(self.compared())

    def compared(self):
        """The fields that hold content of the record, and that one can write in."""
        return [bound for bound in self if bound.name != "DELETE" and not bound.is_hidden and _is_written(bound.field)]

    @property
    def conflict(self):
        self.settle()
        return self._conflict

    def full_clean(self):
        self.settle()
        super().full_clean()

    def is_valid(self):
        return super().is_valid() and self.conflict is None

    def settle(self):
        """Once, before anything typed is read: takes the choices made between two texts, and asks for the version."""
        if self._is_settled or not self.is_bound or not self.is_stored:
            return
        self._is_settled = True
        if not self._is_on_the_page():
            return
        self._take_choices()
        if self._sent("version") != str(self.stored_version):
            self._compare()

    def _compare(self):
        basis = values.read_basis(self._sent("base")) if self.add_prefix("base") in self.data else None
        found = differences(self, basis)
        kinds = {difference.by for difference in found}
        if self.removes:
            others = self._changed_by_other(basis)
            self._conflict = Conflict(self, others, REMOVED_BY_ME) if others else None
        elif kinds & {BOTH, MINE} and kinds & {BOTH, THEIRS}:
            self._conflict = Conflict(self, found)
        if self._conflict is None:
            for difference in found:
                if difference.by == THEIRS:
                    self.send(difference.bound.html_name, difference.stored)
            self.catch_up()

    def _changed_by_other(self, basis):
        """For a row that one removes: the fields that are no longer what they were when one decided so."""
        stored = [(bound, values.stored_value(bound)) for bound in self.compared()]
        changed = [
            (bound, value) for bound, value in stored if (basis or {}).get(bound.name, "") != values.digest(value)
        ]
        return [Difference(bound, value, values.EMPTY, THEIRS) for bound, value in changed]

    def catch_up(self):
        """From here on the form stands on what is stored now."""
        self.send(self.add_prefix("version"), [str(self.stored_version)])
        self.send(self.add_prefix("base"), [values.basis_of(self.compared())])

    @property
    def removes(self):
        return "DELETE" in self.fields and bool(values.typed_value(self["DELETE"]))

    def _is_on_the_page(self):
        """A row that was shown and not to be edited sends nothing: it stays as it is."""
        return any(bound.html_name in self.data for bound in self if not bound.is_hidden or bound.name == "version")

    def _take_choices(self):
        if self.data.get(RESOLVE) != MERGE:
            return
        if self.removes and self.data.get(use_name(self.prefix)) == STORED:
            self.send(self.add_prefix("DELETE"), [])
            taken = self.compared()
        else:
            taken = [bound for bound in self.compared() if self.data.get(use_name(bound.html_name)) == STORED]
        for bound in taken:
            self.send(bound.html_name, values.stored_value(bound))

    def _sent(self, name):
        return self.data.get(self.add_prefix(name)) or ""

    def send(self, html_name, value):
        """As if the browser had sent it. The data of the request, which other forms read, stays as it is."""
        if not self.__dict__.get("_has_own_data"):
            self._has_own_data = True
            self.data = mutable(self.data)
        self.data.setlist(html_name, list(value))
        if not value:
            del self.data[html_name]


def mutable(data):
    """A copy of what was sent, whether it came from a request or is a plain dict."""
    if isinstance(data, MultiValueDict):
        return data.copy()
    return MultiValueDict({name: value if isinstance(value, list) else [value] for name, value in data.items()})


def _is_written(field):
    takes_files = isinstance(field, forms.FileField) or values.widget_of(field).needs_multipart_form
    return not takes_files and not field.disabled
