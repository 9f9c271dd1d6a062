"""Tells from its content, never from its name, what a file is."""

from intake.files.layers import Refused
from intake.sentence import Sentence

READ = Sentence(
    "Save it as GeoJSON, GeoPackage, KML, GPX, zipped shapefile, GeoParquet, CSV or XLSX."
)
SQLITE_MAGIC = b"SQLite format 3\x00"
# Where a GeoPackage says in its SQLite header that it is one (OGC 12-128r19, requirement 2).
APPLICATION_ID = slice(68, 72)
GEOPACKAGE_IDS = (b"GPKG", b"GP10", b"GP11")
# First bytes -> what the file is, where it is something that is not read.
OTHERS = {
    b"\xd0\xcf\x11\xe0": Sentence("an old or password-protected Office file"),
    b"\x00\x00\x27\x0a": Sentence("a shapefile without its companions"),
    b"%PDF": Sentence("a PDF document"),
    b"\x89PNG": Sentence("a picture"),
    b"\xff\xd8\xff": Sentence("a picture"),
    b"\x1f\x8b": Sentence("a gzip archive"),
    b"7z\xbc\xaf": Sentence("a 7z archive"),
    b"Rar!": Sentence("a RAR archive"),
    SQLITE_MAGIC: Sentence("a database that is not a GeoPackage"),
}
ENDINGS = {
    "GeoJSON": (".geojson", ".json", ".ndjson", ".geojsonl", ".geojsons", ".jsonl"),
    "GeoPackage": (".gpkg",),
    "KML": (".kml",),
    "KMZ": (".kmz",),
    "GPX": (".gpx",),
    "shapefile": (".zip",),
    "GeoParquet": (".parquet", ".geoparquet", ".pq"),
    "CSV": (".csv", ".txt", ".tsv"),
    "XLSX": (".xlsx", ".xlsm"),
}


def kind_of(content: bytes) -> str:
    """Return the kind of a file: one of ``ENDINGS``, ``zip`` for an archive, ``text`` for text.

    Raises
    ------
    Refused
        It is empty, or a kind that is not read; in words.
    """
    if not content.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise Refused(Sentence("the file is empty"), Sentence("Choose a file with rows in it."))
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "zip"
    if content.startswith(b"PAR1"):
        return "GeoParquet"
    if content.startswith(SQLITE_MAGIC) and content[APPLICATION_ID] in GEOPACKAGE_IDS:
        return "GeoPackage"
    for mark, words in OTHERS.items():
        if content.startswith(mark):
            raise Refused(Sentence("found {what}", what=words), READ)
    return "text"


def kind_of_text(text: str) -> str:
    """Return ``GeoJSON``, ``XML`` or ``CSV``.

    Raises
    ------
    Refused
        The text holds control characters that no text file has.
    """
    head = text[:2000].lstrip("\ufeff\x1e \t\r\n")
    if "\x00" in text[:100_000]:
        raise Refused(Sentence("found {what}", what=Sentence("a file that is not text")), READ)
    if head.startswith(("{", "[")):
        return "GeoJSON"
    return "XML" if head.startswith("<") else "CSV"


def ending_of(name: str, kind: str) -> tuple[Sentence, ...]:
    """Return what is to be said where the name of a file promises another kind.

    One sentence, or none where the ending fits ``kind`` or promises nothing.
    """
    known = {ending for endings in ENDINGS.values() for ending in endings}
    ending = f".{name.rsplit('.', 1)[-1].lower()}" if "." in name else ""
    if ending in known and ending not in ENDINGS.get(kind, ()):
        return (
            Sentence("The name ends in {ending}, but the file is {kind} and was read as that.",
                     ending=ending, kind=kind),
        )  # fmt: skip
    return ()
