"""The tab 'Thay đổi': filter bar, list of operations, what the chosen one changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from cchc_desktop.domain.history import LoggedOperation
from cchc_desktop.ui.history.details import OperationDetails
from cchc_desktop.ui.history.filter_bar import HistoryFilterBar
from cchc_desktop.ui.history.operations_model import OPERATION_COLUMNS, OperationsModel
from cchc_desktop.ui.history.rows import RowTable
from cchc_desktop.ui.workbench.empty import EmptyState


class ChangesPane(QWidget):
    """Shows what it is given; `filter_changed`, `more_wanted(id)` and `operation_chosen(id)` ask for more."""

    filter_changed = Signal()
    more_wanted = Signal(int)
    operation_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = HistoryFilterBar(self)
        self.model = OperationsModel(self)
        self.table = RowTable(self.model, OPERATION_COLUMNS, self)
        self.table.setAccessibleName(self.tr("Nhật ký thao tác"))
        self.details = OperationDetails(self)
        self._bare = EmptyState("history", self.tr("Nhật ký chưa có thao tác nào."), parent=self)
        self._nothing = EmptyState("search", self.tr("Không có thao tác nào khớp bộ lọc."), self.tr("Xóa lọc"), self)
        self._nothing.activated.connect(self.bar.clear)
        self._stack = QStackedWidget(self)
        for page in (self._bare, self._nothing, self.table):
            self._stack.addWidget(page)
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
        self.bar.changed.connect(self.filter_changed)
        self.model.more_wanted.connect(self.more_wanted)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._chosen_changed())
        self.setFocusProxy(self.table)

    def show_first(self, operations: Sequence[LoggedOperation], plans: Mapping[int, str], *, complete: bool) -> None:
        """Show a list anew; the chosen operation stays chosen and in its place while it is there."""
        before, scroll = self.chosen(), self.table.verticalScrollBar().value()
        self.table.selectionModel().blockSignals(True)
        self.model.show_first(operations, plans, complete=complete)
        self.table.selectionModel().blockSignals(False)
        self._stack.setCurrentWidget(self._page())
        row = self.model.row_of(before.id) if before else None
        if row is not None:
            self.table.selectRow(row)
            self.table.verticalScrollBar().setValue(scroll)
            self.table.scrollTo(self.model.index(row, 0))
        elif operations:
            self.table.selectRow(0)
        self._chosen_changed()

    def chosen(self) -> LoggedOperation | None:
        """Return the chosen operation."""
        return self.model.operation(self.table.chosen_row())

    def _page(self) -> QWidget:
        if self.model.rowCount():
            return self.table
        return self._nothing if self.bar.is_active() else self._bare

    def _chosen_changed(self) -> None:
        operation = self.chosen()
        self.details.show_operation(operation)
        if operation is not None:
            self.operation_chosen.emit(operation.id)
