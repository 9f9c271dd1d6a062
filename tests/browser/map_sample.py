"""The shipped corridors, or more of them, as the map is given them, with made-up classes."""

import csv
import random
from itertools import pairwise

from dashboard.language import speaking
from dashboard.words import map_words
from tests.browser.map_harness import ROOT

CLASSES = [
    {"label": "Minimal", "color": "#2f6f9f", "width": 2.4, "dash": None},
    {"label": "Low", "color": "#73b3c9", "width": 2.9, "dash": None},
    {"label": "Moderate", "color": "#dcae3a", "width": 3.6, "dash": None},
    {"label": "Elevated", "color": "#dd6b2b", "width": 4.5, "dash": None},
    {"label": "High", "color": "#8b1a3d", "width": 5.5, "dash": None},
    {"label": "No data", "color": "#8a8a8a", "width": 2.6, "dash": [6, 5]},
]


def rows(name):
    with (ROOT / "routes/data" / name).open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def network(copies=1):
    """Return the shipped legs; more copies stand each a little aside, as links of their own."""
    places, links, legs, corridors = [], {}, [], {}
    for copy in range(copies):
        index = {row["waypoint_id"]: len(places) + i for i, row in enumerate(rows("waypoints.csv"))}
        places += [_place(row, copy) for row in rows("waypoints.csv")]
        for row in rows("legs.csv"):
            ends = (index[row["from_id"]], index[row["to_id"]], row["mode"])
            link = links.setdefault(ends, len(links))
            corridor = corridors.setdefault(row["corridor_id"] + "·" * copy, len(corridors))
            name = f"{row['corridor_id']}{'·' * copy}-{row['seq']}"
            standing = row.get("standing") or "irregular"
            legs.append(
                {
                    "id": name,
                    "link": link,
                    "corridor": corridor,
                    "seq": int(row["seq"]),
                    "standing": standing,
                }
            )
    return {
        "waypoints": places,
        "links": [_link(ends, places) for ends in links],
        "legs": legs,
        "corridors": [{"id": name, "en": name, "ko": name} for name in corridors],
    }


def data(drawn, **changes):
    """Return what the app sends at one run."""
    chance = random.Random(changes.pop("seed", 7))  # noqa: S311
    link_class = [chance.choice("012344") for _ in drawn["links"]]
    legs = drawn["legs"]
    given = {
        "network": "/network.json",
        "paint": "".join(link_class[leg["link"]] for leg in legs),
        "muted": "".join("1" if leg["corridor"] % 4 == 3 else "0" for leg in legs),
        "legend": {
            "title": "Refoulement risk",
            "classes": CLASSES,
            "nodata": 5,
            "note": "Our reading from the evidence; exposure-weighted along the leg.",
        },
        "tint": None,
        "selected": None,
        "focus": None,
        "lang": "en",
        "height": 640,
        "words": words("en"),
    }
    if "lang" in changes:
        changes.setdefault("words", words(changes["lang"]))
    return given | changes


def words(lang):
    with speaking(lang):
        return map_words("2026-01-31")


def _place(row, copy):
    lon, lat = float(row["lon"]) + (copy % 9) * 0.37, float(row["lat"]) + (copy // 9) * 0.41
    return {
        "id": f"{row['waypoint_id']}{'·' * copy}",
        "en": row["name_en"],
        "ko": row["name_ko"],
        "lon": lon,
        "lat": lat,
        "role": row["role"],
    }


def _link(ends, places):
    start, end, mode = ends
    if mode == "air":
        return {"from": start, "to": end, "mode": mode, "path": []}
    a, b = places[start], places[end]
    steps = 12
    points = [
        (
            round((a["lon"] + (b["lon"] - a["lon"]) * i / steps) * 100),
            round((a["lat"] + (b["lat"] - a["lat"]) * i / steps) * 100),
        )
        for i in range(steps + 1)
    ]
    path = [*points[0]]
    for one, two in pairwise(points):
        path += [two[0] - one[0], two[1] - one[1]]
    return {"from": start, "to": end, "mode": mode, "path": path}
