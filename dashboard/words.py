"""Words on the screen: what a class, a dimension or a control is called, in English and Korean.

The map speaks both languages; pages are in English. Korean terms are those of the Ministry of
Unification and of NKDB (강제송환, 북한이탈주민).
"""

from __future__ import annotations

from typing import Final

from dashboard.language import N_

DIMENSIONS: Final = {
    "state_practice_of_return": "State practice of return",
    "cooperation_with_dprk_on_return": "Cooperation with the DPRK on return",
    "legal_recognition": "Legal recognition",
    "non_refoulement_commitment": "Non-refoulement commitment on paper",
    "access_to_protection_actors": "Access to protection actors",
    "penalty_on_arrest_detention": "Penalty on arrest, detention",
}

ANCHORS: Final = {
    "state_practice_of_return": (
        "0 none found; 1 one exception, answered for; 2 consistently no return; 3–4 too little "
        "known; 6 documented returns, direct or through China, beside transfers to Seoul; "
        "7–8 proven hand-overs; 10 systematic"
    ),
    "cooperation_with_dprk_on_return": (
        "0 none; 1–4 contacts, no returns; 5–7 indirect or opaque; 8–9 treaties on return and "
        "hand-overs; 10 a treaty and routine practice"
    ),
    "legal_recognition": (
        "0 citizenship; 2 refugee or asylum status after a decision; 4 acknowledged and sent on, "
        "or tolerated by a stated policy; 5–6 illegal entrant with predictable onward transfer, or "
        "a statute that rarely grants; 7–8 illegal entrant, outcome ad hoc; 10 denied outright"
    ),
    "non_refoulement_commitment": (
        "10, less 2 each for the 1951 Convention or its Protocol, the Convention against Torture "
        "and the Covenant on Civil and Political Rights, 1 each for the Conventions on the Child "
        "and on Enforced Disappearance, 2 for a clear domestic rule (1 for a part of one); plus 1 "
        "for an instrument of return with the DPRK"
    ),
    "access_to_protection_actors": (
        "0 the state itself protects; 2–3 UNHCR, a mission of the Republic of Korea or a status "
        "procedure can be reached; 4–6 in part or unevenly; 7–9 mostly denied; 10 none"
    ),
    "penalty_on_arrest_detention": (
        "0–3 short or regulated; 4–6 prosecution, or detention without a sure end; 7–9 long "
        "detention or prison; 10 threat to life"
    ),
}

RECIPE_COLUMNS: Final = {
    **DIMENSIONS,
    "table1_refoulement_risk": "Refoulement risk in the words of Table 1",
}

PAINTS: Final = {
    "risk": "Refoulement risk",
    "legal_status": "Legal status in practice",
    **DIMENSIONS,
    "grade": "Grade of the evidence",
}

PAINT_NOTES: Final = {
    "risk": "Our reading from the evidence; exposure-weighted along the leg.",
    "legal_status": "The strictest country on the leg; our judgement on sourced facts.",
    "non_refoulement_commitment": "Law on paper. Misleads alone: practice can contradict it.",
    "grade": "The weakest grade under the leg's reading. Unverified: no source was seen.",
}
_DIMENSION_NOTE: Final = "One dimension alone, 0 most protective to 10 gravest; our judgement."

TINTS: Final = {
    "none": "None",
    "risk": "Refoulement risk",
    "legal_status": "Legal status in practice",
    "treaty": "1951 Convention or 1967 Protocol",
}

STANDINGS: Final = {
    "irregular": "irregular",
    "custody": "in custody awaiting transfer",
    "protection": "under protection",
    "dispatched": "sent by the state, not an escape leg",
}

MODES: Final = {
    "land": "overland",
    "river/border": "border crossing",
    "air": "by air",
    "sea": "by sea",
}

STATUSES: Final = (
    "dominant",
    "active",
    "secondary",
    "emerging",
    "reduced",
    "restricted",
    "shrinking",
    "disrupted",
    "rare",
    "closing",
    "suspended",
    "closed",
    "historic",
    "unknown",
)

READINGS: Final = {
    "cumulative": "Cumulative exposure",
    "worst_reading": "Worst leg",
    "km_high": "Kilometres at High",
    "km_elevated_or_worse": "Kilometres at Elevated or worse",
}

NO_DATA: Final = "no data"

NOT_ADVICE: Final = N_(
    "Corridors are compared for legal and refoulement risk, for planning and research. "
    "A comparison is not advice to travel, and predictability is itself a risk. "
    "No report of a return is not evidence that none happened."
)

_EN: Final = {
    "legend": "Legend",
    "zoom_in": "Zoom in",
    "zoom_out": "Zoom out",
    "reset_view": "Show all corridors",
    "legs": "Legs on the map",
    "legs_help": "Up and Down move among the legs, Enter selects, Escape clears.",
    "map": "Map of the corridors. Arrow keys move it, plus and minus zoom.",
    "corridors_n": "{n} corridors",
    "corridor_1": "1 corridor",
    "muted": "Closed, historic or unknown",
    "bundle": "Corridors on the same link",
    "air": "By air (schematic arc)",
    "sea": "By sea",
    "ground": "Overland",
    "land": "overland",
    "river/border": "border crossing",
    "irregular": "irregular",
    "custody": "in custody awaiting transfer",
    "protection": "under protection",
    "dispatched": "sent by the state, not an escape leg",
    "selected": "selected",
    "no_legs": "No leg matches the filters.",
    "loading": "Drawing the map …",
    "failed": "The map's files could not be read. Reload the page; if it stays, run "
    "“python -m geodata.build basemap”.",
    "disclaimer": "Boundaries and names do not imply endorsement. Lines are schematic.",
    "role_origin region": "Origin region",
    "role_border region": "Border region",
    "role_exit border region": "Exit border region",
    "role_transit hub": "Transit hub",
    "role_transit city": "Transit city",
    "role_protection point": "Protection point",
    "role_destination": "Destination",
    "waypoints": "Places",
    "keys": "Lines and places",
    "km": "km",
    "direction": "Ticks point the way of travel",
}

