"""Reads an Excel workbook (.xlsx, .xlsm as data) into a `RawDocument`: one table for each visible sheet."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from cchc_desktop.documents.ooxml import Package
from cchc_desktop.documents.raw import RawDocument, RawTable
from cchc_desktop.documents.readers.doubts import CONTROLS_REMOVED, LOOK_AGAIN, Doubts
from cchc_desktop.documents.readers.limits import MAX_SLOTS, SlotBudget
from cchc_desktop.documents.readers.xlsx_parts import SheetEntry, Workbook, read_workbook
from cchc_desktop.documents.readers.xlsx_sheet import SheetReader

if TYPE_CHECKING:  # the reading child starts faster without the rest of the domain
    from cchc_desktop.domain.ports import ProgressCallback

_CELL = re.compile(rb"<c[\s/>]")
_SHORTEST_CELL = len("<c/>")
_CHUNK = 1 << 20
_HIDDEN = "Trang tính bị ẩn nên không được đọc."
_MACRO = "Tệp có chứa macro; chỉ đọc dữ liệu, macro không được chạy."


def read_xlsx(path: Path, progress: ProgressCallback = lambda done, total: None) -> RawDocument:
    """Read the visible sheets, hidden rows and columns included; `RefusedFile` when the file is damaged.

    The file must have passed `gate.check_file`; progress counts sheets.
    """
    with Package.opened(path) as package:
        doubts = Doubts()
        if "macroenabled" in package.content_type(package.main_part()).casefold():
            doubts.add("", None, None, _MACRO)
        workbook = read_workbook(package)
        tables = _read_sheets(package, workbook, doubts, progress)
        if package.removed_controls:
            doubts.add("", None, None, CONTROLS_REMOVED, LOOK_AGAIN)
        return RawDocument(tuple(tables), doubts.found())


def _read_sheets(package: Package, workbook: Workbook, doubts: Doubts, progress: ProgressCallback) -> list[RawTable]:
    reader = SheetReader(workbook, doubts, SlotBudget())
    tables = []
    for done, sheet in enumerate(workbook.sheets):
        progress(done, len(workbook.sheets))
        if sheet.hidden:
            _doubt_hidden(sheet, doubts)
            continue
        _refuse_too_many(package, sheet.part)
        with package.open(sheet.part) as stream:
            tables.append(reader.read(sheet.title, stream))
    progress(len(workbook.sheets), len(workbook.sheets))
    return tables


def _refuse_too_many(package: Package, part: str) -> None:
    """Refuse a sheet of too many cells before any is read: to read a million takes longer than the child may live.

    Only a part that can hold so many is counted; cells that are written otherwise count as they are read.
    """
    if package.size(part) <= MAX_SLOTS * _SHORTEST_CELL:
        return
    budget, held = SlotBudget(), b""
    with package.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            data = held + chunk
            budget.spend(len(_CELL.findall(data)))
            held = data[-2:]  # a tag may lie across two pieces; what was counted is three bytes long


def _doubt_hidden(sheet: SheetEntry, doubts: Doubts) -> None:
    hint = f"Nếu cần dữ liệu ở trang “{sheet.title}”, hãy bỏ ẩn trang trong Excel, lưu lại rồi nhập lại."
    doubts.add(sheet.title, None, None, _HIDDEN, hint)
