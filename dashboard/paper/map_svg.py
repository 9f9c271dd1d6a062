"""The map on paper: a publication in, one SVG drawing out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from dashboard.paper.badges import badges
from dashboard.paper.drawing import Drawing
from dashboard.paper.edge_names import edge_names
from dashboard.paper.frame import fitted
from dashboard.paper.graticule import graticule_names
from dashboard.paper.ground import ground
from dashboard.paper.ground_names import country_names, ground_names
from dashboard.paper.room import Room
from dashboard.paper.scale_bar import scale_bar
from dashboard.paper.shapes import shapes
from dashboard.paper.signs import Sign, sign, sign_names
from dashboard.paper.strand_ink import Drawn, inked
from dashboard.paper.strand_lines import strand_line
from dashboard.paper.strands import strands, touched
from dashboard.paper.stroke import stroke_of
from dashboard.paper.svg import element
from intake.errors import AtlasError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from dashboard.paper.frame import Frame
    from dashboard.publication.publication import Picture, Publication

# The corridors of Asia; what lies beyond is named at the edge.
HOME: Final = ((90.5, 0.6), (139.5, 50.5))
_ASIA: Final = (60.0, -12.0, 155.0, 60.0)
_MARGIN_PX: Final = (40.0, 34.0, 40.0, 34.0)
_NEAT_LINE: Final = "#4d5666"


def map_drawing(
    publication: Publication,
    size: tuple[float, float],
    *,
    legs: frozenset[str] | None = None,
) -> tuple[Drawing, Frame]:
    """Return the map of a publication, and the frame that it lies in.

    Parameters
    ----------
    publication
        Of a view: with a picture.
    size
        Width and height in px, which are a fifth of a millimetre.
    legs
        Ids of the legs that the map is of: it shows these alone, and moves close to them; all legs
        and the whole of the region when None.

    Raises
    ------
    AtlasError
        The publication has no picture.
    """
    view = picture_of(publication).view
    waypoints = publication.keyed("waypoints")
    found = strands(publication, legs)
    ends = touched(found)
    places = {
        str(place): (float(waypoints["lon"][place]), float(waypoints["lat"][place]))
        for place in ends
    }
    frame = fitted(_extent(list(places.values()), whole=legs is None), size, margin=_MARGIN_PX)
    drawn = [
        Drawn(
            strand=one,
            stroke=stroke_of(one, view["legend"], frame.zoom),
            line=strand_line(
                one, frame, waypoints=waypoints, lines=publication.lines, legend=view["legend"]
            ),
        )
        for one in found
    ]
    room = Room(*size)
    for item in drawn:
        if not item.strand.faded:
            room.add_line(item.line)
    column = f"name_{publication.about.lang}"
    signs, outside = _signs(frame, places, faded=ends, rows=waypoints, column=column)
    bar, bar_labels = scale_bar(frame, room, [(one.x, one.y) for one in signs])
    for one in signs:
        room.add_box(one.box)
    lang = publication.about.lang
    beyond = list(edge_names(drawn, outside, room))
    own = frozenset(waypoints.loc[[place for place in places if place not in outside], "iso3"])
    countries = list(country_names(frame, lang, room, those=own))
    named = list(sign_names(signs, room, frame.zoom))
    numbered = list(badges(drawn, room))
    grid = graticule_names(frame, room)
    known = [places[place] for place in places if place not in outside]
    countries += country_names(frame, lang, room, those=frozenset(shapes().countries) - own)
    lettered = list(ground_names(frame, lang, room, known))
    texts = [*countries, *(label for _, label in lettered), *named, *beyond, *grid]
    numbers = [label for _, label in numbered]
    elements = (
        *ground(frame, view["tint"]),
        *inked(drawn),
        *(dot for dot, _ in lettered if dot),
        *(sign(one) for one in signs),
        *(label.svg for label in texts),
        *(pill + label.svg for pill, label in numbered),
        *bar,
        *(label.svg for label in bar_labels),
        element(
            "rect",
            x=0.0,
            y=0.0,
            width=size[0],
            height=size[1],
            fill="none",
            stroke=_NEAT_LINE,
            stroke_width=1.2,
        ),
    )
    every = (*texts, *numbers, *bar_labels)
    return Drawing(width=size[0], height=size[1], elements=elements, labels=every), frame


def picture_of(publication: Publication) -> Picture:
    """Return how the map of a publication looks.

    Raises
    ------
    AtlasError
        The publication has no picture.
    """
    if publication.picture is None:
        raise AtlasError("Found a publication without a picture, expected that of a view.")
    return publication.picture


def _extent(places: list[tuple[float, float]], *, whole: bool) -> list[tuple[float, float]]:
    """Return what a map must show: the region, or the places of some legs that lie in it."""
    west, south, east, north = _ASIA
    near = [(lon, lat) for lon, lat in places if west < lon < east and south < lat < north]
    return list(HOME) if whole or len(near) < 2 else near  # noqa: PLR2004 - one place has no extent


def _signs(
    frame: Frame,
    places: Mapping[str, tuple[float, float]],
    *,
    faded: Mapping[str, bool],
    rows: Any,  # noqa: ANN401 - a table
    column: str,
) -> tuple[list[Sign], dict[str, str]]:
    """Return the waypoints in the frame as signs, and the names of those beyond it by id."""
    signs, outside = [], {}
    for place, lonlat in places.items():
        x, y = frame.at(np.array([lonlat]))[0]
        name = str(rows[column][place])
        if 0 < x < frame.width and 0 < y < frame.height:
            role = str(rows["role"][place])
            signs.append(Sign(x=float(x), y=float(y), role=role, name=name, faded=faded[place]))
        else:
            outside[place] = name
    return signs, outside
