"""The texts of the shipped data that are shown, for the catalogues of the data.

Titles, publishers and addresses of sources, ids and numbers stay as they are and are not collected.
Names stand in columns of their own (``name_en``, ``name_ko``); a language without such a column has
them in its catalogue.
"""

from __future__ import annotations

import csv
import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from routes.status import status_table

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT: Final = Path(__file__).resolve().parent.parent
COLUMNS: Final = {
    "routes/data/waypoints.csv": ("marker_basis", "note"),
    "routes/data/corridors.csv": ("description", "distance_basis", "usage_reported", "note"),
    "routes/data/legs.csv": ("standing_note", "countries_note", "note"),
    "routes/data/events.csv": ("event_type", "risk_effect", "summary"),
    "geodata/data/facts.csv": ("value", "note"),
    "geodata/data/incidents.csv": ("summary",),
    "geodata/data/flows.csv": ("period", "unit", "note"),
    "geodata/data/sources.csv": ("kind", "how_seen", "note"),
    "geodata/data/table1.csv": ("label", "KOR", "USA", "CHN"),
    "geodata/data/corrections.csv": ("claimed_by", "place", "claim", "evidence_says", "reason"),
    "geodata/data/domestic_rules.csv": ("degree_reason", "return_reason"),
}
NAMED: Final = (
    "routes/data/waypoints.csv",
    "routes/data/corridors.csv",
    "geodata/data/countries.csv",
)
SCENARIOS: Final = "analysis/scenarios"
# Recipes, scenarios and the rule of uncertainty: what their keys hold, at any depth.
RULES: Final = ("analysis/recipes", "analysis/scenarios", "analysis/uncertainty.toml")
KEYS: Final = ("title", "why", "names")
# Stories: what a room reads and what is said to it.
STORIES: Final = "dashboard/briefing/stories"
_WORDS: Final = re.compile(r"[A-Za-z]{2}.*[a-z]|[a-z]{2}")


def data_texts() -> set[str]:
    """Return every text of the shipped data that a person sees and that holds words."""
    return {text for text in _all() if _WORDS.search(text)}


def data_names(language: str) -> set[str]:
    """Return the English names of what has no name in a column of ``language``."""
    found = {
        row["name_en"] for name in NAMED for row in _rows(name) if not row.get(f"name_{language}")
    }
    scenarios = (tomllib.loads(path.read_text("utf-8")) for path in _files(ROOT / SCENARIOS))
    return found | {one["title_en"] for one in scenarios if not one.get(f"title_{language}")}


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (ROOT / name).open(encoding="utf-8-sig", newline="") as lines:
        yield from csv.DictReader(lines)


def _all() -> Iterator[str]:
    for name, columns in COLUMNS.items():
        for row in _rows(name):
            yield from (row[column] for column in columns)
    yield from status_table()["text"]
    for path in sorted(path for name in RULES for path in _files(ROOT / name)):
        document = tomllib.loads(path.read_text("utf-8"))
        yield from document.get("references", {}).values()
        yield from _values(document)
    for path in _files(ROOT / STORIES):
        yield from _story(tomllib.loads(path.read_text("utf-8")))


def _story(story: dict[str, Any]) -> Iterator[str]:
    yield from (story["title"], story["about"])
    for step in story["step"]:
        yield from (step["title"], *step["say"], step["notes"])


def _files(path: Path) -> list[Path]:
    return sorted(path.rglob("*.toml")) if path.is_dir() else [path]


def _values(table: dict[str, Any]) -> Iterator[str]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _values(value)
        elif key in KEYS:
            yield from value if isinstance(value, list) else [value]
