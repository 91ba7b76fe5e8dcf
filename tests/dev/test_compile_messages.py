import gettext
import os

import pytest

from dev import compile_messages

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'


@pytest.fixture
def catalogue(monkeypatch, tmp_path):
    monkeypatch.setattr(compile_messages, "PROJECT", tmp_path)
    source = tmp_path / "locale" / "fr" / "LC_MESSAGES" / "django.po"
    source.parent.mkdir(parents=True)
    source.write_text(HEADER + 'msgid "Meeting"\nmsgstr "Réunion"\n', encoding="utf-8")
    return source


def translate(source, text):
    with open(source.with_suffix(".mo"), "rb") as compiled:
        return gettext.GNUTranslations(compiled).gettext(text)


def test_changed_catalogues_are_compiled_once(catalogue):
    assert compile_messages.compile_changed() == []
    assert translate(catalogue, "Meeting") == "Réunion"
    compiled = catalogue.with_suffix(".mo")
    first = compiled.stat().st_mtime_ns
    compile_messages.compile_changed()
    assert compiled.stat().st_mtime_ns == first
    os.utime(catalogue, ns=(first + 1, first + 1))
    compile_messages.compile_changed()
    assert compiled.stat().st_mtime_ns > first


def test_a_fuzzy_translation_is_not_shown(catalogue):
    catalogue.write_text(HEADER + '#, fuzzy\nmsgid "Meeting"\nmsgstr "Rencontre"\n', encoding="utf-8")
    compile_messages.compile_changed()
    assert translate(catalogue, "Meeting") == "Meeting"


def test_a_broken_catalogue_is_named(catalogue):
    catalogue.write_text('msgid "Meeting\nmsgstr', encoding="utf-8")
    [error] = compile_messages.compile_changed()
    assert error.startswith("locale/fr/LC_MESSAGES/django.po: ")
    assert not list(catalogue.parent.glob("*.mo"))
