"""A class begins at its edge, whatever the last bit of a mean says."""

import numpy as np
import pandas as pd
import pytest

from analysis.classes import NO_DATA, class_words
from analysis.recipe import Classes

CLASSES = Classes(names=("Low", "Moderate", "High"), edges=(2.0, 8.5), node="risk")


@pytest.mark.parametrize(
    ("score", "word"),
    [(0, "Low"), (2, "Moderate"), (8.5, "High"), (8.5 - 1e-12, "High"), (8.499, "Moderate")],
)
def test_an_edge_opens_the_next_class(score, word):
    assert class_words(pd.Series([score]), CLASSES).tolist() == [word]


def test_missing_is_no_class():
    assert class_words(pd.Series([np.nan]), CLASSES).tolist() == [NO_DATA]
