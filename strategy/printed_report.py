"""A report, and an empty questionnaire, as a paper: PDF or Word, in the language of the page."""

from django.utils import timezone
from django.utils.translation import gettext as _

from core import dates, languages
from core.figures import figure
from core.papers.structure import (
    Facts,
    Heading,
    Listing,
    Paper,
    Paragraph,
    Run,
    Table,
    address,
    foreign,
    inline,
    joined,
    paragraphs,
    printed_note,
)
from strategy.contents import is_answered
from strategy.models import QuestionType
from strategy.numbers import show
from strategy.templatetags.answers import cell_of, condition_words, labels_of
from strategy.templatetags.strategy_review import received_words

LINE = Run("_" * 60, style="quiet")
BLANK_ROWS = 4


def report_paper(report, sections, person, submission=None):
    """`sections` as strategy.views.reports.load() gives them: what this person may see of the report."""
    blocks = []
    for section, _progress, shown in sections:
        blocks.append(section_heading(section))
        for item in shown:
            blocks += answer_blocks(item)
    return Paper(
        kind=_("Report"),
        title=joined([inline(report.questionnaire, "title"), inline(report.entity, "name")], ", "),
        language=languages.current(),
        symbol=symbol_of(report),
        level=report.get_state_display() if submission is None else "",
        facts=Facts(tuple(report_facts(report, submission))),
        blocks=tuple(blocks),
        foot=foot(report.cycle, report.get_absolute_url(), person),
        address=address(report.get_absolute_url()),
    )


def symbol_of(report):
    return f"{report.cycle.slug}/{report.entity.code}/{report.questionnaire.code}"


def report_facts(report, submission):
    rows = [(_("Cycle"), inline(report.cycle, "title")), (_("Entity"), inline(report.entity, "name"))]
    if submission:
        day = dates.day(timezone.localtime(submission.at).date())
        words = _("Version {number}, as it was submitted").format(number=submission.number)
        return [*rows, (_("State"), (Run(f"{words}, {day}"),)), *how_it_came(submission.received)]
    return [*rows, (_("State"), (Run(report.get_state_display()),)), *how_it_came(report.received)]


def how_it_came(received):
    """Of a report that the secretariat entered on behalf: through what, from whom and when."""
    return [(_("Entered on behalf"), (Run(received_words(received)),))] if received else []


def section_heading(section):
    return Heading((Run(f"{section.code}. "), *inline(section, "title")))


def question_heading(question):
    return Heading((Run(f"{question.code} "), *inline(question, "text")), 2)


def answer_blocks(item):
    """The question, what was said, and how it is known."""
    blocks = [question_heading(item.question), *said(item.question, item.content)]
    if item.carried_over:
        state = {"unconfirmed": _("Not confirmed yet"), "unchanged": _("Unchanged"), "changed": _("Changed")}
        words = _("Last cycle: {state}").format(state=state[item.carried_over])
        blocks.append(Paragraph((Run(words, style="quiet"),)))
    if item.evidence:
        named = [(Run(words_of(piece), href=address_of(piece)),) for piece in item.evidence]
        blocks.append(Paragraph((Run(_("Evidence:") + " ", style="quiet"), *joined(named))))
    return blocks


def words_of(evidence):
    if evidence.initiative:
        return languages.text_of(evidence.initiative, "title")
    if evidence.record:
        return f"{evidence.record_kind.label} {evidence.record_words}"
    return evidence.file.name if evidence.file else evidence.url


def address_of(evidence):
    if evidence.url:
        return evidence.url
    if evidence.record:
        return address(evidence.record_address)
    return address((evidence.initiative or evidence.file).get_absolute_url())


def said(question, content):
    """One answer as blocks."""
    if not is_answered(content):
        return [Paragraph((Run(_("No answer"), style="quiet"),))]
    if content["not_applicable"]:
        return [Paragraph((Run(_("Does not apply")),)), *lines(content["reason"], content["text_language"])]
    value = content["value"]
    if question.is_text:
        return lines(content["text"], content["text_language"])
    if question.type == QuestionType.PERCENT:
        return [Paragraph((Run(str(figure(value, "%"))),))]
    if question.type == QuestionType.NUMBER:
        return [Paragraph((Run(f"{show(value)} "), *inline(question, "unit")))]
    if question.type == QuestionType.TABLE:
        return [table_of(question, value)]
    labels = labels_of(question, value)
    if question.type == QuestionType.RANKING:
        labels = [f"{place}. {label}" for place, label in enumerate(labels, start=1)]
    if len(labels) == 1:
        return [Paragraph((Run(labels[0]),))]
    return [Listing(tuple((Run(label),) for label in labels))]


def lines(text, code):
    language = foreign(languages.BY_CODE[code]) if code in languages.BY_CODE else None
    return [Paragraph((Run(line),), language) for line in text.splitlines() if line.strip()]


def table_of(question, rows):
    columns = list(question.columns.all())
    head = tuple(languages.text_of(column, "label") for column in columns)
    cells = tuple(tuple((Run(str(cell_of(column, row))),) for column in columns) for row in rows)
    return Table(_("Table"), head, cells)


# The empty form


def questionnaire_paper(questionnaire, cycle, person):
    """To be read, discussed and filled in by hand before one writes the report in the portal."""
    blocks = paragraphs(questionnaire, "description")
    for section in questionnaire.sections.all():
        blocks += [section_heading(section), *paragraphs(section, "intro")]
        for question in section.questions.all():
            blocks += [question_heading(question), *asked(question)]
    return Paper(
        kind=_("Questionnaire"),
        title=inline(questionnaire, "title") or (Run(questionnaire.code),),
        language=languages.current(),
        symbol=f"{cycle.slug}/{questionnaire.code}",
        facts=Facts(((_("Cycle"), inline(cycle, "title")),)),
        blocks=tuple(blocks),
        foot=foot(cycle, cycle.get_absolute_url(), person),
        address=address(cycle.get_absolute_url()),
    )


def asked(question):
    notes = [] if question.required else [_("(optional)")]
    notes += [condition_words(question)] if question.condition_question else []
    blocks = [Paragraph((Run(" ".join(notes), style="quiet"),))] if notes else []
    return [*blocks, *paragraphs(question, "help"), *room_for(question)]


def room_for(question):
    """What one ticks, or the lines that one writes on."""
    if question.type == QuestionType.YES_NO:
        return [choices_of([_("Yes"), _("No")])]
    if question.type == QuestionType.SCALE:
        return [choices_of(map(str, question.scale_points))]
    if question.type in (QuestionType.ONE_OF, QuestionType.MANY_OF, QuestionType.RANKING):
        return [choices_of(languages.text_of(choice, "label") for choice in question.choices.all())]
    if question.type == QuestionType.TABLE:
        columns = list(question.columns.all())
        row = tuple((Run(" "),) for _column in columns)
        return [Table(_("Table"), tuple(languages.text_of(column, "label") for column in columns), (row,) * BLANK_ROWS)]
    unit = (Run(" "), *inline(question, "unit")) if question.type == QuestionType.NUMBER else ()
    number_of_lines = 4 if question.type == QuestionType.LONG_TEXT else 1
    return [Paragraph((LINE, *unit)) for _line in range(number_of_lines)]


def choices_of(labels):
    return Listing(tuple((Run("[   ] "), Run(label)) for label in labels))


def foot(cycle, path, person):
    return printed_note(path, person, _("Its figures are invented and shown apart.") if cycle.is_demo else "")
