"""Gives the map the legs and places of this session, and says which own leg is chosen."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from dashboard import doors, own_session, session
from dashboard.maps.own_names import own_leg_name

if TYPE_CHECKING:
    from dashboard.settings import Settings
    from dashboard.workspace.one_leg import OneLeg


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
    view = session.remembered("own_view", made_from, make)
    leg_ids, mark = found.own.atlas.legs.index, view["mark"]
    sent = own_session.own_on_map()[0] == mark
    own_session.note_own_on_map(mark, leg_ids.tolist())
    # The browser keeps what it was sent once, and asks for it where it has not.
    told = {"mark": mark} if sent else view
    return {"own": {**told, "selected": own_leg_name(own_session.own_leg(), mark, leg_ids)}}


def chosen_own_leg(settings: Settings) -> OneLeg | None:
    """Return the own leg that is chosen, None where none is or where it is there no longer."""
    leg_id = own_session.own_leg()
    if not leg_id:
        return None
    from dashboard.panels.own_data.figures import figures_of_session  # noqa: PLC0415
    from dashboard.workspace.one_leg import one_leg  # noqa: PLC0415

    own = figures_of_session(settings).own
    if leg_id not in own.atlas.legs.index:
        return None
    make = partial(one_leg, own, leg_id, doors.uncertainty_rule())
    return session.remembered("own_leg_alone", (own, leg_id), make)
