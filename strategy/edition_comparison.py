"""Two editions side by side: the questions that are asked otherwise, with the differing words marked."""

from dataclasses import dataclass

from core import languages
from core.saving.words import side_by_side
from strategy.editions import Change, changes_since
from strategy.models import Question, QuestionType
from strategy.templatetags.answers import condition_words


@dataclass
class Row:
    """`sides` are (before, now) as HTML; one of them is empty where the question is new or dropped."""

    code: str
    labels: list
    sides: tuple
    language: languages.Language


def compared(edition, previous):
    """[Row] in the order of the form, the dropped ones last."""
    changes = changes_since(edition, previous)
    now = {question.code: question for question in edition.questions}
    before = {question.code: question for question in previous.questions}
    return [
        Row(
            code,
            [Change(kind).label for kind in changes[code]],
            side_by_side(in_words(before.get(code)), in_words(now.get(code))),
            languages.BY_CODE[(now.get(code) or before[code]).original_language],
        )
        for code in [*now, *[code for code in before if code not in now]]
        if code in changes
    ]


def in_words(question: Question | None):
    """What of a question can differ, one thing on a line, in the language in which it was written."""
    if question is None:
        return ""
    lines = [languages.original(question, "text"), question.get_type_display()]
    lines += [languages.original(question, "unit"), _limits(question), condition_words(question)]
    lines += [f"– {languages.original(choice, 'label')}" for choice in question.choices.all()]
    lines += [f"– {languages.original(column, 'label')}" for column in question.columns.all()]
    return "\n".join(str(line) for line in lines if line)


def _limits(question):
    if question.type == QuestionType.SCALE:
        points = question.scale_points
        return f"{points[0]}–{points[-1]}"
    known = [question.minimum, question.maximum]
    if known == [None, None]:
        return f"≤ {question.longest}" if question.longest else ""
    return "–".join("…" if limit is None else format(limit.normalize(), "f") for limit in known)
