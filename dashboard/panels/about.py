"""What the atlas is for, what it refuses to do, licences and limits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import htpy as h

from dashboard.language import N_, _, day, integer
from dashboard.panels import markup
from dashboard.words import NOT_ADVICE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dashboard.atlas import Atlas

_NEVER_MAPPED: Final = (
    N_("crossing points, landings, border towns, villages, roads, stations, checkpoints"),
    N_("places of detention, shelter, worship or refuge"),
    N_("guides, helpers, operators, prices, documents, cover stories, seasons and hours"),
    N_("patrols, cameras, fences"),
    N_("names, ages or stories of people who flee"),
    N_("anything live, and nothing from leaked documents"),
)
_LIMITS: Final = (
    N_(
        "Lines are geodesics between stand-ins for a province or a city, at one decimal of a "
        "degree (about 11 km). They are not paths, and the map stops at country level."
    ),
    N_(
        "The index is our judgement on sourced facts. Three countries are rated by the white "
        "paper; for the others the atlas extends it and says so."
    ),
    N_(
        "Evidence on Myanmar and Cambodia is from 2009 or before; for Laos after 2016 and "
        "Mongolia after May 2023 no outcome is known. Age and grade stand beside every figure."
    ),
    N_("Singapore and the Philippines appear on historic legs and have no assessment: no data."),
    N_("Status before a corridor's first reported period is unknown, and drawn as unknown."),
)
_PUBLIC_DOMAIN: Final = N_("public domain")
_LICENCES: Final = (
    (N_("The code"), "MIT"),
    (N_("The atlas's own data"), "CC BY 4.0"),
    (N_("Boundaries, coast, rivers, lakes: Natural Earth"), _PUBLIC_DOMAIN),
    (N_("Place names: GeoNames"), "CC BY 4.0"),
    (N_("Country names in Korean: Unicode CLDR"), "Unicode License v3"),
    (N_("Leaflet, the map library"), "BSD 2-Clause"),
    (N_("Nanum Barun Gothic, subset, for Korean letters"), "SIL Open Font License 1.1"),
)


def about(atlas: Atlas) -> h.Element:
    """Return the page, with the counts of the data that were read."""
    return h.div(".atlas-panel.atlas-page")[
        h.h3[_("What this is")],
        h.p[_what_it_is(atlas)],
        h.p[_(NOT_ADVICE)],
        h.div(".atlas-columns")[
            markup.section(_("Never mapped"), _list(_NEVER_MAPPED)),
            markup.section(_("Limits"), _list(_LIMITS)),
            markup.section(
                _("Nobody is told what is looked at"),
                h.p[
                    _(
                        "The atlas runs on this machine and asks no other host for anything: no "
                        "tiles, scripts, fonts, statistics. Citations are text to copy, not links "
                        "to follow."
                    )
                ],
            ),
            markup.section(
                _("Languages"),
                h.p[
                    _(
                        "English is the reference. Texts in any other language, those of the "
                        "evidence included, are our own translation; where the two differ, the "
                        "English holds. Titles of sources stand as the evidence has them: in "
                        "English, with the language of the work behind it where it is another."
                    )
                ],
            ),
            markup.section(
                _("Licences"),
                markup.table(
                    (_("What"), _("Licence")), [(_(what), _(name)) for what, name in _LICENCES]
                ),
            ),
            markup.section(_("Cite"), h.p[_citation(atlas)]),
        ],
        h.p(".atlas-note")[
            _(
                "Boundaries and names do not imply endorsement or acceptance. De facto borders are "
                "drawn; disputed lines are dashed."
            )
        ],
    ]


def _what_it_is(atlas: Atlas) -> str:
    return _(
        "{corridors} publicly reported corridors of people who flee North Korea, cut into {legs} "
        "legs, joined with {facts} facts on law and practice, {incidents} incidents and {sources} "
        "sources. The evidence ends on {date}."
    ).format(
        corridors=integer(len(atlas.corridors)),
        legs=integer(len(atlas.legs)),
        facts=integer(len(atlas.facts)),
        incidents=integer(len(atlas.incidents)),
        sources=integer(len(atlas.sources)),
        date=day(atlas.choices.last_date),
    )


def _citation(atlas: Atlas) -> str:
    return _(
        "Corridor Atlas, version {version}. Evidence to {date}. Table 1: David Dohyung Kim, North "
        "Korean Defector Integration (white paper, 2026)."
    ).format(version="0.1.0", date=f"{atlas.choices.last_date:%Y-%m-%d}")


def _list(lines: Iterable[str]) -> h.Element:
    return h.ul[[h.li[_(line)] for line in lines]]
