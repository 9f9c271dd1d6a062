"""A workspace in one encrypted file, with its older versions; see docs/workspace.md."""

from __future__ import annotations

import datetime as dt
import uuid
from collections import Counter
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dashboard.workspace.content import about_packed, packed, unpacked
from dashboard.workspace.errors import (
    CannotSaveError,
    DamagedError,
    NewerFormatError,
    StoreError,
    WrongPassphraseError,
)
from dashboard.workspace.merging import merged
from dashboard.workspace.model import TABLES, empty_workspace
from dashboard.workspace.one_file import alone, put_in_place, read_whole
from dashboard.workspace.sealing import FORMAT, Block, blocks, derived_key, sealed, unsealed
from dashboard.workspace.store import Kept, Version
from intake.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from dashboard.workspace.model import Workspace
    from dashboard.workspace.sealing import Cost, Key

VERSIONS_KEPT: Final = 20
BYTES_KEPT: Final = 64_000_000  # older versions go first where a file would be larger
_FEWEST: Final = 3
_GUESSES: Final = 3  # salts of one file that are tried: a made-up file must not cost minutes


class FileStore:
    """One encrypted file, unlocked for one session.

    Make it with `create` or `unlock`. It holds the key, never the passphrase, and nothing of the
    workspace. ``clock`` gives the time of a version, which orders nothing.
    """

    is_shared = False

    def __init__(
        self, path: Path, key: Key, clock: Callable[[], dt.datetime] | None = None
    ) -> None:
        no_core_dumps()
        self._path = path.resolve()
        self._key = key
        self._clock = clock or _now

    @classmethod
    def create(
        cls,
        path: Path,
        passphrase: str,
        *,
        workspace: Workspace | None = None,
        cost: Cost | None = None,
    ) -> FileStore:
        """Make a new file, with what is given in it, and return its store.

        Raises
        ------
        CannotSaveError
            There is a file of the name, or none can be written there.
        StoreError
            The passphrase is empty.
        """
        if not passphrase:
            raise StoreError(_EMPTY)
        store = cls(path, derived_key(passphrase, cost=cost))
        with alone(store._path):
            if store._path.exists():
                raise CannotSaveError(
                    Sentence(
                        "{file} exists already. Open it, or take another name.", file=path.name
                    ),
                    "a file of this name exists",
                )
            store._put([], workspace or empty_workspace(), number=1)
        return store

    @classmethod
    def unlock(cls, path: Path, passphrase: str) -> FileStore:
        """Return the store of a file that is there.

        Raises
        ------
        WrongPassphraseError
            The passphrase opens none of its versions.
        NewerFormatError
            A newer version of the atlas wrote it.
        StoreError
            It cannot be read, or is no workspace.
        """
        found = [block for block in blocks(read_whole(path)) if not block.damaged]
        if not found:
            raise StoreError(
                Sentence(
                    "{file} is no workspace, or its beginning is damaged. Take another file, or a "
                    "copy of it that you kept.",
                    file=path.name,
                ),
                "no workspace, or damaged",
            )
        if all(block.format > FORMAT for block in found):
            raise NewerFormatError(_NEWER)
        made = Counter((block.salt, block.cost) for block in reversed(found))
        for (salt, cost), _ in made.most_common(_GUESSES):
            key = derived_key(passphrase, salt, cost)
            if any(block.check == key.check for block in found):
                return cls(path, key)
        raise WrongPassphraseError(_WRONG)

    def unlocked_again(self, passphrase: str) -> FileStore:
        """Return the store of the same file under its new passphrase; see `unlock`."""
        return type(self).unlock(self._path, passphrase)

    @property
    def still_opens(self) -> bool:
        """Whether the passphrase that unlocked the file is still the one that seals it."""
        checks = {block.check for block in self._blocks() if not block.damaged}
        return not checks or self._key.check in checks

    def open(self) -> Kept:
        """Return what was saved last; see `Store.open`."""
        content = self._newest(self._blocks())
        about = about_packed(content)
        return Kept(workspace=unpacked(content), number=about["number"], mark=about["mark"])

    def save(self, workspace: Workspace, since: Kept) -> Kept:
        """Save what was changed since; see `Store.save`."""
        with alone(self._path):
            before = self._blocks()
            content = self._newest(before)
            about = about_packed(content)
            theirs = since.workspace if about["mark"] == since.mark else unpacked(content)
            whole, conflicts = merged(since.workspace, workspace, theirs)
            kept = self._put(before, whole, number=about["number"] + 1)
        return replace(kept, conflicts=conflicts)

    def versions(self) -> tuple[Version, ...]:
        """Return the versions that the file holds, the newest first; see `Store.versions`."""
        return tuple(_version(unsealed(block, self._key)) for block in reversed(self._blocks()))

    def read(self, number: int) -> Workspace:
        """Return an older version; see `Store.read`."""
        return unpacked(_of_number(number, self._readable())[1])

    def restore(self, number: int) -> Kept:
        """Make an older version the newest; see `Store.restore`. Unreadable ones are let go."""
        with alone(self._path):
            readable = self._readable()
            workspace = unpacked(_of_number(number, readable)[1])
            before = [block for block, _ in readable.values()]
            return self._put(before, workspace, number=max(readable) + 1)

    def change_passphrase(self, passphrase: str, *, cost: Cost | None = None) -> None:
        """Seal every version anew under another passphrase; those that are damaged are let go.

        Copies of the file made before still open with the old one.

        Raises
        ------
        StoreError
            The passphrase is empty, or the file cannot be saved.
        """
        if not passphrase:
            raise StoreError(_EMPTY)
        key = derived_key(passphrase, cost=cost)
        with alone(self._path):
            contents = [unsealed(block, self._key) for block in self._blocks()]
            anew = [sealed(content, key) for content in contents if content is not None]
            put_in_place(self._path, b"".join(anew))
        self._key = key

    def _blocks(self) -> list[Block]:
        """Return the blocks of the file; the last one was saved last."""
        return list(blocks(read_whole(self._path))) or [Block(raw=b"", damaged=True)]

    def _readable(self) -> dict[int, tuple[Block, bytes]]:
        """Return every version that can be read, by number: its block, and what was sealed."""
        readable = {}
        for block in self._blocks():
            if (content := unsealed(block, self._key)) is not None:
                readable[int(about_packed(content)["number"])] = (block, content)
        return readable

    def _newest(self, found: list[Block]) -> bytes:
        content = unsealed(found[-1], self._key)
        if content is not None:
            return content
        if found[-1].format > FORMAT:
            raise NewerFormatError(_NEWER)
        if not self.still_opens:
            raise WrongPassphraseError(_CHANGED)
        raise DamagedError(_DAMAGED)

    def _put(self, before: list[Block], workspace: Workspace, *, number: int) -> Kept:
        mark = str(uuid.uuid4())
        about = {
            "number": number,
            "mark": mark,
            "saved_at": self._clock().isoformat(timespec="seconds"),
            "records": {name: len(workspace.table(name)) for name in TABLES},
        }
        newest = sealed(packed(workspace, about), self._key)
        put_in_place(self._path, b"".join([*_kept(before, len(newest)), newest]))
        return Kept(workspace=workspace, number=number, mark=mark)


