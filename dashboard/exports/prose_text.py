"""The map as prose in plain text: for screen readers, Braille displays, mail, and for quoting."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Final
from unicodedata import east_asian_width

from dashboard.exports.about import citation
from dashboard.language import _, said, speaking
from dashboard.paper.entries import Numbered
from dashboard.prose.whole import map_in_prose
from dashboard.rows import rows
from dashboard.source_line import is_published, source_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dashboard.prose.passage import Passage, Statement
    from dashboard.publication.publication import Publication

_WIDTH: Final = 96
_LINES: Final = ("=", "-")  # under headings of the first and of the second rank


def prose_text(publication: Publication) -> bytes:
    """Return the map of a view in words, UTF-8; sources stand at the end under their numbers."""
    prose = map_in_prose(publication)
    with speaking(publication.about.lang):
        told = [
            *_passage(prose, Numbered(publication), 0),
            *_heading(_("Sources"), 1),
            *cited_lines(publication, [prose]),
            "",
            citation(publication.about),
        ]
    return ("\n".join(told) + "\n").encode()


def _passage(passage: Passage, numbered: Numbered, level: int) -> Iterator[str]:
    yield from _heading(passage.title, level)
    told = [stated(one, numbered) for one in passage.statements]
    for paragraph in told if passage.parts else [" ".join(told)]:
        yield from (*textwrap.wrap(paragraph, _WIDTH), "")
    for part in passage.parts:
        yield from _passage(part, numbered, level + 1)


def _heading(title: str, level: int) -> list[str]:
    line = [_LINES[level] * _columns(title)] if level < len(_LINES) else []
    return [title, *line, ""]


def _columns(title: str) -> int:
    """Return how wide a title stands in letters of one width, of which Hangul takes two."""
    return sum(2 if east_asian_width(sign) in "FW" else 1 for sign in title)


def stated(one: Statement, numbered: Numbered) -> str:
    """Return a statement with what marks it: our judgement, the numbers of its sources."""
    refs = ", ".join(map(str, numbered.of(";".join(one.source_ids))))
    marks = [*([_("our judgement")] if one.ours else []), *([refs] if refs else [])]
    return f"{one.text} [{'; '.join(marks)}]" if marks else one.text


def cited_lines(publication: Publication, prose: Iterable[Passage]) -> Iterator[str]:
    """Yield the sources of passages under their numbers, in the language of the run."""
    cited = {found for passage in prose for one in passage.every() for found in one.source_ids}
    numbered = Numbered(publication)
    for source in rows(publication.keyed("sources")):
        if source.Index in cited:
            (number,) = numbered.of(source.Index)
            kind = f"{said(source.kind)}; " if is_published(source) else ""
            told = f"[{number}] {source_line(source)}. "
            address = f"{source.url} " if source.url.startswith("http") else ""
            yield f"{told}{address}{kind}{source.Index}"
