"""Gives every row a name of its own: that of its file, or one made from its number."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from intake.errors import shown
from intake.files.findings import Findings, place_of_row
from intake.files.layers import Fault
from intake.sentence import Sentence

Part = tuple[Findings, Sequence[str] | None, NDArray[np.object_]]
NEW = Sentence("an id that no other row has")
GIVE_ANOTHER = Sentence("Give the row an id of its own, or leave the column of ids out.")


def unique_ids(parts: Sequence[Part]) -> list[list[str]]:
    """Return the id of each row of each layer; a row that repeats one is set aside.

    Rows without an id get one from the layer and their number, and that is said.
    """
    given = {name.strip() for _findings, column, _shapes in parts for name in column or ()}
    seen: dict[str, str] = {}
    return [_layer_ids(findings, column, seen, given) for findings, column, _shapes in parts]


def _layer_ids(
    findings: Findings, column: Sequence[str] | None, seen: dict[str, str], given: set[str]
) -> list[str]:
    layer = findings.layer
    ids: list[str] = []
    made: list[int] = []
    for place, row in enumerate(layer.rows):
        name = column[place].strip() if column is not None else ""
        if not name:
            name = _made(layer.name, row, given)
            made.append(place)
        elif name in seen and place not in findings.faults:
            found = Sentence("{id}, as in {where}", id=shown(name), where=seen[name])
            fault = Fault(field="leg_id", found=found, expected=NEW, remedy=GIVE_ANOTHER)
            findings.refuse(place, fault)
        if place not in findings.faults:
            seen[name] = place_of_row(layer.name, layer.counted, row)
        ids.append(name)
    if made:
        words = Sentence(
            "Rows without an id were named by their number, such as {id}.", id=ids[made[0]]
        )
        findings.changed(words, made if len(made) < len(ids) else ())
    return ids


def _made(layer: str, row: int, given: set[str]) -> str:
    name = f"{layer}-{row}" if layer else f"row-{row}"
    while name in given:
        name += "'"
    return name
