"""Understands the layers of a file: legs and places as tables, and everything that must be told."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

import geopandas as gpd
import pandas as pd

from intake.errors import DataFileError
from intake.files.attributes import attributes, fits
from intake.files.chains import chain_remarks
from intake.files.fields import guessed_mapping
from intake.files.findings import (
    COORDINATES,
    Answers,
    Choice,
    Findings,
    Note,
    Question,
    SetAside,
)
from intake.files.known import Known
from intake.files.layers import Layer, Progress, RawFile, Refused, no_progress
from intake.files.named_ends import drawn_between, named_places
from intake.files.outlines import refuse_what_is_no_leg_or_place
from intake.files.placing import drawn
from intake.files.plain_text import unseen_names, visible
from intake.files.planet import on_the_planet
from intake.files.row_ids import unique_ids
from intake.files.tables import Understood, bad_rows, legs_and_places
from intake.sentence import Sentence

Made = TypeVar("Made")
# What a file of rows set aside has beside the reader's own columns (`intake.files.marked`).
MARKS = ("row", "problem")
PLACING = ("from", "to", "from_lon", "to_lon", "lon")


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
        ``row``, further columns of ``legs`` that are filled, own columns, ``geometry`` (EPSG:4326,
        points).
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


def take_in(
    raw: RawFile,
    file: str,
    *,
    known: Known | None = None,
    answers: Answers | None = None,
    progress: Progress = no_progress,
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
    progress
        Is called with the share that is done, 0 to 1, each time a layer is a step further.

    Raises
    ------
    DataFileError
        A coordinate system is not known.
    """
    known, answers = known or Known(), answers or Answers()
    step = _steps(progress, 3 * len(raw.layers) + 2)
    try:
        layers = [step(_placed(layer, known, answers)) for layer in raw.layers]
    except Refused as refused:
        raise DataFileError(file, refused.fault, refused.remedy) from None
    places = dict(known.places)
    for layer in layers:
        places |= named_places(layer.cells, layer.shapes)
    layers = [step(_joined(layer, places)) for layer in layers]
    values = [step(attributes(one.cells, one.findings, known, answers.given)) for one in layers]
    ids = step(unique_ids([(one.findings, one.cells.get("leg_id"), one.shapes) for one in layers]))
    legs, points = step(legs_and_places(layers, values, ids))
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
        bad_rows={one.layer.name: bad_rows(one) for one in findings},
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


def _steps(progress: Progress, count: int) -> Callable[[Made], Made]:
    """Return what passes a result on and says that one more of so many steps is done."""
    done = 0

    def step(result: Made) -> Made:
        nonlocal done
        done += 1
        progress(done / count)
        return result

    return step


def _placed(layer: Layer, known: Known, answers: Answers) -> Understood:
    findings = Findings(layer)
    columns = {
        name: _visible(name, layer.columns[heading], findings)
        for heading, name in zip(layer.columns, _seen_headings(layer), strict=True)
    }
    if set(MARKS) <= set(columns):
        columns = {name: cells for name, cells in columns.items() if name not in (*MARKS, "layer")}
        words = Sentence("What was said of the rows when they were set aside is left out.")
        findings.changed(words)
    mapping = _mapping(columns, findings, known, answers.mapping)
    cells = {field: columns[name] for field, name in mapping.items()}
    if layer.shapes is None and not set(PLACING) & set(mapping):
        words = Sentence("Which columns hold the places? No heading tells it.")
        findings.questions.append(Question(key="mapping", sentence=words))
    shapes = on_the_planet(drawn(cells, findings), findings, answers.given)
    refuse_what_is_no_leg_or_place(shapes, findings)
    used = {*mapping.values(), layer.shape_column}
    own = {name: column for name, column in columns.items() if name not in used}
    return Understood(findings=findings, mapping=mapping, cells=cells, own=own, shapes=shapes)


def _mapping(
    columns: Mapping[str, Sequence[str]],
    findings: Findings,
    known: Known,
    answered: Mapping[str, str],
) -> dict[str, str]:
    """Return the column of each field: as answered, else as guessed where the cells fit."""
    asked = {field: name for field, name in answered.items() if name in columns or not name}
    mapping = dict(asked)
    for field, name in guessed_mapping(tuple(columns)).items():
        needless = findings.layer.shapes is not None and field in COORDINATES
        if field in asked or name in asked.values() or needless:
            continue
        if fits(field, columns[name], known):
            mapping[field] = name
        else:
            words = Sentence(
                "{column} was kept as it is and not taken for {field}: no cell of it fits.",
                column=name,
                field=field,
            )
            findings.changed(words)
    return {field: name for field, name in mapping.items() if name}


def _seen_headings(layer: Layer) -> list[str]:
    """Return the headings as they are seen; as they stand where two then look alike."""
    seen = [visible(heading) for heading in layer.columns]
    return seen if len(set(seen)) == len(seen) else list(layer.columns)


def _joined(layer: Understood, places: Mapping[str, tuple[float, float]]) -> Understood:
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


def _encoding_question(raw: RawFile, answers: Answers) -> list[Question]:
    if not raw.encodings or answers.given.get("encoding") == raw.encoding:
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
