"""The Qt model of the history: operations, newest first; older ones are asked for as the list is scrolled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from cchc_desktop.domain.history import LoggedOperation
from cchc_desktop.services.history import is_taking_back
from cchc_desktop.ui.history import words
from cchc_desktop.ui.widgets.rows import Index, ListColumn, RowRole, header_data, list_header

_NO_INDEX = QModelIndex()
_NO_PLAN = "–"


class OperationColumn(IntEnum):
    """The columns in order."""

    TIME = 0
    WHO = 1
    TITLE = 2
    PLAN = 3
    CHANGES = 4
    STATE = 5


OPERATION_COLUMNS = (
    ListColumn(list_header.mark("Thời gian"), 122),
    ListColumn(list_header.mark("Người thực hiện"), 124, 1),
    ListColumn(list_header.mark("Nội dung"), 220, 4),
    ListColumn(list_header.mark("Kế hoạch"), 150, 2),
    ListColumn(list_header.mark("Số thay đổi"), 92, is_number=True),
    ListColumn(list_header.mark("Tình trạng"), 120),
)


class OperationsModel(QAbstractTableModel):
    """Holds what was read so far; `more_wanted` carries the id behind which the next ones follow."""

    more_wanted = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._operations: list[LoggedOperation] = []
        self._plans: dict[int, str] = {}
        self._is_complete = True
        self._is_waiting = False

    def show_first(self, operations: Sequence[LoggedOperation], plans: Mapping[int, str], *, complete: bool) -> None:
        """Show another list; `plans` are titles by id, `complete` says that there are no older ones."""
        self.beginResetModel()
        self._operations, self._plans = list(operations), dict(plans)
        self._is_complete, self._is_waiting = complete, False
        self.endResetModel()

    def add_more(self, operations: Sequence[LoggedOperation], plans: Mapping[int, str], *, complete: bool) -> None:
        """Add older operations below those that are shown."""
        self._plans.update(plans)
        self._is_complete, self._is_waiting = complete, False
        if operations:
            first = len(self._operations)
            self.beginInsertRows(_NO_INDEX, first, first + len(operations) - 1)
            self._operations.extend(operations)
            self.endInsertRows()

    def operation(self, row: int | None) -> LoggedOperation | None:
        """Return the operation of a row, None for no row."""
        return self._operations[row] if row is not None and 0 <= row < len(self._operations) else None

    def row_of(self, operation_id: int) -> int | None:
        """Return where an operation stands, None where it is not shown."""
        return next((row for row, shown in enumerate(self._operations) if shown.id == operation_id), None)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._operations)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(OPERATION_COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return header_data(OPERATION_COLUMNS, section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        operation = self.operation(index.row()) if index.isValid() else None
        if operation is None:
            return None
        column = index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._words(operation, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{list_header(OPERATION_COLUMNS[column].header)}: {self._words(operation, column)}"
        if role == Qt.ItemDataRole.TextAlignmentRole and column == OperationColumn.CHANGES:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == RowRole.ICON and column == OperationColumn.STATE and operation.undone:
            return "redo-2" if is_taking_back(operation) else "undo-2"
        if role == RowRole.MUTED:
            return operation.undone or column == OperationColumn.STATE
        return operation if role == RowRole.ROW else None

    def canFetchMore(self, parent: Index = _NO_INDEX) -> bool:
        return not parent.isValid() and not self._is_complete and not self._is_waiting

    def fetchMore(self, parent: Index = _NO_INDEX) -> None:
        """Ask for older operations; they come later, through `add_more`."""
        if self.canFetchMore(parent) and self._operations:
            self._is_waiting = True
            self.more_wanted.emit(self._operations[-1].id)

    def plan_words(self, operation: LoggedOperation) -> str:
        """Return the title of an operation's plan, a dash where it concerns none."""
        if operation.plan_id is None:
            return _NO_PLAN
        return self._plans.get(operation.plan_id) or words.PURGED

    def _words(self, operation: LoggedOperation, column: int) -> str:
        match OperationColumn(column):
            case OperationColumn.TIME:
                return words.moment_words(operation.at)
            case OperationColumn.WHO:
                return operation.who
            case OperationColumn.TITLE:
                return operation.title
            case OperationColumn.PLAN:
                return self.plan_words(operation)
            case OperationColumn.CHANGES:
                return words.count_words(operation.changes)
            case OperationColumn.STATE:
                return words.translated(words.state_words(operation))
