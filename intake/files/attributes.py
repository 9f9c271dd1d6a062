"""Reads what the cells of a row say beside its place: number, date, mode, countries, score."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from intake.errors import shown
from intake.files.coordinates import NoCoordinate, coordinate_of
from intake.files.days import DAY_FIRST, MONTH_FIRST, NoDate, day_of, order_of
from intake.files.findings import Choice, Findings, Question
from intake.files.known import Known, nearest, plain_name
from intake.files.layers import Fault
from intake.sentence import Sentence

Value = str | int | float | None
BETWEEN_COUNTRIES = re.compile(r"\s*(?:[;,/|→>·]|->)\s*")
CORRECT = Sentence("Correct the cell, or leave the column out.")
A_DATE = Sentence("a date such as 2024-03-04")
A_SCORE = Sentence("a number from 0 to 10")
A_NUMBER = Sentence("a whole number from 1")
HIGHEST_SCORE = 10
FEW, CELLS_TO_JUDGE = 3, 100


class Unfit(ValueError):  # noqa: N818 - named for what it is
    """A cell that its field cannot take; ``expected`` says in words what it can."""

    def __init__(self, expected: Sentence) -> None:
        self.expected = expected
        super().__init__(expected)


def attributes(
    cells: Mapping[str, Sequence[str]], findings: Findings, known: Known, given: Mapping[str, str]
) -> dict[str, list[Value]]:
    """Return the value of each field of each row, None where there is none.

    A cell that its field cannot take sets its row aside.
    """
    read = _readers(known, _order(cells.get("date", ()), findings, given))
    return {
        field: _column(field, column, read.get(field, str), findings)
        for field, column in cells.items()
    }


def fits(field: str, column: Sequence[str], known: Known) -> bool:
    """Return whether a column may be that of a field: not when three cells or more all misfit.

    The first ``CELLS_TO_JUDGE`` cells with text are asked. Any column fits a field of free text.
    """
    read = _readers(known, DAY_FIRST).get(field)
    filled = [cell.strip() for cell in column if cell.strip()][:CELLS_TO_JUDGE]
    return read is None or len(filled) < FEW or any(_is_read(read, cell) for cell in filled)


def _is_read(read: Callable[[str], Value], cell: str) -> bool:
    try:
        read(cell)
    except Unfit:
        return False
    return True


def _readers(known: Known, order: str) -> dict[str, Callable[[str], Value]]:
    return {
        "seq": _seq,
        "score": _score,
        "date": lambda text: _date(text, order),
        "countries_declared": lambda text: _countries(text, known),
        "mode": lambda text: _word(text, known.words.get("mode", {})),
        "standing": lambda text: _word(text, known.words.get("standing", {})),
    }


def _column(
    field: str, column: Sequence[str], read: Callable[[str], Value], findings: Findings
) -> list[Value]:
    read = cache(read)
    values: list[Value] = []
    changed: list[int] = []
    for place, cell in enumerate(column):
        text = cell.strip()
        values.append(_value(field, text, read, place, findings) if text else None)
        if text and values[-1] is not None and str(values[-1]) != text:
            changed.append(place)
    if changed and field in {"date", "countries_declared", "mode", "standing"}:
        findings.changed(
            Sentence("{field} was written in the atlas's own form, for example {was} as {now}.",
                     field=field, was=shown(column[changed[0]].strip()), now=values[changed[0]]),
            changed,
        )  # fmt: skip
    return values


def _value(
    field: str, text: str, read: Callable[[str], Value], place: int, findings: Findings
) -> Value:
    try:
        return read(text)
    except Unfit as fault:
        findings.refuse(
            place,
            Fault(field=field, found=shown(text), expected=fault.expected, remedy=CORRECT),
        )
        return None


def _order(column: Sequence[str], findings: Findings, given: Mapping[str, str]) -> str:
    """Return which of day and month comes first; ask where the column does not tell."""
    answer = given.get("dates")
    if answer in (DAY_FIRST, MONTH_FIRST):
        return str(answer)
    order = order_of(list(column))
    if order is not None:
        return order
    example = next(text for text in column if _is_two_days(text))
    words = Sentence(
        "Dates such as {date} may be read in two ways. Which one is meant?", date=shown(example)
    )
    choices = tuple(
        Choice(
            value=way,
            words=Sentence("{date} is {day}", date=shown(example), day=day_of(example, way)),
        )
        for way in (DAY_FIRST, MONTH_FIRST)
    )
    findings.questions.append(Question(key="dates", sentence=words, choices=choices))
    return DAY_FIRST


def _is_two_days(text: str) -> bool:
    try:
        return day_of(text, DAY_FIRST) != day_of(text, MONTH_FIRST)
    except NoDate:
        return False


def _date(text: str, order: str) -> str:
    try:
        return day_of(text, order)
    except NoDate:
        raise Unfit(A_DATE) from None


def _seq(text: str) -> int:
    if not re.fullmatch(r"[1-9]\d{0,5}", text):
        raise Unfit(A_NUMBER)
    return int(text)


def _score(text: str) -> float:
    try:
        number = coordinate_of(text)[0]
    except NoCoordinate:
        raise Unfit(A_SCORE) from None
    if not 0 <= number <= HIGHEST_SCORE:
        raise Unfit(A_SCORE)
    return number


def _countries(text: str, known: Known) -> str:
    if plain_name(text) in known.countries:
        return known.countries[plain_name(text)]
    codes = []
    for name in BETWEEN_COUNTRIES.split(text):
        code = known.countries.get(plain_name(name))
        if code is None:
            raise Unfit(_a_country(name, known))
        codes.append(code)
    return ";".join(dict.fromkeys(codes))


def _a_country(name: str, known: Known) -> Sentence:
    near = nearest(name, known.countries)
    if near:
        return Sentence("the name or code of a country, such as {near}", near=repr(near))
    return Sentence("the name or code of a country, such as China, CN or 중국")


def _word(text: str, words: Mapping[str, str]) -> str:
    if not words:
        return text
    if plain_name(text) not in words:
        raise Unfit(Sentence("one of {words}", words=", ".join(dict.fromkeys(words.values()))))
    return words[plain_name(text)]
