"""Copies a data folder and changes one cell, so that a test can ask where it is refused."""

import csv
import shutil
from pathlib import Path


def with_cell(source: Path, target: Path, place: tuple[str, int, str], typed: str) -> Path:
    """Return the folder of a copy where one cell (file, line, column) holds other text."""
    file, line, column = place
    shutil.copytree(source, target, ignore=shutil.ignore_patterns("*.parquet", "*.gpkg"))
    path = target / file
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream))
    rows[line - 1][rows[0].index(column)] = typed
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerows(rows)
    return target
