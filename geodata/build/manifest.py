"""Records beside the shipped files what they are and what they were made from."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from geodata.build.packages import Package
from geodata.checksums import MANIFEST, read_manifest, sha256_of


def write_manifest(
    folder: Path,
    part: str,
    *,
    files: Sequence[Path],
    packages: Sequence[Package],
    sources: Mapping[str, str],
) -> Path:
    """Write the record of one part, and leave the records of the other parts as they are.

    Parameters
    ----------
    folder
        The folder of the shipped files.
    part
        Name of the part, as typed on the command line.
    files
        The files that the part made, all in the folder.
    packages
        What the part read.
    sources
        SHA-256 of every file inside a package that the part read, by its name in the package. A
        wheel differs between machines; the shapes inside it do not.

    Returns
    -------
    Path
        The manifest.
    """
    manifest = read_manifest(folder)
    others = {name: entry for name, entry in manifest["files"].items() if entry["part"] != part}
    made = {
        path.relative_to(folder).as_posix(): {
            "part": part,
            "bytes": path.stat().st_size,
            "sha256": sha256_of(path),
        }
        for path in files
    }
    record = {
        "packages": [
            f"{package.registry} {package.name} {package.version}" for package in packages
        ],
        "sources": dict(sorted(sources.items())),
    }
    text = json.dumps(
        {
            "files": dict(sorted((others | made).items())),
            "parts": dict(sorted((manifest["parts"] | {part: record}).items())),
        },
        indent=2,
        ensure_ascii=False,
    )
    path = folder / MANIFEST
    path.write_text(text + "\n", encoding="utf-8", newline="\n")
    return path
