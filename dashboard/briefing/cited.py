"""The sources of a whole story: each once, with the steps that rest on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.briefing.briefing import Briefing


def cited(briefing: Briefing) -> Iterator[str]:
    """Yield what the brackets mean, then each source in the order of the story."""
    yield _("In brackets stand the numbers of the steps that rest on a source.")
    steps: dict[str, list[str]] = {}
    for step in briefing.steps:
        for line in step.sources:
            steps.setdefault(line, []).append(str(step.number))
    for line, numbers in steps.items():
        yield f"{line} [{', '.join(numbers)}]"
