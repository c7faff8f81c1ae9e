"""The palette's frame at the top of the window: a field and a list; it goes when one looks elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QListView, QMainWindow, QVBoxLayout, QWidget
from shiboken6 import isValid

from cchc_desktop.domain.search.palette import PaletteHit
from cchc_desktop.ui.palette.entries import HIT_ROLE, EntryDelegate, EntryModel
from cchc_desktop.ui.widgets.search_field import SearchField

MOST_ROWS = 12
_WIDTH = 680
_EDGE = 8
_RESTYLED = (QEvent.Type.FontChange, QEvent.Type.PaletteChange, QEvent.Type.StyleChange)


class PaletteFrame(QFrame):
    """Not a dialog: the window behind stays usable, and a click or Tab into it closes the frame.

    The field keeps the cursor; Up and Down choose a line of the list.
    """

    wanted = Signal()
    """Other words are typed."""
    chosen = Signal(object)

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._before: QWidget | None = None
        self._listed_for: str | None = None
        self._chooses_first = False
        self.setObjectName("leadCard")
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAccessibleName(self.tr("Lệnh và tìm nhanh"))
        self._field = SearchField(self.accessibleName(), self.tr("Gõ lệnh, tên kế hoạch, nhiệm vụ…"), self)
        self._list = QListView(self)
        self._model = EntryModel(self)
        self._cells = EntryDelegate(self._list)
        self._nothing = QLabel(self)
        self._nothing.setObjectName("muted")
        self._nothing.setWordWrap(True)
        self._prepare_list()
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        column.setSpacing(4)
        for part in (self._field, self._list, self._nothing):
            column.addWidget(part)
        self._field.settled.connect(self.wanted)
        self._field.stepped.connect(self._step)
        self._field.entered.connect(self._enter)
        self._field.escaped.connect(self.close_and_return)
        self._list.clicked.connect(self._choose)
        self.hide()

    def _prepare_list(self) -> None:
        self._list.setModel(self._model)
        self._list.setItemDelegate(self._cells)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setAccessibleName(self.tr("Lệnh và nội dung tìm thấy"))
        self._list.setStyleSheet("border: none;")  # the frame has one
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def typed(self) -> str:
        """Return the typed words."""
        return self._field.words()

    def open(self) -> None:
        """Show the frame with an empty field; where the cursor is now it comes back to."""
        self._before = QApplication.focusWidget()
        self._listed_for, self._chooses_first = None, False
        self._field.show_words("")
        self._fit()
        self.show()
        self.raise_()
        self._field.setFocus(Qt.FocusReason.PopupFocusReason)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.installEventFilter(self)
            application.focusChanged.connect(self._focus_changed)

    def show_hits(self, hits: Sequence[PaletteHit], *, is_all: bool = True) -> None:
        """List what was found for the typed words, the first line chosen; Enter waits until `is_all`."""
        self._listed_for = self.typed() if is_all else None
        self._model.show_hits(hits)
        self._nothing.setText(self.tr("Không có lệnh hay nội dung nào khớp “{}”.").format(self.typed()))
        self._nothing.setVisible(not hits)
        self._list.setVisible(bool(hits))
        self._set_current(0)
        self._fit()
        if self._chooses_first:
            self._enter()

    def hits(self) -> list[PaletteHit]:
        """Return what is listed."""
        return [self._model.index(row).data(HIT_ROLE) for row in range(self._model.rowCount())]

    def close_and_return(self) -> None:
        """Go, and put the cursor back to where it was."""
        before = self._before
        self._close()
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)

    def _close(self) -> None:
        self._before = None
        application = QApplication.instance()
        if self.isVisible() and isinstance(application, QApplication):
            application.removeEventFilter(self)
            application.focusChanged.disconnect(self._focus_changed)
        self.hide()

    def _enter(self) -> None:
        """Choose the current line; where the typed words are still being looked for, the first one as soon as found."""
        self._chooses_first = self._listed_for != self.typed()
        if not self._chooses_first:
            self._choose(self._list.currentIndex())

    def _choose(self, index: QModelIndex) -> None:
        hit = index.data(HIT_ROLE)
        if hit is not None:
            self.close_and_return()
            self.chosen.emit(hit)

    def _step(self, by: int) -> None:
        rows = self._model.rowCount()
        if rows:
            self._set_current((self._list.currentIndex().row() + by) % rows)

    def _set_current(self, row: int) -> None:
        index = self._model.index(row)
        self._list.setCurrentIndex(index)
        said = index.data(Qt.ItemDataRole.AccessibleTextRole)
        self._field.setAccessibleDescription(str(said or self._nothing.text()))

    # --- where one looks

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go when something else is clicked at; stay in the middle of a window that changes its size."""
        kind = event.type()
        if kind is QEvent.Type.MouseButtonPress and isinstance(watched, QWidget) and not self._holds(watched):
            self._close()
        elif kind is QEvent.Type.Resize and watched is self._window:
            self._fit()
        return False

    def _focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and not self._holds(now):  # None: another program, from which one comes back
            self._close()

    def _holds(self, widget: QWidget) -> bool:
        return widget is self or self.isAncestorOf(widget)

    # --- room

    def _fit(self) -> None:
        """Be as high as its lines, in the middle of the window's upper end."""
        self._list.setFixedHeight(self._cells.line_height() * max(1, self._model.rowCount()))
        scale = self.fontMetrics().averageCharWidth() / 7
        width = min(round(_WIDTH * max(1.0, scale)), self._window.width() - 4 * _EDGE)
        layout = self.layout()
        if layout is not None:
            layout.activate()
            height = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.sizeHint().height()
            top = self._window.menuBar().mapTo(self._window, QPoint(0, self._window.menuBar().height())).y()
            self.setGeometry((self._window.width() - width) // 2, top + _EDGE, width, height)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _RESTYLED and self.layout() is not None:
            self._cells.restyle()
            self._fit()
