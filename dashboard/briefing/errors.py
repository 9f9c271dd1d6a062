"""What can be wrong with a story: where, what was found, what was expected."""

from __future__ import annotations

from intake.errors import AtlasError
from intake.sentence import Sentence


class StoryError(AtlasError):
    """A story cannot be shown as it is written.

    ``name`` is the story, ``step`` counts from 1 (0 for the file as a whole), ``field`` the field
    at fault, ``found`` what stands there and ``expected`` what belongs there; the last two are a
    `Sentence` where a screen shall say them in another language.
    """

    def __init__(self, name: str, step: int, field: str, *, found: str, expected: str) -> None:
        self.name, self.step, self.field = name, step, field
        self.found, self.expected = found, expected
        place = {"name": name, "field": field, "found": found, "expected": expected}
        self.sentence = (
            Sentence(
                "Story {name}, step {step}, {field}: found {found}, expected {expected}. Correct "
                "it in the file and load it again.",
                step=step,
                **place,
            )
            if step
            else Sentence(
                "Story {name}, {field}: found {found}, expected {expected}. Correct it in the file "
                "and load it again.",
                **place,
            )
        )
        super().__init__(self.sentence)


class FigureError(AtlasError):
    """A placeholder that no figure stands for; ``found`` and ``expected``, likewise."""

    def __init__(self, *, found: str, expected: str) -> None:
        self.found, self.expected = found, expected
        parts = {"found": found, "expected": expected}
        super().__init__(Sentence("found {found}, expected {expected}", **parts))


def no_scenario() -> FigureError:
    """Return the error that a figure or a table is of a scenario, and the step has none."""
    found, expected = Sentence("no scenario in the view"), Sentence("a step with view.scenario")
    return FigureError(found=found, expected=expected)
