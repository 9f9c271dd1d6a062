"""How a view of the atlas is cited, in the styles that people are asked for, and its sources."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dashboard.exports.about import citation, named, state
from dashboard.exports.bibtex import bibtex, bibtex_entry
from dashboard.exports.csl import csl, csl_item
from dashboard.exports.ris import ris, ris_record
from dashboard.exports.works import line_with_address, view_as_work
from dashboard.language import N_, speaking
from dashboard.project import AUTHOR, YEAR
from dashboard.rows import rows

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from dashboard.publication.publication import About, Publication


def view_citations(publication: Publication) -> dict[str, str]:
    """Return the citation of a view by style; each names version, date, settings, fingerprint."""
    about = publication.about
    title, version, told = named(about), about.version, state(about)
    work = view_as_work(publication)
    return {
        "APA": f"{AUTHOR}. ({YEAR}). {title} (Version {version}) [Data set]. {told}.",
        "Chicago": f"{AUTHOR}. {YEAR}. {title}. Version {version}. {told}.",
        "MLA": f"{AUTHOR}. {title}. Version {version}, {YEAR}. {told}.",
        "Plain": citation(about),
        "BibTeX": bibtex_entry(work),
        "RIS": ris_record(work).replace("\r\n", "\n"),
        "CSL-JSON": json.dumps([csl_item(work)], ensure_ascii=False, indent=1),
    }


def cited_page(
    publication: Publication, about: About, *, source_ids: Collection[str] | None
) -> Publication:
    """Return what a page is cited from: rows under what the page says of itself.

    Parameters
    ----------
    publication
        The rows that the page shows, or all of the dataset.
    about
        The page's own title, address, date and recipe.
    source_ids
        The sources that the page names, where it shows one thing; None for those of all rows.
    """
    if source_ids is None:
        return replace(publication, about=about)
    sources = publication.tables["sources"]
    kept = sources.rows[sources.rows["source_id"].isin(source_ids)].reset_index(drop=True)
    tables = {**publication.tables, "sources": replace(sources, rows=kept)}
    return replace(publication, about=about, tables=tables)


def text(publication: Publication) -> bytes:
    """Return the citation of a view and, under it, its sources, as text in UTF-8."""
    with speaking(publication.about.lang):
        sources = [line_with_address(one) for one in rows(publication.rows("sources"))]
    lines = [citation(publication.about), "", *sources]
    return ("\n".join(lines) + "\n").encode()


# Format: what its button is called, the ending of its file, its media type, how it is made.
CITED_FILES: Final[dict[str, tuple[str, str, str, Callable[[Publication], bytes]]]] = {
    "text": (N_("Text"), ".txt", "text/plain", text),
    "bibtex": (N_("BibTeX"), ".bib", "application/x-bibtex", bibtex),
    "ris": (N_("RIS"), ".ris", "application/x-research-info-systems", ris),
    "csl": (N_("CSL-JSON"), ".csl.json", "application/vnd.citationstyles.csl+json", csl),
}
