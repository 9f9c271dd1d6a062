"""Turns the text of one cell into the value its column declares, or says that it cannot."""

import math
import re
import unicodedata
from collections.abc import Callable
from types import MappingProxyType

Value = str | int | float | bool | None

INTEGER = re.compile(r"-?(?:0|[1-9][0-9]*)")
DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
ONE_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]*)\.[0-9]")
FLAGS = {"True": True, "False": False}
LINE_BREAKS = "\n\r\t"
UNKNOWN = "x"


class UnreadableCellError(ValueError):
    """A cell that its column's rule cannot read; every reader of this module raises it."""


def text_of(cell: str) -> str:
    """Return the cell as typed, if nothing stands unseen at its ends or inside it."""
    if cell != cell.strip() or any(_is_control(letter) for letter in cell):
        raise UnreadableCellError
    return cell


def integer_of(cell: str) -> int | None:
    """Return a whole number in plain digits, or nothing for an empty cell."""
    if not cell:
        return None
    if not INTEGER.fullmatch(cell):
        raise UnreadableCellError
    return int(cell)


def decimal_of(cell: str) -> float | None:
    """Return a number in plain digits with a point, or nothing for an empty cell.

    Neither an exponent, a plus nor a leading zero before another digit is read.
    """
    return _number(cell, DECIMAL)


def coordinate_of(cell: str) -> float | None:
    """Return degrees typed with exactly one decimal, or nothing for an empty cell.

    Their range is for the column to check.
    """
    return _number(cell, ONE_DECIMAL)


def number_of(cell: str) -> float | None:
    """Return a finite number as programs write it, also 1e-05, or nothing for an empty cell."""
    number = _number(cell, NUMBER)
    if number is not None and not math.isfinite(number):
        raise UnreadableCellError
    return number


def number_or_x_of(cell: str) -> float | None:
    """Return a number as `number_of` does, or nothing for an x, which many tables write for it."""
    return None if cell == UNKNOWN else number_of(cell)


def flag_of(cell: str) -> bool:
    """Return True or False, typed so."""
    if cell not in FLAGS:
        raise UnreadableCellError
    return FLAGS[cell]


def _number(cell: str, pattern: re.Pattern[str]) -> float | None:
    if not cell:
        return None
    if not pattern.fullmatch(cell):
        raise UnreadableCellError
    return float(cell)


def _is_control(letter: str) -> bool:
    return unicodedata.category(letter) in {"Cc", "Cf"} and letter not in LINE_BREAKS


CONVERTERS: MappingProxyType[str, Callable[[str], Value]] = MappingProxyType(
    {
        "text": text_of,
        "integer": integer_of,
        "decimal": decimal_of,
        "coordinate": coordinate_of,
        "number": number_of,
        "number or x": number_or_x_of,
        "flag": flag_of,
    }
)
