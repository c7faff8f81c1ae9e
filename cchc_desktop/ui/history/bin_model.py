"""The Qt model of the bin: one row for each thing that a person deleted."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from cchc_desktop.domain.bin import BinEntry
from cchc_desktop.domain.changes import EntityKind
from cchc_desktop.ui.history import words
from cchc_desktop.ui.widgets.rows import Index, ListColumn, RowRole, header_data, list_header

_NO_INDEX = QModelIndex()


class BinColumn(IntEnum):
    """The columns in order."""

    KIND = 0
    TITLE = 1
    ALONG = 2
    PLAN = 3
    TIME = 4
    WHO = 5


BIN_COLUMNS = (
    ListColumn(list_header.mark("Loại"), 104),
    ListColumn(list_header.mark("Nội dung đã xóa"), 220, 4),
    ListColumn(list_header.mark("Kèm theo"), 140, 1),
    ListColumn(list_header.mark("Kế hoạch"), 150, 2),
    ListColumn(list_header.mark("Xóa lúc"), 122),
    ListColumn(list_header.mark("Người xóa"), 110, 1),
)


class BinModel(QAbstractTableModel):
    """Holds what lies in the bin, newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: Sequence[BinEntry] = ()

    def show_entries(self, entries: Sequence[BinEntry]) -> None:
        """Show another list."""
        self.beginResetModel()
        self._entries = tuple(entries)
        self.endResetModel()

    def entry(self, row: int | None) -> BinEntry | None:
        """Return the entry of a row, None for no row."""
        return self._entries[row] if row is not None and 0 <= row < len(self._entries) else None

    def row_of(self, entry: BinEntry) -> int | None:
        """Return where a thing stands, None where it is not (any more) in the bin."""
        places = (row for row, shown in enumerate(self._entries) if (shown.kind, shown.id) == (entry.kind, entry.id))
        return next(places, None)

    def holder_of(self, entry: BinEntry) -> BinEntry | None:
        """Return what has to come back before an entry can: the thing that holds it, else its deleted plan."""
        others = [shown for shown in self._entries if shown.plan_id == entry.plan_id and shown is not entry]
        named = (shown for shown in others if shown.title == entry.held_by)
        plan = (shown for shown in others if shown.kind is EntityKind.PLAN)
        return None if entry.held_by is None else next(named, None) or next(plan, None)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(BIN_COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return header_data(BIN_COLUMNS, section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entry(index.row()) if index.isValid() else None
        if entry is None:
            return None
        column = index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return _words(entry, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{list_header(BIN_COLUMNS[column].header)}: {_words(entry, column)}"
        if role == RowRole.ICON and column == BinColumn.KIND:
            return words.KIND_ICONS[entry.kind]
        if role == RowRole.MUTED:
            return column == BinColumn.ALONG or _words(entry, column) == words.EMPTY
        return entry if role == RowRole.ROW else None


def _words(entry: BinEntry, column: int) -> str:
    match BinColumn(column):
        case BinColumn.KIND:
            return words.KIND_WORDS[entry.kind]
        case BinColumn.TITLE:
            return entry.title or words.EMPTY
        case BinColumn.ALONG:
            return words.along_words(entry)
        case BinColumn.PLAN:
            return "" if entry.kind is EntityKind.PLAN else entry.plan_title
        case BinColumn.TIME:
            return words.moment_words(entry.deleted_at)
        case BinColumn.WHO:
            return entry.who
