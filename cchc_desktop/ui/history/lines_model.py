"""The Qt model of one operation's changes: which row, which field, before, after."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from cchc_desktop.domain.history import ChangeLine
from cchc_desktop.ui.history import words
from cchc_desktop.ui.history.differences import MarkedText, marked_pair
from cchc_desktop.ui.widgets.rows import Index, ListColumn, RowRole, header_data, list_header

_NO_INDEX = QModelIndex()

_OLD = 2
LINE_COLUMNS = (
    ListColumn(list_header.mark("Đối tượng"), 260, 3),
    ListColumn(list_header.mark("Mục"), 140, 1),
    ListColumn(list_header.mark("Trước"), 200, 3),
    ListColumn(list_header.mark("Sau"), 200, 3),
)


class ChangeLinesModel(QAbstractTableModel):
    """Holds the lines of the chosen operation."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[ChangeLine] = ()

    def show_lines(self, lines: Sequence[ChangeLine]) -> None:
        """Show other changes; the same ones leave place and choice as they are."""
        if tuple(lines) != self._lines:
            self.beginResetModel()
            self._lines = tuple(lines)
            self.endResetModel()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(LINE_COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return header_data(LINE_COLUMNS, section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line, column = self._lines[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return cell_words(line)[column]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{list_header(LINE_COLUMNS[column].header)}: {cell_words(line)[column]}"
        if role == RowRole.ICON and column == 0:
            return words.KIND_ICONS[line.kind]
        if role == RowRole.MUTED:
            return cell_words(line)[column] == words.EMPTY
        if role == RowRole.MARKED and column >= _OLD:
            return marked_words(line)[column - _OLD]
        return line if role == RowRole.ROW else None


def cell_words(line: ChangeLine) -> tuple[str, str, str, str]:
    """Return the words of a line's four cells."""
    return words.object_words(line), words.field_words(line), *words.value_words(line)


def marked_words(line: ChangeLine) -> tuple[MarkedText, MarkedText]:
    """Return before and after with the differing words marked; what stands for a value has nothing to mark."""
    if line.old and line.new and not words.is_whole_row(line):
        return marked_pair(line.old, line.new)
    old, new = words.value_words(line)
    return MarkedText(old), MarkedText(new)
