"""The small map of a country as a figure: the picture, names beside its places, a caption."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from typing import TYPE_CHECKING

import htpy as h
import numpy as np

from dashboard import palette
from dashboard.countries.legs import legs_inside
from dashboard.language import _, ngettext
from dashboard.maps.country_map import WIDTH, Window, country_map
from dashboard.maps.label_spots import Spot, label_spots
from dashboard.panels import markup
from dashboard.words import NO_DATA, NOT_APPLICABLE

if TYPE_CHECKING:
    import geopandas as gpd

    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A drawn map: SVG text, window; classes of its legs, gravest first, and their number."""

    svg: str
    window: Window
    classes: tuple[str, ...]
    legs: int


def picture(atlas: Atlas, readings: Readings, iso3: str, boundaries: gpd.GeoDataFrame) -> Picture:
    """Return the map of a country with the legs that touch it, gravest on top."""
    found = legs_inside(atlas, readings, iso3)
    lines = found.assign(geometry=atlas.lines.geometry.reindex(found.index)).sort_values(
        ["declared", "reading"], na_position="first"
    )
    declared = found[found["declared"]]
    svg, window = country_map(iso3, boundaries, lines, _places(atlas, list(declared.index)))
    shown = set(declared["risk_class"])
    order = [*reversed(palette.RISK), NOT_APPLICABLE, NO_DATA]
    return Picture(
        svg=svg,
        window=window,
        classes=tuple(name for name in order if name in shown),
        legs=len(declared),
    )


def figure(atlas: Atlas, readings: Readings, iso3: str, drawn: Picture) -> h.Element:
    """Return the figure; names in the language of the run."""
    encoded = base64.b64encode(drawn.svg.encode()).decode()
    words = _legs_words(drawn.legs)
    found = legs_inside(atlas, readings, iso3)
    spots = _spots(atlas, list(found.index[found["declared"]]), drawn.window)
    return h.figure(".atlas-country-map")[
        h.div[
            h.img(
                src=f"data:image/svg+xml;base64,{encoded}",
                alt=_("Map of {country}.").format(country=atlas.names()[iso3]) + f" {words}",
            ),
            [_label(spot, drawn.window) for spot in spots],
        ],
        h.figcaption(".atlas-note")[
            [[markup.risk_chip(name), " "] for name in drawn.classes],
            h.span[words, " ", _("Borders do not imply endorsement.")],
        ],
    ]


def _legs_words(count: int) -> str:
    if not count:
        return _("No leg of a corridor touches it.")
    return ngettext(
        "{number} leg touches it. Straight lines between stand-ins, not paths; dashes are flights.",
        "{number} legs touch it. Straight lines between stand-ins, not paths; dashes are flights.",
        count,
    )


def _label(spot: Spot, window: Window) -> h.Element:
    left, top = spot.x / WIDTH, spot.y / window.height
    return h.span(aria_hidden="true", style=f"left:{left:.2%};top:{top:.2%}")[spot.name]


def _spots(atlas: Atlas, leg_ids: list[str], window: Window) -> list[Spot]:
    names = atlas.waypoint_names
    points = {
        names[place].split(" (")[0].split("(")[0]: window.pixels(np.array([where]))[0]
        for place, where in _places(atlas, leg_ids).items()
    }
    inside = {
        name: (float(x), float(y))
        for name, (x, y) in points.items()
        if 0 <= x <= WIDTH and 0 <= y <= window.height
    }
    return label_spots(inside, width=WIDTH, height=window.height)


def _places(atlas: Atlas, leg_ids: list[str]) -> dict[str, tuple[float, float]]:
    ends = atlas.legs.loc[leg_ids, ["from_id", "to_id"]].to_numpy().ravel()
    found = atlas.waypoints.loc[list(dict.fromkeys(ends))]
    return {
        str(place): (float(lon), float(lat))
        for place, lon, lat in zip(found.index, found["lon"], found["lat"], strict=True)
    }
