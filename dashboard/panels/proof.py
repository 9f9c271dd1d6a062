"""Published numbers beside the engine's own, computed as the page is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import htpy as h

from dashboard.language import _, day, decimal, integer, said
from dashboard.panels import markup
from dashboard.panels.class_chip import class_chip, shown_share
from dashboard.proof import general_index, proofs
from dashboard.rows import each

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings
    from dashboard.proof import Proof
    from dashboard.uncertainty import Intervals

_DIGITS: Final = 6
_RECIPES: Final = "analysis/recipes/proof"
_COMMAND: Final = "python -m uv run python -m dashboard evaluate RECIPE.toml DATA.csv --id ISO3"


def proof(atlas: Atlas, readings: Readings, intervals: Intervals) -> h.Element:
    """Return the page: each proof with its figures and sources, and the general index."""
    found = proofs(atlas, readings)
    published = [one for one in found if not one.own]
    own = [one for one in found if one.own]
    return h.div(".atlas-panel.atlas-page")[
        h.h3[
            _counted(
                published, _("{same} of {whole} figures that others published come out the same")
            )
        ],
        h.p[
            _(
                "Computed now, from the data in this repository, by the functions that read the "
                "corridors. It shows that the engine calculates rightly. It does not show that the "
                "refoulement index is right: no published figure of that kind exists to test it by."
            )
        ],
        h.div(".atlas-columns")[[_one(atlas, one) for one in published]],
        h.h3[_("Not counted as proof: chosen to agree, or our own data added up")],
        h.p[
            _counted(
                own,
                _(
                    "{same} of {whole} agree. They are checks that the atlas holds together, made "
                    "by those who made the atlas. Table 1 is read as of {date}."
                ),
                date=day(readings.date),
            )
        ],
        h.div(".atlas-columns")[[_one(atlas, one) for one in own]],
        markup.section(
            _("Why a general index is not enough"), _general(atlas, readings, intervals)
        ),
        markup.section(
            _("With the whole published tables"),
            h.p[
                _(
                    "Where the published files are at hand, the tests rebuild INFORM 2020 at every "
                    "level for 191 of 191 countries, rank and class included, the Human "
                    "Development Index 2022 for 193 of 193 at three decimals, and the ASEM index "
                    "of COINr. This is where their recipes are, and how one is run on any table:"
                ),
            ],
            h.p[h.code[_RECIPES]],
            h.p[h.code[_COMMAND]],
        ),
    ]


def _counted(found: Sequence[Proof], words: str, **parts: str) -> str:
    same, whole = sum(one.reproduced for one in found), sum(len(one.table) for one in found)
    return words.format(same=integer(same), whole=integer(whole), **parts)


def _one(atlas: Atlas, one: Proof) -> h.Element:
    cells = [
        (
            str(row["unit"]),
            str(row["figure"]),
            _told(row["published"]),
            _told(row["ours"]),
            _("same") if row["same"] else _("differs"),
        )
        for row in each(one.table)
    ]
    head = (_("Of"), _("Figure"), _("Expected"), _("Here"), "")
    return markup.section(
        one.title,
        h.p[
            h.strong[_counted([one], _("{same} of {whole}"))],
            f". {one.how}",
        ],
        markup.unfold(_("The figures"), h.div(".atlas-wide")[markup.table(head, cells)]),
        markup.sources(one.source_ids, atlas.cited) if one.source_ids else None,
    )


def _general(atlas: Atlas, readings: Readings, intervals: Intervals) -> h.Node:
    names = atlas.names()
    lines = [
        (
            names[str(iso3)],
            decimal(row["general"]),
            said(str(row["general_class"])),
            markup.figure(row["ours"]),
            _class(intervals, str(iso3), str(row["our_class"])),
        )
        for iso3, row in general_index(atlas, readings).iterrows()
    ]
    head = (
        _("Country"),
        "INFORM 2020",
        _("Class there"),
        _("Refoulement risk"),
        _("Class here"),
    )
    return [
        h.p[
            _(
                "INFORM measures the risk of a humanitarian crisis in a country, well. It puts "
                "China and Thailand side by side. For a North Korean in transit one returns people "
                "and the other sends them on to Seoul: the question decides the figure."
            )
        ],
        markup.table(head, lines),
        markup.judgement(),
        markup.sources(("inform_2020",), atlas.cited),
    ]


def _class(intervals: Intervals, iso3: str, word: str) -> h.Node:
    return class_chip(word, shown_share(intervals.countries.loc[iso3], word))


def _told(value: object) -> str:
    if not isinstance(value, (int, float)):
        return str(value)
    return f"{value:,.{_DIGITS}f}".rstrip("0").rstrip(".")
