"""What a session had in use, kept with its records: its view, and scenarios of the person's own."""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import pandas as pd

from dashboard.workspace.model import added, changed, standing_records
from dashboard.workspace.schema import SITTING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dashboard.workspace.model import Workspace

_TITLE: Final = "title_en"


@dataclass(frozen=True, kw_only=True)
class Sitting:
    """What was in use at the last save.

    ``view`` are the date, the recipe and the filters, as the address of a page has them;
    ``scenario`` is the title of the own scenario that was in use, empty where none was.
    """

    view: Mapping[str, Sequence[str]] = field(default_factory=dict)
    scenario: str = ""


def with_sitting(workspace: Workspace, sitting: Sitting) -> Workspace:
    """Return the workspace with what a session has in use; the same object where it has it."""
    view = {name: list(values) for name, values in sorted(sitting.view.items())}
    value = json.dumps({"view": view, "scenario": sitting.scenario}, ensure_ascii=False)
    return _put(workspace, "settings", {"name": SITTING, "value": value})


def sitting_of(workspace: Workspace) -> Sitting:
    """Return what was in use when the workspace was saved; nothing where it does not say."""
    settings = workspace.settings
    found = settings.loc[settings["name"] == SITTING, "value"]
    return Sitting(**json.loads(found.iloc[-1])) if len(found) else Sitting()


def with_scenario(workspace: Workspace, toml: str) -> Workspace:
    """Return the workspace with a scenario, in place of the one of its title if there is one.

    The same object comes back where nothing changes, and where the text is no TOML with a title.
    """
    title = scenario_title(toml)
    return _put(workspace, "scenarios", {"title": title, "toml": toml}) if title else workspace


def scenario_title(toml: str) -> str:
    """Return the title of a scenario's text, empty where it has none."""
    try:
        return str(tomllib.loads(toml).get(_TITLE, ""))
    except tomllib.TOMLDecodeError:
        return ""


def kept_scenarios(workspace: Workspace) -> dict[str, str]:
    """Return the TOML of every scenario that counts, by title."""
    rows = standing_records(workspace.scenarios)
    return dict(zip(rows["title"], rows["toml"], strict=True))


def _put(workspace: Workspace, name: str, cells: dict[str, str]) -> Workspace:
    """Return the workspace with a record in place of the last that has the same first cell."""
    table, key = standing_records(workspace.table(name)), next(iter(cells))
    same = table[table[key] == cells[key]].tail(1)
    if same.empty:
        return added(workspace, name, pd.DataFrame([cells]))
    if all(same[column].iloc[0] == cell for column, cell in cells.items()):
        return workspace
    return changed(workspace, name, pd.DataFrame([cells], index=same.index))
