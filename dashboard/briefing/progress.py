"""Long work that says how far it is, and can be stopped between any two of its parts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

Made = TypeVar("Made")


@dataclass(frozen=True, kw_only=True)
class Progress:
    """How far long work is: ``done`` of ``whole`` parts, and in words what comes next."""

    done: int
    whole: int
    words: str


def finished(
    making: Generator[Progress, None, Made], tell: Callable[[Progress], object] = lambda _at: None
) -> Made:
    """Return what is made, telling how far it is on the way."""
    while True:
        try:
            tell(next(making))
        except StopIteration as end:
            made: Made = end.value
            return made
