"""Words on the screen: what a class, a dimension or a control is called.

They are English and marked for the catalogue; ``_`` of `dashboard.language` says them where they
are shown. Korean terms are those of the Ministry of Unification and of NKDB (강제송환,
북한이탈주민).
"""

from __future__ import annotations

from typing import Final

from dashboard.language import N_, _

DIMENSIONS: Final = {
    "state_practice_of_return": N_("State practice of return"),
    "cooperation_with_dprk_on_return": N_("Cooperation with the DPRK on return"),
    "legal_recognition": N_("Legal recognition"),
    "non_refoulement_commitment": N_("Non-refoulement commitment on paper"),
    "access_to_protection_actors": N_("Access to protection actors"),
    "penalty_on_arrest_detention": N_("Penalty on arrest, detention"),
}

ANCHORS: Final = {
    "state_practice_of_return": N_(
        "0 none found; 1 one exception, answered for; 2 consistently no return; 3–4 too little "
        "known; 6 documented returns, direct or through China, beside transfers to Seoul; "
        "7–8 proven hand-overs; 10 systematic"
    ),
    "cooperation_with_dprk_on_return": N_(
        "0 none; 1–4 contacts, no returns; 5–7 indirect or opaque; 8–9 treaties on return and "
        "hand-overs; 10 a treaty and routine practice"
    ),
    "legal_recognition": N_(
        "0 citizenship; 2 refugee or asylum status after a decision; 4 acknowledged and sent on, "
        "or tolerated by a stated policy; 5–6 illegal entrant with predictable onward transfer, or "
        "a statute that rarely grants; 7–8 illegal entrant, outcome ad hoc; 10 denied outright"
    ),
    "non_refoulement_commitment": N_(
        "10, less 2 each for the 1951 Convention or its Protocol, the Convention against Torture "
        "and the Covenant on Civil and Political Rights, 1 each for the Conventions on the Child "
        "and on Enforced Disappearance, 2 for a clear domestic rule (1 for a part of one); plus 1 "
        "for an instrument of return with the DPRK"
    ),
    "access_to_protection_actors": N_(
        "0 the state itself protects; 2–3 UNHCR, a mission of the Republic of Korea or a status "
        "procedure can be reached; 4–6 in part or unevenly; 7–9 mostly denied; 10 none"
    ),
    "penalty_on_arrest_detention": N_(
        "0–3 short or regulated; 4–6 prosecution, or detention without a sure end; 7–9 long "
        "detention or prison; 10 threat to life"
    ),
}

# What heads a narrow column; the whole name is its help.
SHORT_DIMENSIONS: Final = {
    "state_practice_of_return": N_("Practice"),
    "cooperation_with_dprk_on_return": N_("Cooperation"),
    "legal_recognition": N_("Recognition"),
    "non_refoulement_commitment": N_("On paper"),
    "access_to_protection_actors": N_("Protection"),
    "penalty_on_arrest_detention": N_("Penalty"),
}

RECIPE_COLUMNS: Final = {
    **DIMENSIONS,
    "table1_refoulement_risk": N_("Refoulement risk in the words of Table 1"),
}

PAINTS: Final = {
    "risk": N_("Refoulement risk"),
    "legal_status": N_("Legal status in practice"),
    **DIMENSIONS,
    "grade": N_("Grade of the evidence"),
}

PAINT_NOTES: Final = {
    "risk": N_(
        "Our reading from the evidence; exposure-weighted along the leg. Per cent: how often the "
        "class stays when the evidence is read a little differently."
    ),
    "legal_status": N_("The strictest country on the leg; our judgement on sourced facts."),
    "non_refoulement_commitment": N_("Law on paper. Misleads alone: practice can contradict it."),
    "grade": N_("The weakest grade under the leg's reading. Unverified: no source was seen."),
}
_DIMENSION_NOTE: Final = N_("One dimension alone, 0 most protective to 10 gravest; our judgement.")

TINTS: Final = {
    "none": N_("None"),
    "risk": N_("Refoulement risk"),
    "legal_status": N_("Legal status in practice"),
    "treaty": N_("1951 Convention or 1967 Protocol"),
}

