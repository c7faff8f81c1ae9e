"""The screen Nhật ký: 'Thay đổi | Đã xóa', how much the log holds, printing it, cutting it short."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from cchc_desktop.domain.changes import EntityKind
from cchc_desktop.domain.history import LogSize
from cchc_desktop.ui import icons
from cchc_desktop.ui.history import words
from cchc_desktop.ui.history.bin_pane import BinPane
from cchc_desktop.ui.history.changes_pane import ChangesPane
from cchc_desktop.ui.widgets.segments import Segments

_CHANGES, _BIN = 0, 1


class HistoryPage(QWidget):
    """Puts the two tabs together; it reads and writes nothing itself."""

    refresh_wanted = Signal()
    print_wanted = Signal()
    pdf_wanted = Signal()
    cut_wanted = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_empty = True
        self._is_editable = True
        self._tabs = Segments((self.tr("Thay đổi"), self.tr("Đã xóa")), self)
        self._tabs.chosen.connect(self.show_tab)
        self._size = QLabel(self)
        self._size.setObjectName("secondary")
        self._cut = self._button(self.tr("Dọn bớt…"), "brush-cleaning", self.cut_wanted)
        self._print = self._button(self.tr("In…"), "printer", self.print_wanted)
        self._pdf = self._button(self.tr("Lưu thành PDF…"), "file-down", self.pdf_wanted)
        self.changes = ChangesPane(today, self)  # made after what stands above it: Tab follows
        self.bin = BinPane(self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.changes)
        self._stack.addWidget(self.bin)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head())
        layout.addWidget(self._stack, 1)
        self.setFocusProxy(self.changes.table)
        self._enable()

    def refresh(self) -> None:
        """Ask for everything that is shown, anew."""
        self.refresh_wanted.emit()

    def focus_search(self) -> None:
        """Put the cursor into the search field of the history."""
        self.show_tab(_CHANGES)
        self.changes.bar.focus_search()

    def show_row(self, kind: EntityKind, row_id: int, name: str) -> None:
        """Show what concerned one row."""
        self.show_tab(_CHANGES)
        self.changes.bar.show_row((kind, row_id), name)

    def show_bin(self) -> None:
        """Show what was deleted."""
        self.show_tab(_BIN)

    def show_tab(self, number: int) -> None:
        """Show one of the tabs."""
        self._tabs.check(number)
        pane = self.bin if number == _BIN else self.changes
        self._stack.setCurrentWidget(pane)
        self.setFocusProxy(pane)
        for widget in (self._size, self._cut, self._print, self._pdf):
            widget.setVisible(number == _CHANGES)

    def show_size(self, size: LogSize) -> None:
        """Say how much the log holds."""
        self._size.setText(words.log_words(size))
        self._is_empty = not size.operations
        self._enable()

    def set_editable(self, is_editable: bool) -> None:
        """Let the data be changed, or only be looked at."""
        self._is_editable = is_editable
        self.changes.details.set_editable(is_editable)
        self.bin.set_editable(is_editable)
        self._enable()

    def size_words(self) -> str:
        """Return what is said about the size of the log."""
        return self._size.text()

    def show_bin_count(self, count: int) -> None:
        """Say on the tab how many things lie in the bin."""
        self._tabs.rename(_BIN, self.tr("Đã xóa ({})").format(count) if count else self.tr("Đã xóa"))

    def _enable(self) -> None:
        for button in (self._print, self._pdf):
            button.setEnabled(not self._is_empty)
        self._cut.setEnabled(self._is_editable and not self._is_empty)
        self._cut.setToolTip("" if self._is_editable else words.translated(words.READ_ONLY))

    def _button(self, text: str, icon: str, wanted: SignalInstance) -> QPushButton:
        button = QPushButton(text, self)
        button.setIcon(icons.icon(icon))
        button.clicked.connect(wanted)
        return button

    def _head(self) -> QWidget:
        head = QWidget(self)
        head.setObjectName("bar")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        height = max(28, self.fontMetrics().height() + 10)
        for widget in (self._tabs, self._cut, self._print, self._pdf):
            widget.setFixedHeight(height)
        row = QHBoxLayout(head)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(8)
        row.addWidget(self._tabs)
        row.addStretch(1)
        row.addWidget(self._size)
        for button in (self._cut, self._print, self._pdf):
            row.addWidget(button)
        return head