_KO: Final = {
    "legend": "범례",
    "zoom_in": "확대",
    "zoom_out": "축소",
    "reset_view": "전체 경로 보기",
    "legs": "지도 위의 구간",
    "legs_help": "위·아래 화살표로 구간 이동, Enter로 선택, Esc로 해제합니다.",
    "map": "경로 지도. 화살표 키로 이동, +와 −로 확대·축소합니다.",
    "corridors_n": "경로 {n}개",
    "corridor_1": "경로 1개",
    "muted": "폐쇄·과거·불명 경로",
    "bundle": "같은 구간을 지나는 경로 수",
    "air": "항공 (모식 곡선)",
    "sea": "해상",
    "ground": "육상",
    "land": "육로",
    "river/border": "국경 통과",
    "irregular": "비정규 이동",
    "custody": "구금 상태, 이송 대기",
    "protection": "보호 상태",
    "dispatched": "국가 파견 (탈출 구간 아님)",
    "selected": "선택됨",
    "no_legs": "조건에 맞는 구간이 없습니다.",
    "loading": "지도를 그리는 중 …",
    "failed": "지도 파일을 읽을 수 없습니다. 새로 고침 후에도 같으면 "
    "“python -m geodata.build basemap”을 실행하십시오.",
    "disclaimer": "경계와 지명은 승인을 뜻하지 않습니다. 선은 모식적입니다.",
    "role_origin region": "출신 지역",
    "role_border region": "접경 지역",
    "role_exit border region": "출국 접경 지역",
    "role_transit hub": "경유 거점",
    "role_transit city": "경유 도시",
    "role_protection point": "보호 지점",
    "role_destination": "도착지",
    "waypoints": "지점",
    "keys": "선과 지점",
    "km": "km",
    "direction": "눈금은 이동 방향",
    "Refoulement risk": "강제송환 위험",
    "Legal status in practice": "실제 법적 지위",
    "Grade of the evidence": "근거 등급",
    "State practice of return": "국가의 송환 관행",
    "Cooperation with the DPRK on return": "송환 관련 북한과의 협력",
    "Legal recognition": "법적 인정",
    "Non-refoulement commitment on paper": "강제송환금지 원칙 (문서상)",
    "Access to protection actors": "보호 기관 접근성",
    "Penalty on arrest, detention": "체포 시 처벌·구금",
    "1951 Convention or 1967 Protocol": "1951년 협약·1967년 의정서",
    "Minimal": "미미",
    "Low": "낮음",
    "Moderate": "보통",
    "Elevated": "다소 높음",
    "High": "높음",
    "no data": "자료 없음",
    "not applicable": "해당 없음",
    "high": "높음",
    "medium": "중간",
    "low": "낮음",
    "unverified": "미확인",
    "Citizenship": "국민",
    "Refugee or asylum status": "난민·망명 지위",
    "Tolerated or redirected": "묵인 또는 제3국행",
    "Onward transfer, or rare status": "제3국 이송 또는 드문 지위 부여",
    "Illegal entrant, ad hoc outcome": "불법입국자, 사안별 처리",
    "No recognition": "인정하지 않음",
    "Party to the Convention or its Protocol": "협약 또는 의정서 당사국",
    "Not party": "비당사국",
    "Our reading from the evidence; exposure-weighted along the leg.": (
        "근거에 따른 본 아틀라스의 판단. 구간 노출도로 가중."
    ),
    "The strictest country on the leg; our judgement on sourced facts.": (
        "구간에서 가장 엄격한 국가 기준. 출처에 근거한 판단."
    ),
    "Law on paper. Misleads alone: practice can contradict it.": (
        "문서상의 법. 실제 관행과 다를 수 있음."
    ),
    "The weakest grade under the leg's reading. Unverified: no source was seen.": (
        "구간 수치의 근거 중 가장 낮은 등급. 미확인: 원문을 보지 못한 출처."
    ),
    "holds in 50 to 80 % of draws": "표본의 50–80 %에서 이 등급",
    "holds in under half of them": "표본의 절반 미만에서 이 등급",
    _DIMENSION_NOTE: "단일 차원, 0 가장 보호적 – 10 가장 심각. 본 아틀라스의 판단.",
}


def map_words(lang: str, evidence_date: str) -> dict[str, str]:
    """Return every word the map component shows in ``lang`` ("en" or "ko")."""
    line = {"en": f"Evidence to {evidence_date}", "ko": f"근거 기준일 {evidence_date}"}
    return {**(_KO if lang == "ko" else _EN), "evidence_date": line[lang]}


def in_language(text: str, lang: str) -> str:
    """Return a class, title or note in ``lang``; English text without a translation stays."""
    return _KO.get(text, text) if lang == "ko" else text


def paint_note(by: str) -> str:
    """Return the one-line explanation under the legend for a way of painting."""
    return PAINT_NOTES.get(by, _DIMENSION_NOTE)
