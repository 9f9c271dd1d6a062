"""Makes a layer of rows of cells: finds the headings, counts the rows, marks what does not fit."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice

from shapely.geometry.base import BaseGeometry

from intake.errors import shown
from intake.files.features import long_cell, too_many
from intake.files.headings import headings_of
from intake.files.layers import Fault, Layer
from intake.files.limits import Limits
from intake.files.shapes import ShapeFault, shape_of_text, srid_of
from intake.sentence import Sentence

Row = tuple[int, list[str]]
ROWS_BEFORE_HEADINGS = 10
BEGINS_LIKE_A_SHAPE = ("POINT", "LINESTRING", "MULTI", "POLYGON", "SRID=", "GEOMETRYCOLLECTION")
REST = "(further cells)"


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """Where rows come from: the name of the layer and what its rows are counted as.

    ``name`` and ``counted`` are those of ``Layer``; ``limits`` must not be exceeded.
    """

    name: str
    counted: str
    limits: Limits


def layer_of_cells(sheet: Sheet, rows: Iterable[Row]) -> Layer | None:
    """Return rows of cells as a layer, or nothing where there is not even a heading.

    Rows without any text are no rows. Rows above the headings are listed as left out.

    Raises
    ------
    Refused
        There are more rows or columns than the limits allow.
    """
    filled = _filled(rows)
    head = list(islice(filled, ROWS_BEFORE_HEADINGS))
    if not head:
        return None
    found = headings_of([cells for _row, cells in head])
    headings, row_of_headings = found.texts, head[found.first][0]
    if len(headings) > sheet.limits.columns:
        raise too_many(Sentence("columns"), len(headings), sheet.limits.columns, row_of_headings)
    changes = [
        Sentence(
            "Row {row} above the headings was left out: {text}",
            row=row,
            text=shown(" ".join(filter(None, cells))),
        )
        for row, cells in head[: found.first]
    ]
    if found.rows > 1:
        changes.append(
            Sentence(
                "Rows {row} and {next} were read as headings together, for example {text}.",
                row=row_of_headings,
                next=head[found.first + 1][0],
                text=shown(next((one for one in headings if " " in one), headings[0])),
            )
        )
    names = _unique(headings)
    changes += [
        Sentence("Column {number} was named {name}, because its heading is empty or used twice.",
                 number=number, name=name)
        for number, (name, heading) in enumerate(zip(names, headings, strict=True), start=1)
        if name != heading
    ]  # fmt: skip
    return _layer(sheet, names, chain(head[found.first + found.rows :], filled), tuple(changes))


def _layer(
    sheet: Sheet, names: list[str], rows: Iterator[Row], changes: tuple[Sentence, ...]
) -> Layer:
    numbers: list[int] = []
    table: list[list[str]] = []
    faults: dict[int, Fault] = {}
    for row, cells in rows:
        fault = _row_fault(cells, names, sheet.limits)
        if fault:
            faults[len(numbers)] = fault
        numbers.append(row)
        width = len(names)
        rest = " | ".join(cell for cell in cells[width:] if cell)
        table.append([*cells[:width], *[""] * (width - len(cells)), rest])
        if len(numbers) > sheet.limits.features:
            raise too_many(Sentence("rows"), len(numbers), sheet.limits.features, row)
    columns = {name: [cells[at] for cells in table] for at, name in enumerate([*names, REST])}
    if not any(columns[REST]):
        del columns[REST]
    named = next((name for name in columns if _is_shapes(columns[name])), "")
    shapes, srid = _shapes(columns[named], faults, sheet.limits) if named else (None, "")
    return Layer(
        name=sheet.name,
        counted=sheet.counted,
        rows=numbers,
        columns=columns,
        shapes=shapes,
        shape_column=named,
        crs=f"EPSG:{srid}" if srid else "",
        faults=faults,
        changes=changes,
    )


def _shapes(
    cells: list[str], faults: dict[int, Fault], limits: Limits
) -> tuple[list[BaseGeometry | None], str]:
    """Return the shapes of a column, and the SRID of the first one, which all must have."""
    shapes: list[BaseGeometry | None] = []
    srid = srid_of(next(cell for cell in cells if cell))
    for place, text in enumerate(cells):
        try:
            if text and srid_of(text) != srid:
                raise ShapeFault(shown(srid_of(text)), Sentence("the same SRID in every row"))  # noqa: TRY301
            shapes.append(shape_of_text(text, limits))
        except ShapeFault as fault:
            shapes.append(None)
            faults.setdefault(place, fault.fault)
    return shapes, "".join(filter(str.isdigit, srid))


def _is_shapes(cells: list[str]) -> bool:
    first = next((cell for cell in cells if cell), "")
    return first.lstrip().upper().startswith(BEGINS_LIKE_A_SHAPE) and "(" in first


def _row_fault(cells: list[str], names: list[str], limits: Limits) -> Fault | None:
    if any(cells[len(names) :]) or len(cells) < len(names):
        return Fault(
            field="",
            found=Sentence("{cells} cells", cells=len(cells)),
            expected=Sentence("{cells} cells, as there are headings", cells=len(names)),
            remedy=Sentence("Put quotation marks around a cell that holds the separator."),
        )
    for name, cell in zip(names, cells, strict=False):
        if len(cell) > limits.cell_letters and not _is_shapes([cell]):
            return long_cell(name, cell, limits)
    return None


def _filled(rows: Iterable[Row]) -> Iterator[Row]:
    return ((row, cells) for row, cells in rows if any(cell.strip() for cell in cells))


def _unique(headings: list[str]) -> list[str]:
    names: list[str] = []
    for number, heading in enumerate(headings, start=1):
        name = heading or f"column {number}"
        while name in names or name == REST:
            name = f"{name} ({number})"
        names.append(name)
    return names
