"""Intervals and shares of classes are those of the draws, draw by draw."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from analysis.classes import class_words
from analysis.intervals import class_shares, interval_table, quantiles
from tests.analysis.world import world_recipe

CLASSES = world_recipe().classes
DRAWN = np.sort(np.random.default_rng(1).uniform(0, 10, (3, 500)).round(1))


def test_quantiles_are_those_of_numpy():
    found = quantiles(DRAWN, 0.9)
    for name, share in {"low": 0.05, "median": 0.5, "high": 0.95}.items():
        np.testing.assert_allclose(found[name], np.quantile(DRAWN, share, axis=1), rtol=1e-12)


def test_a_draw_without_a_figure_counts_for_no_quantile():
    figures = np.array([[1.0, 2.0, 3.0, np.nan, np.nan], [np.nan] * 5])
    found = quantiles(figures, 0.5)
    assert found["median"][0] == 2.0
    assert found["share_read"].tolist() == [0.6, 0.0]
    assert np.isnan(found["high"][1])


def test_shares_of_classes_are_those_of_the_words_of_the_draws():
    figures = np.where(DRAWN < 0.5, np.nan, DRAWN)
    figures[0, :3] = [1.0, 2.0 - 1e-12, 8.5]
    shares = pd.DataFrame(class_shares(np.sort(figures), CLASSES))
    for row, drawn in enumerate(figures):
        words = class_words(pd.Series(drawn), CLASSES).value_counts(normalize=True)
        for name in (*CLASSES.names, "no data"):
            assert shares[f"p {name}"][row] == pytest.approx(words.get(name, 0.0))
    assert shares.sum(axis=1).tolist() == pytest.approx([1.0, 1.0, 1.0])


def test_where_no_figure_is_shown_there_is_no_interval_and_a_reason():
    shown = pd.Series([5.0, np.nan, 5.0], index=["a", "b", "c"])
    table = interval_table(DRAWN, shown, interval=0.9, notes="too little", classes=CLASSES)
    assert table.loc["b"].drop("note").isna().all()
    assert table["note"].tolist() == ["", "too little", ""]
    assert table.loc["a", "low"] < table.loc["a", "median"] < table.loc["a", "high"]
