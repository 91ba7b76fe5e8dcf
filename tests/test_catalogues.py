"""All six languages are complete: every string of the interface, nothing fuzzy, placeholders and plurals right."""

import re
import subprocess
from pathlib import Path

import polib
import pytest
from django.conf import settings
from django.utils.translation import to_locale

from core import languages

LOCALE = Path(settings.BASE_DIR) / "locale"
TRANSLATED = [code for code in languages.CODES if code != "en"]
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|(?<!{){\w*}(?!})|%[sd]")
# Gettext's plural forms per language (Unicode CLDR; French, Spanish: one and other).
PLURAL_FORMS = {"ar": 6, "ru": 3, "zh-hans": 1, "fr": 2, "es": 2, "en": 2}


def catalogue(code):
    return polib.pofile(str(LOCALE / to_locale(code) / "LC_MESSAGES" / "django.po"))


@pytest.mark.parametrize("code", TRANSLATED)
def test_catalogue_is_complete(code):
    entries = [entry for entry in catalogue(code) if not entry.obsolete]

    missing = [entry.msgid for entry in entries if not entry.translated()]
    fuzzy = [entry.msgid for entry in entries if entry.fuzzy]

    assert entries
    assert (missing, fuzzy) == ([], [])


@pytest.mark.parametrize("code", TRANSLATED)
def test_plural_forms_are_all_there(code):
    wrong = [
        entry.msgid
        for entry in catalogue(code)
        if entry.msgid_plural
        and (len(entry.msgstr_plural) != PLURAL_FORMS[code] or not all(entry.msgstr_plural.values()))
    ]

    assert wrong == []


@pytest.mark.parametrize("code", TRANSLATED)
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
    result = subprocess.run(["xgettext", "--version"], capture_output=True, check=False)
    if result.returncode:
        pytest.fail("gettext is missing: apt-get install gettext")
    found = collect(tmp_path)
    known = {(entry.msgctxt, entry.msgid) for entry in catalogue("fr")}

    assert sorted(found - known, key=str) == []


def collect(folder):
    """(context, msgid) of every marked string, collected into a copy so that the catalogues stay as they are."""
    import shutil

    from django.core.management import call_command

    root = Path(settings.BASE_DIR)
    ignore = shutil.ignore_patterns(".venv", "var", ".git", "__pycache__", "node_modules", "tests", "bench", "data")
    shutil.copytree(root, folder / "code", ignore=ignore)
    from contextlib import chdir

    with chdir(folder / "code"):
        call_command("makemessages", locale=["fr"], no_location=True, no_obsolete=True, verbosity=0)
    collected = polib.pofile(str(folder / "code" / "locale" / "fr" / "LC_MESSAGES" / "django.po"))
    return {(entry.msgctxt, entry.msgid) for entry in collected}
