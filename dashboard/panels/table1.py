"""Table 1 of the white paper as printed, and what the evidence corrects in the paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import htpy as h

from dashboard.panels import markup
from dashboard.rows import each, rows
from intake.ids import split_ids

if TYPE_CHECKING:
    from dashboard.atlas import Atlas
    from dashboard.rows import Row

_SOURCE: Final = ("wp_kim",)
_COUNTRIES: Final = {
    "KOR": "Korea, Republic of",
    "USA": "United States of America",
    "CHN": "China",
}


def table1(atlas: Atlas) -> h.Element:
    """Return Table 1 of the white paper whole, as printed."""
    lines = [
        (h.strong[line["label"]], *(_printed(line, iso3) for iso3 in _COUNTRIES))
        for line in each(atlas.table1)
    ]
    return h.div(".atlas-panel")[
        h.p[
            "Comparative chart of South Korea, the U.S. and China, as printed in the white paper "
            "(Table 1). Legal status and refoulement risk feed the index; no other row does."
        ],
        h.div(".atlas-wide")[markup.table(("Dimension", *_COUNTRIES.values()), lines)],
        markup.sources(_SOURCE, atlas.cited, "Source: white paper, Table 1"),
    ]


def table1_words(atlas: Atlas, iso3: str) -> h.Node:
    """Return what Table 1 says of a country's legal status and risk, opening onto the paper."""
    if iso3 not in _COUNTRIES:
        return None
    words = atlas.table1[iso3]
    return markup.sources(
        _SOURCE,
        atlas.cited,
        f"Table 1 of the white paper (2026): legal status “{words['legal_status']}”, "
        f"refoulement risk “{words['refoulement_risk']}”",
    )


def _printed(line: Row, iso3: str) -> h.Node:
    """Return a cell's words; its citation follows where the words do not end with it."""
    words, citation = line[iso3], line[f"{iso3}_citation"]
    apart = citation and not str(words).endswith(citation)
    return [words, h.span(".atlas-dim")[f" {citation}"] if apart else None]


def corrections(atlas: Atlas) -> h.Element:
    """Return what the evidence corrects in the white paper, each with its reason and sources."""
    return h.div(".atlas-panel")[
        h.ul[
            [
                h.li[
                    h.div[h.strong[f"{line.claimed_by}, {line.place}: "], line.claim],
                    h.div[h.strong["The evidence: "], line.evidence_says],
                    h.div(".atlas-dim")[line.reason],
                    markup.sources(split_ids(line.source_ids), atlas.cited),
                ]
                for line in rows(atlas.corrections)
            ]
        ]
    ]
