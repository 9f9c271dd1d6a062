"""The works that a view rests on, ready to be cited: the atlas itself, then each source.

What a source is decides where its publisher stands: a newspaper or journal is what a piece stands
in, an organisation is the author of its report. Nothing is guessed: a person named in brackets
behind a publisher stays there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dashboard.exports.about import citation, named
from dashboard.language import N_, _
from dashboard.project import AUTHOR, YEAR
from dashboard.rows import rows
from dashboard.source_line import is_dated, is_published, publisher, source_line

if TYPE_CHECKING:
    from dashboard.publication.publication import Publication
    from dashboard.rows import Row


@dataclass(frozen=True, kw_only=True)
class Genre:
    """What a work is, in the words of each format, and whether its publisher contains it."""

    bibtex: str
    ris: str
    csl: str
    contained: bool = False


_NEWS: Final = Genre(bibtex="article", ris="NEWS", csl="article-newspaper", contained=True)
_JOURNAL: Final = Genre(bibtex="article", ris="JOUR", csl="article-journal", contained=True)
_REPORT: Final = Genre(bibtex="techreport", ris="RPRT", csl="report")
_PAGE: Final = Genre(bibtex="misc", ris="ELEC", csl="webpage")
_DATA: Final = Genre(bibtex="misc", ris="DATA", csl="dataset")
_OTHER: Final = Genre(bibtex="misc", ris="GEN", csl="document")
GENRES: Final = {
    "news": _NEWS,
    "news (relayed)": _NEWS,
    "news analysis": _NEWS,
    "news feature": _NEWS,
    "academic": _OTHER,
    "academic article": _JOURNAL,
    "academic chapter": Genre(bibtex="misc", ris="CHAP", csl="chapter"),
    "academic talk": Genre(bibtex="misc", ris="SLIDE", csl="speech"),
    "academic thesis": Genre(bibtex="misc", ris="THES", csl="thesis"),
    "book excerpt": Genre(bibtex="misc", ris="CHAP", csl="chapter"),
    "encyclopaedia": Genre(bibtex="misc", ris="ENCYC", csl="entry-encyclopedia", contained=True),
    "government": _REPORT,
    "government report": _REPORT,
    "government statistics": _DATA,
    "gazetteer": _DATA,
    "law text": Genre(bibtex="misc", ris="STAT", csl="legislation"),
    "legal summary": _PAGE,
    "NGO": _REPORT,
    "NGO blog": Genre(bibtex="misc", ris="BLOG", csl="post-weblog", contained=True),
    "NGO page": _PAGE,
    "NGO report": _REPORT,
    "NGO report (summary)": _REPORT,
    "NGO statement": _REPORT,
    "policy analysis": _REPORT,
    "treaty body": _REPORT,
    "UN": _REPORT,
    "UN report": _REPORT,
    "white paper": _REPORT,
    "general knowledge": _OTHER,
    "derived": _OTHER,
}
_SEEN: Final = {
    "stored page": N_("The opening of a stored copy was read."),
    "white paper text": N_("The text was read whole."),
    "general knowledge": N_("Not seen anywhere: what rests on it alone is unverified."),
}


@dataclass(frozen=True, kw_only=True)
class Work:
    """One work: its key, what it is, who, what, when (year, month, day, as far as known), where.

    ``publisher`` is empty where nobody published it.
    """

    key: str
    genre: Genre
    publisher: str
    title: str
    date: tuple[int, ...]
    url: str
    note: str


def works(publication: Publication) -> list[Work]:
    """Return the view of the atlas itself, then the sources of the publication by their ids."""
    return [view_as_work(publication), *(_source(row) for row in rows(publication.rows("sources")))]


def view_as_work(publication: Publication) -> Work:
    """Return the view of the atlas as a work that can be cited."""
    about = publication.about
    return Work(
        key=f"corridor-atlas-{about.short_fingerprint}",
        genre=_DATA,
        publisher=AUTHOR,
        title=f"{named(about)}, version {about.version}",
        date=(YEAR,),
        url="",
        note=citation(about),
    )


def line_with_address(source: Row) -> str:
    """Return one source as a line of text: publisher, title, date, address, id."""
    address = f" {source.url}" if source.url.startswith("http") else ""
    return f"{source_line(source)}.{address} [{source.source_id}]"


def _source(source: Row) -> Work:
    note = f"{_(_SEEN[source.how_seen])} {source.note}".strip()
    undated = not is_dated(source)
    return Work(
        key=str(source.source_id),
        genre=GENRES.get(source.kind, _OTHER),
        publisher=publisher(source) if is_published(source) else "",
        title=str(source.title),
        date=() if undated else tuple(int(part) for part in source.date.split("-")),
        url=source.url if source.url.startswith("http") else "",
        note=f"{note} [{source.kind}]",
    )
