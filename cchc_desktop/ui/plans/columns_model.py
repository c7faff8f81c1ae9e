"""The columns of a printed appendix as a short table: printed or not, in which order, with which header words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from cchc_desktop.domain.plan import AppendixColumn, Column
from cchc_desktop.domain.text.folding import nfc
from cchc_desktop.ui.plans import words
from cchc_desktop.ui.words import Words

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_ROLE = Qt.ItemDataRole
_SHOWN = (_ROLE.DisplayRole, _ROLE.ToolTipRole)
_words = Words("ColumnsModel")
_HEADERS = (_words.mark("Cột"), _words.mark("Tiêu đề cột"), _words.mark("Tiêu đề nhóm cột"))
KIND, HEADER, GROUP = range(3)


@dataclass(frozen=True, slots=True)
class _Line:
    column: AppendixColumn
    printed: bool


class ColumnsModel(QAbstractTableModel):
    """Every column that an appendix can have; those that it prints come first in their order, the rest behind."""

    edited = Signal()

    def __init__(self, headers: Mapping[Column, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headers = headers
        self._lines: list[_Line] = []

    def show_columns(self, columns: tuple[AppendixColumn, ...]) -> None:
        """Show an appendix's columns; without any, the usual ones are ready to be changed."""
        named = {column.column for column in columns}
        rest = (AppendixColumn(kind, header) for kind, header in self._headers.items() if kind not in named)
        self.beginResetModel()
        self._lines = [_Line(column, printed=True) for column in columns]
        self._lines += [_Line(column, not columns and column.column in words.USUAL_COLUMNS) for column in rest]
        self.endResetModel()

    def columns(self) -> tuple[AppendixColumn, ...]:
        """Return the printed columns in their order."""
        return tuple(line.column for line in self._lines if line.printed)

    def move(self, row: int, step: int) -> int:
        """Move a column up (-1) or down (1) where there is room; return the row where it stands then."""
        target = row + step
        if not (0 <= row < len(self._lines) and 0 <= target < len(self._lines)):
            return row
        # Qt's row of destination is counted before the move.
        self.beginMoveRows(_NO_INDEX, row, row, _NO_INDEX, target + (step > 0))
        self._lines.insert(target, self._lines.pop(row))
        self.endMoveRows()
        self.edited.emit()
        return target

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(_HEADERS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role in _SHOWN and section < len(_HEADERS):
            return _words(_HEADERS[section])
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not index.isValid():
            return flags
        return flags | (Qt.ItemFlag.ItemIsUserCheckable if index.column() == KIND else Qt.ItemFlag.ItemIsEditable)

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == _ROLE.CheckStateRole and index.column() == KIND:
            return Qt.CheckState.Checked if line.printed else Qt.CheckState.Unchecked
        if role in (_ROLE.DisplayRole, _ROLE.EditRole, _ROLE.ToolTipRole):
            return self._words(line.column, index.column())
        return None

    def setData(self, index: Index, value: Any, role: int = _ROLE.EditRole) -> bool:
        if not index.isValid():
            return False
        line = self._lines[index.row()]
        changed = self._changed(line, index.column(), value, role)
        if changed is None:
            return False
        if changed != line:
            self._lines[index.row()] = changed
            self.dataChanged.emit(index, index)
            self.edited.emit()
        return True

    def _changed(self, line: _Line, column: int, value: Any, role: int) -> _Line | None:
        if role == _ROLE.CheckStateRole and column == KIND:
            return replace(line, printed=Qt.CheckState(value) is Qt.CheckState.Checked)
        if role != _ROLE.EditRole or column == KIND:
            return None
        typed = nfc(str(value)).strip()
        if column == HEADER:
            return replace(line, column=replace(line.column, header=typed))
        return replace(line, column=replace(line.column, group=typed or None))

    def _words(self, column: AppendixColumn, place: int) -> str:
        if place == KIND:
            return words.translated(words.COLUMNS[column.column])
        return column.header if place == HEADER else column.group or ""
