"""Compile the message catalogues that changed: every .po newer than its .mo. Needs no gettext."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import polib

PROJECT = Path(__file__).resolve().parent.parent


def catalogues() -> list[Path]:
    pattern = "locale/*/LC_MESSAGES/*.po"
    return sorted([*PROJECT.glob(pattern), *PROJECT.glob(f"[a-z]*/{pattern}")])


def compile_changed() -> list[str]:
    """The errors, one line each."""
    errors = []
    for source in catalogues():
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime_ns >= source.stat().st_mtime_ns:
            continue
        part = target.with_suffix(f".{os.getpid()}")
        try:
            polib.pofile(str(source)).save_as_mofile(str(part))
            part.replace(target)
        except (OSError, UnicodeDecodeError) as error:
            errors.append(f"{source.relative_to(PROJECT)}: {error}")
    return errors


if __name__ == "__main__":
    sys.exit("\n".join(compile_changed()) or 0)
