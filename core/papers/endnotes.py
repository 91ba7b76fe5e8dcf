"""Real endnotes of a Word document: a part of the file of its own, for which python-docx has no words.

ECMA-376 part 1, 17.11: the part begins with the two lines that separate notes from the text, which the settings name.
"""

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml import etree

SEPARATORS = {"-1": ("separator", "w:separator"), "0": ("continuationSeparator", "w:continuationSeparator")}


def reference(number):
    """The run that stands in the text; Word writes the number by itself."""
    return parse_xml(
        f'<w:r {nsdecls("w")}><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        f'<w:endnoteReference w:id="{number}"/></w:r>'
    )


def add(document, paragraphs):
    """`paragraphs` are the elements of the notes, in the order of their numbers, which begin with 1."""
    root = parse_xml(f"<w:endnotes {nsdecls('w')}/>")
    for key, (kind, mark) in SEPARATORS.items():
        root.append(separator(key, kind, mark))
    for number, paragraph in enumerate(paragraphs, start=1):
        root.append(note(number, paragraph))
    blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    part = Part(PackURI("/word/endnotes.xml"), CONTENT_TYPE.WML_ENDNOTES, blob, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.ENDNOTES)
    document.settings.element.insert_element_before(numbering(separators()), "w:compat", "w:rsids", "m:mathPr")
    document.sections[0]._sectPr.insert_element_before(numbering(), "w:type", "w:pgSz")


def separator(key, kind, mark):
    return parse_xml(
        f'<w:endnote {nsdecls("w")} w:type="{kind}" w:id="{key}"><w:p><w:r><{mark}/></w:r></w:p></w:endnote>'
    )


def note(number, paragraph):
    made = OxmlElement("w:endnote")
    made.set(qn("w:id"), str(number))
    paragraph.insert(
        1 if paragraph.find(qn("w:pPr")) is not None else 0,
        parse_xml(
            f'<w:r {nsdecls("w")}><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:endnoteRef/>'
            f'<w:t xml:space="preserve"> </w:t></w:r>'
        ),
    )
    made.append(paragraph)
    return made


def separators():
    return "".join(f'<w:endnote w:id="{key}"/>' for key in SEPARATORS)


def numbering(inside=""):
    """Arabic numbers: without a word, notes at the end are counted i, ii, iii. Word asks the settings, others the
    section."""
    return parse_xml(f'<w:endnotePr {nsdecls("w")}><w:numFmt w:val="decimal"/>{inside}</w:endnotePr>')
