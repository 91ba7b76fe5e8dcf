"""What a field of a form says, as plain words: the stored value and the typed one in the same writing.

A value is a tuple of strings, one for a text and any number for choices, so that both can be compared, carried in
hidden fields and told apart by a short digest.
"""

import datetime
from decimal import Decimal
from hashlib import blake2b

from django import forms
from django.core.exceptions import ValidationError
from django.forms.models import ModelChoiceIterator
from django.utils.choices import flatten_choices
from django.utils.translation import gettext as _

EMPTY = ()
# Fields whose values can be typed in more than one way: 1.5 and 1.50, 30/07/2024 and 2024-07-30.
PARSED = (forms.DateField, forms.TimeField, forms.DateTimeField, forms.IntegerField, forms.DecimalField)


def widget_of(field):
    """The widget itself, without the frame that the admin puts around choices."""
    return getattr(field.widget, "widget", field.widget)


def is_text(field):
    """Is the value typed, and not chosen?"""
    widget = widget_of(field)
    return isinstance(widget, (forms.Textarea, forms.widgets.Input)) and not isinstance(widget, forms.CheckboxInput)


def stored_value(bound):
    """What the field began with. A choice that this person is not offered is none that they could keep or take away."""
    field = bound.field
    value = field.prepare_value(bound.initial)
    widget = widget_of(field)
    if isinstance(widget, forms.CheckboxInput):
        return ("on",) if value else EMPTY
    if not isinstance(value, (list, tuple)):
        value = [value] if isinstance(value, (datetime.date, datetime.time)) else _formatted(widget, value)
    return _plain(field, _offered(field, _texts(value)))


def typed_value(bound):
    """What was sent for it."""
    form, name, widget = bound.form, bound.html_name, widget_of(bound.field)
    if isinstance(widget, forms.CheckboxInput):
        return ("on",) if widget.value_from_datadict(form.data, form.files, name) else EMPTY
    value = widget.value_from_datadict(form.data, form.files, name)
    return _plain(bound.field, _texts(value if isinstance(value, (list, tuple)) else [value]))


def _formatted(widget, value):
    value = widget.format_value(value)
    return value if isinstance(value, (list, tuple)) else [value]


def _texts(values):
    return ["" if value is None else str(value) for value in values]


def _plain(field, texts):
    found = [_parsed(field, text.replace("\r\n", "\n").replace("\r", "\n").strip()) for text in texts]
    return tuple(sorted(text for text in found if text))


def _parsed(field, text):
    if not text or not isinstance(field, PARSED):
        return text
    try:
        value = field.to_python(text)
    except ValidationError:
        return text
    return format(value.normalize(), "f") if isinstance(value, Decimal) else str(value)


def _offered(field, texts):
    if not any(texts) or not isinstance(field, forms.ChoiceField):
        return texts
    if not _asks_the_database(field):
        known = {str(value) for value, _label in flatten_choices(field.choices)}
        return [text for text in texts if text in known]
    if not field.queryset.query.where:
        return texts  # every record of the kind is offered
    key = field.to_field_name or "pk"
    known = field.queryset.filter(**{f"{key}__in": [text for text in texts if text]}).values_list(key, flat=True)
    return [str(value) for value in known]


def _asks_the_database(field):
    return isinstance(field.choices, ModelChoiceIterator)


def in_words(field, value):
    """The value for a reader: the labels of choices, yes and no, or the text."""
    if isinstance(widget_of(field), forms.CheckboxInput):
        return _("Yes") if value else _("No")
    if isinstance(field, forms.ChoiceField):
        return _("; ").join(_labels(field, value))
    return "\n".join(value)


def _labels(field, value):
    if not _asks_the_database(field):
        return [str(label) for choice, label in flatten_choices(field.choices) if str(choice) in value]
    try:
        records = list(field.queryset.filter(**{f"{field.to_field_name or 'pk'}__in": value}))
    except (ValueError, ValidationError):
        return list(value)  # typed by no browser
    return [str(field.label_from_instance(record)) for record in records]


def digest(value):
    return blake2b("\0".join(value).encode(), digest_size=6).hexdigest() if value else ""


def basis_of(bounds):
    """The digests of what the fields began with, for a hidden field: "title_en=1f… title_fr=9c…", empty ones left out.

    Whoever forges it deceives nobody but oneself: it decides only what one is asked about the own save.
    """
    digests = [(bound.name, digest(stored_value(bound))) for bound in bounds]
    return " ".join(f"{name}={known}" for name, known in digests if known)


def read_basis(text):
    return dict(part.split("=", 1) for part in text.split() if "=" in part)
