"""BibTeX: entries that BibTeX, biblatex and the reference managers read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dashboard.exports.works import works
from dashboard.language import speaking

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.exports.works import Work
    from dashboard.publication.publication import Publication

_MONTHS: Final = (
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    *("jul", "aug", "sep", "oct", "nov", "dec"),
)
_LATEX: Final = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "&%$#_"},
    }
)
# In an address nothing is escaped, and what would end the field is coded as addresses do.
_ADDRESS: Final = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"})


def bibtex(publication: Publication) -> bytes:
    """Return the works that a publication rests on as BibTeX, UTF-8, LaTeX's signs escaped."""
    with speaking(publication.about.lang):
        return "\n".join(bibtex_entry(work) for work in works(publication)).encode()


def bibtex_entry(work: Work) -> str:
    """Return one work as a BibTeX entry."""
    fields = ",\n".join(f"  {name} = {value}" for name, value in _fields(work))
    return f"@{work.genre.bibtex}{{{work.key},\n{fields}\n}}\n"


def _fields(work: Work) -> Iterator[tuple[str, str]]:
    if work.publisher:
        yield from _who(work)
    yield "title", f"{{{{{_text(work.title)}}}}}"
    for name, part in zip(("year", "month", "day"), work.date, strict=False):
        yield name, _MONTHS[part - 1] if name == "month" else f"{{{part}}}"
    if work.url:
        yield "url", f"{{{work.url.translate(_ADDRESS)}}}"
    yield "note", f"{{{_text(work.note)}}}"


def _who(work: Work) -> Iterator[tuple[str, str]]:
    publisher = _text(work.publisher)
    if work.genre.contained:
        yield ("journal" if work.genre.bibtex == "article" else "howpublished"), f"{{{publisher}}}"
    else:
        yield "author", f"{{{{{publisher}}}}}"
    if work.genre.bibtex == "techreport":
        yield "institution", f"{{{publisher}}}"


def _text(words: str) -> str:
    return " ".join(words.split()).translate(_LATEX)
