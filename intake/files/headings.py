"""Finds the headings of a table: one row, or two where a heading stands over several columns."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from intake.files.fields import field_of, is_heading_row

ENOUGH_BELOW = 2


@dataclass(frozen=True, kw_only=True)
class Headings:
    """The text of each column's heading, the place of the row that it begins on, and how many."""

    texts: list[str]
    first: int
    rows: int


def headings_of(head: Sequence[list[str]]) -> Headings:
    """Return the headings among the first rows of a table; its first row where none reads so.

    Examples
    --------
    >>> headings_of([["Routes of 2024"], ["id", "lon", "lat"], ["A", "127", "37"]]).texts
    ['id', 'lon', 'lat']
    >>> headings_of([["구간", "출발", "", "도착", ""], ["", "경도", "위도", "경도", "위도"]]).texts
    ['구간', '출발 경도', '출발 위도', '도착 경도', '도착 위도']
    """
    first = next((at for at, cells in enumerate(head) if is_heading_row(cells)), 0)
    upper = _trimmed(head[first])
    both = _joined(upper, head[first + 1]) if first + 1 < len(head) else []
    return Headings(texts=both or upper, first=first, rows=2 if both else 1)


def _joined(upper: list[str], below: list[str]) -> list[str]:
    """Return the headings of two rows, each with what stands over it; none where one row has all.

    A cell that was merged over several columns leaves all but its first one empty. The row below
    holds headings where it fills such gaps and every text of it is the name of a field.
    """
    lower = [text.strip() for text in below]
    over = ""
    texts, is_known, fills = [], True, False
    for high, low in zip_longest(upper, lower, fillvalue=""):
        over = high or over
        whole = f"{over} {low}".strip()
        is_known &= not low or bool(field_of(low) or field_of(whole))
        fills |= bool(low and not high)
        alone = bool(field_of(low)) and not field_of(whole) and lower.count(low) == 1
        texts.append(low if alone else whole if low else high)
    enough = len(list(filter(None, lower))) >= ENOUGH_BELOW
    return texts if is_known and fills and enough else []


def _trimmed(cells: list[str]) -> list[str]:
    last = max(at for at, text in enumerate(cells) if text.strip())
    return [text.strip() for text in cells[: last + 1]]
