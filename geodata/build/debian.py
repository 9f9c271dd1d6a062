"""Fetches and unpacks the two Debian packages of the basemap, into the same cache as the others."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from geodata.build.packages import Package, PackageError


def fetch_debian(package: Package) -> Path:
    """Return the folder of an unpacked Debian package, fetching it when the cache has none.

    Parameters
    ----------
    package
        The package; registry is ``debian``.

    Returns
    -------
    Path
        The folder that stands for the root of the file system.

    Raises
    ------
    PackageError
        ``apt-get`` or ``dpkg-deb`` is not installed, or it failed.
    """
    if not package.folder.exists():
        package.folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=package.folder.parent) as scratch:
            _unpacked(package, Path(scratch)).rename(package.folder)
    return package.folder


def _unpacked(package: Package, scratch: Path) -> Path:
    _run("apt-get", "download", f"{package.name}={package.version}", folder=scratch)
    archive = next(scratch.glob("*.deb"))
    root = scratch / "root"
    _run("dpkg-deb", "-x", archive.name, root.name, folder=scratch)
    return root


def _run(program: str, *arguments: str, folder: Path) -> None:
    found = shutil.which(program)
    if found is None:
        raise PackageError(f"{program} was not found. Build the basemap on Debian or Ubuntu.")
    done = subprocess.run(  # noqa: S603
        [found, *arguments], cwd=folder, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise PackageError(f"{program} {' '.join(arguments)} failed: {done.stderr.strip()}")
