"""Results as files: what a page of results shows, one row per figure or answer, for core/exports.py.

A figure that the reader of the page does not see is empty here too, and its row says why.
"""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from core import languages
from core.exports import Column, Table
from strategy.models import MEASURED_TYPES, QuestionType
from strategy.results import words_of
from strategy.templatetags.answers import answer_words, choice_label


def answers_table(cycle, result, address):
    """Who answered what to one question. Empty where the public sees no figure of so few."""
    question = result.question
    columns = [
        Column("entity", _("Entity"), lambda said: said.entity.acronym),
        Column("name", _("Name"), lambda said: languages.text_of(said.entity, "name"), 40),
        Column("answer", _("Answer"), lambda said: answer_of(question, said), 40),
        Column("reason", _("Reason why not applicable"), lambda said: said.content["reason"], 40),
        Column("language", _("Language"), lambda said: said.content["text_language"]),
    ]
    if result.for_members:
        columns.append(Column("carried_over", _("Carried over"), lambda said: said.is_carried_over))
    name = f"{cycle.slug}-{question.code}"
    title = f"{question.code} {languages.text_of(question, 'text')}"
    rows = [] if result.is_hidden else result.said
    return Table(name, title, columns, rows, [(_("Reporting cycle"), str(cycle))], address)


def answer_of(question, said):
    """A number stays a number; what was chosen is written in words."""
    content = said.content
    if content["not_applicable"]:
        return _("Does not apply")
    if question.is_text:
        return content["text"]
    if question.type in MEASURED_TYPES:
        return content["value"]
    return answer_words(question, content["value"])


def figures_table(name, title, results, address, asked=()):
    """One row per figure. `results` is [(cycle, QuestionResult)]."""
    rows = [row for cycle, result in results for row in figure_rows(cycle, result)]
    return Table(name, title, figure_columns(), rows, asked, address)


def figure_columns():
    return [
        Column("cycle", _("Reporting cycle"), lambda row: str(row["cycle"]), 24),
        Column("year", _("Year"), lambda row: row["cycle"].year),
        Column("is_demo", _("Demo: invented figures"), lambda row: row["cycle"].is_demo),
        Column("question", _("Question"), lambda row: row["result"].question.code),
        Column("text", _("Text"), lambda row: languages.text_of(row["result"].question, "text"), 50),
        Column("indicator", _("Indicator"), lambda row: indicator_code(row["result"].question)),
        Column("choice", pgettext("of a question", "Choice"), lambda row: row["choice"], 30),
        Column("figure", pgettext("of many answers", "Figure"), lambda row: row["figure"]),
        Column("kind", _("Kind of figure"), lambda row: row["kind"], 30),
        Column("answered", _("Answered"), lambda row: row["result"].answered),
        Column("asked", _("Asked"), lambda row: row["result"].asked),
        Column("not_applicable", _("Does not apply"), lambda row: row["result"].not_applicable),
        Column("carried_over", _("Carried over"), lambda row: carried_over_of(row["result"])),
    ]


def indicator_code(question):
    return question.indicator.code if question.indicator_id else ""


def carried_over_of(result):
    return result.carried_over if result.shows_carried_over else None


def figure_rows(cycle, result):
    base = {"cycle": cycle, "result": result, "choice": ""}
    if result.is_hidden:
        return [base | {"figure": None, "kind": _("hidden: fewer than three entities")}]
    if result.question.type == QuestionType.RANKING:
        return [
            base
            | {"choice": languages.text_of(choice, "label"), "figure": place.named, "kind": _("entities that named it")}
            for choice, place in result.ranks
        ]
    rows = [
        base | {"choice": str(choice_label(code, choice)), "figure": count, "kind": _("entities")}
        for code, choice, count in (result.counts if result.is_chosen else [])
    ]
    if result.figure.method:
        rows.insert(0, base | {"figure": plain(result.value), "kind": words_of(result.figure)})
    return rows or [base | {"figure": None, "kind": words_of(result.figure)}]


def outcome_table(outcome, address):
    """Published values and what entities reported, apart: `origin` says which."""
    rows = [published_row(row.indicator, value) for row in outcome.rows for value in row.values]
    rows += [reported_row(each, step) for series in outcome.series for each, step in series.rows]
    columns = [
        Column("origin", _("Where the figure is from"), lambda row: row["origin"], 20),
        Column("indicator", _("Indicator"), lambda row: row["indicator"]),
        Column("question", _("Question"), lambda row: row["question"]),
        Column("text", _("Text"), lambda row: row["text"], 50),
        Column("year", _("Year"), lambda row: row["year"]),
        Column("figure", pgettext("of many answers", "Figure"), lambda row: row["figure"]),
        Column("kind", _("Kind of figure"), lambda row: row["kind"], 30),
        Column("answered", _("Answered"), lambda row: row["answered"]),
        Column("asked", _("Asked"), lambda row: row["asked"]),
        Column("comparable", _("Comparable with the one before"), lambda row: row["comparable"]),
        Column("source", _("Source"), lambda row: row["source"], 40),
        Column("is_demo", _("Demo: invented figures"), lambda row: row["is_demo"]),
    ]
    node = outcome.node
    return Table(f"outcome-{node.code}", str(node), columns, rows, [(_("Framework"), str(outcome.framework))], address)


def published_row(indicator, value):
    return {
        "origin": _("published"),
        "indicator": indicator.code,
        "question": "",
        "text": languages.text_of(indicator, "title"),
        "year": value.year,
        "figure": plain(value.value),
        "kind": "",
        "answered": value.respondents,
        "asked": None,
        "comparable": None,
        "source": " ".join(filter(None, [value.symbol, languages.text_of(value, "source")])),
        "is_demo": False,
    }


def reported_row(each, step):
    """One round of a series; `step` led to it."""
    result = each.result
    return {
        "origin": _("reported here"),
        "indicator": indicator_code(each.question),
        "question": each.question.code,
        "text": languages.text_of(each.question, "text"),
        "year": each.cycle.year,
        "figure": plain(each.value),
        "kind": _("hidden: fewer than three entities") if result.is_hidden else words_of(result.figure),
        "answered": result.answered,
        "asked": result.asked,
        "comparable": None if step is None else not step.broken,
        "source": str(each.cycle),
        "is_demo": each.cycle.is_demo,
    }


def entity_table(found, address):
    """All answers of an entity that the reader may read, one row each."""
    rows = [given for answers in found.all_answers() for given in answers.given]
    columns = [
        Column("cycle", _("Reporting cycle"), lambda given: str(given.cycle), 24),
        Column("year", _("Year"), lambda given: given.cycle.year),
        Column("question", _("Question"), lambda given: given.question.code),
        Column("text", _("Text"), lambda given: languages.text_of(given.question, "text"), 50),
        Column("answer", _("Answer"), lambda given: answer_of(given.question, given), 40),
        Column("reason", _("Reason why not applicable"), lambda given: given.content["reason"], 40),
        Column("language", _("Language"), lambda given: given.content["text_language"]),
        Column("is_demo", _("Demo: invented answers"), lambda given: given.cycle.is_demo),
    ]
    entity = found.entity
    return Table(f"{entity.slug}-reports", str(entity), columns, rows, address=address)


def plain(value):
    return None if value is None else round(float(value), 4)
