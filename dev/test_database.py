"""The database of the tests: an embedded server of its own, that does not wait for the disk.

A pytest plugin (see pyproject.toml). One test run at a time uses it; a second waits.
"""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

import pytest

from dev.embedded_postgres import PROJECT, EmbeddedPostgres
from dev.postgres_server import make_open_directory

DATA = PROJECT / "var" / "postgres-test"
UNSAFE_BUT_FAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "max_connections": "100"}
_lock = None


def start(data: Path = DATA) -> None:
    """Set DATABASE_URL, unless it is set."""
    global _lock
    os.environ.setdefault("DEVELOPMENT", "1")
    if os.environ.get("DATABASE_URL"):
        return
    make_open_directory(data)
    _lock = open(data / "tests.lock", "w")  # noqa: SIM115 (held until this process ends)
    try:
        fcntl.flock(_lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        print("Another test run uses the test database. Waiting for it ...", flush=True)
        fcntl.flock(_lock, fcntl.LOCK_EX)
    os.environ["DATABASE_URL"] = EmbeddedPostgres(data, settings=UNSAFE_BUT_FAST).start()


@pytest.hookimpl(wrapper=True)
def pytest_load_initial_conftests():
    # A wrapper runs before pytest-django reads the settings. Workers of xdist inherit the address.
    start()
    return (yield)
