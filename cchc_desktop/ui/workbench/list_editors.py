"""Editors with a pop-up list of what may be meant: agencies, time words, people; the list offers and never types."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QModelIndex, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QLabel, QWidget

from cchc_desktop.domain.items import WorkItem
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.schedule.reading import read_schedule
from cchc_desktop.domain.schedule.wording import describe
from cchc_desktop.domain.text.collation import collation_key
from cchc_desktop.domain.text.folding import fold_words
from cchc_desktop.ui import theme
from cchc_desktop.ui.workbench.editors import LinesEditor, begins_line, leaving_command

_MOST_OFFERED = 24
_LIST_WIDTH = 280
_MOST_YEARS = 2
_ROMAN = ("I", "II", "III", "IV")


class ListEditor(LinesEditor):
    """An editor with a list of names for what is being typed; Alt+Down shows all of them.

    The list only offers: what is typed stays as typed until a name is taken from it by key or mouse. `finished`
    carries the command by which typing ended while the list was open and no name in it was chosen.
    """

    finished = Signal(str)
    least_lines = 1

    def __init__(self, names: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = [(f" {fold_words(name)}", name) for name in names]
        self._offers = QStringListModel(self)
        self._completer = QCompleter(self._offers, self)
        self._completer.setWidget(self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.activated.connect(self._take)
        self.textChanged.connect(self._offer)
        self._typing = False

    def offers(self) -> QAbstractItemView:
        """Return the list of names."""
        popup = self._completer.popup()
        assert popup is not None  # Qt makes it when it is first asked for
        return popup

    def show_all(self) -> None:
        """Show every name, whatever is typed."""
        self._show([name for _, name in self._names])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.show_all()
            return
        if self.offers().isVisible() and self._answers_list_key(event):
            return
        self._typing = True
        super().keyPressEvent(event)
        self._typing = False

    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Leave Tab to `keyPressEvent` while the list is open: its keys pass by the filter that ends typing."""
        return not self.offers().isVisible() and super().focusNextPrevChild(is_next)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._typing = True
        super().inputMethodEvent(event)
        self._typing = False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.offers().hide()
        super().focusOutEvent(event)

    def present_name(self) -> str:
        """Return what is being typed, up to the cursor."""
        return self.toPlainText()[: self.textCursor().position()]

    def _answers_list_key(self, event: QKeyEvent) -> bool:
        """Leave a key to the list where a name in it is chosen; Qt would take the first name unasked."""
        command = leaving_command(event)
        if begins_line(event) or (command is None and event.key() != Qt.Key.Key_Escape):
            return False
        if self.composing:
            event.accept()
        elif command is None or self.offers().selectionModel().hasSelection():
            event.ignore()
        else:
            self.offers().hide()
            event.accept()
            self.finished.emit(command)
        return True

    def _offer(self) -> None:
        if not self._typing:
            return
        typed = fold_words(self.present_name()).strip()
        offers = [name for folded, name in self._names if f" {typed}" in folded] if typed else []
        if not offers or offers == [self.present_name().strip()]:
            self.offers().hide()
            return
        self._show(offers[:_MOST_OFFERED])

    def _show(self, names: list[str]) -> None:
        if not names:
            return
        self._offers.setStringList(names)
        area = self.cursorRect()
        area.setBottom(max(area.bottom(), min(self.height(), area.bottom() + self.viewportMargins().bottom() + 4)))
        area.setWidth(max(_LIST_WIDTH, self.width()))
        self._completer.complete(area)
        self.offers().setCurrentIndex(QModelIndex())

    def _take(self, name: str) -> None:
        cursor = self.textCursor()
        typed = self.present_name()
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, len(typed.lstrip()))
        cursor.insertText(name)
        self.setTextCursor(cursor)


class AgencyEditor(ListEditor):
    """Agencies separated by ';' or lines; the list offers names for the one being typed."""

    least_lines = 3

    def present_name(self) -> str:
        """Return the name that is being typed, up to the cursor."""
        before = super().present_name()
        return before[max(before.rfind(";"), before.rfind("\n")) + 1 :]


class WholeEditor(ListEditor):
    """A cell that holds one name: a name from the list takes the place of all that is typed."""

    def _take(self, name: str) -> None:
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(name)
        self.setTextCursor(cursor)


class TimeEditor(WholeEditor):
    """Time words with their reading below them, renewed as one types."""

    def __init__(
        self, expressions: Iterable[str], reading: Callable[[str], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(expressions, parent)
        self._read = reading
        self._reading = QLabel(self)
        self._reading.setObjectName("reading")
        self._reading.setTextFormat(Qt.TextFormat.PlainText)
        font = self._reading.font()
        font.setPointSizeF(self.font().pointSizeF() * 0.9)
        self._reading.setFont(font)
        self._reading.setStyleSheet(f"color: {theme.current().text2};")
        self.setViewportMargins(0, 0, 0, self._reading.sizeHint().height() + 2)
        self.textChanged.connect(self._show_reading)
        self._show_reading()

    def reading(self) -> str:
        """Return what the program reads in the words typed so far."""
        return self._reading.toolTip()

    def wanted_size(self, width: int, most: int) -> QSize:
        """Return the size that shows the words and their reading."""
        size = super().wanted_size(width, most)
        return QSize(size.width(), size.height() + self.viewportMargins().bottom())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_reading()

    def _show_reading(self) -> None:
        text = self._read(self.toPlainText())
        margin, height = 8, self.viewportMargins().bottom()
        self._reading.setGeometry(margin, self.height() - height - 1, self.width() - 2 * margin, height)
        room = max(0, self._reading.width())
        self._reading.setText(self._reading.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room))
        self._reading.setToolTip(text)
        self.setAccessibleDescription(text)


def usual_expressions(period: Period) -> list[str]:
    """Return the time words that plans use most, those with a quarter for the quarters of the period."""
    years = range(period.start.year, min(period.end.year, period.start.year + _MOST_YEARS - 1) + 1)
    quarters = [
        f"Quý {_ROMAN[number]}/{year}"
        for year in years
        for number in range(4)
        if (period.start.year, period.start.month) <= (year, 3 * number + 3)
        and (year, 3 * number + 1) <= (period.end.year, period.end.month)
    ]
    repeated = ["Hằng tháng", "Hằng quý", "6 tháng/lần", "Hằng năm", "Trước ngày 10 của tháng cuối quý", "Thường xuyên"]
    return [*repeated, *quarters, *(f"Cả năm {year}" for year in years)]


def reading_of(words: str, period: Period) -> str:
    """Return how time words are read in a plan's period, '' for no words."""
    if not words.strip():
        return ""
    schedule = read_schedule(words, period)
    reading = describe(schedule)
    return "; ".join(filter(None, (reading[:1].upper() + reading[1:], schedule.question)))


def names_used(items: Iterable[WorkItem], field: str) -> Sequence[str]:
    """Return the different words of a field in some items, in Vietnamese order."""
    return sorted({words for item in items if (words := getattr(item, field))}, key=collation_key)
