"""Below the history: what the chosen operation changed, and taking it back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from cchc_desktop.domain.history import ChangeLine, LoggedOperation
from cchc_desktop.services.history import is_taking_back
from cchc_desktop.ui import icons
from cchc_desktop.ui.history import words
from cchc_desktop.ui.history.difference_delegate import DifferenceDelegate
from cchc_desktop.ui.history.lines_model import LINE_COLUMNS, ChangeLinesModel
from cchc_desktop.ui.widgets.empty import EmptyState
from cchc_desktop.ui.widgets.reading import ReadingLine
from cchc_desktop.ui.widgets.rows import RowTable
from cchc_desktop.ui.widgets.stops import order_stops
from cchc_desktop.ui.widgets.strip import Strip

_SIDE = 8
_BELOW = 8
"""Pixels beside and below the strip."""


class OperationDetails(QWidget):
    """Shows one operation; `undo_wanted` carries its id."""

    undo_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operation: LoggedOperation | None = None
        self._is_editable = True
        self._is_reading = False
        self._newest: int | None = None
        self._refusals: dict[int, str] = {}
        self._model = ChangeLinesModel(self)
        self._table = RowTable(self._model, LINE_COLUMNS, self, DifferenceDelegate)
        self._table.setAccessibleName(self.tr("Các thay đổi của thao tác đang chọn"))
        self._nothing = EmptyState("history", "", parent=self)
        self._reading = ReadingLine(self)
        self._head = QWidget(self)
        self._title = _TitleLabel(self)
        self._why_not = QLabel(self)
        self._why_not.setObjectName("secondary")
        self._undo = QPushButton(self)
        self._undo.clicked.connect(self._ask_undo)
        self._strip = Strip(parent=self)
        self._strip.hide()
        self._stack = QStackedWidget(self)
        for page in (self._nothing, self._reading, self._table):
            self._stack.addWidget(page)
        self._lay_out()
        order_stops((self._undo, self._table))
        self.show_operation(None)

    def set_editable(self, is_editable: bool) -> None:
        """Let operations be taken back, or only be looked at."""
        self._is_editable = is_editable
        self._show_state()

    def show_operation(self, operation: LoggedOperation | None) -> None:
        """Show another operation; its lines follow. The same one, read again, keeps its lines until then."""
        if operation is None or self._operation is None or operation.id != self._operation.id:
            self._is_reading = operation is not None
            self._model.show_lines(())
        self._operation = operation
        self._title.show_operation(operation)
        self._show_state()
        self._show_table()

    def show_lines(self, operation_id: int, lines: Sequence[ChangeLine]) -> None:
        """Show what an operation changed; an answer that comes too late is passed over."""
        if self._operation is not None and self._operation.id == operation_id:
            self._is_reading = False
            self._model.show_lines(lines)
            self._show_table()

    def show_refusal(self, operation_id: int, sentence: str) -> None:
        """Say in place why an operation could not be taken back; it stays said until the log goes on."""
        self._refusals[operation_id] = sentence
        self._show_state()

    def log_changed(self, newest: int) -> None:
        """Forget refusals when something was done since: what stood in the way may be gone."""
        if newest != self._newest:
            self._newest = newest
            self._refusals.clear()

    def refusal(self) -> str:
        """Return what the strip says, '' while it is not there."""
        return "" if self._strip.isHidden() else self._strip.sentence()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_room()

    def _show_state(self) -> None:
        operation = self._operation
        why_not = words.refusal_words(operation) if operation is not None else ""
        refusal = self._refusals.get(operation.id, "") if operation is not None else ""
        read_only = "" if self._is_editable else words.translated(words.READ_ONLY)
        reasons = [reason for reason in (why_not, read_only, refusal) if reason]
        self._why_not.setText(why_not)
        self._strip.set_sentence(refusal)
        self._strip.setVisible(bool(refusal))
        self._undo.setText(words.take_back_words(operation))
        is_undo = operation is not None and is_taking_back(operation)
        self._undo.setIcon(icons.icon("redo-2" if is_undo else "undo-2"))
        self._undo.setEnabled(operation is not None and not reasons)
        self._undo.setToolTip(reasons[0] if reasons else "")
        self._keep_room()

    def _keep_room(self) -> None:
        """Keep the sentence of a refusal whole, however low the pane: a splitter asks for no height by width."""
        sentence = self._strip.heightForWidth(self.width() - 2 * _SIDE) if self._strip.sentence() else 0
        lists = self._stack.minimumSizeHint().height()
        self.setMinimumHeight(self._head.sizeHint().height() + sentence + lists + _BELOW)

    def _show_table(self) -> None:
        if self._operation is None:
            self._nothing.set_sentence(self.tr("Chọn một thao tác để xem chi tiết thay đổi."))
        else:
            self._nothing.set_sentence(self.tr("Thao tác này không thay đổi nội dung nào."))
        empty = self._reading if self._is_reading else self._nothing
        self._stack.setCurrentWidget(self._table if self._model.rowCount() else empty)

    def _ask_undo(self) -> None:
        if self._operation is not None:
            self.undo_wanted.emit(self._operation.id)

    def _lay_out(self) -> None:
        head = self._head
        head.setObjectName("bar")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        head.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(head)
        row.setContentsMargins(12, 4, 8, 4)
        row.setSpacing(12)
        row.addWidget(self._title, 1)
        row.addWidget(self._why_not)
        row.addWidget(self._undo)
        strip_room = QVBoxLayout()
        strip_room.setContentsMargins(_SIDE, 0, _SIDE, 4)
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
