"""The prose of a corridor as entries of a page: the same statements, with numbers of sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.paper.entries import Entry, Numbered, line
from dashboard.prose.corridor import corridor_passage
from dashboard.prose.told import Told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.prose.passage import Passage
    from dashboard.publication.publication import Publication


def prose_entries(publication: Publication, corridor_id: str, numbered: Numbered) -> list[Entry]:
    """Return the passages of a corridor as titled sections, in the language of the run."""
    whole = corridor_passage(Told(publication), corridor_id)
    return [
        {"title": passage.title, "lines": list(passage_lines(passage, numbered))}
        for passage in whole.parts
    ]


def passage_lines(passage: Passage, numbered: Numbered, head: str = "") -> Iterator[Entry]:
    """Yield the statements of a passage and of all within, each part with its title in bold."""
    for place, one in enumerate(passage.statements):
        refs = numbered.of(";".join(one.source_ids))
        yield line(one.text, refs, head=f"{head}." if head and not place else "", ours=one.ours)
    for part in passage.parts:
        yield from passage_lines(part, numbered, part.title)
