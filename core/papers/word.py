"""Papers as Word documents: real headings, lists and tables, so that a person can go on writing in them.

Word keeps two fonts, sizes and weights for each text, one of them for scripts such as Arabic ("complex scripts"), and
sets a paragraph, a run and a table from right to left each on its own. All of that is said here, once.
"""

from dataclasses import replace
from io import BytesIO

from django.template.defaultfilters import truncatechars
from django.utils import timezone
from django.utils.translation import gettext as _
from docx import Document
from docx.enum.table import WD_TABLE_DIRECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph as Paragraph_

from core import languages
from core.papers import endnotes
from core.papers.structure import Bars, Contents, Facts, Heading, Listing, Paper, Paragraph, Table

TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
# Fonts that come with Word on every system: of Latin and Cyrillic, of Arabic, of Chinese letters.
FONTS = {"ascii": "Arial", "hAnsi": "Arial", "cs": "Arial", "eastAsia": "Microsoft YaHei"}
# Language and country as the spelling check knows them.
SPELLING = {"ar": "ar-SA", "zh-hans": "zh-CN", "en": "en-GB", "fr": "fr-FR", "ru": "ru-RU", "es": "es-ES"}
# Style of Word: size in points, bold, space before and after in points.
LOOKS = {
    "Normal": (10.5, False, 0, 6),
    "Title": (17, True, 0, 8),
    "Subtitle": (11, True, 0, 2),
    "Heading 1": (13, True, 16, 4),
    "Heading 2": (11.5, True, 12, 3),
    "Heading 3": (10.5, True, 8, 2),
    "List Bullet": (10.5, False, 0, 3),
    "Caption": (10.5, True, 6, 3),
    "Header": (8.5, False, 0, 0),
    "Footer": (8.5, False, 0, 0),
}
FACT_WIDTHS = Mm(50), Mm(116)
# They say the direction of what has none of its own: the dot between two names, the stroke at the end of an address.
LEFT_TO_RIGHT, RIGHT_TO_LEFT = "\u200e", "\u200f"
INK, QUIET, BLUE = RGBColor(0x11, 0x11, 0x11), RGBColor(0x44, 0x44, 0x44), RGBColor(0x00, 0x45, 0x7C)
COLOURS = {"Subtitle": BLUE, "Header": QUIET, "Footer": QUIET}


def write(paper: Paper):
    """The paper as bytes."""
    out = BytesIO()
    Writer(paper).document.save(out)
    return out.getvalue()


