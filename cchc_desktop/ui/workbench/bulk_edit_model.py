"""The Qt model of the preview of a bulk edit: what each item's words are and become."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from cchc_desktop.ui.words import Words
from cchc_desktop.ui.workbench.bulk_edit import BulkLine
from cchc_desktop.ui.workbench.columns import display_number

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_ROLE = Qt.ItemDataRole
_words = Words("BulkEditModel")
_HEADERS = (_words.mark("TT"), _words.mark("Đang ghi"), _words.mark("Sẽ ghi"))


class BulkEditModel(QAbstractTableModel):
    """Shows lines of a preview; the words of a cell are found when it is painted."""

    _lines: Sequence[BulkLine] = ()

    def show_lines(self, lines: Sequence[BulkLine]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(_HEADERS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:
        is_shown = orientation is Qt.Orientation.Horizontal and role == _ROLE.DisplayRole
        return _words(_HEADERS[section]) if is_shown and section < len(_HEADERS) else None

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        if not index.isValid() or role not in (_ROLE.DisplayRole, _ROLE.ToolTipRole):
            return None
        line = self._lines[index.row()]
        if index.column() == 0:
            return line.item.content if role == _ROLE.ToolTipRole else display_number(line.item)
        if index.column() == 1:
            return line.before or _words("(để trống)")
        return (line.after or _words("(để trống)")) if line.changes else _words("giữ nguyên")
