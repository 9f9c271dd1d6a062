"""The tiles of a profile open onto as many facts, incidents and legs as they count."""

import re

import htpy as h
import pytest

from dashboard.countries.legs import legs_inside
from dashboard.panels.country_dimensions import figure_facts
from dashboard.panels.country_tiles import tiles
from intake.ids import split_ids


def opened(atlas, now, iso3):
    """Each tile by its title: what is read, and how many lines it opens onto."""
    found = re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", str(tiles(atlas, now, iso3)), re.DOTALL)
    return {title: (cell, cell.count("<li><div>")) for title, cell in found}


@pytest.mark.parametrize("iso3", ["CHN", "LAO", "THA", "KOR", "MNG", "PRK"])
def test_a_tile_opens_onto_what_it_counts(atlas, now, iso3):
    found = opened(atlas, now, iso3)
    facts, legs = now.facts_of[iso3], legs_inside(atlas, now, iso3)
    assert found["Facts held"][1] == len(facts)
    assert found["Returns on record"][1] == len(now.incidents_of.get(iso3, ()))
    assert found["Legs that touch it"][1] == legs["declared"].sum()


@pytest.mark.parametrize("tile", ["Facts held", "Returns on record", "Agreements with the DPRK"])
def test_a_tile_without_anything_on_record_has_nothing_to_open(atlas, now, tile):
    assert "<details" not in opened(atlas, now, "SGP")[tile][0]


def test_the_figure_opens_onto_the_facts_of_each_value_that_it_reads(atlas, now):
    page = str(h.div[figure_facts(atlas, now, "LAO")])
    for column in now.recipe.columns:
        indicator = now.assessed["LAO", column]
        assert all(one in page for one in split_ids(indicator.source_ids))
