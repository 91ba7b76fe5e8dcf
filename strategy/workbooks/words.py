"""What the workbook says about a question: how to answer it, and answers in words."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from core import languages
from strategy.contents import is_answered
from strategy.models import CarriedOver, QuestionType
from strategy.numbers import show
from strategy.templatetags.answers import answer_words, condition_words


def heads():
    """Of the columns of a sheet of questions, in the order of layout.COLUMNS."""
    return [
        _("Code"),
        _("Question"),
        _("How to answer"),
        _("Answer of the last cycle"),
        _("Your answer"),
        _("Unchanged or changed"),
        _("Does not apply"),
        _("Why it does not apply"),
        _("Add evidence: links, one on a line"),
        _("Evidence so far"),
    ]


def how_to_answer(question):
    """Help, condition, and what the cell takes, each on a line."""
    lines = [languages.text_of(question, "help"), condition_words(question), _kind(question)]
    if not question.required:
        lines.append(_("You may leave it empty."))
    return "\n".join(line for line in lines if line)


def _kind(question):
    if question.type == QuestionType.TABLE:
        return _("Fill in the sheet of this table.")
    if question.type == QuestionType.MANY_OF:
        return _("Write “{yes}” beside each choice that is true.").format(yes=yes())
    if question.type == QuestionType.RANKING:
        return _("Number your choices: 1 for the first, 2 for the second, and so on.")
    if question.type == QuestionType.PERCENT:
        return _("A percentage, such as 81 %.")
    if question.type == QuestionType.NUMBER:
        unit = languages.text_of(question, "unit")
        said = _("A number: {unit}.").format(unit=unit) if unit else _("A number.")
        return f"{said} {limits(question)}".strip()
    return "" if question.is_text else _("Choose from the list in the cell.")


def limits(question):
    smallest, largest = (show(limit) for limit in (question.minimum, question.maximum))
    if smallest and largest:
        return _("From {smallest} to {largest}.").format(smallest=smallest, largest=largest)
    if smallest:
        return _("{smallest} or more.").format(smallest=smallest)
    return _("{largest} or less.").format(largest=largest) if largest else ""


def yes():
    return _("Yes")


def no():
    return _("No")


def confirmations():
    """[(code, label)] of what may be said about an answer of the last cycle."""
    return [(code, str(code.label)) for code in (CarriedOver.UNCHANGED, CarriedOver.CHANGED)]


def answer_in_words(question, content):
    """An answer in one text, "" where there is none."""
    if not is_answered(content):
        return ""
    if content["not_applicable"]:
        return f"{pgettext('answer', 'Does not apply')}: {content['reason']}"
    return content["text"] if question.is_text else answer_words(question, content["value"])
