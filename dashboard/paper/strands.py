"""Legs that share a link and look the same become one strand; strands of a link lie side by side.

As ``strands.js`` does on the screen, so that nothing is hidden under anything.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, Final

from dashboard.rows import rows

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    import pandas as pd

    from dashboard.publication.publication import Publication

STANDINGS: Final = ("irregular", "custody", "protection", "dispatched")


@dataclass(frozen=True, kw_only=True)
class Strand:
    """What is drawn as one line.

    ``leg_id`` is one of its legs, whose line is drawn; ``kind`` the class, an index into the
    legend; ``vague`` 0 where the class is clear, 1 or 2 where less so; ``slot`` its place among the
    strands of the link, whose looks are ``beside``.
    """

    link_id: str
    leg_id: str
    from_id: str
    to_id: str
    mode: str
    kind: int
    vague: int
    standing: str
    muted: bool
    faded: bool
    legs: int = 1
    slot: int = 0
    beside: tuple[Strand, ...] = ()

    @property
    def look(self) -> tuple[int, int, int, bool, bool]:
        """What the order of strands beside each other, and above each other, goes by."""
        standing = STANDINGS.index(self.standing)
        return (self.kind, self.vague, standing, self.muted, self.faded)

    @property
    def order(self) -> int:
        """Strands with a higher order are drawn above those with a lower one."""
        return (0 if self.faded else 200) + (0 if self.muted else 100) + self.kind


def strands(publication: Publication, legs: frozenset[str] | None = None) -> list[Strand]:
    """Return the strands of the published legs, or of some of them.

    Parameters
    ----------
    publication
        With a picture.
    legs
        Ids of the legs that are drawn; all when None.
    """
    view = publication.picture.view if publication.picture else {}
    table = publication.rows("legs")
    single = [
        _single(row, view, place)
        for place, row in enumerate(rows(table))
        if legs is None or row.leg_id in legs
    ]
    found: list[Strand] = []
    for _, group in groupby(sorted(single, key=_by_link), key=lambda one: one.link_id):
        found += _side_by_side(list(group))
    return found


def touched(found: list[Strand]) -> dict[str, bool]:
    """Return the waypoints at the ends of some strands; True where every strand there is faded."""
    ends: dict[str, bool] = {}
    for strand in found:
        for end in (strand.from_id, strand.to_id):
            ends[end] = strand.faded and ends.get(end, True)
    return ends


def waypoint_rows(publication: Publication) -> pd.DataFrame:
    """Return the published waypoints by id."""
    return publication.keyed("waypoints")


def _by_link(strand: Strand) -> tuple[Any, ...]:
    return (strand.link_id, strand.look)


def _single(leg: Any, view: Mapping[str, Any], place: int) -> Strand:  # noqa: ANN401 - a row
    focus = view["focus"]
    return Strand(
        link_id=leg.link_id,
        leg_id=leg.leg_id,
        from_id=leg.from_id,
        to_id=leg.to_id,
        mode=leg.mode,
        kind=int(view["paint"][place]),
        vague=int(view["vague"][place]),
        standing=leg.standing,
        muted=view["muted"][place] == "1",
        faded=bool(focus) and leg.leg_id not in focus,
    )


def _side_by_side(of_a_link: list[Strand]) -> list[Strand]:
    """Return one strand per look of a link's legs, each with its place among them."""
    looks = [list(group) for _, group in groupby(of_a_link, key=lambda one: one.look)]
    alone = [replace(group[0], legs=len(group)) for group in looks]
    beside = tuple(alone) if len(alone) > 1 else ()
    return [replace(one, slot=slot, beside=beside) for slot, one in enumerate(alone)]
