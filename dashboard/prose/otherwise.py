"""What one description says otherwise than another; what it no longer says is never lost."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dashboard.prose.passage import Passage, Statement


def otherwise(passage: Passage, than: Passage | None) -> Passage | None:
    """Return what reads otherwise than in the passages of the same key; None where nothing does.

    Under a heading the statements that differ are told; all of them where their number differs,
    because then one is gone, and a reader would take it from the other description.
    """
    if than is None:
        return passage
    known = {part.key: part for part in than.parts}
    parts = (otherwise(part, known.get(part.key)) for part in passage.parts)
    found = replace(
        passage,
        statements=_differing(passage.statements, than.statements),
        parts=tuple(part for part in parts if part),
    )
    return found if found.statements or found.parts else None


def _differing(these: tuple[Statement, ...], those: tuple[Statement, ...]) -> tuple[Statement, ...]:
    if len(these) != len(those):
        return these
    return tuple(one for one, other in zip(these, those, strict=True) if one != other)
