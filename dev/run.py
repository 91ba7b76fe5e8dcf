"""`make run`: from a fresh clone to a working portal, in one command. A second start takes a few seconds.

Everything it makes is under var/ and .venv/. It keeps the data; Ctrl-C stops everything.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from dev import environment
from dev.embedded_postgres import EmbeddedPostgres
from dev.errors import DevError
from dev.postgres_server import make_open_directory
from dev.processes import Child

PROJECT = environment.PROJECT
VAR = PROJECT / "var"
LOGS = VAR / "log"
START_SECONDS = 60
SECONDS_OF_A_START = 10
STEPS = {
    "Updating the database": ["manage.py", "migrate", "--no-input"],
    "Making the cache table": ["manage.py", "createcachetable"],
    "Compiling translations": ["-m", "dev.compile_messages"],
    "Loading reference data": ["manage.py", "load_reference_data"],
    "Loading demo data": ["manage.py", "load_demo"],
}
APPLICATION_USER = "portal_app"
DEMO_PASSWORD = "sstc-demo"
DEMO_ACCOUNTS = {
    "focal@ilo.example": "focal point, ILO",
    "alternate@ilo.example": "alternate focal point, ILO",
    "contributor@ilo.example": "contributor, ILO",
    "focal@fao.example": "focal point, FAO",
    "focal@undp.example": "focal point, UNDP",
    "secretariat@unossc.example": "secretariat",
    "admin@portal.example": "administrator",
}


class Stop(BaseException):
    """Ctrl-C or a request to end, at any moment."""


def request_stop(*_) -> None:
    raise Stop


def main() -> None:
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, request_stop)
    environment.prepare()
    environment.enter("dev.run")
    started = time.monotonic()
    port = chosen_port()
    make_open_directory(LOGS)
    with only_one(port):
        check_port_is_free(port)
        os.environ.setdefault("DEVELOPMENT", "1")
        os.environ.setdefault("SITE_URL", address(port))
        os.environ["PYTHONUNBUFFERED"] = "1"
        database = start_database()
        children: list[Child] = []
        try:
            for title, arguments in STEPS.items():
                run_step(title, arguments)
            if database:
                run_step("Granting rights", ["manage.py", "grant_application_user", APPLICATION_USER, "--create"])
                # The web server and the worker cannot change what was logged; the steps above own the tables.
                os.environ["DATABASE_URL"] = database.url(APPLICATION_USER)
            start_children(children, port)
            wait_until_answering(children, port)
            print_welcome(port, database, time.monotonic() - started)
            watch(children, database)
        finally:
            stop(children, database)


def chosen_port() -> int:
    value = os.environ.get("PORT") or "8000"
    if not value.isdecimal() or not 0 < int(value) < 65536:
        raise DevError(f"PORT must be a number from 1 to 65535, not {value}.")
    return int(value)


@contextlib.contextmanager
def only_one(port: int) -> Iterator[None]:
    """A lock the kernel drops when its holder dies, so it cannot go stale."""
    with open(VAR / "run.lock", "a+") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.seek(0)
            pid, _, place = lock.read().strip().partition(" ")
            raise DevError(f"The portal is already running at {place} (process {pid}). Stop that one first.") from None
        lock.truncate(0)
        lock.write(f"{os.getpid()} {address(port)}")
        lock.flush()
        yield


def address(port: int) -> str:
    return f"http://127.0.0.1:{port}/"


def check_port_is_free(port: int) -> None:
    with socket.socket() as probe:
        # Without this, connections of the portal stopped a moment ago would count as use.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except PermissionError:
            raise DevError(f"Port {port} is for root only. Use: make run PORT=8000") from None
        except OSError:
            raise DevError(
                f"Port {port} is in use. Stop the other program or use: make run PORT={port % 65535 + 1}"
            ) from None


def start_database() -> EmbeddedPostgres | None:
    if os.environ.get("DATABASE_URL"):
        return None
    database = EmbeddedPostgres()
    os.environ["DATABASE_URL"] = database.start()
    return database


def run_step(title: str, arguments: list[str]) -> None:
    started = time.monotonic()
    print(f"{title} ...", end=" ", flush=True)
    result = subprocess.run(
        [sys.executable, *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    with open(LOGS / "setup.log", "ab") as log:
        log.write(f"== {title}\n".encode() + result.stdout)
    if result.returncode:
        lines = result.stdout.decode(errors="replace").splitlines()[-15:]
        print("failed", flush=True)
        raise DevError(f"{title} failed. The end of {shown(LOGS / 'setup.log')}:\n" + "\n".join(lines))
    print(f"{time.monotonic() - started:.1f} s", flush=True)


def start_children(children: list[Child], port: int) -> None:
    """Add to the list one by one, so that a stop in between finds those already started."""
    web = ["-m", "gunicorn", "portal.wsgi:application", "--bind", f"127.0.0.1:{port}", "--worker-class", "gthread"]
    web += ["--workers", "2", "--threads", "4", "--no-control-socket", "--access-logfile", "-"]
    commands = {"worker": ["manage.py", "procrastinate", "worker"], "web server": web}
    for name, arguments in commands.items():
        log = LOGS / f"{name.split()[0]}.log"
        children.append(Child(name, [sys.executable, *arguments], log, dict(os.environ)))


def wait_until_answering(children: list[Child], port: int) -> None:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    end = time.monotonic() + START_SECONDS
    reason = ""
    while time.monotonic() < end:
        for child in children:
            if child.ended():
                raise DevError(f"The {child.name} did not start. Its log is {shown(child.log)}:\n" + last_lines(child))
        try:
            with opener.open(address(port) + "health/live", timeout=5):
                return
        except (urllib.error.URLError, OSError) as error:
            reason = str(error)
            time.sleep(0.1)
    raise DevError(f"The portal does not answer after {START_SECONDS} s: {reason}\n" + last_lines(children[-1]))


def print_welcome(port: int, database: EmbeddedPostgres | None, seconds: float) -> None:
    accounts = "\n".join(f"    {email:<28}{role}" for email, role in DEMO_ACCOUNTS.items())
    data = shown(database.data) if database else "at DATABASE_URL"
    print(
        f"""
  The portal is running (started in {seconds:.0f} s).

    Address     {address(port)}
    Data        {data}
    Logs        {shown(LOGS)}
    Stop        Ctrl-C

  Demo accounts, all with the password {DEMO_PASSWORD}:
{accounts}
""",
        flush=True,
    )


def watch(children: list[Child], database: EmbeddedPostgres | None) -> None:
    """Show the errors of the children, and start again what ends, as a machine's supervisor does in production.

    A worker ends when the database stays away for a moment. One that ends right after its start would do so again,
    unless the database was away.
    """
    while True:
        for child in children:
            for line in child.new_errors():
                print(f"{child.name}: {line}", flush=True)
        database_was_away = database is not None and not database.is_alive()
        if database_was_away:
            print(f"PostgreSQL ended. Its log is {shown(database.log)}. Starting it again.", flush=True)
            database.start()
        for child in children:
            if child.ended():
                start_again(child, database_was_away)
        time.sleep(0.5)


def start_again(child: Child, database_was_away: bool) -> None:
    if child.lived() < SECONDS_OF_A_START and not database_was_away:
        raise DevError(f"The {child.name} ended. The end of its log, {shown(child.log)}:\n" + last_lines(child))
    print(f"The {child.name} ended. Its log is {shown(child.log)}. Starting it again.", flush=True)
    child.start()


def stop(children: list[Child], database: EmbeddedPostgres | None) -> None:
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    say("\nStopping ...", end=" ")
    for child in children:
        child.stop()
    if database:
        database.release()
    say("stopped. The data is kept.")


def say(text: str, end: str = "\n") -> None:
    """Print, also when the terminal is gone: stopping must go on."""
    with contextlib.suppress(OSError):
        print(text, end=end, flush=True)


def last_lines(child: Child) -> str:
    return "\n".join(child.last_lines())


def shown(path: Path) -> str:
    return str(path.relative_to(PROJECT)) if path.is_relative_to(PROJECT) else str(path)


if __name__ == "__main__":
    try:
        main()
    except DevError as error:
        sys.exit(str(error))
    except PermissionError as error:
        sys.exit(f"{error.filename} belongs to another user, who started the portal before.")
    except Stop:
        pass
