"""The record of a decision to share: what may be shown, why, how coarse, and what was left out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

import pandas as pd

from dashboard.publication.precision import PUBLIC
from dashboard.workspace.errors import WorkspaceError
from dashboard.workspace.model import added
from dashboard.workspace.sharing import NO_REASON

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from dashboard.publication.publication import Publication
    from dashboard.workspace.model import Workspace
    from dashboard.workspace.sharing import Shared

DECISION: Final = "decision to share"


def with_decision(  # noqa: PLR0913 - every part of the record is said by the person
    workspace: Workspace,
    shared: Shared,
    published: Publication,
    *,
    reason: str,
    choice: Mapping[str, object],
    decided: dt.datetime,
) -> Workspace:
    """Return the workspace with the record of a decision; it stays there and leaves with no file.

    ``choice`` is what was chosen besides the records, by names that JSON can hold.

    Raises
    ------
    WorkspaceError
        No reason is given.
    """
    if not reason.strip():
        raise WorkspaceError(NO_REASON)
    record = {
        "decided": decided.isoformat(timespec="minutes"),
        "class": PUBLIC.name,
        "reason": reason.strip(),
        "fingerprint": published.about.fingerprint,
        "records": shared.leaving(),
        "left_out": shared.left_out(),
        **choice,
    }
    row = pd.DataFrame({"name": [DECISION], "value": [json.dumps(record, ensure_ascii=False)]})
    return added(workspace, "settings", row)


def decisions(workspace: Workspace) -> list[dict[str, object]]:
    """Return the decisions on record, the newest last."""
    rows = workspace.settings.loc[workspace.settings["name"] == DECISION, "value"]
    return [json.loads(text) for text in rows]
