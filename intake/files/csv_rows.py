"""Reads CSV as people save it: comma, semicolon, tab or bar between cells."""

import csv
import io
from collections.abc import Iterator
from statistics import mode

from intake.files.cell_tables import Row, Sheet, layer_of_cells
from intake.files.layers import Layer, Progress, Refused
from intake.files.limits import Limits
from intake.sentence import Sentence

SEPARATORS = ",;\t|"
LINES_TO_TELL = 30
LINES_A_STEP = 5_000
# A longer cell than Python allows by itself sets its row aside, it does not end the reading.
csv.field_size_limit(2**31 - 1)


def csv_layer(text: str, limits: Limits, progress: Progress) -> Layer | None:
    """Return the rows of a CSV text as a layer; a row's number is its line in the file.

    Raises
    ------
    Refused
        A quotation mark is left open, or the text exceeds the limits.
    """
    sheet = Sheet(name="", counted="line", limits=limits)
    return layer_of_cells(sheet, _rows(text, separator_of(text), progress))


def separator_of(text: str) -> str:
    r"""Return what stands between the cells: that which cuts most of the first lines alike.

    Examples
    --------
    >>> separator_of("경도;위도\n126,9;37,5\n")
    ';'
    """
    head = text.splitlines()[:LINES_TO_TELL]

    def cut(separator: str) -> tuple[int, int]:
        widths = [len(cells) for cells in csv.reader(head, delimiter=separator) if cells]
        usual = mode(widths) if widths else 1
        return (widths.count(usual) if usual > 1 else 0, usual)

    return max(SEPARATORS, key=cut)


def _rows(text: str, separator: str, progress: Progress) -> Iterator[Row]:
    stream = io.StringIO(text, newline="")
    reader = csv.reader(stream, delimiter=separator, strict=True)
    line = 1
    try:
        for number, cells in enumerate(reader):
            yield line, cells
            line = reader.line_num + 1
            if number % LINES_A_STEP == 0:
                progress(stream.tell() / len(text))
    except csv.Error as error:
        raise Refused(
            Sentence("the row that begins on line {line} cannot be read ({reason})",
                     line=line, reason=str(error)),
            Sentence("Look for a quotation mark on this line that is not closed, and close it."),
        ) from None  # fmt: skip
