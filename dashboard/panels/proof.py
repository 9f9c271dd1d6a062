"""Published numbers beside the engine's own, computed as the page is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import htpy as h

from dashboard.panels import markup
from dashboard.proof import general_index, proofs
from dashboard.rows import each

if TYPE_CHECKING:
    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings
    from dashboard.proof import Proof

_DIGITS = 6
_WHOLE_TABLES = (
    "Where the published files are at hand, the tests rebuild INFORM 2020 at every level for 191 "
    "of 191 countries, rank and class included, the Human Development Index 2022 for 193 of 193 "
    "at three decimals, and the ASEM index of COINr. Their recipes are in "
)


def proof(atlas: Atlas, readings: Readings) -> h.Element:
    """Return the page: each proof with its figures and sources, and the general index."""
    found = proofs(atlas, readings)
    same, whole = sum(one.reproduced for one in found), sum(len(one.table) for one in found)
    return h.div(".atlas-panel.atlas-page")[
        h.h3[f"{same:,} of {whole:,} figures come out as expected"],
        h.p[
            "Computed now, from the data in this repository, by the functions that read the "
            f"corridors. Table 1 is read as of {markup.day(readings.date)}."
        ],
        h.div(".atlas-columns")[[_one(atlas, one) for one in found]],
        markup.section("Why a general index is not enough", _general(atlas, readings)),
        markup.section(
            "With the whole published tables",
            h.p[
                _WHOLE_TABLES,
                h.code["analysis/recipes/proof"],
                " and run on any table: ",
                h.code["python -m dashboard evaluate RECIPE.toml DATA.csv --id ISO3"],
                ".",
            ],
        ),
    ]


def _one(atlas: Atlas, one: Proof) -> h.Element:
    cells = [
        (
            str(row["unit"]),
            str(row["figure"]),
            _said(row["published"]),
            _said(row["ours"]),
            _verdict(row["same"]),
        )
        for row in each(one.table)
    ]
    return markup.section(
        one.title,
        h.p[h.strong[f"{one.reproduced:,} of {len(one.table):,}"], f". {one.how}"],
        markup.unfold(
            "The figures",
            h.div(".atlas-wide")[markup.table(("Of", "Figure", "Expected", "Here", ""), cells)],
        ),
        markup.sources(one.source_ids, atlas.cited) if one.source_ids else None,
    )


def _general(atlas: Atlas, readings: Readings) -> h.Node:
    table = general_index(atlas, readings)
    lines = [
        (
            atlas.country_names[str(iso3)],
            f"{row['general']:.1f}",
            str(row["general_class"]),
            markup.figure(row["ours"]),
            markup.risk_chip(str(row["our_class"])),
        )
        for iso3, row in table.iterrows()
    ]
    return [
        h.p[
            "INFORM measures the risk of a humanitarian crisis in a country, well. It puts China "
            "and Thailand side by side. For a North Korean in transit one returns people and the "
            "other sends them on to Seoul: the question decides the figure."
        ],
        markup.table(
            ("Country", "INFORM 2020", "Class there", "Refoulement risk", "Class here"), lines
        ),
        markup.judgement(),
        markup.sources(("inform_2020",), atlas.cited),
    ]


def _said(value: object) -> str:
    if not isinstance(value, (int, float)):
        return str(value)
    return f"{value:,.{_DIGITS}f}".rstrip("0").rstrip(".")


def _verdict(same: object) -> str:
    return "same" if same else "differs"
