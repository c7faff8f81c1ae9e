"""The list of agencies: counts that can be clicked, several rows chosen at once, keys that add and delete."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QWidget

from cchc_desktop.services.agencies import AgencyLine
from cchc_desktop.ui import theme
from cchc_desktop.ui.agencies.lines_model import LINE_COLUMNS, ROLE_OF_COLUMN, AgencyLinesModel, LineColumn, count_of
from cchc_desktop.ui.widgets.enter_key import ENTER
from cchc_desktop.ui.widgets.rows import Index, RowDelegate, RowTable


def is_count(model: AgencyLinesModel, index: Index) -> bool:
    """Tell whether a cell holds a count that leads to the rows behind it."""
    line = model.line(index.row()) if index.isValid() else None
    role = ROLE_OF_COLUMN.get(LineColumn(index.column())) if line is not None else None
    return line is not None and role is not None and count_of(line, role) > 0


class CountDelegate(RowDelegate):
    """Draws counts in the colour of a link."""

    def _paint_words(self, painter: QPainter, rect: QRect, index: Index) -> None:
        model = index.model()
        if not (isinstance(model, AgencyLinesModel) and is_count(model, index)):
            super()._paint_words(painter, rect, index)
            return
        inner, body, text = self._words_rect(rect, index), self.metrics.body, str(index.data())
        top = inner.top() + (inner.height() - self.metrics.pitch) / 2
        painter.setFont(body.font)
        painter.setPen(QColor(theme.current().accent))
        painter.drawText(QPointF(inner.right() + 1 - body.width(text), top + self.metrics.ascent), text)


class AgencyTable(RowTable):
    """`count_wanted` brings an agency's id and a role; the other signals say which key was pressed."""

    count_wanted = Signal(int, object)
    edit_wanted = Signal()
    add_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, model: AgencyLinesModel, parent: QWidget | None = None) -> None:
        super().__init__(model, LINE_COLUMNS, parent, CountDelegate)
        self._lines = model
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setMouseTracking(True)
        self.viewport().installEventFilter(self)
        self.clicked.connect(self._clicked)
        self.doubleClicked.connect(lambda _: self.edit_wanted.emit())

    def chosen_lines(self) -> list[AgencyLine]:
        """Return the chosen agencies in their order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [line for row in rows if (line := self._lines.line(row)) is not None]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bare = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        signals = {Qt.Key.Key_Delete: self.delete_wanted, Qt.Key.Key_Insert: self.add_wanted}
        signals |= dict.fromkeys((*ENTER, Qt.Key.Key_F2), self.edit_wanted)
        wanted = signals.get(Qt.Key(event.key())) if bare else None
        if wanted is None:
            super().keyPressEvent(event)
        elif event.key() in ENTER and is_count(self._lines, self.currentIndex()):
            self._clicked(self.currentIndex())
        else:
            wanted.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.viewport() and isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseMove:
            is_link = is_count(self._lines, self.indexAt(event.position().toPoint()))
            shape = Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
        return super().eventFilter(watched, event)

    def _clicked(self, index: QModelIndex) -> None:
        line = self._lines.line(index.row())
        if line is not None and is_count(self._lines, index):
            self.count_wanted.emit(line.agency.id, ROLE_OF_COLUMN[LineColumn(index.column())])
