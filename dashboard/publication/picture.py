"""How the map paints what is published: the view of the screen, for the published legs alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dashboard.map_notes import map_notes, map_title
from dashboard.maps.paint import paint_legs
from dashboard.maps.view import map_view
from dashboard.publication.publication import Picture

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pandas as pd

    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings
    from dashboard.settings import Settings

_PER_LEG: Final = ("paint", "vague", "muted")


def picture_of(
    atlas: Atlas,
    readings: Readings,
    settings: Settings,
    *,
    shown: npt.NDArray[np.bool_],
    legs: pd.Series,
) -> Picture:
    """Return the view, title and notes of the map of a publication.

    Parameters
    ----------
    atlas, readings, settings
        What is shown.
    shown
        One flag per leg of the atlas.
    legs
        ``leg_id`` of the published legs in their order, with the share of draws in which each has
        the class that is shown as values.
    """
    certainty = legs.reindex(atlas.legs.index).astype(float)
    paint = paint_legs(atlas, readings, settings.paint, certainty)
    view = map_view(atlas, readings, settings, paint=paint, shown=shown)
    places = atlas.legs.index.get_indexer(legs.index)
    kept = {name: "".join(view[name][place] for place in places) for name in _PER_LEG}
    return Picture(
        title=map_title(settings),
        notes=tuple(map_notes(atlas, readings, settings, view)),
        view={**view, **kept, "selected": None, "focus": _among(view["focus"], legs.index)},
    )


def _among(focus: list[str] | None, published: pd.Index) -> list[str] | None:
    return focus and [leg_id for leg_id in focus if leg_id in published]
