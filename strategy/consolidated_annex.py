"""The annex for the report of the Secretary-General: figures in the order of the monitoring framework.

Each figure names its source in an endnote: the document that published it, or the entities whose accepted answers it is
made of, with the number of the snapshot.
"""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core import languages
from core.figures import figure
from core.papers.structure import Heading, Paper, Paragraph, Run, Table, address, joined
from strategy.consolidated_comparison import of_asked, point_words, value_words
from strategy.consolidated_papers import TOO_FEW, foot, level_of, runs_of, snapshot_words
from strategy.models.consolidated import report_url
from strategy.templatetags.answers import plain


@dataclass(frozen=True)
class Cited:
    """One figure of the annex with the number of its endnote, for the sheet of figures."""

    framework: str
    node: str
    indicator: object
    kind: str
    year: int
    value: object
    answered: int | None
    asked: int | None
    note: int


@dataclass
class Annex:
    """Numbers the sources in the order in which figures cite them."""

    printed: object
    cycle: object
    notes: list = field(default_factory=list)  # texts
    cited: list = field(default_factory=list)

    def blocks(self):
        found = []
        for framework in self.printed.frameworks:
            nodes = [node for node in framework.nodes if node.indicators]
            if nodes:
                found.append(Heading((*runs_of(framework.title), *symbol_of(framework))))
            for node in nodes:
                title = (Run(f"{node.kind} "), Run(node.code, style="code"), Run(": "), *runs_of(node.text))
                found += [Heading(title, 2), *sample_note(node), self.table(framework, node)]
        return [*found, *definitions(self.printed)]

    def table(self, framework, node):
        head = (
            _("Indicator"),
            _("Baseline"),
            _("Published values"),
            _("Accepted reports, {year}").format(year=self.printed.year),
            _("Target"),
        )
        rows = tuple(self.row(framework, node, indicator) for indicator in node.indicators)
        return Table("", head, rows)

    def row(self, framework, node, indicator):
        return (
            (Run(indicator.code, style="code"), Run(" "), *runs_of(indicator.title)),
            (Run(point_words(indicator, indicator.baseline)),),
            self.published(framework, node, indicator),
            self.reported(framework, node, indicator),
            (Run(point_words(indicator, indicator.target)),),
        )

    def published(self, framework, node, indicator):
        parts = []
        for value in indicator.published:
            note = self.note(source_of(value))
            self.cite(framework, node, indicator, _("Published value"), value.year, value.value, None, note)
            words = figure(plain(value.value), indicator.unit_sign)
            words = _("about {value}").format(value=words) if value.is_approximate else words
            parts.append((Run(f"{value.year}: {words}"), endnote(note)))
        return joined(parts, "; ") or (Run("–"),)

    def reported(self, framework, node, indicator):
        parts = []
        for result in indicator.results:
            note = self.note(self.answers_behind(result))
            year = self.printed.year
            self.cite(framework, node, indicator, _("Accepted reports"), year, result.value, result, note)
            words = Run(value_words(indicator, result), style="strong")
            parts.append((words, endnote(note), Run(f" {of_asked(result)}", style="quiet")))
        return joined(parts, "; ") or (Run("–"),)

    def cite(self, framework, node, indicator, kind, year, value, counted, note):
        answered, asked = (counted.answered, counted.asked) if counted else (None, None)
        self.cited.append(Cited(framework.code, node.code, indicator, kind, year, value, answered, asked, note))

    def note(self, text):
        """The number of the next endnote."""
        self.notes.append(text)
        return len(self.notes)

    def answers_behind(self, result):
        """Which entities, which question of which cycle, which snapshot: enough to find the figure again."""
        sentence = _("{cycle}, {questionnaire}, question {code}. {words}. Entities: {entities}. {snapshot}, {address}")
        return sentence.format(
            cycle=self.printed.cycle,
            questionnaire=result.questionnaire,
            code=result.code,
            words=str(TOO_FEW).rstrip(".") if result.is_hidden else result.words,
            entities=", ".join(str(entity) for entity in result.entities) or "–",
            snapshot=snapshot_words(self.printed),
            address=address(report_url(self.cycle, self.printed.number)),
        )


def endnote(number):
    return Run(str(number), style="endnote")


def symbol_of(framework):
    return (Run(" ("), Run(framework.symbol, style="code"), Run(")")) if framework.symbol else ()


def sample_note(node):
    return [Paragraph((Run(_("Sample — not official numbering"), style="quiet"),))] if node.is_sample else []


def source_of(value):
    """The document that published a value, in the words with which it is cited."""
    parts = [value.document] if value.document.startswith(value.symbol) else [value.symbol, value.document]
    if value.respondents:
        parts.append(ngettext("{n} respondent", "{n} respondents", value.respondents).format(n=value.respondents))
    return ", ".join(filter(None, parts)) or _("The portal names no document for this value")


def definitions(printed):
    indicators = [indicator for indicator in printed.indicators if indicator.definition]
    if not indicators:
        return []
    rows = tuple(
        (
            (Run(indicator.code, style="code"),),
            runs_of(indicator.definition),
            (Run(indicator.aggregation),),
            (Run(indicator.direction),),
        )
        for indicator in indicators
    )
    head = (_("Indicator"), _("Definition"), _("How answers add up"), _("Direction"))
    return [Heading((Run(_("Definitions")),)), Table("", head, rows)]


def annex_of(printed, cycle):
    """(paper, Annex): the annex numbers its figures while its blocks are made."""
    annex = Annex(printed, cycle)
    blocks = tuple(annex.blocks())
    title = runs_of(printed.annex_title) or (Run(_("Figures of {cycle}").format(cycle=printed.cycle)),)
    paper = Paper(
        kind=_("Annex"),
        title=title,
        language=languages.current(),
        symbol=printed.annex_symbol or printed.symbol or cycle.slug,
        level=level_of(printed),
        blocks=blocks,
        foot=foot(printed, cycle),
        address=address(report_url(cycle, printed.number)),
        notes=tuple((Run(text),) for text in annex.notes),
    )
    return paper, annex


def annex_paper(printed, cycle):
    return annex_of(printed, cycle)[0]
