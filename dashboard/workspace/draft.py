"""A line that is being drawn on the map, as the session keeps it and as the map tells it."""

from __future__ import annotations

import json
import math
import uuid
from dataclasses import dataclass, field, replace
from typing import Final

MOST_POINTS: Final = 10_000

Line = tuple[tuple[float, float], ...]


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A line on its way to become a leg, or another line of a leg that is there.

    ``mark`` is another for each draft, ``of`` the record that it changes, empty for a new leg.
    ``line`` is longitude and latitude of each point as the map told it last, and ``count`` counts
    what it told.
    """

    mark: str
    of: str = ""
    line: Line = field(default=(), repr=False)
    count: int = 0

    def with_line(self, other: Draft) -> Draft:
        """Return the draft with the line of another; with none it is a draft of nothing."""
        of = self.of if other.line else ""
        return replace(self, of=of, line=other.line, count=other.count)


def fresh_draft(of: str = "", line: Line = ()) -> Draft:
    """Return a draft with a mark of its own: of nothing, or of a leg that is there."""
    return Draft(mark=str(uuid.uuid4()), of=of, line=line)


def drawn_from(told: str) -> Draft | None:
    """Return what the map tells of a line; None where it is not what the map's own code tells."""
    try:
        found = json.loads(told)
        line = tuple((float(lon), float(lat)) for lon, lat in found["line"])
        mark, count = str(found["mark"]), int(found["n"])
    except (KeyError, TypeError, ValueError):
        return None
    sound = len(line) <= MOST_POINTS and all(math.isfinite(one) for at in line for one in at)
    return Draft(mark=mark, line=line, count=count) if sound else None
