"""The atlases that were made: each view's is the same for everyone, so the last few are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dashboard import doors, file_doors
from dashboard.exports.formats import FORMATS
from dashboard.publication.choices_told import without_private

if TYPE_CHECKING:
    from collections.abc import Generator

    from dashboard.paper.atlas_book import Step
    from dashboard.settings import Settings

# An atlas takes long to make and has 10 MB.
_MOST_BOOKS: Final = 4
_books: Final[dict[Settings, bytes]] = {}


def atlas_steps(settings: Settings) -> Generator[Step, None, None]:
    """Yield the steps of making the atlas as a book, and keep it; nothing where it is kept."""
    view = without_private(settings, doors.atlas().choices)
    steps = FORMATS["atlas"].steps
    if steps is None or view in _books:
        return
    for step in steps(file_doors.publication("atlas", settings)):
        if step.body:
            _books[view] = step.body
            for old in list(_books)[:-_MOST_BOOKS]:
                _books.pop(old, None)
        yield step


def made_atlas(settings: Settings) -> bytes | None:
    """Return the atlas of a view where it was made and is still kept. Public data only."""
    return _books.get(without_private(settings, doors.atlas().choices))
