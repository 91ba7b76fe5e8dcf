"""What entities were asked stays as it was asked: an edition in use keeps its questions, and a new wording is a new
edition. Translations may still be completed, and who reads the answers may still be narrowed.
"""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import languages

IN_USE = gettext_lazy("Entities were asked with this edition. Make a new edition to change it.")

# Codes stand in addresses.
validate_code = RegexValidator(r"^[-\w.]+\Z", gettext_lazy("Use letters, digits, dots and hyphens, such as 1.2a."))


def keep_meaning(record):
    """For `clean` of a section, a question, a choice or a column: refuses, beside each field, what would change the
    meaning of answers."""
    if record._state.adding:
        if _is_in_use(record):
            raise ValidationError(IN_USE)
        return
    stored = type(record)._base_manager.get(pk=record.pk)
    changed = {name: IN_USE for name, column in kept_fields(stored) if _differs(stored, record, column)}
    if changed and (_is_in_use(stored) or _is_in_use(record)):
        raise ValidationError(changed)


def kept_fields(record):
    """[(field of a form, column)] of what entities were asked: no translation is among them."""
    texts = [languages.column(name, record.original_language) for name in record.asked_texts]
    names = ["original_language", "position", *record.asked, *texts]
    return [(name, record._meta.get_field(name).attname) for name in names]


def names_kept(record):
    return [name for name, _column in kept_fields(record)]


def _differs(stored, record, column):
    before, now = getattr(stored, column), getattr(record, column)
    return before != now and {before, now} != {None, ""}  # no text, as the database and a form write it


def _is_in_use(record):
    return record.edition_asked.is_in_use


# What stands in the way of taking it out


def missing_to_delete(record):
    """Sentences; empty where the section, question, choice or column may go."""
    if _is_in_use(record):
        return [str(IN_USE)]
    return record.waited_for_by()


def waiting(questions):
    """One sentence for each question that would wait for an answer that cannot come any more."""
    return [_("Question {code} waits for it.").format(code=question.code) for question in questions]
