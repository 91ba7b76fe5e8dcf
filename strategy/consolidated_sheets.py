"""The consolidated report and its annex as workbooks: a cover, and one sheet for each kind of row."""

from operator import attrgetter

from django.utils import timezone
from django.utils.translation import gettext as _

from core import dates, languages
from core.badges import get as badge
from core.export_formats import FORMATS, write_workbook
from core.exports import Column, Table, licence
from core.papers.structure import address
from strategy.consolidated_annex import annex_of
from strategy.consolidated_papers import snapshot_words
from strategy.models.consolidated import report_url

TYPE = FORMATS["xlsx"].type


def report_workbook(printed, cycle):
    tables = [figures(printed), answers(printed), narratives(printed), definitions(printed)]
    return write_workbook(str(printed.title), about(printed, cycle, str(printed.title)), tables)


def annex_workbook(printed, cycle):
    paper, annex = annex_of(printed, cycle)
    title = "".join(run.text for run in paper.title)
    facts = [(_("Document symbol"), printed.annex_symbol), *about(printed, cycle, title)]
    return write_workbook(title, facts, [cited(annex), endnotes(annex), definitions(printed)])


def about(printed, cycle, title):
    """The cover sheet."""
    n = _("{answered} of {asked} entities").format(answered=len(printed.reported), asked=len(printed.asked))
    return [
        (_("Title"), title),
        (_("Reporting cycle"), printed.cycle.text),
        (_("Snapshot"), snapshot_words(printed)),
        (_("Edition"), printed.holds),
        (_("Accepted reports"), n),
        (_("Address"), address(report_url(cycle, printed.number))),
        (_("Exported"), dates.moment(timezone.now())),
        (_("Language"), languages.current().name),
        (_("Licence"), " ".join(licence())),
    ]


def at(place):
    return lambda row: row[place]


def columns(*labelled):
    """[(label, width)] of rows that are tuples."""
    return [Column(str(place), label, at(place), width) for place, (label, width) in enumerate(labelled)]


def as_number(value):
    """A number stays a number in the sheet: 81 and not 81.0000."""
    return None if value is None else float(value)


def figures(printed):
    rows = [
        (
            framework.code,
            node.code,
            indicator.code,
            indicator.title.text,
            as_number(indicator.baseline_value),
            indicator.baseline and indicator.baseline.year,
            as_number(indicator.target_value),
            indicator.target and indicator.target.year,
            as_number(result.value),
            result.words if result.value is not None else "",
            result.answered,
            result.asked,
            result.not_applicable,
            str(badge(result.status).label) if result.status else "",
        )
        for framework in printed.frameworks
        for node in framework.nodes
        for indicator in node.indicators
        for result in indicator.results
    ]
    heads = columns(
        (_("Framework"), 20),
        (_("Part of the framework"), 12),
        (_("Indicator"), 12),
        (_("Title"), 60),
        (_("Baseline"), 12),
        (_("Year of the baseline"), 12),
        (_("Target"), 12),
        (_("Year of the target"), 12),
        (_("Value"), 12),
        (_("How answers add up"), 28),
        (_("Entities that answered"), 14),
        (_("Entities asked"), 14),
        (_("Does not apply"), 14),
        (_("Status"), 16),
    )
    return Table("figures", _("Figures"), heads, rows)


def answers(printed):
    """Per question its figure, and a row for each choice. Where too few answered, in public there is none."""
    rows = []
    for section in printed.sections:
        for question in section.questions:
            start = (section.questionnaire_title.text, section.code, question.code, question.text.text)
            counted = (question.answered, question.asked, question.not_applicable)
            rows.append(
                (*start, "", as_number(question.value), question.words if question.value is not None else "", *counted)
            )
            for label, count in [*question.counts, *question.ranks]:
                rows.append((*start, label.text, count, _("Entities"), *counted))
    heads = columns(
        (_("Questionnaire"), 30),
        (_("Section"), 10),
        (_("Number"), 10),
        (_("Question"), 60),
        (_("Answer"), 30),
        (_("Value"), 12),
        (_("How answers add up"), 28),
        (_("Entities that answered"), 14),
        (_("Entities asked"), 14),
        (_("Does not apply"), 14),
    )
    return Table("answers", _("Answers"), heads, rows)


def narratives(printed):
    rows = [
        (section.code, question.code, question.text.text, str(said.entity), said.text.language.name, said.text.text)
        for section in printed.sections
        for question in section.questions
        for said in question.narratives
    ]
    heads = columns(
        (_("Section"), 10),
        (_("Number"), 10),
        (_("Question"), 50),
        (_("Entity"), 14),
        (_("Language"), 14),
        (_("Text"), 100),
    )
    return Table("narratives", _("Texts"), heads, rows)


def definitions(printed):
    rows = [
        (
            indicator.code,
            indicator.title.text,
            indicator.definition.text,
            indicator.unit_label.text or indicator.unit_sign,
            indicator.disaggregation.text,
            indicator.direction,
            indicator.aggregation,
        )
        for indicator in printed.indicators
    ]
    heads = columns(
        (_("Indicator"), 12),
        (_("Title"), 50),
        (_("Definition"), 80),
        (_("Unit"), 16),
        (_("Disaggregation"), 30),
        (_("Direction"), 20),
        (_("How answers add up"), 28),
    )
    return Table("definitions", _("Definitions"), heads, rows)


def cited(annex):
    heads = [
        Column("framework", _("Framework"), attrgetter("framework"), 20),
        Column("node", _("Part of the framework"), attrgetter("node"), 12),
        Column("code", _("Indicator"), attrgetter("indicator.code"), 12),
        Column("title", _("Title"), attrgetter("indicator.title.text"), 60),
        Column("kind", _("Kind"), attrgetter("kind"), 20),
        Column("year", _("Year"), attrgetter("year"), 8),
        Column("value", _("Value"), lambda row: as_number(row.value), 12),
        Column("unit", _("Unit"), attrgetter("indicator.unit_sign"), 8),
        Column("answered", _("Entities that answered"), attrgetter("answered"), 14),
        Column("asked", _("Entities asked"), attrgetter("asked"), 14),
        Column("note", _("Endnote"), attrgetter("note"), 10),
    ]
    return Table("figures", _("Figures"), heads, annex.cited)


def endnotes(annex):
    rows = list(enumerate(annex.notes, start=1))
    return Table("endnotes", _("Endnotes"), columns((_("Endnote"), 10), (_("Source"), 120)), rows)
