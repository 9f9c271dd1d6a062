"""A briefing: a story whose every figure, map, chart and table is resolved; exporters take this."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from dashboard.language import _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    import pandas as pd

    from dashboard.prose.passage import Passage
    from dashboard.publication.publication import Picture, Publication

Bounds = tuple[tuple[float, float], tuple[float, float]]


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """One sentence with its figures filled in.

    ``source_ids`` are those of its figures; ``ours`` says that a figure in it is our judgement or
    follows from it.
    """

    text: str
    source_ids: tuple[str, ...] = ()
    ours: bool = False


@dataclass(frozen=True, kw_only=True)
class StepChart:
    """A chart: its words, its rows, and its Vega-Lite document on paper (light, 520 px or wider).

    ``notes`` say how it is read and what in it is ours; ``key`` which events the numbers on the
    drawing are, empty where it has none.
    """

    name: str
    title: str
    counts: str
    notes: tuple[str, ...]
    key: str
    table: pd.DataFrame
    document: Mapping[str, Any]

    @property
    def below(self) -> tuple[str, ...]:
        """The lines that stand under the drawing."""
        return (*self.notes, *((self.key,) if self.key else ()))


@dataclass(frozen=True, kw_only=True)
class StepTable:
    """A table in words: a title, the heads of its columns, rows of as many cells, notes."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()
    source_ids: tuple[str, ...] = ()
    ours: bool = False

    @property
    def below(self) -> tuple[str, ...]:
        """The lines that stand under the table, in the language of the run."""
        return (*self.notes, *((_("Our judgement."),) if self.ours else ()))


@dataclass(frozen=True, kw_only=True)
class Step:
    """One step: words, where the map looks and how it is painted, a chart or a table.

    ``number`` counts from 1. ``date`` is the as-of date; ``scenario`` the title of the scenario
    that the map is read under, empty for the evidence. ``bounds`` are the south-west and the
    north-east corner (latitude, longitude) of what the map shows, None for the whole region.
    ``picture`` paints all legs of the briefing's publication, ``-`` those that are left out;
    ``leg_ids`` are the others. ``sources`` are the lines of every source of the step, in the order
    of ``source_ids``. ``notes`` are for the speaker.
    """

    number: int
    title: str
    sentences: tuple[Sentence, ...]
    notes: str
    date: dt.date
    scenario: str
    picture: Picture
    bounds: Bounds | None
    leg_ids: frozenset[str]
    chart: StepChart | None
    table: StepTable | None
    source_ids: tuple[str, ...]
    sources: tuple[str, ...]

    @property
    def ours(self) -> bool:
        """Whether anything that the step says rests on our judgement."""
        said = any(sentence.ours for sentence in self.sentences)
        return said or bool(self.table and self.table.ours)


@dataclass(frozen=True, kw_only=True)
class Briefing:
    """A resolved story in one language.

    ``name`` is that of its file without the ending. ``publication`` is the whole of what may leave
    as of the end of the evidence, through the one door out; ``fingerprint`` the SHA-256 of it, the
    story and the language. ``footer`` stands on every page of a file. ``prose`` has the maps of the
    steps in words, as of `dashboard.briefing.in_words`; it is empty until a file asks for it.
    """

    name: str
    title: str
    lang: str
    steps: tuple[Step, ...]
    publication: Publication
    fingerprint: str
    footer: str
    prose: tuple[Passage, ...] = ()

    def of_step(self, step: Step) -> Publication:
        """Return the publication as one step shows it: its picture, as of its date."""
        about = replace(self.publication.about, date=step.date)
        return replace(self.publication, picture=step.picture, about=about)
