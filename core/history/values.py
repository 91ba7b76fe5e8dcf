"""Values of a kept row in words: labels of choices, names of other records, dates and numbers as the site has them."""

import datetime
from decimal import Decimal

from django.db import models
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from core import dates, languages

# Shorter ones may be years.
LONG_NUMBER = 10_000


class Names:
    """What records that are pointed to are called: one query per model, and only of those the person may see."""

    def __init__(self, user):
        self.user = user
        self.wanted, self.known = {}, {}

    def want(self, model, key):
        if key is not None:
            self.wanted.setdefault(model, set()).add(key)

    def of(self, model, key):
        if key is None:
            return ""
        if model not in self.known:
            self.known[model] = self._read(model)
        return self.known[model].get(key) or _("a record that is gone or not open to you")

    def _read(self, model):
        records = model._default_manager.all()
        if hasattr(records, "visible_to"):
            records = records.visible_to(self.user)
        return {record.pk: str(record) for record in records.filter(pk__in=self.wanted.get(model, ()))}


def in_words(field, row, names):
    """The value of one field of an event."""
    value = getattr(row, field.attname)
    if field.is_relation:
        return names.of(field.related_model, value)
    if value is None or value == "" or value == []:
        return ""
    if isinstance(field, models.DateField) and not isinstance(field, models.DateTimeField):
        precision = getattr(row, f"{field.name.removesuffix('_on')}_precision", None)
        return dates.text(dates.partial(value, precision))
    return _plain(field, value)


def _plain(field, value):
    if isinstance(value, list):
        choices = dict(getattr(field.base_field, "flatchoices", ())) if hasattr(field, "base_field") else {}
        return ", ".join(str(choices.get(item, item)) for item in value)
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, datetime.datetime):
        return dates.moment(value)
    if isinstance(value, datetime.time):
        return dates.clock(value)
    if isinstance(value, Decimal):
        value = value.normalize() if value != value.to_integral() else value.to_integral()
    if isinstance(value, int | Decimal):
        return number_format(value, force_grouping=abs(value) >= LONG_NUMBER, use_l10n=True)
    return str(value)


def label_of(model, name):
    """(label, Language or None) of a column: a text column is called like its field."""
    field = model._meta.get_field(name)
    text = getattr(field, "translated_field", None)
    label = (text or field).verbose_name
    return label, languages.BY_CODE[field.language] if text is not None else None


def is_text(field):
    return isinstance(field, (models.CharField, models.TextField)) and not field.choices
