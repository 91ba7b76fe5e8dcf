"""A real document for a demo meeting: its agenda as a DOCX, made from our own demo text, which says what it is."""

import io
import zipfile
from xml.sax.saxutils import escape

from django.core.files.base import ContentFile

from core import languages
from core.files import uploads
from core.loading import texts
from meetings.models import DocumentLevel, MeetingDocument

TITLE = {
    "ar": "جدول الأعمال المشروح (للعرض التجريبي)",
    "zh_hans": "议程说明（演示）",
    "en": "Annotated agenda (demo)",
    "fr": "Ordre du jour annoté (démonstration)",
    "ru": "Аннотированная повестка дня (демонстрация)",
    "es": "Programa anotado (demostración)",
}
SAYS_WHAT_IT_IS = "This is a demo document. The meeting is invented; no such paper was issued by the United Nations."
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def add_agenda(meeting, officer):
    file = uploads.keep(officer, "Annotated agenda (demo).docx", ContentFile(docx(agenda_of(meeting))))
    return MeetingDocument.objects.create(
        meeting=meeting, file=file, level=DocumentLevel.PUBLIC, language=languages.DEFAULT, **texts(title=TITLE)
    )


def agenda_of(meeting):
    lines = [meeting.title_en, SAYS_WHAT_IT_IS, meeting.purpose_en]
    for item in meeting.items.order_by("number"):
        lines += [f"{item.number}. {item.title_en}", item.summary_en]
    return [line for line in lines if line]


def docx(paragraphs):
    body = "".join(f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>' for text in paragraphs)
    parts = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": RELATIONS,
        "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>',
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{text}')
    return out.getvalue()
