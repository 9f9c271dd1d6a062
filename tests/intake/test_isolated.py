"""The process that reads a file: every format goes through it, and nothing else comes out of it."""

import io
import json
import os
import subprocess
import sys
import time
import zipfile
from dataclasses import replace

import geopandas as gpd
import openpyxl
import pytest
import shapely

from intake.errors import PROJECT as ROOT
from intake.errors import DataFileError
from intake.files.layers import Refused
from intake.files.limits import BROWSER, COMMAND_LINE
from intake.files.opened import raw_from_bytes
from intake.files.wire import packed, unpacked
from tests.intake.own import GOOD, HEAD, csv_of, geojson, line, raw, shapefile_parts, zipped

KML = (
    '<kml xmlns="http://www.opengis.net/kml/2.2"><Placemark><name>A</name><LineString>'
    "<coordinates>126.9,37.5 129.1,35.2</coordinates></LineString></Placemark></kml>"
)
GPX = '<gpx><rte><rtept lat="37.5" lon="126.9"/><rtept lat="35.2" lon="129.1"/></rte></gpx>'
FRAME = gpd.GeoDataFrame(
    {"leg_id": ["A"]}, geometry=[shapely.LineString([(126.9, 37.5), (129.1, 35.2)])], crs=4326
)


def geopackage(folder):
    FRAME.to_file(folder / "own.gpkg", driver="GPKG")
    return (folder / "own.gpkg").read_bytes()


def parquet(folder):
    FRAME.to_parquet(folder / "own.parquet")
    return (folder / "own.parquet").read_bytes()


def workbook():
    book, out = openpyxl.Workbook(), io.BytesIO()
    book.active.append(["leg_id", "from_lon", "from_lat", "to_lon", "to_lat"])
    book.active.append(["A", 126.9, 37.5, 129.1, 35.2])
    book.save(out)
    return out.getvalue()


@pytest.fixture(scope="module")
def one_of_each(tmp_path_factory):
    folder = tmp_path_factory.mktemp("own")
    return {
        "CSV": csv_of(GOOD + ",서울", head=HEAD + ",메모").encode("cp949"),
        "GeoJSON": geojson(line()).encode(),
        "KML": KML.encode(),
        "KMZ": zipped({"doc.kml": KML, "files/picture.png": b"x"}),
        "GPX": GPX.encode(),
        "XLSX": workbook(),
        "shapefile": zipped(shapefile_parts(names=["서울"], encoding="cp949")),
        "GeoPackage": geopackage(folder),
        "GeoParquet": parquet(folder),
    }  # fmt: skip


@pytest.mark.parametrize(
    "kind",
    ["CSV", "GeoJSON", "KML", "KMZ", "GPX", "XLSX", "shapefile", "GeoPackage", "GeoParquet"],
)
def test_every_format_is_read_in_the_closed_process_as_outside_it(one_of_each, kind):
    inside = raw_from_bytes(one_of_each[kind], "own")
    assert inside.kind == kind
    assert inside == raw(one_of_each[kind], "own")


def test_a_reading_that_takes_too_long_is_ended():
    began = time.monotonic()
    with pytest.raises(DataFileError, match="longer than 0 seconds"):
        raw_from_bytes(csv_of(GOOD).encode(), "own.csv", limits=replace(BROWSER, seconds=0))
    assert time.monotonic() - began < 20  # the process is gone, not waited for


def test_a_reading_that_needs_too_much_memory_is_refused_in_words():
    small = replace(BROWSER, memory_bytes=300_000_000)
    content = csv_of(*[GOOD] * 40_000).encode()
    with pytest.raises(DataFileError, match="memory"):
        raw_from_bytes(content, "own.csv", limits=small)


