"""Says what the workspace refuses; the desk stays as it is."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from dashboard import session
from dashboard.language import told
from dashboard.workspace.errors import WorkspaceError

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def refusal_said() -> Iterator[None]:
    """Keep what is refused to be shown by the next run; use it in callbacks and before a rerun."""
    try:
        yield
    except WorkspaceError as refused:
        session.say(told(refused.sentence))
