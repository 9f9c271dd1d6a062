"""The fields that a row may fill, and the headings, English and Korean, that they are known by."""

import re
import unicodedata
from types import MappingProxyType

# Field -> headings, each without spaces, marks and capitals; those that say it best come first.
HEADINGS = MappingProxyType(
    {
        "leg_id": ("legid", "waypointid", "placeid", "구간id", "구간번호", "leg", "id", "구간",
                   "번호", "아이디", "fid"),
        "corridor": ("corridor", "corridorid", "route", "routeid", "경로", "경로명", "노선",
                     "회랑"),
        "seq": ("seq", "sequence", "order", "step", "순서", "순번"),
        "from": ("from", "fromname", "fromid", "fromplace", "start", "origin", "출발", "출발지",
                 "출발지점", "출발지명", "출발장소", "시작", "기점"),
        "to": ("to", "toname", "toid", "toplace", "end", "destination", "도착", "도착지",
               "도착지점", "도착지명", "도착장소", "목적지", "종점", "끝"),
        "from_lon": ("fromlon", "fromlongitude", "fromx", "startlon", "startlongitude", "startx",
                     "originlon", "lon1", "x1", "출발경도", "출발지경도", "시작경도"),
        "from_lat": ("fromlat", "fromlatitude", "fromy", "startlat", "startlatitude", "starty",
                     "originlat", "lat1", "y1", "출발위도", "출발지위도", "시작위도"),
        "to_lon": ("tolon", "tolongitude", "tox", "endlon", "endlongitude", "endx", "destlon",
                   "lon2", "x2", "도착경도", "도착지경도", "종점경도"),
        "to_lat": ("tolat", "tolatitude", "toy", "endlat", "endlatitude", "endy", "destlat",
                   "lat2", "y2", "도착위도", "도착지위도", "종점위도"),
        "lon": ("lon", "long", "lng", "longitude", "x", "경도", "easting", "동경", "x좌표"),
        "lat": ("lat", "latitude", "y", "위도", "northing", "북위", "y좌표"),
        "wkt": ("wkt", "geometry", "geom", "thegeom", "shape", "도형", "공간정보"),
        "name": ("name", "nameen", "nameko", "place", "placename", "label", "title", "이름", "명칭",
                 "지명", "지점", "지점명", "장소", "장소명"),
        "mode": ("mode", "transport", "means", "수단", "이동수단", "교통수단", "이동방법"),
        "standing": ("standing", "legalstanding", "status", "법적지위", "지위", "신분"),
        "countries_declared": ("countriesdeclared", "countries", "country", "iso3", "iso", "nation",
                               "국가", "나라", "통과국", "경유국", "통과국가", "경유국가"),
        "date": ("date", "day", "when", "time", "timestamp", "날짜", "일자", "일시", "연월일"),
        "score": ("score", "risk", "ownscore", "점수", "위험도", "위험점수"),
        "note": ("note", "notes", "comment", "comments", "remark", "remarks", "description", "desc",
                 "메모", "비고", "설명", "참고"),
    }
)  # fmt: skip
FIELDS = tuple(HEADINGS)
ENOUGH_HEADINGS = 2


def field_of(heading: str) -> str:
    """Return the field that a heading names, or nothing.

    Examples
    --------
    >>> field_of("From_Lon"), field_of("출발 위도"), field_of("Colour")
    ('from_lon', 'from_lat', '')
    """
    plain = _plain(heading)
    return next((name for name, known in HEADINGS.items() if plain in known), "")


def guessed_mapping(headings: tuple[str, ...]) -> dict[str, str]:
    """Return which column fills each field, as far as the headings tell; the one that says it best.

    Examples
    --------
    >>> guessed_mapping(("이름", "경도", "위도", "색"))
    {'name': '이름', 'lon': '경도', 'lat': '위도'}
    >>> guessed_mapping(("fid", "leg_id"))
    {'leg_id': 'leg_id'}
    """
    named: dict[str, list[str]] = {}
    for heading in headings:
        named.setdefault(field_of(heading), []).append(heading)
    return {
        field: min(found, key=lambda heading: HEADINGS[field].index(_plain(heading)))
        for field, found in named.items()
        if field
    }


def is_heading_row(cells: list[str]) -> bool:
    """Return whether a row reads like headings: cells of it name two fields or more."""
    return len({field_of(cell) for cell in cells} - {""}) >= ENOUGH_HEADINGS


def _plain(heading: str) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", heading).casefold())
