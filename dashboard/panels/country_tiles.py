"""Six facts about a country at a glance; each opens onto what it is read or counted from."""

from __future__ import annotations

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


def tiles(atlas: Atlas, readings: Readings, iso3: str) -> h.Element:
    """Return the tiles: legal status, Convention, agreements, incidents, legs, facts held."""
    return h.dl(".atlas-panel.atlas-tiles")[
        [h.div[h.dt[name], h.dd[words]] for name, words in _tiles(atlas, readings, iso3)]
    ]


def _tiles(atlas: Atlas, readings: Readings, iso3: str) -> Iterator[tuple[str, h.Node]]:
    if iso3 in readings.countries.index and iso3 not in readings.leg_rule.origin:
        yield _("Legal status in practice"), _status(atlas, readings, iso3)
    yield _("Refugee Convention or Protocol"), _convention(atlas, readings, iso3)
    yield _("Agreements with the DPRK"), _agreements(atlas, readings, iso3)
    yield _("Returns on record"), _incidents(atlas, readings, iso3)
    yield _("Legs that touch it"), _legs(atlas, readings, iso3)
    yield _("Facts held"), _held(atlas, readings, iso3)


def _status(atlas: Atlas, readings: Readings, iso3: str) -> h.Node:
    kind = readings.countries["legal_status"][iso3]
    if pd.isna(kind):
        return _(NO_DATA)
    words = [_(kind), " ", markup.judgement()]
    return _facts(atlas, words, facts_about(readings, iso3, *STATUS))


def _convention(atlas: Atlas, readings: Readings, iso3: str) -> h.Node:
    found = [fact for name in _CONVENTION if (fact := treaties(readings, iso3)[name])]
    bound = [fact for fact in found if fact.value == "party"]
    years = [int(fact.year) for fact in bound if not pd.isna(fact.year)]
    if not found:
        return _(NO_DATA)
    if not bound:
        return _facts(atlas, _("Not party"), found)
    words = _("Party since {year}").format(year=min(years)) if years else _("Party")
    return _facts(atlas, words, found)


def _agreements(atlas: Atlas, readings: Readings, iso3: str) -> h.Node:
    found = facts_about(readings, iso3, "bilateral_agreement_dprk")
    named = [fact for fact in found if fact.value != "none found"]
    if not found:
        return _(NO_DATA)
    if not named:
        return _facts(atlas, _("None found"), found)
    return _facts(atlas, ngettext("{number} on record", "{number} on record", len(named)), found)


def _incidents(atlas: Atlas, readings: Readings, iso3: str) -> h.Node:
    found = readings.incidents_of.get(iso3, ())
    if not found:
        return _("No incident on record")
    returns = [one.kind for one in found].count(COUNTED[0])
    others = len(found) - returns
    words = [
        ngettext("{number} return", "{number} returns", returns),
        ngettext("{number} other incident", "{number} other incidents", others),
    ]
    return _list(" · ".join(words), [one_incident(atlas, one) for one in found])


def _legs(atlas: Atlas, readings: Readings, iso3: str) -> h.Node:
    found = legs_inside(atlas, readings, iso3)
    declared = found[found["declared"]]
    if declared.empty:
        return _("none on record")
    words = [ngettext("{number} leg", "{number} legs", len(declared)), ground_words(declared)]
    return _list(" · ".join(words), [leg_words(atlas, leg) for leg in rows(declared)])


def _held(atlas: Atlas, readings: Readings, iso3: str) -> h.Node:
    found = readings.facts_of.get(iso3, ())
    if not found:
        return _("none on record")
    low = sum(fact.confidence == "low" for fact in found)
    words = [
        ngettext("{number} fact", "{number} facts", len(found)),
        ngettext("{number} of low grade", "{number} of low grade", low),
    ]
    return _facts(atlas, " · ".join(words), found)


def _facts(atlas: Atlas, words: h.Node, found: Sequence[Row]) -> h.Node:
    return _list(words, [one_fact(atlas, fact) for fact in found]) if found else words


def _list(words: h.Node, lines: Sequence[h.Node]) -> h.Element:
    return markup.unfold(words, h.ul[[h.li[line] for line in lines]])
