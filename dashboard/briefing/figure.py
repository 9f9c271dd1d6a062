"""A figure of a story: words, value and sources; and how a part of a placeholder is checked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from dashboard.briefing.errors import FigureError
from dashboard.series.figures import number
from intake.ids import split_ids
from intake.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Collection

    import pandas as pd

_LONGEST_LIST: Final = 300


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A figure in words, its value, and the sources that it rests on.

    ``ours`` says that it is our judgement or follows from it.
    """

    text: str
    value: object = None
    source_ids: tuple[str, ...] = ()
    ours: bool = False


def counted(value: float, source_ids: Collection[str] = ()) -> Figure:
    """Return a number as a figure."""
    return Figure(text=number(float(value)), value=value, source_ids=tuple(source_ids))


def known(part: str, those: Any) -> str:  # noqa: ANN401 - an index or a tuple
    """Return a part of a placeholder that is one of ``those``; refuse any other."""
    if part not in those:
        names = ", ".join(map(str, those))[:_LONGEST_LIST]
        raise FigureError(found=part[:60], expected=Sentence("one of {names}", names=names))
    return part


def ids_of(cells: pd.Series) -> tuple[str, ...]:
    """Return every id in a column of ids, once, in order."""
    return tuple(dict.fromkeys(one for cell in cells.dropna() for one in split_ids(str(cell))))
