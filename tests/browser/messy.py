"""A file as a planner has it: Korean headings, CP949, four good rows and ten kinds of fault."""

import csv
import io

HEAD = "구간,경로,출발,도착,출발경도,출발위도,도착경도,도착위도,수단,국가,일자,비고"
WORDS = "황조롱이메모"
FINE = "129.83719"
GOOD = (
    f"가-1,우리 경로,두만 지역,길림 지역,{FINE},41.81234,125.3,43.9,육로,북한;중국,2024-05,{WORDS}",
    "가-2,우리 경로,길림 지역,쿤밍 지역,125.3,43.9,102.7,25.0,육로,중국,2024-05,",
    "가-3,우리 경로,쿤밍 지역,비엔티안 지역,102.7,25.0,102.6,17.97,육로,중국;라오스,2024-06,",
    "가-4,우리 경로,비엔티안 지역,방콕 지역,102.6,17.97,100.5,13.75,육로,라오스;태국,2024-06,",
)
# Ids and cells that cannot be: what stands there, and what the message leads a planner to write.
FAULTS = {
    "나-1": ("출발위도", "95.1", "43.9"),
    "나-2": ("출발경도", "동쪽", "125.3"),
    "나-3": ("도착경도", "125.3", "102.7"),  # both ends in one place
    "나-4": ("수단", "로켓", "육로"),
    "나-5": ("국가", "아틀란티스", "중국"),
    "나-6": ("일자", "2024-13-40", "2024-12-04"),
    "나-7": ("출발경도", "", "125.3"),
    "가-2": ("구간", "가-2", "나-8"),  # an id that stands twice
    "나-9": ("출발경도", "inf", "125.3"),
    "나-10": ("출발경도", "181.5", "125.3"),
}
_PLACES = ("길림", "쿤밍", "125.3", "43.9", "102.7", "25.0")
_SOUND = ("", "둘째 경로", *_PLACES, "육로", "중국", "2024-05", "")


def messy() -> bytes:
    """The file as it is brought."""
    rows = [_faulty(leg, column, found) for leg, (column, found, _) in FAULTS.items()]
    return "\n".join([HEAD, *GOOD, *rows]).encode("cp949")


def mended(set_aside: str) -> bytes:
    """The file of rows set aside, each cell corrected as its message says."""
    rows = list(csv.DictReader(io.StringIO(set_aside)))
    assert len(rows) == len(FAULTS)
    for row in rows:
        column, found, right = FAULTS[row["구간"]]
        assert found in row[column]
        assert row["problem"]
        row[column] = right
    out = io.StringIO()
    writer = csv.DictWriter(out, rows[0].keys())
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def _faulty(leg: str, column: str, found: str) -> str:
    cells = dict(zip(HEAD.split(","), [leg, *_SOUND[1:]], strict=True)) | {column: found}
    if leg == "나-3":
        cells["도착위도"] = cells["출발위도"]
    return ",".join(cells.values())
