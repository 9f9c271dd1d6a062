"""``check``: reads a file of your own and says what was taken, changed, asked and set aside."""

from __future__ import annotations

import sys
from codecs import BOM_UTF8
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dashboard.atlas import corridors_folder, data_folder, places_folder
from dashboard.commands.out import write_file
from dashboard.exports.csv_tables import csv_text
from dashboard.held_words import counted
from dashboard.known_names import known_names
from dashboard.own_files import compared_with_countries
from geodata.boundaries import read_boundaries, read_unclaimed_land
from intake.errors import AtlasError
from intake.files.fields import FIELDS
from intake.files.findings import Answers
from intake.files.intake import take_in
from intake.files.marked import marked_rows
from intake.files.opened import raw_from_path
from routes.tables import waypoints_table

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from intake.files.findings import Note
    from intake.files.intake import Intake

_MORE: Final = (
    "GeoJSON, NDJSON, GeoPackage, KML, KMZ, GPX, zipped shapefile, GeoParquet, CSV or XLSX. "
    "Nothing is kept but what --out names. The exit code is 0 when every row was taken and "
    "nothing is asked, else 1; 2 when the file is refused. Fields: "
)
_TOLD_ROWS: Final = 8


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add its options."""
    parser.description = f"{parser.description} {_MORE}{', '.join(FIELDS)}."
    parser.add_argument("file", type=Path, metavar="FILE", help="the file")
    add_answer_options(parser)
    parser.add_argument(
        "--out",
        type=Path,
        metavar="FOLDER",
        help="write legs.geojson, places.geojson, and set_aside.csv with what is wrong in each row",
    )
    parser.set_defaults(run=run)


def add_answer_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that say how a file is to be understood."""
    parser.add_argument(
        "--map",
        action="append",
        default=[],
        metavar="FIELD=COLUMN",
        help="take a field from a column, or with nothing after = from none; may be repeated",
    )
    parser.add_argument("--encoding", default="", metavar="NAME", help="such as cp949")
    parser.add_argument(
        "--answer",
        action="append",
        default=[],
        metavar="QUESTION=ANSWER",
        help="answer a question that was printed, such as dates='day first'; may be repeated",
    )


def run(options: argparse.Namespace) -> int:
    """Print what was found; return 1 where a row was set aside or something is asked."""
    intake = understood(options)
    sys.stdout.write("\n".join(told_lines(intake)) + "\n")
    if options.out:
        _write(options.out, intake)
    return int(bool(intake.set_aside or intake.questions))


def understood(options: argparse.Namespace) -> Intake:
    """Return the file ``options.file`` as it is understood with the answers given.

    Raises
    ------
    DataFileError
        The file is refused.
    AtlasError
        An answer is none.
    """
    given = _pairs("--answer", options.answer)
    answers = Answers(mapping=_fields(options.map), given=given)
    encoding = options.encoding or given.get("encoding", "")
    raw = raw_from_path(options.file, encoding=encoding, progress=_show)
    folder = data_folder()
    places = places_folder(folder)
    boundaries = read_boundaries(places)
    known = known_names(waypoints_table(corridors_folder(folder)), boundaries)
    intake = take_in(raw, options.file.name, known=known, answers=answers)
    return compared_with_countries(intake, boundaries, read_unclaimed_land(places))


def _show(share: float) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{share:4.0%}")


def _fields(typed: Sequence[str]) -> dict[str, str]:
    mapping = _pairs("--map", typed)
    for field in mapping:
        if field not in FIELDS:
            raise AtlasError(
                f"--map: found the field {field!r}, expected one of {', '.join(FIELDS)}."
            )
    return mapping


def _pairs(option: str, typed: Sequence[str]) -> dict[str, str]:
    for pair in typed:
        if "=" not in pair:
            raise AtlasError(f"{option}: found {pair!r}, expected a name, = and a value.")
    return {name: value for name, _equals, value in (pair.partition("=") for pair in typed)}


def told_lines(intake: Intake) -> Iterator[str]:
    """Yield what was found in a file: counts, columns, changes, questions, rows set aside."""
    encoding = f", {intake.encoding}" if intake.encoding else ""
    yield f"{intake.file}: {intake.kind}{encoding}"
    good = counted(len(intake.legs), len(intake.places))
    yield f"Rows read: {intake.rows:,}. Good: {good}. Set aside: {intake.rows_set_aside:,}."
    for layer, mapping in intake.mapping.items():
        columns = ", ".join(f"{field} = {column}" for field, column in mapping.items()) or "none"
        yield f"Columns{f' of {layer}' if layer else ''}: {columns}"
    yield from _section("Changed", [_noted(note) for note in intake.changes])
    yield from _section("Worth knowing", [_noted(note) for note in intake.remarks])
    for question in intake.questions:
        yield from ("", f"Asked: {question.sentence}")
        for choice in question.choices:
            yield f"  --answer {question.key}={choice.value!r}  {' '.join(choice.words.split())}"
    yield from _section("Set aside", [fault.sentence for fault in intake.set_aside])


def _section(title: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield from ("", f"{title}:", *(f"  {line}" for line in lines))


def _noted(note: Note) -> str:
    rows = ", ".join(str(row) for row in note.rows[:_TOLD_ROWS])
    more = f" and {len(note.rows) - _TOLD_ROWS:,} more" if len(note.rows) > _TOLD_ROWS else ""
    layer = f"{note.layer}: " if note.layer else ""
    return f"{layer}{note.sentence}{f' (rows {rows}{more})' if rows else ''}"


def _write(folder: Path, intake: Intake) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise AtlasError(
            f"--out: {folder} is not a folder to write in ({fault.strerror})."
        ) from fault
    write_file(folder / "legs.geojson", intake.legs.reset_index().to_json(drop_id=True).encode())
    write_file(
        folder / "places.geojson", intake.places.reset_index().to_json(drop_id=True).encode()
    )
    # With the mark that tells a spreadsheet that it is UTF-8: this file is for a person to mend.
    write_file(folder / "set_aside.csv", BOM_UTF8 + csv_text(marked_rows(intake)))
