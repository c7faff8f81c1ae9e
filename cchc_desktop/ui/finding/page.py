"""The page 'Tìm trong tất cả kế hoạch': a search field, what was found, and how much more there is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from cchc_desktop.ui.finding.found_list import FoundList
from cchc_desktop.ui.finding.rows import Answer
from cchc_desktop.ui.widgets.empty import EmptyState
from cchc_desktop.ui.widgets.search_field import SearchField
from cchc_desktop.ui.widgets.stops import order_stops

PORTION = 50
"""Tasks that are shown at first, and with each *Xem thêm*."""
_LARGE = 1.2
"""Size of the letters in the field beside the window's."""


class FindPage(QWidget):
    """Says what is searched for and shows what was found; it searches nothing itself."""

    wanted = Signal()
    """Other words, or more rows for them, are wanted: `words` and `limit` say which."""
    opened = Signal(object)
    left = Signal()
    refresh_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Tìm trong tất cả kế hoạch"))
        self.limit = PORTION
        self._answer = Answer()
        self._opens_first = False
        self._title = QLabel(self.windowTitle(), self)
        self._title.setObjectName("pageTitle")
        self._back = QPushButton(self.tr("Trở lại"), self)
        self._field = SearchField(
            self.windowTitle(), self.tr("Nội dung, sản phẩm, cơ quan, thời hạn… Không cần gõ dấu."), self
        )
        self._counts = QLabel(self)
        self._counts.setObjectName("secondary")
        self._list = FoundList(self)
        hint = self.tr("Gõ từ cần tìm. Không cần gõ dấu; gõ tắt cũng được, ví dụ “vp hdnd”, “tthc”.")
        self._hint = EmptyState("search", hint, parent=self)
        self._nothing = EmptyState("search", "", self.tr("Xóa từ đang tìm"), self)
        self._stack = QStackedWidget(self)
        self._rest = QLabel(self)
        self._rest.setObjectName("secondary")
        self._more = QPushButton(self.tr("Xem thêm"), self)
        self._lay_out()
        self._connect()
        self._show_answer()
        self.setFocusProxy(self._field)

    # --- what is wanted

    def words(self) -> str:
        """Return what is searched for."""
        return self._field.words()

    def focus_search(self) -> None:
        """Put the cursor into the search field; its words stay, chosen, so that others can be typed over them."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def search(self, words: str) -> None:
        """Search for words."""
        self._field.show_words(words)

    def refresh(self) -> None:
        """Ask for everything to be read anew."""
        self.refresh_wanted.emit()

    # --- what is shown

    def show_reading(self) -> None:
        """Say that everything is being read: the first search waits for it."""
        self._counts.setText(self.tr("Đang đọc các kế hoạch…"))

    def show_answer(self, answer: Answer) -> None:
        """Show what was found for words that may no longer be the ones in the field."""
        keep = answer.words == self._answer.words
        self._answer = answer
        self._list.show_rows(answer.rows, keep=keep)
        self._show_answer()
        if answer.words == self.words() and self._opens_first:
            self._opens_first = False
            self._list.open_current()

    def answer(self) -> Answer:
        """Return what is shown."""
        return self._answer

    def _show_answer(self) -> None:
        shown = self._answer
        self._counts.setText(shown.counts)
        self._rest.setText(self.tr("còn {} kết quả").format(shown.more) if shown.more else "")
        self._foot.setVisible(bool(shown.more))
        self._nothing.set_sentence(self.tr("Không có nội dung nào khớp “{}”.").format(shown.words))
        self._stack.setCurrentWidget(self._list if shown.rows else self._nothing if shown.words else self._hint)

    # --- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer F3 and Shift+F3: the window's own commands of these keys belong to the plan."""
        if event.key() == Qt.Key.Key_F3:
            self._list.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self._escape()
        else:
            super().keyPressEvent(event)

    def _escape(self) -> None:
        """Clear the words, then leave."""
        if self._field.text():
            self._clear()
        else:
            self.left.emit()

    def _clear(self) -> None:
        self._field.clear()
        self._field.settle()
        self._field.setFocus()

    def _enter(self) -> None:
        """Open the first row, or the one that was stepped to; where it is still being looked for, as soon as found."""
        if self._answer.words == self.words():
            self._list.open_current()
        else:
            self._opens_first = True

    def _step(self, by: int) -> None:
        if self._stack.currentWidget() is self._list and by > 0:
            self._list.setFocus()

    def _type(self, event: QKeyEvent) -> None:
        self._field.setFocus()
        self._field.deselect()
        self._field.end(False)
        QApplication.sendEvent(self._field, event)

    def _ask(self) -> None:
        self.limit = PORTION
        self._opens_first = False
        self.wanted.emit()

    def _ask_more(self) -> None:
        self.limit += PORTION
        self._list.setFocus()
        self.wanted.emit()

    # --- building

    def _connect(self) -> None:
        self._field.settled.connect(self._ask)
        self._field.stepped.connect(self._step)
        self._field.entered.connect(self._enter)
        self._field.escaped.connect(self._escape)
        self._list.opened.connect(self.opened)
        self._list.left_upwards.connect(self._field.setFocus)
        self._list.escaped.connect(self._escape)
        self._list.typed.connect(self._type)
        self._back.clicked.connect(self.left)
        self._nothing.activated.connect(self._clear)
        self._more.clicked.connect(self._ask_more)

    def _lay_out(self) -> None:
        for page in (self._list, self._hint, self._nothing):
            self._stack.addWidget(page)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._back)
        self._foot = QWidget(self)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self._rest)
        foot.addWidget(self._more)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._field)
        column.addWidget(self._counts)
        column.addWidget(self._stack, 1)
        column.addWidget(self._foot)
        order_stops((self._back, self._field, self._list, self._more))
        self._fit_field()

    def _fit_field(self) -> None:
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * _LARGE)
        if self._field.font() != font:
            self._field.setFont(font)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self.layout() is not None:
            self._fit_field()
