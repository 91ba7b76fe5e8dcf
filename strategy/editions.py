"""What a new edition of a questionnaire asks otherwise than an earlier one. Questions are matched by their code.

Only the original wording counts: a translation that was added or mended changes nothing of what was asked.
"""

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy

from core import languages
from strategy.models import CHOICE_TYPES, MEASURED_TYPES, QuestionType


class Change(TextChoices):
    """One kind of difference of a question between two editions, the weightiest first."""

    NEW = "new", pgettext_lazy("question", "New")
    DROPPED = "dropped", pgettext_lazy("question", "Dropped")
    TYPE = "type", pgettext_lazy("question", "Type changed")
    WORDING = "wording", pgettext_lazy("question", "Wording changed")
    UNIT = "unit", pgettext_lazy("question", "Unit changed")
    CHOICES = "choices", pgettext_lazy("question", "Choices changed")
    CONDITION = "condition", pgettext_lazy("question", "Condition changed")
    LIMITS = "limits", pgettext_lazy("question", "Limits changed")


# After one of these an answer cannot be set beside that of the earlier edition as if the same had been asked.
# Limits say only what is taken for a typing error; the points of a scale count as its choices.
BREAKS = frozenset({Change.TYPE, Change.WORDING, Change.UNIT, Change.CHOICES, Change.CONDITION})


def changes_since(edition, previous):
    """{code of a question: [Change]}, without the questions that are asked as before; {} without a previous edition.

    Both are questionnaires read by `Questionnaire.objects.with_questions()`: no further query is made.
    """
    if previous is None or previous.pk == edition.pk:
        return {}
    now = {question.code: question for question in edition.questions}
    before = {question.code: question for question in previous.questions}
    found = {code: kinds_between(before[code], question) for code, question in now.items() if code in before}
    found |= {code: [Change.NEW] for code in now if code not in before}
    found |= {code: [Change.DROPPED] for code in before if code not in now}
    return {code: kinds for code, kinds in found.items() if kinds}


def breaks_trend(kinds):
    """Must a line through the answers of both editions be broken here?"""
    return not BREAKS.isdisjoint(kinds)


def kinds_between(before, now):
    """The changes of one question."""
    then, today = traits_of(before, now.original_language), traits_of(now, now.original_language)
    return [kind for kind in Change if then.get(kind) != today.get(kind)]


def traits_of(question, language):
    """What each kind of change is told by."""
    other = question.condition_question
    is_measured = question.type in MEASURED_TYPES
    return {
        Change.TYPE: question.type,
        Change.WORDING: wording(question, "text", language),
        Change.UNIT: wording(question, "unit", language) if is_measured else "",
        Change.CHOICES: choices_of(question, language),
        Change.CONDITION: (other.code, question.condition_equals) if other else None,
        Change.LIMITS: (question.minimum, question.maximum) if is_measured else question.longest,
    }


def choices_of(question, language):
    """What one can choose from: codes with their labels, the points of a scale, the columns of a table."""
    if question.type == QuestionType.SCALE:
        return list(question.scale_points)
    if question.type in CHOICE_TYPES:
        return [(choice.code, wording(choice, "label", language)) for choice in question.choices.all()]
    if question.type == QuestionType.TABLE:
        columns = question.columns.all()
        return [(column.code, wording(column, "label", language), column.is_number) for column in columns]
    return []


def wording(record, field, language):
    """One text without what only the typesetting changes."""
    return " ".join(getattr(record, languages.column(field, language)).split())
