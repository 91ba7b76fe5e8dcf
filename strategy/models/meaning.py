"""What entities reported on keeps its meaning: parts and indicators of a framework that a cycle used."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy

from core import languages

IN_USE = gettext_lazy("Entities have reported on this version. Make a new version of the framework to change this.")


class KeepsItsMeaning(models.Model):
    """Of a framework in use, the fields of MEANING stay as they are, and so do the texts of WORDING in the original
    language. Translations may be mended at any time, and so may a slip of the pen, on a page of its own that sets
    `is_correction`: the history names that page.

    Each model says in `framework_of_meaning` which framework it belongs to.
    """

    MEANING = ()
    WORDING = ()
    is_correction = False

    class Meta:
        abstract = True

    def clean(self):
        super().clean()
        changed = self.changed_meaning()
        if changed and self.framework_of_meaning.is_in_use:
            raise ValidationError(dict.fromkeys(changed, IN_USE))

    def changed_meaning(self):
        """Names of the fields whose change gives the record another meaning than the stored one has."""
        stored = type(self)._base_manager.filter(pk=self.pk).first() if self.pk else None
        return meaning_changed(stored, self) if stored else []


def meaning_changed(stored, record):
    names = list(record.MEANING)
    if not record.is_correction:
        names += [languages.column(name, stored.original_language) for name in record.WORDING]
    return [name for name in names if _said(stored, name) != _said(record, name)]


def _said(record, name):
    value = getattr(record, record._meta.get_field(name).attname)
    # Windows and browsers end lines in another way than spreadsheets: that is no other text.
    return value.replace("\r\n", "\n").strip() if isinstance(value, str) else value
