"""Which records the filters and a search leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.evidence.records import (
    CORRECTION,
    EVENT,
    FACT,
    FIGURE,
    INCIDENT,
    SOURCE,
    countries_of,
    key_of,
    sources_of,
)
from dashboard.evidence.search import found
from dashboard.filters import (
    shown_events,
    shown_facts,
    shown_flows,
    shown_incidents,
    shown_sources,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings
    from dashboard.settings import Settings


def passing(atlas: Atlas, readings: Readings, settings: Settings) -> set[str]:
    """Return the keys of the records that pass the filters, of every kind.

    As in `dashboard.filters`. A correction passes if it names a chosen country and one of its
    sources passes.
    """
    tables = {
        FACT: shown_facts(atlas, readings, settings),
        INCIDENT: shown_incidents(atlas, readings, settings),
        EVENT: shown_events(atlas, readings, settings),
        FIGURE: shown_flows(atlas, settings),
        SOURCE: shown_sources(atlas, readings, settings),
    }
    keys = {key_of(kind, str(one)) for kind, table in tables.items() for one in table.index}
    return keys | _corrections(atlas, settings, set(tables[SOURCE].index))


def hits(index: Mapping[str, pd.Series], query: str) -> set[str]:
    """Return the keys of the records that hold every word of ``query``.

    ``index`` as `dashboard.evidence.search.search_index` makes it.
    """
    return {
        key_of(kind, str(one))
        for kind, texts in index.items()
        for one in texts.index[found(texts, query)]
    }


def _corrections(atlas: Atlas, settings: Settings, sources: set[str]) -> set[str]:
    keys = [key_of(CORRECTION, str(one)) for one in atlas.corrections.index]
    return {
        key
        for key in keys
        if sources & set(sources_of(atlas, key))
        and (not settings.country or set(settings.country) & set(countries_of(atlas, key)))
    }
