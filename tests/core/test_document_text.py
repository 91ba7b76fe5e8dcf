"""The text of documents, for the search: read apart from the worker, and never at its cost."""

import pytest

from core.files import texts
from core.models import File, TextState
from core.tasks import read_text
from tests.core import samples
from tests.core.factory import make_file


def text_of(person, name, content):
    file = make_file(person, name, content)
    read_text(file=file.pk)
    file.refresh_from_db()
    return file.text_state, file.text


@pytest.mark.parametrize(
    ("name", "content", "text"),
    [
        ("Paper.pdf", samples.pdf("Water in Cabo Verde", "Second line"), "Water in Cabo Verde\nSecond line"),
        ("Paper.docx", samples.docx("التعاون فيما بين بلدان الجنوب", "水"), "التعاون فيما بين بلدان الجنوب\n水"),
        ("Paper.xlsx", samples.xlsx(), "Water"),
        ("Paper.pptx", samples.pptx(), "Water"),
        ("Paper.odt", samples.odt(), "Water"),
        ("Paper.txt", "\ufeffВода  в\tКабо-Верде\n".encode(), "Вода в Кабо-Верде"),
        ("Paper.csv", b"country,water\n", "country,water"),
    ],
)
def test_text_is_read(contributor, name, content, text):
    assert text_of(contributor, name, content) == (TextState.READ, text)


def test_picture_has_no_text_and_is_not_asked(contributor):
    file = make_file(contributor, "Photo.png", samples.png())

    assert file.text_state == TextState.NONE


BROKEN_PDF = samples.pdf().replace(b"/Type /Pages /Kids [3 0 R]", b"/Type /Pages /Kids [2 0 R]")
UNCLOSED = samples.office(samples.DOCX_TYPE, {"word/document.xml": "<w:document"})
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
LAUGHING = samples.office(
    samples.DOCX_TYPE,
    {"word/document.xml": f'<!DOCTYPE d [<!ENTITY l0 "ha">{LAUGHS}]><d><p>&l11;</p></d>'},
)


@pytest.mark.parametrize(
    ("name", "content"), [("Paper.pdf", BROKEN_PDF), ("Paper.docx", UNCLOSED)], ids=["endless PDF", "broken XML"]
)
def test_document_that_cannot_be_read_says_why_and_stays(contributor, name, content):
    file = make_file(contributor, name, content)

    read_text(file=file.pk)

    file.refresh_from_db()
    assert (file.text_state, file.text) == (TextState.FAILED, "")
    assert file.text_failure
    assert file.open().read() == content


def test_entities_of_a_document_are_not_unfolded(contributor):
    state, text = text_of(contributor, "Paper.docx", LAUGHING)

    assert "haha" not in text
    assert state in (TextState.READ, TextState.FAILED)


def test_files_of_this_machine_are_not_read_into_a_text(contributor):
    secret = '<!DOCTYPE d [<!ENTITY s SYSTEM "file:///etc/passwd">]><d><p>&s;</p></d>'
    _state, text = text_of(contributor, "Paper.docx", samples.office(samples.DOCX_TYPE, {"word/document.xml": secret}))

    assert "root:" not in text


def test_reader_that_takes_too_long_is_stopped(contributor, monkeypatch):
    monkeypatch.setattr(texts, "SECONDS", 0.01)
    file = make_file(contributor)

    read_text(file=file.pk)

    file.refresh_from_db()
    assert (file.text_state, file.text_failure) == (TextState.FAILED, "Reading it took too long.")


def test_text_has_a_limit(contributor):
    long = ("water " * 100_000 + "\n").encode()

    _state, text = text_of(contributor, "Paper.txt", long)

    assert len(text) <= 500_000


def test_reading_again_changes_nothing(contributor, monkeypatch):
    file = make_file(contributor)
    read_text(file=file.pk)
    before = File.objects.get()
    monkeypatch.setattr(texts, "read_in_a_process", pytest.fail)

    read_text(file=file.pk)

    assert File.objects.get().changed_at == before.changed_at


def test_file_that_went_meanwhile_is_no_fault(db):
    read_text(file=1)
