"""What the atlas is for, what it refuses to do, licences and limits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import htpy as h

from dashboard.panels import markup
from dashboard.words import NOT_ADVICE

if TYPE_CHECKING:
    from dashboard.atlas import Atlas

_NEVER_MAPPED = (
    "crossing points, landings, border towns, villages, roads, stations, checkpoints",
    "places of detention, shelter, worship or refuge",
    "guides, helpers, operators, prices, documents, cover stories, seasons and hours",
    "patrols, cameras, fences",
    "names, ages or stories of people who flee",
    "anything live, and nothing from leaked documents",
)
_LIMITS = (
    (
        "Lines are geodesics between stand-ins for a province or a city, at one decimal of a "
        "degree (about 11 km). They are not paths, and the map stops at country level."
    ),
    (
        "The index is our judgement on sourced facts. Three countries are rated by the white "
        "paper; for the others the atlas extends it and says so."
    ),
    (
        "Evidence on Myanmar and Cambodia is from 2009 or before; for Laos after 2016 and "
        "Mongolia after May 2023 no outcome is known. Age and grade stand beside every figure."
    ),
    "Singapore and the Philippines appear on historic legs and have no assessment: no data.",
    "Status before a corridor's first reported period is unknown, and drawn as unknown.",
)
_LICENCES = (
    ("The code", "MIT"),
    ("The atlas's own data", "CC BY 4.0"),
    ("Boundaries, coast, rivers, lakes: Natural Earth", "public domain"),
    ("Place names: GeoNames", "CC BY 4.0"),
    ("Country names in Korean: Unicode CLDR", "Unicode licence"),
    ("Leaflet, the map library", "BSD 2-Clause"),
    ("Nanum Gothic, subset, for Korean labels", "SIL Open Font License 1.1"),
)


def about(atlas: Atlas) -> h.Element:
    """Return the page, with the counts of the data that were read."""
    return h.div(".atlas-panel.atlas-page")[
        h.h3["What this is"],
        h.p[
            f"{len(atlas.corridors)} publicly reported corridors of people who flee North Korea, "
            f"cut into {len(atlas.legs)} legs, joined with {len(atlas.facts)} facts on law and "
            f"practice, {len(atlas.incidents)} incidents and {len(atlas.sources)} sources. The "
            f"evidence ends on {markup.day(atlas.choices.last_date)}."
        ],
        h.p[NOT_ADVICE],
        h.div(".atlas-columns")[
            markup.section("Never mapped", h.ul[[h.li[line] for line in _NEVER_MAPPED]]),
            markup.section("Limits", h.ul[[h.li[line] for line in _LIMITS]]),
            markup.section(
                "Nobody is told what is looked at",
                h.p[
                    "The atlas runs on this machine and asks no other host for anything: no tiles, "
                    "scripts, fonts, statistics. Citations are text to copy, not links to follow."
                ],
            ),
            markup.section("Licences", markup.table(("What", "Licence"), _LICENCES)),
            markup.section(
                "Cite",
                h.p[
                    "Corridor Atlas, version 0.1.0. Evidence to "
                    f"{atlas.choices.last_date:%Y-%m-%d}. Table 1: David Dohyung Kim, North Korean "
                    "Defector Integration (white paper, 2026)."
                ],
            ),
        ],
        h.p(".atlas-note")[
            "Boundaries and names do not imply endorsement or acceptance. De facto borders are "
            "drawn; disputed lines are dashed."
        ],
    ]