def no_core_dumps() -> None:
    """Let no crash of this process write its memory, with what was unlocked, to the disk."""
    with suppress(ImportError, OSError, ValueError):  # Windows writes none unless it is told to
        import resource  # noqa: PLC0415 - absent on Windows

        _, most = resource.getrlimit(resource.RLIMIT_CORE)
        resource.setrlimit(resource.RLIMIT_CORE, (0, most))


def passphrase_hint(passphrase: str) -> Sentence | None:
    """Return what would make a passphrase stronger, None where it is long enough.

    Length counts, not kinds of characters (NIST SP 800-63B): four or more words that have nothing
    to do with each other.
    """
    if len(passphrase.strip()) >= 20 and len(set(passphrase)) >= 8:  # noqa: PLR2004
        return None
    return _LONGER


def _kept(before: list[Block], newest: int) -> list[bytes]:
    """Return the older blocks that stay, as they are: so many, and not too large together."""
    kept: list[bytes] = []
    size = newest
    for block in reversed(before[-(VERSIONS_KEPT - 1) :]):
        size += len(block.raw)
        if size > BYTES_KEPT and len(kept) + 1 >= _FEWEST:
            break
        kept.insert(0, block.raw)
    return kept


def _of_number(number: int, readable: dict[int, tuple[Block, bytes]]) -> tuple[Block, bytes]:
    if number not in readable:
        raise StoreError(Sentence("Version {number} is not there.", number=number))
    return readable[number]


def _version(content: bytes | None) -> Version:
    if content is None:
        return Version(number=0, readable=False)
    about = about_packed(content)
    saved_at = dt.datetime.fromisoformat(about["saved_at"])
    return Version(number=about["number"], saved_at=saved_at, records=about["records"])


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


_EMPTY: Final = Sentence("The passphrase is empty. Take four or more words that belong to nobody.")
_LONGER: Final = Sentence(
    "Short passphrases are guessed by machines. Take four or more words that have nothing to do "
    "with each other, 20 characters or more in all."
)
_WRONG: Final = Sentence(
    "This passphrase does not open the file. Check capitals and the language of the keyboard. A "
    "lost passphrase cannot be recovered by anybody."
)
_CHANGED: Final = Sentence(
    "The passphrase of the file was changed in another window. What you entered is still in this "
    "one: unlock the file with its new passphrase, and save again."
)
_NEWER: Final = Sentence(
    "The file was written by a newer version of Corridor Atlas. Update this one to open it; the "
    "file is untouched."
)
_DAMAGED: Final = Sentence(
    "What was saved last is damaged: not one bit is taken from it. Restore an older version from "
    "the list, or take a copy of the file that you kept."
)
