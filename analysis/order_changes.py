"""Which corridors would change places, and which legs their class, without one source."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from analysis.classes import class_words
from analysis.corridor_draws import READINGS
from analysis.intervals import PLACES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from analysis.recipe import Classes

ORDER_COLUMNS: Final = ("kind", "left_out", "reading", "first", "second")
_LEFT_OUT: Final = ["kind", "left_out"]


def order_changes(
    changes: pd.DataFrame, corridors: pd.DataFrame, *, among: Iterable[str]
) -> pd.DataFrame:
    """Return the pairs of corridors whose order turns when something is left out.

    An order turns where one corridor reads higher than the other as shown and lower without. Ties
    that break, and orders that become ties, do not turn; nor does a pair that loses a figure.

    Parameters
    ----------
    changes
        The result of `left_out`.
    corridors
        The result of `corridor_readings`: what is shown.
    among
        The corridors that may be compared.

    Returns
    -------
    One row per thing left out, reading and pair: ``kind``, ``left_out``, ``reading``, ``first``
    (reads worse as shown) and ``second`` (reads worse without it).

    """
    shown = corridors.loc[list(among), list(READINGS)].round(PLACES)
    found = [
        (*named, reading, *pair)
        for named, rows in changes[changes["level"] == "corridor"].groupby(_LEFT_OUT, sort=False)
        for reading, own in rows.groupby("figure", sort=False)
        for pair in _turned(shown[reading], own.set_index("id")["without"])
    ]
    return pd.DataFrame(found, columns=list(ORDER_COLUMNS))


def class_changes(changes: pd.DataFrame, classes: Classes) -> pd.DataFrame:
    """Return the legs and countries that have another class, or none, when something is left out.

    Parameters
    ----------
    changes
        The result of `left_out`.
    classes
        The recipe's classes.

    Returns
    -------
    Rows of ``changes`` with ``shown_class`` and ``without_class`` (``no data`` where there is no
    figure), those alone in which the two differ.

    """
    rows = changes[changes["level"].isin(["leg", "country"])]
    told = rows.assign(
        shown_class=class_words(rows["shown"], classes),
        without_class=class_words(rows["without"], classes),
    )
    return told[told["shown_class"] != told["without_class"]].reset_index(drop=True)


def _turned(shown: pd.Series, without: pd.Series) -> list[tuple[str, str]]:
    """Return the pairs whose order turns: first the one that reads worse as shown."""
    changed = without[without.index.isin(shown.index)].round(PLACES)
    now = shown.copy()
    now[changed.index] = changed
    turned = []
    for one, other in combinations(shown.index, 2):
        before, after = np.sign(shown[one] - shown[other]), np.sign(now[one] - now[other])
        if before * after < 0:  # NaN compares as False
            turned.append((one, other) if before > 0 else (other, one))
    return turned
