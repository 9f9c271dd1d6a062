"""Long work in a thread of its own: whoever waits for it can leave at once, or come back to it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor, wait
from contextvars import copy_context
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Generator

At = TypeVar("At")
Made = TypeVar("Made")

_EVERY_S: Final = 0.2


def beside(making: Generator[At, None, Made]) -> Generator[At | None, None, Made]:
    """Yield what a making yields, and None five times a second in between; return what it returns.

    Leaving ends the making after the part that it is at; kept, the generator goes on where it was.
    The language of the run goes with it.
    """
    context = copy_context()
    worker = ThreadPoolExecutor(max_workers=1)
    try:
        while True:
            coming = worker.submit(context.run, _part, making)
            while not wait([coming], _EVERY_S).done:
                yield None
            found = coming.result()
            if isinstance(found, StopIteration):
                made: Made = found.value
                return made
            yield found
    finally:
        worker.shutdown(wait=False)


def _part(making: Generator[At, None, Made]) -> At | StopIteration:
    """Return what comes next, or its end as a value: no future may raise a StopIteration."""
    try:
        return next(making)
    except StopIteration as end:
        return end
