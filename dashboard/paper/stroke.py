"""What a strand looks like: colour, width and dash by class; thinner and greyer when muted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from dashboard.paper.ink import INK, PART

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.paper.strands import Strand

_ZOOM_WIDTH: Final = {3: 0.72, 4: 0.88, 5: 1.0, 6: 1.15, 7: 1.3}
_AIR_WIDTH, _MUTED_WIDTH, _FADED_ALPHA = 0.72, 0.62, 0.22
_VAGUE_MIX: Final = (0.0, 0.28, 0.44)
_VAGUE_DASH: Final = (9.0, 3.5)
_NO_DASH: Final[tuple[float, ...]] = ()


@dataclass(frozen=True, kw_only=True)
class Stroke:
    """Colour, width in px, dash in px, opacity, and the colour of the halo."""

    color: str
    width: float
    dash: tuple[float, ...]
    alpha: float
    halo: str


def stroke_of(strand: Strand, legend: Mapping[str, Any], zoom: float) -> Stroke:
    """Return how a strand is drawn under a legend, as ``stroke.js`` does on the light ground."""
    look = legend["classes"][strand.kind]
    scale = _ZOOM_WIDTH.get(round(zoom), 1.0)
    thin = (_AIR_WIDTH if strand.mode == "air" else 1) * (_MUTED_WIDTH if strand.muted else 1)
    least = 1.5 if strand.standing == "irregular" else 2.6 if strand.muted else 3.4
    width = max(least, look["width"] * thin * scale)
    color = mixed(look["color"], INK["muted"], PART["mutedMix"] if strand.muted else 0)
    vague_dash = _VAGUE_DASH if strand.vague == len(_VAGUE_MIX) - 1 else _NO_DASH
    return Stroke(
        color=mixed(color, INK["vague"], _VAGUE_MIX[strand.vague]),
        width=width,
        # Beads on the water: a round-ended dash of no length.
        dash=(0.01, width * 1.75) if strand.mode == "sea" else tuple(look["dash"] or vague_dash),
        alpha=(PART["mutedAlpha"] if strand.muted else 1) * (_FADED_ALPHA if strand.faded else 1),
        halo=INK["mutedHalo"] if strand.muted else INK["legHalo"],
    )


def mixed(color: str, other: str, part: float) -> str:
    """Return a colour moved towards another by a part from 0 to 1; both as ``#rrggbb``."""
    pairs = [(int(color[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(a + (b - a) * part):02x}" for a, b in pairs)
