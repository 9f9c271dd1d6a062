"""What is shown when a story cannot be: where, what was found, what was expected."""

from __future__ import annotations

from typing import TYPE_CHECKING

import htpy as h

from dashboard.language import _, integer, told

if TYPE_CHECKING:
    from dashboard.briefing.errors import StoryError

_LONGEST_ECHO = 400


def refusal_panel(refusal: StoryError) -> h.Element:
    """Return where a story cannot be used, what was found and what was expected."""
    step = integer(refusal.step) if refusal.step else _("the file as a whole")
    rows = (
        (_("Story"), refusal.name),
        (_("Step"), step),
        (_("Field"), told(refusal.field)),
        (_("Found"), told(refusal.found)),
        (_("Expected"), told(refusal.expected)),
    )
    return h.div(".atlas-panel", role="alert")[
        h.p[
            h.strong[
                _(
                    "This story cannot be shown. Correct it under “A story of your own”, or in its "
                    "file and read that again."
                )
            ]
        ],
        h.dl[[[h.dt[title], h.dd[h.code[words[:_LONGEST_ECHO]]]] for title, words in rows]],
    ]
