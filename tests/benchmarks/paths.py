"""Measures ten paths through 10,000 edges, beside scipy's `yen` on the same network.

Run ``python -m tests.benchmarks.paths``. Networks are random: each node leads to five others at
costs from 1 to 100, made from one seed. `yen` knows sums alone, so the other questions stand
without a ratio.
"""

import sys
import time
from itertools import pairwise
from statistics import median

import numpy as np
import pandas as pd
from scipy.sparse import csr_array
from scipy.sparse.csgraph import yen

from analysis.path_question import Measure, PathQuestion
from analysis.paths import find_paths

NODES, EDGES, PATHS = 2_000, 10_000, 10
QUESTIONS = 5
SUM = (Measure(column="risk"),)
WORST = (Measure(column="risk", kind="worst"),)
FRONT = (Measure(column="risk"), Measure(column="km"))
WAYS = {"lowest sums": SUM, "lowest worst legs": WORST, "front of two sums": FRONT}
HEAD = f"""## Paths in a network

{PATHS} paths between two nodes of a random network of {NODES:,} nodes and {EDGES:,} edges, median
of {QUESTIONS} pairs of nodes; reading the table is in it. `yen` is scipy's, knows sums alone, and
gets a matrix that is already made. Both must find the same sums. Asked: about a second.

| question | atlas, s | yen, s | atlas / yen |
| --- | --- | --- | --- |"""


def network(seed: int = 11) -> pd.DataFrame:
    """Return the edges, no two of them between the same nodes."""
    random = np.random.default_rng(seed)
    pair = random.choice(NODES * NODES, EDGES * 2, replace=False)
    ends = np.column_stack(np.divmod(pair, NODES))
    ends = ends[ends[:, 0] != ends[:, 1]][:EDGES]
    costs = {name: random.integers(1, 101, EDGES).astype(float) for name in ("risk", "km")}
    names = {"from_id": ends[:, 0].astype(str), "to_id": ends[:, 1].astype(str)}
    return pd.DataFrame(names | costs)


def seconds(edges: pd.DataFrame, measures: tuple[Measure, ...], ends: tuple[str, str]) -> float:
    start, end = ends
    question = PathQuestion(start=start, end=end, measures=measures, k=PATHS)
    begin = time.perf_counter()
    find_paths(edges, question)
    return time.perf_counter() - begin


def yen_seconds(edges: pd.DataFrame, ends: tuple[str, str]) -> float:
    """Return the time of `yen`, after a check that both find the same sums."""
    places = edges["from_id"].astype("int32"), edges["to_id"].astype("int32")
    matrix = csr_array((edges["risk"], places), shape=(NODES, NODES))
    begin = time.perf_counter()
    sums, _ = yen(matrix, *map(int, ends), PATHS, return_predecessors=True)
    took = time.perf_counter() - begin
    question = PathQuestion(start=ends[0], end=ends[1], measures=SUM, k=PATHS)
    ours = [path.costs[0] for path in find_paths(edges, question).paths]
    if not np.allclose(sums, ours[: len(sums)]):
        raise SystemExit(f"{ends}: yen finds {sums}, the atlas {ours}")
    return took


def section() -> str:
    """Return the table in Markdown, under its title."""
    edges = network()
    asked = list(pairwise(np.random.default_rng(5).choice(NODES, QUESTIONS + 1).astype(str)))
    beside = [yen_seconds(edges, ends) for ends in asked]
    rows = []
    for words, measures in WAYS.items():
        ours = [seconds(edges, measures, ends) for ends in asked]
        ratio = median(one / other for one, other in zip(ours, beside, strict=True))
        known = f"{median(beside):.2f} | {ratio:.1f}" if measures is SUM else "– | –"
        rows.append(f"| {words} | {median(ours):.2f} | {known} |")
    return "\n".join([HEAD, *rows, ""])


if __name__ == "__main__":
    sys.stdout.write(section())
