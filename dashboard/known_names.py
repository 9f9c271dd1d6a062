"""The names that a file of a reader's own may use: countries, places, modes and standings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from babel import Locale
from babel.core import get_global

from dashboard.language import LANGUAGES, _, speaking
from dashboard.words import MODES, STANDINGS
from intake.files.known import Known, plain_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pandas as pd

# Names in use that neither CLDR nor the atlas gives, by ISO 3166 alpha-3 code.
_ALSO: Final = {
    "PRK": ("DPRK", "Democratic People's Republic of Korea", "조선민주주의인민공화국", "조선",
            "北朝鮮", "朝鲜"),
    "KOR": ("ROK", "Republic of Korea", "Korea, South", "한국", "남한", "韩国"),
    "CHN": ("PRC", "People's Republic of China", "중화인민공화국", "中国"),
    "LAO": ("Lao PDR", "Lao People's Democratic Republic"),
    "VNM": ("Viet Nam", "월남"),
    "MMR": ("Burma", "Myanmar", "버마"),
    "RUS": ("Russian Federation", "러시아 연방"),
    "THA": ("Kingdom of Thailand", "타이"),
    "MNG": ("Mongolia", "몽고"),
    "USA": ("United States of America", "U.S.", "U.S.A.", "미합중국"),
    "GBR": ("UK", "Great Britain"),
}  # fmt: skip
# Words that people write for a mode or a standing, beside those of the screen.
_WRITTEN: Final = {
    "mode": {
        "land": ("by land", "road", "car", "bus", "train", "on foot", "육상",
                 "도보", "차량", "버스", "기차"),
        "river/border": ("river", "border", "도강", "강", "국경"),
        "air": ("flight", "plane", "항공", "비행기", "항공편"),
        "sea": ("boat", "ship", "ferry", "해상", "해로", "배", "선박"),
    },
    "standing": {
        "irregular": ("undocumented", "미등록", "불법체류", "비정규"),
        "custody": ("detained", "detention", "구금", "수용"),
        "protection": ("protected", "보호"),
    },
}  # fmt: skip
_ALPHA_3: Final = 3


def known_names(waypoints: pd.DataFrame, countries: pd.DataFrame) -> Known:
    """Return what the atlas knows of countries, places and words, in every language it speaks.

    Parameters
    ----------
    waypoints
        Index ``waypoint_id``; ``name_en``, ``name_ko``, ``lon``, ``lat``.
    countries
        Index ``iso3``; ``name_en``, ``name_ko``, as ``Atlas.place_names`` or the boundaries.
    """
    return Known(countries=_countries(countries), places=_places(waypoints), words=_words())


def _countries(countries: pd.DataFrame) -> dict[str, str]:
    alpha_3 = {
        two[0]: code
        for code, two in get_global("territory_aliases").items()
        if len(code) == _ALPHA_3 and code.isalpha() and len(two) == 1
    }
    named = [(code, code) for code in alpha_3.values()] + list(alpha_3.items())
    for language in LANGUAGES:
        names = Locale(language).territories
        named += [(names[two], code) for two, code in alpha_3.items() if two in names]
    for iso3, row in countries.iterrows():
        named += [(row["name_en"], str(iso3)), (row["name_ko"], str(iso3)), (str(iso3), str(iso3))]
    named += [(name, code) for code, names in _ALSO.items() for name in names]
    return {plain_name(str(name)): code for name, code in named}


def _places(waypoints: pd.DataFrame) -> dict[str, tuple[float, float]]:
    return {
        plain_name(str(name)): (float(row["lon"]), float(row["lat"]))
        for waypoint_id, row in waypoints.iterrows()
        for name in (waypoint_id, row["name_en"], row["name_ko"])
    }


def _words() -> dict[str, Mapping[str, str]]:
    return {
        field: dict(_said(words)) | dict(_written(field))
        for field, words in {"mode": MODES, "standing": STANDINGS}.items()
    }


def _written(field: str) -> Iterator[tuple[str, str]]:
    for code, words in _WRITTEN[field].items():
        yield from ((plain_name(word), code) for word in words)


def _said(words: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield each code under itself and under its words in each language."""
    for code, text in words.items():
        yield plain_name(code), code
        for language in LANGUAGES:
            with speaking(language):
                yield plain_name(_(text)), code
