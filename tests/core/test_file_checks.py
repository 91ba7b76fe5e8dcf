"""What may be kept, and what is refused with words that say what to do."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.files.checks import check_claim, check_content
from core.files.kinds import KINDS, REFUSED_KINDS
from core.files.refusals import WORDS, FileRefused
from tests.core import samples


def refusal_of(content, name):
    """The code of the refusal, whose words must fit its details; "" if the file may stay."""
    try:
        check_content(io.BytesIO(content), check_claim(name, len(content)))
    except FileRefused as refusal:
        return refusal.message and refusal.code
    return ""


@pytest.mark.parametrize("extension", KINDS)
def test_good_file_of_every_kind_is_kept(extension):
    assert refusal_of(samples.GOOD[extension], f"Paper.{extension}") == ""
    assert refusal_of(samples.GOOD[extension], f"PAPER.{extension.upper()}") == ""


@pytest.mark.parametrize(("extension", "code"), REFUSED_KINDS.items())
def test_kind_that_is_known_and_not_kept_is_refused_by_name(extension, code):
    assert refusal_of(b"anything", f"Paper.{extension}") == code


@pytest.mark.parametrize("name", ["Paper.xyz", "Paper", ".pdf", "Paper.pdf.exe", "Paper.pdf ."])
def test_unknown_kind_is_refused(name):
    assert refusal_of(samples.pdf(), name) in ("unknown_kind", "program")


@pytest.mark.parametrize("extension", KINDS)
def test_content_of_another_kind_is_refused_whatever_the_name(extension):
    for other, content in samples.GOOD.items():
        same_type = KINDS[other].type == KINDS[extension].type or {extension, other} == {"csv", "txt"}
        is_kept = refusal_of(content, f"Paper.{extension}") == ""
        assert is_kept == same_type, (extension, other)


def test_refusal_names_the_real_kind():
    with pytest.raises(FileRefused) as refused:
        check_content(io.BytesIO(samples.png()), KINDS["pdf"])

    assert refused.value.message == "The name says PDF, but the content is PNG. Save it again as PDF."


REFUSED = {
    "no bytes": (b"", "Paper.pdf", "empty"),
    "Word with macros": (samples.docx(**{"word/vbaProject.bin": b"x"}), "Paper.docx", "macros"),
    "macros under a harmless name": (
        samples.office("application/vnd.ms-word.document.macroEnabled.main+xml", {"word/document.xml": ""}),
        "Paper.docx",
        "macros",
    ),
    "Excel 4 macros": (
        samples.office(samples.XLSX_TYPE, {"xl/macrosheets/sheet1.xml": ""}),
        "Paper.xlsx",
        "macros",
    ),
    "OpenDocument with Basic": (samples.odt(**{"Basic/Standard/Module1.xml": ""}), "Paper.odt", "macros"),
    "embedded object": (samples.docx(**{"word/embeddings/oleObject1.bin": b"x"}), "Paper.docx", "active"),
    "ActiveX": (samples.docx(**{"word/activeX/activeX1.xml": "x"}), "Paper.docx", "active"),
    "program inside": (samples.docx(**{"word/media/setup.exe": b"MZ"}), "Paper.docx", "active"),
    "Word 97 renamed": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "Paper.docx", "protected"),
    "program renamed": (b"MZ\x90\0" + b"\0" * 200, "Paper.pdf", "other_kind_known"),
    "program as text": (b"MZ\x90\0" + b"\0" * 200, "Paper.txt", "other_kind_known"),
    "archive renamed": (samples.archive({"a.txt": "a"}), "Paper.docx", "damaged"),
    "page as text": (b"\n <!DOCTYPE html><script>alert(1)</script>", "Paper.txt", "web_page"),
    "page as table": (b"<html>", "Paper.csv", "web_page"),
    "page as PDF": (b"<html>%PDF-1.4 %%EOF", "Paper.pdf", "other_kind_known"),
    "drawing as picture": (b"<svg xmlns='http://www.w3.org/2000/svg' onload='x'/>", "Paper.png", "other_kind_known"),
    "script as text": (b"#!/bin/sh\nrm -rf /", "Paper.txt", "program"),
    "text with NUL": (b"Water\0", "Paper.txt", "other_kind"),
    "text in an old encoding": ("Coopération".encode("latin-1"), "Paper.txt", "not_utf8"),
    "test virus": (b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*", "Paper.txt", "virus"),
    "PDF with a script": (
        samples.pdf(extra="/OpenAction << /S /JavaScript /JS (app.alert(1)) >>"),
        "Paper.pdf",
        "pdf_script",
    ),
    "PDF with a hidden script": (samples.pdf(extra="/OpenAction << /S /J#61vaScript >>"), "Paper.pdf", "pdf_script"),
    "PDF with a packed script": (
        samples.pdf_with_packed_objects(b"<< /S /JavaScript >>"),
        "Paper.pdf",
        "pdf_script",
    ),
    "PDF with a packed script under a name in numbers": (
        samples.pdf_with_packed_objects(b"<< /S /JavaScript >>").replace(b"/ObjStm", b"/Obj#53tm"),
        "Paper.pdf",
        "pdf_script",
    ),
    "PDF with a packed script behind a false beginning": (
        samples.pdf_with_packed_objects(b"<< /S /JavaScript >>").replace(b"9 0 obj", b"% /ObjStm stream\n9 0 obj"),
        "Paper.pdf",
        "pdf_script",
    ),
    # To read each to its end would take hours where there are many.
    "PDF whose directories lie within each other": (samples.pdf(extra="/ObjStm stream\n" * 300), "Paper.pdf", "bomb"),
    "PDF of directories alone": (samples.pdf(extra="/ObjStm " * 30_000), "Paper.pdf", "bomb"),
    "PDF that starts a program": (samples.pdf(extra="/OpenAction << /S /Launch >>"), "Paper.pdf", "pdf_script"),
    "PDF with a file inside": (samples.pdf(extra="/Names << /EmbeddedFiles 9 0 R >>"), "Paper.pdf", "pdf_script"),
    "PDF with a password": (samples.pdf(extra="/Encrypt 9 0 R"), "Paper.pdf", "protected"),
    "PDF cut off": (samples.pdf()[:-40], "Paper.pdf", "damaged"),
    "Word cut off": (samples.docx()[:-30], "Paper.docx", "damaged"),
    "PNG cut off": (samples.png()[:-10], "Paper.png", "damaged"),
    "PNG with a wrong checksum": (samples.png().replace(b"IDAT", b"IDAX"), "Paper.png", "damaged"),
    "JPEG cut off": (samples.jpeg()[:-2], "Paper.jpg", "damaged"),
    "JPEG of nothing": (samples.jpeg(0, 0), "Paper.jpg", "damaged"),
    "WebP cut off": (samples.webp()[:-1], "Paper.webp", "damaged"),
    "picture that fills the memory": (samples.png(60_000, 60_000), "Paper.png", "picture_size"),
    "bomb": (samples.docx(**{"word/media/a.xml": b"0" * 30_000_000}), "Paper.docx", "bomb"),
    "bomb in the list of parts": (
        samples.archive({"[Content_Types].xml": b" " * 3_000_000}),
        "Paper.docx",
        "bomb",
    ),
    "many parts": (samples.archive({f"{number}": "" for number in range(10_001)}), "Paper.docx", "bomb"),
    "OpenDocument with a password": (
        samples.odt(**{"META-INF/manifest.xml": "<manifest:encryption-data/>"}),
        "Paper.odt",
        "protected",
    ),
}


@pytest.mark.parametrize(("content", "name", "code"), REFUSED.values(), ids=REFUSED)
def test_harmful_or_broken_file_is_refused(content, name, code):
    assert refusal_of(content, name) == code


def test_encrypted_archive_is_refused():
    content = bytearray(samples.docx())
    directory = content.find(b"PK\x01\x02")
    content[directory + 8] |= 1  # the mark of encryption in the first entry

    assert refusal_of(bytes(content), "Paper.docx") == "protected"


def test_size_is_limited(settings):
    settings.FILE_MAX_SIZE = 1000

    with pytest.raises(FileRefused) as refused:
        check_claim("Paper.pdf", 1001)

    assert "1000" in refused.value.message.replace("\xa0", " ")


def test_every_refusal_has_words_and_every_code_is_used():
    codes = {code for _content, _name, code in REFUSED.values()} | set(REFUSED_KINDS.values())

    assert codes <= set(WORDS)
    assert set(WORDS) - codes == {"too_large", "unknown_kind", "too_many", "too_much_today"}


@settings(max_examples=150)
@given(st.sampled_from(sorted(KINDS)), st.binary(min_size=1, max_size=400))
def test_any_bytes_are_kept_or_refused_and_never_break_the_check(extension, content):
    refusal_of(content, f"Paper.{extension}")


@settings(max_examples=400)
@given(st.sampled_from(sorted(KINDS)), st.data())
def test_good_files_that_are_damaged_never_break_the_check(extension, data):
    content = bytearray(samples.GOOD[extension])
    for _change in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, max(len(content) - 1, 0)))
        match data.draw(st.sampled_from(["change", "cut", "insert"])):
            case "change" if content:
                content[place] = data.draw(st.integers(0, 255))
            case "cut":
                del content[place : place + data.draw(st.integers(1, 50))]
            case "insert":
                content[place:place] = data.draw(st.binary(max_size=20))

    refusal_of(bytes(content), f"Paper.{extension}")
