"""Published numbers rebuilt live by the engine: how many of how many come out the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pandas as pd

from analysis.aggregation import round_half_up
from analysis.classes import NO_DATA, class_words
from analysis.index import score_units
from analysis.path_question import Measure, PathQuestion
from analysis.paths import find_paths
from dashboard.language import _, said
from dashboard.recipes import proof_recipes
from geodata.evidence_check import OFFICIAL_ARRIVALS
from geodata.evidence_figures import arrivals_through, non_refoulement_by_formula
from geodata.vertices import distance_km

if TYPE_CHECKING:
    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings

_SAME: Final = 1e-9
_COMMITMENT: Final = "assess_non_refoulement_commitment"
# Flinders Peak to Buninyong, the test line of Geoscience Australia, on GRS80; WGS84 differs from
# it by less than 0.1 mm on the whole line, so the published millimetres must come out.
_TEST_LINE: Final = (
    (144.42486788888888, -37.951033416666665),
    (143.92649552777777, -37.65282113888889),
)
_TEST_LINE_KM: Final = 54.972271
# The example of "Yen's algorithm" in Wikipedia: edges with their lengths, and the three shortest
# paths from C to H.
_YEN: Final = {
    "C-D": 3.0,
    "C-E": 2.0,
    "D-F": 4.0,
    "E-D": 1.0,
    "E-F": 2.0,
    "E-G": 3.0,
    "F-G": 2.0,
    "F-H": 1.0,
    "G-H": 2.0,
}
_YEN_COSTS: Final = (5.0, 7.0, 8.0)
# Table 1 speaks of these three; its words on refoulement begin with the class.
_TABLE1: Final = ("CHN", "KOR", "USA")


@dataclass(frozen=True, kw_only=True)
class Proof:
    """One thing that the engine rebuilds: a figure of others, or an agreement within the atlas.

    ``own`` is true of the latter: our own data added up, and what the index was chosen to agree
    with. Neither is counted as proof. ``table`` has one row per figure: ``unit`` (country, year),
    ``figure`` (what it is), ``published`` (or, where nobody publishes it, what it must be),
    ``ours``, ``same``.
    ``source_ids`` lead to the sources, ``how`` says what was done with them. Words are in the
    language of the run.
    """

    title: str
    how: str
    source_ids: tuple[str, ...]
    table: pd.DataFrame
    own: bool = False

    @property
    def reproduced(self) -> int:
        """How many figures come out the same."""
        return int(self.table["same"].sum())


def proofs(atlas: Atlas, readings: Readings) -> tuple[Proof, ...]:
    """Return every proof that the repository's own data allow, computed now.

    Parameters
    ----------
    atlas, readings
        The data, and the figures of the date and the recipe that are shown.
    """
    return (
        *(_index_proof(atlas, index_id) for index_id in proof_recipes()),
        _table1_proof(atlas, readings),
        _arrivals_proof(atlas),
        _test_line_proof(),
        _paths_proof(),
        _commitment_proof(atlas),
        _lengths_proof(atlas),
    )


def general_index(atlas: Atlas, readings: Readings) -> pd.DataFrame:
    """Return what a general index of risk says beside what the atlas says.

    Index ``iso3``; ``general`` (INFORM 2020, 0 to 10) and ``general_class``; ``ours`` (0 to 10)
    and ``our_class``.
    """
    of_inform = atlas.published[atlas.published["index_id"] == "inform-2020"]
    risk = of_inform[of_inform["name"] == "RISK"].set_index("iso3")["value"]
    ours = readings.countries.loc[risk.index]
    classes = proof_recipes()["inform-2020"].classes
    return pd.DataFrame(
        {
            "general": risk,
            "general_class": class_words(risk, classes) if classes else NO_DATA,
            "ours": ours["risk"],
            "our_class": ours["risk_class"],
        }
    )


def _index_proof(atlas: Atlas, index_id: str) -> Proof:
    recipe = proof_recipes()[index_id]
    given = atlas.published[atlas.published["index_id"] == index_id]
    inputs = given[given["role"] == "input"].pivot_table("value", index="iso3", columns="name")
    results = given[given["role"] == "result"]
    scores = score_units(recipe, inputs)
    ours = [
        scores.loc[iso3, node] for iso3, node in zip(results["iso3"], results["name"], strict=True)
    ]
    # Published to three decimals or fewer: what is compared is what was printed.
    printed = round_half_up(np.array(ours, dtype=float), 3)
    return Proof(
        title=said(recipe.title),
        how=_("Inputs as published, normalised, aggregated and rounded by the recipe."),
        source_ids=tuple(results["source_id"].unique()),
        table=_compared(
            results["iso3"].map(atlas.names()), results["name"], results["value"], printed
        ),
    )


def _table1_proof(atlas: Atlas, readings: Readings) -> Proof:
    found = readings.countries.loc[list(_TABLE1), "risk_class"]
    words = atlas.table1.loc["refoulement_risk", list(_TABLE1)]
    table = pd.DataFrame(
        {
            "unit": [atlas.names()[iso3] for iso3 in _TABLE1],
            "figure": _("class of refoulement risk"),
            "published": words.map(said).to_numpy(),
            "ours": found.map(_).to_numpy(),
            "same": [words[iso3].startswith(found[iso3]) for iso3 in _TABLE1],
        }
    )
    return Proof(
        own=True,
        title=_("Table 1 of the white paper"),
        how=_(
            "The class of each country under the recipe and on the date that are chosen. Of "
            "several means over the evidence the one that agrees with these three words was taken, "
            "and the edges of the classes with it: that they agree was asked for, and proves "
            "nothing."
        ),
        source_ids=("wp_kim",),
        table=table,
    )


def _commitment_proof(atlas: Atlas) -> Proof:
    assessed = atlas.facts[atlas.facts["dimension"] == _COMMITMENT].set_index("iso3")
    ours = non_refoulement_by_formula(atlas.facts, atlas.domestic_rules)
    published = assessed["score"].reindex(ours.index)
    return Proof(
        own=True,
        title=_("Commitment to non-refoulement on paper"),
        how=_("Treaties and domestic rules counted by the formula, beside the assessed score."),
        source_ids=tuple(assessed["source_id"].unique()),
        table=_compared(
            ours.index.map(atlas.names()),
            _("commitment, 0 to 10"),
            published,
            ours.to_numpy(dtype=float),
        ),
    )


def _arrivals_proof(atlas: Atlas) -> Proof:
    years = list(OFFICIAL_ARRIVALS)
    ours = [float(arrivals_through(atlas.flows, year)) for year in years]
    of_korea = atlas.flows[atlas.flows["series"] == "kr_arrivals"]["source_ids"]
    return Proof(
        own=True,
        title=_("Arrivals in South Korea"),
        how=_(
            "Blocks and years added up, beside the official running total at the end of the year: "
            "it shows that nothing was lost in copying."
        ),
        source_ids=tuple(dict.fromkeys(";".join(of_korea.tail(3)).split(";"))),
        table=_compared(years, _("people, all years"), list(OFFICIAL_ARRIVALS.values()), ours),
    )


def _test_line_proof() -> Proof:
    start, end = (np.array([place]) for place in _TEST_LINE)
    ours = distance_km(start, end).round(6)
    return Proof(
        title=_("Length of a surveyed line"),
        how=_(
            "Flinders Peak to Buninyong, the test line of Geoscience Australia, to the millimetre."
        ),
        source_ids=(),
        table=_compared(["Flinders Peak – Buninyong"], "km", [_TEST_LINE_KM], ours),
    )


def _paths_proof() -> Proof:
    ends, costs = [edge.split("-") for edge in _YEN], list(_YEN.values())
    edges = pd.DataFrame(ends, columns=["from_id", "to_id"]).assign(cost=costs)
    question = PathQuestion(
        start="C", end="H", measures=(Measure(column="cost"),), k=len(_YEN_COSTS), ties=0
    )
    paths = find_paths(edges, question).paths
    return Proof(
        title=_("Shortest paths of a textbook graph"),
        how=_(
            "The three shortest ways from C to H in the example by which Yen's algorithm is taught "
            "(Yen 1971; the graph is that of the article on it in Wikipedia)."
        ),
        source_ids=(),
        table=_compared(
            [f"{place}." for place in range(1, len(_YEN_COSTS) + 1)],
            _("length of the path"),
            _YEN_COSTS,
            [path.costs[0] for path in paths],
        ),
    )


def _lengths_proof(atlas: Atlas) -> Proof:
    summed = atlas.exposure.groupby("leg_id", sort=False)["km"].sum()
    length = atlas.lines["length_km"].reindex(summed.index)
    relative = (summed / length).to_numpy()
    return Proof(
        own=True,
        title=_("Kilometres are conserved"),
        how=_("Kilometres by country, water and no one's land add up to the length of the leg."),
        source_ids=(),
        table=_compared(summed.index, _("sum over length"), np.ones(len(summed)), relative),
    )


def _compared(unit: Any, figure: Any, published: Any, ours: Any) -> pd.DataFrame:  # noqa: ANN401 - columns of any make
    """Return the table of a proof from columns in the same order."""
    columns = {"unit": unit, "figure": figure, "published": published, "ours": ours}
    table = pd.DataFrame(
        {
            name: np.asarray(column) if np.ndim(column) else column
            for name, column in columns.items()
        }
    )
    return table.assign(same=np.isclose(table["published"], table["ours"], rtol=_SAME, atol=_SAME))
