"""Rows of a table, as the schema that checked them typed them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias, cast

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    import pandas as pd

# The cells of a row have the types that its schema declares; the hints of pandas cannot know them.
Row: TypeAlias = Any


def row(table: pd.DataFrame, key: Hashable) -> Row:
    """Return the row of one key as a series: ``row["name_en"]``; its name is the key."""
    return cast("Any", table.loc[cast("Any", key)])


def rows(table: pd.DataFrame) -> Iterator[Row]:
    """Yield the rows as named tuples: ``row.Index``, ``row.name_en``."""
    return iter(table.itertuples())


def each(table: pd.DataFrame) -> Iterator[Row]:
    """Yield the rows as series, whose name is the key."""
    return (row(table, key) for key in table.index)
