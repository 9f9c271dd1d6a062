"""The panel beside the map before a leg is chosen: what is shown and how to read it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

import htpy as h

from dashboard import palette
from dashboard.language import N_, _, day, integer, ngettext
from dashboard.panels import markup
from dashboard.words import NO_DATA, NOT_ADVICE, NOT_APPLICABLE

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings

_HOW_TO_USE: Final = N_(
    "Select a leg, with the pointer or from the list of legs, to open its sources."
)
_HOW_TO_READ: Final = (
    N_(
        "Colour and width say the class; paler, and then dashed, that it is not sure; grey that "
        "data are missing."
    ),
    N_("Strands side by side on one link differ in reading, standing or status."),
    N_("Lines join stand-ins for provinces and cities; they are not paths."),
)


def overview_panel(atlas: Atlas, readings: Readings, shown: npt.NDArray[np.bool_]) -> h.Element:
    """Return counts of what the filters leave, by class, and how the map is read."""
    corridors = atlas.legs["corridor_id"].to_numpy()[shown]
    in_use = ~readings.legs["muted"].to_numpy()[shown]
    links = dict(
        zip(
            atlas.legs["link_id"].to_numpy()[shown],
            readings.legs["risk_class"].to_numpy()[shown],
            strict=True,
        )
    )
    every, used = len(set(corridors)), len(set(corridors[in_use]))
    return h.div(".atlas-panel")[
        h.h3[
            ", ".join(
                (
                    ngettext("{number} corridor", "{number} corridors", every),
                    ngettext("{number} leg", "{number} legs", len(corridors)),
                    ngettext("{number} link", "{number} links", len(links)),
                )
            )
        ],
        h.p[_in_use(readings, used, every)],
        markup.section(_("Links by class"), _by_class(Counter(links.values()))) if links else None,
        markup.section(_("How to read the map"), _how_to_read()),
        markup.section(_("Not advice"), h.p[_(NOT_ADVICE)]),
    ]


def _how_to_read() -> h.Element:
    return h.ul[h.li(".atlas-hint")[_(_HOW_TO_USE)], [h.li[_(line)] for line in _HOW_TO_READ]]


def _in_use(readings: Readings, used: int, every: int) -> str:
    if not every:
        return _("No leg matches the filters. Remove one in the sidebar.")
    return _(
        "Corridors reported in use on {date}: {used} of {every}. The others are closed, historic "
        "or unknown and drawn muted."
    ).format(date=day(readings.date), used=integer(used), every=integer(every))


def _by_class(counts: Counter[str]) -> h.Element:
    return h.ul(".atlas-plain")[
        [
            h.li[markup.risk_chip(name), h.span(".atlas-count")[integer(counts[name])]]
            for name in (*reversed(palette.RISK), NO_DATA, NOT_APPLICABLE)
            if name in counts
        ]
    ]
