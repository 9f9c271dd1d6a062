"""What is not known about a country, and what the evidence corrects in what others say of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import htpy as h
import pandas as pd

from dashboard.countries import gaps
from dashboard.data_words import fact_title
from dashboard.language import _, decimal, ngettext, said
from dashboard.panels import markup
from dashboard.panels.country_dimensions import missing_words
from dashboard.panels.facts import one_fact, one_incident, people_words
from dashboard.panels.table1 import correction_list
from dashboard.source_line import is_published, source_line
from dashboard.words import DIMENSIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings
    from dashboard.rows import Row


def not_known(atlas: Atlas, readings: Readings, iso3: str) -> h.Element:
    """Return the chapter on what is not known."""
    return markup.chapter(
        _("What is not known"),
        h.ul[[h.li[line] for line in _lines(atlas, readings, iso3)]],
        css="atlas-gaps",
    )


def corrected(atlas: Atlas, iso3: str) -> h.Element | None:
    """Return the chapter of the corrections that touch a country; none where none does."""
    found = gaps.corrections_for(atlas, iso3)
    if found.empty:
        return None
    return markup.chapter(
        _("Corrections to the white paper and to reports"), correction_list(atlas, found)
    )


def _lines(atlas: Atlas, readings: Readings, iso3: str) -> Iterator[h.Node]:
    if iso3 not in readings.countries.index:
        yield _("Everything: no fact and no assessment of this country is held.")
        return
    asked = iso3 not in readings.leg_rule.origin
    if asked and (runs := gaps.silent_years(readings, iso3)):
        yield _silent(runs)
    yield from _dimensions(readings, iso3)
    if asked and (kinds := gaps.kinds_without_a_fact(readings, iso3)):
        yield _("Nothing is on record about: {kinds}.").format(
            kinds=", ".join(fact_title(kind) for kind in kinds)
        )
    yield from _disagreements(atlas, readings, iso3)
    if unseen := gaps.unseen_facts(atlas, readings, iso3):
        yield markup.unfold(
            ngettext(
                "{number} fact rests on a source that nobody here has seen.",
                "{number} facts rest on sources that nobody here has seen.",
                len(unseen),
            ),
            h.ul[[h.li[one_fact(atlas, fact)] for fact in unseen]],
        )


def _dimensions(readings: Readings, iso3: str) -> Iterator[str]:
    found = gaps.assessed(readings, iso3)
    held = {one.dimension: one for one in found}
    missing = [name for name in DIMENSIONS if missing_words(held.get(name))]
    scored = [one for one in found if one.dimension not in missing]
    if missing:
        yield _("No score: {dimensions}.").format(
            dimensions=", ".join(
                f"{_(DIMENSIONS[name])} ({missing_words(held.get(name))})" for name in missing
            )
        )
    if old := [one for one in scored if one.age_years >= gaps.OLD_YEARS]:
        yield _("Evidence of ten years ago or more: {dimensions}.").format(
            dimensions=", ".join(_aged(one) for one in old)
        )
    if undated := [one for one in scored if pd.isna(one.age_years)]:
        yield _("Undated evidence: {dimensions}.").format(
            dimensions=", ".join(_(DIMENSIONS[one.dimension]) for one in undated)
        )


def _aged(indicator: Row) -> str:
    return _("{dimension} ({years} years)").format(
        dimension=_(DIMENSIONS[indicator.dimension]), years=decimal(indicator.age_years, 0)
    )


def _silent(runs: list[tuple[int, int]]) -> str:
    years = ", ".join(f"{first}" if first == last else f"{first}–{last}" for first, last in runs)
    return _(
        "Years without a dated return, detention or transfer on record: {years}. Silence is not "
        "evidence that nothing happened."
    ).format(years=years)


def _disagreements(atlas: Atlas, readings: Readings, iso3: str) -> Iterator[h.Node]:
    for kind, facts in gaps.told_more_than_once(readings, iso3).items():
        yield markup.unfold(
            _("{kind}: sources tell it differently.").format(kind=fact_title(kind)),
            h.ul[[h.li[one_fact(atlas, fact)] for fact in facts]],
        )
    if disputed := gaps.disputed_counts(readings, iso3):
        spans = ", ".join(f"{one.date} ({people_words(one)})" for one in disputed)
        yield markup.unfold(
            _("Counts differ between sources: {incidents}.").format(incidents=spans),
            h.ul[[h.li[one_incident(atlas, one)] for one in disputed]],
        )


def sources(atlas: Atlas, readings: Readings, iso3: str) -> h.Element | None:
    """Return the chapter of all sources of a profile, ordered by their ids."""
    ids = sorted(gaps.sources_of(atlas, readings, iso3), key=str.casefold)
    if not ids:
        return None
    return markup.chapter(
        _("Sources"),
        h.p(".atlas-note")[
            _(
                "Addresses are text to copy: the atlas never opens a link. Ids in brackets are "
                "those of the statements above."
            )
        ],
        markup.unfold(
            ngettext("{number} source", "{number} sources", len(ids)),
            h.ul(".atlas-bibliography")[
                [h.li[h.strong[f"[{one}] "], said_source(atlas.cited[one])] for one in ids]
            ],
        ),
        css="atlas-sources",
    )


def said_source(source: Row) -> h.Node:
    """Return a citation as running text with its address to copy."""
    return [
        f"{source_line(source)}. ",
        f"{said(source.how_seen)}. " if is_published(source) else None,
        h.code(".atlas-address")[source.url] if source.url.startswith("http") else None,
    ]