class Writer:
    def __init__(self, paper):
        self.paper = paper
        self.document = Document()
        self.set_page()
        self.set_styles()
        self.set_properties()
        self.write_edges()
        self.write_all()

    def write_all(self):
        paper = self.paper
        self.paragraph((), "Subtitle").add_run(paper.kind)
        self.paragraph(paper.title, "Title")
        if paper.level:
            self.paragraph(()).add_run(paper.level).bold = True
        self.write(paper.facts)
        for block in (*paper.blocks, *paper.foot):
            self.write(block)
        for run in self.document.element.body.iter(qn("w:r")):
            complete(run, self.paper.language)
        if paper.notes:
            endnotes.add(self.document, [self.note(runs) for runs in paper.notes])

    def note(self, runs):
        """A paragraph that stands nowhere yet. A note leads nowhere: its part of the file has no links."""
        paragraph = Paragraph_(OxmlElement("w:p"), self.document._body)
        self.fill(paragraph, [replace(run, href="") for run in runs])
        for run in paragraph._p.iter(qn("w:r")):
            complete(run, self.paper.language)
        return paragraph._p

    def write(self, block):
        WRITERS[type(block)](self, block)

    # The document

    def set_page(self):
        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = Mm(22)
        section.top_margin = section.bottom_margin = Mm(24)
        if self.is_rtl:
            section._sectPr.append(OxmlElement("w:bidi"))

    @property
    def is_rtl(self):
        return self.paper.language.direction == "rtl"

    def set_styles(self):
        styles = self.document.styles
        defaults = styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
        set_fonts(defaults.find(qn("w:rFonts")))
        set_language(defaults, self.paper.language)
        for name, (size, is_bold, before, after) in LOOKS.items():
            style = styles[name]
            style.font.size, style.font.bold, style.font.italic = Pt(size), is_bold, False
            style.font.color.rgb = COLOURS.get(name, INK)
            style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
            properties = style.element.get_or_add_rPr()
            set_fonts(properties.get_or_add_rFonts())
            set_complex(properties, size, is_bold)
            remove(properties, "w:spacing", "w:kern")  # letters set apart tear Arabic words
        if self.is_rtl:
            add_bidi(styles["Normal"].element.get_or_add_pPr(), True)
        # The line that Word draws under a title belongs to another look.
        remove(styles["Title"].element.get_or_add_pPr(), "w:pBdr")

    def set_properties(self):
        known = self.document.core_properties
        known.title, known.author = truncatechars(self.paper.name, 250), _("SSTC Mechanism")
        known.subject, known.language = self.paper.symbol, self.paper.language.html
        known.comments, known.created = "", timezone.now().replace(tzinfo=None)
        known.modified = known.created

    def write_edges(self):
        """Symbol and level above each page, its number below."""
        section = self.document.sections[0]
        above, below = section.header.paragraphs[0], section.footer.paragraphs[0]
        above.add_run(" · ".join(filter(None, [self.paper.symbol, self.paper.kind, self.paper.level])))
        add_field(below, "PAGE")
        below.add_run(" / ")
        add_field(below, "NUMPAGES")
        below.alignment = WD_ALIGN_PARAGRAPH.CENTER
        add_bidi(below._p.get_or_add_pPr(), False)
        for part in (section.header, section.footer):
            part.is_linked_to_previous = False
            for run in part._element.iter(qn("w:r")):
                complete(run, self.paper.language)

    # Blocks

    def paragraph(self, runs, style="Normal", language=None, place=None):
        paragraph = (place or self.document).add_paragraph(style=style)
        self.fill(paragraph, runs, language)
        return paragraph

    def fill(self, paragraph, runs, language=None):
        if language and (language.direction == "rtl") != self.is_rtl:
            add_bidi(paragraph._p.get_or_add_pPr(), language.direction == "rtl")
        for run in runs:
            self.add_run(paragraph, run, language)

    def add_run(self, paragraph, run, language):
        if run.style == "endnote":
            paragraph._p.append(endnotes.reference(run.text))
            return
        made = paragraph.add_run(with_marks(run) if self.is_rtl else run.text)
        made.bold = True if run.style == "strong" else None
        if run.style == "quiet":
            made.font.color.rgb, made.font.bold = QUIET, False
        language = languages.BY_CODE["en"] if run.style == "code" else run.language or language
        if language:
            set_language(made._r.get_or_add_rPr(), language)
            made.font.rtl = language.direction == "rtl"
        if run.href:
            made.font.color.rgb = BLUE
            link(paragraph, made, run.href)

    def write_heading(self, block):
        self.paragraph(block.runs, f"Heading {block.level}")

    def write_paragraph(self, block):
        self.paragraph(block.runs, language=block.language)

    def leave_out(self, block):
        """Drawn in the PDF only."""

    def write_listing(self, block):
        for item in block.items:
            self.paragraph(item, "List Bullet")

    def write_facts(self, block):
        if block.rows:
            table = self.table(block.rows, 2, "Normal Table")
            table.autofit = False
            for column, width in zip(table.columns, FACT_WIDTHS, strict=True):
                column.width = width  # of the grid, which LibreOffice goes by
                for cell in column.cells:
                    cell.width = width
            self.end_table()

    def write_table(self, block):
        if block.caption:
            self.paragraph((), "Caption").add_run(block.caption)
        table = self.table(block.rows, len(block.head), "Table Grid", block.head)
        header = table.rows[0]._tr.get_or_add_trPr()
        header.append(OxmlElement("w:tblHeader"))
        self.end_table()

    def end_table(self):
        """Word joins two tables between which no paragraph stands."""
        space = self.paragraph(()).paragraph_format
        space.line_spacing, space.space_after = Pt(6), Pt(0)

    def table(self, rows, columns, style, head=()):
        table = self.document.add_table(rows=0, cols=columns, style=style)
        table.table_direction = WD_TABLE_DIRECTION.RTL if self.is_rtl else WD_TABLE_DIRECTION.LTR
        if head:
            for cell, words in zip(table.add_row().cells, head, strict=True):
                cell.paragraphs[0].add_run(words).bold = True
        for row in rows:
            made = table.add_row()
            made._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
            for cell, value in zip(made.cells, row, strict=True):
                if isinstance(value, str):
                    cell.paragraphs[0].add_run(value).font.color.rgb = QUIET
                else:
                    self.fill(cell.paragraphs[0], value)
        for paragraph in (paragraph for row in table.rows for cell in row.cells for paragraph in cell.paragraphs):
            paragraph.paragraph_format.space_after = Pt(2)
        return table


