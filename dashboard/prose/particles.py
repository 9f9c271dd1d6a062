"""Korean particles that fit the word before them: 은/는, 이/가, 을/를, 과/와, 으로/로.

A translation writes both forms, ``{country}은/는``, because it cannot know how the name that is
put in will end. A syllable of Hangul says by its code whether it ends in a consonant; figures and
Latin letters are read aloud. What nobody can know how to read keeps both forms.

References
----------
The Unicode Standard, section 3.12: a Hangul syllable is 0xAC00 + (initial × 21 + vowel) × 28 +
final. National Institute of Korean Language, Standard Language Regulation: 으로 stands after a
consonant other than ㄹ.
"""

from __future__ import annotations

import re
from typing import Final

_FIRST_SYLLABLE, _LAST_SYLLABLE, _FINALS = 0xAC00, 0xD7A3, 28
_NO_FINAL, _RIEUL = 0, 8
# How the last sign is read: 0 영 or 십, 1 일, 3 삼, 6 육, 7 칠, 8 팔 end in a consonant.
_DIGITS: Final = dict(
    zip(
        "0123456789",
        (21, _RIEUL, _NO_FINAL, 16, _NO_FINAL, _NO_FINAL, 1, _RIEUL, _RIEUL, _NO_FINAL),
        strict=True,
    )
)
_LETTERS: Final = {"L": _RIEUL, "R": _RIEUL, "M": 16, "N": 4}  # 엘, 알, 엠, 엔; all others open
_UNITS: Final = {"km": _NO_FINAL, "%": _NO_FINAL}  # 킬로미터, 퍼센트
_PAIRS: Final = {
    "은/는": ("은", "는"),
    "이/가": ("이", "가"),
    "을/를": ("을", "를"),
    "과/와": ("과", "와"),
    "으로/로": ("으로", "로"),
}
_PLACE: Final = re.compile("|".join(_PAIRS))
# What stands between a word and its particle is not read: quotation marks, a note in brackets.
_ASIDE: Final = re.compile(r"(?:\s*\([^()]*\)|[\s\u201d\u2019\"'」』》〉\])])+$")
_FAR_ENOUGH: Final = 80  # no word that a particle follows is longer


def with_particles(text: str) -> str:
    """Return a text with each pair of particles settled by the word before it."""
    settled = ""
    end = 0
    for place in _PLACE.finditer(text):
        settled += text[end : place.start()]
        settled += _fitting(place[0], _final(settled))
        end = place.end()
    return settled + text[end:]


def _fitting(pair: str, final: int | None) -> str:
    closed, opened = _PAIRS[pair]
    if final is None:
        return f"{closed}({opened})" if pair != "으로/로" else "(으)로"
    is_open = final == _NO_FINAL or (pair == "으로/로" and final == _RIEUL)
    return opened if is_open else closed


def _final(before: str) -> int | None:
    """Return the number of the final consonant that a text ends in, 0 for none, None if unknown."""
    word = _ASIDE.sub("", before[-_FAR_ENOUGH:])
    for unit, final in _UNITS.items():
        if word.endswith(unit):
            return final
    last = word[-1:]
    if last and _FIRST_SYLLABLE <= ord(last) <= _LAST_SYLLABLE:
        return (ord(last) - _FIRST_SYLLABLE) % _FINALS
    if last in _DIGITS:
        return _DIGITS[last]
    is_acronym = last.isascii() and last.isupper()
    return _LETTERS.get(last, _NO_FINAL) if is_acronym else None
