"""Papers as PDF and Word: what stands in them, their languages and directions, and what they may never fetch."""

from dataclasses import replace
from io import BytesIO

import pytest
from django.utils import translation
from docx import Document
from docx.oxml.ns import qn
from pypdf import PdfReader

from core import languages
from core.papers import pdf, word
from core.papers.fetching import FontFetcher
from core.papers.structure import Facts, Heading, Listing, Paper, Paragraph, Run, Table

ARABIC, ENGLISH, CHINESE = (languages.BY_CODE[code] for code in ("ar", "en", "zh-hans"))
TITLES = {"ar": "جدول الأعمال", "zh-hans": "会议议程", "en": "Agenda", "ru": "Повестка"}


def a_paper(code="en", title=None, **fields):
    with translation.override(code):
        defaults = {
            "kind": "Agenda",
            "title": (Run(title or TITLES[code]),),
            "symbol": "SSTC/2026/3",
            "facts": Facts((("Date", (Run("30 July"),)),)),
            "blocks": (
                Heading((Run("1. "), Run("Opening"))),
                Paragraph((Run("Who speaks: "), Run("جدول", ARABIC), Run(" SSTC/2026/3/1", style="code"))),
                Paragraph((Run("A whole text in English"),), ENGLISH if code != "en" else None),
                Listing(((Run("First", href="https://portal.example/x/"),), (Run("Second"),))),
                Table("Points", ("Number", "Owner"), (((Run("AP-2026-001"),), (Run("ILO"),)),)),
            ),
            "foot": (Paragraph((Run("Printed"),)),),
        }
        return Paper(language=languages.BY_CODE[code], **(defaults | fields))


def pdf_of(content):
    return PdfReader(BytesIO(content))


def text_of_pdf(content):
    return "\n".join(page.extract_text() for page in pdf_of(content).pages)


@pytest.mark.parametrize("code", ["ar", "zh-hans", "ru"])
def test_pdf_is_tagged_and_names_its_language_and_title(code):
    made = pdf_of(pdf.write(a_paper(code)))

    root = made.trailer["/Root"]
    assert (root["/MarkInfo"]["/Marked"], root["/Lang"]) == (True, languages.BY_CODE[code].html)
    assert made.metadata.title.endswith(TITLES[code])
    fonts = {font.get_object()["/BaseFont"] for font in made.pages[0]["/Resources"]["/Font"].values()}
    expected = {"ar": "+Paper-Arabic", "zh-hans": "+Paper-Chinese", "ru": "+Paper"}[code]
    assert any(font.endswith(expected) for font in fonts), fonts
    assert all("+Paper" in font for font in fonts), fonts


def test_pdf_has_everything_that_the_paper_says():
    said = text_of_pdf(pdf.write(a_paper()))

    for words in ("Agenda", "SSTC/2026/3", "30 July", "1. Opening", "First", "AP-2026-001", "Printed", "1 / 1"):
        assert words in said
    # A symbol that has no font would be an empty box.
    assert "\x00" not in said


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "http://127.0.0.1:5432/",
        "http://169.254.169.254/latest/meta-data/",
        "https://example.org/x.png",
        "data:text/plain,secret",
        "font:../pdf.py",
        "font:",
    ],
)
def test_pdf_fetches_nothing_but_its_fonts(address):
    with pytest.raises(ValueError, match="fetches nothing"):
        FontFetcher()(address)


