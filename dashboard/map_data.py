"""What the map is told, by a run of the page and by the map that starts before the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from dashboard import doors
from dashboard.maps.paint import digits
from dashboard.maps.view import map_view

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    import numpy.typing as npt

    from dashboard.atlas import Atlas
    from dashboard.settings import Settings

HEIGHT: Final = 640


def view_of(atlas: Atlas, settings: Settings, shown: npt.NDArray[np.bool_]) -> dict[str, Any]:
    """Return what the map shows of the legs that the filters leave, as `map_view` does."""
    return map_view(
        atlas,
        doors.readings(settings.recipe, settings.date),
        settings,
        paint=doors.paint(settings.recipe, settings.date, settings.paint),
        shown=shown,
    )


def map_data(settings: Settings, view: Mapping[str, Any]) -> dict[str, Any]:
    """Return the view with all that the map on the page needs besides: it answers filters itself."""
    paint = doors.paint(settings.recipe, settings.date, settings.paint)
    return {
        "height": HEIGHT,
        "network": doors.network_url(),
        "filters": doors.page_filters(settings.recipe, settings.date),
        "codes": digits(paint.codes),
        **view,
    }
