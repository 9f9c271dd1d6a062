"""Full-text search over all records: every word must be found, whatever its case and accents."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from typing import TYPE_CHECKING, Final

import pandas as pd

from dashboard.data_words import fact_title, series_title
from dashboard.evidence.records import FACT, FIGURE, KINDS, cited_by, countries_named, table_of
from dashboard.language import LANGUAGES, day, said, speaking

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.atlas import Atlas
    from dashboard.rows import Row

_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


def folded(text: str) -> str:
    """Return a text without case and accents; syllables of Hangul stay whole.

    Examples
    --------
    >>> folded("Việt Nam, Évian, 북한")
    'viet nam, evian, 북한'

    """
    apart = unicodedata.normalize("NFKD", text.casefold()).replace("đ", "d")
    bare = "".join(one for one in apart if unicodedata.category(one) != "Mn")
    return unicodedata.normalize("NFC", bare)


def search_index(atlas: Atlas) -> dict[str, pd.Series]:
    """Return, by kind of record, the folded text of each: its words in every language.

    Beside its own cells a record is found by the names of its countries, by what it is about, and
    by its sources. Index: the ids of the table.
    """
    return {kind: _texts(atlas, kind) for kind in KINDS}


def found(texts: pd.Series, query: str) -> pd.Series:
    """Return which records hold every word of ``query``; all of them when it is empty.

    Parameters
    ----------
    texts
        One of the series of `search_index`.
    query
        Words in any order; no pattern, only text.
    """
    words = folded(query).split()
    flags = [all(word in text for word in words) for text in texts]
    return pd.Series(flags, index=texts.index, dtype=bool)


def _texts(atlas: Atlas, kind: str) -> pd.Series:
    table = table_of(atlas, kind)
    texts: list[dict[str, None]] = [{} for _ in table.index]
    for language in LANGUAGES:
        with speaking(language):
            for text, cells in zip(texts, table.reset_index().to_dict("records"), strict=True):
                text.update(dict.fromkeys(_words(atlas, kind, cells)))
    return pd.Series([folded(" ".join(text)) for text in texts], table.index)


def _words(atlas: Atlas, kind: str, cells: Row) -> Iterator[str]:
    yield from (said(str(cell)) for cell in cells.values() if not pd.isna(cell))
    yield from (atlas.names()[iso3] for iso3 in countries_named(atlas, kind, cells))
    yield from (atlas.source_lines.get(one, "") for one in cited_by(kind, cells))
    yield _date(str(cells.get("date", "")))
    if kind == FACT:
        yield fact_title(cells["dimension"])
    if kind == FIGURE:
        yield series_title(cells["series"])


def _date(text: str) -> str:
    """Return a date known to the day as people say it, so that its month is found by name."""
    return day(dt.date.fromisoformat(text)) if _DAY.fullmatch(text) else ""
