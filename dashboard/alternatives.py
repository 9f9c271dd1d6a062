"""Ways through the network of the published corridors, with all readings and their intervals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pandas as pd

from analysis.corridor_draws import corridor_draws, corridor_intervals
from analysis.corridors import corridor_readings
from analysis.draws import country_draws, sample
from analysis.intervals import interval_table, shown_class_shares
from analysis.leg_sums import term_arrays
from analysis.pairs import pair_shares
from analysis.path_edges import EdgeAnswer, edge_paths
from analysis.path_question import Measure, PathQuestion
from dashboard.uncertainty import terms_table, uncertain_readings
from routes.status import MUTED

if TYPE_CHECKING:
    from collections.abc import Collection

    from analysis.corridor_draws import CorridorDraws
    from analysis.uncertainty_rule import UncertaintyRule
    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings

# What is sought -> the measures of `PathQuestion`; two of them make a front.
AIMS: Final[dict[str, tuple[Measure, ...]]] = {
    "cumulative": (Measure(column="cumulative"),),
    "worst_reading": (Measure(column="reading", kind="worst"),),
    "both": (Measure(column="cumulative"), Measure(column="reading", kind="worst")),
    "length": (Measure(column="length_km"), Measure(column="cumulative")),
}
MOST_TIES: Final = 20
_NONE: Final = pd.DataFrame()


@dataclass(frozen=True, kw_only=True)
class Search:
    """What is sought in the network.

    ``start`` and ``goal`` are ids of different waypoints. ``aim`` is one of `AIMS`: the lowest by
    one reading, or all that no other way is below in two. ``count`` ways are listed, and all that
    tie with the last; where two readings count, all of them. ``leg_ids`` are the legs that may be
    taken.
    """

    start: str
    goal: str
    aim: str
    count: int
    leg_ids: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Alternatives:
    """Ways from one place to another, best first by what was sought, those that are closed last.

    The ways are sought twice, among links of open corridors and among all: so many are listed that
    are open, and after them what is closed and would be as low.

    ``ways`` has one row per way, index ``corridor_id`` counted from 1: ``leg_ids`` and ``places``
    (tuples in the order of travel), ``corridors`` (the published ones that run the whole way),
    the readings of `corridor_readings`, ``closed`` (on the date it is on no corridor that is
    reported as open: closed, historic or unknown) and ``class_share`` (share of draws in which its
    worst leg has the class shown). ``intervals`` (rows ``corridor_id`` and ``reading``, where
    ``corridor_id`` is the way) as `corridor_intervals`, ``pairs`` as `pair_shares`.
    ``not_scored`` are the links that were left out because they have no reading, ``complete`` says
    whether every tie is listed.
    """

    ways: pd.DataFrame
    intervals: pd.DataFrame
    pairs: pd.DataFrame
    not_scored: pd.DataFrame
    complete: bool = True


def network_edges(legs: pd.DataFrame, readings: pd.DataFrame) -> pd.DataFrame:
    """Return the edges of a network of legs: each link once, with what it costs by each reading.

    A leg without a reading is no edge: missing is not zero. Legs of one link that differ in reading
    are edges of their own.

    Parameters
    ----------
    legs
        Index ``leg_id``; ``from_id, to_id, link_id``.
    readings
        The result of `leg_readings` for these legs, with ``length_km`` (all kilometres).

    Returns
    -------
    Index ``leg_id`` (the first leg of the link); ``from_id``, ``to_id``; ``cumulative`` (score
    times 1,000 km), ``reading`` (0 to 10), ``km_high``, ``km_elevated_or_worse`` and ``length_km``.

    """
    costs = pd.DataFrame(
        {
            "cumulative": readings["exposure"] / 1000,
            **{name: readings[name] for name in ("reading", "km_high", "km_elevated_or_worse")},
            "length_km": readings["length_km"],
        }
    )
    edges = legs[["from_id", "to_id", "link_id"]].join(costs)
    scored = edges[edges["reading"].notna()]
    same = scored.assign(
        reading=scored["reading"].round(9), cumulative=scored["cumulative"].round(9)
    )
    first = ~same.duplicated(["link_id", "reading", "cumulative"])
    return scored[first].drop(columns="link_id")


def edges_of(atlas: Atlas, readings: Readings, leg_ids: Collection[str]) -> pd.DataFrame:
    """Return the edges of some legs of the published corridors; see `network_edges`."""
    chosen = atlas.legs.index.isin(list(leg_ids))
    measured = readings.legs.assign(length_km=atlas.lines["length_km"])
    return network_edges(atlas.legs[chosen], measured[chosen])


def find_alternatives(
    atlas: Atlas, readings: Readings, rule: UncertaintyRule, *, search: Search
) -> Alternatives:
    """Return the ways between two places of the published corridors.

    Parameters
    ----------
    atlas, readings
        The data, and the figures of a date and a recipe.
    rule
        How far values and choices are varied.
    search
        What is sought.
    """
    legs = atlas.legs.loc[atlas.legs.index.isin(search.leg_ids)]
    grey = readings.legs.loc[legs.index, "reading"].isna() & ~legs["link_id"].duplicated()
    not_scored = legs[grey].join(readings.legs["reason"])
    shut = _shut(atlas, readings)
    open_ids = legs.index[~legs["link_id"].map(shut)]
    answers = [
        _answer(edges_of(atlas, readings, ids), search) for ids in (open_ids, search.leg_ids)
    ]
    listed = [
        tuple(str(label) for label in path.edges) for answer in answers for path in answer.paths
    ]
    if not listed:
        return Alternatives(ways=_NONE, intervals=_NONE, pairs=_NONE, not_scored=not_scored)
    found = sorted(dict.fromkeys(listed), key=lambda way: _closed(atlas, readings, way))
    ways = _Ways(number=[n for n, way in enumerate(found, start=1) for _ in way], found=found)
    read = _read(atlas, readings, ways)
    drawn = _drawn(atlas, readings, rule, ways)
    return Alternatives(
        ways=read.assign(class_share=_class_shares(drawn, read, readings, rule)),
        intervals=corridor_intervals(drawn, read, interval=rule.spread.interval),
        pairs=pair_shares(drawn, clear=rule.spread.clear),
        not_scored=not_scored,
        complete=all(answer.complete for answer in answers),
    )


def _answer(edges: pd.DataFrame, search: Search) -> EdgeAnswer:
    """Return the paths; none where an end has no scored leg at all."""
    if not {*edges["from_id"], *edges["to_id"]}.issuperset((search.start, search.goal)):
        return EdgeAnswer(paths=())
    question = PathQuestion(
        start=search.start,
        end=search.goal,
        measures=AIMS[search.aim],
        k=search.count,
        ties=MOST_TIES,
    )
    return edge_paths(edges, question)


@dataclass(frozen=True, kw_only=True)
class _Ways:
    """The legs of ways one after another, each way's legs under keys of its own."""

    number: list[int]
    found: list[tuple[str, ...]]

    @property
    def leg_ids(self) -> list[str]:
        return [leg_id for way in self.found for leg_id in way]

    @property
    def keys(self) -> pd.Index:
        """One key per leg of a way: two ways may take the same leg."""
        pairs = zip(self.number, self.leg_ids, strict=True)
        return pd.Index([f"{number} {leg_id}" for number, leg_id in pairs], name="leg_id")


