"""The tab 'Thay đổi': filter bar, list of operations, what the chosen one changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from cchc_desktop.domain.history import LoggedOperation
from cchc_desktop.ui.history.details import OperationDetails
from cchc_desktop.ui.history.filter_bar import HistoryFilterBar
from cchc_desktop.ui.history.operations_model import OPERATION_COLUMNS, OperationsModel
from cchc_desktop.ui.widgets.empty import EmptyState
from cchc_desktop.ui.widgets.reading import ReadingLine
from cchc_desktop.ui.widgets.rows import RowTable

_READING_AFTER_MS = 250


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a person is in the list: the newest, the chosen and the topmost operation, pixels of that one hidden."""

    newest: int | None
    chosen: int | None
    top: int | None
    hidden: int

    @property
    def is_at_newest(self) -> bool:
        return self.chosen == self.newest and self.top == self.newest and not self.hidden


class ChangesPane(QWidget):
    """Shows what it is given; `filter_changed`, `more_wanted(id)` and `operation_chosen(id)` ask for more."""

    filter_changed = Signal()
    more_wanted = Signal(int)
    operation_chosen = Signal(int)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = HistoryFilterBar(today, self)
        self.model = OperationsModel(self)
        self.table = RowTable(self.model, OPERATION_COLUMNS, self)
        self.table.setAccessibleName(self.tr("Nhật ký thao tác"))
        self.details = OperationDetails(self)
        self._reading = ReadingLine(self)
        self._bare = EmptyState("history", self.tr("Nhật ký chưa có thao tác nào."), parent=self)
        self._nothing = EmptyState("search", self.tr("Không có thao tác nào khớp bộ lọc."), self.tr("Xóa lọc"), self)
        self._nothing.activated.connect(self.bar.clear)
        self._slow = QTimer(self, singleShot=True, interval=_READING_AFTER_MS)
        self._owes_focus = False
        self._stack = QStackedWidget(self)
        for page in (self._reading, self._bare, self._nothing, self.table):
            self._stack.addWidget(page)
        self._lay_out()
        self._slow.timeout.connect(lambda: self._put(self._reading))
        self.bar.changed.connect(self.filter_changed)
        self.bar.left.connect(self._enter_list)
        self.model.more_wanted.connect(self.more_wanted)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._chosen_changed())
        self.setFocusProxy(self.table)

    def show_reading(self) -> None:
        """Say that another list is being read, where that lasts; until then the old one stays."""
        self._slow.start()

    def show_first(
        self,
        operations: Sequence[LoggedOperation],
        plans: Mapping[int, str],
        *,
        complete: bool,
        was_away: bool = False,
    ) -> None:
        """Show a list anew.

        Who reads further down keeps place and choice; who `was_away`, or stood at the newest operation, sees what is
        new at the top.
        """
        place = self._place()
        self._slow.stop()
        self.table.selectionModel().blockSignals(True)
        self.model.show_first(operations, plans, complete=complete)
        self.table.selectionModel().blockSignals(False)
        self._put(self._page())
        if operations:
            has_news = operations[0].id != place.newest
            self.details.log_changed(operations[0].id)
            self._go_to(place, to_newest=has_news and (was_away or place.is_at_newest))
        self._chosen_changed()

    def chosen(self) -> LoggedOperation | None:
        """Return the chosen operation."""
        return self.model.operation(self.table.chosen_row())

    def _place(self) -> _Place:
        ids = [None if shown is None else shown.id for shown in (self.model.operation(0), self.chosen())]
        row = self.table.rowAt(0)
        top = self.model.operation(row if row >= 0 else None)
        hidden = -self.table.rowViewportPosition(row) if top is not None else 0
        return _Place(ids[0], ids[1], top.id if top is not None else None, hidden)

    def _go_to(self, place: _Place, *, to_newest: bool) -> None:
        """Choose the same operation again, and have the same one at the top; a list that stood at its top stays so."""
        chosen = None if to_newest or place.chosen is None else self.model.row_of(place.chosen)
        self.table.selectRow(0 if chosen is None else chosen)
        stood_at_top = place.top == place.newest and not place.hidden
        top = None if to_newest or stood_at_top or place.top is None else self.model.row_of(place.top)
        if top is not None:
            offset = self.table.rowViewportPosition(top) + self.table.verticalScrollBar().value()
            self.table.verticalScrollBar().setValue(offset + place.hidden)
        elif chosen is None or stood_at_top:
            self.table.scrollToTop()

    def _put(self, page: QWidget) -> None:
        """Show the list or what stands for it; the list gets the focus back that it had when it went."""
        if self.table.hasFocus() and page is not self.table:
            self._owes_focus = True
            self.bar.focus_search()
        self._stack.setCurrentWidget(page)
        if self._owes_focus and page is self.table:
            self._owes_focus = False
            if self.bar.has_search_focus():
                self.table.setFocus()

    def _enter_list(self) -> None:
        if self._stack.currentWidget() is self.table:
            self.table.setFocus()

    def _page(self) -> QWidget:
        if self.model.rowCount():
            return self.table
        return self._nothing if self.bar.is_active() else self._bare

    def _chosen_changed(self) -> None:
        operation = self.chosen()
        self.details.show_operation(operation)
        if operation is not None:
            self.operation_chosen.emit(operation.id)

    def _lay_out(self) -> None:
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        splitter.addWidget(self._stack)
        splitter.addWidget(self.details)
        splitter.setSizes([380, 240])
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(splitter, 1)
