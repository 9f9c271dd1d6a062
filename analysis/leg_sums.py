"""Sums over the terms of each leg, for one set of country scores or for many draws of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from scipy.sparse import csr_array

from analysis.classes import class_places
from analysis.groups import Flags, Groups, Places

if TYPE_CHECKING:
    from analysis.aggregation import Matrix
    from analysis.recipe import Classes, LegRule


@dataclass(frozen=True, kw_only=True, eq=False)
class Part:
    """Terms of one sort: each has a leg, a unit whose score speaks for it, and a weight.

    One entry per term: ``legs`` groups the terms by the place of their leg, ``unit`` is a row of
    the units of `Terms`, ``weight_km`` is in kilometres.
    """

    legs: Groups
    unit: Places
    weight_km: Matrix

    def sums(self, of_units: Matrix | Flags) -> Matrix:
        """Return, per leg and draw, the weights times what is given per unit and draw.

        ``of_units`` has a row per unit and a column per draw, without NaN: flags give kilometres,
        scores score times kilometres. A leg without a term has 0.
        """
        order, ends = self.legs.runs
        shape = (self.legs.count, len(of_units))
        weights = csr_array((self.weight_km[order], self.unit[order], ends), shape=shape)
        found: Matrix = weights @ of_units.astype(float)
        return found

    def of_legs(self, legs: Places) -> Part:
        """Return the terms of some legs; ``legs`` are their places.

        Each place once; the legs are numbered anew in this order. Units stay as they are.
        """
        new = np.full(self.legs.count, -1)
        new[legs] = np.arange(len(legs))
        place = new[self.legs.place]
        kept = np.flatnonzero(place >= 0)
        return Part(
            legs=Groups(place=place[kept], count=len(legs)),
            unit=self.unit[kept],
            weight_km=self.weight_km[kept],
        )


@dataclass(frozen=True, kw_only=True, eq=False)
class Terms:
    """The terms of some legs as arrays.

    A unit is a country, or two that meet at a border: ``here`` and ``there`` are their rows in
    ``countries``, the same one twice where there is no border. A row past its end is a country
    that has no row. ``origin`` marks the units of the country people leave.
    ``travelled`` are kilometres, ``fixed`` what the recipe sets in kilometres: borders and ends.
    """

    leg_ids: pd.Index
    countries: pd.Index
    here: Places
    there: Places
    origin: Flags
    travelled: Part
    fixed: Part

    def of_legs(self, legs: Places) -> Terms:
        """Return the terms of some legs; ``legs`` are their places.

        Each place once; rows of what is summed are then in this order. Countries and units stay.
        """
        return Terms(
            leg_ids=self.leg_ids[legs],
            countries=self.countries,
            here=self.here,
            there=self.there,
            origin=self.origin,
            travelled=self.travelled.of_legs(legs),
            fixed=self.fixed.of_legs(legs),
        )


def term_arrays(
    terms: pd.DataFrame, leg_ids: pd.Index, *, countries: pd.Index, rule: LegRule
) -> Terms:
    """Return terms as arrays, in the order of the table.

    Parameters
    ----------
    terms
        The result of `leg_terms`.
    leg_ids
        All legs, also those without a term.
    countries
        ``iso3`` of the rows that scores will have.
    rule
        The recipe's leg table.

    """
    other = terms["other_iso3"].where(terms["other_iso3"] != "", terms["iso3"])
    pairs = pd.MultiIndex.from_arrays([terms["iso3"], other])
    codes, units = pd.factorize(pairs)
    here, there = (pd.Index(units.get_level_values(level)) for level in (0, 1))
    km = (terms["kind"] == "km").to_numpy()
    place = leg_ids.get_indexer(pd.Index(terms["leg_id"]))
    weight = terms["weight_km"].to_numpy(dtype=float)
    travelled, fixed = (
        Part(
            legs=Groups(place=place[rows], count=len(leg_ids)),
            unit=codes[rows],
            weight_km=weight[rows],
        )
        for rows in (km, ~km)
    )
    return Terms(
        leg_ids=leg_ids,
        countries=countries,
        here=_rows(here, countries),
        there=_rows(there, countries),
        origin=np.asarray(here.isin(rule.origin) & there.isin(rule.origin)),
        travelled=travelled,
        fixed=fixed,
    )


@dataclass(frozen=True, kw_only=True, eq=False)
class UnitScores:
    """The score of each unit (row) in each draw (column), NaN where unknown.

    A unit has a score in every draw or in none.
    """

    scores: Matrix

    @cached_property
    def known(self) -> Flags:
        """Say of each unit whether it has a score; one column."""
        return ~np.isnan(self.scores[:, :1])

    @cached_property
    def filled(self) -> Matrix:
        """The scores with 0 where unknown; a row per unit, a column per draw."""
        return np.where(self.known, self.scores, 0.0)


def unit_scores(terms: Terms, scores: Matrix) -> UnitScores:
    """Return the score of each unit and draw: at a border the stricter of the two known sides.

    ``scores`` has one row per country and one column per draw; NaN is missing, in every draw of a
    country or in none.
    """
    with_none = np.vstack([scores, np.full((1, scores.shape[1]), np.nan)])
    return UnitScores(scores=np.fmax(with_none[terms.here], with_none[terms.there]))


@dataclass(frozen=True, kw_only=True, eq=False)
class LegSums:
    """What the terms of each leg add up to: one row per leg, one column per draw.

    ``exposure`` is score times kilometres; the weights are in kilometres.
    """

    exposure: Matrix
    weight_km: Matrix
    weight_unknown_km: Matrix

    def known_share(self) -> Matrix:
        """Return the known share of the weight, NaN where there is no weight.

        From 0 to 1; a row per leg, a column per draw, or one where it is the same in all. Terms of
        the origin are neither known nor unknown while it has no score.
        """
        total = self.weight_km + self.weight_unknown_km
        share = np.full_like(total, np.nan)
        np.divide(self.weight_km, total, out=share, where=total > 0)
        return share

    def reading(self, rule: LegRule) -> Matrix:
        """Return the mean score by weight, NaN where less than ``min_known`` of it is known.

        From 0 to 10; a row per leg, a column per draw. Also NaN where nothing is known at all.
        """
        total = self.weight_km + self.weight_unknown_km
        read = (self.weight_km > 0) & (self.weight_km >= (rule.min_known - 1e-12) * total)
        found = np.full(np.broadcast_shapes(read.shape, self.exposure.shape), np.nan)
        np.divide(self.exposure, self.weight_km, out=found, where=read)
        return found


def leg_sums(terms: Terms, units: UnitScores, *, border: Matrix | float = 1.0) -> LegSums:
    """Return the sums of every leg.

    Parameters
    ----------
    terms
        The result of `term_arrays`.
    units
        The result of `unit_scores`.
    border
        Factor on the fixed weights, one per draw.

    """
    unknown = ~units.known & ~terms.origin[:, None]
    return LegSums(
        exposure=_weighed(terms, units.filled, border),
        weight_km=_weighed(terms, units.known, border),
        # Where nothing is unknown, no draw changes that: not worth a table of zeros.
        weight_unknown_km=_weighed(terms, unknown, border)
        if unknown.any()
        else np.zeros((len(terms.leg_ids), 1)),
    )


def leg_kilometres(terms: Terms, units: UnitScores, *, name: str, classes: Classes) -> Matrix:
    """Return the kilometres of each leg and draw in countries of the class ``name`` or graver.

    A row per leg, a column per draw. Those travelled alone: borders and ends have none, and a
    country without a score is of no class. A ``name`` that is no class is a ``ValueError``.
    """
    grave = class_places(units.scores, classes) >= classes.names.index(name)
    return terms.travelled.sums(grave)


def _weighed(terms: Terms, of_units: Matrix | Flags, border: Matrix | float) -> Matrix:
    return terms.travelled.sums(of_units) + border * terms.fixed.sums(of_units)


def _rows(countries: pd.Index, known: pd.Index) -> Places:
    """Return the row of each country, one past the end for a country that is not there."""
    found = known.get_indexer(countries)
    return np.where(found < 0, len(known), found)
