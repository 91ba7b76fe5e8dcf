"""What the code imports is what an installation gets."""

import ast
import re
import sys
from importlib.metadata import packages_distributions

import pytest

from dev.environment import PROJECT

PORTAL = ["core", "entities", "initiatives", "strategy", "meetings", "resources", "portal"]
FOLDERS = [*PORTAL, "dev", "bench", "tests"]
# Of a script that is run once in years and says itself what it needs (dev/make_countries.py).
ASKED_FOR = {"icu"}


def imported(folders):
    """{library: a file that imports it}"""
    found = {}
    for path in (path for folder in folders for path in (PROJECT / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [name.name for name in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and not node.level:
                names = [node.module]
            found |= {name.partition(".")[0]: str(path.relative_to(PROJECT)) for name in names}
    return {name: path for name, path in found.items() if name not in {*sys.stdlib_module_names, *FOLDERS, *ASKED_FOR}}


@pytest.mark.parametrize(("folders", "lock"), [(PORTAL, "requirements.lock"), (FOLDERS, "requirements-dev.lock")])
def test_every_library_that_is_imported_is_pinned(folders, lock):
    pinned = set(re.findall(r"^([a-z0-9-]+)(?:\[.*\])?==", (PROJECT / lock).read_text(encoding="utf-8"), re.MULTILINE))
    installed_by = packages_distributions()

    missing = {
        name: path
        for name, path in imported(folders).items()
        if not pinned & {re.sub(r"[-_.]+", "-", package).lower() for package in installed_by.get(name, [])}
    }

    assert missing == {}
