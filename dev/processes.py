"""Child processes of `make run`: started in groups of their own, watched, and stopped."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

LOG_BYTES = 5_000_000
PR_SET_PDEATHSIG = 1


def _stop_with_parent() -> None:
    """On Linux, a child is told to stop when its parent is killed."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


class Child:
    def __init__(self, name: str, command: list[str], log: Path, env: dict[str, str]):
        self.name = name
        self.command = command
        self.log = log
        self.env = env
        self.start()

    def start(self) -> None:
        """Again too, where it has ended."""
        if self.log.exists() and self.log.stat().st_size > LOG_BYTES:
            self.log.replace(self.log.with_suffix(".log.1"))
        self.started_at = time.monotonic()
        with open(self.log, "ab") as output:
            self._shown = self._start = output.tell()
            # Own group: Ctrl-C reaches only the parent, which stops the children in order.
            self.process = subprocess.Popen(
                self.command,
                env=self.env,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,
                preexec_fn=_stop_with_parent,
            )
        self._in_traceback = False

    def ended(self) -> bool:
        return self.process.poll() is not None

    def lived(self) -> float:
        """Seconds since its start: ask when it has just ended."""
        return time.monotonic() - self.started_at

    def stop(self, seconds: float = 10) -> None:
        if not self.ended():
            self.process.terminate()
            try:
                self.process.wait(seconds)
            except subprocess.TimeoutExpired:
                os.killpg(self.process.pid, signal.SIGKILL)
                self.process.wait()

    def last_lines(self, count: int = 15) -> list[str]:
        with open(self.log, "rb") as log:
            log.seek(self._start)
            return log.read().decode(errors="replace").splitlines()[-count:]

    def new_errors(self) -> list[str]:
        """Lines logged since the last call that report an error, with their tracebacks."""
        with open(self.log, "rb") as log:
            log.seek(self._shown)
            text = log.read()
        complete = text[: text.rfind(b"\n") + 1]
        self._shown += len(complete)
        return [line for line in complete.decode(errors="replace").splitlines() if self._is_error(line)]

    def _is_error(self, line: str) -> bool:
        if line.startswith("Traceback "):
            self._in_traceback = True
            return True
        if self._in_traceback:
            self._in_traceback = line.startswith(" ") or not line
            return True
        return "ERROR" in line or "CRITICAL" in line
