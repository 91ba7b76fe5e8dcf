"""Forms over records with texts in six languages."""

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from core import languages
from core.saving.forms import VersionedForm


class TranslatedModelForm(forms.ModelForm):
    """Adds one field per language for each of `translated_fields`, named by its column (title_ar, ...).

    `required_translated` names the fields that must have a text in the record's original language;
    other languages are optional. A form over the virtual field would show a fallback text and save
    it as a false translation, so such forms are never made.
    """

    translated_fields = ()
    required_translated = ()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in self.translated_fields:
            source = self._meta.model._meta.get_field(name)
            for language in languages.LANGUAGES:
                column = languages.column(name, language.code)
                field = self._meta.model._meta.get_field(column).formfield(required=False)
                field.label = capfirst(source.verbose_name)
                field.help_text = source.help_text
                field.widget.attrs |= {"lang": language.html, "dir": language.direction}
                self.fields[column] = field
                self.initial.setdefault(column, getattr(self.instance, column, "") or "")

    def clean(self):
        cleaned = super().clean()
        original = cleaned.get("original_language") or self.instance.original_language
        for name in self.required_translated:
            column = languages.column(name, original)
            if column not in self.errors and not (cleaned.get(column) or "").strip():
                self.add_error(
                    column,
                    _("Write this text in {language}, the original language of the record.").format(
                        language=languages.BY_CODE[original].name
                    ),
                )
        return cleaned

    def _post_clean(self):
        # Before the model's own validation, which needs the texts on the instance.
        for column in languages.columns(*self.translated_fields):
            if column in self.cleaned_data:
                setattr(self.instance, column, self.cleaned_data[column])
        super()._post_clean()


class RecordForm(VersionedForm, TranslatedModelForm):
    """The form of one record on a page of its own. A save that began from an older version loses nothing."""


class RowForm(VersionedForm):
    """One row of a formset. `original_texts`: translated fields that it shows in one language only, the original."""

    original_texts = ()

    def __init__(self, *args, language, **kwargs):
        super().__init__(*args, **kwargs)
        self.language = language
        for name in self.original_texts:
            source = self._meta.model._meta.get_field(name)
            self.fields[name] = forms.CharField(
                label=capfirst(source.verbose_name),
                required=False,
                max_length=source.max_length,
                help_text=source.help_text,
            )
            self.fields[name].widget.attrs["dir"] = "auto"
            self.initial.setdefault(name, getattr(self.instance, languages.column(name, language)) or "")

    def _post_clean(self):
        for name in self.original_texts:
            if name in self.cleaned_data:
                setattr(self.instance, languages.column(name, self.language), self.cleaned_data[name])
        super()._post_clean()
