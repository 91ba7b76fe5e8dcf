"""Reading the papers of a meeting back."""

from io import BytesIO

from django.urls import reverse
from django.utils import translation
from docx import Document
from pypdf import PdfReader


def paper_address(meeting, paper="agenda", ending="docx", language="en"):
    with translation.override(language):
        return reverse("meetings:paper", args=[meeting.slug, paper, ending])


def text_of_docx(content):
    made = Document(BytesIO(content))
    cells = [cell.text for table in made.tables for row in table.rows for cell in row.cells]
    edges = [made.sections[0].header.paragraphs[0].text]
    return "\n".join([*edges, *[paragraph.text for paragraph in made.paragraphs], *cells])


def text_of_pdf(content):
    """Words may stand apart where a line ends: one space between all."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages).split())


def text_of_paper(client, meeting, paper="agenda", ending="docx", language="en"):
    response = client.get(paper_address(meeting, paper, ending, language))
    assert response.status_code == 200, response
    return (text_of_pdf if ending == "pdf" else text_of_docx)(response.content)
