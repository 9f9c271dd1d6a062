"""Makes inert what a spreadsheet would run as a formula."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import pandas as pd

A_NUMBER: Final = re.compile(r"[+-]?\d+(?:[.,]\d+)?")
RUN: Final = ("=", "+", "-", "@", "\t", "\r", "\n")
MARK: Final = "'"


def inert(rows: pd.DataFrame) -> pd.DataFrame:
    """Return a table whose texts no spreadsheet runs: an apostrophe stands before such a text.

    Only texts are touched; a negative number stays a number, also one that is a text.

    Examples
    --------
    >>> import pandas as pd
    >>> inert(pd.DataFrame({"a": ["=1+1", "-1.5"], "b": [-1, 2]})).to_dict("list")
    {'a': ["'=1+1", '-1.5'], 'b': [-1, 2]}
    """
    texts = rows.select_dtypes(["str", "object"])
    return rows.assign(**{str(name): texts[name].map(_inert) for name in texts})


def _inert(cell: object) -> object:
    if not isinstance(cell, str) or not cell.startswith(RUN) or A_NUMBER.fullmatch(cell):
        return cell
    return f"{MARK}{cell}"
