"""The consolidated report as a paper: PDF and Word, from the same structure as its page."""

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import charts, dates, languages
from core.badges import get as badge
from core.figures import figure
from core.papers.structure import (
    Bars,
    Contents,
    Facts,
    Heading,
    Listing,
    Paper,
    Paragraph,
    Run,
    Table,
    address,
    foreign,
    printed_note,
)
from strategy.consolidated_comparison import of_asked, point_words, value_words
from strategy.models import Edition
from strategy.models.consolidated import report_url
from strategy.templatetags.answers import plain

TOO_FEW = gettext_lazy("Fewer than three entities answered, so the figure is not shown in public.")


def report_paper(printed, cycle):
    blocks = [
        *findings(printed),
        *titled("introduction", _("Introduction"), printed.introduction),
        *figures(printed),
        *answers(printed),
        *titled("conclusions", _("Conclusions"), printed.conclusions),
    ]
    headings = tuple(block for block in blocks if isinstance(block, Heading) and block.anchor)
    return Paper(
        kind=_("Consolidated report"),
        title=runs_of(printed.title),
        language=languages.current(),
        symbol=printed.symbol or cycle.slug,
        level=level_of(printed),
        facts=Facts(tuple(facts_of(printed))),
        blocks=(Contents(_("Contents"), headings), *blocks),
        foot=foot(printed, cycle),
        address=address(report_url(cycle, printed.number)),
    )


def runs_of(passage, style=""):
    """A short text with its language and what a reader must know of it."""
    if not passage:
        return ()
    note = note_on(passage)
    said = Run(passage.text, foreign(passage.language), style)
    return (said, Run(f" {note}", style="quiet")) if note else (said,)


def note_on(passage):
    if passage.is_foreign:
        return _("(in {language})").format(language=passage.language.name)
    return _("(working translation)") if passage.is_working else ""


def paragraphs_of(passage):
    note = note_on(passage) if passage else ""
    noted = [Paragraph((Run(note, style="quiet"),))] if note else []
    return noted + [Paragraph((Run(line),), foreign(passage.language)) for line in passage.lines]


def level_of(printed):
    if printed.is_preview:
        return _("Preview, not published")
    return "" if printed.edition == Edition.PUBLIC else str(printed.edition.label)


def facts_of(printed):
    yield _("Reporting cycle"), runs_of(printed.cycle)
    start, end = printed.period
    if start:
        yield _("Reporting period"), (Run(dates.period(start, end)),)
    yield _("Snapshot"), (Run(snapshot_words(printed)),)
    n = _("{answered} of {asked} entities").format(answered=len(printed.reported), asked=len(printed.asked))
    yield _("Accepted reports"), (Run(n),)
    if printed.on_behalf:
        yield _("Entered on behalf"), (Run(", ".join(map(str, printed.on_behalf))),)
    yield _("Edition"), (Run(printed.holds),)


def snapshot_words(printed):
    """By this a figure of the paper can be found again on the portal."""
    if printed.is_preview:
        return _("None: what is accepted on {day}").format(day=dates.day(timezone.localdate()))
    day = dates.day(timezone.localtime(printed.at).date())
    return _("Snapshot {number}, {moment}").format(number=printed.number, moment=day)


def titled(anchor, title, passage):
    lines = paragraphs_of(passage)
    return [Heading((Run(title),), anchor=anchor), *lines] if lines else []


def findings(printed):
    lines = printed.findings.lines
    if not lines:
        return []
    language = foreign(printed.findings.language)
    note = note_on(printed.findings)
    noted = [Paragraph((Run(note, style="quiet"),))] if note else []
    items = tuple((Run(line, language),) for line in lines)
    return [Heading((Run(_("Key findings")),), anchor="findings"), *noted, Listing(items)]


# Figures


def figures(printed):
    blocks = [Heading((Run(_("Figures by outcome")),), anchor="figures")]
    for framework in printed.frameworks:
        for node in framework.nodes:
            if node.indicators:
                blocks += node_blocks(framework, node)
    return blocks if len(blocks) > 1 else []


def node_blocks(framework, node):
    title = (Run(f"{node.kind} "), Run(node.code, style="code"), Run(": "), *runs_of(node.text))
    blocks = [Heading(title, 2, f"node-{framework.slug}-{node.code}")]
    if node.is_sample:
        blocks.append(Paragraph((Run(_("Sample — not official numbering"), style="quiet"),)))
    bars = tuple(bar_of(indicator, result) for indicator in node.indicators for result in shown_results(indicator))
    twice = [
        line for indicator in node.indicators for found in indicator.results for line in twice_of(indicator.code, found)
    ]
    return [*blocks, table_of(node), *twice, *([Bars(bars)] if bars else [])]


