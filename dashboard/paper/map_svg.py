"""The map on paper: a publication in, one SVG drawing out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from dashboard.names import name_in
from dashboard.paper.badges import badges
from dashboard.paper.drawing import Drawing
from dashboard.paper.edge_names import edge_names
from dashboard.paper.frame import fitted
from dashboard.paper.graticule import graticule_names
from dashboard.paper.ground import ground
from dashboard.paper.ground_names import country_names, ground_names
from dashboard.paper.letters import require_letters
from dashboard.paper.room import Room
from dashboard.paper.scale_bar import scale_bar
from dashboard.paper.shapes import shapes
from dashboard.paper.signs import Sign, sign, sign_names
from dashboard.paper.strand_ink import Drawn, inked
from dashboard.paper.strand_lines import strand_line
from dashboard.paper.strands import strands, touched
from dashboard.paper.stroke import stroke_of
from dashboard.paper.svg import element, stroked
from intake.errors import AtlasError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import pandas as pd

    from dashboard.paper.frame import Frame
    from dashboard.paper.room import Label
    from dashboard.paper.strands import Strand
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
    extent: Sequence[tuple[float, float]] = (),
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
    extent
        Longitude and latitude of places that the map must show, in place of where its legs are.

    Raises
    ------
    AtlasError
        The publication has no picture, or the fonts cannot write its language.
    """
    view, lang = picture_of(publication).view, publication.about.lang
    require_letters(lang)
    found = strands(publication, legs)
    waypoints, ends = publication.keyed("waypoints"), touched(found)
    lonlat = list(waypoints.loc[list(ends), ["lon", "lat"]].itertuples(index=False, name=None))
    frame = fitted(extent or _extent(lonlat, whole=legs is None), size, margin=_MARGIN_PX)
    drawn = _drawn(found, frame, publication)
    signs, outside = _signs(frame, ends, rows=waypoints, lang=lang)
    room = Room(*size)
    for item in drawn:
        if not item.strand.faded:
            room.add_line(item.line)
    bar, figures = scale_bar(frame, room, [(one.x, one.y) for one in signs])
    there = waypoints.loc[[place for place in ends if place not in outside]]
    labels, marks = _names(frame, lang, room, there=there, signs=signs, beyond=(drawn, outside))
    numbered = list(badges(drawn, room))
    neat = {"x": 0.0, "y": 0.0, "width": size[0], "height": size[1]}
    elements = (
        element("g", *ground(frame, view["tint"]), id="ground"),
        element("g", *inked(drawn), id="legs"),
        element("g", *marks, id="towns"),
        element("g", *(sign(one) for one in signs), id="waypoints"),
        element("g", *(label.svg for label in labels), id="names"),
        element("g", *(pill + number.svg for pill, number in numbered), id="numbers"),
        element("g", *bar, *(label.svg for label in figures), id="scale"),
        element("rect", **neat, **stroked(_NEAT_LINE, 1.2)),
    )
    every = (*labels, *(number for _, number in numbered), *figures)
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


def _drawn(found: Iterable[Strand], frame: Frame, publication: Publication) -> list[Drawn]:
    """Return strands with their strokes and their lines in the frame."""
    legend, waypoints = picture_of(publication).view["legend"], publication.keyed("waypoints")
    return [
        Drawn(
            strand=one,
            stroke=stroke_of(one, legend, frame.zoom),
            line=strand_line(
                one, frame, waypoints=waypoints, lines=publication.lines, legend=legend
            ),
        )
        for one in found
    ]


def _signs(
    frame: Frame, faded: Mapping[str, bool], *, rows: pd.DataFrame, lang: str
) -> tuple[list[Sign], dict[str, str]]:
    """Return the waypoints in the frame as signs, and the names of those beyond it by id."""
    signs, outside = [], {}
    for place, is_faded in faded.items():
        row = rows.loc[place]
        x, y = frame.at(np.array([[row["lon"], row["lat"]]], dtype=float))[0]
        name = name_in(row, lang)
        if 0 < x < frame.width and 0 < y < frame.height:
            role = str(row["role"])
            signs.append(Sign(x=float(x), y=float(y), role=role, name=name, faded=is_faded))
        else:
            outside[place] = name
    return signs, outside


def _names(  # noqa: PLR0913 - everything that has a name
    frame: Frame,
    lang: str,
    room: Room,
    *,
    there: pd.DataFrame,
    signs: list[Sign],
    beyond: tuple[list[Drawn], Mapping[str, str]],
) -> tuple[list[Label], list[str]]:
    """Return all names, those that matter most given room first, and the dots of towns."""
    for one in signs:
        room.add_box(one.box)
    at_edge = list(edge_names(*beyond, room))
    own = frozenset(there["iso3"])
    countries = list(country_names(frame, lang, room, those=own))
    waypoints = list(sign_names(signs, room, frame.zoom))
    degrees = graticule_names(frame, room)
    countries += country_names(frame, lang, room, those=frozenset(shapes().countries) - own)
    known = list(there[["lon", "lat"]].itertuples(index=False, name=None))
    towns = list(ground_names(frame, lang, room, known))
    labels = [*countries, *(label for _, label in towns), *waypoints, *at_edge, *degrees]
    return labels, [dot for dot, _ in towns if dot]