STANDINGS: Final = {
    "irregular": N_("irregular"),
    "custody": N_("in custody awaiting transfer"),
    "protection": N_("under protection"),
    "dispatched": N_("sent by the state, not an escape leg"),
}

MODES: Final = {
    "land": N_("overland"),
    "river/border": N_("border crossing"),
    "air": N_("by air"),
    "sea": N_("by sea"),
}

STATUSES: Final = (
    N_("dominant"),
    N_("active"),
    N_("secondary"),
    N_("emerging"),
    N_("reduced"),
    N_("restricted"),
    N_("shrinking"),
    N_("disrupted"),
    N_("rare"),
    N_("closing"),
    N_("suspended"),
    N_("closed"),
    N_("historic"),
    N_("unknown"),
)

LISTINGS: Final = {
    "corridors": N_("Corridors"),
    "legs": N_("Legs"),
    "words": N_("The map as text"),
}

READINGS: Final = {
    "cumulative": N_("Cumulative exposure"),
    "worst_reading": N_("Worst leg"),
    "km_high": N_("Kilometres at High"),
    "km_elevated_or_worse": N_("Kilometres at Elevated or worse"),
}

AGGREGATES: Final = {
    "arithmetic": N_("weighted arithmetic mean"),
    "geometric": N_("weighted geometric mean"),
    "inverse_geometric": N_("inverted geometric mean, (10 − GM((10 − x)/10·9 + 1))/9·10"),
    "harmonic": N_("weighted harmonic mean"),
    "max": N_("maximum"),
    "min": N_("minimum"),
}

# What the analysis notes beside a figure: codes there, words here.
NOTES: Final = (
    N_("rounding and floor"),
    N_("missing, its weight goes to the others"),
    N_("no source is named"),
    N_("not an escape leg"),
    N_("too little is known"),
)

NO_DATA: Final = N_("no data")
NOT_APPLICABLE: Final = N_("not applicable")

NOT_ADVICE: Final = N_(
    "Corridors are compared for legal and refoulement risk, for planning and research. "
    "A comparison is not advice to travel, and predictability is itself a risk. "
    "No report of a return is not evidence that none happened."
)

_ON_THE_MAP: Final = {
    "legend": N_("Legend"),
    "zoom_in": N_("Zoom in"),
    "zoom_out": N_("Zoom out"),
    "reset_view": N_("Show all corridors"),
    "legs": N_("Legs on the map"),
    "legs_help": N_("Up and Down move among the legs, Enter selects, Escape clears."),
    "map": N_("Map of the corridors. Arrow keys move it, plus and minus zoom."),
    "corridors_n": N_("{n} corridors"),
    "muted": N_("Closed, historic or unknown"),
    "bundle": N_("Corridors on the same link"),
    "air": N_("By air (schematic arc)"),
    "sea": N_("By sea"),
    "ground": N_("Overland"),
    "land": MODES["land"],
    "river/border": MODES["river/border"],
    **STANDINGS,
    "yours": N_("Yours, restricted"),
    "own_leg": N_("Your leg, in the colour of its class"),
    "own_place": N_("Your place"),
    "touched": N_("An assessment of your own is in its figure"),
    "no_legs": N_("No leg matches the filters."),
    "failed": N_(
        "The map's files could not be read. Reload the page; if it stays, run "
        "“python -m geodata.build basemap”."
    ),
    "disclaimer": N_("Boundaries and names do not imply endorsement. Lines are schematic."),
    "role_origin region": N_("Origin region"),
    "role_border region": N_("Border region"),
    "role_exit border region": N_("Exit border region"),
    "role_transit hub": N_("Transit hub"),
    "role_transit city": N_("Transit city"),
    "role_protection point": N_("Protection point"),
    "role_destination": N_("Destination"),
    "keys": N_("Lines and places"),
    "direction": N_("Ticks point the way of travel"),
}


def map_words(evidence_date: str) -> dict[str, str]:
    """Return every word that the map component shows, in the language of the run."""
    words = {name: _(text) for name, text in _ON_THE_MAP.items()}
    return {**words, "evidence_date": _("Evidence to {date}").format(date=evidence_date)}


def paint_note(by: str) -> str:
    """Return the one-line explanation under the legend for a way of painting."""
    return PAINT_NOTES.get(by, _DIMENSION_NOTE)
