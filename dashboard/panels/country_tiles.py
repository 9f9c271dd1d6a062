"""Six facts about a country at a glance; each opens onto what it is read or counted from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import htpy as h
import pandas as pd

from dashboard.countries.law import facts_about, treaties
from dashboard.countries.legs import legs_inside
from dashboard.countries.timeline import COUNTED
from dashboard.language import _, ngettext
from dashboard.panels import markup
from dashboard.panels.country_legs import ground_words, leg_words
from dashboard.panels.country_practice import STATUS
from dashboard.panels.facts import one_fact, one_incident
from dashboard.rows import rows
from dashboard.words import NO_DATA

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings
    from dashboard.rows import Row

_CONVENTION: Final = ("treaty_1951_refugee_convention", "treaty_1967_protocol")


@dataclass(frozen=True, kw_only=True)
class Tile:
    """One tile: what it says, whether that is our judgement, and the lines it is read from."""

    words: str
    lines: tuple[h.Node, ...] = ()
    judged: bool = False


def tiles(atlas: Atlas, readings: Readings, iso3: str) -> h.Element:
    """Return the tiles: legal status, Convention, agreements, incidents, legs, facts held."""
    return h.dl(".atlas-panel.atlas-tiles")[
        [h.div[h.dt[name], h.dd[_drawn(tile)]] for name, tile in _tiles(atlas, readings, iso3)]
    ]


def tile_words(atlas: Atlas, readings: Readings, iso3: str) -> dict[str, str]:
    """Return what each tile says, by its name; both in the language of the run."""
    return {name: tile.words for name, tile in _tiles(atlas, readings, iso3)}


def _drawn(tile: Tile) -> h.Node:
    words = [tile.words, [" ", markup.judgement()] if tile.judged else None]
    return markup.unfold(words, h.ul[[h.li[line] for line in tile.lines]]) if tile.lines else words


def _tiles(atlas: Atlas, readings: Readings, iso3: str) -> Iterator[tuple[str, Tile]]:
    if iso3 in readings.countries.index and iso3 not in readings.leg_rule.origin:
        yield _("Legal status in practice"), _status(atlas, readings, iso3)
    yield _("Refugee Convention or Protocol"), _convention(atlas, readings, iso3)
    yield _("Agreements with the DPRK"), _agreements(atlas, readings, iso3)
    yield _("Returns on record"), _incidents(atlas, readings, iso3)
    yield _("Legs that touch it"), _legs(atlas, readings, iso3)
    yield _("Facts held"), _held(atlas, readings, iso3)


def _status(atlas: Atlas, readings: Readings, iso3: str) -> Tile:
    kind = readings.countries["legal_status"][iso3]
    if pd.isna(kind):
        return Tile(words=_(NO_DATA))
    found = facts_about(readings, iso3, *STATUS)
    return Tile(words=_(kind), lines=_facts(atlas, found), judged=True)


def _convention(atlas: Atlas, readings: Readings, iso3: str) -> Tile:
    found = [fact for name in _CONVENTION if (fact := treaties(readings, iso3)[name])]
    bound = [fact for fact in found if fact.value == "party"]
    years = [int(fact.year) for fact in bound if not pd.isna(fact.year)]
    if not found:
        return Tile(words=_(NO_DATA))
    if not bound:
        return Tile(words=_("Not party"), lines=_facts(atlas, found))
    words = _("Party since {year}").format(year=min(years)) if years else _("Party")
    return Tile(words=words, lines=_facts(atlas, found))


def _agreements(atlas: Atlas, readings: Readings, iso3: str) -> Tile:
    found = facts_about(readings, iso3, "bilateral_agreement_dprk")
    named = [fact for fact in found if fact.value != "none found"]
    if not found:
        return Tile(words=_(NO_DATA))
    words = (
        ngettext("{number} on record", "{number} on record", len(named))
        if named
        else _("None found")
    )
    return Tile(words=words, lines=_facts(atlas, found))


def _incidents(atlas: Atlas, readings: Readings, iso3: str) -> Tile:
    found = readings.incidents_of.get(iso3, ())
    if not found:
        return Tile(words=_("No incident on record"))
    returns = [one.kind for one in found].count(COUNTED[0])
    others = len(found) - returns
    words = [
        ngettext("{number} return", "{number} returns", returns),
        ngettext("{number} other incident", "{number} other incidents", others),
    ]
    return Tile(words=" · ".join(words), lines=tuple(one_incident(atlas, one) for one in found))


def _legs(atlas: Atlas, readings: Readings, iso3: str) -> Tile:
    found = legs_inside(atlas, readings, iso3)
    declared = found[found["declared"]]
    if declared.empty:
        return Tile(words=_("none on record"))
    words = [ngettext("{number} leg", "{number} legs", len(declared)), ground_words(declared)]
    lines = tuple(leg_words(atlas, leg) for leg in rows(declared))
    return Tile(words=" · ".join(words), lines=lines)


def _held(atlas: Atlas, readings: Readings, iso3: str) -> Tile:
    found = readings.facts_of.get(iso3, ())
    if not found:
        return Tile(words=_("none on record"))
    low = sum(fact.confidence == "low" for fact in found)
    words = [
        ngettext("{number} fact", "{number} facts", len(found)),
        ngettext("{number} of low grade", "{number} of low grade", low),
    ]
    return Tile(words=" · ".join(words), lines=_facts(atlas, found))


def _facts(atlas: Atlas, found: Sequence[Row]) -> tuple[h.Element, ...]:
    return tuple(one_fact(atlas, fact) for fact in found)
