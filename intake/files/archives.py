"""Opens zip archives after looking at what they claim, and reads what lies in them."""

import io
import zipfile
import zlib

from intake.files.kinds import READ
from intake.files.layers import Progress, RawFile, Refused
from intake.files.limits import MB, Limits
from intake.files.shapefiles import shapefile_layers
from intake.files.texts import decoded
from intake.files.xlsx_rows import xlsx_layers
from intake.files.xml_features import xml_layers
from intake.sentence import Sentence

PACK_AGAIN = Sentence("Pack the file again and read it.")
NESTED = (".zip", ".kmz", ".7z", ".rar", ".gz", ".tar", ".tgz", ".bz2", ".xz")
LINK_BITS, LINK = 0o170000, 0o120000
ENCRYPTED = 0x1
# Below this size no ratio harms.
SMALL = MB
# What the standard library raises when the parts of an archive contradict each other.
DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)


def read_archive(content: bytes, limits: Limits, encoding: str, progress: Progress) -> RawFile:
    """Return what an archive holds: a workbook, KMZ or zipped shapefiles.

    Raises
    ------
    Refused
        It is damaged, exceeds the limits, hides something or holds none of the three.
    """
    members = _members(content, limits)
    if "[Content_Types].xml" in members and any(name.startswith("xl/") for name in members):
        layers, changes = xlsx_layers(content, limits, progress)
        return RawFile(kind="XLSX", layers=layers, changes=changes)
    maps = [name for name in members if name.lower().endswith(".kml")]
    if maps:
        raw = xml_layers(decoded(_member(content, maps[0], limits)).text, limits, progress)
        return RawFile(
            kind="KMZ", layers=raw.layers, changes=(*raw.changes, *_unread(members, maps[:1]))
        )
    if any(name.lower().endswith((".shp", ".shx", ".dbf")) for name in members):
        parts = {name: _member(content, name, limits) for name in members if _is_part(name)}
        raw = shapefile_layers(parts, limits, encoding, progress)
        return RawFile(
            kind=raw.kind, layers=raw.layers, encoding=raw.encoding, encodings=raw.encodings,
            changes=(*raw.changes, *_unread(members, list(parts))),
        )  # fmt: skip
    raise Refused(Sentence("found an archive without a shapefile, KML or workbook"), READ)


def _is_part(name: str) -> bool:
    return name.lower().endswith((".shp", ".shx", ".dbf", ".prj", ".cpg"))


def _unread(members: list[str], read: list[str]) -> tuple[Sentence, ...]:
    names = sorted(set(members) - set(read))
    if not names:
        return ()
    return (Sentence("Files of the archive that were not read: {files}", files=", ".join(names)),)


def _members(content: bytes, limits: Limits) -> list[str]:
    """Return the names in an archive that claims nothing forbidden."""
    try:
        infos = zipfile.ZipFile(io.BytesIO(content)).infolist()
    except DAMAGED:
        raise Refused(Sentence("the archive is cut off or damaged"), PACK_AGAIN) from None
    files = [info for info in infos if not info.filename.endswith("/")]  # a name may be empty
    unpacked = sum(info.file_size for info in files)
    if len(infos) > limits.members:
        raise _refused(Sentence("{found} files in the archive, expected at most {limit}",
                                found=format(len(infos), ","), limit=limits.members))  # fmt: skip
    if unpacked > limits.unpacked_bytes:
        size, most = format(unpacked // MB, ","), format(limits.unpacked_bytes // MB, ",")
        raise _refused(
            Sentence(
                "{found} MB when unpacked, expected at most {limit} MB", found=size, limit=most
            )
        )
    for info in files:
        _refuse_member(info, limits)
    return [info.filename for info in files]


def _refuse_member(info: zipfile.ZipInfo, limits: Limits) -> None:
    name = info.filename.replace("\\", "/")
    if name.startswith("/") or ".." in name.split("/") or ":" in name.split("/")[0]:
        raise _refused(Sentence("a path out of the archive: {name}", name=repr(info.filename)))
    if (info.external_attr >> 16) & LINK_BITS == LINK:
        raise _refused(Sentence("a link in the archive: {name}", name=repr(info.filename)))
    if name.lower().endswith(NESTED):
        raise _refused(Sentence("an archive inside the archive: {name}", name=repr(info.filename)))
    if info.flag_bits & ENCRYPTED:
        raise _refused(Sentence("a member with a password: {name}", name=repr(info.filename)))
    if info.file_size > SMALL and info.file_size > limits.ratio * max(info.compress_size, 1):
        raise _refused(Sentence("a member that grows more than {ratio} times: {name}",
                                ratio=limits.ratio, name=repr(info.filename)))  # fmt: skip


def _refused(found: Sentence) -> Refused:
    return Refused(Sentence("found {what}", what=found), PACK_AGAIN)


def _member(content: bytes, name: str, limits: Limits) -> bytes:
    """Return a member, never more of it than was claimed."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        try:
            with archive.open(name) as member:
                return member.read(limits.unpacked_bytes)
        except DAMAGED:
            raise Refused(Sentence("the archive is cut off or damaged"), PACK_AGAIN) from None
