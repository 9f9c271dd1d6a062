"""Reads a coordinate as people type it: with a point or comma, or in degrees, minutes, seconds."""

import re
import unicodedata

PLAIN = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
COMMA = re.compile(r"[+-]?\d+,\d+")
MINUS = str.maketrans("\u2010\u2012\u2013\u2212", "----")
NEGATIVE = ("s", "w", "남위", "서경")
SIDE = r"[NSEW]|북위|남위|동경|서경"
DEGREES = re.compile(
    rf"(?P<before>{SIDE})?\s*(?P<sign>[+-])?(?P<deg>\d+(?:[.,]\d+)?)\s*(?:°|º|도|d|\s|$)\s*"
    r"(?:(?P<min>\d+(?:[.,]\d+)?)\s*(?:'|\u2032|\u2019|분|m|\s|$)\s*)?"
    r"(?:(?P<sec>\d+(?:[.,]\d+)?)\s*(?:\"|\u2033|\u201d|''|\u2032\u2032|초|s(?![a-z])|\s|$)\s*)?"
    rf"(?P<after>{SIDE})?",
    re.IGNORECASE,
)
PAIR = re.compile(r"\s*(?P<first>[^,;]+?)\s*[,;]\s*(?P<second>[^,;]+?)\s*")
MINUTES, SECONDS = 60, 3600


class NoCoordinate(ValueError):  # noqa: N818 - named for what it is
    """A text that is no coordinate."""


def coordinate_of(text: str) -> tuple[float, str]:
    """Return a coordinate and how it was written: ``plain``, ``comma`` or ``degrees``.

    Raises
    ------
    NoCoordinate
        It is empty, not finite, or no number.

    Examples
    --------
    >>> coordinate_of("126,9"), coordinate_of("37°30'S"), coordinate_of("북위 37도 30분")
    ((126.9, 'comma'), (-37.5, 'degrees'), (37.5, 'degrees'))
    """
    typed = _typed(text)
    if PLAIN.fullmatch(typed):
        number = float(typed)
        if abs(number) == float("inf"):
            raise NoCoordinate(text)
        return number, "plain"
    if COMMA.fullmatch(typed):
        return float(typed.replace(",", ".")), "comma"
    return _degrees(typed), "degrees"


def pair_of(text: str) -> tuple[float, float] | None:
    """Return longitude and latitude of a cell with both, nothing where it is no such cell.

    The latitude comes first, as people write it, unless it could not be one.

    Examples
    --------
    >>> pair_of("37.5, 126.9"), pair_of("126.9;37.5"), pair_of("Seoul")
    ((126.9, 37.5), (126.9, 37.5), None)
    """
    match = PAIR.fullmatch(text)
    if match is None:
        return None
    try:
        first, second = coordinate_of(match["first"])[0], coordinate_of(match["second"])[0]
    except NoCoordinate:
        return None
    return (first, second) if abs(first) > 90 else (second, first)  # noqa: PLR2004 - degrees


def _typed(text: str) -> str:
    if text.isascii():
        return text.strip()
    # The double prime is two primes in compatibility form, so letters and digits alone are folded.
    folded = "".join(
        unicodedata.normalize("NFKC", letter) if letter.isalnum() else letter for letter in text
    )
    return folded.translate(MINUS).strip()


def _degrees(typed: str) -> float:
    match = DEGREES.fullmatch(typed)
    if match is None:
        raise NoCoordinate(typed)
    whole, minutes, seconds = (
        float((match[part] or "0").replace(",", ".")) for part in ("deg", "min", "sec")
    )
    if minutes >= MINUTES or seconds >= MINUTES:
        raise NoCoordinate(typed)
    value = whole + minutes / MINUTES + seconds / SECONDS
    side = (match["before"] or match["after"] or "").lower()
    return -value if side in NEGATIVE or match["sign"] == "-" else value
