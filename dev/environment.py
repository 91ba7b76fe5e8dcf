"""The Python environment of the project: .venv with the locked packages, and the Debian packages beside it.

`python3 -m dev.environment [--dev] ARGUMENTS` prepares it and runs its Python with the arguments.
This module runs on the system's Python, before any package is there.
"""

from __future__ import annotations

import ctypes.util
import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from dev.errors import DevError
from dev.postgres_server import make_open_directory

PROJECT = Path(__file__).resolve().parent.parent
VENV = PROJECT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "installed-locks"
RUN_LOCK = PROJECT / "requirements.lock"
DEV_LOCK = PROJECT / "requirements-dev.lock"
# Program looked for, and the Debian package that has it.
TEST_PROGRAMS = {"msgfmt": "gettext", "chromium": "chromium"}
# Library looked for, and the Debian package that has it: they lay out the text of PDF files.
LIBRARIES = {
    "pango-1.0": "libpango-1.0-0",
    "pangoft2-1.0": "libpangoft2-1.0-0",
    "harfbuzz-subset": "libharfbuzz-subset0",
}


def prepare(dev: bool = False) -> None:
    """Make .venv and install the lock file if it changed since the last time."""
    if sys.version_info < (3, 11):  # noqa: UP036 (an older Python gets this far)
        raise DevError(f"Python 3.11 or newer is needed, this is {sys.version.split()[0]}.")
    os.chdir(PROJECT)
    try:
        make_open_directory(PROJECT / "var")
        with open(PROJECT / "var" / "environment.lock", "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            _install(DEV_LOCK if dev else RUN_LOCK)
    except OSError as error:
        raise DevError(f"Cannot write {error.filename}: {error.strerror}.") from None
    missing = [package for library, package in LIBRARIES.items() if not ctypes.util.find_library(library)]
    missing += [package for program, package in TEST_PROGRAMS.items() if dev and not shutil.which(program)]
    if missing and not install_debian_packages(missing):
        print(how_to_install(missing), flush=True)


def _install(lock_file: Path) -> None:
    if PYTHON.exists() and STAMP.exists() and _digest(lock_file) in STAMP.read_text().split():
        return
    _make_venv()
    print(f"Installing Python packages from {lock_file.name} ...", flush=True)
    started = time.monotonic()
    STAMP.unlink(missing_ok=True)
    install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes"]
    result = subprocess.run(
        [PYTHON, *install, "--only-binary=:all:", "-r", lock_file], stderr=subprocess.PIPE, text=True
    )
    if result.returncode:
        errors = [line for line in result.stderr.splitlines() if line.startswith("ERROR")] or [result.stderr.strip()]
        raise DevError("The Python packages could not be installed.\n" + "\n".join(errors))
    # The development lock contains the run-time one.
    locks = [RUN_LOCK, DEV_LOCK] if lock_file == DEV_LOCK else [RUN_LOCK]
    STAMP.write_text("\n".join(_digest(lock) for lock in locks))
    print(f"Installed in {time.monotonic() - started:.0f} s.", flush=True)


def _make_venv() -> None:
    usable = PYTHON.exists() and subprocess.run([PYTHON, "-m", "pip", "--version"], capture_output=True)
    if usable and usable.returncode == 0:
        return
    # Not sys.executable: with .venv active, that is the one about to be replaced.
    python = Path(sys.base_prefix) / "bin" / f"python{sys.version_info.major}.{sys.version_info.minor}"
    command = [python, "-m", "venv", "--clear", VENV]
    result = subprocess.run(command, capture_output=True, text=True)
    # Debian keeps this part of Python in a package of its own.
    if result.returncode and "ensurepip" in result.stdout and install_debian_packages(["python3-venv"]):
        result = subprocess.run(command, capture_output=True, text=True)
    if result.returncode and "ensurepip" in result.stdout:
        raise DevError(how_to_install(["python3-venv"]))
    if result.returncode:
        raise DevError(f"Python cannot make {VENV}:\n{(result.stdout + result.stderr).strip()}")


def _digest(path: Path) -> str:
    version = f"{sys.version_info.major}.{sys.version_info.minor}".encode()
    return hashlib.sha256(version + path.read_bytes()).hexdigest()


def install_debian_packages(packages: list[str]) -> bool:
    """Install by apt-get, as root only."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    print(f"Installing Debian packages: {' '.join(packages)} ...", flush=True)
    install = ["apt-get", "install", "-qq", "--no-install-recommends", *packages]
    # A fresh system has no package lists yet.
    return _apt(install) or (_apt(["apt-get", "update", "-qq"]) and _apt(install))


def _apt(command: list[str]) -> bool:
    env = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(command, env=env, capture_output=True).returncode == 0


def how_to_install(packages: list[str]) -> str:
    names = " ".join(packages)
    return f"Missing: {names}. On Debian: sudo apt-get install {names}"


def enter(module: str) -> None:
    """Continue the module in .venv's Python."""
    if Path(sys.prefix).resolve() != VENV.resolve():
        os.execv(PYTHON, [str(PYTHON), "-m", module, *sys.argv[1:]])


def main() -> None:
    arguments = sys.argv[1:]
    dev = arguments[:1] == ["--dev"]
    prepare(dev)
    os.execv(PYTHON, [str(PYTHON), *(arguments[1:] if dev else arguments)])


if __name__ == "__main__":
    try:
        main()
    except DevError as error:
        sys.exit(str(error))
