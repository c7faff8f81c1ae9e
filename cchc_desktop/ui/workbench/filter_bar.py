"""The bar above the plan: Cây | Bảng, the search field, how many tasks are shown."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from cchc_desktop.ui import icons
from cchc_desktop.ui.widgets.segments import Segments

_HEIGHT = 36
_CONTROL_HEIGHT = 28
_SEARCH_WIDEST = 320
_OWN_KEYS = (Qt.Key.Key_Insert, Qt.Key.Key_Delete, Qt.Key.Key_F2)


class FilterBar(QWidget):
    """Says what the user wants to see; the view decides what that is."""

    mode_chosen = Signal(int)
    query_changed = Signal(str)
    left = Signal()
    """The search field was left towards the rows (Enter, Down, Esc)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumHeight(_HEIGHT)
        self._modes = Segments([self.tr("Cây"), self.tr("Bảng")], self)
        self._modes.chosen.connect(self.mode_chosen)
        self._search = _SearchField(self)
        self._search.textChanged.connect(self._typed)
        self._search.left.connect(self.left)
        self._clear = QPushButton(self.tr("Xóa lọc"), self)
        self._clear.clicked.connect(self.clear)
        self._clear.hide()
        self._count = QLabel(self)
        self._count.setObjectName("secondary")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 4, 8, 4)
        layout.setSpacing(8)
        for widget in (self._modes, self._search, self._clear):
            widget.setFixedHeight(max(_CONTROL_HEIGHT, widget.fontMetrics().height() + 10))
        for widget in (self._modes, self._search):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addWidget(self._count)
        layout.addWidget(self._clear)

    def query(self) -> str:
        """Return what is searched for."""
        return self._search.text()

    def clear(self) -> None:
        """Search for nothing."""
        self._search.clear()

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def show_mode(self, mode: int) -> None:
        """Mark a segment as chosen."""
        self._modes.check(mode)

    def show_count(self, shown: int, all_tasks: int) -> None:
        """Show how many of the plan's tasks are shown."""
        self._count.setText(self.tr("{}/{} nhiệm vụ").format(shown, all_tasks))

    def count_words(self) -> str:
        """Return the words of the count."""
        return self._count.text()

    def _typed(self, words: str) -> None:
        self._clear.setVisible(bool(words.strip()))
        self.query_changed.emit(words)


class _SearchField(QLineEdit):
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("search")
        self.setPlaceholderText(self.tr("Tìm nhiệm vụ (Ctrl+F)"))
        self.setAccessibleName(self.tr("Tìm nhiệm vụ"))
        self.setMinimumWidth(200)
        self.setMaximumWidth(_SEARCH_WIDEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.addAction(icons.icon("search", "text2"), QLineEdit.ActionPosition.LeadingPosition)

    def event(self, event: QEvent) -> bool:
        """Keep editing keys in the field; the window's own commands stay with the window."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            event.setAccepted(event.key() in _OWN_KEYS)
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)
