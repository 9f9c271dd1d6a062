"""What Babel knows of a language beyond its words: its tag with a country, and its script."""

from __future__ import annotations

from typing import Final

from babel.core import get_global, parse_locale

# Ours is the English of the United Nations.
_OURS: Final = {"en": "en_Latn_GB"}
_LATIN: Final = "Latn"
HANGUL: Final = "Kore"


def tag(lang: str) -> str:
    """Return the tag of a language as files of offices have it: en-GB, ko-KR, ja-JP."""
    language, country, *_ = parse_locale(_likely(lang))
    return f"{language}-{country}" if country else language


def script(lang: str) -> str:
    """Return the code of the script that a language is written in (ISO 15924): Latn, Kore, Jpan."""
    return parse_locale(_likely(lang))[2] or _LATIN


def _likely(lang: str) -> str:
    return _OURS.get(lang) or str(get_global("likely_subtags").get(lang, lang))
