"""A story as a file: its maps are put into words where the format has them, then it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.briefing.formats import FORMATS
from dashboard.briefing.in_words import in_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from dashboard.atlas import Atlas
    from dashboard.briefing.briefing import Briefing
    from dashboard.briefing.formats import Making
    from dashboard.briefing.story import Story


def story_file(
    atlas: Atlas,
    told: tuple[Story, Briefing],
    name: str,
    keep: Callable[[Briefing], object] = lambda _briefing: None,
) -> Making:
    """Make a file of a story; yield how far it is, return its bytes.

    Parameters
    ----------
    atlas
        The data.
    told
        The story and its briefing.
    name
        One of `dashboard.briefing.formats.FORMATS`.
    keep
        Is given the briefing once its maps are in words: the next file needs not wait for them.
    """
    story, briefing = told
    if FORMATS[name].in_words and not briefing.prose:
        briefing = yield from in_words(atlas, story, briefing)
        keep(briefing)
    return (yield from FORMATS[name].make(briefing))
