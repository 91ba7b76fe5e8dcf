"""Makes the workbook of a report, in the language of the reader."""

import tempfile
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from openpyxl import Workbook

from core import languages
from core.workbooks.writing import sheet_title, write_text
from strategy.contents import BLANK
from strategy.workbooks import layout, sheets, signature
from strategy.workbooks.digests import digest_of_values
from strategy.workbooks.instructions import write_instructions
from strategy.workbooks.layout import SectionSheet
from strategy.workbooks.lists import LISTS, Lists
from strategy.workbooks.sheets import Made


@dataclass
class Source:
    """Everything of a report that its workbook shows. A blank one shows no answers, but knows of them."""

    report: object
    questionnaire: object
    answers: dict  # {question id: Answer}
    last: dict = field(default_factory=dict)  # {question code: content} of the last cycle
    evidence: dict = field(default_factory=dict)  # {answer id: [Evidence]}
    is_blank: bool = False

    def answer(self, question):
        return self.answers.get(question.pk)

    def content(self, question):
        answer = self.answer(question)
        return answer.content if answer and not self.is_blank else BLANK

    def evidence_of(self, question):
        answer = self.answer(question)
        return self.evidence.get(answer.pk, []) if answer else []


def write(source):
    """An open file with the workbook."""
    file = tempfile.TemporaryFile()  # noqa: SIM115 - the answer closes it
    Writer(source).workbook.save(file)
    file.seek(0)
    return file


class Writer:
    def __init__(self, source):
        self.source = source
        self.layout = layout.layout_of(source.questionnaire)
        self.workbook = Workbook()
        self.workbook.remove(self.workbook.active)
        self.workbook.properties.creator = "SSTC Portal"
        self.workbook.properties.title = str(source.report)
        self.instructions = self.new_sheet(_("Instructions"))
        write_instructions(self.instructions, source.report)
        self.lists = Lists()
        self.made = [self.make(sheet) for sheet in self.layout]
        self.lists.write(self.workbook.create_sheet(LISTS))
        self.sign()

    def make(self, sheet):
        made = Made(self.new_sheet(sheets.title_of(sheet)), self.lists)
        write_sheet = sheets.write_section if isinstance(sheet, SectionSheet) else sheets.write_table
        write_sheet(made, sheet, self.source)
        return made

    def new_sheet(self, title):
        sheet = self.workbook.create_sheet(sheet_title(title, [*self.workbook.sheetnames, LISTS, signature.SHEET]))
        sheet.sheet_view.rightToLeft = languages.current().direction == "rtl"
        sheet.sheet_view.showGridLines = False
        sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.page_margins.left = sheet.page_margins.right = 0.4
        # Against accidents only, therefore without a password. Heights and widths may be changed.
        sheet.protection.sheet = True
        sheet.protection.formatColumns = sheet.protection.formatRows = False
        return sheet

    def sign(self):
        sheet = self.workbook.create_sheet(signature.SHEET)
        for row, piece in enumerate(self.signed.pieces, start=1):
            write_text(sheet.cell(row, 1), piece)
        sheet.protection.sheet = True
        sheet.sheet_state = "veryHidden"

    @property
    def signed(self):
        report, questionnaire = self.source.report, self.source.questionnaire
        return signature.Signed(
            version=layout.VERSION,
            report=report.pk,
            entity=report.entity.code,
            cycle=report.cycle.slug,
            questionnaire=questionnaire.code,
            edition=questionnaire.edition,
            structure=layout.digest_of_structure(self.layout),
            language=languages.current().code,
            is_blank=self.source.is_blank,
            instructions=self.instructions.title,
            sheets=[made.sheet.title for made in self.made],
            heads=[made.heads for made in self.made],
            versions={question.code: self.version_of(question) for question in questionnaire.questions},
            cells=self.digests,
        )

    def version_of(self, question):
        answer = self.source.answer(question)
        return answer.version if answer else 0

    @property
    def digests(self):
        """{question code: digest of what stands in its cells}, in the order in which reading.Cells has them."""
        cells = {}
        for made in self.made:
            for code, answers in made.answers.items():
                cells.setdefault(code, []).extend(answers)
        for made in self.made:
            for code, asides in made.asides.items():
                cells.setdefault(code, []).extend(asides)
        return {code: digest_of_values([cell.value for cell in found]) for code, found in cells.items()}
