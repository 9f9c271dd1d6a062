"""The workbook behind a native chart: its data and nothing else, the same bytes each time."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import xlsxwriter
from pptx.chart.data import CategoryChartData, XyChartData
from pptx.chart.xlsx import CategoryWorkbookWriter, XyWorkbookWriter
from pptx.util import lazyproperty

if TYPE_CHECKING:
    import datetime as dt
    import io
    from collections.abc import Iterator

    from dashboard.deck.chart_rows import Numbers

    Column = tuple[int, int, str, Numbers]


class _Plain:
    """Writes texts as texts, and says of itself only the end of the evidence."""

    _chart_data: Any

    @contextmanager
    def _open_worksheet(self, file: io.BytesIO) -> Iterator[Any]:
        plain = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        book = xlsxwriter.Workbook(file, plain)
        book.set_properties({"created": self._chart_data.day})
        sheet = book.add_worksheet()
        yield book, sheet
        for row, column, head, values in self._chart_data.beside:
            sheet.write_string(row, column, head)
            sheet.write_column(row + 1, column, values)
        book.close()


class _Categories(_Plain, CategoryWorkbookWriter):
    """Categories in the first column, a series in each further one."""


class _Points(_Plain, XyWorkbookWriter):
    """Series below each other: places in time, values."""


class Rows(CategoryChartData):
    """The data of a chart with categories.

    ``beside`` are further columns: row and column of the head, the head, the values.
    """

    def __init__(self, day: dt.datetime) -> None:
        """Begin without data."""
        super().__init__()
        self.day = day
        self.beside: list[Column] = []

    @lazyproperty
    def _workbook_writer(self) -> _Categories:
        return _Categories(self)


class Points(XyChartData):
    """The data of a chart of points; ``beside`` as of `Rows`."""

    def __init__(self, day: dt.datetime) -> None:
        """Begin without data."""
        super().__init__()
        self.day = day
        self.beside: list[Column] = []

    @lazyproperty
    def _workbook_writer(self) -> _Points:
        return _Points(self)
