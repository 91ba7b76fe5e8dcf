"""The embedded server survives what happens to servers on developers' machines."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psycopg
import pytest

from dev import embedded_postgres
from dev.embedded_postgres import PROJECT, EmbeddedPostgres, explain
from dev.errors import DevError
from dev.test_database import UNSAFE_BUT_FAST

SETTINGS = UNSAFE_BUT_FAST | {"max_connections": "20"}


@pytest.fixture
def root():
    # Not tmp_path: as root, that is closed to the account PostgreSQL runs under.
    path = Path(tempfile.mkdtemp(prefix="portal-", dir="/tmp"))
    path.chmod(0o711)
    yield path
    shutil.rmtree(path, ignore_errors=True)


@pytest.fixture
def client(root):
    """Start a process that uses the server, as `make run` does."""
    started = []

    def start(path=root):
        command = [sys.executable, "-m", "dev.embedded_postgres", str(path)]
        process = subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        started.append(process)
        return process

    yield start
    for process in started:
        process.terminate()
        process.communicate(timeout=20)


def server(root):
    return EmbeddedPostgres(root, settings=SETTINGS)


def count_rows(url):
    """Add a row and count them: shows that earlier rows were kept."""
    with psycopg.connect(url) as connection:
        connection.execute("create table if not exists kept (id int)")
        connection.execute("insert into kept values (1)")
        return connection.execute("select count(*) from kept").fetchone()[0]


def start_and_count(root):
    database = server(root)
    try:
        return count_rows(database.start())
    finally:
        database.release()


def server_pid(root):
    return int(next(root.glob("pg*/postmaster.pid")).read_text().split()[0])


def is_running(pid):
    return embedded_postgres.describe_process(pid)[0] not in ("", "Z")


def wait_until(condition):
    end = time.monotonic() + 10
    while not condition() and time.monotonic() < end:
        time.sleep(0.05)
    assert condition()


def leave_pid_file(root, text):
    """A pid file as a killed server leaves it, for a cluster that exists."""
    start_and_count(root)
    data = next(root.glob("pg*/PG_VERSION")).parent
    pid_file = data / "postmaster.pid"
    pid_file.write_text(text)
    owner = data.stat()
    os.chown(pid_file, owner.st_uid, owner.st_gid)
    pid_file.chmod(0o600)


def test_data_is_kept_and_the_server_stops(root):
    database = server(root)
    assert count_rows(database.start()) == 1
    pid = server_pid(root)
    database.release()
    assert not is_running(pid)
    assert start_and_count(root) == 2


def test_killed_server_with_a_live_client(root, client):
    assert count_rows(client().stdout.readline().strip()) == 1
    os.kill(server_pid(root), signal.SIGKILL)
    assert start_and_count(root) == 2


def test_killed_server_is_started_again_by_its_client(root):
    database = EmbeddedPostgres(root)  # not with the settings of the tests, which may lose the last row
    assert count_rows(database.start()) == 1
    pid = server_pid(root)
    os.kill(pid, signal.SIGKILL)
    wait_until(lambda: not database.is_alive())
    assert count_rows(database.start()) == 2
    database.release()
    assert not database.is_alive()


def test_killed_server_and_client(root, client):
    process = client()
    assert count_rows(process.stdout.readline().strip()) == 1
    os.kill(process.pid, signal.SIGKILL)
    os.kill(server_pid(root), signal.SIGKILL)
    assert start_and_count(root) == 2


def test_killed_client_leaves_the_server_to_the_next(root, client):
    process = client()
    process.stdout.readline()
    pid = server_pid(root)
    process.kill()
    process.wait()
    assert is_running(pid)
    start_and_count(root)
    assert not is_running(pid)


def test_first_of_two_clients_leaves_the_server_running(root, client):
    first, second = client(), client()
    assert first.stdout.readline() == second.stdout.readline()
    pid = server_pid(root)
    first.terminate()
    first.wait()
    assert is_running(pid)
    second.terminate()
    second.wait()
    wait_until(lambda: not is_running(pid))


def test_pid_file_naming_another_program(root):
    with subprocess.Popen(["sleep", "60"]) as other:
        leave_pid_file(root, f"{other.pid}\n{root}\n1700000000\n5432\n{root}\n\n  1 2\nready\n")
        assert start_and_count(root) == 2
        assert other.poll() is None
        other.kill()


def test_pid_file_of_a_process_that_is_gone(root):
    leave_pid_file(root, f"999999\n{root}\n1700000000\n5432\n{root}\n\n  1 2\nready\n")
    assert start_and_count(root) == 2


def test_empty_pid_file(root):
    leave_pid_file(root, "")
    assert start_and_count(root) == 2


@pytest.mark.parametrize("name", ["with space", "café-数据", "x" * 100])
def test_unusual_paths(root, name):
    assert start_and_count(root / name) == 1
    assert start_and_count(root / name) == 2


def test_killed_while_creating_the_cluster(root):
    version = server(root).major
    (root / f"pg{version}.part" / "base").mkdir(parents=True)
    assert start_and_count(root) == 1


def test_every_script_has_trigrams_and_upper_case(root):
    database = server(root)
    with contextlib.closing(psycopg.connect(database.start())) as connection:
        connection.execute("create extension pg_trgm")
        for word in ("coopération", "сотрудничество", "التعاون", "南南合作"):
            assert connection.execute("select show_trgm(%s)", [word]).fetchone()[0], word
        assert connection.execute("select upper('é я')").fetchone()[0] == "É Я"
    database.release()


def test_data_of_another_version_is_named(root):
    (root / "pg9").mkdir()
    (root / "pg9" / "PG_VERSION").write_text("9\n")
    with pytest.raises(DevError, match="is of PostgreSQL 9"):
        server(root).start()


@pytest.mark.parametrize(
    ("output", "reason"),
    [
        ("2026 FATAL:  could not write lock file: No space left on device\n", "the disk is full."),
        ("LOG:  starting\nFATAL:  invalid value for parameter\nLOG: end\n", "invalid value for parameter."),
        ("", "no message."),
    ],
)
def test_failures_are_said_in_one_line(output, reason):
    assert explain(output).startswith(reason)
    assert "\n" not in explain(output)
