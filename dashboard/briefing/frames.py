"""Where the map of a step may look: frames by name, or four corners in whole degrees."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from intake.sentence import Sentence

if TYPE_CHECKING:
    from dashboard.briefing.briefing import Bounds
    from dashboard.briefing.story_part import Part

LOOKS: Final[dict[str, Bounds | None]] = {"region": None, "world": ((-20.0, 20.0), (65.0, 300.0))}
# The map: degrees from west to east and from south to north.
WIDE, HIGH = (-30, 330), (-58, 80)
_CORNERS: Final = 4


def frame_of(view: Part) -> Bounds | None:
    """Return where the map of a step looks, None for the whole region.

    Raises
    ------
    StoryError
        ``look`` is neither a name nor four corners within the map.
    """
    look = view.cells.get("look", "region")
    if isinstance(look, str) and look in LOOKS:
        return LOOKS[look]
    if isinstance(look, list) and len(look) == _CORNERS and all(map(_is_whole, look)):
        west, south, east, north = look
        if WIDE[0] <= west < east <= WIDE[1] and HIGH[0] <= south < north <= HIGH[1]:
            return (float(south), float(west)), (float(north), float(east))
    raise view.refuse(
        "look",
        Sentence(
            "one of {names}, or [west, south, east, north] in whole degrees, west before east from "
            "{west} to {east}, south before north from {south} to {north}",
            names=", ".join(LOOKS),
            west=WIDE[0],
            east=WIDE[1],
            south=HIGH[0],
            north=HIGH[1],
        ),
    )


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
