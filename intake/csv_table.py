"""Reads a CSV file against a declared table, and refuses the first cell that does not fit.

Nothing is guessed: every cell is read as the text that was typed and turned into a value by the
rule its column declares, so `1e3`, `NaN`, `007` and ` 1` are refused where a number belongs.
Only the columns made for a reader's own tables (``figure``) take `1e3`, because programs write it.
"""

import csv
import io
from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from intake.cells import CONVERTERS, UnreadableCellError, Value
from intake.errors import BadCell, BadRow, DataFileError, remedy_for
from intake.sentence import Sentence, joined

EMPTY_TYPES = {"int64": "Int64", "bool": "boolean"}


def read_csv_table(path: Path, schema: pa.DataFrameSchema) -> pd.DataFrame:
    """Return the rows of a CSV file, checked against its schema.

    The file is UTF-8, with or without a byte order mark, with a header naming exactly the columns
    of the schema in any order; a schema with ``strict="filter"`` leaves further columns unread.
    Text stays text, an empty text stays empty; an empty number is missing.

    Parameters
    ----------
    path
        The file.
    schema
        The columns, made by the builders of ``intake.columns``.

    Returns
    -------
    pd.DataFrame
        One row per row of the file, columns in the schema's order, index ``line``: the line of
        the file as an editor shows it, quoted line breaks counted, the header on line 1.

    Raises
    ------
    DataFileError
        The file is missing, empty, not UTF-8, or has other columns than the schema.
    BadRow
        A row has too few or too many cells, or a quotation mark is left open.
    BadCell
        A cell does not hold what its column declares; ``others`` counts the further ones.
    """
    typed = _typed_text(path, schema)
    frame, unreadable = _converted(typed, schema)
    _refuse(path, typed, schema, unreadable or _failed_checks(frame, schema))
    return frame


def column_names(path: Path) -> list[str]:
    """Return the header of a CSV file, as typed.

    Raises
    ------
    DataFileError
        The file is missing, empty or not UTF-8, or its first row cannot be read.
    """
    reader = csv.reader(io.StringIO(_decoded(path), newline=""), strict=True)
    try:
        return next(reader)
    except csv.Error as error:
        raise _unreadable(path, 1, error) from None


def refuse_where(
    path: Path, table: pd.DataFrame, bad: "pd.Series[bool]", *, column: str, expected: str
) -> None:
    """Refuse the first row of a table that breaks a rule reaching over several cells.

    Parameters
    ----------
    path
        The file the table was read from.
    table
        The table, index ``line``.
    bad
        True where the rule is broken, same index.
    column
        The column to name, that is the cell to look at first.
    expected
        What the rule asks for.

    Raises
    ------
    BadCell
        At the first row where ``bad`` is true.
    """
    lines = table.index[bad.to_numpy(dtype=bool)]
    if len(lines) == 0:
        return
    found = str(table.loc[lines[0], column])
    error = BadCell(path, int(lines[0]), column=column, found=found, expected=expected)
    raise error.also(len(lines) - 1)


def _typed_text(path: Path, schema: pa.DataFrameSchema) -> pd.DataFrame:
    """Return the cells as typed, columns in the schema's order, index the line of the file."""
    names = list(schema.columns)
    header, lines, rows = _rows(path, _decoded(path), schema)
    table = pd.DataFrame(rows, columns=header, index=pd.Index(lines, name="line"), dtype=object)
    return table[names]


def _decoded(path: Path) -> str:
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        missing = Sentence("the file is missing")
        raise DataFileError(path.name, missing, remedy_for(path)) from None
    except OSError as error:
        fault = Sentence("the file cannot be opened ({reason})", reason=error.strerror)
        raise DataFileError(path.name, fault, remedy_for(path)) from None
    if not content.strip():
        raise DataFileError(path.name, Sentence("the file is empty"), remedy_for(path))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        byte = f"0x{content[error.start]:02x}"
        fault = Sentence("the text is not UTF-8: byte {byte} on line {line}", byte=byte, line=line)
        remedy = remedy_for(path, Sentence("Save it as UTF-8"))
        raise DataFileError(path.name, fault, remedy) from None


