"""A sentence of ours that can be said in another language later: text that keeps what it is of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Sequence


class Sentence(str):
    """An English text that remembers its template and the parts that were put into it.

    It is a text like any other on the command line and in logs. A screen looks the template up in
    its catalogue and puts the parts in again; a part may be a sentence itself.

    Parameters
    ----------
    template
        English, with named placeholders: a literal, so that the catalogue finds it.
    parts
        What stands in the placeholders: names, numbers as they are to be written, sentences.

    Examples
    --------
    >>> Sentence("found {cells} cells", cells=3)
    'found 3 cells'
    """

    __slots__ = ("parts", "template")

    template: str
    parts: dict[str, object]

    def __new__(cls, template: str, **parts: object) -> Self:
        """Return the English text."""
        made = super().__new__(cls, template.format(**parts))
        made.template, made.parts = template, parts
        return made

    def __reduce__(self) -> tuple[object, ...]:
        """Let a sentence cross a process boundary with its template and parts."""
        return _rebuilt, (self.template, self.parts)


def joined(sentences: Sequence[str], separator: str) -> Sentence:
    """Return sentences in a row as one that keeps them all.

    ``separator`` stands between them and is text without braces; no sentence gives an empty one.
    """
    parts = {f"part_{number}": sentence for number, sentence in enumerate(sentences)}
    return Sentence(separator.join(f"{{{name}}}" for name in parts), **parts)


def _rebuilt(template: str, parts: dict[str, object]) -> Sentence:
    return Sentence(template, **parts)
