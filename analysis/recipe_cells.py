"""Reading single values out of a recipe's tables: each is checked and refused by name."""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from analysis.errors import RecipeError


@dataclass(frozen=True, kw_only=True)
class Section:
    """One table of a recipe with the names an error needs: the recipe's file and the place.

    ``where`` is empty for the whole document. Each method that reads raises a `RecipeError` where
    what stands there is not what its first line says.
    """

    file: str
    where: str
    cells: Mapping[str, Any]

    def refuse(self, found: object, expected: str) -> RecipeError:
        """Return the error that says what stands here and what belongs here."""
        return RecipeError(
            self.file, self.where or "top level", found=str(found), expected=expected
        )

    def allow(self, keys: Collection[str]) -> None:
        """Refuse a key that is not one of ``keys``: a misspelt setting must not pass unheard."""
        for key in self.cells:
            if key not in keys:
                raise self.refuse(f"the key {key!r}", f"one of {', '.join(sorted(keys))}")

    def section(self, key: str) -> Section:
        """Return the table under ``key``, empty when it is not there."""
        cells = self.cells.get(key, {})
        where = f"{self.where}.{key}" if self.where else key
        if not isinstance(cells, Mapping):
            raise RecipeError(self.file, where, found=repr(cells), expected="a table")
        return Section(file=self.file, where=where, cells=cells)

    def text(self, key: str, default: str | None = None) -> str:
        """Return a string; without a default it must be there and not be blank."""
        value = self.cells.get(key, default)
        if not isinstance(value, str) or (default is None and not value.strip()):
            raise self.refuse(_seen(self.cells, key), f"{key} as a string")
        return value

    def one_of(self, key: str, choices: tuple[str, ...], default: str | None = None) -> str:
        """Return a string that is one of ``choices``."""
        value = self.cells.get(key, default)
        if value not in choices:
            raise self.refuse(_seen(self.cells, key), f"{key} as one of {', '.join(choices)}")
        return str(value)

    def number(self, key: str, default: float | None = None) -> float:
        """Return a finite number; without a default it must be there."""
        value = self.cells.get(key, default)
        if not is_number(value):
            raise self.refuse(_seen(self.cells, key), f"{key} as a finite number")
        return float(value)

    def flag(self, key: str, *, default: bool = False) -> bool:
        """Return true or false."""
        value = self.cells.get(key, default)
        if not isinstance(value, bool):
            raise self.refuse(_seen(self.cells, key), f"{key} as true or false")
        return value

    def words(self, key: str) -> tuple[str, ...]:
        """Return a list of strings."""
        value = self.cells.get(key)
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.refuse(_seen(self.cells, key), f"{key} as a list of strings")
        return tuple(value)

    def numbers(self, key: str) -> tuple[float, ...]:
        """Return a list of finite numbers."""
        value = self.cells.get(key)
        if not isinstance(value, list) or not all(is_number(item) for item in value):
            raise self.refuse(_seen(self.cells, key), f"{key} as a list of finite numbers")
        return tuple(float(item) for item in value)


def toml_document(text: str, name: str) -> Section:
    """Return the whole of a TOML text; ``name`` is what errors call it.

    Raises
    ------
    RecipeError
        The text is not TOML, or it nests lists so deep that nobody wrote it by hand.

    """
    try:
        return Section(file=name, where="", cells=tomllib.loads(text))
    except RecursionError as error:
        raise RecipeError(name, "the text", found="lists in lists", expected="TOML") from error
    except ValueError as error:  # also a number of thousands of digits
        raise RecipeError(name, "the text", found=str(error), expected="TOML") from error


def is_number(value: object) -> bool:
    """Say whether a value is a finite number (true and false are not numbers here)."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return abs(value) <= sys.float_info.max  # NaN compares as False, and an int may be larger


def _seen(cells: Mapping[str, Any], key: str) -> str:
    """Return what stands under a key, in words."""
    return f"{key} = {cells[key]!r}" if key in cells else f"no {key}"
