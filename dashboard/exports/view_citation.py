"""How this view of the atlas is cited, in the styles that people are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.exports.about import citation, state
from dashboard.exports.bibtex import bibtex_entry
from dashboard.exports.works import view_as_work
from dashboard.project import AUTHOR, TITLE, YEAR

if TYPE_CHECKING:
    from dashboard.publication.publication import Publication


def view_citations(publication: Publication) -> dict[str, str]:
    """Return the citation of a view by style; each names version, date, settings, fingerprint."""
    about = publication.about
    version, told = about.version, state(about)
    return {
        "APA": f"{AUTHOR}. ({YEAR}). {TITLE} (Version {version}) [Data set]. {told}.",
        "Chicago": f"{AUTHOR}. {YEAR}. {TITLE}. Version {version}. {told}.",
        "MLA": f"{AUTHOR}. {TITLE}. Version {version}, {YEAR}. {told}.",
        "Plain": citation(about),
        "BibTeX": bibtex_entry(view_as_work(publication)),
    }
