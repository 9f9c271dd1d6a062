"""What can be wrong with a recipe, with a cell it is asked to score, or with an edge table."""

from __future__ import annotations

from intake.errors import AtlasError


class RecipeError(AtlasError):
    """A recipe, or a rule or scenario beside it, cannot be used as it is written.

    ``file`` is its name, ``node`` the table or node at fault, ``found`` what stands there
    and ``expected`` what belongs there.
    """

    def __init__(self, file: str, node: str, *, found: str, expected: str) -> None:
        self.file, self.node, self.found, self.expected = file, node, found, expected
        super().__init__(
            f"{file}, {node}: found {found}, expected {expected}. Correct it there and try again."
        )


class CellError(AtlasError):
    """A cell of the table cannot be scored by the recipe in use.

    ``recipe`` is the recipe's name, ``column`` and ``unit`` say which cell.
    """

    def __init__(self, recipe: str, column: str, unit: str, *, found: str, expected: str) -> None:
        self.recipe, self.column, self.unit = recipe, column, unit
        self.found, self.expected = found, expected
        super().__init__(
            f"{recipe}, column {column}, unit {unit}: found {found}, expected {expected}. "
            "Correct the cell in the table, or the recipe that reads it."
        )


class EdgeError(AtlasError):
    """An edge table in which no path can be sought.

    ``place`` is the edge and column at fault, or the table.
    """

    def __init__(self, place: str, *, found: str, expected: str) -> None:
        self.place, self.found, self.expected = place, found, expected
        super().__init__(f"{place}: found {found}, expected {expected}. Correct the edge table.")


class PathError(AtlasError):
    """A question about paths that the table cannot answer, such as one about an unknown node.

    The message says what was asked, what was expected and what to ask instead.
    """
