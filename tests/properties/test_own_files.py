"""Whatever a file holds, each of its rows is taken or set aside, and nothing else happens."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from intake.files.layers import Refused
from intake.files.reader import Asked, read_layers
from tests.intake.own import csv_of, geojson, line, shapefile_parts, taken, zipped

CELL = st.one_of(
    st.sampled_from(["", "127", "37,5", "NaN", "1e400", "Seoul", "KR", "2024-02-30", "북위 37도"]),
    st.floats(-200, 200).map(str),
    st.text(max_size=6),
)
HEAD = "leg_id,from,to,from_lon,from_lat,to_lon,to_lat,lon,lat,name,date,countries,score,seq"
ROW = st.lists(CELL, min_size=14, max_size=14)
SEEDS = {
    "csv": csv_of("A,126.9,37.5,129.1,35.2").encode(),
    "korean": "번호,메모\n1,서울\n".encode("cp949"),
    "geojson": geojson(line(), None, line([[1, 2, 3], [4, 5, 6]])).encode(),
    "lines": b'{"type":"Feature","geometry":null}\n{"type":"Feature","geometry":null}\n',
    "kml": b"<kml><Placemark><Point><coordinates>1,2</coordinates></Point></Placemark></kml>",
    "gpx": b"<gpx><trk><trkseg>"
    b'<trkpt lat="1" lon="2"/><trkpt lat="2" lon="3"/></trkseg></trk></gpx>',
    "shapefile": zipped(shapefile_parts()),
}


@settings(deadline=None, max_examples=25)
@given(st.lists(ROW, min_size=1, max_size=5))
def test_every_row_of_a_table_is_taken_or_set_aside(rows):
    text = "\r\n".join([HEAD, *(",".join(_quoted(cell) for cell in row) for row in rows)])
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    try:
        intake = taken(text.encode("utf-8", "replace"))
    except Refused:
        return
    assert intake.rows == len(filled)
    refused = {(fault.layer, fault.row) for fault in intake.set_aside}
    assert len(refused) == intake.rows_set_aside
    assert refused.isdisjoint(zip(intake.legs["layer"], intake.legs["row"], strict=True))


POSITION = st.lists(st.floats(-400, 400) | st.just(float("nan")), min_size=0, max_size=4)
GEOMETRY = st.one_of(
    st.none(),
    st.builds(
        lambda places: {"type": "LineString", "coordinates": places}, st.lists(POSITION, max_size=4)
    ),
    st.builds(lambda place: {"type": "Point", "coordinates": place}, POSITION),
    st.builds(
        lambda ring: {"type": "Polygon", "coordinates": [ring]}, st.lists(POSITION, max_size=5)
    ),
    st.dictionaries(st.sampled_from(["type", "coordinates"]), st.text(max_size=3)),
)


@settings(deadline=None, max_examples=30)
@given(st.lists(GEOMETRY, min_size=1, max_size=5))
def test_every_feature_is_taken_or_set_aside(geometries):
    intake = taken(geojson(*geometries))
    assert intake.rows == len(geometries)
    bounds = intake.legs.total_bounds if len(intake.legs) else [0, 0, 0, 0]
    assert (bounds[:2] >= [-180, -90]).all() if len(intake.legs) else True


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(sorted(SEEDS)), st.data())
def test_a_damaged_file_is_refused_or_read_and_never_breaks(seed, data):
    content = bytearray(SEEDS[seed])
    for _hit in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at : at + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
    _read_or_refused(bytes(content))


@settings(deadline=None)
@given(
    st.binary(max_size=300)
    | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace"))
)
@example(b"PK\x03\x04")
@example(b"PAR1PAR1")
@example(b"SQLite format 3\x00" + bytes(52) + b"GPKG" + bytes(40))
def test_any_bytes_are_refused_or_read(content):
    _read_or_refused(content)


def _read_or_refused(content):
    try:
        read = read_layers(content, Asked(name="own"))
    except Refused as refused:
        told = [refused.fault, refused.remedy]
    else:
        told = [layer.rows for layer in read.layers if layer.rows]
    assert all(told)
    assert told


def _quoted(cell):
    return '"' + cell.replace('"', '""') + '"'
