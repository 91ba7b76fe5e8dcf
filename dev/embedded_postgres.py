"""A private PostgreSQL for development and tests, used when no DATABASE_URL is given.

The server listens on a Unix socket only. Each process that uses it holds a shared lock on clients.lock; the last one
out stops it. The kernel drops the lock of a killed process, so no bookkeeping can go stale. A start is safe after any
process was killed, and for two processes at once.

`python -m dev.embedded_postgres` keeps the server up and prints its address.
"""

from __future__ import annotations

import atexit
import contextlib
import fcntl
import hashlib
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from dev.errors import DevError
from dev.postgres_server import (
    Account,
    find_programs,
    major_version,
    make_open_directory,
    reachable_programs,
    reachable_root,
    utf8_ctype,
)

PROJECT = Path(__file__).resolve().parent.parent
DATA = PROJECT / "var" / "postgres"
OWNER = "portal"
PORT = 5432  # names the socket file; no network port is opened
START_SECONDS = 120
# A socket path may have 107 bytes, and the server's option takes no spaces, commas or quotes in it.
SOCKET_PATH_BYTES = 100
LOG_BYTES = 5_000_000
SETTINGS = {"listen_addresses": "", "timezone": "UTC", "max_connections": "60", "unix_socket_permissions": "0700"}


