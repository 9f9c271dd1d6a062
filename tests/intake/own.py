"""Files of a reader's own, made by the tests, and what they are taken in as."""

import io
import json
import zipfile

import pyproj
import shapefile

from intake.files.findings import Answers
from intake.files.intake import take_in
from intake.files.known import Known
from intake.files.limits import BROWSER
from intake.files.reader import Asked, read_layers

KNOWN = Known(
    countries={
        **dict.fromkeys(("kr", "kor", "south korea", "대한민국"), "KOR"),
        **dict.fromkeys(("cn", "chn", "china", "중국"), "CHN"),
        **dict.fromkeys(("la", "lao", "laos", "라오스"), "LAO"),
    },
    places={"seoul": (127.0, 37.6), "bangkok": (100.5, 13.8)},
    words={"mode": {"land": "land", "육로": "land", "air": "air"}},
)
HEAD = "leg_id,from_lon,from_lat,to_lon,to_lat"
GOOD = "A,126.9,37.5,129.1,35.2"
LINE = [[126.9, 37.5], [129.1, 35.2]]


def raw(content, name="own.csv", *, limits=BROWSER, encoding=""):
    content = content.encode() if isinstance(content, str) else content
    return read_layers(content, Asked(name=name, limits=limits, encoding=encoding))


def taken(content, name="own.csv", *, mapping=None, given=None, **asked):
    answers = Answers(mapping=mapping or {}, given=given or {})
    return take_in(raw(content, name, **asked), name, known=KNOWN, answers=answers)


def csv_of(*rows, head=HEAD):
    return "\n".join([head, *rows, ""])


def feature(geometry, **properties):
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def line(coordinates=None):
    return {"type": "LineString", "coordinates": LINE if coordinates is None else coordinates}


def geojson(*geometries, **members):
    """A collection; each geometry gets an id a, b, c …"""
    features = [feature(one, leg_id=chr(97 + at)) for at, one in enumerate(geometries)]
    return json.dumps({"type": "FeatureCollection", "features": features, **members})


def zipped(members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def shapefile_parts(lines=(LINE,), names=("A",), encoding="utf-8", crs="EPSG:4326"):
    parts = {suffix: io.BytesIO() for suffix in (".shp", ".shx", ".dbf")}
    with shapefile.Writer(
        shp=parts[".shp"], shx=parts[".shx"], dbf=parts[".dbf"], encoding=encoding
    ) as writer:
        writer.field("name", "C", 40)
        for one, name in zip(lines, names, strict=True):
            writer.line([one])
            writer.record(name)
    files = {f"own{suffix}": part.getvalue() for suffix, part in parts.items()}
    return files | {"own.prj": pyproj.CRS(crs).to_wkt("WKT1_ESRI")}


def texts(notes):
    return " ".join(str(note.sentence) for note in notes)


def faults(intake):
    return [str(fault.sentence) for fault in intake.set_aside]
