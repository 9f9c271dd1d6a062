"""The page of figures: one part for each benchmark, so that each can be measured anew alone."""

from pathlib import Path

PARTS = ("screen", "exposure", "cluster", "uncertainty", "paths")
HEAD = """# How fast it is

Written by `python -m uv run python -m tests.benchmarks`; do not edit. `--only` measures some of
the parts below anew. All together take about an hour on two cores, and need Chromium and npm. A
ratio is between two ways in one run; the machine is small, so ratios count, not times. How and why
it is measured so stands in [decisions/benchmark-method.md](decisions/benchmark-method.md).
"""
_MARK = "<!-- measured: {} -->"


def put(file: Path, name: str, text: str) -> None:
    """Write one part of the page, at its place; the other parts stay as they are."""
    parts = parts_of(file.read_text("utf-8") if file.exists() else "") | {name: text.strip()}
    kept = [f"{_MARK.format(one)}\n{parts[one]}\n" for one in PARTS if one in parts]
    file.write_text("\n".join([HEAD, *kept]), "utf-8")


def parts_of(page: str) -> dict[str, str]:
    """Return the parts of a page by name."""
    found = {}
    for name in PARTS:
        _, mark, rest = page.partition(f"{_MARK.format(name)}\n")
        if mark:
            found[name] = rest.split("<!-- measured: ")[0].strip()
    return found
