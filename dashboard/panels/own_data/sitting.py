"""What the session has in use goes into the workspace with a save, and comes back when opened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dashboard import address, doors, session
from dashboard.workspace.sitting import (
    Sitting,
    kept_scenarios,
    scenario_title,
    sitting_of,
    with_scenario,
    with_sitting,
)

if TYPE_CHECKING:
    from dashboard.workspace.desk import Desk
    from dashboard.workspace.model import Workspace

# What is a matter of the person and of the moment, not of the work.
_LEFT_OUT: Final = ("lang",)


def with_session(workspace: Workspace, *, is_shared: bool) -> Workspace:
    """Return the workspace with what the session has in use; the same one where it has all of it.

    A scenario of one's own goes into every workspace, the view into one that nobody shares: it
    would be put before others.
    """
    text = session.own_scenario_text()
    whole = with_scenario(workspace, text)
    if is_shared:
        return whole
    view = address.to_params(session.settings(), doors.atlas().choices)
    kept = {name: values for name, values in view.items() if name not in _LEFT_OUT}
    return with_sitting(whole, Sitting(view=kept, scenario=scenario_title(text)))


def scenario_is_kept(desk: Desk) -> bool:
    """Return whether the scenario that the session has in use is in the workspace as it is."""
    return with_scenario(desk.workspace, session.own_scenario_text()) is desk.workspace


def come_back(desk: Desk) -> None:
    """Put what was in use at the last save to use again; the language stays."""
    sitting = sitting_of(desk.workspace)
    if toml := kept_scenarios(desk.workspace).get(sitting.scenario):
        session.keep_own_scenario(toml)
    if desk.store and not desk.store.is_shared:
        session.ask_view({**sitting.view, "lang": [session.settings().lang]})
