"""A Qt model of lines that are only shown: what a dialog is about to do, row by row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
_Line = TypeVar("_Line")
_NO_INDEX = QModelIndex()
_ROLE = Qt.ItemDataRole


class PreviewLines(QAbstractTableModel, Generic[_Line]):
    """Shows lines; whoever derives from it names the columns and says what stands in a cell when it is painted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[_Line] = ()

    def headers(self) -> Sequence[str]:
        """Return the words of the columns."""
        raise NotImplementedError

    def words(self, line: _Line, column: int) -> str:
        """Return what a cell shows."""
        raise NotImplementedError

    def tip(self, line: _Line, column: int) -> str:
        """Return the words of a cell's tooltip."""
        return self.words(line, column)

    def show_lines(self, lines: Sequence[_Line]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.headers())

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:
        is_shown = orientation is Qt.Orientation.Horizontal and role == _ROLE.DisplayRole
        return self.headers()[section] if is_shown and section < len(self.headers()) else None

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        if not index.isValid() or role not in (_ROLE.DisplayRole, _ROLE.ToolTipRole):
            return None
        line = self._lines[index.row()]
        return (self.tip if role == _ROLE.ToolTipRole else self.words)(line, index.column())
