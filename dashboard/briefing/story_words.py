"""What the words of a story may hold: figures as placeholders, and no number that is typed."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

PLACEHOLDER: Final = re.compile(r"\{([^{}]*)\}")
# Of laws and events that a story may speak of; any other number is no year.
YEAR: Final = re.compile(r"1[89][0-9]{2}|20[0-9]{2}")
# A title is shown before any figure is computed: it holds years alone.
_YEAR_ALONE: Final = re.compile(rf"\{{year:({YEAR.pattern})\}}")
_NUMERALS: Final = frozenset({"Nd", "Nl", "No"})
_GAPS: Final = re.compile("[ \t\r\n\u2028\u2029]+")
_OPEN: Final = re.compile(r"[{}].{0,30}")
# What is counted in Korean.
_COUNTED: Final = (
    r"(?:명(?!단)|건|곳|킬로미터|미터|퍼센트|프로(?![가-힣])|차례|개국|가구|세대|달러)"
)
# Above twelve in English, from ten on before what is counted in Korean, and the same in hanja.
_IN_LETTERS: Final = re.compile(
    r"\b(?:(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy"
    r"|eighty|ninety|(?:hundred|thousand|million|billion|trillion|dozen)s?)\b"
    r"|(?:(?:[이삼사오육칠팔구수몇십백천만]\s?)|(?<![가-힣]))[십백천만억][일이삼사오육칠팔구]?"
    rf"\s?여?\s?{_COUNTED}"
    r"|(?<![가-힣])(?:열|스물|스무|서른|마흔|쉰|예순|일흔|여든|아흔)"
    r"(?:하나|한|둘|두|셋|세|넷|네|다섯|여섯|일곱|여덟|아홉)?\s?여?\s?"
    rf"{_COUNTED}"
    r"|[一二三四五六七八九十]*[百千萬万億]|[一二三四五六七八九]?十[一二三四五六七八九]?\s?[人名件]",
    re.IGNORECASE,
)
_UNIT: Final = rf"\s?(?:[%\uff05]|per\s?cent\b|km\b|kilomet|여?\s?{_COUNTED})"
_THOSE: Final = (
    r"\s(?:people|persons|refugees|escapees|women|men|children|returns|corridors|legs|deaths|cases"
    r"|families|victims|detainees|prisoners|North\sKoreans?)\b"
)
_SOME: Final = (
    r"(?:^|\b(?:about|around|some|over|nearly|almost|than|least|most|roughly|were|are)\s)"
)
# After these a year is a count whatever follows it.
_BOUND: Final = r"\b(?:(?:more|less|fewer)\sthan|at\s(?:least|most))\s"
_YEAR_AS_NUMBER: Final = re.compile(
    rf"\{{year:[^{{}}]*\}}(?:{_UNIT}|\sof\s(?:them|whom|these|those)\b)"
    rf"|{_SOME}\{{year:[^{{}}]*\}}{_THOSE}|{_BOUND}\{{year:[^{{}}]*\}}|\}}[.,]?\{{",
    re.IGNORECASE,
)


def typed_number(text: str) -> str:
    """Return the first word of a text that has a digit outside its placeholders; else nothing.

    Every sentence with a number in it takes the number from the data: this holds for the stories
    that come with the atlas, in each language, and for those that a reader writes.

    Examples
    --------
    >>> typed_number("In {year:2019} came 987,654."), typed_number("{legs} legs")
    ('987,654.', '')
    """
    words = PLACEHOLDER.sub(" ", text).split()
    return next((word for word in words if any(map(_is_numeral, word))), "")


def number_in_letters(text: str) -> str:
    """Return the first number of a text that is written in letters and large; else nothing.

    Small ones stay: “two states” is counted by whoever reads it. It knows English, Korean and
    hanja; what it cannot know is said in ``docs/stories.md``.

    Examples
    --------
    >>> number_in_letters("Some Two Hundred people"), number_in_letters("수백 명을 송환했다")
    ('Hundred', '수백 명')
    >>> number_in_letters("스물다섯 명"), number_in_letters("二十人"), number_in_letters("열차")
    ('스물다섯 명', '二十人', '')
    >>> number_in_letters("Two of twelve states; 인천 공항, 여성만 명단에")
    ''
    """
    found = _IN_LETTERS.search(PLACEHOLDER.sub("{}", text))
    return found[0].strip() if found else ""


def year_as_number(text: str) -> str:
    """Return where a year of a text is made a count of something, or a part of a number.

    Examples
    --------
    >>> year_as_number("About {year:2000} people"), year_as_number("In {year:2019} people came.")
    ('About {year:2000} people', '')
    >>> year_as_number("{year:1999}명"), year_as_number("{year:2000}{legs}")
    ('{year:1999}명', '}{')
    >>> year_as_number("more than {year:2000} were"), year_as_number("{year:2000} of them")
    ('more than {year:2000}', '{year:2000} of them')
    """
    found = _YEAR_AS_NUMBER.search(text)
    return found[0].strip() if found else ""


def open_brace(text: str) -> str:
    """Return what follows the first brace of a text that belongs to no placeholder; else nothing.

    Examples
    --------
    >>> open_brace("so {arrivals:2019 people"), open_brace("{legs} legs")
    ('{arrivals:2019 people', '')
    """
    found = _OPEN.search(PLACEHOLDER.sub("", text))
    return found[0] if found else ""


def years_alone(text: str) -> bool:
    """Return whether the only placeholders of a text are years."""
    return not PLACEHOLDER.search(_YEAR_ALONE.sub("", text))


def plain_years(text: str) -> str:
    """Return a text with its years written out, and its other placeholders as they are."""
    return _YEAR_ALONE.sub(r"\1", text)


def one_line(text: str) -> str:
    """Return a text with one space between words; a space that must not break stays as it is."""
    return _GAPS.sub(" ", text).strip()


def _is_numeral(letter: str) -> bool:
    return unicodedata.category(letter) in _NUMERALS
