"""Answers on a page: {% answer_value question content %}, and the labels of what was chosen."""

from django import template
from django.utils.translation import gettext as _

from core import languages
from core.figures import figure
from strategy.contents import is_answered
from strategy.models import QuestionType
from strategy.numbers import show, show_plain

register = template.Library()


@register.inclusion_tag("strategy/_answer_value.html")
def answer_value(question, content):
    """What was said, in words. A text carries its language, where it is not that of the page."""
    context = {"question": question, "content": content, "is_answered": is_answered(content)}
    if not context["is_answered"] or content["not_applicable"]:
        return context | text_of(content, "reason")
    value = content["value"]
    if question.is_text:
        return context | text_of(content, "text")
    if question.type == QuestionType.PERCENT:
        return context | {"number": figure(value, "%")}
    if question.type == QuestionType.NUMBER:
        return context | {"number": show(value), "unit": languages.text_of(question, "unit")}
    if question.type == QuestionType.TABLE:
        columns = list(question.columns.all())
        rows = [[cell_of(column, row) for column in columns] for row in value]
        return context | {"columns": columns, "rows": rows}
    return context | {"labels": labels_of(question, value), "is_ranking": question.type == QuestionType.RANKING}


def text_of(content, field):
    language = languages.BY_CODE.get((content or {}).get("text_language", ""))
    is_foreign = language is not None and language != languages.current()
    return {"words": (content or {}).get(field, ""), "language": language if is_foreign else None}


@register.filter
def written_in(content):
    """The language of a text as browsers name it: that of the page where nobody said."""
    return languages.BY_CODE.get(content["text_language"], languages.current()).html


def cell_of(column, row):
    cell = row.get(column.code, "")
    return show_plain(cell) if isinstance(cell, (int, float)) else cell


def labels_of(question, value):
    """Labels of the chosen codes, in the order in which they were stored."""
    known = {choice.code: languages.text_of(choice, "label") for choice in question.choices.all()}
    known |= {"yes": _("Yes"), "no": _("No")}
    values = value if isinstance(value, list) else [value]
    if question.type == QuestionType.SCALE:
        largest = max(question.scale_points)
        return [_("{point} of {largest}").format(point=point, largest=largest) for point in values]
    return [known.get(code, code) for code in values]


def answer_words(question, value):
    """A value in one line of text, for the history."""
    if question.type == QuestionType.PERCENT:
        return figure(value, "%")
    if question.type == QuestionType.NUMBER:
        return str(show(value))
    if question.type == QuestionType.TABLE:
        columns = list(question.columns.all())
        return "; ".join(", ".join(str(cell_of(column, row)) for column in columns) for row in value)
    return ", ".join(map(str, labels_of(question, value)))


def choice_label(code, choice):
    """The label of a row of QuestionResult.counts."""
    if choice is not None:
        return languages.text_of(choice, "label")
    return {"yes": _("Yes"), "no": _("No")}.get(code, code)


@register.simple_tag
def count_rows(result):
    """Rows for {% chart_bars %} of a question that is answered by choosing."""
    return [{"label": choice_label(code, choice), "value": count} for code, choice, count in result.counts]


@register.filter
def condition_words(question):
    """Answer only if 1.1 is “Yes”."""
    other = question.condition_question
    if other is None:
        return ""
    label = labels_of(other, question.condition_equals)[0]
    return _("Only if the answer to {code} is “{label}”.").format(code=other.code, label=label)


@register.filter
def places_of(field, form):
    """[(code, label, place)] of a ranking, as typed or stored."""
    places = field.field.places_of(field.value())
    return [(code, label, places.get(code, "")) for code, label in field.field.choices]


@register.filter
def table_rows(field):
    return field.field.shown_rows(field.value())


@register.filter
def plain(number):
    """81.0000 of the database as 81, 4.5000 as 4.5; rounded to one decimal."""
    return None if number is None else round(float(number), 1)
