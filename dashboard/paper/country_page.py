"""The page of one country: figure with interval, six dimensions, law, practice, incidents, legs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from dashboard.countries.law import TREATIES
from dashboard.data_words import fact_title
from dashboard.incident_counts import widest_counts
from dashboard.language import N_, _, decimal, percent, said
from dashboard.names import name_in, names_in
from dashboard.panels.country_practice import OTHER, PRACTICE, STATUS
from dashboard.panels.facts import INCIDENT_KINDS, fact_note_apart, of_ten, people_words
from dashboard.paper.entries import Entry, Numbered, between, chip, figure, line, section
from dashboard.rows import row, rows
from dashboard.texts import grouped
from dashboard.words import DIMENSIONS, NO_DATA, NOT_APPLICABLE
from intake.ids import split_ids

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.publication.publication import Publication

_HEAD: Final = (
    *(N_("Dimension"), N_("Score of 10"), N_("Grade"), N_("Evidence"), N_("Age, years")),
    N_("Sources"),
)
_GROUPS: Final = {
    N_("Legal status in practice"): STATUS,
    N_("Treaties"): TREATIES,
    N_("Domestic rules"): ("domestic_",),
    N_("Agreements with the DPRK"): ("bilateral_",),
    N_("State practice of return"): PRACTICE,
    **OTHER,
}
_OURS: Final = "analyst judgement"


def country_page(publication: Publication, iso3: str, numbered: Numbered) -> Entry:
    """Return what stands on the page of a country, as JSON values, in the run's language."""
    lang = publication.about.lang
    country = row(publication.keyed("countries"), iso3)
    legs = legs_through(publication, iso3)
    links = dict.fromkeys(names_in(legs, lang))
    return {
        "key": iso3,
        "over": _("Country"),
        "title": name_in(country, lang),
        "lead": _lead(country),
        "map": f"country-{iso3}" if len(legs) else "",
        "alt": _("Map of the legs that touch the country: {legs}").format(legs="; ".join(links)),
        "figures": _figures(country),
        "table": {
            "title": _("Six dimensions"),
            "head": [_(name) for name in _HEAD],
            "numbers": [1, 4],
            "rows": list(_dimensions(publication, iso3, numbered)),
            "note": _(
                "From 0, most protective, to 10, gravest: our judgement on sourced facts. Numbers "
                "in brackets lead to the sources at the end."
            ),
        },
        "sections": [
            *(
                part
                for title, starts in _GROUPS.items()
                for part in section(_(title), _facts(publication, iso3, starts, numbered))
            ),
            *section(_("Incidents"), _incidents(publication, iso3, numbered)),
            *section(_("Legs"), [line("; ".join(links))] if links else []),
        ],
    }


def legs_through(publication: Publication, iso3: str) -> pd.DataFrame:
    """Return the published legs that declare a country, by id."""
    legs = publication.keyed("legs")
    return legs[[iso3 in split_ids(declared) for declared in legs["countries_declared"]]]


def is_applicable(told: Any) -> bool:  # noqa: ANN401 - a cell
    """Return False where a country is not scored because the question does not arise there."""
    return pd.isna(told) or bool(told)


def _lead(country: Any) -> str:  # noqa: ANN401 - a row
    if not is_applicable(country["applicable"]):
        return _("Country of origin: not scored. A state does not return people to itself.")
    return _(country["legal_status"]) if country["legal_status"] else ""


def _figures(country: Any) -> list[Entry]:  # noqa: ANN401 - a row
    known, applicable = not pd.isna(country["risk"]), is_applicable(country["applicable"])
    share = country["class_share"]
    oldest = country["oldest_evidence"] or _("undated")
    return [
        {
            "label": _("Refoulement risk"),
            "value": figure(country["risk"]) if applicable else _(NOT_APPLICABLE),
            "note": between(country["risk_low"], country["risk_high"]),
        },
        {
            "label": _("Class"),
            "value": _(country["risk_class"] or NO_DATA),
            "note": ""
            if pd.isna(share)
            else _("holds in {share} of draws").format(share=percent(float(share))),
            "chip": chip(country["risk_class"])["chip"],
        },
        {
            "label": _("Grade"),
            "value": _(country["grade"]) if known and country["grade"] else _(NO_DATA),
            "note": _("oldest evidence {date}").format(date=oldest) if known else "",
        },
        {
            "label": _("1951 Convention or 1967 Protocol"),
            "value": "",
            "note": _(country["treaty"]) if country["treaty"] else _(NO_DATA),
        },
    ]


def _dimensions(publication: Publication, iso3: str, numbered: Numbered) -> Iterator[list[Any]]:
    table = publication.rows("indicators")
    found = table[table["iso3"] == iso3].set_index("dimension").to_dict("index")
    for dimension, title in DIMENSIONS.items():
        one = found.get(dimension)
        if one is None or pd.isna(one["score"]):
            missing = NO_DATA if one is None or one["applicable"] else NOT_APPLICABLE
            yield [_(title), _(missing), "", "", "", {"refs": []}]
            continue
        yield [
            _(title),
            f"{one['score']:g}",
            _graded(one),
            one["evidence_date"] or _("undated"),
            "" if pd.isna(one["age_years"]) else decimal(float(one["age_years"])),
            {"refs": numbered.of(one["source_ids"])},
        ]


def _graded(indicator: Any) -> str:  # noqa: ANN401 - a row
    """Return the grade of a dimension, and whether nobody here has seen a source of it."""
    told = [_(indicator["grade"])] if indicator["grade"] else []
    return ", ".join([*told, _("unverified")] if indicator["unverified"] else told)


def _facts(
    publication: Publication, iso3: str, starts: tuple[str, ...], numbered: Numbered
) -> Iterator[Entry]:
    facts = publication.rows("facts")
    for fact in rows(facts[facts["iso3"] == iso3]):
        if str(fact.dimension).startswith(tuple(starts)):
            scored = fact.value == _OURS and not pd.isna(fact.score)
            value = of_ten(fact.score) if scored else grouped(said(fact.value))
            year = "" if pd.isna(fact.year) else f", {fact.year}"
            note, ids = fact_note_apart(fact, numbered.cited)
            words, refs = f"{value}{year}. {note}".strip(), ";".join([fact.source_id, *ids])
            head = f"{fact_title(str(fact.dimension))}:"
            yield line(words, numbered.of(refs), head=head, ours=fact.value == _OURS)


def _incidents(publication: Publication, iso3: str, numbered: Numbered) -> Iterator[Entry]:
    incidents = publication.keyed("incidents")
    counts = widest_counts(incidents, publication.keyed("flows"))
    of_it = incidents.join(counts)[incidents["iso3"] == iso3]
    newest_first = of_it.sort_values("date", ascending=False, kind="stable")
    for incident in rows(newest_first):
        people = people_words(incident)
        head = f"{incident.date} {_(INCIDENT_KINDS[incident.kind])}"
        head += f", {people}." if people else "."
        yield line(said(incident.summary), numbered.of(incident.source_id), head=head)
    if of_it.empty:
        yield line(_("No incident recorded. No report is not evidence that none happened."))
