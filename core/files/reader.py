"""Reads the text of one document from standard input and writes it to standard output.

    python -m core.files.reader pdf < document.pdf

A process of its own with little memory and time: a hostile document ends this process and nothing else.
Standard library and pypdf only; Django is not loaded.
"""

import io
import re
import resource
import sys
import zipfile
from xml.etree import ElementTree

MOST_CHARACTERS = 500_000
MOST_PAGES = 1_000
MOST_UNPACKED = 200 * 1024 * 1024
SECONDS = 60
MEMORY = 1024 * 1024 * 1024

# Which parts of the archive hold text, and which elements end a line.
PARTS = {
    "docx": r"word/(document|footnotes|endnotes)\.xml",
    "pptx": r"ppt/(slides|notesSlides)/[^/]+\.xml",
    "xlsx": r"xl/sharedStrings\.xml",
    **dict.fromkeys(("odt", "ods", "odp"), r"content\.xml"),
}
LINES = {"p", "h", "si"}


def read(kind, content):
    if kind == "pdf":
        return text_of_pdf(content)
    if kind in PARTS:
        return text_of_archive(content, PARTS[kind])
    return content.decode("utf-8-sig", errors="replace")


def text_of_pdf(content):
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(content))
    texts, length = [], 0
    for page in reader.pages[:MOST_PAGES]:
        texts.append(page.extract_text() or "")
        length += len(texts[-1])
        if length > MOST_CHARACTERS:
            break
    return "\n".join(texts)


def text_of_archive(content, parts):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = sorted(
            (name for name in archive.namelist() if re.fullmatch(parts, name)), key=lambda name: (len(name), name)
        )
        if sum(archive.getinfo(name).file_size for name in names) > MOST_UNPACKED:
            raise ValueError("The text is too large.")
        return "\n".join(text_of_xml(archive, name) for name in names)


def text_of_xml(archive, name):
    """The words of each paragraph on a line. The parser opens no other file, and ends where entities grow too far."""
    pieces = []
    with archive.open(name) as part:
        for _event, element in ElementTree.iterparse(part):
            if element.tag.rpartition("}")[2] in LINES:
                text = "".join(element.itertext()).strip()
                if text:
                    pieces.append(text)
                element.clear()
    return "\n".join(pieces)


def main():
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    sys.stdout.write(read(sys.argv[1], sys.stdin.buffer.read())[:MOST_CHARACTERS])


if __name__ == "__main__":
    main()
