"""The list of what was found: it keeps its place while one types on, and gives letters back to the field."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

from cchc_desktop.ui.finding.delegate import FoundDelegate
from cchc_desktop.ui.finding.model import ROW_ROLE, FoundModel
from cchc_desktop.ui.finding.rows import Found, FoundItem, FoundName, Row
from cchc_desktop.ui.widgets.enter_key import ENTER

_RESTYLED = (QEvent.Type.FontChange, QEvent.Type.PaletteChange, QEvent.Type.StyleChange)


class FoundList(QListView):
    """Shows rows; `opened` brings the one that was chosen."""

    opened = Signal(object)
    left_upwards = Signal()
    escaped = Signal()
    typed = Signal(object)
    """A key that types a letter."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = FoundModel(self)
        self._cells = FoundDelegate(self)
        self.setModel(self._model)
        self.setItemDelegate(self._cells)
        self.setAccessibleName(self.tr("Kết quả tìm kiếm"))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setTabKeyNavigation(False)
        self.clicked.connect(self._open)

    def show_rows(self, rows: Sequence[Row], *, keep: bool) -> None:
        """Show other rows; `keep` leaves place and choice where they were, as far as that row is still there."""
        current, scrolled = self.current(), self.verticalScrollBar().value()
        self._model.show_rows(rows)
        known = self._model.number_of(current.key) if keep and current is not None else None
        self._choose(known if known is not None else self._model.next_found(-1, 1))
        if known is not None:
            self.verticalScrollBar().setValue(scrolled)
        else:
            self.scrollToTop()

    def current(self) -> Found | None:
        """Return the chosen row."""
        row = self.currentIndex().data(ROW_ROLE)
        return row if isinstance(row, FoundItem | FoundName) else None

    def step(self, by: int) -> bool:
        """Choose the next (1) or the previous (-1) found row; False at the ends."""
        number = self._model.next_found(self.currentIndex().row(), by)
        self._choose(number)
        return number is not None

    def open_current(self) -> None:
        """Open the chosen row."""
        self._open(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in ENTER:
            self.open_current()
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif key == Qt.Key.Key_Up and self._model.next_found(self.currentIndex().row(), -1) is None:
            self.left_upwards.emit()
        elif event.text().isprintable() and event.text().strip():
            self.typed.emit(event)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _RESTYLED:
            self._cells.restyle()
            self.doItemsLayout()

    def _choose(self, number: int | None) -> None:
        if number is not None:
            self.setCurrentIndex(self._model.index(number))
            self.scrollTo(self.currentIndex())

    def _open(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, FoundItem | FoundName):
            self.opened.emit(row)
