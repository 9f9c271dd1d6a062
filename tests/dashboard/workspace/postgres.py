"""Starts a PostgreSQL with PostGIS, installs Debian's where it may, or says what to do."""

import os
import shutil
import subprocess
import tempfile
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from tests import debian

PROGRAMS = Path("/usr/lib/postgresql")
WHAT_TO_DO = (
    "The tests of the shared store need PostgreSQL with PostGIS and found none: install them "
    "(Debian, Ubuntu: apt-get install postgresql-15-postgis-3), then run the tests again."
)


class NoPostgresError(Exception):
    """No PostgreSQL with PostGIS, and no right to install one."""


@dataclass(frozen=True, kw_only=True)
class Server:
    """A server that only this machine's own account reaches, through a socket in its folder."""

    programs: Path
    folder: Path

    @property
    def url(self):
        return f"postgresql:///postgres?host={self.folder}&user=atlas"

    def start(self):
        options = f"-c listen_addresses='' -c unix_socket_directories={self.folder} -c fsync=off"
        log = self.folder / "log"
        self._run("pg_ctl", "start", "-w", "-D", self.folder / "data", "-l", log, "-o", options)

    def stop(self):
        self._run("pg_ctl", "stop", "-w", "-m", "immediate", "-D", self.folder / "data")

    def make(self):
        self._run("initdb", "-D", self.folder / "data", "-U", "atlas", "-A", "trust", "--no-sync")

    def _run(self, program, *arguments):
        done = subprocess.run(
            [self.programs / program, *arguments],
            cwd=self.folder,
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            **_as_nobody(),
        )
        assert done.returncode == 0, done.stderr


@contextmanager
def running_server():
    """A fresh server, gone afterwards with all that was in it."""
    programs = _programs()
    with tempfile.TemporaryDirectory(prefix="atlas-pg-", ignore_cleanup_errors=True) as name:
        server = Server(programs=programs, folder=Path(name))
        if who := _as_nobody():
            os.chown(name, who["user"], who["group"])
        server.make()
        server.start()
        try:
            yield server
        finally:
            with suppress(AssertionError):  # a test may have stopped it
                server.stop()


def _programs():
    found = _found() or _installed()
    if found is None:
        raise NoPostgresError(WHAT_TO_DO)
    return found


def _found():
    """The folder of a server that has PostGIS."""
    on_path = [Path(found).resolve().parent] if (found := shutil.which("pg_ctl")) else []
    for programs in [*sorted(PROGRAMS.glob("*/bin"), reverse=True), *on_path]:
        asked = [programs / "pg_config", "--sharedir"]
        shared = subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip()
        if (Path(shared) / "extension" / "postgis.control").exists():
            return programs
    return None


def _installed():
    """Install Debian's server, and then PostGIS for its version."""
    server = debian.install([["install", "postgresql"]], lambda: max(_versions(), default=None))
    return debian.install([["install", f"postgresql-{server}-postgis-3"]], _found)


def _versions():
    return [path.name for path in PROGRAMS.glob("*")]


def _as_nobody():
    """PostgreSQL does not run as root; then it is nobody's."""
    return {"user": 65534, "group": 65534} if os.geteuid() == 0 else {}
