"""What several commands are asked for: a date, a recipe, a scenario; and the readings of them."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dashboard.atlas import data_folder, read_atlas
from dashboard.pipeline import read_risk
from dashboard.scenarios import read_scenario, shipped_scenarios, under_scenario
from intake.errors import AtlasError

if TYPE_CHECKING:
    import argparse

    from analysis.scenario import Scenario
    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings
    from dashboard.scenarios import Compared

_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def add_readings_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that say of which date, recipe and scenario the readings are."""
    parser.add_argument(
        "--date",
        metavar="YYYY-MM-DD",
        help="as-of date: only evidence that holds on it counts (default: end of the evidence)",
    )
    parser.add_argument(
        "--recipe",
        default="refoulement",
        metavar="FILE",
        help="a recipe's TOML file, or the id of a shipped one (default: refoulement)",
    )
    parser.add_argument(
        "--scenario",
        metavar="FILE",
        help="read under a scenario: its TOML file, or the id of a shipped one (default: none)",
    )


def asked_readings(options: argparse.Namespace) -> tuple[Atlas, Readings]:
    """Return the data and the readings that the options ask for.

    Raises
    ------
    AtlasError
        A date, recipe or scenario cannot be; the option, what was found and what was expected are
        named.
    """
    atlas = asked_atlas()
    compared = asked_scenario(options, atlas)
    return atlas, compared.readings if compared else readings_on(options.date, options, atlas)


def asked_atlas() -> Atlas:
    """Return the data that every command reads."""
    return read_atlas(data_folder())


def asked_scenario(options: argparse.Namespace, atlas: Atlas) -> Compared | None:
    """Return the readings with and without the scenario that is asked for; None without one."""
    if not options.scenario:
        return None
    found = readings_on(options.date, options, atlas)
    return under_scenario(atlas, found, _scenario(options.scenario, atlas))


def readings_on(
    day: str | None, options: argparse.Namespace, atlas: Atlas, *, option: str = "--date"
) -> Readings:
    """Return the readings of a day in the text of ``option``, under the recipe that is asked for.

    Raises
    ------
    AtlasError
        As for `asked_readings`.
    """
    return read_risk(atlas, _recipe(options.recipe, atlas), _date(day, atlas, option))


def _date(text: str | None, atlas: Atlas, option: str) -> dt.date:
    if text is None:
        return atlas.choices.last_date
    if not _DAY.fullmatch(text):
        raise _no_day(option, text)
    try:
        date = dt.date.fromisoformat(text)
    except ValueError as error:
        raise _no_day(option, text) from error
    first, last = atlas.choices.first_date, atlas.choices.last_date
    if not first <= date <= last:
        raise AtlasError(f"{option}: found {text}, expected a day from {first} to {last}.")
    return date


def _no_day(option: str, text: str) -> AtlasError:
    return AtlasError(
        f"{option}: found {text!r}, expected a day as YYYY-MM-DD, such as 2023-10-09."
    )


def _recipe(name: str, atlas: Atlas) -> str | Path:
    if name in atlas.recipes:
        return name
    if not Path(name).is_file():
        raise AtlasError(
            f"--recipe: found {name!r}, expected the path of a recipe's TOML file, or one of "
            f"{', '.join(atlas.recipes)}."
        )
    return Path(name)


def _scenario(name: str, atlas: Atlas) -> Scenario:
    shipped = shipped_scenarios(atlas)
    if name in shipped:
        return shipped[name]
    if not Path(name).is_file():
        raise AtlasError(
            f"--scenario: found {name!r}, expected the path of a scenario's TOML file, or one of "
            f"{', '.join(shipped)}."
        )
    return read_scenario(Path(name), atlas)
