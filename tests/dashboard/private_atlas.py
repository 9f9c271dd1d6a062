"""The shipped atlas with an organisation's own records beside it, all of the class restricted."""

from dataclasses import replace

import pandas as pd

from geodata.lines import leg_lines

# Digits that stand nowhere else, so that a search for them finds only a leak.
LON, LAT, WORDS = 129.83719, 41.76437, "kestrel-quartz-note"


def with_private(atlas, *, lon=LON, lat=LAT, words=WORDS, legs=1):
    """Add restricted places, a corridor, legs, an own judgement on China and an incident."""
    waypoints = _more(
        atlas.waypoints, {"ZZ-PRV": {"lon": lon, "lat": lat, "name_en": words, "note": words}}
    )
    ids = [f"ZZZ-{n}" for n in range(1, 1 + legs)]
    own = {one: {"corridor_id": "ZZZ", "from_id": "ZZ-PRV"} for one in ids}
    all_legs = _more(atlas.legs, own)
    private = all_legs.loc[ids]
    lines = leg_lines(private, waypoints)
    km = lines["length_km"].to_numpy()
    exposure = pd.DataFrame({"leg_id": ids, "iso3": "CHN", "km": km})
    judged = {"CHN.assess_state_practice_of_return.9": {"score": 0.0, "note": words}}
    return replace(
        atlas,
        waypoints=waypoints,
        legs=all_legs,
        corridors=_more(atlas.corridors, {"ZZZ": {"name_en": words, "note": words}}),
        facts=_more(atlas.facts, judged, like="CHN.assess_state_practice_of_return.1"),
        incidents=_more(atlas.incidents, {"CHN.2025-01-01.9": {"summary": words}}),
        lines=pd.concat([atlas.lines, lines]),
        exposure=pd.concat([atlas.exposure, exposure], ignore_index=True),
    )


def _more(table, rows, like=None):
    """Add restricted rows that are like one of the table but for what is given."""
    model = table.loc[like] if like else table.iloc[0]
    new = pd.DataFrame([{**model.to_dict(), **row} for row in rows.values()], index=list(rows))
    both = pd.concat([table, new.astype(table.dtypes.to_dict())])
    both.index.name = table.index.name
    classes = ["public"] * len(table) + ["restricted"] * len(new)
    return both.assign(record_class=classes)
