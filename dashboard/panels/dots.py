"""Rows of dots with their intervals on one scale: a figure and how sure it is, at a glance."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import htpy as h

from dashboard import palette
from dashboard.compare import ends_words
from dashboard.language import decimal
from dashboard.panels import markup

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.recipe import Classes

_STEPS: Final = (1, 2, 2.5, 5, 10)
_MOST_TICKS: Final = 6


@dataclass(frozen=True, kw_only=True)
class Dot:
    """One row: a figure, the interval around it, and both before where that is shown.

    Figures that are missing are NaN. ``aside`` is drawn hollow: not compared with the others.
    """

    name: h.Node
    figure: float
    low: float = float("nan")
    high: float = float("nan")
    before: float = float("nan")
    before_ends: tuple[float, float] = (float("nan"), float("nan"))
    note: str = ""
    aside: bool = False


def dot_rows(dots: Sequence[Dot], *, digits: int = 1, classes: Classes | None = None) -> h.Element:
    """Return the rows under one scale from 0; with ``classes`` the scale is that of 0 to 10.

    Every row says its figures in words beside the picture, so that nothing depends on seeing it.
    """
    top = 10.0 if classes else _round_top(dots)
    ticks = [0.0, *classes.edges, 10.0] if classes else _ticks(top)
    two_states = any(not math.isnan(dot.before) for dot in dots)
    return h.div(class_="atlas-dots atlas-states" if two_states else "atlas-dots")[
        h.div(".atlas-dots-axis", aria_hidden="true")[
            h.span,
            h.div[_bands(classes) if classes else None, [_tick(tick, top) for tick in ticks]],
            h.span,
        ],
        h.ul[[_row(dot, top=top, ticks=ticks, digits=digits) for dot in dots]],
    ]


def _row(dot: Dot, *, top: float, ticks: Sequence[float], digits: int) -> h.Element:
    lines = [h.s(style=f"left:{_share(tick, top)}") for tick in ticks]
    return h.li(class_="atlas-aside" if dot.aside else None)[
        h.span[dot.name],
        h.div(".atlas-track", aria_hidden="true")[lines, _marks(dot, top)],
        h.span[
            _said(dot, digits),
            h.span(".atlas-dim.atlas-verdict")[f" {dot.note}"] if dot.note else None,
        ],
    ]


def _marks(dot: Dot, top: float) -> list[h.Element]:
    marks = [
        _interval(ends, top, css)
        for ends, css in (((dot.low, dot.high), None), (dot.before_ends, "atlas-then"))
        if not math.isnan(ends[0])
    ]
    if not (math.isnan(dot.before) or math.isnan(dot.figure)):
        left, right = sorted((dot.before, dot.figure))
        marks.append(
            h.i(".atlas-way", style=f"left:{_share(left, top)};width:{_share(right - left, top)}")
        )
    if not math.isnan(dot.before):
        marks.append(h.b(".atlas-before", style=f"left:{_share(dot.before, top)}"))
    if not math.isnan(dot.figure):
        marks.append(h.b(style=f"left:{_share(dot.figure, top)}"))
    return marks


def _interval(ends: tuple[float, float], top: float, css: str | None) -> h.Element:
    left, width = _share(ends[0], top), _share(max(ends[1] - ends[0], 0), top)
    return h.i(class_=css, style=f"left:{left};width:{width}")


def _said(dot: Dot, digits: int) -> h.Node:
    shown = h.strong[markup.figure(dot.figure, digits)]
    now = [shown, _ends((dot.low, dot.high), digits)]
    if math.isnan(dot.before):
        return now
    return [markup.figure(dot.before, digits), _ends(dot.before_ends, digits), " → ", now]


def _ends(ends: tuple[float, float], digits: int) -> h.Element | None:
    return None if math.isnan(ends[0]) else h.span(".atlas-dim")[" ", ends_words(ends, digits)]


def _bands(classes: Classes) -> list[h.Element]:
    """Return the classes as a strip along the scale."""
    ends = [0.0, *classes.edges, 10.0]
    strokes = palette.RISK.values()
    return [
        h.i(style=f"left:{low * 10:.4g}%;width:{(high - low) * 10:.4g}%;background:{stroke.css}")
        for low, high, stroke in zip(ends[:-1], ends[1:], strokes, strict=True)
    ]


def _tick(tick: float, top: float) -> h.Element:
    digits = 0 if tick == int(tick) else 1
    return h.span(style=f"left:{_share(tick, top)}")[decimal(tick, digits)]


def _share(figure: float, top: float) -> str:
    return f"{100 * figure / top:.2f}%"


def _round_top(dots: Sequence[Dot]) -> float:
    """Return a round number at or above every figure."""
    figures = [
        one
        for dot in dots
        for one in (dot.figure, dot.high, dot.before, dot.before_ends[1])
        if not math.isnan(one)
    ]
    step = _step(max([*figures, 0.0]))
    return float(step * max(1, -(-max([*figures, 0.0]) // step)))


def _ticks(top: float) -> list[float]:
    step = _step(top)
    return [step * number for number in range(round(top / step) + 1)]


def _step(top: float) -> float:
    """Return a round step that needs at most so many ticks up to ``top``."""
    power = 10.0 ** math.floor(math.log10(max(top, 1.0) / _MOST_TICKS))
    return next(step * power for step in _STEPS if top <= step * power * _MOST_TICKS)
