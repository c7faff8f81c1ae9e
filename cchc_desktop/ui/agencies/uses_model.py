"""The Qt model of the rows that name an agency."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from cchc_desktop.domain.agencies.uses import AgencyUse
from cchc_desktop.services.agencies import ROLE_NAMES
from cchc_desktop.ui.widgets.rows import Index, ListColumn, RowRole, header_data, list_header

_NO_INDEX = QModelIndex()


class UseColumn(IntEnum):
    """The columns in order."""

    PLAN = 0
    NUMBER = 1
    CONTENT = 2
    ROLE = 3
    WORDS = 4


USE_COLUMNS = (
    ListColumn(list_header.mark("Kế hoạch"), 130, 2),
    ListColumn(list_header.mark("TT"), 40),
    ListColumn(list_header.mark("Nội dung"), 180, 4),
    ListColumn(list_header.mark("Vai trò"), 72),
    ListColumn(list_header.mark("Ghi trong kế hoạch"), 120, 2),
)


class AgencyUsesModel(QAbstractTableModel):
    """Holds the rows that are shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._uses: Sequence[AgencyUse] = ()

    def show_uses(self, uses: Sequence[AgencyUse]) -> None:
        """Show another list; the same one leaves place and choice as they are."""
        if tuple(uses) != self._uses:
            self.beginResetModel()
            self._uses = tuple(uses)
            self.endResetModel()

    def use(self, row: int) -> AgencyUse | None:
        """Return what a row is about, None for no row."""
        return self._uses[row] if 0 <= row < len(self._uses) else None

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._uses)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(USE_COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return header_data(USE_COLUMNS, section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        use = self.use(index.row()) if index.isValid() else None
        if use is None:
            return None
        column = index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return _words(use)[column]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{list_header(USE_COLUMNS[column].header)}: {_words(use)[column]}"
        if role == RowRole.MUTED:
            return column in (UseColumn.PLAN, UseColumn.ROLE)
        return use if role == RowRole.ROW else None


def _words(use: AgencyUse) -> tuple[str, str, str, str, str]:
    return use.plan_title, use.number, use.content, list_header(ROLE_NAMES[use.role]), use.words
