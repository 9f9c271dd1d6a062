"""What a page of the atlas is made of, as JSON values: lines with sources, sections, tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from dashboard import palette
from dashboard.language import _, decimal
from dashboard.rows import rows
from dashboard.words import NO_DATA
from intake.ids import split_ids

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dashboard.publication.publication import Publication

Entry = dict[str, Any]


class Numbered:
    """The sources of a publication, each with the number that pages give for it."""

    def __init__(self, publication: Publication) -> None:
        """Give each source its number, in the order of their table."""
        ids = publication.rows("sources")["source_id"]
        self.cited = {str(one.Index): one for one in rows(publication.keyed("sources"))}
        self._numbers = {str(one): number for number, one in enumerate(ids, start=1)}

    def of(self, ids: str) -> list[int]:
        """Return the numbers of ids that are joined by semicolons, lowest first."""
        return sorted({self._numbers[one] for one in split_ids(ids) if one in self._numbers})


def line(text: str, refs: Iterable[int] = (), *, head: str = "", ours: bool = False) -> Entry:
    """Return a statement: head in bold, text, whether it is ours, numbers of its sources."""
    return {"head": head, "text": text, "ours": _("our judgement") if ours else "", "refs": [*refs]}


def section(title: str, lines: Iterable[Entry]) -> list[Entry]:
    """Return a titled section in a list, an empty list where it has no line."""
    told = list(lines)
    return [{"title": title, "lines": told}] if told else []


def chip(risk_class: str) -> Entry:
    """Return a class as a cell: its word and its colour."""
    stroke = palette.RISK.get(risk_class, palette.NO_DATA)
    return {"chip": stroke.color, "text": _(risk_class or NO_DATA)}


def figure(value: float, digits: int = 1) -> str:
    """Return a figure for people, or the words for a missing one."""
    return _(NO_DATA) if pd.isna(value) else decimal(float(value), digits)


def between(low: float, high: float, digits: int = 1) -> str:
    """Return an interval for people, nothing where none was drawn."""
    return "" if pd.isna(low) else f"{decimal(float(low), digits)} – {decimal(float(high), digits)}"
