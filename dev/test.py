"""`make test`: every check, then the tests. `--lint` runs only the checks of style, `--format` applies the formatters.

All steps run even when an early one fails. Other arguments go to pytest.
"""

from __future__ import annotations

import shlex
import subprocess
import sys
import time

from dev import environment
from dev.errors import DevError

PROJECT = environment.PROJECT


def main() -> None:
    environment.prepare(dev=True)
    environment.enter("dev.test")
    arguments = sys.argv[1:]
    if arguments == ["--format"]:
        sys.exit(bool(run_all(format_steps())))
    if arguments == ["--lint"]:
        failed = run_all(lint_steps())
    else:
        from dev import test_database

        test_database.start()
        failed = run_all(lint_steps() | django_steps())
        failed += run_tests(arguments)
    print(f"Not in order: {', '.join(failed)}." if failed else "Everything is in order.", flush=True)
    sys.exit(bool(failed))


def python(*arguments: str) -> list[str]:
    return [sys.executable, "-m", *arguments]


def lint_steps() -> dict[str, list[str]]:
    steps = {
        "ruff check": python("ruff", "check", "--output-format", "concise", "."),
        "ruff format": python("ruff", "format", "--check", "--output-format", "concise", "."),
        "dependencies between apps": [sys.executable, "-c", IMPORT_LINTER, "--no-logo"],
    }
    if templates := template_directories():
        # Rules only: its formatter puts line breaks into titles and links, which changes what they show.
        steps["templates"] = python("djlint", "--quiet", "--lint", *templates)
        steps["template format"] = python("djhtml", "--check", *INDENT, *templates)
    return steps


INDENT = ["--tabwidth", "2"]
# import-linter has no `python -m` form, and its script stops working when the directory is moved.
IMPORT_LINTER = "from importlinter.cli import lint_imports_command; lint_imports_command()"


def django_steps() -> dict[str, list[str]]:
    return {
        "translations": python("dev.compile_messages"),
        "migrations": [sys.executable, "manage.py", "makemigrations", "--check", "--dry-run"],
        "Django's checks": [sys.executable, "manage.py", "check", "--fail-level", "WARNING"],
    }


def format_steps() -> dict[str, list[str]]:
    return {
        "ruff check": python("ruff", "check", "--fix", "."),
        "ruff format": python("ruff", "format", "."),
        "template format": python("djhtml", *INDENT, *template_directories()),
    }


def template_directories() -> list[str]:
    found = [PROJECT / "templates", *sorted(PROJECT.glob("[a-z]*/templates"))]
    return [str(path.relative_to(PROJECT)) for path in found if any(path.rglob("*.html"))]


def run_tests(arguments: list[str]) -> list[str]:
    """Not quiet: pytest says itself how it went and how long it took."""
    print(flush=True)
    # Two workers even on one processor: the browser tests wait more than they compute.
    result = subprocess.run(python("pytest", "-n", "2", "--dist", "worksteal", *arguments), cwd=PROJECT)
    return ["tests"] if result.returncode else []


def run_all(steps: dict[str, list[str]]) -> list[str]:
    """Run each step and show the output of those that fail. The names of the failed ones."""
    failed = []
    for name, command in steps.items():
        started = time.monotonic()
        result = subprocess.run(command, cwd=PROJECT, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        outcome = "ok" if result.returncode == 0 else "FAILED"
        print(f"{name:<28}{outcome:<8}{time.monotonic() - started:.1f} s", flush=True)
        if result.returncode:
            failed.append(name)
            print(f"$ {shlex.join(command)}\n{result.stdout}", flush=True)
    return failed


if __name__ == "__main__":
    try:
        main()
    except DevError as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit(130)
