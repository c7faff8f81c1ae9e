"""The Qt model of the forms that there are, and the look of its rows: the name, below it sender and periods."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.evidence.files import FileState
from cchc_desktop.ui.forms.reading import ListedForm
from cchc_desktop.ui.forms.words import filled_words, form_icon
from cchc_desktop.ui.widgets.rows import Index, ListColumn, RowDelegate, RowRole, RowTable, header_data, list_header

_NO_INDEX = QModelIndex()
FORM_COLUMNS = (ListColumn(list_header.mark("Biểu mẫu đã nhận"), 150, 1),)
_WORDS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


class FormsModel(QAbstractTableModel):
    """One column: the words of a row are its name, and in a second line what is known of it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._forms: tuple[ListedForm, ...] = ()

    def show_forms(self, forms: Sequence[ListedForm]) -> None:
        """Show other forms; the same ones leave place and choice as they are."""
        is_same = [one.id for one in forms] == [one.id for one in self._forms]
        if not is_same:
            self.beginResetModel()
        self._forms = tuple(forms)
        if not is_same:
            self.endResetModel()
        elif forms:
            self.dataChanged.emit(self.index(0, 0), self.index(len(forms) - 1, 0))

    def form(self, row: int | None) -> ListedForm | None:
        """Return the form of a row, None for no row."""
        return self._forms[row] if row is not None and 0 <= row < len(self._forms) else None

    def row_of(self, form_id: int) -> int | None:
        """Return where a form stands, None where it is not there."""
        return next((row for row, one in enumerate(self._forms) if one.id == form_id), None)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._forms)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(FORM_COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return header_data(FORM_COLUMNS, section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        one = self.form(index.row()) if index.isValid() else None
        if one is None:
            return None
        if role in _WORDS:
            return f"{one.line.form.name}\n{about_words(one)}"
        if role == RowRole.ICON:
            is_whole = one.line.state is FileState.PRESENT
            return form_icon(one.line.form) if is_whole else "triangle-alert"
        return one if role == RowRole.ROW else None


def about_words(one: ListedForm) -> str:
    """Return who sent a form, and for which periods it was filled."""
    return " · ".join(filter(None, (one.line.form.sender, filled_words(one.filled))))


class FormsDelegate(RowDelegate):
    """Draws the name in one line, and below it in small letters what is known of the form."""

    def is_cut(self, index: Index, rect: QRect) -> bool:
        """Tell whether one of the two lines is cut."""
        width = self._words_rect(rect, index).width()
        name, about = self._lines(index)
        return self.metrics.body.width(name) > width or self.metrics.small.width(about) > width

    def _paint_words(self, painter: QPainter, rect: QRect, index: Index) -> None:
        inner, metrics = self._words_rect(rect, index), self.metrics
        name, about = self._lines(index)
        top = inner.top() + (inner.height() - metrics.pitch - metrics.small_pitch) / 2
        painter.setFont(metrics.body.font)
        painter.setPen(QColor(self._tokens.text))
        painter.drawText(QPointF(inner.left(), top + metrics.ascent), metrics.body.fit(name, inner.width(), 1).lines[0])
        painter.setFont(metrics.small.font)
        painter.setPen(QColor(self._tokens.text2))
        shown = metrics.small.fit(about, inner.width(), 1).lines[0]
        painter.drawText(QPointF(inner.left(), top + metrics.pitch + metrics.small_ascent), shown)

    @staticmethod
    def _lines(index: Index) -> tuple[str, str]:
        one = index.data(RowRole.ROW)
        return (one.line.form.name, about_words(one)) if isinstance(one, ListedForm) else ("", "")


class FormsTable(RowTable):
    """The signals say which key was pressed."""

    edit_wanted = Signal()
    add_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, model: FormsModel, parent: QWidget | None = None) -> None:
        super().__init__(model, FORM_COLUMNS, parent, FormsDelegate)
        self.doubleClicked.connect(lambda _: self.edit_wanted.emit())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bare = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        signals = {
            Qt.Key.Key_Delete: self.delete_wanted,
            Qt.Key.Key_Insert: self.add_wanted,
            Qt.Key.Key_F2: self.edit_wanted,
        }
        wanted = signals.get(Qt.Key(event.key())) if bare else None
        if wanted is None:
            super().keyPressEvent(event)
        else:
            wanted.emit()
