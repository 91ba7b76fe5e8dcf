"""`make lock`: write requirements.lock and requirements-dev.lock from the .txt files, for every platform."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
UV = "uv==0.13.9"
OPTIONS = ["--universal", "--generate-hashes", "--python-version", "3.11", "--quiet"]
# The files name no registry and no machine.
OPTIONS += ["--no-emit-index-url", "--no-emit-find-links", "--no-annotate", "--no-header"]


def main() -> None:
    venv = PROJECT / "var" / "lock-venv"
    subprocess.run([sys.executable, "-m", "venv", venv], check=True)
    subprocess.run([venv / "bin" / "pip", "install", "--quiet", UV], check=True)
    # The development set takes the versions of the run-time set.
    for name, limits in {"requirements": [], "requirements-dev": ["-c", "requirements.lock"]}.items():
        command = [venv / "bin" / "uv", "pip", "compile", *OPTIONS, *limits, f"{name}.txt", "-o", f"{name}.lock"]
        subprocess.run(command, cwd=PROJECT, check=True)


if __name__ == "__main__":
    main()
