"""A bar that fills while something long is done, and is gone when it is done."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    from collections.abc import Iterator

    from intake.files.layers import Progress


@contextmanager
def progress_bar(words: str) -> Iterator[Progress]:
    """Draw a bar over ``words``; give what takes a share of 0 to 1."""
    place = st.empty()
    bar = place.progress(0.0, words)
    try:
        yield lambda share: _show(bar, share, words)
    finally:
        place.empty()


def _show(bar: st.delta_generator.DeltaGenerator, share: float, words: str) -> None:
    bar.progress(min(max(share, 0.0), 1.0), words)
