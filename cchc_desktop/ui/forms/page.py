"""The page 'Biểu mẫu của cấp trên': the forms at the left, the chosen one at the right; files may be dropped on it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from cchc_desktop.ui.evidence.dropping import dropped_files
from cchc_desktop.ui.forms.form_pane import FormPane
from cchc_desktop.ui.forms.list_pane import FormListPane
from cchc_desktop.ui.widgets.cards import bar
from cchc_desktop.ui.widgets.empty import EmptyState
from cchc_desktop.ui.widgets.progress import WorkLine
from cchc_desktop.ui.widgets.stops import order_stops
from cchc_desktop.ui.widgets.strip import Strip

_LEFT_LETTERS, _LEFT_LEAST = 29, 272
"""Letters that the list is wide, and pixels that it is at least."""
_CLOSE = "close_refusal"


class FormsPage(QWidget):
    """Tells what is wanted; it reads and writes nothing itself."""

    left = Signal()
    refresh_wanted = Signal()
    dropped = Signal(object)
    """A file was dropped that is to be taken in as a form: its path."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Biểu mẫu của cấp trên"))
        self.setAcceptDrops(True)
        self._is_editable = True
        self.back = QPushButton(self.tr("Về báo cáo"), self)
        self.back.setFlat(True)
        self.refusal = Strip("", ((_CLOSE, self.tr("Đóng")),), self)
        self.refusal.hide()
        self.work = WorkLine(self)
        self.work.setContentsMargins(16, 4, 16, 4)
        self.list = FormListPane(self)
        self.pane = FormPane(self)
        words = self.tr(
            "Nhận tệp Word hoặc Excel mà cấp trên gửi, gán nguồn số liệu cho từng ô một lần; "
            "từ đó mỗi kỳ chương trình điền sẵn vào một bản sao, tệp gốc giữ nguyên."
        )
        self._none = EmptyState("file-spreadsheet", words, parent=self)
        self._right = QStackedWidget(self)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.list)

    def refresh(self) -> None:
        """Ask for everything that is shown, anew."""
        self.refresh_wanted.emit()

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self.pane.cells.focus_search()

    def show_refusal(self, sentence: str) -> None:
        """Say in place why something was not done; '' says nothing any more."""
        self.refusal.set_sentence(sentence)
        self.refusal.setVisible(bool(sentence))

    def set_editable(self, is_editable: bool) -> None:
        """Let forms be changed, or only be looked at and filled."""
        self._is_editable = is_editable
        self.list.set_editable(is_editable)
        self.pane.set_editable(is_editable)

    def set_free(self, is_free: bool) -> None:
        """Take no second deed with files while one is under way."""
        self.list.set_free(is_free)
        self.pane.set_free(is_free)

    def show_chosen(self) -> None:
        """Show the form that is chosen in the list, or what forms are for."""
        chosen = self.list.chosen()
        self._right.setCurrentWidget(self._none if chosen is None else self.pane)
        if chosen is not None:
            self.pane.show_form(chosen)

    def end_typing(self) -> None:
        """Let what is being typed be stored."""
        self.pane.cells.table.end_typing()

    # --- building

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Biểu mẫu của cấp trên"), self)
        title.setObjectName("pageTitle")
        self._right.addWidget(self._none)
        self._right.addWidget(self.pane)
        splitter = self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        splitter.addWidget(self.list)
        splitter.addWidget(self._right)
        splitter.setStretchFactor(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar([self.back, title, None], self))
        strip = QVBoxLayout()
        strip.setContentsMargins(16, 0, 16, 0)
        strip.addWidget(self.refusal)
        column.addLayout(strip)
        column.addWidget(self.work)
        column.addWidget(splitter, 1)
        order_stops([self.back, *self.refusal.buttons(), *self.list.stops(), *self.pane.stops()])
        self._set_widths()

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.refusal.chosen.connect(lambda _: self.show_refusal(""))
        self.list.chosen_changed.connect(self.show_chosen)

    def _set_widths(self) -> None:
        wide = max(_LEFT_LEAST, _LEFT_LETTERS * self.fontMetrics().averageCharWidth())
        self._splitter.setSizes([wide, 4 * wide])

    # --- keys, dropped files

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_splitter"):
            self._set_widths()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._is_editable and len(dropped_files(event.mimeData())) == 1:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = dropped_files(event.mimeData())
        if self._is_editable and len(paths) == 1:
            event.acceptProposedAction()
            self.dropped.emit(paths[0])
