"""All six languages are complete: every string of the interface, nothing fuzzy, placeholders and plurals right."""

import re
import shutil
from contextlib import chdir
from pathlib import Path

import polib
import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import override_settings
from django.utils.translation import to_locale

from core import languages

LOCALE = Path(settings.BASE_DIR) / "locale"
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|(?<!{){\w*}(?!})|%[sd]")
PLURAL_FORMS = re.compile(r"nplurals=(\d)")


def catalogue(code):
    return polib.pofile(str(LOCALE / to_locale(code) / "LC_MESSAGES" / "django.po"))


@pytest.mark.parametrize("code", languages.CODES)
def test_catalogue_is_complete(code):
    entries = [entry for entry in catalogue(code) if not entry.obsolete]

    missing = [entry.msgid for entry in entries if not entry.translated()]
    fuzzy = [entry.msgid for entry in entries if entry.fuzzy]

    assert entries
    assert (missing, fuzzy) == ([], [])


@pytest.mark.parametrize("code", languages.CODES)
def test_plural_forms_are_all_there(code):
    entries = catalogue(code)
    forms = int(PLURAL_FORMS.search(entries.metadata["Plural-Forms"])[1])
    wrong = [
        entry.msgid
        for entry in entries
        if entry.msgid_plural and (len(entry.msgstr_plural) != forms or not all(entry.msgstr_plural.values()))
    ]

    assert wrong == []


@pytest.mark.parametrize("code", languages.CODES)
def test_placeholders_survive_translation(code):
    wrong = []
    for entry in catalogue(code):
        texts = list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]
        allowed = set(PLACEHOLDER.findall(entry.msgid)) | set(PLACEHOLDER.findall(entry.msgid_plural or ""))
        for text in texts:
            used = set(PLACEHOLDER.findall(text))
            # A form for one or two may leave the number out; nothing may be added or, else, lost.
            if used - allowed or (not entry.msgid_plural and used != allowed):
                wrong.append((entry.msgid, text))

    assert wrong == []


def test_catalogues_hold_every_string_of_the_code(tmp_path):
    """What makemessages would find now stands in the catalogues already."""
    found = collect(tmp_path)
    known = {(entry.msgctxt, entry.msgid) for entry in catalogue("fr")}

    assert sorted(found - known, key=str) == []


def collect(folder):
    """(context, msgid) of every marked string, collected into a copy so that the catalogues stay as they are."""
    ignore = shutil.ignore_patterns(".venv", "var", ".git", "__pycache__", "tests", "bench", "dev", "data", "locale")
    code = folder / "code"
    shutil.copytree(settings.BASE_DIR, code, ignore=ignore)
    (code / "locale").mkdir()
    with chdir(code), override_settings(LOCALE_PATHS=[code / "locale"]):
        call_command("makemessages", locale=["fr"], no_location=True, verbosity=0)
    collected = polib.pofile(str(code / "locale" / "fr" / "LC_MESSAGES" / "django.po"))
    return {(entry.msgctxt, entry.msgid) for entry in collected}
