"""Below the history: what the chosen operation changed, and taking it back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from cchc_desktop.domain.history import ChangeLine, LoggedOperation
from cchc_desktop.ui import icons
from cchc_desktop.ui.history import words
from cchc_desktop.ui.history.lines_model import LINE_COLUMNS, ChangeLinesModel
from cchc_desktop.ui.history.rows import RowTable
from cchc_desktop.ui.widgets.strip import Strip
from cchc_desktop.ui.workbench.empty import EmptyState


class OperationDetails(QWidget):
    """Shows one operation; `undo_wanted` carries its id."""

    undo_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operation: LoggedOperation | None = None
        self._model = ChangeLinesModel(self)
        self._table = RowTable(self._model, LINE_COLUMNS, self)
        self._table.setAccessibleName(self.tr("Các thay đổi của thao tác đang chọn"))
        self._nothing = EmptyState("history", "", parent=self)
        self._title = _TitleLabel(self)
        self._why_not = QLabel(self)
        self._why_not.setObjectName("secondary")
        self._undo = QPushButton(self.tr("Hoàn tác thao tác này"), self)
        self._undo.setIcon(icons.icon("undo-2"))
        self._undo.clicked.connect(self._ask_undo)
        self._strip = Strip(parent=self)
        self._strip.hide()
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self._table)
        self._lay_out()
        self.show_operation(None)

    def show_operation(self, operation: LoggedOperation | None) -> None:
        """Show another operation; its lines follow. The same one, read again, keeps what a refusal said."""
        if operation is None or self._operation is None or operation.id != self._operation.id:
            self._strip.hide()
            self._model.show_lines(())
        self._operation = operation
        self._title.show_operation(operation)
        refusal = words.refusal_words(operation) if operation is not None else ""
        self._why_not.setText(refusal)
        self._undo.setEnabled(operation is not None and not refusal)
        self._undo.setToolTip(refusal)
        self._show_table()

    def show_lines(self, operation_id: int, lines: Sequence[ChangeLine]) -> None:
        """Show what an operation changed; an answer that comes too late is passed over."""
        if self._operation is not None and self._operation.id == operation_id:
            self._model.show_lines(lines)
            self._show_table()

    def show_refusal(self, operation_id: int, sentence: str) -> None:
        """Say in place why an operation could not be taken back."""
        if self._operation is not None and self._operation.id == operation_id:
            self._strip.set_sentence(sentence)
            self._strip.show()
            self._undo.setEnabled(False)
            self._undo.setToolTip(sentence)

    def refusal(self) -> str:
        """Return what the strip says, '' while it is not there."""
        return "" if self._strip.isHidden() else self._strip.sentence()

    def _show_table(self) -> None:
        if self._operation is None:
            self._nothing.set_sentence(self.tr("Chọn một thao tác để xem chi tiết thay đổi."))
        else:
            self._nothing.set_sentence(self.tr("Thao tác này không thay đổi nội dung nào."))
        self._stack.setCurrentWidget(self._table if self._model.rowCount() else self._nothing)

    def _ask_undo(self) -> None:
        if self._operation is not None:
            self.undo_wanted.emit(self._operation.id)

    def _lay_out(self) -> None:
        head = QWidget(self)
        head.setObjectName("bar")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(head)
        row.setContentsMargins(12, 4, 8, 4)
        row.setSpacing(12)
        row.addWidget(self._title, 1)
        row.addWidget(self._why_not)
        row.addWidget(self._undo)
        strip_room = QVBoxLayout()
        strip_room.setContentsMargins(8, 0, 8, 4)
        strip_room.addWidget(self._strip)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addLayout(strip_room)
        layout.addWidget(self._stack, 1)


class _TitleLabel(QLabel):
    """The operation's title on one line, cut where it is too long."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setMinimumWidth(120)
        bold = self.font()
        bold.setBold(True)
        self.setFont(bold)

    def show_operation(self, operation: LoggedOperation | None) -> None:
        self._words = self.tr("Chi tiết thay đổi") if operation is None else operation.title
        self.setToolTip(self._words)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setText(self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, self.width()))
