"""The files that the screen hands out, each made only when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dashboard.language import speaking
from dashboard.map_notes import map_notes, map_title
from dashboard.maps.network import network_payload

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings
    from dashboard.settings import Settings


def saved_map(
    atlas: Atlas, readings: Readings, settings: Settings, view: Mapping[str, Any]
) -> bytes:
    """Return the map on the screen as one HTML file that needs no network, in its language.

    It is made when it is asked for, outside a run: the language is that of the settings.

    Parameters
    ----------
    atlas, readings, settings
        What the screen shows, from which the notes below the map are written.
    view
        What the map shows, as ``dashboard.maps.view.map_view`` makes it.

    Raises
    ------
    PrecisionError
        If a place is given more precisely than a public file may give it.
    """
    # folium takes most of a second to import, and most visits save no file.
    from dashboard.maps.standalone import standalone_map  # noqa: PLC0415

    with speaking(settings.lang):
        return standalone_map(
            view,
            network_payload(atlas.waypoints, atlas.legs, atlas.corridors, atlas.lines),
            title=map_title(settings),
            notes=map_notes(atlas, readings, settings, view),
        )


def saved_map_name(settings: Settings) -> str:
    """Return the name of the file: what is painted, the date, the language."""
    paint = settings.paint.replace("_", "-")
    return f"corridor-atlas-{paint}-{settings.date:%Y-%m-%d}-{settings.lang}.html"
