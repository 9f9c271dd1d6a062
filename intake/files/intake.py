"""Understands the layers of a file: legs and places as tables, and everything that must be told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from intake.errors import DataFileError
from intake.files.attributes import Value, attributes
from intake.files.chains import chain_remarks
from intake.files.fields import guessed_mapping
from intake.files.findings import Answers, Choice, Findings, Note, Question, SetAside
from intake.files.known import Known
from intake.files.layers import Layer, RawFile, Refused
from intake.files.named_ends import drawn_between, named_places
from intake.files.outlines import LINES, refuse_what_is_no_leg_or_place
from intake.files.placing import drawn
from intake.files.plain_text import unseen_names, visible
from intake.files.planet import on_the_planet
from intake.files.row_ids import unique_ids
from intake.sentence import Sentence

CRS = "EPSG:4326"
PLACING = ("from", "to", "from_lon", "to_lon", "lon")
LEG_COLUMNS = {
    "corridor": "corridor_id",
    "seq": "seq",
    "from": "from_name",
    "to": "to_name",
    "name": "name",
    "mode": "mode",
    "standing": "standing",
    "countries_declared": "countries_declared",
    "date": "date",
    "score": "score",
    "note": "note",
}
PLACE_COLUMNS = ("name", "countries_declared", "date", "note")


@dataclass(frozen=True, kw_only=True)
class Intake:
    """What a file gave: every row is in ``legs``, in ``places`` or in ``bad_rows``.

    Parameters
    ----------
    file, kind, encoding, fingerprint
        Name of the file, what it is, how its text was decoded, and SHA-256 of its bytes, by which
        the same file is known again.
    legs
        Index ``leg_id``; ``corridor_id``, ``seq``, ``from_name``, ``to_name``, ``name``, ``mode``,
        ``standing``, ``countries_declared`` (ISO 3166 alpha-3 joined by ``;``), ``date``
        (YYYY-MM-DD or less), ``score`` (0 to 10), ``note``, ``layer``, ``row``, the file's own
        further columns as text, ``geometry`` (EPSG:4326, lines). What is not given is missing.
    places
        Index ``place_id``; ``name``, ``countries_declared``, ``date``, ``note``, ``layer``,
        ``row``, own columns, ``geometry`` (EPSG:4326, points).
    set_aside
        What is wrong with each row that was not taken; a row may have several entries.
    bad_rows
        Those rows as they stand in the file, one table a layer, index ``row``.
    changes, remarks
        What was converted or dropped; what is worth knowing of rows that were taken.
    questions
        What must be answered: until then the tables rest on the first choice of each.
    mapping
        Column of each field, by layer.
    headings
        The columns of each layer.
    """

    file: str
    kind: str
    encoding: str
    fingerprint: str
    legs: gpd.GeoDataFrame
    places: gpd.GeoDataFrame
    set_aside: tuple[SetAside, ...]
    bad_rows: Mapping[str, pd.DataFrame]
    changes: tuple[Note, ...]
    remarks: tuple[Note, ...]
    questions: tuple[Question, ...]
    mapping: Mapping[str, Mapping[str, str]]
    headings: Mapping[str, tuple[str, ...]]

    @property
    def rows(self) -> int:
        """How many rows the file has."""
        return len(self.legs) + len(self.places) + self.rows_set_aside

    @property
    def rows_set_aside(self) -> int:
        """How many rows were not taken."""
        return sum(len(rows) for rows in self.bad_rows.values())


@dataclass(frozen=True, kw_only=True)
class _Understood:
    """One layer on its way: cells by field, own columns, shapes, and what was found."""

    findings: Findings
    mapping: Mapping[str, str]
    cells: Mapping[str, Sequence[str]]
    own: Mapping[str, Sequence[str]]
    shapes: NDArray[np.object_]


def take_in(
    raw: RawFile, file: str, *, known: Known | None = None, answers: Answers | None = None
) -> Intake:
    """Return what the layers of a file mean.

    Parameters
    ----------
    raw
        The file as it was read.
    file
        Its name, for the words.
    known
        Countries, places and words of the atlas.
    answers
        What a person has answered to the questions of an earlier reading.

    Raises
    ------
    DataFileError
        A coordinate system is not known.
    """
    known, answers = known or Known(), answers or Answers()
    try:
        layers = [_placed(layer, answers) for layer in raw.layers]
    except Refused as refused:
        raise DataFileError(file, refused.fault, refused.remedy) from None
    places = dict(known.places)
    for layer in layers:
        places |= named_places(layer.cells, layer.shapes)
    layers = [_joined(layer, places) for layer in layers]
    values = [attributes(one.cells, one.findings, known, answers.given) for one in layers]
    ids = unique_ids([(one.findings, one.cells.get("leg_id"), one.shapes) for one in layers])
    legs, points = _tables(layers, values, ids)
    findings = [layer.findings for layer in layers]
    questions = [*_encoding_question(raw, answers), *(q for one in findings for q in one.questions)]
    return Intake(
        file=file,
        kind=raw.kind,
        encoding=raw.encoding,
        fingerprint=raw.fingerprint,
        legs=legs,
        places=points,
        set_aside=tuple(fault for one in layers for fault in one.findings.set_aside(one.mapping)),
        bad_rows={one.layer.name: _bad_rows(one) for one in findings},
        changes=(
            *(Note(sentence=words) for words in raw.changes),
            *(n for one in findings for n in one.changes),
        ),
        remarks=(*(n for one in findings for n in one.remarks), *chain_remarks(legs)),
        questions=tuple({question.key: question for question in reversed(questions)}.values())[
            ::-1
        ],
        mapping={layer.findings.layer.name: layer.mapping for layer in layers},
        headings={
            layer.findings.layer.name: tuple(layer.findings.layer.columns) for layer in layers
        },
    )


def _placed(layer: Layer, answers: Answers) -> _Understood:
    findings = Findings(layer)
    columns = {
        name: _visible(name, layer.columns[heading], findings)
        for heading, name in zip(layer.columns, _seen_headings(layer), strict=True)
    }
    asked = {field: name for field, name in answers.mapping.items() if name in columns or not name}
    guess = {
        f: name for f, name in guessed_mapping(tuple(columns)).items() if name not in asked.values()
    }
    mapping = {field: name for field, name in (guess | asked).items() if name}
    cells = {field: columns[name] for field, name in mapping.items()}
    if layer.shapes is None and not set(PLACING) & set(mapping):
        words = Sentence("Which columns hold the places? No heading tells it.")
        findings.questions.append(Question(key="mapping", sentence=words))
    shapes = on_the_planet(drawn(cells, findings), findings, answers.given)
    refuse_what_is_no_leg_or_place(shapes, findings)
    known = {*mapping.values(), layer.shape_column}
    own = {name: column for name, column in columns.items() if name not in known}
    return _Understood(findings=findings, mapping=mapping, cells=cells, own=own, shapes=shapes)


def _seen_headings(layer: Layer) -> list[str]:
    """Return the headings as they are seen; as they stand where two then look alike."""
    seen = [visible(heading) for heading in layer.columns]
    return seen if len(set(seen)) == len(seen) else list(layer.columns)


def _joined(layer: _Understood, places: Mapping[str, tuple[float, float]]) -> _Understood:
    shapes = drawn_between(layer.cells, layer.shapes, places, layer.findings)
    refuse_what_is_no_leg_or_place(shapes, layer.findings)
    return replace(layer, shapes=shapes)


def _visible(name: str, column: Sequence[str], findings: Findings) -> list[str]:
    seen = [visible(cell) for cell in column]
    changed = [place for place, cell in enumerate(column) if seen[place] != cell]
    if changed:
        unseen = unseen_names("".join(column[place] for place in changed))
        words = Sentence("{column}: letters were composed (NFC).", column=name)
        if unseen:
            words = Sentence(
                "{column}: invisible characters were taken out ({unseen}).",
                column=name,
                unseen=unseen,
            )
        findings.changed(words, changed)
    return seen


def _tables(
    layers: Sequence[_Understood],
    values: Sequence[Mapping[str, Sequence[Value]]],
    ids: Sequence[Sequence[str]],
) -> tuple[gpd.GeoDataFrame, gpd.GeoDataFrame]:
    frames = [_frame(*parts) for parts in zip(layers, values, ids, strict=True)]
    whole = pd.concat(frames, ignore_index=True)
    is_line = np.array([shape.geom_type in LINES for shape in whole["geometry"]], dtype=bool)
    legs = _indexed(whole[is_line], "leg_id", list(LEG_COLUMNS.values()))
    places = _indexed(whole[~is_line], "place_id", list(PLACE_COLUMNS))
    return legs, places


def _frame(
    layer: _Understood, values: Mapping[str, Sequence[Value]], ids: Sequence[str]
) -> pd.DataFrame:
    """Return the good rows of a layer, with every column."""
    size = len(layer.shapes)
    good = np.array([place not in layer.findings.faults for place in range(size)], dtype=bool)
    columns: dict[str, object] = {"id": list(ids)}
    for field, column in LEG_COLUMNS.items():
        columns[column] = pd.Series(
            list[Any](values.get(field, [None] * size)), dtype=_dtype(field)
        )
    columns["layer"] = layer.findings.layer.name
    columns["row"] = list(layer.findings.layer.rows)
    for name, cells in layer.own.items():
        taken = name in columns or name in ("geometry", "leg_id", "place_id")
        columns[f"{name} (own)" if taken else name] = pd.Series(list(cells), dtype="str")
    columns["geometry"] = pd.Series(list(layer.shapes), dtype=object)
    return pd.DataFrame(columns)[good]


def _dtype(field: str) -> str:
    return {"seq": "Int64", "score": "Float64"}.get(field, "string")


def _indexed(rows: pd.DataFrame, key: str, fixed: list[str]) -> gpd.GeoDataFrame:
    own = [
        name
        for name in rows.columns
        if name not in {"id", "geometry", *LEG_COLUMNS.values(), "layer", "row"}
    ]
    kept = [name for name in own if (rows[name].fillna("") != "").any()]
    table = rows[["id", *fixed, "layer", "row", *kept, "geometry"]].rename(columns={"id": key})
    return gpd.GeoDataFrame(table.set_index(key), geometry="geometry", crs=CRS)


def _bad_rows(findings: Findings) -> pd.DataFrame:
    layer = findings.layer
    bad = sorted(findings.faults)
    cells = {name: [column[place] for place in bad] for name, column in layer.columns.items()}
    if layer.shapes is not None and not layer.shape_column:
        typed = cells.get("geometry", [""] * len(bad))
        shapes = [layer.shapes[place] for place in bad]
        cells["geometry"] = [
            text if shape is None else shapely.to_wkt(shape)
            for text, shape in zip(typed, shapes, strict=True)
        ]
    index = pd.Index([layer.rows[place] for place in bad], name="row")
    return pd.DataFrame(cells, index=index, dtype="str")


def _encoding_question(raw: RawFile, answers: Answers) -> list[Question]:
    if not raw.encodings or "encoding" in answers.given:
        return []
    first = {raw.encoding: raw.encodings[raw.encoding]}
    choices = tuple(
        Choice(value=name, words=Sentence("{encoding}: {text}", encoding=name, text=visible(text)))
        for name, text in (first | dict(raw.encodings)).items()
    )
    words = Sentence(
        "The text is not UTF-8, and there is too little of it to be sure. "
        "Which of these reads right?"
    )
    return [Question(key="encoding", sentence=words, choices=choices)]
