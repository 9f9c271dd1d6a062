"""Reads the sheets of an XLSX file as values; formulas, macros and outer links stay asleep."""

import io
import warnings
import zipfile
from collections.abc import Iterator

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from intake.files.cell_tables import Row, Sheet, layer_of_cells
from intake.files.layers import Layer, Progress, Refused
from intake.files.limits import Limits
from intake.files.values import cell_text
from intake.sentence import Sentence

ASLEEP = {
    "vbaProject": Sentence("The workbook holds macros; they were not run."),
    "externalLinks/": Sentence("The workbook holds links to other files; they were not followed."),
}
ROWS_A_STEP = 5_000


def xlsx_layers(
    content: bytes, limits: Limits, progress: Progress
) -> tuple[tuple[Layer, ...], tuple[Sentence, ...]]:
    """Return each sheet that has rows as a layer, and what was left asleep.

    Raises
    ------
    Refused
        The workbook is damaged or exceeds the limits.
    """
    members = zipfile.ZipFile(io.BytesIO(content)).namelist()
    asleep = [words for mark, words in ASLEEP.items() if any(mark in name for name in members)]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(
                io.BytesIO(content), read_only=True, data_only=True, keep_links=False
            )
            layers = [
                (
                    sheet.title,
                    layer_of_cells(_sheet(sheet.title, book, limits), _rows(sheet, progress)),
                )
                for sheet in book.worksheets
            ]
    except Refused:
        raise
    except (
        InvalidFileException,
        KeyError,
        ValueError,
        TypeError,
        AttributeError,
        IndexError,
        OSError,
        zipfile.BadZipFile,
        SyntaxError,
    ) as error:
        raise Refused(
            Sentence("the workbook is damaged ({reason})", reason=type(error).__name__),
            Sentence("Open it in a spreadsheet program and save it again as XLSX."),
        ) from error
    left_out = [
        Sentence("The sheet {sheet} has no rows and was left out.", sheet=title)
        for title, layer in layers
        if layer is None
    ]
    kept = tuple(layer for _title, layer in layers if layer is not None)
    return kept, (*asleep, *left_out)


def _sheet(title: str, book: openpyxl.Workbook, limits: Limits) -> Sheet:
    name = title if len(book.worksheets) > 1 else ""
    return Sheet(name=name, counted="row", limits=limits)


def _rows(
    sheet: openpyxl.worksheet._read_only.ReadOnlyWorksheet, progress: Progress
) -> Iterator[Row]:
    # What a sheet says of its own size need not be true.
    sheet.reset_dimensions()
    width = 0
    for number, values in enumerate(sheet.iter_rows(values_only=True), start=1):
        cells = [cell_text(value) for value in values]
        while cells and not cells[-1]:
            cells.pop()
        width = max(width, len(cells))
        yield number, cells + [""] * (width - len(cells))
        if number % ROWS_A_STEP == 0:
            progress(0.5)
