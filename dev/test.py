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
        # Two workers even on one processor: the browser tests wait more than they compute.
        failed += run_all({"tests": python("pytest", "-n", "2", "--dist", "loadfile", *arguments)}, quiet=False)
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
        steps["templates: rules"] = python("djlint", "--quiet", "--lint", *templates)
        steps["templates: format"] = python("djlint", "--quiet", "--check", *templates)
    return steps


# import-linter has no `python -m` form, and its script stops working when the directory is moved.
IMPORT_LINTER = "from importlinter.cli import lint_imports_command; lint_imports_command()"


def django_steps() -> dict[str, list[str]]:
    return {
        "translations": python("dev.compile_messages"),
        "migrations": [sys.executable, "manage.py", "makemigrations", "--check", "--dry-run"],
        "Django's checks": [sys.executable, "manage.py", "check", "--fail-level", "WARNING"],
    }


def format_steps() -> dict[str, list[str]]:
    steps = {
        "ruff check": python("ruff", "check", "--fix", "."),
        "ruff format": python("ruff", "format", "."),
    }
    if templates := template_directories():
        steps["templates"] = python("djlint", "--quiet", "--reformat", *templates)
    return steps


def template_directories() -> list[str]:
    found = [PROJECT / "templates", *sorted(PROJECT.glob("[a-z]*/templates"))]
    return [str(path.relative_to(PROJECT)) for path in found if any(path.rglob("*.html"))]


def run_all(steps: dict[str, list[str]], quiet: bool = True) -> list[str]:
    """Run each step; show the output of those that fail, or of all if not quiet. The names of the failed ones."""
    failed = []
    for name, command in steps.items():
        started = time.monotonic()
        output = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT} if quiet else {}
        result = subprocess.run(command, cwd=PROJECT, text=True, **output)
        outcome = "ok" if result.returncode == 0 else "FAILED"
        print(f"{name:<28}{outcome:<8}{time.monotonic() - started:.1f} s", flush=True)
        if result.returncode:
            failed.append(name)
            print(f"$ {shlex.join(command)}\n{result.stdout or ''}", flush=True)
    return failed


if __name__ == "__main__":
    try:
        main()
    except DevError as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit(130)
