"""Files in forms. One field for both ways: uploaded before by the page's script, or sent with the form itself.

    file = UploadField(label=_("File"), required=False)

    def __init__(self, *args, person, **kwargs):
        super().__init__(*args, **kwargs)
        give_files_to(self, person)

A file that came with a form which has other errors is kept and shown again, so that nobody chooses it twice.
"""

from dataclasses import dataclass, field

from django import forms
from django.conf import settings
from django.template.defaultfilters import filesizeformat
from django.urls import reverse_lazy
from django.utils.translation import gettext as _

from core.files import uploads
from core.files.kinds import ACCEPT, KINDS
from core.files.refusals import FileRefused
from core.models import File


@dataclass
class Given:
    """What a form says about its files: those uploaded before, those sent along, those to take away."""

    tokens: list = field(default_factory=list)
    uploads: list = field(default_factory=list)
    away: list = field(default_factory=list)

    def __bool__(self):
        return bool(self.tokens or self.uploads or self.away)


class UploadInput(forms.FileInput):
    template_name = "includes/file_upload.html"
    # Set by the field: who writes, the file that the record holds, and those that just came with the form.
    person, held, kept, several = None, None, (), False

    def value_from_datadict(self, data, files, name):
        away = _all(data, f"{name}-away")
        named = dict.fromkeys(_all(data, f"{name}-token"))  # a file that is named twice is one
        tokens = [token for token in named if token and token not in away]
        return Given(tokens, _all(files, name), away)

    def value_omitted_from_data(self, data, files, name):
        return not self.value_from_datadict(data, files, name)

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"] |= {
            "held": self.held,
            "kept": self.shown(value),
            "several": self.several,
            "away": value.away if isinstance(value, Given) else [],
            "accept": ACCEPT,
            "kinds": ", ".join(kind.label for kind in KINDS.values() if kind.extension != "jpeg"),
            "limit": filesizeformat(settings.FILE_MAX_SIZE),
            "create_url": reverse_lazy("upload_create"),
        }
        return context

    def shown(self, value):
        """Also where nothing was checked: a draft that is shown again names its files by their tokens."""
        tokens = value.tokens if isinstance(value, Given) else []
        named = File.objects.complete().without_owner().filter(token__in=tokens, uploaded_by=self.person)
        return [*(named if tokens else ()), *(file for file in self.kept if file.token not in tokens)]

    def use_required_attribute(self, initial):
        # What was uploaded before leaves the input itself empty.
        return False


def _all(data, name):
    """Several values of a name; a plain dictionary has one."""
    if hasattr(data, "getlist"):
        return data.getlist(name)
    return [data[name]] if data.get(name) else []


class UploadField(forms.Field):
    """Its value is a complete File of this person that no record holds, or the one that this record holds; or none."""

    widget = UploadInput
    person = None
    held = None
    # Those that the record holds already, where it may hold several: sent twice, a form gives them once.
    given = ()

    def clean(self, given):
        found = self._found(given)
        self.widget.kept = [file for file in found if file not in (self.held, *self.given)]
        if found:
            return found[-1]
        if self.held and self.held.token not in given.away:
            return self.held
        if self.required:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        return None

    def _found(self, given):
        return [self._own(token) for token in given.tokens] + [self._keep(upload) for upload in given.uploads]

    def _own(self, token):
        for file in (self.held, *self.given):
            if file and token == file.token:
                return file
        file = File.objects.complete().without_owner().filter(token=token, uploaded_by=self.person).first()
        if file is None:
            raise forms.ValidationError(_("This file is not here any more. Choose it again."), code="gone")
        return file

    def _keep(self, upload):
        try:
            return uploads.keep(self.person, upload.name, upload)
        except FileRefused as refusal:
            message = f"{upload.name}: {refusal.message}"
            raise forms.ValidationError(message, code=refusal.code) from refusal

    def has_changed(self, initial, given):
        return bool(given)


class SeveralUploadsField(UploadField):
    """Its value is a list of files. Those that may stay are kept where another is refused."""

    def clean(self, given):
        found, refusals = [], []
        for read, values in ((self._own, given.tokens), (self._keep, given.uploads)):
            for value in values:
                try:
                    found.append(read(value))
                except forms.ValidationError as refusal:
                    refusals.append(refusal)
        self.widget.kept = found
        if refusals:
            raise forms.ValidationError(refusals)
        return found


def give_files_to(form, person, given=()):
    """Tell the file fields of a form who writes, and which file its record holds."""
    for name, known in form.fields.items():
        if isinstance(known, UploadField):
            known.person = known.widget.person = person
            known.given = given
            known.held = known.widget.held = getattr(getattr(form, "instance", None), name, None)
            known.widget.several = isinstance(known, SeveralUploadsField)


def carry_files(data, form):
    """Into `data`, which a later request sends again: the files that came with this form, by their tokens."""
    fields = [bound for bound in form if isinstance(bound.field, UploadField)] if form.is_bound else []
    for bound in fields:
        form.errors  # noqa: B018 - reads what was sent, where nobody did so yet
        if bound.field.widget.kept:
            data.setlist(f"{bound.html_name}-token", [file.token for file in bound.field.widget.kept])
