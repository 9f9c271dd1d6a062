"""Gives the map the legs and places of this session, where there are any."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from dashboard import session

if TYPE_CHECKING:
    from dashboard.settings import Settings


def own_on_map(settings: Settings) -> dict[str, Any]:
    """Return what the map is told beside the published network; nothing where nothing is own."""
    workspace = session.desk().workspace
    if workspace.legs.empty and workspace.places.empty:
        return {}
    # Measuring takes a second to import, and most visits bring nothing of their own.
    from dashboard.maps.own_view import own_view  # noqa: PLC0415
    from dashboard.panels.own_data.figures import figures_of_session  # noqa: PLC0415

    found = figures_of_session(settings)
    made_from = (found, workspace.places, settings.paint, settings.lang)
    make = partial(own_view, found, workspace, settings.paint)
    return {"own": session.remembered("own_view", made_from, make)}
