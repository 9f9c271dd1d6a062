"""How long 10,000 draws over 76,000 legs take, against one matrix product and a sort.

Run ``python -m tests.benchmarks.uncertainty [legs] [draws]`` on a quiet machine. Two worlds: legs
of any length, of which those in one country alone read alike, and legs of three lengths, of which
many more do. The floor multiplies a dense matrix of shares with the scores and sorts each row, in
the same chunks: what no way of drawing legs one by one can do without.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from analysis.draws import CountryDraws
from analysis.leg_draws import chunks, leg_intervals
from analysis.leg_profiles import first_of_profile
from analysis.leg_sums import Terms, term_arrays, unit_scores
from analysis.recipe_text import parse_recipe

COUNTRIES = pd.Index([f"C{number:02}" for number in range(40)])
RECIPE = parse_recipe(
    (Path(__file__).parents[2] / "analysis" / "recipes" / "refoulement.toml").read_text("utf-8"),
    name="refoulement.toml",
)
RULES = (RECIPE.classes, RECIPE.legs)
HEAD = """## Intervals of legs

{draws:,} draws over legs of one to four countries, beside the floor: a product of matrices and a
sort in the same chunks. Asked: at most 3 times the floor.

| legs are | legs | that differ | intervals, s | floor, s | ratio |
| --- | --- | --- | --- | --- | --- |"""


@dataclass(frozen=True, kw_only=True)
class Measured:
    """Seconds of our intervals and of the floor, and how many different legs there were."""

    world: str
    profiles: int
    ours_s: float
    floor_s: float


def drawn(draws: int) -> CountryDraws:
    """Return scores of countries, drawn anew from a fixed seed."""
    random = np.random.default_rng(3)
    border = 2 ** random.uniform(-1, 1, draws)
    halves = np.array_split(np.arange(draws), 2)
    return CountryDraws(
        countries=COUNTRIES,
        scores=random.uniform(0, 10, (len(COUNTRIES), draws)),
        border=border,
        blocks=(halves[0], halves[1]),
    )


def some_terms(legs: int, *, alike: bool) -> Terms:
    """Return legs of one to four countries in a row, with a border between each two of them."""
    random = np.random.default_rng(4)
    count = random.integers(1, 5, legs)
    start = random.integers(0, len(COUNTRIES) - 4, legs)
    km = random.integers(1, 4, (legs, 4)) * 100.0 if alike else random.uniform(1, 900, (legs, 4))
    ids = pd.Index([f"L{number}" for number in range(legs)])
    parts = []
    for step in range(4):
        on = np.flatnonzero(count > step)
        here = COUNTRIES[start[on] + step]
        cells = {"leg_id": ids[on], "iso3": here, "weight_km": km[on, step]}
        parts.append(pd.DataFrame({**cells, "other_iso3": "", "kind": "km", "order": step}))
        if step:
            borders = {**cells, "other_iso3": COUNTRIES[start[on] + step - 1], "weight_km": 100.0}
            parts.append(pd.DataFrame({**borders, "kind": "crossing", "order": 10 + step}))
    table = pd.concat(parts).sort_values(["leg_id", "order"])
    return term_arrays(table, ids, countries=COUNTRIES, rule=RECIPE.legs)


def floor(terms: Terms, draws: CountryDraws) -> None:
    """Multiply and sort, chunk by chunk."""
    scores = unit_scores(terms, draws.scores).scores
    for rows in chunks(len(terms.leg_ids), draws.scores.shape[1]):
        part = terms.of_legs(np.arange(len(terms.leg_ids))[rows])
        shares = np.zeros((len(part.leg_ids), len(scores)))
        for sort in (part.travelled, part.fixed):
            np.add.at(shares, (sort.legs.place, sort.unit), sort.weight_km)
        shares /= shares.sum(axis=1, keepdims=True)
        np.sort(shares @ scores, axis=1)


def measure(world: str, legs: int, draws: int, *, alike: bool) -> Measured:
    """Return the times of one world."""
    terms, many = some_terms(legs, alike=alike), drawn(draws)
    readings = pd.DataFrame({"reading": 5.0, "reason": ""}, index=terms.leg_ids)
    begin = time.perf_counter()
    leg_intervals(terms, many, readings=readings, rules=RULES, interval=0.9)
    middle = time.perf_counter()
    floor(terms, many)
    end = time.perf_counter()
    profiles = len(set(first_of_profile(terms, many)))
    return Measured(world=world, profiles=profiles, ours_s=middle - begin, floor_s=end - middle)


def section(legs: int = 76_000, draws: int = 10_000) -> str:
    """Return the table in Markdown, under its title."""
    rows = []
    for world, alike in (("lengths as they come", False), ("lengths of 100, 200, 300 km", True)):
        found = measure(world, legs, draws, alike=alike)
        ratio = found.ours_s / found.floor_s
        rows.append(
            f"| {world} | {legs:,} | {found.profiles:,} | {found.ours_s:.1f} "
            f"| {found.floor_s:.1f} | {ratio:.2f} |"
        )
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return "\n".join([HEAD.format(draws=draws), *rows, "", f"Peak memory {peak_mb:,.0f} MB.", ""])


def main() -> None:
    """Measure both worlds and print a table."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("legs", type=int, nargs="?", default=76_000)
    reader.add_argument("draws", type=int, nargs="?", default=10_000)
    asked = reader.parse_args()
    sys.stdout.write(section(asked.legs, asked.draws))


if __name__ == "__main__":
    main()
