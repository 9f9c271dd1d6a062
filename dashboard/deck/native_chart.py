"""A native chart on a slide: PowerPoint draws it, and its data can be edited there."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Final

from pptx.dml.color import RGBColor
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
)
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.oxml import parse_xml
from pptx.util import Pt
from xlsxwriter.utility import xl_col_to_name

from dashboard.deck.chart_book import Points, Rows
from dashboard.language import _
from dashboard.palette import CHART, PAPER_GRID, PAPER_INK
from dashboard.spoken import tag

if TYPE_CHECKING:
    from dashboard.deck.chart_rows import ChartRows, Numbers, Series

_CHART: Final = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_TYPES: Final = {
    "columns": XL_CHART_TYPE.COLUMN_STACKED,
    "line": XL_CHART_TYPE.LINE_MARKERS,
    "ranges": XL_CHART_TYPE.LINE_MARKERS,
    "points": XL_CHART_TYPE.XY_SCATTER,
    "spans": XL_CHART_TYPE.BAR_STACKED,
}
# Shape says again what the colour says; in the order of the charts of the page.
_SHAPES: Final = (
    XL_MARKER_STYLE.CIRCLE,
    XL_MARKER_STYLE.SQUARE,
    XL_MARKER_STYLE.TRIANGLE,
    XL_MARKER_STYLE.DIAMOND,
    XL_MARKER_STYLE.X,
)
_ACCENTS: Final = (
    MSO_THEME_COLOR.ACCENT_1,
    MSO_THEME_COLOR.ACCENT_2,
    MSO_THEME_COLOR.ACCENT_3,
    MSO_THEME_COLOR.ACCENT_4,
    MSO_THEME_COLOR.ACCENT_5,
)
_SEEN: Final = ("ranges", "points")
_TEXT: Final = Pt(14)
_SMALL: Final = Pt(12)
_MARK: Final = 10


def put_chart(place: Any, rows: ChartRows, day: dt.date, lang: str) -> Any:  # noqa: ANN401
    """Draw a native chart in a place for one; return its frame.

    Parameters
    ----------
    place
        The placeholder.
    rows
        What the chart shows.
    day
        What its workbook has as the day on which it was made: the end of the evidence.
    lang
        Language of its words.
    """
    data = _data(rows, dt.datetime.combine(day, dt.time(), dt.UTC))
    frame = place.insert_chart(_TYPES[rows.kind], data)
    chart = frame.chart
    _words(chart, rows, lang)
    for made, series in zip(chart.plots[0].series, rows.series, strict=True):
        _ink(made, series, rows.kind)
    _axes(chart, rows)
    if rows.kind in _SEEN:
        _range_bars(chart, rows)
    if rows.kind in ("columns", "spans"):
        chart.plots[0].gap_width = 35
        chart.plots[0].overlap = 100
    return frame


def _data(rows: ChartRows, day: dt.datetime) -> Rows | Points:
    if rows.kind == "points":
        points = Points(day)
        for series in rows.series:
            made = points.add_series(series.name)
            for x, y in zip(series.at, series.values, strict=True):
                made.add_data_point(x, y)
        points.beside = _beside(rows)
        return points
    data = Rows(day)
    data.categories = list(rows.categories)
    for series in rows.series:
        data.add_series(series.name, series.values)
    data.beside = _beside(rows)
    return data


def _beside(rows: ChartRows) -> list[tuple[int, int, str, Numbers]]:
    """Return the columns of the workbook for the ends of ranges: row, column, head, values."""
    columns, row = [], 0
    for place, series in enumerate(rows.series):
        column = 2 if rows.kind == "points" else 1 + len(rows.series) + 2 * place
        if series.low:
            columns += [
                (row, column, _("To the lowest"), _differences(series.values, series.low)),
                (row, column + 1, _("To the highest"), _differences(series.high, series.values)),
            ]
        row += 2 + len(series.values) if rows.kind == "points" else 0
    return columns


def _differences(larger: Numbers, smaller: Numbers) -> Numbers:
    return tuple(
        0.0 if one is None or other is None else one - other
        for one, other in zip(larger, smaller, strict=True)
    )


def _words(chart: Any, rows: ChartRows, lang: str) -> None:  # noqa: ANN401
    chart.font.size = _TEXT
    chart.font.color.rgb = _rgb(PAPER_INK)
    chart.has_title = False
    chart.has_legend = len(rows.series) > 1 and rows.kind != "spans"
    space = chart._chartSpace  # noqa: SLF001 - the library has no language of a chart
    for old in space.findall(f"{{{_CHART}}}lang"):
        space.remove(old)
    after = space.find(f"{{{_CHART}}}date1904")
    spoken = parse_xml(f'<c:lang xmlns:c="{_CHART}" val="{tag(lang)}"/>')
    space.insert(0 if after is None else space.index(after) + 1, spoken)
    for letters in space.iter(f"{{{_DRAWING}}}defRPr"):
        letters.set("lang", tag(lang))
    if not chart.has_legend:
        return
    chart.legend.position = XL_LEGEND_POSITION.TOP
    chart.legend.include_in_layout = False
    chart.legend.font.size = _TEXT


def _ink(made: Any, series: Series, kind: str) -> None:  # noqa: ANN401
    if series.color is None:
        made.format.fill.background()
        made.format.line.fill.background()
        return
    color = theme_color(series.color)
    if kind in ("columns", "spans"):
        made.format.fill.solid()
        made.format.fill.fore_color.theme_color = color
        made.format.line.color.rgb = _rgb("#ffffff")
        made.format.line.width = Pt(0.75)
        return
    made.smooth = False
    made.marker.style = _SHAPES[series.color % len(_SHAPES)]
    made.marker.size = _MARK
    # Hollow, so that of two points in one place both are seen.
    made.marker.format.fill.background()
    made.marker.format.line.color.theme_color = color
    made.marker.format.line.width = Pt(2.25)
    if kind == "line":
        made.format.line.color.theme_color = color
        made.format.line.width = Pt(2.5)
    else:
        made.format.line.fill.background()


def _axes(chart: Any, rows: ChartRows) -> None:  # noqa: ANN401
    across, up = chart.category_axis, chart.value_axis
    for axis in (across, up):
        axis.format.line.color.rgb = _rgb(PAPER_GRID)
        axis.tick_labels.font.size = _SMALL
        axis.has_major_gridlines = False
    across.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    up.has_major_gridlines = True
    up.major_gridlines.format.line.color.rgb = _rgb(PAPER_GRID)
    up.tick_labels.number_format_is_linked = False
    up.tick_labels.number_format = "#,##0"
    if rows.kind == "spans":
        across.reverse_order = True
        _in_years(up, rows)
        return
    if rows.kind == "points":
        _in_years(across, rows)
    _name(up, rows.axis)
    if rows.is_log:
        _by_tens(up, rows)


def _in_years(axis: Any, rows: ChartRows) -> None:  # noqa: ANN401
    axis.minimum_scale, axis.maximum_scale = rows.ends or (None, None)
    axis.tick_labels.number_format_is_linked = False
    axis.tick_labels.number_format = "0"


def _by_tens(axis: Any, rows: ChartRows) -> None:  # noqa: ANN401
    """Scale an axis by tens, from below the least value; what lies below one has no figure."""
    scaling = axis._element.find(f"{{{_CHART}}}scaling")  # noqa: SLF001 - no other way
    scaling.insert(0, parse_xml(f'<c:logBase xmlns:c="{_CHART}" val="10"/>'))
    least = min(value for one in rows.series for value in (*one.values, *one.low) if value)
    power = _power(least)
    axis.minimum_scale = 10.0 ** (power - 1 if 10.0**power == least else power)
    axis.major_unit = 10
    axis.tick_labels.number_format = '[<1]"";#,##0'


def _power(value: float) -> int:
    """Return the power of ten that a value is at least."""
    power = 0
    while 10.0**power > value:
        power -= 1
    while 10.0 ** (power + 1) <= value:
        power += 1
    return power


def _name(axis: Any, words: str) -> None:  # noqa: ANN401
    if words:
        axis.has_title = True
        run = axis.axis_title.text_frame.paragraphs[0].add_run()
        run.text = words
        run.font.size, run.font.bold = _SMALL, False


def _range_bars(chart: Any, rows: ChartRows) -> None:  # noqa: ANN401
    """Draw each range as an error bar whose ends stand in the workbook."""
    ends = _beside(rows)
    found = iter(zip(ends[::2], ends[1::2], strict=True))
    for made, series in zip(chart.plots[0].series, rows.series, strict=True):
        if not series.low:
            continue
        low, high = next(found)
        color = f"accent{(series.color or 0) % len(CHART) + 1}"
        bars = parse_xml(
            f'<c:errBars xmlns:c="{_CHART}" xmlns:a="{_DRAWING}"><c:errDir val="y"/>'
            '<c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="0"/>'
            f"<c:plus>{_referred(*high)}</c:plus><c:minus>{_referred(*low)}</c:minus>"
            f'<c:spPr><a:ln w="25400"><a:solidFill><a:schemeClr val="{color}"/></a:solidFill>'
            "</a:ln></c:spPr></c:errBars>"
        )
        values = "xVal" if rows.kind == "points" else "cat"
        made._element.find(f"{{{_CHART}}}{values}").addprevious(bars)  # noqa: SLF001 - no other way


def _referred(row: int, column: int, _head: str, values: Numbers) -> str:
    """Return the reference to a column of the workbook, and what stands there."""
    letter = xl_col_to_name(column)
    points = "".join(
        f'<c:pt idx="{at}"><c:v>{value:g}</c:v></c:pt>' for at, value in enumerate(values)
    )
    return (
        f"<c:numRef><c:f>Sheet1!${letter}${row + 2}:${letter}${row + 1 + len(values)}</c:f>"
        f"<c:numCache><c:formatCode>General</c:formatCode>"
        f'<c:ptCount val="{len(values)}"/>{points}</c:numCache></c:numRef>'
    )


def theme_color(place: int) -> Any:  # noqa: ANN401 - a colour of the library
    """Return the colour of the theme for a place in the list of colours of charts."""
    return _ACCENTS[place % len(_ACCENTS)]


def _rgb(color: str) -> Any:  # noqa: ANN401 - untyped
    return RGBColor.from_string(color[1:].upper())
