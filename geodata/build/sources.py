"""Tells in which state the files were from which the shipped ones are made."""

from collections.abc import Iterable

from geodata.build.debian import fetch_debian
from geodata.build.packages import Package, fetch
from geodata.checksums import sha256_of


def source_checksums(read: Iterable[tuple[Package, str]]) -> dict[str, str]:
    """Return the SHA-256 of every file that was read inside the packages.

    In hexadecimal, by the name of the package and the path in it. Packages are fetched where the
    cache has none.

    Raises
    ------
    PackageError
        A package could not be fetched.
    """
    return {
        f"{package.name}/{file}": sha256_of(
            (fetch_debian(package) if package.registry == "debian" else fetch(package)) / file
        )
        for package, file in read
    }
