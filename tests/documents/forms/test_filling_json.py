"""What goes to the process that fills a form and comes back: as it was, or not at all."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from cchc_desktop.documents.forms import filling_json
from cchc_desktop.documents.forms.filling_json import dump_cells, dump_parts, load_cells, load_parts
from cchc_desktop.domain.forms.cells import CellKind
from cchc_desktop.domain.forms.writing import FilledCell

CELLS = [
    FilledCell("Biểu 01!E7", Decimal("-0.30"), CellKind.PERCENT),
    FilledCell("Biểu 01!C11", date(2025, 9, 4), CellKind.DATE),
    FilledCell("t0:r3:c2:p0:1", "2025-09-04\n=1 “ữ”"),
    FilledCell("p1:1", ""),
]
PARTS = {"xl/worksheets/sheet1.xml": b"<x>" + b"y" * 5000, "xl/workbook.xml": b""}


def test_cells_and_parts_come_back_in_one_line():
    assert load_cells(dump_cells(CELLS)) == CELLS
    assert load_parts(dump_parts(PARTS)) == PARTS
    assert b"\n" not in dump_cells(CELLS) + dump_parts(PARTS)


@pytest.mark.parametrize("line", [b"", b"[]", b'{"a": 1}', b'{"a": "?"}', b'{"a": "eJw="}'])
def test_what_no_process_of_ours_says_is_refused(line):
    with pytest.raises(ValueError):
        load_parts(line)


def test_more_than_the_bound_is_refused(monkeypatch):
    monkeypatch.setattr(filling_json, "MOST_BYTES", 4000)
    with pytest.raises(ValueError, match="not the parts"):
        load_parts(dump_parts(PARTS))
