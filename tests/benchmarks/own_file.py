"""Makes a CSV of any number of legs as an organisation might bring it; the same bytes each time.

``python -m tests.benchmarks.own_file 100000 legs.csv``: corridors of ten legs each that chain, from
the north-east of the Korean peninsula's neighbours to South-East Asia, at places that nobody chose.
"""

import csv
import random
import sys
from pathlib import Path

SEED = 20_240_101
LEGS_A_CORRIDOR = 10
START, END = (129.5, 42.9), (100.5, 13.8)
SPREAD_DEG = 2.5
HEAD = (
    *("leg", "corridor", "order", "from_lon", "from_lat", "to_lon", "to_lat"),
    *("mode", "date", "note"),
)


def write_own_file(file: Path, count: int) -> None:
    """Write ``count`` legs."""
    chance = random.Random(SEED)  # noqa: S311 - a file that is the same each time
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(HEAD)
        places = [START]
        for number in range(count):
            step = number % LEGS_A_CORRIDOR
            if step == 0:
                places = _way(chance)
            ends = (*places[step], *places[step + 1])
            corridor = f"way {number // LEGS_A_CORRIDOR + 1}"
            writer.writerow(
                [f"leg-{number + 1}", corridor, step + 1, *ends, "land", "2024-05", "made up"]
            )


def _way(chance: random.Random) -> list[tuple[float, float]]:
    """Return the places of a corridor, each moved aside from the straight line."""
    shares = [step / LEGS_A_CORRIDOR for step in range(LEGS_A_CORRIDOR + 1)]
    return [
        (
            round(START[0] + (END[0] - START[0]) * share + chance.gauss(0, SPREAD_DEG), 4),
            round(START[1] + (END[1] - START[1]) * share + chance.gauss(0, SPREAD_DEG), 4),
        )
        for share in shares
    ]


if __name__ == "__main__":
    write_own_file(Path(sys.argv[2]), int(sys.argv[1]))
