"""RIS: one tag a line, as reference managers exchange it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.exports.works import works
from dashboard.language import speaking

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.exports.works import Work
    from dashboard.publication.publication import Publication


def ris(publication: Publication) -> bytes:
    """Return the works that a publication rests on as RIS, UTF-8, lines that end as RIS asks."""
    with speaking(publication.about.lang):
        return "".join(ris_record(work) for work in works(publication)).encode()


def ris_record(work: Work) -> str:
    """Return one work as a RIS record."""
    lines = [f"{tag}  - {' '.join(value.split())}".rstrip() for tag, value in _tags(work)]
    return "\r\n".join([*lines, "ER  - ", "", ""])


def _tags(work: Work) -> Iterator[tuple[str, str]]:
    yield "TY", work.genre.ris
    yield "ID", work.key
    yield "TI", work.title
    if work.genre.contained:
        yield "T2", work.publisher
    elif work.publisher:
        yield "AU", work.publisher
        yield "PB", work.publisher
    if work.date:
        parts = [f"{part:02d}" for part in work.date]
        yield "PY", parts[0]
        yield "DA", "/".join([*parts, "", "", ""][:3]) + "/"
    if work.url:
        yield "UR", work.url
    yield "N1", work.note