WRITERS = {
    Bars: Writer.leave_out,
    Contents: Writer.leave_out,
    Heading: Writer.write_heading,
    Paragraph: Writer.write_paragraph,
    Listing: Writer.write_listing,
    Facts: Writer.write_facts,
    Table: Writer.write_table,
}


def element(name, **values):
    made = OxmlElement(name)
    for key, value in values.items():
        made.set(qn(f"w:{key}"), value)
    return made


def set_fonts(fonts):
    """Fonts by name: those of a theme would come first and have no Arabic."""
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for name, font in FONTS.items():
        fonts.set(qn(f"w:{name}"), font)


def remove(properties, *names):
    for name in names:
        for old in properties.findall(qn(name)):
            properties.remove(old)


def with_marks(run):
    """The text in a paper from right to left: Latin names keep their order, an address stays in one piece."""
    if run.href:
        return run.text + LEFT_TO_RIGHT
    if not any(map(str.isalnum, run.text)):
        return RIGHT_TO_LEFT + run.text + RIGHT_TO_LEFT
    return run.text


def set_complex(properties, size, is_bold):
    """Weight and size once more, for Arabic."""
    remove(properties, "w:bCs", "w:szCs")
    if is_bold:
        properties.find(qn("w:b")).addnext(element("w:bCs"))
    properties.find(qn("w:sz")).addnext(element("w:szCs", val=str(round(size * 2))))


def set_language(properties, language):
    """For the spelling check and the voice that reads; it stands last among the properties of a run."""
    remove(properties, "w:lang")
    spelling = SPELLING[language.code]
    values = {"val": spelling if language.code not in ("ar", "zh-hans") else SPELLING["en"]}
    if language.code == "zh-hans":
        values["eastAsia"] = spelling
    if language.code == "ar":
        values["bidi"] = spelling
    properties.append(element("w:lang", **values))


def add_bidi(properties, is_rtl):
    """`bidi` has its place among the properties of a paragraph: after the tabs, before indent and alignment."""
    remove(properties, "w:bidi")
    bidi = element("w:bidi") if is_rtl else element("w:bidi", val="0")
    properties.insert_element_before(
        bidi, "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:mirrorIndents",
        "w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment", "w:textboxTightWrap", "w:outlineLvl",
        "w:divId", "w:cnfStyle", "w:rPr", "w:sectPr", "w:pPrChange",
    )  # fmt: skip


def complete(run, language):
    """What every run needs: bold for Arabic too, and the direction of the paper where it has none of its own."""
    properties = run.get_or_add_rPr()
    bold = properties.find(qn("w:b"))
    if bold is not None and properties.find(qn("w:bCs")) is None:
        bold.addnext(element("w:bCs", **({"val": "0"} if bold.val is False else {})))
    if language.direction == "rtl" and properties.find(qn("w:lang")) is None:
        properties.insert_element_before(element("w:rtl"), "w:cs", "w:em", "w:lang")


def add_field(paragraph, instruction):
    field = element("w:fldSimple", instr=instruction)
    run = OxmlElement("w:r")
    words = OxmlElement("w:t")
    words.text = "1"  # until Word counts
    run.append(words)
    field.append(run)
    paragraph._p.append(field)


def link(paragraph, run, address):
    relation = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    made = OxmlElement("w:hyperlink")
    made.set(qn("r:id"), relation)
    run._r.addprevious(made)
    made.append(run._r)
