"""Writes one sheet: the questions of a section, or the rows of a table."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from openpyxl.utils import get_column_letter

from core import languages
from core.workbooks.writing import write_text, write_value
from strategy.models import QuestionType
from strategy.workbooks import layout, styles, words
from strategy.workbooks.answers import value_for_cell
from strategy.workbooks.layout import SectionSheet
from strategy.workbooks.lists import Lists, limit, offered_for
from strategy.workbooks.styles import dress

WIDTHS = dict(zip(layout.COLUMNS, (8, 38, 27, 27, 34, 14, 11, 22, 26, 22), strict=True))
TABLE_WIDTH = 26
FORMATS = {
    QuestionType.PERCENT: styles.PERCENT_FORMAT,
    QuestionType.SHORT_TEXT: styles.TEXT_FORMAT,
    QuestionType.LONG_TEXT: styles.TEXT_FORMAT,
}


@dataclass
class Made:
    """A sheet while it is written, and its cells that are filled in."""

    sheet: object
    lists: Lists
    heads: list = field(default_factory=list)
    answers: dict = field(default_factory=dict)  # {question code: [cell]}
    asides: dict = field(default_factory=dict)  # {question code: [not applicable, reason]}


def title_of(sheet):
    if isinstance(sheet, SectionSheet):
        return f"{sheet.section.code}. {languages.text_of(sheet.section, 'title')}"
    return f"{sheet.question.code} {_('Table')}"


def write_top(made, title, intro, heads):
    sheet, made.heads = made.sheet, heads
    styles.head(sheet, layout.TITLE_ROW, title, styles.TITLE, len(heads))
    styles.head(sheet, layout.INTRO_ROW, intro, styles.SMALL, len(heads))
    sheet.row_dimensions[layout.TITLE_ROW].height = 30
    for column, head in enumerate(heads, start=1):
        cell = sheet.cell(layout.HEADS_ROW, column)
        write_text(cell, head)
        dress(cell, styles.STRONG, styles.HEAD)
    sheet.row_dimensions[layout.HEADS_ROW].height = 32
    sheet.print_title_rows = f"{layout.HEADS_ROW}:{layout.HEADS_ROW}"


def write_input(cell, value, number_format="General", horizontal=None):
    write_value(cell, value)
    dress(cell, locked=False, number_format=number_format, horizontal=horizontal)
    return cell


# Questions


def write_section(made, section_sheet, source):
    write_top(made, title_of(section_sheet), languages.text_of(section_sheet.section, "intro"), words.heads())
    for column, width in WIDTHS.items():
        made.sheet.column_dimensions[get_column_letter(column)].width = width
    made.sheet.freeze_panes = made.sheet.cell(layout.FIRST_ROW, layout.QUESTION)
    for line in section_sheet.lines:
        write_line(made, line, source)


def write_line(made, line, source):
    texts = texts_of_choice(line, source) if line.choice else texts_of_question(line, source)
    for column in layout.COLUMNS:
        cell = made.sheet.cell(line.row, column)
        write_text(cell, texts.get(column, ""))
        dress(cell, font_of(line, column), styles.GREY, indent=2 if line.choice and column == layout.QUESTION else 0)
    if not line.choice:
        write_asides(made, line, source)
    if line.takes_answer:
        write_answer(made, line, source)
    set_height(made.sheet, line)


def font_of(line, column):
    if column == layout.HOW:
        return styles.SMALL
    return styles.STRONG if column == layout.QUESTION and not line.choice else styles.PLAIN


def texts_of_question(line, source):
    question = line.question
    return {
        layout.CODE: line.label,
        layout.QUESTION: languages.text_of(question, "text"),
        layout.HOW: words.how_to_answer(question),
        layout.LAST: words.answer_in_words(question, source.last.get(question.code)),
        layout.EVIDENCE: "\n".join(map(str, source.evidence_of(question))),
    }


def texts_of_choice(line, source):
    last = source.last.get(line.question.code)
    value = value_for_cell(line.question, last, line.choice) if last else None
    return {
        layout.CODE: line.label,
        layout.QUESTION: languages.text_of(line.choice, "label"),
        layout.LAST: "" if value is None else str(value),
    }


def write_asides(made, line, source):
    """What one may say beside the answer."""
    question, content, sheet = line.question, source.content(line.question), made.sheet
    answer = source.answer(question)
    if answer and answer.carried_over:
        confirmations = dict(words.confirmations())
        cell = write_input(sheet.cell(line.row, layout.CONFIRMED), confirmations.get(content["carried_over"]))
        made.lists.offer(sheet, cell, confirmations.values())
    mark = write_input(sheet.cell(line.row, layout.NOT_APPLICABLE), words.yes() if content["not_applicable"] else None)
    made.lists.offer(sheet, mark, [words.yes()])
    reason = write_input(sheet.cell(line.row, layout.REASON), content["reason"], styles.TEXT_FORMAT)
    made.asides[question.code] = [mark, reason]
    write_input(sheet.cell(line.row, layout.LINKS), None, styles.TEXT_FORMAT)


def write_answer(made, line, source):
    """The cell of the answer, with what it offers and warns of."""
    question = line.question
    value = value_for_cell(question, source.content(question), line.choice)
    horizontal = None if question.is_text else "center"
    cell = made.sheet.cell(line.row, layout.ANSWER)
    write_input(cell, value, FORMATS.get(question.type, "General"), horizontal)
    made.answers.setdefault(question.code, []).append(cell)
    if offered := offered_for(question):
        made.lists.offer(made.sheet, cell, offered)
    else:
        limit(made.sheet, cell, question)


def set_height(sheet, line):
    texts = [(sheet.cell(line.row, column).value, WIDTHS[column]) for column in layout.COLUMNS]
    least = styles.ROOM_TO_WRITE if line.question.type == QuestionType.LONG_TEXT else styles.LEAST_HEIGHT
    height = styles.height_of([(text, width) for text, width in texts if isinstance(text, str)], least)
    sheet.row_dimensions[line.row].height = height


# Tables


def write_table(made, table_sheet, source):
    question, sheet = table_sheet.question, made.sheet
    heads = [_("Row"), *[str(column) for _number, column in table_sheet.columns]]
    title = f"{question.code} {languages.text_of(question, 'text')}"
    write_top(made, title, _("A row that stays empty is not kept."), heads)
    sheet.freeze_panes = sheet.cell(layout.FIRST_ROW, layout.FIRST_TABLE_COLUMN)
    for number, _column in table_sheet.columns:
        sheet.column_dimensions[get_column_letter(number)].width = TABLE_WIDTH
    rows = source.content(question)["value"] or []
    for place, row in enumerate(table_sheet.rows):
        dress(sheet.cell(row, 1, place + 1), styles.SMALL, styles.GREY)
        write_table_row(made, table_sheet, row, rows[place] if place < len(rows) else {})


def write_table_row(made, table_sheet, row, known):
    for number, column in table_sheet.columns:
        number_format = "General" if column.is_number else styles.TEXT_FORMAT
        cell = write_input(made.sheet.cell(row, number), known.get(column.code), number_format)
        made.answers.setdefault(table_sheet.question.code, []).append(cell)
