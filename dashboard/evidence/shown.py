"""Which records the filters and a search leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.evidence.records import SOURCE, countries_of, key_of, parted, resting_on
from dashboard.evidence.search import found

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from dashboard.atlas import Atlas
    from dashboard.settings import Settings


def left_by(atlas: Atlas, settings: Settings, table: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of a shelf whose records pass the filters.

    A record is of a country that it names; a source of those that the rows which cite it name.
    """
    if not settings.country:
        return table
    wanted = set(settings.country)
    return table[[bool(wanted & _countries(atlas, str(key))) for key in table.index]]


def hits(index: Mapping[str, pd.Series], query: str) -> set[str]:
    """Return the keys of the records that hold every word of ``query``.

    ``index`` as `dashboard.evidence.search.search_index` makes it.
    """
    return {
        key_of(kind, str(one))
        for kind, texts in index.items()
        for one in texts.index[found(texts, query)]
    }


def _countries(atlas: Atlas, key: str) -> set[str]:
    kind, record_id = parted(key)
    keys = resting_on(atlas, record_id) if kind == SOURCE else (key,)
    return {iso3 for one in keys for iso3 in countries_of(atlas, one)}
