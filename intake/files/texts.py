"""Decodes the text of a file, and says where more than one decoding is possible."""

import codecs
from collections.abc import Mapping
from dataclasses import dataclass, field

import charset_normalizer

from intake.files.layers import Refused
from intake.sentence import Sentence

# Longer marks first: that of UTF-32 begins with that of UTF-16.
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
POSSIBLE = ("cp949", "gb18030", "big5", "shift_jis", "cp1252", "cp1251", "utf-16-le")
# With fewer lines no detector tells East Asian encodings apart safely.
LINES_TO_BE_SURE = 10
KOREAN_SHARE = 0.7
SAMPLE_BYTES = 100_000
PREVIEW = 200


@dataclass(frozen=True, kw_only=True)
class Decoded:
    """A text, how it was decoded and, where that is a guess, how it begins in each other way.

    ``possible`` has the first ``PREVIEW`` letters by encoding, the guess included; empty where
    there is no guess.
    """

    text: str
    encoding: str
    possible: Mapping[str, str] = field(default_factory=dict)


def decoded(content: bytes, encoding: str = "") -> Decoded:
    """Return the text of a file.

    Parameters
    ----------
    content
        The bytes.
    encoding
        The answer of a person who was asked; empty to find out.

    Raises
    ------
    Refused
        The bytes are no text in the named encoding, or in none that is known.
    """
    if encoding:
        return Decoded(text=_decode(content, encoding), encoding=encoding)
    for mark, named in MARKS:
        if content.startswith(mark):
            return Decoded(text=_decode(content, named), encoding=named)
    wide = _without_a_mark(content)
    if wide:
        return Decoded(text=_decode(content, wide), encoding=wide)
    try:
        return Decoded(text=content.decode("utf-8"), encoding="utf-8")
    except UnicodeDecodeError as error:
        return _guessed(content, error)


def is_korean(text: str) -> bool:
    """Return whether the letters beyond ASCII are mostly Hangul of KS X 1001, as Korean text is.

    Mostly is ``KOREAN_SHARE`` of them; a text of ASCII alone is not Korean.
    """
    letters = [letter for letter in text if letter > "\x7f"]
    korean = sum("가" <= letter <= "힣" and _in_standard(letter) for letter in letters)
    return bool(letters) and korean >= KOREAN_SHARE * len(letters)


def _in_standard(letter: str) -> bool:
    return len(letter.encode("euc_kr", "ignore")) == 2  # noqa: PLR2004 - two bytes a syllable


def _without_a_mark(content: bytes) -> str:
    """Return UTF-16 where every second byte of the beginning is mostly zero, else nothing."""
    head = content[:400]
    odd, even = head[1::2].count(0), head[::2].count(0)
    if max(odd, even) * 4 > len(head):
        return "utf-16-le" if odd > even else "utf-16-be"
    return ""


def _guessed(content: bytes, error: UnicodeDecodeError) -> Decoded:
    texts = {name: text for name in POSSIBLE if (text := _if_possible(content, name)) is not None}
    best = charset_normalizer.from_bytes(content[:SAMPLE_BYTES], cp_isolation=list(POSSIBLE)).best()
    detected = best.encoding.replace("_", "-") if best else ""
    korean = "cp949" in texts and is_korean(texts["cp949"][:SAMPLE_BYTES])
    if korean and content.count(b"\n") > LINES_TO_BE_SURE:
        return Decoded(text=texts["cp949"], encoding="cp949")
    if not texts:
        line = content.count(b"\n", 0, error.start) + 1
        byte = f"0x{content[error.start]:02x}"
        raise Refused(
            Sentence("the text is not UTF-8: byte {byte} on line {line}", byte=byte, line=line),
            Sentence("Save the file as UTF-8 and read it again."),
        )
    guess = "cp949" if korean else detected if detected in texts else next(iter(texts))
    return Decoded(
        text=texts[guess],
        encoding=guess,
        possible={name: text[:PREVIEW] for name, text in texts.items()},
    )


def _if_possible(content: bytes, encoding: str) -> str | None:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if any(letter < " " and letter not in "\t\r\n" for letter in text) else text


def _decode(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        raise Refused(
            Sentence("the text is not in the encoding {encoding}", encoding=encoding),
            Sentence("Name another encoding, or save the file as UTF-8 and read it again."),
        ) from None
