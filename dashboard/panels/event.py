"""One reported event: its date, what is reported, our judgement of its effect, its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

import htpy as h

from dashboard.language import _, said
from dashboard.panels import markup
from intake.ids import split_ids

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.rows import Row


def reported_event(event: Row, cited: Mapping[str, Row]) -> h.Fragment:
    """Return a row of the events in words; its sources open from it."""
    effect, graded = _("Effect on risk: {effect}"), _("Grade {grade}: sources")
    return h.fragment[
        h.strong[f"{event.date} "],
        f"{said(event.summary)} {effect.format(effect=said(event.risk_effect))} ",
        markup.judgement(),
        markup.sources(
            split_ids(event.source_ids), cited, graded.format(grade=_(event.confidence))
        ),
    ]
