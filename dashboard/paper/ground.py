"""The ground of a map: sea, land with relief, tint, lakes, rivers, borders, graticule; as SVG."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import shapely

from dashboard.paper.graticule import graticule
from dashboard.paper.ink import INK, PART, SHALLOW
from dashboard.paper.relief import land_picture, sea_picture
from dashboard.paper.shapes import BORDER_KINDS, shapes
from dashboard.paper.svg import element, path_of, stroked

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import numpy.typing as npt

    from dashboard.paper.frame import Frame
    from dashboard.paper.shapes import Shapes

NEAR_ZOOM: Final = 5.0
BORDER_DASH: Final[dict[str, tuple[float, ...]]] = {
    "agreed": (),
    "disputed": (5, 4),
    "control": (6, 3),
    "zone": (3, 3),
}
_SPECK_PX: Final = 1.6  # length of a line, or around an island, below which it is left out
_FLAT_PX: Final = 0.35  # a bend smaller than that is less than a dot of a print
_SOFT_PX: Final = 1.2  # the same under the soft light along the coast
# The ground of a frame is the same in every language and view; of half a MB, and a second to draw.
_MOST_KEPT: Final = 40
_BEYOND_PX: Final = 14.0  # shapes go on so far under the neat line, so that no cut is stroked


def ground(frame: Frame, tint: Mapping[str, Any] | None = None) -> list[str]:
    """Return the ground as SVG elements, lowest first.

    Parameters
    ----------
    frame
        What is shown, and how.
    tint
        ``classes`` with a ``color`` each and ``countries``, ISO code to class, or None.
    """
    below, relief, above = _untinted(frame)
    return [
        *below,
        element("g", relief, *_tinted(frame, tint), clip_path="url(#on-land)"),
        *above,
    ]


@lru_cache(maxsize=_MOST_KEPT)
def _untinted(frame: Frame) -> tuple[tuple[str, ...], str, tuple[str, ...]]:
    """Return what lies below the relief, the relief, and what lies above it and the tint."""
    level = shapes()
    rings = np.concatenate(list(level.countries.values()))
    whole = {"x": 0.0, "y": 0.0, "width": frame.width, "height": frame.height}
    shallow = (12, 5) if frame.zoom >= NEAR_ZOOM else (8, 3.5)
    below = (
        element(
            "defs",
            element("path", id="land", d=_area(frame, rings)),
            element("path", id="soft", d=_area(frame, rings, _SOFT_PX)),
            element("clipPath", element("use", href="#land"), id="on-land"),
        ),
        element("image", href=sea_picture(frame), preserveAspectRatio="none", **whole),
        *(
            element("use", href="#soft", **stroked(color, wide), stroke_linejoin="round")
            for color, wide in zip(SHALLOW[::-1], shallow, strict=True)
        ),
        # Its own colour around it closes the seams between countries, each thinned by itself.
        element("use", href="#land", **{**stroked(INK["land"], 0.5), "fill": INK["land"]}),
    )
    relief = element("image", href=land_picture(frame), preserveAspectRatio="none", **whole)
    above = (
        graticule(frame),
        *_waters(frame, level),
        element("path", d=_course(frame, level.coast), **stroked(INK["coast"], 0.7)),
        *_borders(frame, level),
    )
    return below, relief, above


def _waters(frame: Frame, level: Shapes) -> Iterator[str]:
    for rank, lines in sorted(level.rivers.items()):
        strength = frame.zoom + 0.5 - rank + 1.6
        if strength > 0:
            drawn = _course(frame, lines)
            wide = min(0.4 + strength * 0.26, 1.5)
            yield element("path", d=drawn, **stroked(INK["river"], wide))
    yield element(
        "path",
        d=_area(frame, level.lakes),
        **{**stroked(INK["lakeEdge"], 0.6), "fill": INK["lake"]},
    )


def _borders(frame: Frame, level: Shapes) -> Iterator[str]:
    if frame.zoom >= NEAR_ZOOM - 0.3:
        inner = _course(frame, level.admin1)
        yield element("path", d=inner, **stroked(INK["admin1"], 0.6, (3.5, 2.5)))
    wide = 1.5 if frame.zoom >= NEAR_ZOOM else 1.15
    drawn = {kind: _course(frame, level.borders[kind]) for kind in BORDER_KINDS}
    halo = "".join(drawn.values())
    yield element("path", d=halo, **stroked(INK["borderHalo"], wide + 3.6))
    for kind, line in drawn.items():
        thin = 0.9 if kind == "zone" else wide
        yield element("path", d=line, **stroked(INK["border"], thin, BORDER_DASH[kind]))


def _tinted(frame: Frame, tint: Mapping[str, Any] | None) -> Iterator[str]:
    level = shapes()
    for index, look in enumerate(tint["classes"] if tint else ()):
        tinted = [iso3 for iso3, kind in (tint or {})["countries"].items() if kind == index]
        areas = [level.countries[iso3] for iso3 in tinted if iso3 in level.countries]
        if areas:
            yield element(
                "path",
                d=_area(frame, np.concatenate(areas)),
                fill=look["color"],
                fill_opacity=PART["tintAlpha"],
            )


def _course(frame: Frame, lines: npt.NDArray[Any]) -> str:
    """Return the path of some lines."""
    parts = _clipped(frame, lines)
    return path_of(shapely.get_coordinates(part) for part in parts)


def _area(frame: Frame, rings: npt.NDArray[Any], flat: float = _FLAT_PX) -> str:
    """Return the path of some areas; turned one way, so that overlaps stay filled."""
    parts = shapely.normalize(_clipped(frame, rings, flat))
    bounds = (shapely.get_coordinates(shapely.get_exterior_ring(part))[:-1] for part in parts)
    return path_of(bounds, closed=True)


def _clipped(frame: Frame, parts: npt.NDArray[Any], flat: float = _FLAT_PX) -> npt.NDArray[Any]:
    """Return the parts in px, thinned to what paper shows and cut a little beyond the frame."""
    west, south, east, north = frame.around()
    around = shapely.box(west - 2, south - 2, east + 2, north + 2)
    near = parts[shapely.intersects(parts, around)]
    left, top, right, bottom = frame.box
    cut = shapely.clip_by_rect(
        shapely.transform(near, frame.at),
        *(left - _BEYOND_PX, top - _BEYOND_PX, right + _BEYOND_PX, bottom + _BEYOND_PX),
    )
    thinned = shapely.simplify(shapely.get_parts(cut), flat)
    return np.asarray(thinned[shapely.length(thinned) > _SPECK_PX], dtype=object)
