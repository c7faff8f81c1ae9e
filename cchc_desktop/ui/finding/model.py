"""The Qt model of the found rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from cchc_desktop.domain.search.palette import EntryKind
from cchc_desktop.ui.finding.rows import FoundItem, FoundName, Heading, Row
from cchc_desktop.ui.words import Words

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
ROW_ROLE = Qt.ItemDataRole.UserRole + 1
_CHOSEN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_words = Words("FindPage")


class FoundModel(QAbstractListModel):
    """Headings, which cannot be chosen, and what was found below them."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Row] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, number: int) -> Row | None:
        """Return a row, None beyond the ends."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def number_of(self, key: tuple[EntryKind, int]) -> int | None:
        """Return where a found row stands now, None where it is not among them."""
        rows = enumerate(self._rows)
        return next((number for number, row in rows if not isinstance(row, Heading) and row.key == key), None)

    def next_found(self, number: int, step: int) -> int | None:
        """Return the nearest found row behind (step 1) or before (-1) a number, None where there is none."""
        number += step
        while (row := self.row(number)) is not None:
            if not isinstance(row, Heading):
                return number
            number += step
        return None

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemNeverHasChildren if isinstance(self.row(index.row()), Heading) else _CHOSEN

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.content if isinstance(row, FoundItem) else row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "" if isinstance(row, Heading) else "\n".join(_parts(row))
        return row if role == ROW_ROLE else None


def spoken(row: Row) -> str:
    """Return all that a row shows, for those who cannot see it."""
    parts = [row.title, row.tag, row.count] if isinstance(row, Heading) else _parts(row)
    return ", ".join(filter(None, parts))


def _parts(row: FoundItem | FoundName) -> list[str]:
    if isinstance(row, FoundName):
        return list(filter(None, (row.title, row.tag)))
    named = (
        ("TT", row.number), ("", row.content), (row.field, str(row.snippet or "")), (_words("Chủ trì"), row.lead),
        (_words("Thời hạn"), row.time_words), ("", row.reading.text if row.reading else ""),
    )  # fmt: skip
    return [f"{name}: {words}" if name else words for name, words in named if words]
