"""What prose is made of: statements with their sources, in passages under headings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.prose.particles import with_particles
from intake.ids import split_ids

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, kw_only=True)
class Statement:
    """A sentence or a few, the ids of the sources that say so, and whether we judge so."""

    text: str
    source_ids: tuple[str, ...] = ()
    ours: bool = False


@dataclass(frozen=True, kw_only=True)
class Passage:
    """Statements under a heading, and the passages within; ``key`` is the id of what it tells."""

    key: str
    title: str
    statements: tuple[Statement, ...] = ()
    parts: tuple[Passage, ...] = ()

    def every(self) -> Iterator[Statement]:
        """Yield the statements of the passage and of all within, in reading order."""
        yield from self.statements
        for part in self.parts:
            yield from part.every()


def statement(text: str, source_ids: str = "", *, ours: bool = False) -> Statement:
    """Return a statement whose Korean particles fit, citing ids joined by semicolons."""
    ids = tuple(dict.fromkeys(split_ids(source_ids)))
    return Statement(text=with_particles(" ".join(text.split())), source_ids=ids, ours=ours)


def sentence(text: str) -> str:
    """Return a text of the data as a sentence of its own; an empty text stays empty."""
    told = text.strip()
    if not told or told[-1] in ".!?…":
        return told
    return f"{told[0].upper()}{told[1:]}."
