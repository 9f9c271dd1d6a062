"""The charts of the page Time by chapter and row, and what each is called."""

from __future__ import annotations

from typing import Final

from dashboard.language import N_

CHAPTERS: Final = {
    N_("Arrivals and admissions"): (
        ("arrivals",),
        ("share-of-women", "arrivals-of-several-years"),
        ("united-states", "liberty-in-north-korea"),
    ),
    N_("On the way"): (("thailand",), ("in-hiding", "detained")),
    N_("Returns"): (("returns",), ("returns-of-several-years",)),
    N_("Corridors"): (("statuses",),),
}
TITLES: Final = {
    "arrivals": N_("Arrivals in South Korea by year and sex"),
    "share-of-women": N_("Share of women and girls among arrivals in South Korea"),
    "arrivals-of-several-years": N_("Arrivals in South Korea published for several years together"),
    "thailand": N_("Thailand: arrests, later arrivals"),
    "united-states": N_("Refugees admitted to the United States"),
    "liberty-in-north-korea": N_("People helped by one organisation, Liberty in North Korea"),
    "returns": N_("Returns reported"),
    "returns-of-several-years": N_("Returns published for several years together"),
    "in-hiding": N_("Estimates of people in hiding in China"),
    "detained": N_("Estimates of people detained in China"),
    "statuses": N_("Status of the corridors by period"),
}
CHARTS: Final = tuple(TITLES)
