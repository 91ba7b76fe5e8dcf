"""The text of a document, kept beside it for the search. Read in a process of its own (core/files/reader.py)."""

import re
import subprocess
import sys
import tempfile

from django.conf import settings
from django.db import transaction

from core.models import File, FileState, TextState

SECONDS = 90
# PostgreSQL takes no NUL; the rest are control characters that a broken font leaves in a text.
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def keep_text_of(pk):
    """Doing it again does no harm. A document that cannot be read stays as it is and says why."""
    file = File.objects.filter(pk=pk, state=FileState.COMPLETE).first()
    if file is None or file.text_state not in (TextState.WAITING, TextState.FAILED):
        return
    text, failure = read_in_a_process(file)
    with transaction.atomic():
        file.text, file.text_failure = text, failure
        file.text_state = TextState.FAILED if failure else TextState.READ
        file.save(update_fields=["text", "text_state", "text_failure", "changed_at"])


def read_in_a_process(file):
    """(text, "") or ("", why it could not be read)."""
    with tempfile.TemporaryFile() as copy:
        try:
            _copy(file, copy)
            reader = subprocess.run(
                [sys.executable, "-m", "core.files.reader", file.extension],
                stdin=copy,
                capture_output=True,
                timeout=SECONDS,
                cwd=settings.BASE_DIR,
                # None of the worker's secrets: what is read may come from anybody.
                env={"PYTHONUTF8": "1"},
                check=False,
            )
        except FileNotFoundError:
            return "", "The file is missing in the storage."
        except subprocess.TimeoutExpired:
            return "", "Reading it took too long."
    if reader.returncode:
        return "", _last_line(reader.stderr) or f"The reader ended with {reader.returncode}."
    return tidy(reader.stdout.decode("utf-8", errors="replace")), ""


def _copy(file, target):
    with file.open() as content:
        while piece := content.read(1 << 20):
            target.write(piece)
    target.seek(0)


def _last_line(stderr):
    lines = stderr.decode("utf-8", errors="replace").strip().splitlines()
    return CONTROLS.sub("", lines[-1])[:200] if lines else ""


def tidy(text):
    text = CONTROLS.sub(" ", text)
    return re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t]+", " ", text)).strip()