def _rows(
    path: Path, text: str, schema: pa.DataFrameSchema
) -> tuple[list[str], list[int], list[list[str]]]:
    """Return the header, the first line of each row, and the cells of each row."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    header: list[str] = []
    lines: list[int] = []
    rows: list[list[str]] = []
    line = 1
    try:
        for cells in reader:
            if not header:
                header = cells
                _check_header(path, header, schema)
            elif len(cells) != len(header):
                raise _ragged(path, line, len(cells), len(header))
            else:
                lines.append(line)
                rows.append(cells)
            line = reader.line_num + 1
    except csv.Error as error:
        raise _unreadable(path, line, error) from None
    return header, lines, rows


def _unreadable(path: Path, line: int, error: csv.Error) -> BadRow:
    fault = Sentence("the row that begins here cannot be read ({reason})", reason=str(error))
    return BadRow(path.name, line, fault=fault, remedy=remedy_for(path))


def _ragged(path: Path, line: int, found: int, expected: int) -> BadRow:
    cells = {"found": found, "expected": expected}
    fault = Sentence("found {found} cells, expected {expected} cells", **cells)
    if found == 0:
        fault = Sentence("found an empty line, expected {expected} cells", **cells)
    remedy = remedy_for(path, Sentence("Correct the row"))
    return BadRow(path.name, line, fault=fault, remedy=remedy)


def _check_header(path: Path, header: list[str], schema: pa.DataFrameSchema) -> None:
    expected = list(schema.columns)
    others_stay = schema.strict == "filter"
    found = [name for name in header if name in expected] if others_stay else header
    missing = [name for name in expected if name not in found]
    unknown = [name for name in found if name not in expected]
    twice = sorted({name for name in found if found.count(name) > 1})
    faults = [
        fault
        for fault, names in (
            (Sentence("missing {names}", names=_quoted(missing)), missing),
            (Sentence("not known {names}", names=_quoted(unknown)), unknown),
            (Sentence("named twice {names}", names=_quoted(twice)), twice),
        )
        if names
    ]
    if faults:
        first = Sentence(
            "Expected the columns {columns}. Correct line 1", columns=", ".join(expected)
        )
        fault = Sentence("wrong columns on line 1: {faults}", faults=joined(faults, "; "))
        raise DataFileError(path.name, fault, remedy_for(path, first))


def _quoted(names: list[str]) -> str:
    return ", ".join(repr(name) for name in names)


def _converted(
    typed: pd.DataFrame, schema: pa.DataFrameSchema
) -> tuple[pd.DataFrame, list[tuple[int, str]]]:
    """Return the table of values, and the places of the cells that could not be read."""
    unreadable: list[tuple[int, str]] = []
    columns: dict[str, pd.Series] = {}
    for name, column in schema.columns.items():
        convert = CONVERTERS[(column.metadata or {})["reads_as"]]
        values: list[Value] = []
        for line, cell in typed[name].items():
            try:
                values.append(convert(cell))
            except UnreadableCellError:
                values.append(None)
                unreadable.append((int(str(line)), name))
        columns[name] = pd.Series(values, index=typed.index, dtype=_dtype(column, values))
    return pd.DataFrame(columns, index=typed.index), unreadable


def _dtype(column: pa.Column, values: list[Value]) -> str:
    """Return the declared type, or its form with gaps while a cell without a value is in it."""
    if (column.metadata or {})["reads_as"] == "text":
        return "str"
    declared = str(column.dtype)
    return EMPTY_TYPES.get(declared, declared) if None in values else declared


def _failed_checks(frame: pd.DataFrame, schema: pa.DataFrameSchema) -> list[tuple[int, str]]:
    """Return the places of the cells that their columns' checks refuse."""
    try:
        schema.validate(frame, lazy=True)
    except pa.errors.SchemaErrors as error:
        cases = error.failure_cases
        places = [
            (int(line), str(column))
            for line, column in zip(cases["index"], cases["column"], strict=True)
            if pd.notna(line)
        ]
        if not places:
            raise
        return places
    return []


def _refuse(
    path: Path, typed: pd.DataFrame, schema: pa.DataFrameSchema, places: list[tuple[int, str]]
) -> None:
    """Raise for the first bad cell, in the order of lines and then of columns."""
    if not places:
        return
    order = list(schema.columns)
    distinct = sorted(set(places), key=lambda place: (place[0], order.index(place[1])))
    line, name = distinct[0]
    found = str(typed.loc[line, name])
    expected = (schema.columns[name].metadata or {})["expected"]
    if schema.columns[name].unique and (typed[name] == found).sum() > 1:
        first = typed.index[typed[name] == found]
        expected = Sentence(
            "a value used once (it stands on lines {lines})",
            lines=", ".join(str(number) for number in first),
        )
    error = BadCell(path, line, column=name, found=found, expected=expected)
    raise error.also(len(distinct) - 1)
