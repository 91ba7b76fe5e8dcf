"""The translations of one section side by side: one form for each record with a text, saved together."""

from django.forms import modelform_factory
from modeltranslation.manager import get_translatable_fields_for_model

from core import languages
from core.forms import RecordForm
from strategy import translations
from strategy.models import Choice, Column, Question, Questionnaire, Section


class TextsForm(RecordForm):
    """The texts of one record in some languages. The original is read here, and written on its own page."""

    def __init__(self, *args, codes, written, **kwargs):
        super().__init__(*args, **kwargs)
        self.written = written
        self.names = translations.texts_of(self.instance)
        self.codes = [code for code in codes if code != self.instance.original_language]
        kept = {languages.column(name, code) for name in self.names for code in self.codes}
        for column in languages.columns(*self.translated_fields):
            if column not in kept:
                del self.fields[column]
        for column in kept:
            self.fields[column].widget.attrs["rows"] = 3
            self.fields[column].required = False

    @property
    def rows(self):
        """[(label, original, [(bound field, state, Language)])], one for each text."""
        return [
            (
                self.instance._meta.get_field(name).verbose_name,
                languages.original(self.instance, name),
                [self._cell(name, code) for code in self.codes],
            )
            for name in self.names
        ]

    def _cell(self, name, code):
        state = translations.state_of(self.instance, name, code, self.written)
        return self[languages.column(name, code)], state, languages.BY_CODE[code]

    @property
    def original_language_shown(self):
        return languages.BY_CODE[self.instance.original_language]


def _form_for(model):
    form = modelform_factory(model, form=TextsForm, fields=[])
    form.translated_fields = tuple(get_translatable_fields_for_model(model))
    return form


FORMS = {model: _form_for(model) for model in (Questionnaire, Section, Question, Choice, Column)}


def texts_forms(records, codes, written, data=None):
    """[TextsForm] of the records that have a text to translate. `written`: their translations.events_of()."""
    return [
        FORMS[type(record)](
            data,
            instance=record,
            prefix=f"{record._meta.model_name}{record.pk}",
            codes=codes,
            written=written,
        )
        for record in records
        if translations.texts_of(record)
    ]
