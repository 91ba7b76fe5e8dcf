"""A text that its form takes no more, for a reader: under the labels of the form, or under tidied names."""

import re
from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from core import languages
from core.saving.values import is_text, widget_of

# Of the page, not of the person.
NOT_WORDS = re.compile(r"(?:.*-)?(?:version|base|id|[A-Z]+_FORMS)|use-.*|next|resolve|go|more|_.*|.*password.*")
ROW = re.compile(r"(?P<prefix>[a-z_]+)-(?P<number>\d+)-(?P<name>\w+)")


@dataclass(frozen=True)
class Passage:
    """`language` is that of a text in one of six, else None."""

    label: str
    text: str
    language: object = None


def passages(draft, forms):
    """The texts of a draft, the longest first. `forms` is {prefix of rows, "" for the form itself: class of form}."""
    words = [(name, text) for name, text in draft.texts if not NOT_WORDS.fullmatch(name)]
    found = [_passage(name, text, forms) for name, text in words]
    return [passage for passage in found if passage]


def _passage(name, text, forms):
    row = ROW.fullmatch(name)
    form = forms.get(row["prefix"] if row else "")
    stem, language = split(row["name"] if row else name)
    if form is None:
        return Passage(tidy(f"{row['prefix']} {int(row['number']) + 1} {stem}" if row else stem), text, language)
    label = _label(form, row["name"] if row else name, stem, language)
    if label and row:
        kind = capfirst(form._meta.model._meta.verbose_name)
        label = _("{row} {number}: {field}").format(row=kind, number=int(row["number"]) + 1, field=label)
    return Passage(label, text, language) if label else None


def _label(form, name, stem, language):
    """None where the field is chosen and not typed."""
    field = form.base_fields.get(name)
    if field:
        is_typed = is_text(field) and not widget_of(field).is_hidden
        return (field.label or tidy(name)) if is_typed else None
    if language and stem in getattr(form, "translated_fields", ()):
        return capfirst(form._meta.model._meta.get_field(stem).verbose_name)
    return tidy(name)


def tidy(name):
    return capfirst(re.sub(r"[_-]+", " ", name).strip())


def split(name):
    """title_zh_hans -> ("title", Chinese); ("title", None) for any other."""
    for language in languages.LANGUAGES:
        stem = name.removesuffix(languages.column("", language.code))
        if stem and stem != name:
            return stem, language
    return name, None
