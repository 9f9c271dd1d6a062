"""Seals bytes under a passphrase, block by block, so that damage to one block spares the others.

A block is a header and a text sealed with AES-256-GCM; the header is authenticated with it. The
key comes from the passphrase by Argon2id (RFC 9106), which asks for memory at every guess. The
numbers it was made with, and the salt, stand in the header; nothing of the passphrase does. Bytes
in, bytes out: no files, no clock.

References: RFC 9106 (Argon2), section 4; NIST SP 800-38D (GCM).
"""

from __future__ import annotations

import os
import struct
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

if TYPE_CHECKING:
    from collections.abc import Iterator

FORMAT: Final = 1
MAGIC: Final = b"CorridorAtlas\x00WS"
# Magic, format; iterations, KiB, lanes; salt; check of the key; nonce; bytes that follow.
_HEADER: Final = struct.Struct(">16sHIII16s16s12sQ")
_KEY_BYTES: Final = 32
_CHECK_BYTES: Final = 16
_PAGE: Final = 4096  # a sealed text is a whole number of pages long: its size says little
_LENGTH: Final = struct.Struct(">Q")


@dataclass(frozen=True, kw_only=True)
class Cost:
    """What one guess of a passphrase costs: passes over so much memory in so many lanes.

    Twice the memory of the second recommendation of RFC 9106: 0.2 to 1.5 seconds.
    """

    iterations: int = 3
    memory_kib: int = 128 * 1024
    lanes: int = 4

    @property
    def is_sane(self) -> bool:
        """Whether a header may ask this of the machine: a made-up one must not exhaust it."""
        return (
            1 <= self.iterations <= 20  # noqa: PLR2004
            and 1 <= self.lanes <= 16  # noqa: PLR2004
            and 8 * self.lanes <= self.memory_kib <= 2**20
        )


@dataclass(frozen=True, kw_only=True)
class Key:
    """A key with what it was made from; its bytes never stand in a text."""

    cost: Cost
    salt: bytes = field(repr=False)
    secret: bytes = field(repr=False)
    check: bytes = field(repr=False)


@dataclass(frozen=True, kw_only=True)
class Block:
    """A stretch of a file: a sealed block, or ``damaged`` bytes that are none."""

    raw: bytes = field(repr=False)
    format: int = 0
    cost: Cost = Cost()
    salt: bytes = field(default=b"", repr=False)
    check: bytes = field(default=b"", repr=False)
    damaged: bool = False


def derived_key(passphrase: str, salt: bytes | None = None, cost: Cost | None = None) -> Key:
    """Return the key of a passphrase; a fresh salt unless one is given.

    The passphrase counts in Unicode's form NFKC, so that a Korean one is the same from every
    keyboard.
    """
    used, grain = cost or Cost(), salt or os.urandom(16)
    made = Argon2id(
        salt=grain,
        length=_KEY_BYTES + _CHECK_BYTES,
        iterations=used.iterations,
        lanes=used.lanes,
        memory_cost=used.memory_kib,
    ).derive(unicodedata.normalize("NFKC", passphrase).encode())
    return Key(cost=used, salt=grain, secret=made[:_KEY_BYTES], check=made[_KEY_BYTES:])


def sealed(text: bytes, key: Key) -> bytes:
    """Return a block of bytes that only the key opens."""
    plain = _LENGTH.pack(len(text)) + text
    plain += b"\x00" * (-len(plain) % _PAGE)
    nonce, tag = os.urandom(12), 16
    numbers = (key.cost.iterations, key.cost.memory_kib, key.cost.lanes)
    size = len(plain) + tag
    header = _HEADER.pack(MAGIC, FORMAT, *numbers, key.salt, key.check, nonce, size)
    return header + AESGCM(key.secret).encrypt(nonce, plain, header)


def unsealed(block: Block, key: Key) -> bytes | None:
    """Return what was sealed in a block, or None where a single bit of it is not as it was."""
    if block.damaged or block.format != FORMAT:
        return None
    header, text = block.raw[: _HEADER.size], block.raw[_HEADER.size :]
    nonce = _HEADER.unpack(header)[-2]
    try:
        plain = AESGCM(key.secret).decrypt(nonce, text, header)
    except InvalidTag:
        return None
    (length,) = _LENGTH.unpack_from(plain)
    return plain[_LENGTH.size : _LENGTH.size + length]


def blocks(file: bytes) -> Iterator[Block]:
    """Yield the blocks of a file in order, and what lies between them as damaged ones.

    Blocks are found by their first bytes, not by the length that the one before claims: so a
    damaged header loses its own block and no other.
    """
    start = 0
    while start < len(file):
        found = _block_at(file, start)
        if found is None:
            after = file.find(MAGIC, start + 1)
            found = Block(raw=file[start : after if after > 0 else None], damaged=True)
        yield found
        start += len(found.raw)


def _block_at(file: bytes, start: int) -> Block | None:
    head = file[start : start + _HEADER.size]
    if len(head) < _HEADER.size or not head.startswith(MAGIC):
        return None
    _, version, iterations, memory_kib, lanes, salt, check, _, size = _HEADER.unpack(head)
    end = start + _HEADER.size + size
    cost = Cost(iterations=iterations, memory_kib=memory_kib, lanes=lanes)
    if end > len(file) or not cost.is_sane:
        return None
    return Block(
        raw=file[start:end], format=version, cost=cost, salt=salt, check=check, damaged=version == 0
    )
