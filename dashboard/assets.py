"""The files and payloads that the app itself serves, each under an address that never changes.

Files stand under the checksum of the whole bundle, so modules may import each other by relative
names; payloads stand under their own. Whatever an address once answered it always answers, so a
browser keeps it for good. The list is made once, at start: a name that is not on it does not
exist, whatever it is made of.
"""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
import threading
from collections import OrderedDict
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from dashboard.maps.joined_modules import joined
from intake.errors import AtlasError

PREFIX: Final = "/atlas"
ROOT: Final = Path(__file__).resolve().parent.parent
FOLDERS: Final = {"": ROOT / "dashboard/maps/assets", "basemap/": ROOT / "geodata/data/basemap"}
# Modules that are served with all that they import in them: one file is fetched, not forty.
JOINED: Final = ("early.js", "map.js", "ground_worker.js", "date_rail.js", "briefing.js")
MOST_PAYLOADS: Final = 64
MOST_PAYLOAD_BYTES: Final = 64 * 2**20
_WORTH_IT: Final = 0.9
_TYPES: Final = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".md": "text/plain; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
}


class AssetError(AtlasError):
    """A file of the app that is asked for by a name it does not have, or a payload too large."""


@dataclass(frozen=True, kw_only=True)
class Asset:
    """One thing to serve: its bytes, the same bytes packed by gzip where that helps, its type."""

    body: bytes
    packed: bytes | None
    media_type: str
    sha256: str


@dataclass(frozen=True, kw_only=True)
class Bundle:
    """Every file that is served, by its name below the bundle's address."""

    sha256: str
    files: dict[str, Asset]


@cache
def bundle() -> Bundle:
    """Return the bundle, read and packed once per process."""
    paths = {
        prefix + path.relative_to(folder).as_posix(): path
        for prefix, folder in FOLDERS.items()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }
    bodies = {name: path.read_bytes() for name, path in paths.items()}
    modules = {name: body.decode() for name, body in bodies.items() if name.endswith(".js")}
    bodies |= {name: joined(name, modules).encode() for name in JOINED}
    files = {name: _asset(body, Path(name).suffix) for name, body in bodies.items()}
    listing = "\n".join(f"{name} {asset.sha256}" for name, asset in sorted(files.items()))
    return Bundle(sha256=hashlib.sha256(listing.encode()).hexdigest()[:16], files=files)


def bundle_url(name: str) -> str:
    """Return the address on this app of a file, such as ``map.js`` or ``basemap/overview.json``.

    Raises
    ------
    AssetError
        If there is no such file.
    """
    found = bundle()
    if name not in found.files:
        raise AssetError(
            f"The app's file {name!r} was not found, expected one of: "
            f"{', '.join(sorted(found.files)) or 'none'}. Restore the files: "
            "git checkout -- dashboard/maps/assets geodata/data/basemap"
        )
    return f"{PREFIX}/{found.sha256}/{name}"


def publish(payload: bytes, suffix: str) -> str:
    """Keep a payload in memory and return its address on this app. Public data only.

    Anybody who has the address can read it, without a session. The newest 64 payloads, 64 MB in
    all, are kept; the one that was not read or published for longest goes first. Publishing the
    same bytes again costs a checksum and gives the same address.

    Parameters
    ----------
    payload
        The bytes to serve.
    suffix
        What the address ends in, with the dot: ``.json``. It decides the type that is sent.

    Raises
    ------
    AssetError
        If the payload alone is larger than all that may be kept.
    """
    if len(payload) > MOST_PAYLOAD_BYTES:
        raise AssetError(
            f"A payload of {len(payload):,} bytes is too large to serve from memory, expected "
            f"at most {MOST_PAYLOAD_BYTES:,}. Write it to a file instead."
        )
    name = hashlib.sha256(payload).hexdigest() + suffix
    _payloads.keep(name, payload, suffix)
    return f"{PREFIX}/data/{name}"


def find(path: str) -> Asset | None:
    """Return what stands at ``path`` (below ``/atlas/``), or None.

    An address of an older bundle is unknown, never answered with a newer file.
    """
    head, _, name = path.partition("/")
    if head == "data":
        return _payloads.get(name)
    found = bundle()
    return found.files.get(name) if head == found.sha256 else None


def _asset(body: bytes, suffix: str) -> Asset:
    packed = gzip.compress(body, compresslevel=6, mtime=0)
    media_type = _TYPES.get(suffix) or mimetypes.types_map.get(suffix, "application/octet-stream")
    return Asset(
        body=body,
        packed=packed if len(packed) < _WORTH_IT * len(body) else None,
        media_type=media_type,
        sha256=hashlib.sha256(body).hexdigest(),
    )


class _Payloads:
    """Payloads by name, least recently used first, within the bounds; safe between threads."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, Asset] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, name: str) -> Asset | None:
        with self._lock:
            if name in self._kept:
                self._kept.move_to_end(name)
            return self._kept.get(name)

    def keep(self, name: str, payload: bytes, suffix: str) -> None:
        if self.get(name):
            return
        asset = _asset(payload, suffix)
        with self._lock:
            self._kept[name] = asset
            while len(self._kept) > MOST_PAYLOADS or self._size() > MOST_PAYLOAD_BYTES:
                self._kept.popitem(last=False)

    def _size(self) -> int:
        return sum(len(asset.body) for asset in self._kept.values())


_payloads: Final = _Payloads()
