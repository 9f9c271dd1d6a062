"""How precisely a record may be given away, and the refusal of what is finer or withheld."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from intake.errors import AtlasError

if TYPE_CHECKING:
    import pandas as pd

RECORD_CLASS: Final = "record_class"
COORDINATES: Final = ("lon", "lat")
_FLOAT_NOISE: Final = 1e-9


@dataclass(frozen=True, kw_only=True)
class Precision:
    """A class of records: its name, and how many decimals of a degree it may give (None: all)."""

    name: str
    decimals: int | None


PUBLIC: Final = Precision(name="public", decimals=1)
RESTRICTED: Final = Precision(name="restricted", decimals=None)
# As restricted, and it leaves in no form: not coarse either, however often it is chosen.
SECRET: Final = Precision(name="secret", decimals=None)
PRECISIONS: Final = {one.name: one for one in (PUBLIC, RESTRICTED, SECRET)}


class PrecisionError(AtlasError):
    """A place that is given more precisely than its class may give it."""


class WithheldError(AtlasError):
    """A record that may leave and names one that may not."""


def may_leave(table: pd.DataFrame, precision: Precision) -> pd.DataFrame:
    """Return the rows of a table that the class lets out.

    A row has the class that its column ``record_class`` names; a table without that column is
    shipped data, which are all public.
    """
    if precision is RESTRICTED or RECORD_CLASS not in table:
        return table
    return table[table[RECORD_CLASS] == PUBLIC.name]


def check_on_grid(places: pd.DataFrame, precision: Precision) -> None:
    """Refuse the first place that is given more precisely than the class allows.

    Parameters
    ----------
    places
        Index an id; ``lon`` and ``lat`` in degrees.
    precision
        The class.

    Raises
    ------
    PrecisionError
        With the place, its coordinate, and what to do.
    """
    if precision.decimals is None:
        return
    for name in COORDINATES:
        off = (places[name] - places[name].round(precision.decimals)).abs() > _FLOAT_NOISE
        if off.any():
            place = places.index[off][0]
            raise PrecisionError(
                f"{places.index.name or 'place'} {place}: found {name} {places[name][place]}, "
                f"expected at most {precision.decimals} decimal of a degree in a file of class "
                f"{precision.name}. Round the place to the stand-in of its city or province."
            )
