"""Recomputes a figure from the printed tree alone, as a reader with a calculator would."""

from __future__ import annotations

import math
import re

CHILD = re.compile(
    r"(?P<name>.+?) = (?P<value>\S+?)(?:, times (?P<factor>\S+) = \S+)?"
    r"(?:; weight (?P<weight>\S+), share (?P<share>\S+), contribution (?P<contribution>\S+))?"
)


def entries(text: str) -> list[dict]:
    """Return the nodes and leaves of the text, each with its depth and how it was made."""
    lines = [line for line in text.split("\n\n")[1].split("\n") if line]
    found = []
    for line, made in zip(lines[::2], lines[1::2], strict=True):
        cells = CHILD.fullmatch(line.strip())
        assert cells, line
        depth = (len(line) - len(line.lstrip())) // 4
        found.append({**cells.groupdict(), "made": made.strip(), "depth": depth})
    return found


def recomputed(text: str) -> dict[str, tuple[float, float]]:
    """Return by node and leaf the printed value and the one that follows from what is printed."""
    found = entries(text)
    pairs = {}
    for place, entry in enumerate(found):
        below = found[place + 1 :]
        nearer = [n for n, other in enumerate(below) if other["depth"] <= entry["depth"]]
        inside = below[: nearer[0]] if nearer else below
        children = [other for other in inside if other["depth"] == entry["depth"] + 1]
        if entry["value"] != "missing":
            figure = _node(entry["made"], children) if children else _leaf(entry["made"])
            pairs[entry["name"]] = (float(entry["value"]), figure)
    return pairs


def _leaf(made: str) -> float:
    *_, way = made.removeprefix("cell ").split("; ")
    figures = re.sub(r"ln ([\d.]+)", r"math.log(\1)", way.split(",")[0])
    return float(eval(figures.replace(" x ", " * "), {"math": math}))  # noqa: S307 - our own output


def _node(made: str, children: list[dict]) -> float:
    present = [child for child in children if child["value"] != "missing"]
    weights = [float(child["weight"]) for child in present]
    shares = [weight / sum(weights) for weight in weights]
    inputs = [float(child["value"]) * float(child["factor"] or 1) for child in present]
    assert [float(c["share"]) for c in present] == [float(f"{share:.12g}") for share in shares]
    figure = _aggregates(inputs, shares)[made.split(":", maxsplit=1)[0]]
    printed = float(re.findall(r" = ([\d.]+)(?:;|$)", made)[0])
    parts = sum(float(child["contribution"]) for child in present)
    assert math.isclose(printed, figure, rel_tol=1e-9)
    assert math.isclose(parts, figure, rel_tol=1e-9)
    if rounded := re.search(r"half up to (\d)", made):
        step = 10 ** int(rounded[1])
        figure = math.floor(figure * step + 0.5 + 1e-9) / step
    floor = re.search(r"at least ([\d.]+)", made)
    return max(figure, float(floor[1])) if floor else figure


def _aggregates(inputs: list[float], shares: list[float]) -> dict[str, float]:
    pairs = list(zip(inputs, shares, strict=True))
    turned = math.prod(((10 - x) / 10 * 9 + 1) ** share for x, share in pairs)
    return {
        "arithmetic": sum(x * share for x, share in pairs),
        "geometric": math.prod(max(x, 0) ** share for x, share in pairs),
        "harmonic": 1 / sum(share / x for x, share in pairs) if all(inputs) else 0,
        "inverse_geometric": (10 - turned) / 9 * 10,
        "max": max(inputs),
        "min": min(inputs),
    }