def _read(atlas: Atlas, readings: Readings, ways: _Ways) -> pd.DataFrame:
    """Return the readings of ways, each read as a corridor of its own."""
    legs, read = (
        table.loc[ways.leg_ids].set_axis(ways.keys) for table in (atlas.legs, readings.legs)
    )
    as_corridors = legs.assign(corridor_id=ways.number, seq=range(len(legs)))
    told = {
        "leg_ids": ways.found,
        "places": [_places(atlas.legs.loc[list(way)]) for way in ways.found],
        "closed": [_closed(atlas, readings, way) for way in ways.found],
        "corridors": [
            _whole(atlas, tuple(atlas.legs.loc[list(way), "link_id"])) for way in ways.found
        ],
    }
    found = corridor_readings(as_corridors, read)
    return found.assign(**{name: pd.Series(cells, found.index) for name, cells in told.items()})


def _places(legs: pd.DataFrame) -> tuple[str, ...]:
    return (str(legs["from_id"].iloc[0]), *legs["to_id"])


def _closed(atlas: Atlas, readings: Readings, way: tuple[str, ...]) -> bool:
    """Say whether a way is on no open corridor: as a whole, or on one of its links."""
    links = atlas.legs.loc[list(way), "link_id"]
    whole = _whole(atlas, tuple(links))
    if whole:
        # A corridor of one's own has no reported status: it is not closed.
        return bool(readings.status.reindex(list(whole)).isin(MUTED).all())
    return bool(_shut(atlas, readings)[links].any())


def _shut(atlas: Atlas, readings: Readings) -> pd.Series:
    """Say, by link, whether every corridor on it is closed, historic or unknown on the date."""
    return readings.legs["muted"].groupby(atlas.legs["link_id"]).all()


def _whole(atlas: Atlas, links: tuple[str, ...]) -> tuple[str, ...]:
    """Return the corridors of which these links, one after the other, are a part."""
    runs = atlas.legs.sort_values("seq").groupby("corridor_id", sort=False)["link_id"].agg(tuple)
    width = len(links)
    return tuple(
        str(corridor_id)
        for corridor_id, run in runs.items()
        if any(run[start : start + width] == links for start in range(len(run) - width + 1))
    )


def _class_shares(
    drawn: CorridorDraws, read: pd.DataFrame, readings: Readings, rule: UncertaintyRule
) -> pd.Series:
    """Return the share of draws in which the worst leg of each way has the class shown."""
    table = interval_table(
        drawn.readings["worst_reading"],
        read["worst_reading"],
        interval=rule.spread.interval,
        notes="",
        classes=readings.classes,
    )
    return shown_class_shares(table, read["worst_class"])


def _drawn(atlas: Atlas, readings: Readings, rule: UncertaintyRule, ways: _Ways) -> CorridorDraws:
    """Return the readings of ways in every draw, all in the same draws."""
    uncertain = uncertain_readings(atlas, readings, rule)
    once = terms_table(atlas, readings, atlas.legs.loc[list(dict.fromkeys(ways.leg_ids))])
    keys = pd.DataFrame({"leg_id": ways.leg_ids, "key": ways.keys})
    terms = keys.merge(once, on="leg_id").drop(columns="leg_id").rename(columns={"key": "leg_id"})
    return corridor_draws(
        term_arrays(terms, ways.keys, countries=uncertain.figures.index, rule=readings.leg_rule),
        country_draws(uncertain, sample(uncertain)),
        corridor=pd.Series(ways.number, index=ways.keys),
        rules=(readings.classes, readings.leg_rule),
    )
