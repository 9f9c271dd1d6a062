"""The panel beside the map before a leg is chosen: what is shown and how to read it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import htpy as h

from dashboard import palette
from dashboard.panels import markup
from dashboard.words import NO_DATA, NOT_ADVICE

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings


def overview_panel(atlas: Atlas, readings: Readings, shown: npt.NDArray[np.bool_]) -> h.Element:
    """Return counts of what the filters leave, by class, and how the map is read."""
    corridors = atlas.legs["corridor_id"].to_numpy()[shown]
    in_use = ~readings.legs["muted"].to_numpy()[shown]
    used = len(set(corridors[in_use]))
    links = dict(
        zip(
            atlas.legs["link_id"].to_numpy()[shown],
            readings.legs["risk_class"].to_numpy()[shown],
            strict=True,
        )
    )
    return h.div(".atlas-panel")[
        h.h3[
            f"{markup.count(len(set(corridors)), 'corridor')}, "
            f"{markup.count(len(corridors), 'leg')}, {markup.count(len(links), 'link')}"
        ],
        h.p[
            f"As of {markup.day(readings.date)}, reported in use: {used} of "
            f"{markup.count(len(set(corridors)), 'corridor')}. The others are closed, historic or "
            "unknown and drawn muted."
            if len(corridors)
            else "No leg matches the filters. Remove one in the sidebar."
        ],
        markup.section("Links by class", _by_class(Counter(links.values()))) if links else None,
        markup.section(
            "How to read the map",
            h.ul[
                h.li[
                    "Select a leg, with the pointer or from the list of legs, to open its sources."
                ],
                h.li[
                    "Colour and width say the class; paler, and then dashed, that it is not sure; "
                    "grey that data are missing."
                ],
                h.li["Strands side by side on one link differ in reading, standing or status."],
                h.li["Lines join stand-ins for provinces and cities; they are not paths."],
            ],
        ),
        markup.section("Not advice", h.p[NOT_ADVICE]),
    ]


def _by_class(counts: Counter[str]) -> h.Element:
    return h.ul(".atlas-plain")[
        [
            h.li[markup.risk_chip(name), h.span(".atlas-count")[str(counts[name])]]
            for name in (*reversed(palette.RISK), NO_DATA, "not applicable")
            if name in counts
        ]
    ]
