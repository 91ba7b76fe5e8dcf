"""The file of an import. Its content is judged by whoever reads it (core.workbooks), not by the rules for papers."""

from django import forms
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.files.making import keep_made

LARGEST = 10 * 1024 * 1024


class ImportFileForm(forms.Form):
    """A room adds what else it has to know, such as where the rows go."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        allow_empty_file=True,  # refused below in words that say what to do
        max_length=200,
        help_text=gettext_lazy("A workbook (XLSX) or a table of text (CSV)."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.tsv,.txt"}),
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if not file.size:
            raise forms.ValidationError(_("The file is empty. Choose the right file, or save it again."))
        if file.size > LARGEST:
            limit = filesizeformat(LARGEST)
            raise forms.ValidationError(_("The file is larger than {limit}. Split it.").format(limit=limit))
        return file

    def keep(self, person):
        """The file for previews.begin: it belongs to the person until it is swept."""
        upload = self.cleaned_data["file"]
        file = keep_made(upload.name, upload, "application/octet-stream")
        file.uploaded_by = person
        file.save(update_fields=["uploaded_by"])
        return file