def test_what_people_write_is_no_markup_in_a_pdf(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("TOP-SECRET")
    evil = f'<link rel="attachment" href="file://{secret}"><img src="file://{secret}"><style>@import "x"</style>'

    content = pdf.write(a_paper(title=evil))

    made = pdf_of(content)
    assert not made.attachments
    assert b"TOP-SECRET" not in content
    assert "<img" in text_of_pdf(content)


def test_even_a_template_that_asks_for_a_file_gets_none(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("TOP-SECRET")
    link = f'<link rel="attachment" href="file://{secret}"><link rel="stylesheet" href="http://127.0.0.1:9/x.css">'

    content = pdf.from_html(f'<html lang="en"><head><title>x</title>{link}</head><body><p>x</p></body></html>')

    assert not pdf_of(content).attachments


def test_word_document_has_real_headings_lists_and_a_header_row():
    made = Document(BytesIO(word.write(a_paper())))

    styles = {paragraph.text: paragraph.style.name for paragraph in made.paragraphs if paragraph.text}
    assert styles["Agenda"] in ("Title", "Subtitle")
    assert styles["1. Opening"] == "Heading 1"
    assert (styles["First"], styles["Second"]) == ("List Bullet", "List Bullet")
    table = made.tables[-1]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert [cell.text for cell in table.rows[1].cells] == ["AP-2026-001", "ILO"]
    assert (made.core_properties.language, made.core_properties.subject) == ("en", "SSTC/2026/3")
    links = [relation.target_ref for relation in made.part.rels.values() if relation.is_external]
    assert links == ["https://portal.example/x/"]


def test_arabic_word_document_is_right_to_left_in_every_part_and_english_in_it_left_to_right():
    made = Document(BytesIO(word.write(a_paper("ar"))))

    assert made.sections[0]._sectPr.find(qn("w:bidi")) is not None
    assert made.styles["Normal"].element.pPr.find(qn("w:bidi")) is not None
    assert all(table._tbl.tblPr.find(qn("w:bidiVisual")) is not None for table in made.tables)
    title = next(paragraph for paragraph in made.paragraphs if paragraph.style.name == "Title")
    assert title.runs[0].font.rtl is True
    english = next(paragraph for paragraph in made.paragraphs if "A whole text" in paragraph.text)
    assert english._p.pPr.find(qn("w:bidi")).get(qn("w:val")) == "0"
    assert english.runs[0].font.rtl is False
    assert english.runs[0]._r.rPr.find(qn("w:lang")).get(qn("w:val")) == "en-GB"
    heading = made.styles["Heading 1"].element.rPr
    assert heading.find(qn("w:bCs")) is not None
    assert heading.find(qn("w:rFonts")).get(qn("w:cs")) == "Arial"
    assert made.styles["Title"].element.rPr.find(qn("w:spacing")) is None, "letters set apart tear the words"


def test_arabic_word_document_says_the_direction_of_dots_between_names_and_of_addresses():
    dot, address = Run(" · "), Run("https://portal.example/x/", href="https://portal.example/x/")
    block = Paragraph((Run("ILO"), dot, Run("UNOSSC"), Run(" "), address))

    def last(code):
        made = Document(BytesIO(word.write(replace(a_paper(code), blocks=(block,), foot=()))))
        return next(paragraph for paragraph in made.paragraphs if "UNOSSC" in paragraph.text).text

    assert last("ar") == "ILO\u200f · \u200fUNOSSC\u200f \u200fhttps://portal.example/x/\u200e"
    assert last("en") == "ILO · UNOSSC https://portal.example/x/"


def test_columns_of_the_facts_are_as_wide_in_the_grid_as_in_the_cells():
    table = Document(BytesIO(word.write(a_paper()))).tables[0]

    assert [column.width.mm for column in table.columns] == pytest.approx([50, 116], abs=0.1)
    assert [cell.width.mm for cell in table.rows[0].cells] == pytest.approx([50, 116], abs=0.1)


@pytest.mark.parametrize("code", ["ar", "en"])
def test_word_keeps_the_order_of_elements_that_the_standard_asks_for(code):
    """Word refuses a file whose elements stand in another order."""
    order = {
        "rPr": "rStyle rFonts b bCs i iCs caps color sz szCs u rtl cs lang".split(),
        "pPr": "pStyle keepNext keepLines pBdr shd tabs bidi spacing ind contextualSpacing jc outlineLvl rPr".split(),
        "tblPr": "tblStyle bidiVisual tblW jc tblLayout tblLook".split(),
        "trPr": "cantSplit tblHeader".split(),
    }
    made = Document(BytesIO(word.write(a_paper(code))))
    for part in (made.element, made.styles.element, made.sections[0].header._element):
        for name, known in order.items():
            for found in part.iter(qn(f"w:{name}")):
                here = [child.tag.rpartition("}")[2] for child in found]
                places = [known.index(child) for child in here if child in known]
                assert places == sorted(places), (name, here)
                assert len(set(here)) == len(here), (name, here)
