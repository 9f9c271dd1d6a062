"""What a figure of a corridor rests on adds up to the figure and names its sources."""

import pytest

from dashboard.panels.behind import counted_kilometres, figure_panel
from dashboard.panels.contributions import corridor_contributions
from dashboard.words import READINGS


@pytest.mark.parametrize("reading", ["km_high", "km_elevated_or_worse"])
def test_the_kilometres_of_countries_add_up_to_the_reading(atlas, now, reading):
    for corridor in atlas.corridors.index:
        counted = counted_kilometres(now, corridor, reading).sum()
        assert counted == pytest.approx(now.corridors.loc[corridor, reading])


def test_the_parts_of_a_corridor_add_up_to_its_cumulative_exposure(atlas, now):
    shown = f"{now.corridors.loc['LAO-THA-N', 'cumulative']:.2f}"
    assert f">{shown}</td>" in str(corridor_contributions(atlas, now, "LAO-THA-N"))


@pytest.mark.parametrize("reading", READINGS)
def test_every_figure_of_a_corridor_opens_onto_an_address(atlas, now, reading):
    panel = str(figure_panel(atlas, now, "LAO-THA-N", f"{reading}_after"))
    assert "atlas-address" in panel
    assert "<a " not in panel
