"""A class beside the share of draws in which it holds: an edge that is near is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import htpy as h
import pandas as pd

from dashboard.language import _, percent
from dashboard.panels import markup

if TYPE_CHECKING:
    from dashboard.rows import Row


def class_chip(word: str, share: float) -> h.Node:
    """Return a class as a chip with the share of draws in it; the chip alone where none is."""
    chip = markup.risk_chip(word)
    return chip if pd.isna(share) else [chip, h.span(".atlas-dim")[" ", share_words(share)]]


def share_words(share: float) -> str:
    """Return in what share of the draws a class holds."""
    return _("{share} of draws").format(share=percent(share))


def shown_share(sure: Row, word: str) -> float:
    """Return the share of draws in the class ``word``; NaN where nothing was drawn.

    ``sure`` is a row of ``countries`` or ``legs`` of `Intervals`.
    """
    share = sure.get(f"p {word}", float("nan"))
    return float("nan") if pd.isna(sure["low"]) else float(share)
