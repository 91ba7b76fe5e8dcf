"""Finds in an uploaded workbook the cells of each question, once it is sure that they stand where they stood."""

from dataclasses import dataclass, field

from django.core.signing import BadSignature

from core.workbooks.cells import CellKind
from core.workbooks.texts import comparable
from strategy.workbooks import layout
from strategy.workbooks.digests import digest_of_values
from strategy.workbooks.layout import SectionSheet, digest_of_structure, layout_of
from strategy.workbooks.refusals import WrongWorkbook
from strategy.workbooks.signature import signed_in


@dataclass
class Cells:
    """Of one question. `answers` are those that hold the answer: one, one for each choice, or the cells of a table
    from left to right and from top to bottom."""

    question: object
    code: object
    confirmed: object
    not_applicable: object
    reason: object
    links: object
    answers: list = field(default_factory=list)

    @property
    def own(self):
        return [*self.answers, self.not_applicable, self.reason]

    @property
    def digest(self):
        return digest_of_values([cell.value if cell.kind != CellKind.FORMULA else "=" for cell in self.own])

    @property
    def table_rows(self):
        """[[Cell]] of a table."""
        width = len(self.question.columns.all())
        return [self.answers[start : start + width] for start in range(0, len(self.answers), width)] if width else []


@dataclass
class Filled:
    """A workbook that belongs to the report and has kept its form. `ignored` are cells where nothing is asked."""

    signed: object
    questions: list
    ignored: list


def filled(book, report, questionnaire):
    """The Filled of a Book. Raises WrongWorkbook, whose message says what is wrong."""
    signed = _signed(book)
    _ensure_same_report(signed, report, questionnaire)
    sheets = layout_of(questionnaire)
    if signed.structure != digest_of_structure(sheets):
        raise WrongWorkbook("questions_changed")
    found = {}
    ignored = []
    for sheet, title, heads in zip(sheets, signed.sheets, signed.heads, strict=True):
        filled_sheet = _sheet(book, title)
        _ensure_heads(filled_sheet, heads)
        if isinstance(sheet, SectionSheet):
            _read_section(sheet, filled_sheet, found)
            ignored += _below(filled_sheet, layout.FIRST_ROW + len(sheet.lines))
        else:
            _read_table(sheet, filled_sheet, found)
    return Filled(signed, list(found.values()), ignored)


def _signed(book):
    if book.is_csv:
        raise WrongWorkbook("csv")
    try:
        signed = signed_in(book)
    except BadSignature as error:
        raise WrongWorkbook("forged") from error
    if signed is None:
        raise WrongWorkbook("foreign")
    if signed.version != layout.VERSION:
        raise WrongWorkbook("other_form")
    return signed


def _ensure_same_report(signed, report, questionnaire):
    if signed.entity != report.entity.code:
        raise WrongWorkbook("other_entity", other=signed.entity, own=report.entity.code)
    if signed.cycle != report.cycle.slug:
        raise WrongWorkbook("other_cycle", other=signed.cycle, own=report.cycle.slug)
    own = (questionnaire.code, questionnaire.edition)
    other = (signed.questionnaire, signed.edition)
    if other != own:
        raise WrongWorkbook("other_questionnaire", other=_edition(*other), own=_edition(*own))
    if signed.report != report.pk:
        raise WrongWorkbook("other_report")


def _edition(code, edition):
    return f"{code}, {edition}"


def _sheet(book, title):
    sheet = book.sheet(title)
    if sheet is None:
        raise WrongWorkbook("sheet_missing", sheet=title)
    return sheet


def _ensure_heads(sheet, heads):
    for column, head in enumerate(heads, start=1):
        cell = sheet.cell(layout.HEADS_ROW, column)
        if comparable(cell.text) != comparable(head):
            raise WrongWorkbook("head_changed", place=cell.place, head=head)


def _read_section(section_sheet, sheet, found):
    for line in section_sheet.lines:
        row = sheet.row(line.row)
        if comparable(row[layout.CODE].text) != comparable(line.label):
            raise WrongWorkbook("row_moved", place=row[layout.CODE].place, label=line.label)
        question = line.question
        if line.choice is None:
            found[question.code] = Cells(
                question=question,
                code=row[layout.CODE],
                confirmed=row[layout.CONFIRMED],
                not_applicable=row[layout.NOT_APPLICABLE],
                reason=row[layout.REASON],
                links=row[layout.LINKS],
            )
        if line.takes_answer:
            found[question.code].answers.append(row[layout.ANSWER])


def _read_table(table_sheet, sheet, found):
    cells = found[table_sheet.question.code].answers
    for row in table_sheet.rows:
        cells += [sheet.cell(row, number) for number, _column in table_sheet.columns]
    for cell in _below(sheet, table_sheet.rows.stop):
        raise WrongWorkbook("table_too_long", place=cell.place, most=layout.MOST_ROWS)


def _below(sheet, row):
    """The first filled cell of each row from there on."""
    return [next(iter(below)) for below in sheet.rows if below.number >= row]
