"""What the charts of time are made from: the evidence of a view, or of what leaves the atlas."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import pandas as pd

from dashboard.names import names_in
from dashboard.publication.chosen import chosen_rows
from dashboard.series.figures import every_figure, years
from routes.status import as_it_stood

if TYPE_CHECKING:
    import datetime as dt

    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings
    from dashboard.publication.publication import Publication
    from dashboard.settings import Settings

DAY = pd.Timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class TimeEvidence:
    """The tables of ``routes`` and ``geodata`` that change with time, under their keys.

    ``flows, incidents, events, corridors, sources`` and ``statuses`` (no key), as far as the
    filters leave them; ``countries`` and ``corridor_names`` by id in the language of the run;
    ``date`` is the as-of date: what ends later is not in any chart. ``horizon`` is the end of the
    evidence.
    """

    date: dt.date
    horizon: dt.date
    flows: pd.DataFrame
    incidents: pd.DataFrame
    events: pd.DataFrame
    statuses: pd.DataFrame
    sources: pd.DataFrame
    countries: dict[str, str]
    corridor_names: dict[str, str]

    @cached_property
    def figures(self) -> pd.DataFrame:
        """Every figure, as `dashboard.series.figures.figures` returns some; made once."""
        return every_figure(self)

    @property
    def day_after(self) -> pd.Timestamp:
        """The first day that the charts do not show."""
        return pd.Timestamp(self.date) + DAY

    @property
    def until(self) -> float:
        """The same as a year with a fraction, where axes of time end."""
        return float(years(pd.Series([self.day_after])).iloc[0])


def of_view(atlas: Atlas, readings: Readings, settings: Settings) -> TimeEvidence:
    """Return what the page shows: the rows that the filters leave, as in the files."""
    chosen = chosen_rows(atlas, readings, settings)
    statuses = as_it_stood(atlas.statuses, settings.date)
    return TimeEvidence(
        date=settings.date,
        horizon=atlas.choices.last_date,
        flows=atlas.flows.loc[chosen.flows],
        incidents=readings.incidents.loc[chosen.incidents],
        events=readings.events.loc[chosen.events],
        statuses=statuses[statuses["corridor_id"].isin(chosen.corridors)],
        sources=atlas.sources,
        countries=dict(names_in(atlas.countries, settings.lang)),
        corridor_names=dict(names_in(atlas.corridors.loc[chosen.corridors], settings.lang)),
    )


def of_publication(publication: Publication) -> TimeEvidence:
    """Return what may leave, so that a file can hold nothing that is withheld."""
    lang = publication.about.lang
    return TimeEvidence(
        date=publication.about.date,
        horizon=publication.about.horizon,
        flows=publication.keyed("flows"),
        incidents=publication.keyed("incidents"),
        events=publication.keyed("events"),
        statuses=publication.rows("statuses"),
        sources=publication.keyed("sources"),
        countries=dict(names_in(publication.keyed("countries"), lang)),
        corridor_names=dict(names_in(publication.keyed("corridors"), lang)),
    )
