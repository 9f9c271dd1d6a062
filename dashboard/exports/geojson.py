"""GeoJSON (RFC 7946): legs as lines and waypoints as points; what they mean as foreign members."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

import shapely

from dashboard.exports.about import about_record
from dashboard.exports.records import records
from dashboard.language import speaking
from dashboard.publication.codebook import codebook

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.publication.publication import Publication

_BESIDE: Final = ("corridors", "countries", "indicators", "sources")


def geojson(publication: Publication) -> bytes:
    """Return one FeatureCollection, UTF-8, longitude before latitude, in WGS 84.

    A feature's ``id`` is that of its row, its property ``table`` says which table it is of. Lines
    that cross 180 degrees are cut there. Foreign members: ``about``, ``codebook`` and the tables
    that the legs lead to, ``corridors, countries, indicators, sources``.
    """
    with speaking(publication.about.lang):
        told = [name for name in _BESIDE if name in publication.tables]
        tables = [publication.tables[name] for name in ("legs", "waypoints", *told)]
        document = {
            "type": "FeatureCollection",
            "about": about_record(publication),
            "features": [*_legs(publication), *_waypoints(publication)],
            **{name: records(publication.rows(name)) for name in told},
            "codebook": records(codebook([table.schema for table in tables])),
        }
    return json.dumps(document, ensure_ascii=False, allow_nan=False, indent=0).encode()


def _legs(publication: Publication) -> Iterator[dict[str, Any]]:
    for leg in records(publication.rows("legs")):
        shape = json.loads(shapely.to_geojson(publication.lines.geometry[leg["leg_id"]]))
        yield _feature("legs", leg["leg_id"], shape, leg)


def _waypoints(publication: Publication) -> Iterator[dict[str, Any]]:
    for place in records(publication.rows("waypoints")):
        point = {"type": "Point", "coordinates": [place.pop("lon"), place.pop("lat")]}
        yield _feature("waypoints", place["waypoint_id"], point, place)


def _feature(table: str, key: str, geometry: dict[str, Any], row: dict[str, Any]) -> dict[str, Any]:
    properties = {"table": table, **row}
    return {"type": "Feature", "id": key, "geometry": geometry, "properties": properties}
