"""CSL-JSON: the works as citation processors (Zotero, pandoc, Word add-ins) read them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from dashboard.exports.works import works
from dashboard.language import speaking

if TYPE_CHECKING:
    from dashboard.exports.works import Work
    from dashboard.publication.publication import Publication


def csl(publication: Publication) -> bytes:
    """Return the works that a publication rests on as CSL-JSON, UTF-8, version 1.0.2."""
    with speaking(publication.about.lang):
        items = [csl_item(work) for work in works(publication)]
    return json.dumps(items, ensure_ascii=False, indent=1).encode()


def csl_item(work: Work) -> dict[str, Any]:
    """Return one work as an item of CSL-JSON."""
    return {
        "id": work.key,
        "type": work.genre.csl,
        "title": work.title,
        **_who(work),
        **({"issued": {"date-parts": [list(work.date)]}} if work.date else {}),
        **({"URL": work.url} if work.url else {}),
        "note": work.note,
    }


def _who(work: Work) -> dict[str, Any]:
    if work.genre.contained:
        return {"container-title": work.publisher}
    if not work.publisher:
        return {}
    return {"author": [{"literal": work.publisher}], "publisher": work.publisher}
