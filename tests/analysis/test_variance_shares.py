"""Shares of variance are those of functions whose shares are known in closed form."""

from __future__ import annotations

import json

import numpy as np
import pytest

from analysis.variance_shares import variance_shares
from tests.analysis.published import published

# Ishigami with a = 7, b = 0.1; closed form: V1 = (1 + b pi^4/5)^2 / 2, V2 = a^2/8,
# V13 = 8 b^2 pi^8 / 225 (Saltelli et al. 2008, Global Sensitivity Analysis, chapter 4).
A, B = 7.0, 0.1
V1, V2, V13 = 0.5 * (1 + B * np.pi**4 / 5) ** 2, A**2 / 8, 8 * B**2 * np.pi**8 / 225
FIRST = np.array([V1, V2, 0.0]) / (V1 + V2 + V13)
TOTAL = np.array([V1 + V13, V2, V13]) / (V1 + V2 + V13)
ALONE = {"x1": [0], "x2": [1], "x3": [2]}
MANY = {"draws": 4096, "runs": 8, "seed": 1}


def ishigami(points: np.ndarray) -> np.ndarray:
    x1, x2, x3 = (np.pi * (2 * points - 1)).T
    return (np.sin(x1) + A * np.sin(x2) ** 2 + B * x3**4 * np.sin(x1))[None, :]


def test_ishigami_has_the_shares_of_the_closed_form():
    table = variance_shares(ishigami, ALONE, **MANY)[0]
    np.testing.assert_allclose(table["first"], FIRST, atol=0.005)
    np.testing.assert_allclose(table["total"], TOTAL, atol=0.005)
    assert (table[["first_error", "total_error"]] < 0.005).all(axis=None)


def test_the_closed_form_is_the_published_one():
    numbers = json.loads(published("sobol/ishigami.json").read_text("utf-8"))
    np.testing.assert_allclose(numbers["S1"], FIRST, atol=1e-12)
    np.testing.assert_allclose(numbers["ST"], TOTAL, atol=1e-12)


def test_inputs_varied_together_have_their_shares_together():
    table = variance_shares(ishigami, {"x1 and x3": [0, 2], "x2": [1]}, **MANY)[0]
    np.testing.assert_allclose(table["first"], [1 - FIRST[1], FIRST[1]], atol=0.005)
    np.testing.assert_allclose(table["total"], [1 - FIRST[1], FIRST[1]], atol=0.005)


def test_a_sum_has_its_variances_as_shares_and_nothing_between():
    groups = {"a": [0], "b": [1], "idle": [2]}
    table = variance_shares(lambda p: (3 * p[:, 0] + 4 * p[:, 1])[None], groups, **MANY)[0]
    np.testing.assert_allclose(table["first"], [0.36, 0.64, 0.0], atol=0.002)
    np.testing.assert_allclose(table["total"], [0.36, 0.64, 0.0], atol=0.002)
    assert table.loc["idle", "total"] == 0


def test_the_stated_error_is_the_error_made():
    few = {"draws": 256, "runs": 8}
    tables = [variance_shares(ishigami, ALONE, seed=s, **few)[0] for s in range(40)]
    beyond = [np.abs(t["total"] - TOTAL) > 3 * t["total_error"] for t in tables]
    assert np.mean(beyond) < 0.1


@pytest.mark.parametrize(
    ("model", "words"),
    [
        (lambda p: np.full((1, len(p)), 0.1), "does not vary"),
        (lambda p: np.where(p[:, 0] < 0.5, np.nan, p[:, 1])[None], "missing in some draws"),
    ],
)
def test_what_cannot_be_computed_says_so(model, words):
    table = variance_shares(model, ALONE, draws=64, runs=2, seed=1)[0]
    assert table["first"].isna().all()
    assert table["note"].str.contains(words).all()


def test_the_same_seed_gives_the_same_bytes():
    one, two = (variance_shares(ishigami, ALONE, draws=64, runs=2, seed=5)[0] for _ in range(2))
    assert one.to_csv() == two.to_csv()
