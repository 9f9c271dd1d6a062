"""How the map names an organisation's own leg: by its place among those that it was told of.

A record id never leaves the session, and a hundred thousand of them would be a long list to send.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Sequence

_OWN: Final = "own"


def own_leg_name(record_id: str, mark: str, leg_ids: pd.Index) -> str | None:
    """Return the map's name of a leg, None where the map was not told of it."""
    at = leg_ids.get_indexer(pd.Index([record_id]))[0]
    return f"{_OWN}/{mark}/{at}" if at >= 0 else None


def own_leg_named(name: str, mark: str, leg_ids: Sequence[str]) -> str:
    """Return the record id of the own leg that a map names; empty for another leg, an older map.

    Examples
    --------
    >>> own_leg_named("own/m/1", "m", ["a", "b"])
    'b'
    >>> own_leg_named("own/older/1", "m", ["a", "b"]), own_leg_named("LAO-THA-N-3", "m", ["a"])
    ('', '')
    """
    kind, _, rest = name.partition("/")
    of, _, at = rest.partition("/")
    known = kind == _OWN and of == mark and at.isdecimal() and int(at) < len(leg_ids)
    return str(leg_ids[int(at)]) if known else ""