class EmbeddedPostgres:
    def __init__(self, root: Path = DATA, dbname: str = "portal", settings: dict[str, str] | None = None):
        root = Path(root).absolute()
        self.dbname = dbname
        self.settings = SETTINGS | (settings or {})
        self.account = Account(root)
        self.root = reachable_root(self.account, root)
        self.programs = reachable_programs(self.account, find_programs())
        self.major = major_version(self.programs)
        self.data = self.root / f"pg{self.major}"
        self.log = self.root / f"pg{self.major}.log"
        self._client: int | None = None

    @property
    def socket_dir(self) -> Path:
        path = str(self.data)
        if len(os.fsencode(f"{path}/.s.PGSQL.{PORT}")) < SOCKET_PATH_BYTES and re.fullmatch(r"[\w./+@-]+", path):
            return self.data
        digest = hashlib.sha256(os.fsencode(path)).hexdigest()[:12]
        return Path("/tmp") / f"portal-pg-{digest}"

    def url(self, user: str = OWNER) -> str:
        return f"postgres://{user}@{quote(str(self.socket_dir), safe='')}:{PORT}/{self.dbname}"

    def start(self) -> str:
        """Start the server or attach to the running one, and return its address. Also starts it again if it ended."""
        try:
            make_open_directory(self.root)
            with self._locked():
                self._join()
                self._create_cluster()
                if not self._answers():
                    self._clear_stale_files()
                    self._start_server()
                self._create_database()
        except DevError:
            self.release()
            raise
        except PermissionError as error:
            raise DevError(f"{error.filename} belongs to another user, who started the portal before.") from None
        except OSError as error:
            raise DevError(f"PostgreSQL cannot use {self.root}: {error.strerror}.") from None
        return self.url()

    def _join(self) -> None:
        if self._client is None:
            self._client = os.open(self.root / "clients.lock", os.O_RDWR | os.O_CREAT, 0o600)
            fcntl.flock(self._client, fcntl.LOCK_SH)
            atexit.register(self.release)

    def is_alive(self) -> bool:
        return self._live_pid() is not None

    def release(self) -> None:
        """Leave the server. The last one out stops it."""
        if self._client is None:
            return
        atexit.unregister(self.release)
        client, self._client = self._client, None
        # Nothing to stop if someone is still using the server, or has removed the whole directory.
        with contextlib.suppress(BlockingIOError, FileNotFoundError), self._locked():
            fcntl.flock(client, fcntl.LOCK_EX | fcntl.LOCK_NB)
            self._pg("pg_ctl", "-D", self.data, "-w", "-m", "fast", "-t", "60", "stop")
            if self.socket_dir != self.data:
                with contextlib.suppress(OSError):
                    self.socket_dir.rmdir()
        os.close(client)

    @contextlib.contextmanager
    def _locked(self) -> Iterator[None]:
        lock = os.open(self.root / "lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
        finally:
            os.close(lock)

    def _pg(self, program: str, *args: object):
        return self.account.run(self.programs / program, *args)

    def _create_cluster(self) -> None:
        if (self.data / "PG_VERSION").exists():
            return
        for other in self.root.glob("pg[0-9]*/PG_VERSION"):
            raise DevError(
                f"The data in {other.parent} is of PostgreSQL {other.read_text().strip()}, this is {self.major}. "
                "Move it with pg_dump and psql, or remove the directory to start with new data."
            )
        # Renamed when complete: a kill during initdb leaves no half-made data directory.
        part = self.root / f"pg{self.major}.part"
        shutil.rmtree(part, ignore_errors=True)
        self.account.owns(part)
        result = self._pg("initdb", "-D", part, *self._initdb_options())
        if result.returncode:
            raise DevError(f"PostgreSQL could not create its data: {explain(result.stdout + result.stderr)}")
        part.rename(self.data)

    def _initdb_options(self) -> list[str]:
        options = ["-U", "portal", "--auth-local=trust", "--auth-host=reject", "--encoding=UTF8", "--no-instructions"]
        options += ["--lc-collate=C", f"--lc-ctype={utf8_ctype()}", "--data-checksums"]
        options += [f"--lc-{name}=C" for name in ("messages", "monetary", "numeric", "time")]
        # The built-in provider: full Unicode case rules, and indexes that survive a change of the system's C library.
        if self.major >= 18:
            options += ["--locale-provider=builtin", "--builtin-locale=PG_UNICODE_FAST"]
        elif self.major == 17:
            options += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        return options

    def _answers(self) -> bool:
        """True for a running server. One that is just starting or stopping is waited for."""
        end = time.monotonic() + START_SECONDS
        while pid := self._live_pid():
            if self._pg("pg_isready", "-q", "-h", self.socket_dir, "-p", PORT).returncode == 0:
                return True
            if time.monotonic() > end:
                raise DevError(f"PostgreSQL (process {pid}) does not answer. Its log is {self.log}.")
            time.sleep(0.1)
        return False

    def _live_pid(self) -> int | None:
        """The running server, by what the process is. Its number alone may have gone to another program since."""
        try:
            pid = int((self.data / "postmaster.pid").read_text().split("\n", 1)[0])
        except (FileNotFoundError, ValueError):
            return None
        state, command = describe_process(pid)
        alive = state not in ("", "Z") and "postgres" in command and str(self.data) in command
        return pid if alive else None

    def _clear_stale_files(self) -> None:
        # Backends that outlive a killed server keep its shared memory busy for a moment.
        end = time.monotonic() + 10
        while self._backends() and time.monotonic() < end:
            time.sleep(0.1)
        (self.data / "postmaster.pid").unlink(missing_ok=True)
        (self.socket_dir / f".s.PGSQL.{PORT}.lock").unlink(missing_ok=True)
        (self.socket_dir / f".s.PGSQL.{PORT}").unlink(missing_ok=True)

    def _backends(self) -> int:
        count = 0
        for process in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                command = (process / "cmdline").read_bytes()
                count += b"postgres" in command and (process / "cwd").resolve() == self.data
        return count

    def _start_server(self) -> None:
        if self.socket_dir != self.data:
            self.account.owns(self.socket_dir)
        if self.log.exists() and self.log.stat().st_size > LOG_BYTES:
            self.log.replace(self.log.with_suffix(".log.1"))
        self.log.touch()
        self.account.takes(self.log)
        old_size = self.log.stat().st_size
        settings = self.settings | {"port": str(PORT), "unix_socket_directories": str(self.socket_dir)}
        options = " ".join(f"-c {name}={value}" for name, value in settings.items())
        result = self._pg("pg_ctl", "-D", self.data, "-l", self.log, "-w", "-t", START_SECONDS, "-o", options, "start")
        if result.returncode:
            new_lines = self.log.read_bytes()[old_size:].decode(errors="replace")
            raise DevError(f"PostgreSQL did not start: {explain(new_lines + result.stderr)} Its log is {self.log}.")

    def _create_database(self) -> None:
        connect = ("-h", self.socket_dir, "-p", PORT, "-U", "portal")
        query = f"select 1 from pg_database where datname = '{self.dbname}'"
        found = self._pg("psql", *connect, "-d", "postgres", "-Atc", query)
        if found.stdout.strip() == "1":
            return
        result = self._pg("createdb", *connect, self.dbname)
        if result.returncode:
            raise DevError(f"PostgreSQL could not create the database: {explain(found.stderr + result.stderr)}")


def describe_process(pid: int) -> tuple[str, str]:
    """State letter and command line; empty for no such process."""
    try:
        process = Path(f"/proc/{pid}")
        state = (process / "stat").read_text().rsplit(")", 1)[1].split()[0]
        return state, os.fsdecode((process / "cmdline").read_bytes()).replace("\0", " ")
    except OSError:
        if Path("/proc/self").exists():
            return "", ""
    # Systems without /proc, such as macOS.
    shown = subprocess.run(["ps", "-o", "stat=,args=", "-p", str(pid)], capture_output=True, text=True)
    state, _, command = shown.stdout.strip().partition(" ")
    return state[:1], command


def explain(output: str) -> str:
    """The line of PostgreSQL's output that says what went wrong."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    if any("No space left on device" in line for line in lines):
        return "the disk is full. Free some space and try again."
    for mark in ("FATAL:", "PANIC:", "error:", "could not"):
        for line in lines:
            if mark in line:
                return line[line.index(mark) :].removeprefix(mark).strip().rstrip(".") + "."
    return (lines or ["no message"])[-1].rstrip(".") + "."


def attach() -> None:
    """Without a DATABASE_URL, use the embedded server and development settings. DEVELOPMENT=0 is production."""
    if not os.environ.get("DATABASE_URL") and os.environ.setdefault("DEVELOPMENT", "1") != "0":
        os.environ["DATABASE_URL"] = EmbeddedPostgres().start()


def main() -> None:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else DATA
    print(EmbeddedPostgres(root).start(), flush=True)
    with contextlib.suppress(KeyboardInterrupt):
        signal.pause()


if __name__ == "__main__":
    try:
        main()
    except DevError as error:
        sys.exit(str(error))
