"""Small workspaces: three own legs from the north to Seoul, a place, a judgement."""

import pandas as pd

from dashboard.workspace.model import added, empty_workspace
from dashboard.workspace.sealing import Cost

# Digits and words that stand nowhere else, so that a search for them finds only a leak.
LON, NAME = 129.83719, "kestrel-quartz-ridge"
FOUR_WORDS = "four words of ours"
CHEAP = Cost(iterations=1, memory_kib=64, lanes=1)
JUDGED = {
    "iso3": ["CHN"],
    "dimension": ["state_practice_of_return"],
    "score": [0.0],
    "grade": ["high"],
    "reason": ["heard from three partners"],
}


def own_legs(workspace=None, **columns):
    rows = {
        "name": [NAME, "second", "flight"],
        "corridor": ["ours"] * 3,
        "seq": [1, 2, 3],
        "mode": ["river/border", "land", "air"],
        "line": [
            f"LINESTRING ({LON} 41.81234, 125.3 43.9)",
            "LINESTRING (125.3 43.9, 100.5 13.75)",
            "LINESTRING (100.5 13.75, 127 37.5)",
        ],
    }
    return added(workspace or empty_workspace(), "legs", pd.DataFrame({**rows, **columns}))


def own_place(workspace, lon=125.3, lat=43.9):
    row = pd.DataFrame({"name": ["the hub"], "lon": [lon], "lat": [lat]})
    return added(workspace, "places", row)


def judged(workspace, **columns):
    return added(workspace, "overrides", pd.DataFrame({**JUDGED, **columns}))


def noted(workspace, *texts):
    rows = pd.DataFrame({"about": "CHN", "text": list(texts)})
    return added(workspace, "notes", rows)
