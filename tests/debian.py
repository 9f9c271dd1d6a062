"""Installs programs of Debian that tests drive, one installation at a time on this machine."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from filelock import FileLock

APT = ["apt-get", "--quiet", "--yes", "--no-install-recommends"]


Found = TypeVar("Found")


def install(steps: Iterable[Iterable[str]], found: Callable[[], Found | None]) -> Found | None:
    """Run steps of ``apt-get`` where this process may, and return what is found then.

    Tests run side by side and want the same program at once: the first installs it, the others
    wait, and find it. None where this process may not install, or where it did not help.
    """
    if not (shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0):
        return None
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    with FileLock(Path(tempfile.gettempdir()) / "corridor-atlas-apt.lock"):
        if there := found():
            return there
        for step in [["update"], *steps]:
            subprocess.run([*APT, *step], env=quiet, check=False, stdin=subprocess.DEVNULL)
        return found()
