"""What every store of a workspace does, whether it is one file or a database."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import datetime as dt

    from dashboard.workspace.merging import Conflict
    from dashboard.workspace.model import Workspace


@dataclass(frozen=True, kw_only=True)
class Kept:
    """What a store holds: the workspace as saved, the number of that version, and its mark.

    The mark is random: two versions of one number, of a file and of its copy, are not the same.
    ``conflicts`` are what this save met: what others had saved meanwhile about the same things.
    Both versions are in the workspace.
    """

    workspace: Workspace
    number: int
    mark: str = field(repr=False)
    conflicts: tuple[Conflict, ...] = field(default=(), repr=False)


@dataclass(frozen=True, kw_only=True)
class Version:
    """A version that can be restored: its number, when it was saved (UTC), records per table.

    ``readable`` is false where the file is damaged at it; then nothing else is known of it.
    """

    number: int
    saved_at: dt.datetime | None = None
    records: dict[str, int] = field(default_factory=dict)
    readable: bool = True


class Store(Protocol):
    """Keeps one workspace, and its older versions, for one or several people.

    ``is_shared`` says that several people work on it at once; ``still_opens`` that nobody has
    changed its passphrase since it was unlocked.
    """

    is_shared: bool

    @property
    def still_opens(self) -> bool:
        """Whether it can still be read and saved with what it was unlocked with."""

    def open(self) -> Kept:
        """Return what was saved last.

        Raises
        ------
        StoreError
            It cannot be read; the sentence says what can be done.
        """

    def save(self, workspace: Workspace, since: Kept) -> Kept:
        """Save what was changed, and return what is kept now.

        Parameters
        ----------
        workspace
            The changed workspace.
        since
            What it was changed from: the result of the last `open`, `save` or `restore`. What
            others saved since then is merged in; see `merging`.

        Raises
        ------
        StoreError
            It was not saved; what was saved before is untouched.
        """

    def versions(self) -> tuple[Version, ...]:
        """Return the versions that are kept, the newest first."""

    def read(self, number: int) -> Workspace:
        """Return an older version as it was, and leave everything as it is.

        Raises
        ------
        StoreError
            There is no such version, or it cannot be read.
        """

    def restore(self, number: int) -> Kept:
        """Make an older version the newest, and return it; those between stay versions.

        Raises
        ------
        StoreError
            There is no such version, or it cannot be read.
        """
