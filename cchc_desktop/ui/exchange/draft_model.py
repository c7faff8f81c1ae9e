"""Table models of a draft: what would be imported, row by row, with the row numbers of the file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QFont

from cchc_desktop.domain.draft import DraftIndicator, DraftItem, DraftPlan
from cchc_desktop.domain.items import ItemKind
from cchc_desktop.ui.words import Words

Index = QModelIndex | QPersistentModelIndex
_words = Words("draft")
ITEM_HEADERS = (
    _words.mark("Dòng"), _words.mark("Loại dòng"), _words.mark("TT"), _words.mark("Nội dung"),
    _words.mark("Chủ trì"), _words.mark("Phối hợp"), _words.mark("Thời hạn"), _words.mark("Sản phẩm"),
)  # fmt: skip
INDICATOR_HEADERS = (
    _words.mark("Dòng"), _words.mark("Giai đoạn, nhóm"), _words.mark("TT"), _words.mark("Chỉ tiêu"),
    _words.mark("Đơn vị tính"), _words.mark("Mức chỉ tiêu"), _words.mark("Cơ quan"),
)  # fmt: skip
_KIND_WORDS = _words.table(
    {
        ItemKind.OBJECTIVE: "Mục tiêu",
        ItemKind.TASK: "Nhiệm vụ",
        ItemKind.ACTIVITY: "Hoạt động",
        ItemKind.SUB_ITEM: "Thành phần",
    }
)
Row = tuple[str, ...]
Place = tuple[str, int]
"""Where a row stands in the file: table and 1-based row number."""


class DraftRowsModel(QAbstractTableModel):
    """Read-only rows of words; section rows are bold. It holds plain text: a draft never changes here."""

    def __init__(
        self, headers: Row, rows: list[Row], sections: frozenset[int], places: list[Place], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._headers = headers
        self._row_of = {place: row for row, place in reversed(list(enumerate(places)))}
        self._rows = rows
        self._sections = sections
        self._bold = QFont()
        self._bold.setBold(True)

    def row_at(self, table: str, number: int | None) -> int | None:
        """Return the row that stands at a place of the file, None where no row does."""
        return None if number is None else self._row_of.get((table, number))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        return 0 if parent.isValid() else len(self._headers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.FontRole and index.row() in self._sections:
            return self._bold
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return _words(self._headers[section])
        return None


def items_model(draft: DraftPlan, parent: QObject) -> DraftRowsModel:
    """Return the sections and items of a draft as rows."""
    rows: list[Row] = []
    places: list[Place] = []
    sections: set[int] = set()
    for section in draft.sections:
        sections.add(len(rows))
        rows.append(("", _words("Lĩnh vực"), section.number or "", section.title, "", "", "", ""))
        places.append(("", 0))
        for item in section.items:
            rows.extend(_item_rows(item, 0))
            places.extend((part.table, part.row) for part in item.walk())
    return DraftRowsModel(ITEM_HEADERS, rows, frozenset(sections), places, parent)


def indicators_model(draft: DraftPlan, parent: QObject) -> DraftRowsModel:
    """Return the indicators of a draft as rows."""
    rows = [_indicator_row(row) for row in draft.indicators]
    places = [(row.table, row.row) for row in draft.indicators]
    return DraftRowsModel(INDICATOR_HEADERS, rows, frozenset(), places, parent)


def _item_rows(item: DraftItem, depth: int) -> Iterator[Row]:
    words = " ".join(filter(None, (item.label, item.content)))
    yield (
        str(item.row or ""),
        _KIND_WORDS[item.kind],
        item.number or item.ordinal or "",
        "    " * depth + words,
        item.lead_words or "",
        item.coordinating_words or "",
        item.time_words or "",
        item.product or "",
    )
    for child in item.children:
        yield from _item_rows(child, depth + 1)


def _indicator_row(row: DraftIndicator) -> Row:
    return (
        str(row.row or ""),
        " ".join(filter(None, (row.group_number, row.group_title))),
        row.number or "",
        row.text,
        row.unit or "",
        row.target_words or "",
        row.agency_words or "",
    )
