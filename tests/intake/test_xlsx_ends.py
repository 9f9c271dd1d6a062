"""A row of a workbook that ends in empty cells is as wide as its headings."""

import io

import openpyxl

from intake.files.opened import raw_from_bytes


def test_a_row_whose_last_cells_are_empty_is_read():
    book = openpyxl.Workbook()
    book.active.append(["leg", "from_lon", "from_lat", "to_lon", "to_lat", "note"])
    book.active.append(["a", 129.5, 42.9, 123.4, 41.8])
    out = io.BytesIO()
    book.save(out)
    [layer] = raw_from_bytes(out.getvalue(), "a.xlsx").layers
    assert layer.columns["note"] == [""]
    assert not layer.faults
