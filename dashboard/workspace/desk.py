"""What one session works on: a workspace in memory, and the store that it came from, if any.

It lives in the session (`dashboard.session.desk`) and nowhere else: without a store it is gone
with the session, and no other session can reach it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from dashboard.workspace.model import Workspace, empty_workspace

if TYPE_CHECKING:
    from dashboard.workspace.store import Kept, Store


@dataclass(frozen=True, kw_only=True, eq=False)
class Desk:
    """A workspace in memory; ``kept`` is what its store held last, None where there is no store.

    ``before`` is what it was before the last change, None where nothing can be taken back.
    """

    workspace: Workspace = field(default_factory=empty_workspace)
    store: Store | None = field(default=None, repr=False)
    kept: Kept | None = field(default=None, repr=False)
    before: Workspace | None = field(default=None, repr=False)

    @property
    def is_saved(self) -> bool:
        """Whether everything in memory is in the store."""
        return self.kept is not None and self.workspace is self.kept.workspace

    def with_workspace(self, workspace: Workspace) -> Desk:
        """Return the desk with a changed workspace, which is not saved yet."""
        return replace(self, workspace=workspace, before=self.workspace)

    def taken_back(self) -> Desk:
        """Return the desk as it was before the last change; what was saved stays saved."""
        return replace(self, workspace=self.before or self.workspace, before=None)

    def saved(self) -> Desk:
        """Return the desk after its workspace was saved; ``kept.conflicts`` says what was met.

        Raises
        ------
        StoreError
            It could not be saved; this desk still has everything.
        """
        if self.store is None or self.kept is None:
            return self
        return opened(self.store, self.store.save(self.workspace, self.kept))


def opened(store: Store, kept: Kept | None = None) -> Desk:
    """Return the desk of a store: with what it holds, or with what was just saved or restored.

    Raises
    ------
    StoreError
        It cannot be read.
    """
    found = kept or store.open()
    return Desk(workspace=found.workspace, store=store, kept=found)
