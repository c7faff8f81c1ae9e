"""The Qt models of the page that compares plans: tasks of the other plan, and tasks here."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from cchc_desktop.domain.items import WorkItem
from cchc_desktop.ui.widgets.rows import Index, ListColumn, RowRole, header_data, list_header
from cchc_desktop.ui.words import Words

if TYPE_CHECKING:
    from cchc_desktop.services.plan_links import CoveredTask

_NO_INDEX = QModelIndex()
_ROLE = Qt.ItemDataRole
_words = Words("CoverageModels")
_COVERED, _MISSING, _ELSEWHERE = (
    _words.mark("Đã có {}"),
    _words.mark("Chưa có"),
    _words.mark("Ngoài kỳ này"),
)
_OTHERS = _words.mark("Đã nối với nhiệm vụ khác")
_NO_TIME = _words.mark("(để trống)")

SOURCE_COLUMNS = (
    ListColumn(list_header.mark("Nội dung nhiệm vụ"), 200, 4),
    ListColumn(list_header.mark("Thời hạn"), 110, 1),
    ListColumn(list_header.mark("Nhiệm vụ ở đây"), 124),
)
OURS_COLUMNS = (
    ListColumn(list_header.mark("Nội dung nhiệm vụ"), 180, 4),
    ListColumn(list_header.mark("Chủ trì"), 90, 1),
)


class State(IntEnum):
    """How a task of the other plan stands here."""

    MISSING = 0
    COVERED = 1
    ELSEWHERE = 2


_ICONS = {State.MISSING: "circle-alert", State.COVERED: "link", State.ELSEWHERE: "calendar-off"}


def state_of(task: CoveredTask) -> State:
    """Return how a task stands: what is carried out is, wherever its dates lie."""
    if task.carriers:
        return State.COVERED
    return State.MISSING if task.is_due else State.ELSEWHERE


class SourceTasksModel(QAbstractTableModel):
    """The tasks of the plan that is carried out, with what there is of each here."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks: Sequence[CoveredTask] = ()

    def show_tasks(self, tasks: Sequence[CoveredTask]) -> None:
        """Show other tasks; the same ones leave place and choice as they are."""
        if tuple(tasks) != self._tasks:
            self.beginResetModel()
            self._tasks = tuple(tasks)
            self.endResetModel()

    def task(self, row: int | None) -> CoveredTask | None:
        """Return the task of a row, None for no row."""
        return self._tasks[row] if row is not None and 0 <= row < len(self._tasks) else None

    def row_of(self, item_id: int) -> int | None:
        """Return where a task stands, None where it is not shown."""
        return next((row for row, task in enumerate(self._tasks) if task.item.id == item_id), None)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._tasks)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(SOURCE_COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:
        return header_data(SOURCE_COLUMNS, section, orientation, role)

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        task = self.task(index.row()) if index.isValid() else None
        if task is None:
            return None
        state, column = state_of(task), index.column()
        if role in (_ROLE.DisplayRole, _ROLE.ToolTipRole):
            return (_numbered(task.item), task.item.time_words or _words(_NO_TIME), _state_words(task, state))[column]
        if role == RowRole.ICON and column == len(SOURCE_COLUMNS) - 1:
            return _ICONS[state]
        if role == RowRole.MUTED:
            return state is State.ELSEWHERE or (column == 1 and not task.item.time_words)
        return task if role == RowRole.ROW else None


class OurTasksModel(QAbstractTableModel):
    """Tasks of the plan that is compared; those that carry out another plan's task already say so."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: Sequence[WorkItem] = ()
        self._target: int | None = None

    def show_items(self, items: Sequence[WorkItem], target: int | None) -> None:
        """Show other tasks; `target` is the task that they carry out or could."""
        if (tuple(items), target) != (self._items, self._target):
            self.beginResetModel()
            self._items, self._target = tuple(items), target
            self.endResetModel()

    def item(self, row: int | None) -> WorkItem | None:
        """Return the task of a row, None for no row."""
        return self._items[row] if row is not None and 0 <= row < len(self._items) else None

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._items)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(OURS_COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:
        return header_data(OURS_COLUMNS, section, orientation, role)

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        item = self.item(index.row()) if index.isValid() else None
        if item is None:
            return None
        is_taken = item.carries_out_id not in (None, self._target)
        if role == _ROLE.DisplayRole:
            return (_numbered(item), item.lead_words or "")[index.column()]
        if role == _ROLE.ToolTipRole:
            words = (_numbered(item), item.lead_words or "")[index.column()]
            return f"{words}\n{_words(_OTHERS)}" if is_taken else words
        if role == RowRole.ICON and index.column() == 0:
            return "link" if item.carries_out_id is not None else None
        if role == RowRole.MUTED:
            return is_taken
        return item if role == RowRole.ROW else None


def _numbered(item: WorkItem) -> str:
    return f"{item.number}  {item.content}" if item.number else item.content


def _state_words(task: CoveredTask, state: State) -> str:
    match state:
        case State.COVERED:
            return _words(_COVERED).format(len(task.carriers))
        case State.MISSING:
            return _words(_MISSING)
        case State.ELSEWHERE:
            return _words(_ELSEWHERE)
