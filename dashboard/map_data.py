"""What the map is told, by a run of the page and by the map that starts before the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from dashboard import doors
from dashboard.maps.paint import digits
from dashboard.maps.view import map_view

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from dashboard.atlas import Atlas
    from dashboard.settings import Settings

HEIGHT: Final = 640


def map_data(atlas: Atlas, settings: Settings, shown: npt.NDArray[np.bool_]) -> dict[str, Any]:
    """Return the view of the legs that the filters leave, as JSON values, and its surroundings.

    Beside what `map_view` returns: the height in CSS pixels, the address of the network, and what
    the map needs to answer the page's filters by itself.
    """
    readings = doors.readings(settings.recipe, settings.date)
    paint = doors.paint(settings.recipe, settings.date, settings.paint)
    return {
        "height": HEIGHT,
        "network": doors.network_url(),
        "filters": doors.page_filters(settings.recipe, settings.date, settings.lang),
        "codes": digits(paint.codes),
        **map_view(atlas, readings, settings, paint=paint, shown=shown),
    }
