"""What the page Compare says in words needs no training, in both languages."""

import numpy as np
import pandas as pd
import pytest

from analysis.corridor_draws import CorridorDraws
from analysis.pairs import pair_shares
from dashboard import compare
from dashboard.language import speaking
from dashboard.panels.comparison.words import factor_words, not_compared, pair_sentence

NAMES = {"A": "Alpha", "B": "Beta"}


def pair(one, two):
    drawn = CorridorDraws(
        corridors=pd.Index(["A", "B"], name="corridor_id"),
        readings={"cumulative": np.array([one, two], dtype=float)},
    )
    return pair_shares(drawn, clear=0.8).iloc[0]


@pytest.mark.parametrize(
    ("one", "two", "words"),
    [
        (
            [2] * 97 + [1] * 3,
            [1] * 97 + [2] * 3,
            "Cumulative exposure: Alpha reads worse than Beta in 97 % of 100 draws.",
        ),
        ([1] * 10, [2] * 10, "Beta reads worse than Alpha in 100 % of 10 draws."),
        (
            [2] * 5 + [1] * 4 + [0],
            [1] * 5 + [2] * 4 + [0],
            "not determined. Alpha reads worse in 55 % of 10 draws. They tie in 10 %; a tie counts",
        ),
        ([2] * 797 + [1] * 203, [1] * 797 + [2] * 203, "not determined. Alpha reads worse in 79 %"),
        ([2] * 203 + [1] * 797, [1] * 203 + [2] * 797, "not determined. Alpha reads worse in 21 %"),
        ([2] * 8 + [1] * 2, [1] * 8 + [2] * 2, "Alpha reads worse than Beta in 80 % of 10 draws."),
        ([2] * 2 + [1] * 8, [1] * 2 + [2] * 8, "Beta reads worse than Alpha in 80 % of 10 draws."),
        ([1] * 4, [1] * 4, "Alpha and Beta read the same in 100 % of 4 draws."),
        ([2] * 999 + [1], [1] * 999 + [2], "in over 99 % of 1,000 draws."),
        ([2, np.nan, 2, 2], [1, 1, 1, np.nan], "Alpha reads worse than Beta in 100 % of 2 draws."),
        ([np.nan] * 2, [1] * 2, "Alpha and Beta cannot be compared, no draw has both figures."),
    ],
)
def test_a_pair_has_a_sentence(one, two, words):
    assert words in pair_sentence(pair(one, two), NAMES).replace("\u00a0", " ")


def test_a_pair_has_a_sentence_in_korean():
    with speaking("ko"):
        told = pair_sentence(pair([2] * 97 + [1] * 3, [1] * 97 + [2] * 3), NAMES)
    assert "Alpha" in told
    assert "97" in told
    assert "worse" not in told


@pytest.mark.parametrize(
    ("factor", "iso3", "dimension", "words"),
    [
        ("aggregate", "", "", "How indicators are put together: mean, or the graver one more"),
        ("CHN x", "CHN", "state_practice_of_return", "China: State practice of return"),
        ("PHL", "PHL", "", "PHL: nothing is known"),
    ],
)
def test_what_makes_a_figure_uncertain_is_called_by_its_name(factor, iso3, dimension, words):
    row = {"factor": factor, "iso3": iso3, "dimension": dimension}
    assert factor_words(row, {"CHN": "China"}) == words


def test_corridors_that_are_not_compared_are_named_with_the_reason():
    assert not_compared([]) == ""
    assert "Alpha; Beta. They begin outside North Korea" in not_compared(["Alpha", "Beta"])


def test_orders_are_counted_among_the_corridors_that_are_compared():
    pairs = pd.DataFrame(
        {
            "first": ["A", "A", "B", "A"],
            "second": ["B", "C", "C", "D"],
            "reading": "cumulative",
            "verdict": ["first", "not determined", "equal", "second"],
        }
    )
    found = compare.settled_orders(pairs, "cumulative", ["A", "B", "C"])
    assert (found.all, found.clear, found.level, found.open) == (3, 1, 1, 1)