def test_the_closed_process_can_open_no_file_and_no_connection(tmp_path):
    tempting = tmp_path / "tempting.csv"
    tempting.write_text("secret")
    program = (
        "import socket, os, sys\n"
        "from intake.files.limits import BROWSER\n"
        "from intake.files.worker import confine\n"
        "confine(BROWSER)\n"
        "tried = [lambda: open(sys.argv[1]), lambda: os.remove(sys.argv[1]),\n"
        "         lambda: socket.socket(), lambda: os.pipe(),\n"
        "         lambda: os.execv('/bin/true', ['true'])]\n"
        "done = []\n"
        "for one in tried:\n"
        "    try: one(); done.append('opened')\n"
        "    except OSError: done.append('refused')\n"
        "print(*done)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, tempting],
        capture_output=True, text=True, check=True, env=os.environ | {"PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.stdout.split() == ["refused"] * 5
    assert tempting.read_text() == "secret"


def test_progress_comes_in_the_calling_thread_and_may_stop_the_reading():
    class Stop(Exception):  # noqa: N818 - a press of a button
        pass

    def stop(_share):
        raise Stop

    with pytest.raises(Stop):
        raw_from_bytes(csv_of(*[GOOD] * 6_000).encode(), "own.csv", progress=stop)


@pytest.mark.parametrize("damage", [b"", b"\x00" * 7, b"\xff" * 8, b"\x00" * 7 + b"\x02{}"])
def test_an_answer_that_is_not_whole_is_no_file(damage):
    with pytest.raises((ValueError, KeyError)):
        unpacked(damage)


def test_a_sentence_that_would_run_a_format_is_not_rebuilt():
    header = json.dumps({"fault": ["{a.__class__}", {"a": "x"}], "remedy": ["", {}]}).encode()
    with pytest.raises(ValueError, match="more than words"):
        unpacked(len(header).to_bytes(8, "big") + header)


def test_what_goes_over_the_wire_comes_back_the_same():
    read = raw(geojson(line(), None, line([[1, 2, 3], [2, 3, 4]])))
    assert unpacked(packed(read)) == read


VRT = (
    '<OGRVRTDataSource><OGRVRTLayer name="t"><SrcDataSource>{path}</SrcDataSource>'
    "</OGRVRTLayer></OGRVRTDataSource>"
)


@pytest.mark.parametrize(
    "content",
    [
        VRT,
        "<?xml version='1.0'?><!DOCTYPE kml [<!ENTITY x SYSTEM 'file://{path}'>]><kml>&x;</kml>",
        '{"type": "gdal_streamed_alg", "command_line": "gdal vector pipeline ! read {path}"}',
        "/vsizip/{path}",
        "<OGRWFSDataSource><URL>http://127.0.0.1:9/</URL></OGRWFSDataSource>",
    ],
)
def test_what_points_to_another_file_never_reads_it(tmp_path, content):
    tempting = tmp_path / "tempting.csv"
    tempting.write_text(csv_of("SECRET,126.9,37.5,129.1,35.2"))
    try:
        said = str(raw(content.replace("{path}", str(tempting))))
    except Refused as refused:
        said = f"{refused.fault} {refused.remedy}"
    assert "SECRET" not in said


def test_a_bomb_of_entities_is_refused():
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "x"}">' for n in range(12))
    with pytest.raises(Refused, match="declarations of its own"):
        raw(f"<?xml version='1.0'?><!DOCTYPE kml [{entities}]><kml>&e11;</kml>")


def hidden(name, content=b"x", **changes):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        info = zipfile.ZipInfo(name)
        for key, value in changes.items():
            setattr(info, key, value)
        info.compress_type = zipfile.ZIP_DEFLATED
        archive.writestr(info, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (lambda: hidden("../../own.kml", KML), "a path out of the archive"),
        (lambda: hidden("/etc/own.kml", KML), "a path out of the archive"),
        (lambda: hidden("own.kml", b"/etc/passwd", external_attr=0o120777 << 16), "a link"),
        (lambda: hidden("more.zip"), "an archive inside the archive"),
        (lambda: hidden("own.kml", b"0" * 5_000_000), "grows more than 100 times"),
        (lambda: zipped({f"{n}.kml": b"x" for n in range(51)}), "51 files in the archive"),
        (lambda: zipped({"readme.txt": b"x"}), "without a shapefile, KML or workbook"),
    ],
)
def test_an_archive_that_hides_something_is_refused_before_it_is_opened(content, words):
    with pytest.raises(Refused, match=words):
        raw(content())


def test_an_archive_too_large_when_unpacked_is_refused():
    content = zipped({"own.kml": os.urandom(3_000_000)})
    with pytest.raises(Refused, match="3 MB when unpacked, expected at most 2 MB"):
        raw(content, limits=replace(BROWSER, unpacked_bytes=2_000_000))


def test_a_hundred_thousand_legs_are_read_with_progress():
    rows = (f"{n},{100 + n % 60 / 2},{n % 40},{101 + n % 50},{n % 30}" for n in range(100_000))
    shares = []
    read = raw_from_bytes(
        csv_of(*rows).encode(), "own.csv", limits=COMMAND_LINE, progress=shares.append
    )
    assert len(read.layers[0].rows) == 100_000
    assert len(shares) > 10
    assert shares == sorted(shares)
