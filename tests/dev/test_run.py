"""What `make run` says when it cannot start, and how it watches its processes."""

import os
import signal
import socket
import subprocess
import sys
import time

import pytest

from dev import run
from dev.embedded_postgres import describe_process
from dev.environment import PROJECT
from dev.errors import DevError
from dev.processes import Child
from entities import demo


@pytest.fixture
def busy_port():
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        yield server.getsockname()[1]


def test_port_in_use(busy_port):
    with pytest.raises(DevError, match=rf"^Port {busy_port} is in use\. .* make run PORT=\d+$"):
        run.check_port_is_free(busy_port)


@pytest.mark.parametrize("value", ["abc", "0", "70000", "-1"])
def test_port_that_is_none(monkeypatch, value):
    monkeypatch.setenv("PORT", value)
    with pytest.raises(DevError, match="PORT must be a number"):
        run.chosen_port()


def test_second_run_names_the_first(monkeypatch, tmp_path):
    monkeypatch.setattr(run, "VAR", tmp_path)
    message = f"already running at http://127.0.0.1:8123/ .process {os.getpid()}"
    with run.only_one(8123), pytest.raises(DevError, match=message):
        run.only_one(8124).__enter__()
    with run.only_one(8124):
        pass


def test_lock_of_a_killed_run_is_taken_over(monkeypatch, tmp_path):
    monkeypatch.setattr(run, "VAR", tmp_path)
    code = (
        "import sys, time, pathlib; from dev import run; run.VAR = pathlib.Path(sys.argv[1])\n"
        "with run.only_one(1): print(flush=True); time.sleep(60)"
    )
    holder = subprocess.Popen([sys.executable, "-c", code, tmp_path], cwd=run.PROJECT, stdout=subprocess.PIPE)
    holder.stdout.readline()
    with pytest.raises(DevError):
        run.only_one(2).__enter__()
    holder.kill()
    holder.communicate()
    with run.only_one(2):
        pass


def start_child(tmp_path, code):
    return Child("worker", [sys.executable, "-uc", code], tmp_path / "worker.log", dict(os.environ))


def test_errors_are_shown_and_the_ended_child_is_named(tmp_path, capsys):
    child = start_child(tmp_path, "print('all quiet'); print('ERROR lost'); 1 / 0")
    with pytest.raises(DevError, match=r"^The worker ended\.[^$]*ZeroDivisionError"):
        run.watch([child], database=None)
    shown = capsys.readouterr().out + "\n".join(child.new_errors())
    assert "ERROR lost" in shown
    assert "ZeroDivisionError" in shown
    assert "all quiet" not in shown
    assert child.last_lines()[0] == "all quiet"


def test_child_that_ends_after_a_while_is_started_again(monkeypatch, tmp_path, capsys):
    """It ends at its second start too, which is not a second after the first: then it is named."""
    monkeypatch.setattr(run, "SECONDS_OF_A_START", 1)
    seen = tmp_path / "seen"
    code = f"import pathlib, time; p = pathlib.Path({str(seen)!r}); p.exists() or (p.touch(), time.sleep(1.2)); 1 / 0"
    child = start_child(tmp_path, code)

    with pytest.raises(DevError, match=r"^The worker ended\.[^$]*ZeroDivisionError"):
        run.watch([child], database=None)

    assert "The worker ended. Its log is" in capsys.readouterr().out


def test_child_that_ended_because_the_database_was_away_is_started_again_after_it(tmp_path, capsys):
    class Database:
        log = tmp_path / "database.log"
        up = tmp_path / "up"

        def is_alive(self):
            return self.up.exists()

        def start(self):
            self.up.touch()

    # Without the database it ends at once; with it, it says so and ends too, so that the watch comes to an end.
    code = f"import pathlib; assert pathlib.Path({str(Database.up)!r}).exists(), 'away'; 1 / 0"
    child = start_child(tmp_path, code)
    child.process.wait()

    with pytest.raises(DevError, match=r"^The worker ended\.[^$]*ZeroDivisionError"):
        run.watch([child], Database())

    assert "PostgreSQL ended." in capsys.readouterr().out


def test_child_that_ignores_the_request_is_killed(tmp_path):
    child = start_child(tmp_path, "import signal, time; signal.signal(15, signal.SIG_IGN); print(1); time.sleep(60)")
    while not child.last_lines():
        time.sleep(0.02)
    child.stop(seconds=0.2)
    assert child.process.returncode == -signal.SIGKILL


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child that its parent was killed")
def test_child_stops_when_the_parent_is_killed(tmp_path):
    code = (
        "import os, sys, pathlib; from dev.processes import Child\n"
        "child = Child('c', ['sleep', '60'], pathlib.Path(sys.argv[1]), dict(os.environ))\n"
        "print(child.process.pid, flush=True); child.process.wait()"
    )
    command = [sys.executable, "-c", code, tmp_path / "c.log"]
    parent = subprocess.Popen(command, cwd=run.PROJECT, stdout=subprocess.PIPE, text=True)
    pid = int(parent.stdout.readline())
    parent.kill()
    parent.communicate()
    end = time.monotonic() + 5
    while time.monotonic() < end and describe_process(pid)[0] not in ("", "Z"):
        time.sleep(0.05)
    assert describe_process(pid)[0] in ("", "Z")


def test_welcome_and_readme_name_the_demo_accounts_that_exist():
    accounts = {email for email, *_rest in demo.PEOPLE}
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")

    assert set(run.DEMO_ACCOUNTS) == accounts
    assert run.DEMO_PASSWORD == demo.PASSWORD
    assert [email for email in accounts if f"`{email}`" not in readme] == []
