"""How large a file of a reader's own may be, and how long the reading of it may take."""

from dataclasses import dataclass

MB = 1_000_000


@dataclass(frozen=True, kw_only=True)
class Limits:
    """What a file must not exceed.

    Parameters
    ----------
    upload_bytes, unpacked_bytes
        Size of the file, and of all members of an archive together.
    ratio
        How many times larger an archive may become.
    members
        Files in an archive.
    features, vertices, columns
        Of the whole file; columns of one layer.
    cell_letters
        Length of a cell; a longer one sets its row aside.
    depth
        Brackets inside brackets in JSON, elements inside elements in XML.
    memory_bytes, seconds
        What the process that reads may take.
    """

    upload_bytes: int = 25 * MB
    unpacked_bytes: int = 200 * MB
    ratio: int = 100
    members: int = 50
    features: int = 200_000
    vertices: int = 1_000_000
    columns: int = 200
    cell_letters: int = 10_000
    depth: int = 32
    memory_bytes: int = 2_000 * MB
    seconds: int = 60


BROWSER = Limits()
COMMAND_LINE = Limits(
    upload_bytes=1_000 * MB,
    unpacked_bytes=2_000 * MB,
    features=2_000_000,
    vertices=20_000_000,
    memory_bytes=8_000 * MB,
    seconds=900,
)