def twice_of(code, counted):
    """Initiatives that several entities name as evidence for a sum, for members."""
    return [
        Paragraph(
            (
                Run(code, style="code"),
                Run(" " + _("Perhaps counted twice") + ": ", style="quiet"),
                *runs_of(found.title),
                Run(f" ({', '.join(map(str, found.entities))})"),
            )
        )
        for found in counted.counted_twice
    ]


def shown_results(indicator):
    return [result for result in indicator.results if result.value is not None]


def bar_of(indicator, result):
    bar = charts.bullet(
        plain(result.value),
        plain(indicator.baseline_value),
        plain(indicator.target_value),
        indicator.maximum,
        indicator.unit_sign,
    )
    return ((Run(indicator.code, style="code"),), bar)


def table_of(node):
    head = (_("Indicator"), _("Baseline"), _("Target"), _("Value"), _("Entities"), _("Status"))
    return Table("", head, tuple(row for found in node.indicators for row in rows_of(found)))


def rows_of(indicator):
    title = (Run(indicator.code, style="code"), Run(" "), *runs_of(indicator.title))
    baseline, target = ((Run(point_words(indicator, point)),) for point in (indicator.baseline, indicator.target))
    if not indicator.results:
        return [
            (title, baseline, target, (Run(_("not asked in this cycle"), style="quiet"),), (Run("–"),), (Run("–"),))
        ]
    return [(title, baseline, target, *result_cells(indicator, result)) for result in indicator.results]


def result_cells(indicator, result):
    value = [Run(value_words(indicator, result), style="strong")]
    if result.value is not None:
        value.append(Run(f" {result.words}", style="quiet"))
    status = str(badge(result.status).label) if result.status else "–"
    return tuple(value), (Run(of_asked(result)),), (Run(status),)


# Answers


def answers(printed):
    blocks, questionnaire = [], None
    for section in printed.sections:
        if section.questionnaire != questionnaire:
            questionnaire = section.questionnaire
            title = (Run(_("What the entities reported") + ": "), *runs_of(section.questionnaire_title))
            blocks.append(Heading(title, anchor=f"q-{questionnaire}"))
        title = (Run(f"{section.code}. "), *runs_of(section.title))
        blocks.append(Heading(title, 2, f"section-{questionnaire}-{section.code}"))
        for question in section.questions:
            blocks += question_blocks(question)
    return blocks


def question_blocks(question):
    title = (Run(question.code, style="code"), Run(" "), *runs_of(question.text))
    return [
        Heading(title, 3),
        *figure_blocks(question),
        *twice_of(question.code, question),
        *narratives(question),
        *tables(question),
    ]


def figure_blocks(question):
    said = [Run(of_asked(question))]
    if question.not_applicable:
        said.append(Run(" · " + _("does not apply: {n}").format(n=question.not_applicable)))
    if question.is_hidden:
        return [Paragraph((*said, Run(f". {TOO_FEW}")))]
    rows = [(runs_of(label), (Run(figure(count)),)) for label, count in [*question.counts, *question.ranks]]
    if rows:
        return [Paragraph(tuple(said)), Table("", (_("Answer"), _("Entities")), tuple(rows))]
    if question.value is not None:
        value = figure(plain(question.value), question.sign or question.unit.text)
        said = [Run(value, style="strong"), Run(f" {question.words} · "), *said]
    return [Paragraph(tuple(said))]


def narratives(question):
    """The words of the entities, each in its own language."""
    blocks = []
    for said in question.narratives:
        name = [Run(str(said.entity), style="strong")]
        if said.text.is_foreign:
            name.append(Run(" " + note_on(said.text), style="quiet"))
        blocks.append(Paragraph(tuple(name)))
        blocks += [Paragraph((Run(line),), foreign(said.text.language)) for line in said.text.lines]
    return blocks


def tables(question):
    head = tuple(column.text for column in question.columns)
    return [
        Table(str(said.entity), head, tuple(tuple((Run(str(cell)),) for cell in row) for row in said.rows))
        for said in question.tables
    ]


def foot(printed, cycle):
    demo = _(
        "The answers of this cycle were written for the demonstration. No entity reported them, and no figure here "
        "is a published value."
    )
    return printed_note(report_url(cycle, printed.number), about=demo if printed.is_demo else "")
