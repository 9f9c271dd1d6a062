"""What leaves the atlas: a frozen value, made by the door from nothing but allowed columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    import geopandas as gpd
    import pandas as pd
    import pandera.pandas as pa

    from dashboard.publication.precision import Precision


@dataclass(frozen=True, kw_only=True)
class Table:
    """One table of a publication.

    ``schema`` declares the columns, which are all that ``rows`` has; the first column of a schema
    with a unique first column is the key. ``rows`` are sorted by public fields, index 0, 1, 2, …
    """

    schema: pa.DataFrameSchema
    rows: pd.DataFrame

    @property
    def name(self) -> str:
        """The name of the table, which is also that of its file, sheet or layer."""
        return str(self.schema.name)


@dataclass(frozen=True, kw_only=True)
class About:
    """What every file says of itself.

    ``date`` is the as-of date, ``horizon`` the end of the evidence; ``recipe`` the id and title of
    the recipe; ``choices`` what was chosen, in words, ``address`` the same as the page's address
    has it; ``page`` the title of the page that is cited, empty for a file;
    ``fingerprint`` the SHA-256 of data, version and settings, in hexadecimal digits; of a page that
    of the whole dataset. ``scenario`` is the title of the scenario that the figures are read under,
    empty for the evidence.
    """

    lang: str
    version: str
    date: dt.date
    horizon: dt.date
    recipe: tuple[str, str]
    choices: tuple[tuple[str, str], ...]
    address: str
    precision: Precision
    fingerprint: str
    page: str = ""
    scenario: str = ""

    @property
    def short_fingerprint(self) -> str:
        """The first twelve digits of the fingerprint: enough to tell two files apart."""
        return self.fingerprint[:12]


@dataclass(frozen=True, kw_only=True)
class Picture:
    """How the map paints the published legs.

    ``view`` as of `dashboard.maps.view.map_view`, one character per row of the table ``legs``, and
    without the leg that was selected: a file does not say what its maker looked at.
    """

    title: str
    notes: tuple[str, ...]
    view: Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Publication:
    """Everything that may leave of one view, or of the whole dataset; exporters take nothing else.

    ``tables`` by name, in reading order. ``lines`` (index ``leg_id``, EPSG:4326) have every vertex
    on the grid of the class. ``picture`` is how a map of it looks, None for the dataset.
    """

    about: About
    tables: Mapping[str, Table]
    lines: gpd.GeoDataFrame
    picture: Picture | None = None

    def rows(self, name: str) -> pd.DataFrame:
        """Return the rows of a table."""
        return self.tables[name].rows

    def keyed(self, name: str) -> pd.DataFrame:
        """Return the rows of a table under their key, which is its first column."""
        rows = self.rows(name)
        return rows.set_index(str(rows.columns[0]))
