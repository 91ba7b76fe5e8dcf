"""The portal as it runs in production: web server, worker and database as processes of their own, supervised."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

from dev.embedded_postgres import PROJECT, EmbeddedPostgres
from dev.errors import DevError
from dev.processes import Child
from dev.run import APPLICATION_USER

ROOM = PROJECT / "var" / "faults"
PORT = int(os.environ.get("FAULTS_PORT", "8169"))
# A supervisor starts again what ended, a moment later.
SECONDS_UNTIL_STARTED_AGAIN = 0.5


class Site:
    """`start` gives a new, empty portal. What ends is started again until `stop`."""

    address = f"http://127.0.0.1:{PORT}"

    def __init__(self):
        shutil.rmtree(ROOM, ignore_errors=True)
        ROOM.mkdir(parents=True)
        self.mails = ROOM / "mail"
        self.media = ROOM / "media"
        # The settings of make run: the disk is waited for.
        self.database = EmbeddedPostgres(PROJECT / "var" / "postgres-faults", dbname="faults")
        self.children = {}
        self.restarts = {"web": 0, "worker": 0, "database": 0}
        self._killed = set()  # the dead are listed until somebody asks after them
        self._stopping = threading.Event()
        self._supervisor = threading.Thread(target=self._supervise, daemon=True)

    def environment(self):
        """As in production, except that it speaks plain HTTP and writes mails to files."""
        return {
            "DEVELOPMENT": "1",
            "DATABASE_URL": self.database.url(),
            "DATABASE_POOL": "8",
            "SITE_URL": self.address,
            "EMAIL_URL": f"file:{self.mails}",
            "MEDIA_ROOT": str(self.media),
            "NOTIFICATION_MERGE_SECONDS": "1",
            "LOG_LEVEL": "WARNING",
            "PYTHONUNBUFFERED": "1",
        }

    def prepare(self):
        if self.database.is_alive():
            # Left by a run that was killed, or used by one that goes on: the last one out stops it.
            self.database.start()
            self.database.release()
            if self.database.is_alive():
                sys.exit("Another run of this bench uses its database.")
        shutil.rmtree(self.database.root, ignore_errors=True)
        self.database.start()
        # This process asks now and then, and over a pool it would meet the connections of a killed server.
        os.environ |= self.environment() | {"DATABASE_POOL": "0"}
        for command in (
            ["migrate", "--verbosity", "0"],
            ["createcachetable"],
            ["load_reference_data"],
            ["grant_application_user", APPLICATION_USER, "--create"],
        ):
            subprocess.run([sys.executable, "manage.py", *command], check=True, cwd=PROJECT, stdout=subprocess.DEVNULL)

    def start(self):
        self._start_web()
        self._start_worker()
        self._supervisor.start()

    def _start_web(self):
        command = ["-m", "gunicorn", "portal.wsgi:application", "--bind", f"127.0.0.1:{PORT}", "--no-control-socket"]
        command += ["--worker-class", "gthread", "--workers", "2", "--threads", "4"]
        self._child("web", command)

    def _start_worker(self):
        self._child("worker", ["manage.py", "procrastinate", "worker"])

    def _child(self, name, command):
        self.children[name] = Child(
            name, [sys.executable, *command], ROOM / f"{name}.log", os.environ | self.environment()
        )

    def _supervise(self):
        starters = {"web": self._start_web, "worker": self._start_worker}
        while not self._stopping.wait(0.1):
            if not self.database.is_alive():
                self._again("database", self.database.start)
            for name, starter in starters.items():
                if self.children[name].ended():
                    self._again(name, starter)

    def _again(self, name, starter):
        if self._stopping.wait(SECONDS_UNTIL_STARTED_AGAIN):
            return
        self.restarts[name] += 1
        # A database that is killed while it starts does not start: the next round tries again.
        with contextlib.suppress(DevError):
            starter()

    def stop(self):
        self._stopping.set()
        if self._supervisor.is_alive():
            self._supervisor.join()
        for child in self.children.values():
            child.stop()
        self.database.release()

    def wait_until_answering(self, seconds=60):
        import urllib.error
        import urllib.request

        end = time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                with urllib.request.urlopen(f"{self.address}/health/ready", timeout=5):
                    return
            except (urllib.error.URLError, OSError):
                time.sleep(0.2)
        sys.exit(f"The portal does not answer. Its logs are in {ROOM.relative_to(PROJECT)}.")

    # What can be killed

    def kill(self, victim):
        """kill -9. The number of the process, or None where it is down already."""
        pid = {
            "web worker": self._a_web_worker,
            "web server": lambda: self._pid_of("web"),
            "worker": lambda: self._pid_of("worker"),
            "database": self.database._live_pid,
        }[victim]()
        if pid is None or pid in self._killed:
            return None
        self._killed.add(pid)
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
        return pid

    def _pid_of(self, name):
        child = self.children[name]
        return None if child.ended() else child.process.pid

    def _a_web_worker(self):
        master = self._pid_of("web")
        try:
            numbers = Path(f"/proc/{master}/task/{master}/children").read_text().split()
        except OSError:
            return None
        return int(numbers[0]) if numbers else None
